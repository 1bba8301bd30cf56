"""From exact counts to what may be shown.

Threshold first, then rounding of everything, totals too; shares last and only from
rounded counts, because a share of a hidden count gives the count back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.disclosure.released import _SEAL, ReleasedTable
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from clusters.disclosure.policy import Policy
    from clusters.profiles import CountTable


def release(table: CountTable, policy: Policy) -> ReleasedTable:
    """Hide the small cells of a table, round the rest, and add shares and indices.

    Parameters
    ----------
    table
        Exact counts.
    policy
        The rules to meet.

    Returns
    -------
    ReleasedTable
        The same cells in the same order.

    Raises
    ------
    DisclosureError
        If the counts hold anything but whole, non-negative numbers.
    """
    _check(table.counts["persons"], table.name)
    table = _without_small_clusters(table, policy)
    counts = table.counts["persons"]
    hidden = counts < policy.minimum_persons
    persons = _rounded(counts, policy.round_base).mask(hidden)
    base = _group_totals(table, policy)
    rows = table.counts[list(table.dimensions)].assign(
        persons=persons, share=_shares(persons, base, policy), hidden=hidden
    )
    if table.reference:
        rows = _against_reference(rows, table)
    return ReleasedTable(
        name=table.name,
        dimensions=table.dimensions,
        rows=rows.reset_index(drop=True),
        policy=policy,
        seal=_SEAL,
    )


def _check(counts: pd.Series, name: str) -> None:
    if not pd.api.types.is_integer_dtype(counts) or (counts < 0).any():
        raise DisclosureError(
            f"Table {name!r} holds something else than whole, non-negative counts; "
            "shares and means have their own way out."
        )


def _without_small_clusters(table: CountTable, policy: Policy) -> CountTable:
    """Leave out the profiles of clusters that are too small to have one (CL-01)."""
    if "cluster" not in table.within:
        return table
    persons = table.counts.groupby(list(table.within))["persons"].transform("sum")
    return replace(table, counts=table.counts[persons >= policy.minimum_cluster])


def _rounded(counts: pd.Series, base: int) -> pd.Series:
    """Round half up to a multiple of ``base``; the same count always rounds alike."""
    return ((counts + base // 2) // base * base).astype("Int64")


def _group_totals(table: CountTable, policy: Policy) -> pd.Series:
    """Return the rounded size of each cell's group, missing where too small to show.

    The size is rounded from the true sum, never added up from rounded parts.
    """
    cells = table.counts
    if table.within:
        exact = cells.groupby(list(table.within), sort=False)["persons"].transform(
            "sum"
        )
    else:
        reference = np.logical_and.reduce(
            [cells[dimension] == value for dimension, value in table.reference.items()]
        )
        total = cells["persons"].where(reference, 0).sum()
        exact = pd.Series(total, index=cells.index)
    return _rounded(exact, policy.round_base).mask(exact < policy.minimum_share_base)


def _shares(persons: pd.Series, base: pd.Series, policy: Policy) -> pd.Series:
    """Return whole percents; in steps of five where the group is small."""
    percent = 100 * persons.astype("Float64") / base.astype("Float64")
    step = np.where(base.fillna(0) < policy.coarse_share_below, 5, 1)
    return (np.floor(percent / step + 0.5) * step).clip(upper=100).astype("Int64")


def _against_reference(rows: pd.DataFrame, table: CountTable) -> pd.DataFrame:
    """Add the share in the reference group and how far each cell is from it."""
    is_reference = np.logical_and.reduce(
        [rows[dimension] == value for dimension, value in table.reference.items()]
    )
    others = [name for name in table.dimensions if name not in table.reference]
    if not others:
        return rows
    shares = rows[is_reference].set_index(others)["share"]
    keys = pd.MultiIndex.from_frame(rows[others])
    held_against = shares.set_axis(pd.MultiIndex.from_frame(rows[is_reference][others]))
    reference = held_against.reindex(keys).set_axis(rows.index)
    ratio = 100 * rows["share"].astype("Float64") / reference.astype("Float64")
    return rows.assign(
        reference_share=reference,
        difference=rows["share"] - reference,
        index=np.floor(ratio.where(reference > 0) + 0.5).astype("Int64"),
    )
