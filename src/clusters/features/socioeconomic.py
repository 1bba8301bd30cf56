"""Socio-economic features: what somebody lives on, does and has learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.features.sectors import sector_group

if TYPE_CHECKING:
    from datetime import date

# Three levels, as in the publications of Statistics Netherlands.
_EDUCATION_LEVEL = {
    "primary": "low",
    "lower_secondary": "low",
    "upper_secondary": "middle",
    "bachelor": "high",
    "master": "high",
}
# What tells of a job at the reference date. Contract and sector do not: surveys ask
# them of the last job too.
_JOB_COLUMNS = ("working_relation", "weekly_hours", "wage")


def sector(people: pd.DataFrame, on: date) -> pd.Series:
    """Industry of the main work, in groups of SBI 2008 sections."""
    del on
    return sector_group(people["sector"])


def education(people: pd.DataFrame, on: date) -> pd.Series:
    """Highest level attained, in three levels."""
    del on
    return people["education"].map(_EDUCATION_LEVEL)


def works(people: pd.DataFrame, on: date) -> pd.Series:
    """Whether questions about work make sense.

    They do for everybody of whom a job is known, and for those who live on work. If
    the source of income is known and is another, there is no work to ask about.
    """
    del on
    has_job = _has_any(people, _JOB_COLUMNS)
    if "income_source" not in people:
        return has_job
    source = people["income_source"]
    return has_job | source.isin(["employee", "self_employed"]) | source.isna()


def is_employee(people: pd.DataFrame, on: date) -> pd.Series:
    """Whether questions about a contract and a wage make sense."""
    own_business = pd.Series(data=False, index=people.index)
    if "working_relation" in people:
        own_business |= people["working_relation"] == "self_employed"
    if "income_source" in people:
        own_business |= people["income_source"] == "self_employed"
    paid = _has_any(people, ("wage",))
    return paid | (works(people, on) & ~own_business)


def _has_any(people: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    present = [column for column in columns if column in people]
    return people[present].notna().any(axis="columns")
