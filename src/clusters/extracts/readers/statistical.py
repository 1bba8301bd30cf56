"""SPSS .sav, Stata .dta and SAS .sas7bdat: codes as they are, or by their labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyreadstat

from clusters.errors import ExtractError
from clusters.extracts.cells import as_strings
from clusters.extracts.source import OpenTable, Source
from clusters.schema.text import plural
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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

_READ: dict[str, Callable[..., tuple[Any, Any]]] = {
    "sav": pyreadstat.read_sav,
    "dta": pyreadstat.read_dta,
    "sas7bdat": pyreadstat.read_sas7bdat,
}
# The calendar of SPSS we know by heart; those of Stata and SAS pyreadstat does.
_DATES = {
    "sav": {"disable_datetime_conversion": True},
    "dta": {"dates_as_pandas_datetime": True},
    "sas7bdat": {"dates_as_pandas_datetime": True},
}

_REFUSALS = (
    pyreadstat.ReadstatError,
    pyreadstat.PyreadstatError,
    UnicodeError,
    OSError,
    ValueError,
    OverflowError,
)


def open_statistical(name: str, table: Table) -> OpenTable:
    """Open a file of SPSS, Stata or SAS; user-defined missing values count as empty."""
    _, meta = _read(table, metadataonly=True)
    columns = tuple(meta.column_names)
    # only of SPSS: what pyreadstat leaves a number in the others is none of its days
    formats = meta.original_variable_types if (table.format or "sav") == "sav" else {}
    labels = meta.variable_value_labels if table.labels else {}
    rows = meta.number_rows if (meta.number_rows or -1) >= 0 else None
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=rows,
        format=table.format or "sav",
        encoding=table.encoding or meta.file_encoding,
        decimal=table.decimal or ".",
        detected=() if table.encoding or not meta.file_encoding else ("encoding",),
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        names = [columns[position] for position in positions]
        read = 0
        for chunk in _chunks(table, names):
            read += len(chunk)
            yield [
                _labelled(chunk[each], labels[each], source.decimal or ".")
                if each in labels
                else _strings(chunk[each], formats.get(each), source.decimal or ".")
                for each in names
            ]
        if rows is not None and read != rows:
            raise ExtractError(
                f"{table.file}: has {plural(read, 'row', 'rows')} where its header "
                f"announces {rows}.\n"
                "The file is cut off; ask for it again.",
                f"{table.file}: dit bestand heeft {plural(read, 'rij', 'rijen')} waar "
                f"het begin er {rows} aankondigt.\n"
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
            **_DATES[table.format or "sav"],
        )
        read = len(chunk)
        offset += read
        if read:
            yield chunk


def _read(table: Table, **options: Any) -> tuple[pd.DataFrame, Any]:  # noqa: ANN401
    try:
        read = _READ[table.format or "sav"]
        return read(table.file, encoding=table.encoding, **options)
    except _REFUSALS:
        raise ExtractError(
            f"{table.file}: this cannot be read as a file of SPSS, Stata or SAS.\n"
            "It may be cut off, damaged or of another format; if names in it are not "
            "plain ASCII, set 'encoding' for this table.",
            f"{table.file}: dit is niet te lezen als bestand van SPSS, Stata of SAS.\n"
            "Het is misschien afgekapt, beschadigd of van een andere soort; staan er "
            "letters met accenten in, zet dan 'encoding' bij deze tabel.",
        ) from None


def _labelled(values: pd.Series, labels: Mapping[object, str], sign: str) -> pa.Array:
    """Return the labels of values; one without a label stays what it is."""
    plain = _strings(values, None, sign).to_pylist()
    told = values.map(labels)
    return pa.array(
        [
            text if missing else label
            for text, label, missing in zip(plain, told, told.isna(), strict=True)
        ],
        type=pa.string(),
    )


def _strings(values: pd.Series, spss_format: str | None, decimal: str) -> pa.Array:
    if values.dtype.kind == "M":
        return as_strings(pa.array(values, from_pandas=True))
    if values.dtype.kind in "iu":
        return as_strings(pa.array(values), decimal)
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
