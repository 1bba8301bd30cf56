"""From the roster and the details to one row per person of the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.dates import age
from clusters.people.households import (
    children_at_home,
    household_sizes,
    partner_at_home,
)

if TYPE_CHECKING:
    from datetime import date


def assemble(
    roster: pd.DataFrame,
    details: pd.DataFrame,
    on: date,
    *,
    whole_households: bool,
) -> pd.DataFrame:
    """Return the people of the study, with age and household at the reference date.

    Parameters
    ----------
    roster : everybody in the extract, one row per person.
    details : the other columns, for the persons of the study only (the index).
    on : the reference date.
    whole_households : whether the roster holds every member of each household, so
        that children, partners and sizes can be found in it where they are not told.

    Returns
    -------
    DataFrame
        Index person_id, sorted; canonical columns, ``age`` always among them.
    """
    register = roster.set_index("person_id")
    people = register.loc[details.index].join(details, validate="one_to_one")
    people = people.assign(age=age(people, on)).sort_index()
    if whole_households and "household_id" in roster:
        people = people.assign(**_found_in(roster, people, on))
    return _with_standardised_income(people)


def _found_in(
    roster: pd.DataFrame, people: pd.DataFrame, on: date
) -> dict[str, pd.Series]:
    """Return the household columns that the extract did not tell."""
    found: dict[str, pd.Series] = {}
    if not _is_told(people, "household_size"):
        found["household_size"] = household_sizes(roster).reindex(people.index)
    if not _is_told(people, "has_partner") and _is_told(roster, "partner_id"):
        found["has_partner"] = partner_at_home(roster).reindex(people.index)
    has_parents = _is_told(roster, "mother_id") or _is_told(roster, "father_id")
    if not _is_told(people, "minor_children") and has_parents:
        children = children_at_home(roster, on).reindex(people.index)
        at_home = children["minor_children"].fillna(0)
        found["minor_children"] = at_home.mask(people["household_id"].isna())
        if not _is_told(people, "youngest_child_age"):
            found["youngest_child_age"] = children["youngest_child_age"]
    return found


def _is_told(people: pd.DataFrame, name: str) -> bool:
    """Whether a column says something of anybody; a delivered one may be empty."""
    return name in people and bool(people[name].notna().any())


def _with_standardised_income(people: pd.DataFrame) -> pd.DataFrame:
    """Standardise household income by the square root of the household's size.

    That is the scale of the OECD; Statistics Netherlands has factors of its own, which
    come with incomes that are standardised already.
    """
    needed = {"household_income_total", "household_size"}
    if _is_told(people, "household_income") or not needed <= set(people.columns):
        return people
    income = people["household_income_total"] / people["household_size"] ** 0.5
    return people.assign(household_income=income)
