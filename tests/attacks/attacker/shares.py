"""Percentages turned back into persons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attacks.attacker.linear import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attacks.attacker.linear import Quantity
    from attacks.attacker.reading import Row, Table

# The smaller the group, the coarser the share; which it was is tried.
_STEPS = (1, 5)


@dataclass(frozen=True)
class Recovered:
    """A row whose share tells more than its count: which persons it leaves possible."""

    table: str
    row: Row
    low: int
    high: int


def recovered(tables: Sequence[Table], least: int = 10) -> list[Recovered]:
    """Return the counts that shares give away.

    A share that the printed counts explain says nothing that they do not say: it was
    worked out from them. Any other was worked out from what is not printed.
    """
    printed = {
        conditions(row): (row.persons, table.base)
        for table in tables
        for row in table.rows
        if row.persons is not None
    }
    return [
        found
        for table in tables
        for row in table.rows
        if row.numbers.get("share") is not None
        and (found := _more(table, row, printed, least)) is not None
    ]


def _more(
    table: Table, row: Row, printed: dict[Quantity, tuple[int, int]], least: int
) -> Recovered | None:
    groups = [printed[key] for key in _groups(conditions(row)) if key in printed]
    share = row.numbers["share"] or 0
    if row.persons is not None and any(
        share == min(math.floor(100 * row.persons / size / step + 0.5) * step, 100)
        for size, _ in groups
        for step in _STEPS
        if size
    ):
        return None
    low, high = 0, 10**9
    for size, base in groups:
        low = max(low, math.ceil((share - 0.5) / 100 * (size - base // 2)))
        high = min(high, math.floor((share + 0.5) / 100 * (size + base // 2)))
    if row.persons is not None:
        low = max(low, row.persons - table.base // 2, least)
        high = min(high, row.persons + (table.base - 1) // 2)
    return Recovered(table.name, row, low, high)


def _groups(key: Quantity) -> Iterator[Quantity]:
    """Yield what a row can be a share of: itself with a condition or more left out."""
    yield key
    for left_out in key:
        yield key - {left_out}
    yield frozenset()
