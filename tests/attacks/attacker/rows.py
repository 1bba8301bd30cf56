"""What it tells that a row is there, whatever number is hidden in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attacks.attacker.reading import Table

Place = tuple[str, tuple[tuple[str, str], ...]]


def places(tables: Sequence[Table]) -> set[Place]:
    """Return which cells the tables have, without any number."""
    return {
        (table.name, tuple(sorted(row.codes.items())))
        for table in tables
        for row in table.rows
    }


def told_of(report: Sequence[Table], without: Sequence[Table]) -> set[Place]:
    """Return the rows by which a report differs from one without somebody.

    The attacker knows all others, and so what the report would have been.
    """
    return places(report) ^ places(without)
