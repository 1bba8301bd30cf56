"""Demographic features: who somebody is and with whom they live.

A feature looks at ``people`` (one row per person) and at the reference date, and at
nothing else. It gives a number or a code per person; missing is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.people.dates import moment, years_since
from clusters.people.households import MAJORITY
from clusters.people.population import is_foreign_born, is_foreign_national
from clusters.perspectives.origin.birth import origins18
from clusters.schema import NO, YES

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd


def years_in_country(people: pd.DataFrame, on: date) -> pd.Series:
    """Years since the latest settlement in the country."""
    return years_since(_arrival(people), on)


def age_at_arrival(people: pd.DataFrame, on: date) -> pd.Series:
    """Age at the latest settlement; half a year off where only years are known."""
    return (people["age"] - years_since(_arrival(people), on)).clip(lower=0)


def arrived(people: pd.DataFrame, on: date) -> pd.Series:
    """Whether somebody came from abroad: those born here and never away did not."""
    del on
    told = _arrival(people).notna()
    foreign_born = is_foreign_born(people)
    if foreign_born is None:
        return told
    return told | foreign_born.fillna(True).astype(bool)


def other_minors(people: pd.DataFrame, on: date) -> pd.Series:
    """Members under 18 of the household besides the person, whoever the parents are."""
    del on
    is_minor = (people["age"] < MAJORITY).astype("Int64")
    return (people["household_minors"] - is_minor).clip(lower=0)


def has_children_at_home(people: pd.DataFrame, on: date) -> pd.Series:
    """Whether the age of a youngest child is a question at all."""
    del on
    childless = people["youngest_child_age"].isna()
    if "minor_children" in people:
        childless &= people["minor_children"] == 0
    return ~childless


def origin(people: pd.DataFrame, on: date) -> pd.Series:
    """Group of origin among the 18 of the WRR."""
    del on
    return origins18(people)


def born_abroad(people: pd.DataFrame, on: date) -> pd.Series:
    """Whether somebody was born abroad."""
    del on
    return _yes_or_no(is_foreign_born(people))


def foreign_nationality(people: pd.DataFrame, on: date) -> pd.Series:
    """Whether somebody has no Dutch nationality."""
    del on
    return _yes_or_no(is_foreign_national(people))


def _yes_or_no(answers: pd.Series) -> pd.Series:
    return answers.astype(object).map({True: YES, False: NO})


def _arrival(people: pd.DataFrame) -> pd.Series:
    return moment(people, "arrival_date", "arrival_year")
