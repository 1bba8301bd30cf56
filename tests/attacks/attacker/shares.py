"""Percentages turned back into persons."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from attacks.attacker.linear import ANSWER, QUESTION, conditions
from attacks.attacker.reading import POPULATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attacks.attacker.linear import Quantity
    from attacks.attacker.reading import Row, Table

# The smaller the group, the coarser the share; which it was is tried.
_STEPS = (1, 5)
NO_ANSWER = "unknown"


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
    worked out from them. Any other was worked out from what is not printed. Of a group
    whose size is not printed, one round size must explain all its shares.
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
        for sizes in [_guessed(table, printed) | printed]
        for row in table.rows
        if row.numbers.get("share") is not None
        and (found := _more(table, row, sizes, least)) is not None
    ]


def _guessed(
    table: Table, printed: dict[Quantity, tuple[int, int]]
) -> dict[Quantity, tuple[int, int]]:
    """Return sizes of groups that are not printed, where they explain every share.

    What a share is a part of is the same for the whole table.
    """
    rows = [
        (conditions(row), row.persons, row.numbers["share"])
        for row in table.rows
        if row.persons is not None and row.numbers.get("share") is not None
    ]
    names = sorted({name for key, _, _ in rows for name, _ in key} - {POPULATION})
    for left_out in names:
        parts: dict[Quantity, list[tuple[int, int]]] = defaultdict(list)
        for key, persons, share in rows:
            group = frozenset(each for each in key if each[0] != left_out)
            parts[group].append((persons, share))
        sizes = {
            group: (_explaining(told, table.base), table.base)
            for group, told in parts.items()
        }
        if not parts.keys() & printed.keys() and all(
            size for size, _ in sizes.values()
        ):
            return sizes
    return {}


def _explaining(told: Sequence[tuple[int, int]], base: int) -> int:
    """Return the size of which counts are the shares that are printed; 0 if none is."""
    most = [math.ceil(100 * n / (share - 3)) for n, share in told if share > 3]
    for size in range(base, min(most, default=0) + base, base):
        if all(_is_share(share, persons, size) for persons, share in told):
            return size
    return 0


def _is_share(share: int, persons: int, size: int) -> bool:
    return any(
        share == min(math.floor(100 * persons / size / step + 0.5) * step, 100)
        for step in _STEPS
    )


def _more(
    table: Table, row: Row, printed: dict[Quantity, tuple[int, int]], least: int
) -> Recovered | None:
    groups = [
        _answering(row, key, printed)
        for key in _groups(conditions(row))
        if key in printed
    ]
    share = row.numbers["share"] or 0
    if row.persons is not None and any(
        _is_share(share, row.persons, size) for size, _ in groups if size
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


def _answering(
    row: Row, group: Quantity, printed: dict[Quantity, tuple[int, int]]
) -> tuple[int, int]:
    """Return a group as printed, less those who are printed not to have answered."""
    size, base = printed[group]
    asked, answer = row.codes.get(QUESTION), row.codes.get(ANSWER)
    if asked is None or answer == NO_ANSWER:
        return size, base
    missing, _ = printed.get(group | {(asked, NO_ANSWER)}, (0, base))
    return size - missing, base


def _groups(key: Quantity) -> Iterator[Quantity]:
    """Yield what a row can be a share of: itself with some conditions left out."""
    for size in range(len(key) + 1):
        yield from map(frozenset, combinations(sorted(key), size))
