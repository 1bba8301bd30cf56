"""The made-up city: it obeys the schema, holds together and meets what is published."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from clusters.schema import COLUMNS, Kind
from clusters.synthetic import City, make_city, with_dirt, write_person_extract
from clusters.synthetic.dirt import (
    BIRTH_DAY_UNKNOWN,
    INCOME_UNKNOWN_FIRST_YEAR,
    education_unknown,
)
from clusters.synthetic.draws import apportion
from clusters.synthetic.figures import (
    CLUSTERS,
    NETHERLANDS,
    cluster_profiles,
    group_of_country,
    neighbourhoods,
    origin_counts,
    tenure_shares,
)

PERSONS = 20_000
ON = date(2019, 1, 1)
# Registers tell the standardised income itself, so the total is not made up.
# A register is no sample, so nobody in it has a weight.
NOT_DELIVERED = {"household_income_total", "weight"}
DELIVERED = [each for each in COLUMNS if each.name not in NOT_DELIVERED]


@pytest.fixture(scope="module")
def city() -> City:
    return make_city(PERSONS, seed=1, on=ON)


@pytest.fixture(scope="module")
def planted(city: City) -> pd.DataFrame:
    people = city.residents.merge(city.truth, on="person_id", validate="one_to_one")
    stay = (pd.Timestamp(ON) - people["arrival_date"]).dt.days / 365.25
    return people.assign(stay=stay)


def test_every_agreed_column_is_there_in_its_order_and_kind(city):
    residents = city.residents
    kinds = {
        Kind.KEY: pd.api.types.is_string_dtype,
        Kind.CODE: pd.api.types.is_string_dtype,
        Kind.NUMBER: pd.api.types.is_float_dtype,
        Kind.DATE: pd.api.types.is_datetime64_any_dtype,
    }

    assert list(residents) == [column.name for column in DELIVERED]
    assert [c.name for c in DELIVERED if not kinds[c.kind](residents[c.name])] == []


@pytest.mark.parametrize("column", DELIVERED, ids=lambda column: column.name)
def test_every_value_is_one_the_schema_allows(city, column):
    values = city.residents[column.name].dropna()

    assert len(values) > 0
    if column.codes:
        assert set(values) <= set(column.code_names)
    if column.width is not None:
        assert values.str.len().eq(column.width).all()
    if column.low is not None:
        assert values.min() >= column.low
    if column.high is not None:
        assert values.max() <= column.high


def test_there_are_as_many_residents_as_asked_and_each_has_a_key_of_its_own(city):
    assert len(city.residents) == PERSONS
    assert city.residents["person_id"].is_unique
    assert city.residents["person_id"].notna().all()


def test_the_truth_is_about_everybody_the_population_rule_takes_in(city):
    people = city.residents
    rule = (people["born_abroad"] == "yes") & (people["age"] >= 16)
    rule &= people["arrival_date"] >= pd.Timestamp(2010, 1, 1)

    assert set(city.truth["person_id"]) == set(people.loc[rule, "person_id"])
    assert set(city.truth["planted_cluster"]) == set(CLUSTERS)


def test_household_size_counts_its_members(city):
    people = city.residents
    members = people.groupby("household_id")["person_id"].transform("size")

    assert people["household_size"].equals(members.astype(float))


def test_an_address_is_one_home_or_a_building_with_rooms(city):
    homes = city.residents.groupby("address_id")
    several = homes["household_id"].nunique().gt(1)
    addresses = city.residents.groupby("household_id")["address_id"].nunique()

    assert addresses.eq(1).all()
    assert several.any()
    assert (homes["tenure"].count() == 0)[several].all()
    assert homes["square"].nunique().eq(1).all()


def test_partners_name_each_other_and_share_a_home(city):
    people = city.residents.set_index("person_id")
    coupled = people[people["partner_id"].notna()]
    partners = people.loc[coupled["partner_id"]]

    assert (partners["partner_id"].to_numpy() == coupled.index).all()
    assert (people["has_partner"] == "yes").equals(people["partner_id"].notna())
    for shared in ("household_id", "tenure", "household_income", "neighbourhood"):
        same = partners[shared].fillna("-").to_numpy() == coupled[shared].fillna("-")
        assert same.all(), shared


@pytest.mark.parametrize("parent", ["mother_id", "father_id"])
def test_parents_are_old_enough_and_of_the_right_sex(city, parent):
    people = city.residents.set_index("person_id")
    children = people[people[parent].notna()]
    parents = people.loc[children[parent]]
    gap = parents["age"].to_numpy() - children["age"].to_numpy()

    assert gap.min() >= 15
    assert set(parents["sex"]) == {"woman" if parent == "mother_id" else "man"}


def test_minor_children_are_those_with_a_parent_link_in_the_household(city):
    people = city.residents
    links = people.melt(
        ["household_id", "age"], ["mother_id", "father_id"], value_name="parent_id"
    ).dropna(subset="parent_id")
    homes = people.set_index("person_id")["household_id"]
    at_home = links[links["household_id"] == homes.loc[links["parent_id"]].to_numpy()]
    minors = at_home[at_home["age"] < 18].groupby("parent_id").size()
    youngest = at_home.groupby("parent_id")["age"].min()

    counted = people["person_id"].map(minors).fillna(0).astype(float)
    assert people["minor_children"].tolist() == counted.tolist()
    expected = people["person_id"].map(youngest)
    assert people["youngest_child_age"].fillna(-1).tolist() == (
        expected.fillna(-1).tolist()
    )


def test_household_type_and_position_tell_the_same_story(city):
    allowed = {
        "single": {"single"},
        "unmarried_couple": {"partner_without_children", "other"},
        "married_couple": {"partner_without_children", "other"},
        "unmarried_parents": {"partner_with_children", "child", "other"},
        "married_parents": {"partner_with_children", "child", "other"},
        "one_parent": {"single_parent", "child", "other"},
        "other": {"other"},
        "institution": {"institution"},
    }
    found = city.residents.groupby("household_type")["household_position"].agg(set)

    assert all(found[kind] <= allowed[kind] for kind in found.index)


def test_who_lives_in_a_married_household_as_a_partner_is_married(city):
    people = city.residents
    coupled = people["has_partner"] == "yes"
    of_type = people["household_type"].str.startswith("married")

    assert of_type[coupled].equals((people["marital_status"] == "married")[coupled])


def test_nobody_arrives_or_moves_in_before_birth(city):
    people = city.residents
    assert not (people["arrival_date"] < people["birth_date"]).any()
    assert not (people["moved_in_date"] < people["birth_date"]).any()
    assert not (people["moved_in_date"] < people["arrival_date"]).any()
    assert people["arrival_date"].notna().equals(people["born_abroad"] == "yes")


def test_cluster_shares_are_the_published_ones_within_a_point(planted):
    shares = planted["planted_cluster"].value_counts(normalize=True) * 100
    published = cluster_profiles()["share_pct"]

    assert (shares.sort_index() - published).abs().max() < 1


def test_mean_stay_is_the_published_one_within_a_third_of_a_year(planted):
    stay = planted.groupby("planted_cluster")["stay"].mean()

    assert (stay - cluster_profiles()["avg_stay_years"]).abs().max() < 0.3


@pytest.mark.parametrize(
    ("ours", "published"),
    [
        ("household_income", "std_disp_hh_income_eur"),
        ("personal_income", "personal_income_eur"),
    ],
)
def test_median_incomes_are_the_published_ones_within_a_twentieth(
    planted, ours, published
):
    medians = planted.groupby("planted_cluster")[ours].median()
    targets = cluster_profiles()[published].dropna()

    assert (medians.loc[targets.index] / targets - 1).abs().max() < 0.05


def test_tenure_is_the_published_one_within_three_points(planted):
    found = pd.crosstab(
        planted["planted_cluster"],
        planted["tenure"].fillna("unknown"),
        normalize="index",
    )
    found = found.reindex(columns=tenure_shares().columns, fill_value=0)

    assert ((found - tenure_shares()).abs() * 100).to_numpy().max() < 3


def test_origins_are_the_published_counts_within_two_per_cent(city):
    people = city.residents
    parents = people["birth_country_mother"].where(
        people["birth_country_mother"] != NETHERLANDS, people["birth_country_father"]
    )
    origin = people["birth_country"].where(people["born_abroad"] == "yes", parents)
    counts = origin.map(group_of_country()).value_counts()
    published = origin_counts(2019)
    expected = pd.Series(apportion(PERSONS, published), index=published.index)

    assert ((counts.loc[expected.index] - expected).abs() <= 1 + 0.02 * expected).all()


def test_neighbourhoods_have_their_published_share_of_inhabitants(city):
    published = neighbourhoods()["inhabitants"]
    expected = published / published.sum() * PERSONS
    counts = city.residents["neighbourhood"].value_counts()
    counts = counts.reindex(published.index, fill_value=0)

    # A household is not divided, and an institution is large.
    assert ((counts - expected).abs() <= 50).all()
    assert (counts - expected).abs().median() < 4


def test_incomes_wages_and_contracts_belong_to_those_who_work(city):
    people = city.residents
    idle = ~people["income_source"].isin(["employee", "student"])

    assert people.loc[idle, "wage"].isna().all()
    assert people.loc[idle, "contract"].isna().all()
    assert (people.loc[people["income_source"] == "employee", "wage"] > 0).all()


def test_inside_a_cluster_features_depend_on_one_another(planted):
    settled = planted[planted["planted_cluster"] == 5]
    employees = planted[planted["planted_cluster"] == 1]

    def together(people, one, other):
        return people[one].corr(people[other], method="spearman")

    assert together(settled, "floor_area", "household_size") > 0.1
    assert together(settled, "dwelling_value", "floor_area") > 0.5
    assert together(employees, "personal_income", "wage") > 0.5
    assert together(employees, "age", "stay") > 0.15


def test_the_same_seed_gives_the_same_city_and_another_seed_another():
    one, same, other = (make_city(2_000, seed=seed) for seed in (3, 3, 4))

    pd.testing.assert_frame_equal(one.residents, same.residents)
    pd.testing.assert_frame_equal(one.truth, same.truth)
    assert not one.residents.equals(other.residents)


@pytest.mark.parametrize("seed", range(4))
def test_a_small_city_is_whole_too(seed):
    city = make_city(3_000, seed=seed)

    assert len(city.residents) == 3_000
    assert city.truth["planted_cluster"].nunique() == len(CLUSTERS)


@pytest.mark.parametrize(
    ("residents", "on"),
    [(100, ON), (3_000, date(2015, 1, 1)), (3_000, date(2040, 1, 1))],
)
def test_a_city_the_figures_cannot_be_met_for_is_refused(residents, on):
    with pytest.raises(ValueError, match="must lie in|needs at least"):
        make_city(residents, on=on)


def test_a_later_day_keeps_the_rule_and_the_stays():
    city = make_city(3_000, on=date(2023, 1, 1))
    people = city.residents.merge(city.truth, on="person_id")

    assert (people["arrival_date"] >= pd.Timestamp(2010, 1, 1)).all()
    assert (people["age"] >= 16).all()


def test_dirt_hides_and_never_changes(city):
    dirty = with_dirt(city.residents, seed=5)
    clean = city.residents

    for name in clean:
        known = dirty[name].notna()
        assert dirty.loc[known, name].equals(clean.loc[known, name]), name
    keys = [column.name for column in COLUMNS if column.kind is Kind.KEY]
    assert dirty[keys].equals(clean[keys])


def test_dirt_is_as_common_as_stated(city):
    clean, dirty = city.residents, with_dirt(city.residents, seed=5)
    gone = dirty.isna() & clean.notna()
    abroad = clean["born_abroad"] == "yes"
    recent = clean["arrival_year"] == 2018

    assert gone.loc[abroad, "birth_date"].mean() == pytest.approx(
        BIRTH_DAY_UNKNOWN, abs=0.01
    )
    assert gone.loc[recent, "personal_income"].mean() == pytest.approx(
        INCOME_UNKNOWN_FIRST_YEAR, abs=0.08
    )
    assert gone["education"].mean() == pytest.approx(
        education_unknown(clean).mean(), abs=0.01
    )
    assert gone.loc[abroad, "education"].mean() > gone.loc[~abroad, "education"].mean()


def test_what_a_household_shares_is_unknown_to_all_of_it(city):
    dirty = with_dirt(city.residents, seed=5)
    for name in ("household_income", "wealth", "dwelling_value"):
        shared = dirty.groupby("household_id")[name].agg(lambda v: v.isna().nunique())
        assert shared.max() == 1, name


@pytest.mark.parametrize("format", ["csv", "parquet", "sav"])
def test_the_truth_lies_beside_the_extract_and_never_inside(tmp_path, format):
    city = make_city(1_000, seed=2)
    write_person_extract(city, tmp_path, format, seed=2)

    read = {
        "csv": lambda path: pd.read_csv(path, sep=";", decimal=",", dtype=str),
        "parquet": pd.read_parquet,
        "sav": lambda path: pyreadstat.read_sav(path)[0],
    }[format]
    persons = read(tmp_path / f"persons.{format}")
    assert set(persons["person_id"]) == set(city.residents["person_id"])
    assert list(persons) == [column.name for column in DELIVERED]
    truth = pd.read_parquet(tmp_path / "truth.parquet")
    assert list(truth) == ["person_id", "planted_cluster"]


def test_municipal_csv_has_decimal_commas_and_keeps_its_zeros(tmp_path):
    city = make_city(1_000, seed=2)
    write_person_extract(city, tmp_path, "csv", seed=2)
    persons = pd.read_csv(tmp_path / "persons.csv", sep=";", dtype=str)

    assert persons["wage"].dropna().str.contains(",", regex=False).all()
    assert set(persons["municipality"]) == {"0772"}
    assert np.isin(persons["nationality"], ["0001"]).any()
