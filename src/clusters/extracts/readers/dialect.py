"""How a delimited file is written: declared, or seen once at its start."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.header import LOOKED_AT
from clusters.extracts.readers.rows import names_from
from clusters.extracts.readers.text import decoded, encoding_of
from clusters.extracts.readers.titles import MOST_TITLES, titles_above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.settings import Table

_DELIMITERS = (";", ",", "\t", "|")

# What is looked at to see delimiter and decimal sign; also the longest header.
_SAMPLE = 1 << 18
_SAMPLE_RECORDS = 2_000

# Three digits after the sign may as well be thousands, so they prove nothing.
_FRACTION = re.compile(r"[+-]?\d*([.,])(?:\d{1,2}|\d{4,})")
# Excel's own first line, by which a file says what separates its cells.
_EXCEL_HINT = re.compile(r"sep=(.)\r?\n")


@dataclass(frozen=True)
class Dialect:
    """Encoding, delimiter and decimal sign of a file, and its header.

    ``body_at`` counts the characters before the first record of data, ``titles`` the
    records above the header, ``first`` are the first records, for a header that is not
    where it was looked for; ``decimal`` is None where the sample shows no fraction, or
    shows both signs.
    """

    encoding: str
    delimiter: str
    decimal: str | None
    header: tuple[str, ...]
    body_at: int
    titles: int
    detected: tuple[str, ...]
    first: tuple[tuple[str, ...], ...] = field(repr=False)


def dialect_of(table: Table) -> Dialect:
    """Return how a file is written; what the study file declares is not looked for."""
    encoding = encoding_of(table.file, table.encoding)
    sample, is_whole = _sample(table, encoding)
    hint = _EXCEL_HINT.match(sample)
    start = hint.end() if hint else 0
    delimiter = table.delimiter or (hint and hint.group(1)) or _delimiter(sample)
    find = _declared_header if table.header_rows or table.skip else _header
    header, length, titles = find(sample[start:], delimiter, table)
    records = _records(sample[start + length :], delimiter, is_whole)
    decimal = table.decimal or _decimal(records)
    return Dialect(
        encoding=encoding,
        delimiter=delimiter,
        decimal=decimal,
        header=tuple(name.strip() for name in header),
        body_at=start + length,
        titles=titles,
        detected=_detected(table, decimal),
        first=_first(sample[start:], delimiter),
    )


def _first(text: str, delimiter: str) -> tuple[tuple[str, ...], ...]:
    """Return the first records, empty ones too, as far as they can be read."""
    records: list[tuple[str, ...]] = []
    lines = io.StringIO(text, newline="")
    with suppress(csv.Error):
        for record in islice(csv.reader(lines, delimiter=delimiter), LOOKED_AT):
            records.append(tuple(record))
    return tuple(records)


def _detected(table: Table, decimal: str | None) -> tuple[str, ...]:
    seen = {
        "encoding": table.encoding is None,
        "delimiter": table.delimiter is None,
        "decimal": table.decimal is None and decimal is not None,
    }
    return tuple(name for name, is_seen in seen.items() if is_seen)


def _sample(table: Table, encoding: str) -> tuple[str, bool]:
    sample = ""
    for text in decoded(table.file, encoding):
        sample += text
        if len(sample) > _SAMPLE:
            return sample[:_SAMPLE], False
    return sample, True


def _delimiter(sample: str) -> str:
    """Return the sign that cuts the records into most cells, evenly if one does."""

    def evenness(delimiter: str) -> tuple[bool, int]:
        records = _records(sample, delimiter, is_whole=False)
        records = records or _records(sample, delimiter, is_whole=True)
        sizes = [len(each) for each in records[titles_above(records[:MOST_TITLES]) :]]
        return len(set(sizes)) == 1 and sizes[0] > 1, sizes[0] if sizes else 0

    return max(_DELIMITERS, key=evenness)


def _header(text: str, delimiter: str, table: Table) -> tuple[Sequence[str], int, int]:
    """Return the names in the header, where the next record starts, and the titles.

    The header is the first filled record that is no title.
    """
    lines = _Lines(text)
    found: list[tuple[Sequence[str], int]] = []
    try:
        for names in csv.reader(lines, delimiter=delimiter, strict=True):
            if any(name.strip() for name in names):
                found.append((names, lines.length))
            if len(found) > MOST_TITLES:
                break
    except csv.Error:
        # what comes after the header is read, and refused, later
        pass
    if found:
        titles = titles_above([names for names, _ in found])
        return *found[titles], titles
    raise ExtractError(
        f"{table.file}: no header was found in the first {_SAMPLE >> 10} kB.\n"
        "The first record must hold the column names.",
        f"{table.file}: er is geen kop gevonden in de eerste {_SAMPLE >> 10} kB.\n"
        "Het eerste record moet de kolomnamen bevatten.",
    )


def _declared_header(
    text: str, delimiter: str, table: Table
) -> tuple[Sequence[str], int, int]:
    """Return the names in the rows that the study file names, and what is skipped."""
    rows = table.header_rows or (1 + _header(text, delimiter, table)[2],)
    last = rows[-1] + table.skip
    lines = _Lines(text)
    try:
        records = list(islice(csv.reader(lines, delimiter=delimiter), last))
    except csv.Error:
        records = []
    if len(records) < last:
        raise ExtractError(
            f"{table.file}: this file has fewer rows than header and skip say.\n"
            "Correct them for this table.",
            f"{table.file}: dit bestand heeft minder rijen dan header en skip zeggen.\n"
            "Verbeter ze bij deze tabel.",
        )
    return names_from([records[row - 1] for row in rows]), lines.length, 0


class _Lines:
    """Lines of a text, counting the characters handed out."""

    def __init__(self, text: str) -> None:
        # a lone carriage return ends a line too, and is kept
        self._lines = io.StringIO(text, newline="")
        self.length = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.length += len(line)
        return line


def _records(text: str, delimiter: str, is_whole: bool) -> list[list[str]]:
    """Return the filled records at the start of a text, without a last, cut one."""
    records: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        records.extend(each for each in islice(reader, _SAMPLE_RECORDS) if each)
    except csv.Error:
        return records
    return records if is_whole or len(records) == _SAMPLE_RECORDS else records[:-1]


def _decimal(records: Sequence[Sequence[str]]) -> str | None:
    signs = {
        found.group(1)
        for record in records
        for cell in record
        if (found := _FRACTION.fullmatch(cell.strip()))
    }
    return signs.pop() if len(signs) == 1 else None
