"""A table as it is listed against the released one, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure.exit.decoded import refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from clusters.disclosure.exit.decoded import Listing
    from clusters.disclosure.released import ReleasedTable
    from clusters.errors import DisclosureError

# What spreadsheets take for the start of a formula, full-width signs included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def check_listing(
    file: str,
    lines: Sequence[Sequence[str]],
    tables: Iterable[ReleasedTable],
    built: Collection[Listing],
) -> None:
    """Refuse a listing of anything but the numbers of one released table.

    Parameters
    ----------
    file, lines
        The file, and what is listed in it: a header and rows.
    tables
        The released tables.
    built
        The listings that were made of them for this report, names and all.

    Raises
    ------
    DisclosureError
        If it was not built for the report, if no released table has these cells, or
        if a cell would run as a formula.
    """
    told = [list(line) for line in lines] or [[]]
    if any(cell.startswith(FORMULA) for row in told for cell in row):
        raise refusal(
            file, "FILE-01", "a cell starts as a formula", "een cel begint als formule"
        )
    header, *rows = told
    if told not in built or any(len(row) != len(header) for row in rows):
        raise _other_cells(file)
    frame = pd.DataFrame(rows, columns=pd.Index(header, dtype=str), dtype=str)
    if not any(_lists(frame, table) for table in tables):
        raise _other_cells(file)


def _other_cells(file: str) -> DisclosureError:
    return refusal(
        file,
        "FIG-05",
        "its cells are not those of a released table",
        "de cellen zijn niet die van een vrijgegeven tabel",
    )


def _lists(told: pd.DataFrame, table: ReleasedTable) -> bool:
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
    for column in told.columns.intersection(own.columns):
        shown = ["" if pd.isna(each) else str(each) for each in own[column]]
        if [each.lower() for each in shown] != told[column].str.lower().tolist():
            return False
    return True


def _inert(code: str) -> str:
    """Return a code as it is listed: with a sign before it if it could be a formula."""
    return f"'{code}" if code.startswith(FORMULA) else code
