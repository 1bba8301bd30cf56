"""The rows of a protected table, as they are shown.

Shares come last and only from rounded counts, because a share of a hidden count gives
the count back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure.estimates import (
    estimated,
    weighted_sums,
    with_estimated_shares,
)
from clusters.disclosure.shares import against_reference, with_shares

if TYPE_CHECKING:
    from clusters.disclosure.equations import Placed
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.protect import Protected


def shown_rows(placed: Placed, protected: Protected, policy: Policy) -> pd.DataFrame:
    """Return the dimensions of a table and what is shown of each cell."""
    table, counts = placed.table, protected.equations.counts
    shown = pd.Series(protected.display.value).astype("Int64")
    hidden = ~protected.display.shown
    persons = shown.mask(hidden)[placed.rows].set_axis(table.counts.index)
    is_base = (placed.groups >= 0) & (
        counts[placed.groups] >= policy.minimum_share_base
    )
    base = shown.mask(hidden)[placed.groups].set_axis(table.counts.index)
    above = {row for row, _ in protected.display.above}
    told = pd.Series(policy.dominant_percent, table.counts.index, dtype="Int64")
    rows = table.counts[list(table.dimensions)].assign(
        persons=persons,
        hidden=hidden[placed.rows],
        above=told.where([place in above for place in placed.rows]),
    )
    base = base.where(is_base)
    rows = with_shares(rows, table, base, policy)
    if table.mean_weight is not None:
        people = _estimates(placed, protected, (persons, base))
        rows = with_estimated_shares(rows, table, people, base, policy)
    if table.reference:
        rows = against_reference(rows, table)
    return rows.reset_index(drop=True)


def _estimates(
    placed: Placed, protected: Protected, shown: tuple[pd.Series, pd.Series]
) -> tuple[pd.Series, pd.Series]:
    """Return what the cells and their groups stand for, where persons are shown."""
    equations, display = protected.equations, protected.display
    sums = weighted_sums(equations)
    told = [
        estimated(
            places,
            sums,
            placed.table.mean_weight or 1,
            (equations.counts, display.value),
            display.base,
        )
        for places in (placed.rows, placed.groups)
    ]
    cells, groups = (
        pd.Series(people, persons.index, dtype="Int64").where(persons.notna())
        for people, persons in zip(told, shown, strict=True)
    )
    return cells, groups
