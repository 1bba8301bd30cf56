from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from clusters.errors import SettingsError
from clusters.people.rule import describe
from clusters.perspectives.types import links
from clusters.perspectives.types.assign import REASONS, TYPES, TypeRules, assign_types
from clusters.perspectives.types.names import types_of
from clusters.perspectives.types.wage_limits import WageLimit, wage_limit
from clusters.schema import Text
from clusters.settings.study import Population, StudyInfo
from clusters.synthetic import make_city

EXPECTED = Path(__file__).parent / "expected" / "types.csv"
ON = date(2018, 1, 1)  # so that incomes are those of 2017
RULES = TypeRules(definition="born_abroad", arrived_since=2010)
NUMBERS = ("age", "arrival_year", "personal_income")


def residents():
    table = pd.read_csv(EXPECTED, dtype=str, index_col="person_id")
    return table.assign(**{name: table[name].astype(float) for name in NUMBERS})


def given(people, rules=RULES, on=ON):
    return assign_types(people, on, rules).type.astype(str).to_dict()


def test_every_rule_gives_the_type_worked_out_by_hand():
    table = residents()
    people = table.drop(columns=["type", "reason", "case"])

    types = assign_types(people, ON, RULES)

    found = pd.DataFrame(
        {
            "type": types.type.astype(str),
            "reason": types.reason.astype(object).fillna(""),
        }
    )
    expected = table[["type", "reason"]].fillna("")
    wrong = found.ne(expected).any(axis="columns")
    assert not wrong.any(), found[wrong].join(table["case"])


def test_the_reasons_are_counted_with_their_type():
    counts = assign_types(residents(), ON, RULES).reason_counts()

    told = counts.set_index(["type", "reason"])["persons"]
    assert told["other", "no_income"] == 3
    assert told["undetermined", "income_source_unknown"] == 2
    assert set(counts["type"]) == {"other", "undetermined"}


@pytest.mark.parametrize(
    ("column", "person", "without"),
    [
        ("migration_motive", "a1", "undetermined"),
        ("migration_motive", "b1", "labour_migrant"),  # came before 2014
        ("income_source", "a1", "undetermined"),
        ("income_source", "a3", "child_foreign"),
        ("personal_income", "a1", "undetermined"),
        ("personal_income", "c1", "student"),
        ("partner_id", "f4", "undetermined"),  # may have followed a status holder
        ("nationality", "a3", "undetermined"),
        ("nationality", "a1", "knowledge_worker"),
        ("mother_id", "a4", "undetermined"),
        ("arrival_year", "a1", "undetermined"),
        ("birth_country", "a1", "undetermined"),
    ],
)
def test_without_a_column_a_type_that_needs_it_cannot_be_determined(
    column, person, without
):
    people = residents().drop(columns=column)

    assert given(people)[person] == without


def test_nobody_is_given_another_type_for_want_of_a_column():
    everything = given(residents())
    for column in residents().columns.drop(["type", "reason", "case", "age"]):
        for person, kind in given(residents().drop(columns=column)).items():
            assert kind in (everything[person], "undetermined"), (column, person)


def test_status_holders_can_be_left_in_the_other_types():
    rules = TypeRules(arrived_since=2010, status_holders=False)

    types = given(residents().drop(columns="migration_motive"), rules)

    assert types["d9"] == "knowledge_worker"
    assert types["d7"] == "child_foreign"


def test_students_without_income_can_be_left_out_as_on_the_dashboard():
    rules = TypeRules(arrived_since=2010, only_students_with_income=True)

    types = assign_types(residents(), ON, rules)

    assert types.type["c1"] == "student"
    assert types.type["c2"] == "other"
    assert types.reason["c2"] == "student_without_income"


def test_the_wage_can_be_held_against_the_limit_with_holiday_pay():
    people = residents().loc[["a1", "b1"]]
    people["wage"] = [37_000 / 12.96, 36_999 / 12.96]

    rules = TypeRules(arrived_since=2010, income="wage")

    assert list(given(people, rules).values()) == ["knowledge_worker", "labour_migrant"]


@pytest.mark.parametrize(
    ("scheme", "year", "regular", "under_30", "basis"),
    [
        ("ruling", 2017, 37_000, 28_125, "published"),
        ("ruling", 2024, 46_107, 35_048, "published"),
        ("ruling", 2011, 35_000, 26_605, "choice"),
        ("ind", 2013, 52_010, 38_141, "published"),
        ("ind", 2014, 4_048 * 12.96, 2_968 * 12.96, "derived"),
        ("ind", 2017, 4_324 * 12.96, 3_170 * 12.96, "published"),
        ("decisio", 2013, 36_407, 27_109, "published"),
    ],
)
def test_limits_are_a_year_with_holiday_pay(scheme, year, regular, under_30, basis):
    limit = wage_limit(scheme, year)

    assert (limit.regular, limit.under_30) == (regular, under_30)
    assert limit.basis == basis


def test_a_year_without_a_limit_is_refused_and_an_own_limit_is_not():
    with pytest.raises(SettingsError, match="2010-2026"):
        wage_limit("ruling", 2009)
    rules = TypeRules(own_limit=WageLimit(regular=20_000, under_30=15_000))

    types = assign_types(residents(), date(2009, 7, 1), rules)

    assert types.type["b3"] == "knowledge_worker"


def test_without_a_limit_employees_are_not_divided():
    rules = TypeRules(arrived_since=2010, scheme=None)

    types = assign_types(residents(), ON, rules)

    assert types.type["a1"] == "undetermined"
    assert types.reason["a1"] == "limit_unknown"
    assert types.type["a2"] == "partner"  # whose partner works, at whatever wage
    assert types.type["c1"] == "student"


def test_limits_never_fall_and_are_lower_under_30():
    for scheme in ("ruling", "ind"):
        amounts = [wage_limit(scheme, year) for year in range(2010, 2027)]
        regular = [limit.regular for limit in amounts]
        assert regular == sorted(regular)
        assert all(limit.under_30 < limit.regular for limit in amounts)


def test_every_type_and_reason_is_said_in_both_languages():
    for text in [
        *(each.name for each in TYPES),
        *(each.rule for each in TYPES),
        *(each.meaning for each in REASONS),
    ]:
        assert text.nl
        assert text.en


def test_the_made_up_city_has_about_the_published_numbers_of_each_type():
    # Published for 2017, scaled; the city is drawn for 2019, so they are orders only.
    residents = 12_000
    people = make_city(residents, seed=3).residents.set_index("person_id")
    rules = TypeRules(arrived_since=2010, only_students_with_income=True)

    types = assign_types(people, date(2019, 1, 1), rules).type.value_counts()

    published = {"knowledge_worker": 6_100, "labour_migrant": 7_040, "student": 1_760}
    for code, count in published.items():
        drawn = types[code] * 226_915 / residents
        assert 0.5 * count < drawn < 2.5 * count
    assert types["undetermined"] == 0


def family(**columns):
    ids = ["parent", "child", "lodger"]
    ordinary = {
        "household_id": ["h1", "h1", "h2"],
        "partner_id": ["lodger", None, "elsewhere"],
        "mother_id": [None, "parent", None],
        "father_id": [None, None, None],
    }
    return pd.DataFrame({**ordinary, **columns}, index=pd.Index(ids, name="person_id"))


def fact(*answers):
    return pd.Series(
        list(answers), index=["parent", "child", "lodger"], dtype="boolean"
    )


def told(answers):
    return ["?" if pd.isna(answer) else bool(answer) for answer in answers]


@pytest.mark.parametrize(
    ("answers", "of_parents", "of_children", "of_home", "of_partners"),
    [
        (
            (True, False, False),
            [False, True, False],
            [False, False, False],
            [True, True, False],
            [False, False, False],
        ),
        (
            (False, True, None),
            [False, False, False],
            [True, False, False],
            [True, True, "?"],
            ["?", False, False],
        ),
        (
            (None, None, True),
            [False, "?", False],
            ["?", False, False],
            ["?", "?", True],
            [True, False, False],
        ),
    ],
)
def test_what_holds_of_others_is_found_by_their_keys(
    answers, of_parents, of_children, of_home, of_partners
):
    people, holds = family(), fact(*answers)

    assert told(links.of_either_parent(people, holds)) == of_parents
    assert told(links.of_any_child(people, holds)) == of_children
    assert told(links.of_household(people, holds)) == of_home
    assert told(links.of_partner(people, holds)) == of_partners


def test_a_certain_relative_outweighs_a_column_that_is_absent():
    people, holds = family().drop(columns="father_id"), fact(True, True, False)

    assert told(links.of_any_child(people, holds)) == [True, "?", "?"]
    assert told(links.of_either_parent(people, holds)) == ["?", True, "?"]


def test_of_two_children_the_certain_one_decides():
    people = family(mother_id=[None, "parent", "parent"])

    assert told(links.of_any_child(people, fact(False, None, True)))[0] is True
    assert told(links.of_any_child(people, fact(False, True, None)))[0] is True
    assert told(links.of_any_child(people, fact(False, False, None)))[0] == "?"


def test_children_have_the_nationality_of_the_country_that_is_studied():
    # "Child, Dutch nationality" was said of children in Bogota
    own = Text("Colombiaanse nationaliteit", "Colombian nationality")

    told = {each.code: each for each in types_of(own)}

    assert told["child_dutch"].name.nl == "Kind, met Colombiaanse nationaliteit"
    assert told["child_foreign"].name.en == "Child, without Colombian nationality"
    said = " ".join(f"{each.name} {each.rule}" for each in told.values())
    assert "Nederland" not in said
    assert "Dutch" not in said
    assert [each.code for each in types_of(own)] == [each.code for each in TYPES]
    assert {each.code: each.name.nl for each in TYPES}["child_dutch"] == (
        "Kind, met Nederlandse nationaliteit"
    )


@pytest.mark.parametrize(
    ("told", "nationality"),
    [
        ({}, None),
        ({"country": "Spanje"}, "nationaliteit van Spanje"),
        ({"country": "Spanje", "nationality": "Spaanse nationaliteit"},
         "Spaanse nationaliteit"),
    ],
)  # fmt: skip
def test_a_study_says_what_the_nationality_of_its_country_is_called(told, nationality):
    study = StudyInfo(name="elders", reference_date=date(2020, 1, 1), **told)

    own = study.nationality_elsewhere

    assert (own.nl if own else None) == nationality
    population = Population(definition="foreign_nationality")
    said = describe(population, "Madrid", own).nl
    assert f"zonder {nationality or 'Nederlandse nationaliteit'}." in said
