"""SPSS .sav and .zsav: codes as they are, value labels left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyreadstat

from clusters.errors import ExtractError
from clusters.extracts.cells import as_strings
from clusters.extracts.source import OpenTable, Source
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from clusters.settings import Table

# A chunk is read by skipping what comes before it, so chunks are large; the bound is
# on cells because a survey is wide and a register is long.
_CELLS_AT_ONCE = 2_000_000
_LEAST_ROWS_AT_ONCE = 20_000

# SPSS counts seconds from 14 October 1582; these formats show such a number as a day.
_SECONDS_TO_1970 = 141_428 * 86_400
_SECONDS_TO_10000 = 3_074_324 * 86_400
_DAY_FORMATS = (
    "DATE",
    "ADATE",
    "EDATE",
    "JDATE",
    "SDATE",
    "MOYR",
    "QYR",
    "WKYR",
    "YMDHMS",
)

_REFUSALS = (
    pyreadstat.ReadstatError,
    pyreadstat.PyreadstatError,
    UnicodeError,
    OSError,
    ValueError,
    OverflowError,
)


def open_sav(name: str, table: Table) -> OpenTable:
    """Open an SPSS file; user-defined missing values count as empty."""
    _, meta = _read(table, metadataonly=True)
    columns = tuple(meta.column_names)
    formats = meta.original_variable_types
    rows = meta.number_rows if (meta.number_rows or -1) >= 0 else None
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=rows,
        format="sav",
        encoding=table.encoding or meta.file_encoding,
        decimal=table.decimal or ".",
        detected=() if table.encoding else ("encoding",),
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        names = [columns[position] for position in positions]
        read = 0
        for chunk in _chunks(table, names):
            read += len(chunk)
            yield [
                _strings(chunk[each], formats[each], source.decimal or ".")
                for each in names
            ]
        if rows is not None and read != rows:
            raise ExtractError(
                f"{table.file}: {read} rows where its header announces {rows}.\n"
                "The file is cut off; ask for it again.",
                f"{table.file}: {read} rijen waar het begin er {rows} aankondigt.\n"
                "Het bestand is afgekapt; vraag het opnieuw op.",
            )

    return OpenTable(source, columns, reading, table.rows)


def _chunks(table: Table, names: Sequence[str]) -> Iterator[pd.DataFrame]:
    limit = max(_LEAST_ROWS_AT_ONCE, _CELLS_AT_ONCE // len(names))
    offset, read = 0, limit
    while read == limit:
        chunk, _ = _read(
            table,
            usecols=list(dict.fromkeys(names)),
            row_offset=offset,
            row_limit=limit,
            disable_datetime_conversion=True,
        )
        read = len(chunk)
        offset += read
        if read:
            yield chunk


def _read(table: Table, **options: Any) -> tuple[pd.DataFrame, Any]:  # noqa: ANN401
    try:
        return pyreadstat.read_sav(table.file, encoding=table.encoding, **options)
    except _REFUSALS:
        raise ExtractError(
            f"{table.file}: cannot be read as an SPSS file.\n"
            "It may be cut off, damaged or of another format; if names in it are not "
            "plain ASCII, set 'encoding' for this table.",
            f"{table.file}: kan niet als SPSS-bestand worden gelezen.\n"
            "Het is misschien afgekapt, beschadigd of van een andere soort; staan er "
            "letters met accenten in, zet dan 'encoding' bij deze tabel.",
        ) from None


def _strings(values: pd.Series, spss_format: str | None, decimal: str) -> pa.Array:
    if values.dtype.kind != "f":
        return pa.array(values, type=pa.string(), from_pandas=True)
    numbers = values.to_numpy(dtype="float64")
    shape = (spss_format or "").rstrip("0123456789.").removesuffix("TIME")
    # a number that is no day at all stays one, for whoever expects a date to refuse
    if shape in _DAY_FORMATS and not (np.abs(numbers) >= _SECONDS_TO_10000).any():
        return as_strings(_moments(numbers))
    return as_strings(pa.array(numbers, from_pandas=True), decimal)


def _moments(seconds: np.ndarray[Any, Any]) -> pa.Array:
    is_missing = np.isnan(seconds)
    whole = np.where(is_missing, 0, np.floor(seconds)).astype("int64")
    return pa.array((whole - _SECONDS_TO_1970).astype("datetime64[s]"), mask=is_missing)
