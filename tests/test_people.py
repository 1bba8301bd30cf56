from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clusters.errors import ExtractError
from clusters.people import assemble, select
from clusters.people.contradictions import contradictions
from clusters.people.dates import age
from clusters.people.households import children_at_home
from clusters.settings import Population

ON = date(2019, 1, 1)


def roster(**columns):
    length = len(next(iter(columns.values())))
    ordinary = {
        "person_id": [f"p{number}" for number in range(length)],
        "age": [30.0] * length,
        "birth_country": ["7024"] * length,
    }
    return pd.DataFrame({**ordinary, **columns})


def born_abroad(**choices):
    return Population(definition="born_abroad", **choices)


def funnel(selection):
    return {step.name: step.persons for step in selection.funnel}


@pytest.mark.parametrize(
    ("born", "years"),
    [("2003-01-01", 16), ("2003-01-02", 15), ("2002-12-31", 16), ("2019-01-01", 0)],
)
def test_a_birthday_on_the_reference_date_counts(born, years):
    people = pd.DataFrame({"birth_date": pd.to_datetime([born])})

    assert age(people, ON).tolist() == [years]


def test_a_year_of_birth_alone_counts_as_the_middle_of_that_year():
    people = pd.DataFrame({"birth_year": [2000.0, None]})

    assert age(people, date(2019, 6, 30)).tolist()[0] == 18
    assert age(people, date(2019, 7, 1)).tolist()[0] == 19
    assert age(people, ON).isna().tolist() == [False, True]


def test_the_funnel_adds_up_and_gives_the_first_reason():
    everybody = roster(
        age=[15.0, 15.0, 16.0, 40.0, None, 40.0],
        birth_country=["6030", "7024", "7024", "6030", "7024", "0000"],
    )

    selection = select(everybody, born_abroad(), ON, municipality=None, rows_read=9)

    assert funnel(selection) == {
        "read": 9,
        "elsewhere": 3,
        "no_age": 1,
        "too_young": 2,
        "not_international": 1,
        "origin_unknown": 1,
        "kept": 1,
    }
    assert selection.person_ids.tolist() == ["p2"]


def test_either_needs_one_of_the_two_and_is_unknown_when_nothing_is_sure():
    everybody = roster(
        birth_country=["6030", "7024", "6030", None, None],
        nationality=["0001", "0001", "0027", None, "0027"],
    )

    selection = select(
        everybody, Population(definition="either"), ON, municipality=None, rows_read=5
    )

    assert selection.person_ids.tolist() == ["p1", "p2", "p4"]
    assert funnel(selection)["origin_unknown"] == 1


def test_arrived_since_leaves_out_earlier_and_unknown_arrivals():
    everybody = roster(arrival_year=[2009.0, 2010.0, None])

    selection = select(
        everybody, born_abroad(arrived_since=2010), ON, municipality=None, rows_read=3
    )

    assert selection.person_ids.tolist() == ["p1"]
    assert funnel(selection)["arrived_earlier"] == 1
    assert funnel(selection)["arrival_unknown"] == 1


def test_people_of_another_municipality_are_left_out_before_anything_else():
    everybody = roster(municipality=["0772", "0344", None], age=[10.0, 10.0, 30.0])

    with pytest.raises(ExtractError, match="Nobody"):
        select(everybody, born_abroad(), ON, municipality="0772", rows_read=3)


@pytest.mark.parametrize("definition", ["foreign_nationality", "either"])
def test_a_rule_without_its_column_is_refused(definition):
    with pytest.raises(ExtractError, match="nationality"):
        select(
            roster(age=[30.0]),
            Population(definition=definition),
            ON,
            municipality=None,
            rows_read=1,
        )


FAMILY = pd.DataFrame(
    {
        "person_id": ["ma", "pa", "son", "gran", "away", "baby"],
        "household_id": ["h1", "h1", "h1", "h2", "h3", "h1"],
        "mother_id": [None, None, "ma", None, "ma", "ma"],
        "father_id": [None, None, "pa", None, "pa", None],
        "partner_id": ["pa", "ma", None, None, None, None],
        "age": [40.0, 45.0, 17.0, 70.0, 19.0, 0.0],
    }
)


def test_a_child_counts_for_the_parent_it_lives_with():
    found = children_at_home(FAMILY, ON)

    assert found["minor_children"].to_dict() == {"ma": 2.0, "pa": 1.0}
    assert found["youngest_child_age"].to_dict() == {"ma": 0.0, "pa": 17.0}


def test_household_facts_are_found_only_where_households_are_whole():
    wanted = pd.DataFrame(index=pd.Index(["ma", "gran"], name="person_id"))

    partial = assemble(FAMILY, wanted, ON, whole_households=False)
    whole = assemble(FAMILY, wanted, ON, whole_households=True)

    assert "minor_children" not in partial
    assert whole.loc["ma", "household_size"] == 4
    assert whole.loc["ma", "has_partner"] == "yes"
    assert whole.loc["gran", "minor_children"] == 0
    assert whole.loc["gran", "has_partner"] == "no"


def test_what_the_extract_tells_is_not_counted_again():
    told = pd.DataFrame(
        {"household_size": [9.0]}, index=pd.Index(["ma"], name="person_id")
    )

    people = assemble(FAMILY, told, ON, whole_households=True)

    assert people.loc["ma", "household_size"] == 9


def test_income_of_a_household_is_divided_over_its_members():
    details = pd.DataFrame(
        {"household_income_total": [40_000.0], "household_size": [4.0]},
        index=pd.Index(["ma"], name="person_id"),
    )

    people = assemble(FAMILY, details, ON, whole_households=False)

    assert people.loc["ma", "household_income"] == 20_000


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (
            {"income_source": "employee", "wage": 2000.0},
            {"income_source": "pension", "wage": 2000.0},
            "source of income",
        ),
        (
            {"minor_children": 2.0, "youngest_child_age": 4.0},
            {"minor_children": 0.0, "youngest_child_age": 4.0},
            "the age of the youngest",
        ),
        (
            {"household_position": "single", "household_size": 1.0},
            {"household_position": "single", "household_size": 3.0},
            "does not fit its size",
        ),
        (
            {"household_position": "partner_with_children", "has_partner": "yes"},
            {"household_position": "partner_with_children", "has_partner": "no"},
            "having a partner",
        ),
        (
            {"minor_children": 2.0, "household_size": 3.0},
            {"minor_children": 2.0, "household_size": 2.0},
            "other members",
        ),
        (
            {"arrival_year": 2010.0, "moved_in_year": 2010.0},
            {"arrival_year": 2010.0, "moved_in_year": 2003.0},
            "before that of arrival",
        ),
    ],
)
def test_columns_that_cannot_both_be_right_are_counted(right, wrong, told):
    unknown = dict.fromkeys(right)
    people = pd.DataFrame([right] * 5 + [wrong] * 3 + [unknown] * 2)
    people = people.astype({n: "str" for n, v in right.items() if isinstance(v, str)})

    (found,) = contradictions(people)

    assert told in found.told.en
    assert (found.persons, found.of) == (3, 8)
    assert not [*contradictions(pd.DataFrame([right] * 5))]


def test_when_nobody_is_left_the_message_names_what_dropped_most():
    everybody = roster(age=[10.0, 12.0, 40.0], birth_country=["7024", "7024", "6030"])

    with pytest.raises(ExtractError, match="Younger than 16"):
        select(everybody, born_abroad(), ON, municipality=None, rows_read=3)
