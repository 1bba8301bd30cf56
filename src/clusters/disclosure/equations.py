"""Every released number as a quantity, and every sum that binds quantities (SDC-20).

Somebody who wants a hidden number adds and subtracts the shown ones. So all sums are
written down: cells to their margins, parts of the city to the city, answers to one
question to the people who were asked, and the people whom a table leaves out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.design import (
    TOTAL,
    Grid,
    Key,
    grids_of,
    group_conditions,
    key_of,
    population_of,
    row_conditions,
)
from clusters.disclosure.identical_answers import identical_sums
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from clusters.profiles import Answers, CountTable

Cell = tuple[str, dict[str, str]]
Codes = tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """Where the rows of a table stand in the register, and the groups of their shares.

    ``groups`` holds -1 where a row is a share of nothing.
    """

    table: CountTable
    rows: NDArray[np.int64]
    groups: NDArray[np.int64]


@dataclass(frozen=True)
class Equations:
    """All quantities of a release and what adds up to what.

    Parameters
    ----------
    keys
        What each quantity is.
    counts
        How many persons it is, in truth.
    sums
        The total and its parts, as places in ``keys``.
    tables
        Where each table's rows are.
    """

    keys: tuple[Key, ...]
    counts: NDArray[np.int64]
    sums: tuple[tuple[int, tuple[int, ...]], ...]
    tables: tuple[Placed, ...]


def register(
    tables: Sequence[CountTable],
    same: Iterable[tuple[Cell, Cell]] = (),
    identical: Iterable[Sequence[Answers]] = (),
) -> Equations:
    """Return the quantities in a set of tables and the sums that bind them.

    Parameters
    ----------
    tables
        All tables of a release; one left out is one the attacker has and we do not.
    same
        Pairs of cells, as a table's name and ``{dimension: code}``, that count the
        same people although their tables do not show it.
    identical
        Groups of answers that the same people gave, as a variable and its codes.

    Raises
    ------
    DisclosureError
        If two tables count the same people differently (SDC-24), if declared parts
        are more than their total, or if ``same`` names a cell that does not exist.
    """
    counts: dict[Key, int] = {}
    sums: set[tuple[Key, tuple[Key, ...]]] = set()
    for table in tables:
        for grid in grids_of(table):
            full = _completed(grid, table.name)
            _enter(full, counts, table.name)
            sums |= set(_sums(full))
    named = {table.name: table for table in tables}
    for one, other in same:
        keys = [_cell_key(cell, named, counts) for cell in (one, other)]
        _agree(counts[keys[0]], counts[keys[1]], one[0])
        if keys[0] != keys[1]:
            sums.add((min(keys), (max(keys),)))
    any_of, from_answers = identical_sums(identical, counts)
    counts |= any_of
    sums |= from_answers
    order = {key: place for place, key in enumerate(sorted(counts))}
    return Equations(
        keys=tuple(order),
        counts=np.array([counts[key] for key in order], dtype=np.int64),
        sums=tuple(
            sorted(
                (order[total], tuple(sorted(order[part] for part in parts)))
                for total, parts in sums
            )
        ),
        tables=tuple(_placed(table, order) for table in tables),
    )


def place_of(cell: Cell, equations: Equations) -> int | None:
    """Return where a cell of a table stands, nothing where it does not."""
    name, codes = cell
    for placed in equations.tables:
        if placed.table.name == name:
            match = placed.table.counts[list(codes)].eq(list(codes.values()))
            found = placed.rows[match.all(axis="columns").to_numpy()]
            return int(found[0]) if len(found) == 1 else None
    return None


def _completed(grid: Grid, name: str) -> Grid:
    """Add the margins that the table does not show, and the people it leaves out."""
    counts, trees = dict(grid.counts), [dict(tree) for tree in grid.trees]
    for axis, tree in enumerate(trees):
        for parent in _bottom_up(tree):
            children = {code for code, above in tree.items() if above == parent}
            sums: dict[Codes, int] = defaultdict(int)
            for codes, persons in counts.items():
                if codes[axis] in children:
                    sums[_moved(codes, axis, parent)] += persons
            left = {
                codes: counts.get(codes, sums[codes]) - sums[codes] for codes in sums
            }
            _refuse_negative(left, grid, name)
            counts |= {codes: sums[codes] for codes in sums if codes not in counts}
            if any(left.values()):
                # Left out of the table, not of the total: an attacker can subtract.
                rest = f"{parent} without {' '.join(sorted(children))}"
                tree[rest] = parent
                counts |= {_moved(codes, axis, rest): n for codes, n in left.items()}
    return replace(grid, trees=tuple(trees), counts=counts)


def _bottom_up(tree: Mapping[str, str]) -> list[str]:
    """Return the codes that have parts, each after its own parts."""

    def depth(code: str) -> int:
        return 0 if code == TOTAL else 1 + depth(tree[code])

    return sorted(set(tree.values()), key=lambda code: (-depth(code), code))


def _moved(codes: Codes, axis: int, code: str) -> Codes:
    return (*codes[:axis], code, *codes[axis + 1 :])


def _refuse_negative(left: Mapping[Codes, int], grid: Grid, name: str) -> None:
    if any(persons < 0 for persons in left.values()):
        raise DisclosureError(
            f"Table {name!r}: the parts of {' x '.join(grid.variables)} add up to more "
            "than their total, so they overlap and cannot be checked together.\n"
            "Make it two tables, or leave the reference out.",
            f"Tabel {name!r}: de delen van {' x '.join(grid.variables)} zijn samen "
            "meer dan hun totaal; ze overlappen dus en zijn niet te controleren.\n"
            "Maak er twee tabellen van, of laat de referentie weg.",
        )


def _enter(grid: Grid, counts: dict[Key, int], name: str) -> None:
    for codes, persons in grid.counts.items():
        known = counts.setdefault(grid.key(codes), persons)
        _agree(known, persons, name)


def _agree(one: int, other: int, name: str) -> None:
    if one != other:
        raise DisclosureError(
            f"Table {name!r} counts other people in a cell than another table or "
            "another variable of the release does under the same name.\n"
            "Give its population a name of its own, or count both from one file.",
            f"Tabel {name!r} telt in een cel andere mensen dan een andere tabel of een "
            "ander kenmerk in de vrijgave doet onder dezelfde naam.\n"
            "Geef de populatie een eigen naam, of tel beide uit één bestand.",
        )


def _sums(grid: Grid) -> Iterable[tuple[Key, tuple[Key, ...]]]:
    for axis, tree in enumerate(grid.trees):
        parts: dict[Codes, list[Key]] = defaultdict(list)
        for codes in grid.counts:
            if codes[axis] in tree:
                parts[_moved(codes, axis, tree[codes[axis]])].append(grid.key(codes))
        for codes, keys in parts.items():
            yield grid.key(codes), tuple(sorted(keys))


def _cell_key(
    cell: Cell, tables: Mapping[str, CountTable], counts: Mapping[Key, int]
) -> Key:
    name, codes = cell
    if name in tables:
        table = tables[name]
        match = table.counts[list(codes)].eq(list(codes.values())).all(axis="columns")
        rows = [
            row
            for row, found in zip(row_conditions(table), match, strict=True)
            if found
        ]
        if len(rows) == 1:
            return key_of(population_of(table), rows[0])
    raise DisclosureError(
        f"Table {name!r} has no single cell {codes}.",
        f"Tabel {name!r} heeft niet één cel {codes}.",
    )


def _placed(table: CountTable, order: Mapping[Key, int]) -> Placed:
    population = population_of(table)
    return Placed(
        table,
        np.array(
            [order[key_of(population, row)] for row in row_conditions(table)], int
        ),
        np.array(
            [order.get(key_of(population, row), -1) for row in group_conditions(table)],
            int,
        ),
    )
