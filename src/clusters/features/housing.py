"""Housing features: how somebody lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.people.dates import moment, years_since

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd


def floor_area_per_person(people: pd.DataFrame, on: date) -> pd.Series:
    """Floor area of the dwelling for each member of the household."""
    del on
    return people["floor_area"] / people["household_size"]


def years_at_address(people: pd.DataFrame, on: date) -> pd.Series:
    """Years since moving in."""
    return years_since(moment(people, "moved_in_date", "moved_in_year"), on)
