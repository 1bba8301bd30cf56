"""Which cells the rules hide before anybody attacks them (SDC-01 to 05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.disclosure.design import ANSWER, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from clusters.disclosure.equations import Equations, Placed
    from clusters.disclosure.policy import Policy

    Flags = NDArray[np.bool_]

EVERY = "*"
# The other units that a table may count beside its persons.
HOUSEHOLDS, ADDRESSES = "households", "addresses"


def few_persons(placed: Placed, equations: Equations, policy: Policy) -> Flags:
    """Return which rows have too few persons behind them, or none (SDC-01, 03)."""
    few: Flags = equations.counts[placed.rows] < policy.minimum_persons
    return few


def few_units(placed: Placed, equations: Equations, policy: Policy) -> Flags:
    """Return which rows are of too few households or addresses (SDC-02).

    Of many persons that is no question, and of a table that does not count them it
    cannot be asked.
    """
    persons = equations.counts[placed.rows]
    few = np.zeros(len(persons), dtype=bool)
    for unit, least in (
        (HOUSEHOLDS, policy.minimum_households),
        (ADDRESSES, policy.minimum_addresses),
    ):
        if unit in placed.table.counts:
            units = placed.table.counts[unit].to_numpy()
            few |= (persons > 0) & (persons < policy.few_persons) & (units < least)
    return few


def dominating(
    placed: Placed, equations: Equations, policy: Policy
) -> tuple[Flags, Flags]:
    """Return which rows leave too few others in their group, and which a sensitive one.

    Then the rest of its variable is hidden too: what is not in the others is in it.
    """
    persons = equations.counts[placed.rows]
    groups = placed.groups
    sizes = np.where(groups >= 0, equations.counts[groups], 0)
    is_part = (groups >= 0) & (groups != placed.rows)
    large = is_part & (persons > 0) & (sizes - persons < policy.minimum_persons)
    tied = _tied(placed, equations, policy)
    same = pd.Series(groups).astype(str)
    if QUESTION in placed.table.dimensions:
        same += " " + placed.table.counts[QUESTION].to_numpy()
    return large, pd.Series(tied).groupby(same).transform("any").to_numpy()


def tied_cells(
    placed: Placed, equations: Equations, policy: Policy
) -> list[tuple[int, int]]:
    """Return the cells that tie a group to a sensitive answer, and the group."""
    tied = _tied(placed, equations, policy)
    pairs = zip(placed.rows[tied], placed.groups[tied], strict=True)
    return [(int(row), int(group)) for row, group in pairs]


def _tied(placed: Placed, equations: Equations, policy: Policy) -> Flags:
    persons = equations.counts[placed.rows]
    groups = placed.groups
    sizes = np.where(groups >= 0, equations.counts[groups], 0)
    is_part = (groups >= 0) & (groups != placed.rows)
    tied: Flags = is_part & _sensitive(placed, policy) & (persons > 0)
    return tied & (100 * persons >= policy.dominant_percent * sizes)


def _sensitive(placed: Placed, policy: Policy) -> Flags:
    """Return which rows tie people to a sensitive category (SDC-05)."""
    table = placed.table
    found = np.zeros(len(table.counts), dtype=bool)
    for name, categories in policy.sensitive.items():
        if name in table.dimensions:
            asked, codes = True, table.counts[name]
        elif QUESTION in table.dimensions:
            asked, codes = table.counts[QUESTION] == name, table.counts[ANSWER]
        else:
            continue
        found |= np.asarray(asked & ((EVERY in categories) | codes.isin(categories)))
    return found


def told_above(
    placed: Placed, equations: Equations, policy: Policy, hidden: Flags
) -> Iterable[tuple[int, int]]:
    """Yield the hidden rows that may be said to be above the dominant percent."""
    for row, group in zip(placed.rows[hidden], placed.groups[hidden], strict=True):
        size = equations.counts[group] if group >= 0 else 0
        if size >= policy.minimum_share_base and (
            100 * equations.counts[row] > policy.dominant_percent * size
        ):
            yield int(row), int(group)
