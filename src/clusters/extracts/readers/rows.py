"""What a study file says of rows: which hold names, and which are no data."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa

from clusters.errors import SettingsError
from clusters.extracts.source import OpenTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clusters.settings import Table

Row = TypeVar("Row")


def names_from(rows: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """Return column names from the rows of a header, the lowest last.

    In the rows above, a cell that is empty belongs to the one on its left: spreadsheets
    keep the text of merged cells in the first.

    Examples
    --------
    >>> names_from([["ANR", "Inkomen", None], [None, "bruto", "netto"]])
    ('ANR', 'Inkomen bruto', 'Inkomen netto')
    """
    *above, lowest = [[_text(cell) for cell in row] for row in rows]
    width = max(len(row) for row in (*above, lowest))
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in above:
        held = ""
        for place in range(width):
            held = (row[place] if place < len(row) else "") or held
            columns[place].append(held)
    for place, cell in enumerate(lowest):
        columns[place].append(cell)
    return tuple(" ".join(filter(None, parts)) for parts in columns)


def without_last(rows: Iterable[Row], last: int) -> Iterator[Row]:
    """Yield rows but for the last ones."""
    held: deque[Row] = deque()
    for row in rows:
        held.append(row)
        if len(held) > last:
            yield held.popleft()


def numbered(table: OpenTable, name: str | None) -> OpenTable:
    """Return a table with a column that numbers its rows from 1, if it is asked for."""
    if name is None:
        return table
    place = len(table.columns)

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        own = [each for each in positions if each != place]
        rows = 0
        for arrays in table.reading(own or [0]):
            held = dict(zip(own, arrays, strict=False))
            size = len(arrays[0])
            numbers = pa.array(map(str, range(rows + 1, rows + size + 1)), pa.string())
            rows += size
            yield [held.get(each, numbers) for each in positions]

    added = replace(table, columns=(*table.columns, name), reading=reading)
    added.check_header()
    return added


def refuse_row_settings(table: Table) -> None:
    """Refuse settings of rows for a file that has a header of its own kind.

    Raises
    ------
    SettingsError
        If ``header``, ``skip`` or ``footer`` is set.
    """
    if table.header_rows or table.skip or table.footer:
        raise SettingsError(
            f"{table.file}: header, skip and footer are for text and spreadsheets.\n"
            "Take them away for this table.",
            f"{table.file}: header, skip en footer zijn voor tekst en rekenbladen.\n"
            "Haal ze weg bij deze tabel.",
        )


def _text(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())
