"""A CSV file against the released table that it lists, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure.exit.decoded import refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure.exit.registered import Registered
    from clusters.disclosure.released import ReleasedTable
    from clusters.errors import DisclosureError

# What spreadsheets take for the start of a formula, full-width signs included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def check_listing(
    file: str, lines: Sequence[Sequence[str]], registered: Registered
) -> None:
    """Refuse a listing of anything but the numbers of one released table.

    Raises
    ------
    DisclosureError
        If no released table has these cells, if a text was not built for the report,
        or if a cell would run as a formula.
    """
    header, *rows = [list(line) for line in lines] or [[]]
    if any(cell.startswith(FORMULA) for row in (header, *rows) for cell in row):
        raise refusal(
            file, "FILE-01", "a cell starts as a formula", "een cel begint als formule"
        )
    if any(len(row) != len(header) for row in rows):
        raise _other_cells(file)
    told = pd.DataFrame(rows, columns=pd.Index(header, dtype=str), dtype=str)
    if not any(_lists(told, table, registered) for table in registered.tables):
        raise _other_cells(file)


def _other_cells(file: str) -> DisclosureError:
    return refusal(
        file,
        "FIG-05",
        "its cells are not those of a released table",
        "de cellen zijn niet die van een vrijgegeven tabel",
    )


def _lists(told: pd.DataFrame, table: ReleasedTable, registered: Registered) -> bool:
    dimensions = list(table.dimensions)
    if not set(dimensions) <= set(told.columns) or not told.columns.is_unique:
        return False
    keys = pd.MultiIndex.from_frame(told[dimensions])
    rows = table.rows.set_index(dimensions)
    written = table.rows[dimensions].astype(str).map(_inert)
    rows.index = pd.MultiIndex.from_frame(written)
    if not keys.is_unique or not keys.isin(rows.index).all():
        return False
    own = rows.loc[keys]
    for column in told.columns.difference(dimensions):
        if column in own:
            shown = ["" if pd.isna(each) else str(each) for each in own[column]]
            if [each.lower() for each in shown] != told[column].str.lower().tolist():
                return False
        elif not all(registered.allows([cell]) for cell in told[column].unique()):
            return False
    return True


def _inert(code: str) -> str:
    """Return a code as it is listed: with a sign before it if it could be a formula."""
    return f"'{code}" if code.startswith(FORMULA) else code
