"""Children and partner at home, found by following the keys in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.dates import age
from clusters.schema import NO, YES

if TYPE_CHECKING:
    from datetime import date

MAJORITY = 18


def children_at_home(roster: pd.DataFrame, on: date) -> pd.DataFrame:
    """Return ``minor_children`` and ``youngest_child_age`` of every parent.

    A child counts for a parent whose key it carries and whose household it shares.
    Parents are found among everybody in ``roster``, so that must hold whole
    households; the index is the parent's person_id, without children it is absent.
    """
    children = roster.assign(years=age(roster, on))
    links = [
        children[["household_id", "years"]].assign(parent=children[parent])
        for parent in ("mother_id", "father_id")
        if parent in children
    ]
    pairs = pd.concat(links).dropna(subset=["parent", "household_id"])
    homes = roster.set_index("person_id")["household_id"]
    at_home = pairs[pairs["parent"].map(homes) == pairs["household_id"]]
    by_parent = at_home.assign(minor=at_home["years"] < MAJORITY).groupby("parent")
    return pd.DataFrame(
        {
            "minor_children": by_parent["minor"].sum().astype(float),
            "youngest_child_age": by_parent["years"].min(),
        }
    )


def partner_at_home(roster: pd.DataFrame) -> pd.Series:
    """Return per person_id whether the partner lives in the same household."""
    homes = roster.set_index("person_id")["household_id"]
    partners = roster.set_index("person_id")["partner_id"]
    together = partners.map(homes) == homes
    return together.map({True: YES, False: NO})


def household_sizes(roster: pd.DataFrame) -> pd.Series:
    """Return per person_id the number of members of the household."""
    members = roster.groupby("household_id")["person_id"].transform("size")
    return pd.Series(members.to_numpy(float), index=roster["person_id"])
