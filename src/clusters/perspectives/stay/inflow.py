"""Who came and who moved, by year and group.

Residents of one day say who came and stayed, not who came: those who left again are
not among them, the more so the longer ago they came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.dates import moment

if TYPE_CHECKING:
    from datetime import date

INFLOW_SINCE = 2010  # the first year of the city's question


def arrival_years(people: pd.DataFrame) -> pd.Series:
    """Return the year each person settled in the country, missing where unknown."""
    arrived = moment(people, "arrival_date", "arrival_year")
    return arrived.dt.year.astype("Int64").rename("year")


def moves(
    moved: pd.DataFrame, by: pd.Series, *, since: date, until: date
) -> pd.DataFrame:
    """Count moves over the city border by group.

    Parameters
    ----------
    moved : one row per move, with ``moved_on`` and ``direction`` ("in" or "out").
    by : the group of each mover, a categorical on the same index.
    since, until : the first and last day to count.

    Returns
    -------
    DataFrame
        The group, and exact numbers ``moved_in`` and ``moved_out``: a row for every
        category.
    """
    counted = moved["moved_on"].between(pd.Timestamp(since), pd.Timestamp(until))
    groups = by[counted]
    directions = moved.loc[counted, "direction"]
    numbers = {
        f"moved_{way}": groups[directions == way].value_counts(sort=False)
        for way in ("in", "out")
    }
    name = by.name or "group"
    return pd.DataFrame(numbers).rename_axis(name).reset_index()
