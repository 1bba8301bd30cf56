"""Ages and durations at the reference date, from a date or from a year alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from datetime import date

DAYS_PER_YEAR = 365.25

# Of a year alone, the middle is the date that is wrong by the least.
_MIDDLE_OF_YEAR = "-07-01"


def age(people: pd.DataFrame, on: date) -> pd.Series:
    """Return age in whole years: as told, or else from the date or year of birth."""
    told = people.get("age", pd.Series(np.nan, index=people.index))
    born = moment(people, "birth_date", "birth_year")
    had_birthday = (born.dt.month < on.month) | (
        (born.dt.month == on.month) & (born.dt.day <= on.day)
    )
    return told.fillna(on.year - born.dt.year - np.where(had_birthday, 0, 1))


def moment(people: pd.DataFrame, day: str, year: str) -> pd.Series:
    """Return the date in column ``day``, or where that is missing mid-``year``."""
    missing = pd.Series(pd.NaT, index=people.index, dtype="datetime64[s]")
    exact = people.get(day, missing)
    if year not in people:
        return exact
    known = people[year].dropna().astype(int).astype(str) + _MIDDLE_OF_YEAR
    middle = pd.to_datetime(known).reindex(people.index).astype("datetime64[s]")
    return exact.fillna(middle)


def years_since(start: pd.Series, on: date) -> pd.Series:
    """Return years from ``start`` to the reference date, never below zero.

    On an anniversary the year is whole, though 365 days are less than a mean year.
    """
    day = pd.Timestamp(on)
    elapsed = (day - start).dt.days / DAYS_PER_YEAR
    whole = whole_years(start, pd.Series(day, index=start.index))
    return elapsed.clip(lower=whole).clip(lower=0)


def whole_years(start: pd.Series, end: pd.Series) -> pd.Series:
    """Return completed years from each start to each end, as anniversaries count.

    Who starts on 29 February has it on the 28th, so that every year has the day.

    Examples
    --------
    >>> start, end = (pd.to_datetime(pd.Series(each)) for each in (
    ...     ["2018-01-01", "2018-01-01", "2020-02-29"],
    ...     ["2019-01-01", "2018-12-31", "2021-02-28"]))
    >>> whole_years(start, end).tolist()
    [1, 0, 1]
    """
    years = end.dt.year - start.dt.year
    return years - (_day_of_year(end) < _day_of_year(start)).astype(years.dtype)


def _day_of_year(moments: pd.Series) -> pd.Series:
    """Return month and day as one number, which both 28 and 29 February share."""
    day = moments.dt.day.mask(moments.dt.month.eq(2) & moments.dt.day.eq(29), 28)
    return 100 * moments.dt.month + day
