"""From a delivered file to an `OpenTable`, whatever its format.

To add a format, write ``open_<format>`` in a module here and put it in `_OPENERS`.
Nothing here types a cell, and no message quotes one: what pyarrow, pyreadstat and
openpyxl say of a file holds rows of it, so their errors are told in our own words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.errors import ExtractError, together
from clusters.extracts.header import asked_names
from clusters.extracts.readers.database import open_database
from clusters.extracts.readers.delimited import open_csv
from clusters.extracts.readers.duck import open_duckdb
from clusters.extracts.readers.kinds import (
    SUFFIXES,
    format_of,
    is_packed,
    is_read,
    refuse_other_kind,
)
from clusters.extracts.readers.parquet import open_parquet
from clusters.extracts.readers.parts import digest_of, joined_parts, parts_of
from clusters.extracts.readers.points import open_points
from clusters.extracts.readers.rows import numbered, refuse_row_settings
from clusters.extracts.readers.statistical import open_statistical
from clusters.extracts.readers.workbook import open_workbook
from clusters.extracts.source import OpenTable, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    from clusters.settings import Extract, Table

__all__ = [
    "OpenTable",
    "Source",
    "digest",
    "is_read",
    "is_there",
    "open_table",
    "open_tables",
]

_OPENERS = {
    "csv": open_csv,
    "parquet": open_parquet,
    "sav": open_statistical,
    "dta": open_statistical,
    "sas7bdat": open_statistical,
    "duckdb": open_duckdb,
    "xlsx": open_workbook,
    "ods": open_workbook,
    "gpkg": open_points,
}
_WITH_ROWS = frozenset({"csv", "xlsx", "ods"})


def open_table(name: str, table: Table, extract: Extract) -> OpenTable:
    """Open one delivered file; what the table does not declare, the extract may.

    Parameters
    ----------
    name
        What the study file calls the table.
    table
        Its file, and how to read it.
    extract
        What holds for all tables: format, encoding, delimiter, decimal sign.

    Raises
    ------
    ExtractError
        If the file is not there, is of another format, or its header is unusable.
    """
    if table.database:
        there = _asked(open_database(name, table, extract), extract)
        return numbered(there, table.row_number)
    parts = parts_of(table.file, SUFFIXES)
    for part in parts:
        _check_there(part)
    if not parts:
        raise _nothing(table.file)
    declared = table.model_copy(
        update={
            "encoding": table.encoding or extract.encoding,
            "delimiter": table.delimiter or extract.delimiter,
            "decimal": table.decimal or extract.decimal,
            "format": table.format or extract.format,
        }
    )
    opened = [
        _asked(_open_file(name, declared.model_copy(update={"file": part})), extract)
        for part in parts
    ]
    is_one = parts == [table.file]
    whole = opened[0] if is_one else joined_parts(table.file, parts, opened)
    return numbered(whole, table.row_number)


def open_tables(extract: Extract) -> dict[str, OpenTable]:
    """Open every file of a study file, by the name it has there.

    Raises
    ------
    ExtractError
        With what is wrong with each of them.
    """
    tables, errors = {}, []
    for name, table in extract.tables.items():
        try:
            tables[name] = open_table(name, table, extract)
        except ExtractError as error:
            errors.append(error)
    if errors:
        raise together(errors)
    return tables


def _asked(opened: OpenTable, extract: Extract) -> OpenTable:
    """Return a table that knows what the study asks for, its header checked."""
    table = replace(opened, asked=asked_names(extract))
    table.check_header()
    return table


def digest(path: Path) -> str:
    """Return the digest of a delivered file, or of all files of a folder or pattern."""
    return digest_of(path, parts_of(path, SUFFIXES))


def is_there(path: Path) -> bool:
    """Whether a delivered file is there, or a folder or pattern has any."""
    return any(part.is_file() for part in parts_of(path, SUFFIXES))


def _open_file(name: str, table: Table) -> OpenTable:
    kind = table.format or format_of(table.file)
    if kind not in _WITH_ROWS:
        refuse_row_settings(table)
    if not is_packed(table.file):
        refuse_other_kind(table.file, kind)
    before = _state(table.file)
    opened = _OPENERS[kind](name, table.model_copy(update={"format": kind}))

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        # the digest was taken when opening, and must be that of what is read
        if _state(table.file) != before:
            raise ExtractError(
                f"{table.file}: this file changed while it was being read.\n"
                "Wait until it is whole, and run again.",
                f"{table.file}: dit bestand veranderde tijdens het lezen.\n"
                "Wacht tot het heel is, en draai opnieuw.",
            )
        yield from opened.reading(positions)

    return replace(opened, reading=reading)


def _state(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _check_there(file: Path) -> None:
    if not file.is_file():
        raise ExtractError(
            f"{file}: this file is not there.\n"
            "Check [extract.tables], and that you call clusters in the project folder.",
            f"{file}: dit bestand is er niet.\n"
            "Kijk [extract.tables] na, en of u clusters in de projectmap aanroept.",
        )
    try:
        with file.open("rb") as opened:
            is_empty = not opened.read(1)
    except OSError:
        raise ExtractError(
            f"{file}: this file cannot be opened.\nCheck who may read it.",
            f"{file}: dit bestand kan niet worden geopend.\nKijk na wie het mag lezen.",
        ) from None
    if is_empty:
        raise ExtractError(
            f"{file}: this file is empty.\nAsk for it again.",
            f"{file}: dit bestand is leeg.\nVraag het opnieuw op.",
        )


def _nothing(path: Path) -> ExtractError:
    return ExtractError(
        f"{path}: no file of a kind that is read is here.\n"
        f"Read are: {', '.join(SUFFIXES)}.",
        f"{path}: hier is geen bestand van een soort die wordt gelezen.\n"
        f"Gelezen worden: {', '.join(SUFFIXES)}.",
    )
