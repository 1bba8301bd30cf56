from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from conftest import frame

from clusters.perspectives.origin.birth import (
    diversity,
    group18,
    mapping,
    origin_country,
    origins9,
    origins18,
    origins_cbs,
    unlisted,
)
from clusters.perspectives.origin.groups import ORIGIN9, ORIGIN18, ORIGIN_CBS
from clusters.synthetic import make_city
from clusters.synthetic.figures import origin_counts

EXPECTED = Path(__file__).parent / "expected"
NL, GERMANY, INDIA, SURINAME = "6030", "6029", "7046", "5007"


@pytest.mark.parametrize(
    ("own", "mother", "father", "origin"),
    [
        (INDIA, NL, NL, INDIA),
        (INDIA, GERMANY, SURINAME, INDIA),
        (NL, GERMANY, SURINAME, GERMANY),
        (NL, NL, SURINAME, SURINAME),
        (NL, NL, NL, NL),
        (NL, None, SURINAME, SURINAME),
        (NL, "0000", SURINAME, SURINAME),
        (NL, NL, None, NL),
        (NL, None, NL, NL),
        (NL, None, None, None),
        (NL, "0000", "0000", None),
        ("0000", GERMANY, GERMANY, None),
        (None, GERMANY, GERMANY, None),
    ],
)
def test_origin_is_the_own_country_else_the_mothers_else_the_fathers(
    own, mother, father, origin
):
    person = frame(
        birth_country=[own],
        birth_country_mother=[mother],
        birth_country_father=[father],
    )

    found = origin_country(person).iloc[0]

    assert found == origin if origin else pd.isna(found)


def test_without_the_parents_nobody_born_here_has_an_origin():
    people = frame(birth_country=[NL, INDIA], birth_country_mother=[NL, NL])

    assert origins18(people).astype(object).fillna("?").tolist() == ["?", "SASIA"]


def test_every_code_of_the_country_table_has_a_group_or_is_no_country():
    without = mapping().query("origin18 == ''")

    assert list(without.index) == ["0000", "9999"]
    assert len(mapping()) == 389
    assert set(mapping()["origin18"]) - {""} == {group.code for group in ORIGIN18}
    assert set(mapping()["cbs2022"]) - {""} == {group.code for group in ORIGIN_CBS}


def test_every_departure_from_the_citys_map_has_a_reason_in_both_languages():
    table = mapping()
    departs = (table["origin18"] != table["city_map"]) | (table["origin18"] == "")

    assert (departs == (table["reason_nl"] != "")).all()
    assert (departs == (table["reason_en"] != "")).all()
    drawn_otherwise = table[departs & (table["city_map"] != "")]
    assert set(drawn_otherwise.index) == {"5057", "9043", "5065", "5061", "5112"}


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("9049", "CEE"),  # Soviet Union
        ("6045", "CEE"),  # Yugoslavia
        ("7048", "CEE"),  # Czechoslovakia
        ("7085", "GERMAN"),  # East Germany
        ("9030", "INDONESIA"),  # Dutch East Indies
        ("7011", "WINDIES"),  # Netherlands Antilles
        ("5107", "WINDIES"),  # Curaçao
        ("5073", "SSA"),  # Réunion
        ("7070", "SASIA"),  # British India
        ("5003", "GERMAN"),  # Switzerland
    ],
)
def test_former_states_and_territories_have_a_group(code, group):
    assert group18(pd.Series([code])).tolist() == [group]


def test_the_nine_groups_join_the_eighteen_as_the_citys_maps_do():
    joined = {}
    for group in ORIGIN18:
        joined.setdefault(group.joined, set()).add(group.code)

    assert joined == {
        "NL": {"NL"},
        "COLONIES": {"INDONESIA", "WINDIES"},
        "WEST": {"BELGIUM", "ANGLO", "GERMAN", "SCAND", "MEDIT"},
        "CEE": {"CEE"},
        "TURKEY": {"TURKEY"},
        "MOROCCO": {"MOROCCO"},
        "AFRICA_ARAB": {"ARAB", "SSA", "CASIA"},
        "ASIA": {"SASIA", "EASIA"},
        "OTHER": {"SEAPAC", "LATAM"},
    }
    assert {group.code for group in ORIGIN9} == set(joined)


def test_nine_and_ten_groups_follow_from_the_country():
    people = frame(
        birth_country=["5015", INDIA, SURINAME, "5107", "5014", "0000"],
    )

    assert origins9(people).dropna().tolist() == [
        "WEST", "ASIA", "COLONIES", "COLONIES", "WEST",
    ]  # fmt: skip
    assert origins_cbs(people).dropna().tolist() == [
        "EUROPE", "ASIA", "SURINAME", "DUTCH_CARIBBEAN", "AFRICA",
    ]  # fmt: skip


def test_a_code_newer_than_the_mapping_is_told():
    assert unlisted(frame(birth_country=["8888", INDIA, None])) == ("8888",)


@pytest.mark.parametrize(
    ("shares", "worked"),
    [
        ([1], 0.00),
        ([1 / 2, 1 / 2], 0.50),
        ([2 / 3, 1 / 6, 1 / 6], 0.50),
        ([1 / 3, 1 / 3, 1 / 3], 0.67),
        ([4 / 5, 1 / 10, 1 / 10], 0.34),
    ],
)
def test_diversity_gives_the_values_worked_out_by_the_wrr(shares, worked):
    assert round(diversity(pd.Series(shares)), 2) == worked


def test_diversity_of_eindhoven_agrees_with_the_published_counts_to_four_decimals():
    counts = pd.read_csv(
        EXPECTED / "origin18_eindhoven_2010_2019.csv", index_col="year"
    )
    derived = pd.read_csv(EXPECTED / "hhi_derived.csv").query("basis == 'counts'")

    found = {year: round(diversity(row), 4) for year, row in counts.iterrows()}

    assert found == dict(
        zip(derived["year"], derived["hhi_1_minus_sum_sq"], strict=True)
    )


def test_diversity_of_nine_cities_agrees_with_the_published_shares():
    shares = pd.read_csv(EXPECTED / "origin18_cities_2017_pct.csv", index_col="group")
    derived = pd.read_csv(EXPECTED / "hhi_derived.csv").query("basis != 'counts'")

    for place, value in zip(
        derived["place"], derived["hhi_1_minus_sum_sq"], strict=True
    ):
        assert round(diversity(shares[place]), 4) == value


@pytest.mark.parametrize("shares", [[-1, 2], [0, 0], []])
def test_diversity_refuses_what_are_no_shares(shares):
    with pytest.raises(ValueError, match="Shares"):
        diversity(pd.Series(shares, dtype=float))


def test_the_origins_of_the_made_up_city_are_those_it_was_drawn_from():
    residents = make_city(4000, seed=1).residents

    drawn = origins18(residents).value_counts(normalize=True)
    published = origin_counts(2019)

    assert drawn.sum() == pytest.approx(1)
    difference = drawn - published / published.sum()
    assert difference.abs().max() < 0.02
