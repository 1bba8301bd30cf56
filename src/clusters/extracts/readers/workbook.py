"""Excel .xlsx and LibreOffice .ods: one sheet, its first filled row the header."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING

import openpyxl
import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from clusters.errors import ExtractError
from clusters.extracts.header import LOOKED_AT
from clusters.extracts.nearest import nearest
from clusters.extracts.readers.cell import text_of
from clusters.extracts.readers.rows import names_from, without_last
from clusters.extracts.readers.titles import MOST_TITLES, titles_above
from clusters.extracts.source import OpenTable, Source
from clusters.schema import Text
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.settings import Table

# A workbook is a zip file, and a small one can unpack to more than the machine holds.
# Real tables of cells shrink five- to twentyfold.
_MOST_BYTES = 1 << 30
_MOST_RATIO = 100
_SMALL = 10 << 20

_ROWS_AT_ONCE = 20_000
_ERRORS = frozenset(
    {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"}
)

# What openpyxl meets in a file that is not the workbook it claims to be.
_REFUSALS = (
    zipfile.BadZipFile,
    zlib.error,
    openpyxl.utils.exceptions.InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
    SyntaxError,  # xml.etree's ParseError is one
    RuntimeError,  # zipfile's word for a password and for a packing it does not know
)


def open_workbook(name: str, table: Table) -> OpenTable:
    """Open one sheet of a workbook; ``sheet`` must be set if there are more."""
    _check_size(table)
    with _rows(table) as rows:
        start = list(islice(rows, LOOKED_AT))
        header, titles = _header(chain(start, rows), table)
    columns = _without_empty_end(header)
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=None,
        format=table.format or "xlsx",
        decimal=table.decimal or ".",
        titles=titles,
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        with _rows(table) as rows:
            body = _body(rows, table, titles)
            while batch := list(islice(body, _ROWS_AT_ONCE)):
                yield [_column(batch, each, columns, source) for each in positions]

    first = tuple(tuple(text_of(cell) or "" for cell in row) for row in start)
    return OpenTable(source, columns, reading, table.rows, first)


def _header(
    rows: Iterator[Sequence[object]], table: Table
) -> tuple[tuple[str, ...], int]:
    """Return the names in the header, and how many filled rows above it are titles."""
    if table.header_rows:
        first = list(islice(rows, table.header_rows[-1]))
        if len(first) == table.header_rows[-1]:
            told = [first[row - 1] for row in table.header_rows]
            return names_from([[text_of(cell) for cell in row] for row in told]), 0
        first = []
    else:
        first = list(islice(filter(_is_filled, rows), MOST_TITLES + 1))
    if not first:
        raise ExtractError(
            f"{table.file}: the sheet is empty.\nAsk for it again.",
            f"{table.file}: het werkblad is leeg.\nVraag het opnieuw op.",
        )
    titles = titles_above(first)
    return tuple(text_of(cell) or "" for cell in first[titles]), titles


def _body(
    rows: Iterator[Sequence[object]], table: Table, titles: int
) -> Iterator[Sequence[object]]:
    """Return the filled rows under the header that are data."""
    if table.header_rows:
        filled = filter(_is_filled, islice(rows, table.header_rows[-1], None))
        under = islice(filled, table.skip, None)
    else:
        under = islice(filter(_is_filled, rows), titles + 1 + table.skip, None)
    return without_last(under, table.footer)


def _check_size(table: Table) -> None:
    try:
        with zipfile.ZipFile(table.file) as archive:
            members = archive.infolist()
    except _REFUSALS:
        raise _unreadable(table) from None
    unpacked = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    if unpacked > _MOST_BYTES or (
        unpacked > _SMALL and unpacked / packed > _MOST_RATIO
    ):
        raise ExtractError(
            f"{table.file}: this workbook unpacks to {unpacked >> 20} MB, "
            f"{unpacked // packed} "
            f"times its size; at most {_MOST_BYTES >> 20} MB and {_MOST_RATIO} times "
            "are read.\nAsk for CSV or Parquet.",
            f"{table.file}: deze werkmap wordt uitgepakt {unpacked >> 20} MB, "
            f"{unpacked // packed} "
            f"maal zo groot; gelezen wordt tot {_MOST_BYTES >> 20} MB en {_MOST_RATIO} "
            "maal.\nVraag om CSV of Parquet.",
        )


@contextmanager
def _rows(table: Table) -> Iterator[Iterator[Sequence[object]]]:
    """Give the rows of the sheet; what openpyxl says of a bad file stays inside."""
    if table.format == "ods":
        yield _calamine_rows(table)
        return
    try:
        # opened here, because openpyxl does not close a file that it cannot read
        with table.file.open("rb") as file, warnings.catch_warnings():
            # styles and validations it does not know, of no use here
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            try:
                sheet = book[_sheet_name(table, book.sheetnames)]
                # some writers state a size of one cell, and openpyxl believes it
                sheet.reset_dimensions()
                yield sheet.iter_rows(values_only=True)
            finally:
                book.close()
    except _REFUSALS:
        raise _unreadable(table) from None


def _calamine_rows(table: Table) -> Iterator[Sequence[object]]:
    """Return the rows of a sheet of LibreOffice, which openpyxl does not read."""
    try:
        with CalamineWorkbook.from_path(table.file) as book:
            sheet = book.get_sheet_by_name(_sheet_name(table, book.sheet_names))
            return iter(sheet.to_python(skip_empty_area=False))
    except (*_REFUSALS, CalamineError):
        raise _unreadable(table) from None


def _sheet_name(table: Table, sheets: Sequence[str]) -> str:
    if table.sheet is None and len(sheets) == 1:
        return sheets[0]
    if table.sheet is not None and table.sheet in sheets:
        return table.sheet
    # a sheet may be called after a person, so only one like what was asked for is told
    near = nearest(table.sheet, sheets) if table.sheet else Text("", "")
    count = len(sheets)
    raise ExtractError(
        f"{table.file}: which sheet? It has {count}{near.en}.\n"
        "Set 'sheet' for this table to the name on its tab.",
        f"{table.file}: welk werkblad? Er {'is' if count == 1 else 'zijn'} er {count}"
        f"{near.nl}.\nZet 'sheet' bij deze tabel op de naam op het tabblad.",
    )


def _is_filled(row: Sequence[object]) -> bool:
    return any(cell is not None and cell != "" for cell in row)


def _without_empty_end(header: tuple[str, ...]) -> tuple[str, ...]:
    while header and not header[-1]:
        header = header[:-1]
    return header


def _column(
    rows: Sequence[Sequence[object]],
    position: int,
    columns: Sequence[str],
    source: Source,
) -> pa.Array:
    cells = [text_of(row[position]) if position < len(row) else None for row in rows]
    errors = sum(cell in _ERRORS for cell in cells)
    if errors:
        raise ExtractError(
            f"{source.column(columns[position])}: {errors} cells with an Excel error "
            "such as #N/A.\nAsk for a file with values only.",
            f"{source.column(columns[position])}: {errors} cellen met een Excel-fout "
            "zoals #N/B.\nVraag om een bestand met alleen waarden.",
        )
    sign = source.decimal or "."
    if sign != ".":
        cells = [
            text.replace(".", sign)
            if text and isinstance(row[position], float)
            else text
            for text, row in zip(cells, rows, strict=True)
        ]
    return pa.array(cells, type=pa.string())


def _unreadable(table: Table) -> ExtractError:
    return ExtractError(
        f"{table.file}: this cannot be read as a workbook (.xlsx or .ods).\n"
        "It may be cut off, protected by a password or of another format.",
        f"{table.file}: dit kan niet als werkmap (.xlsx of .ods) worden gelezen.\n"
        "Ze is misschien afgekapt, met een wachtwoord beveiligd of van een andere "
        "soort.",
    )
