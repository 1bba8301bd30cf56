"""CSV: any delimiter, encoding and decimal sign, declared or seen once per file.

A CSV holds no sign of its own end, so a cut one reads without an error. We add a last
record of our own: if it does not come back as it went in, the file ended halfway a
record. That it ended too early but whole shows only in the number of rows declared.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from uuid import uuid4

import pyarrow as pa
import pyarrow.csv as pacsv

from clusters.errors import ExtractError
from clusters.extracts.readers.dialect import Dialect, dialect_of
from clusters.extracts.readers.rows import without_last
from clusters.extracts.readers.text import decoded
from clusters.extracts.source import OpenTable, Source
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.settings import Table

# One record must fit in a block: a longer one is a quote that never closes.
_BLOCK = 8 << 20
_READ_AT_ONCE = 1 << 20


def open_csv(name: str, table: Table) -> OpenTable:
    """Open a delimited file, gzipped or not; decode strictly, guess nothing twice."""
    dialect = dialect_of(table)
    header = dialect.header
    # "a;b;" with a separator after every record
    spare = len(header) - 1 if len(header) > 1 and not header[-1] else None
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=table.rows,
        format="csv",
        encoding=dialect.encoding,
        delimiter=dialect.delimiter,
        decimal=dialect.decimal,
        titles=dialect.titles,
        detected=dialect.detected,
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        wanted = [*positions] if spare is None else [*positions, spare]
        for arrays in _records(table, dialect, wanted):
            if spare is not None:
                _check_empty(arrays.pop(), source)
            yield arrays

    return OpenTable(source, header[:spare], reading, table.rows, dialect.first)


class _Chunks(io.RawIOBase):
    """Chunks of bytes as a file, for a reader that asks for so many at a time."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` as far as the chunk at hand goes."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


class _Faults:
    """Remembers the first record of the wrong length, without what it says."""

    def __init__(self, table: Table, mark: str) -> None:
        self._table = table
        self._mark = mark
        self.first: ExtractError | None = None

    def __call__(self, row: pacsv.InvalidRow) -> str:
        """Note the record and tell pyarrow to stop."""
        if self.first is None:
            self.first = (
                _cut(self._table)
                if self._mark in row.text
                else _uneven(self._table, row)
            )
        return "error"


def _records(
    table: Table, dialect: Dialect, positions: Sequence[int]
) -> Iterator[list[pa.Array]]:
    mark = f"end-{uuid4().hex}"
    faults = _Faults(table, mark)
    body = io.BufferedReader(
        _Chunks(_bytes(table, dialect, mark)), buffer_size=_READ_AT_ONCE
    )
    names = [str(number) for number in range(len(dialect.header))]
    wanted = [str(position) for position in positions]
    held: list[pa.Array] | None = None
    try:
        for batch in _reader(body, dialect, names, wanted, faults):
            if not batch.num_rows:
                continue
            if held is not None:
                yield held
            held = [batch.column(each) for each in wanted]
    except pa.ArrowException:
        raise faults.first or _endless(table) from None
    if held is None or any(each[-1].as_py() != mark for each in held):
        raise _cut(table)
    yield [each[:-1] for each in held]


def _reader(
    body: io.BufferedIOBase,
    dialect: Dialect,
    names: Sequence[str],
    wanted: Sequence[str],
    faults: _Faults,
) -> pacsv.CSVStreamingReader:
    return pacsv.open_csv(
        body,
        # in one thread, because only then a faulty record has a number
        read_options=pacsv.ReadOptions(
            column_names=names, use_threads=False, block_size=_BLOCK
        ),
        parse_options=pacsv.ParseOptions(
            delimiter=dialect.delimiter,
            newlines_in_values=True,
            invalid_row_handler=faults,
        ),
        convert_options=pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            include_columns=list(dict.fromkeys(wanted)),
            strings_can_be_null=False,
        ),
    )


def _bytes(table: Table, dialect: Dialect, mark: str) -> Iterator[bytes]:
    """Yield what follows the header, in UTF-8, and our last record."""
    text = _text(table, dialect)
    lines = _without_footer(text, table.footer) if table.footer else text
    yield from (each.encode() for each in lines)
    record = dialect.delimiter.join([mark] * len(dialect.header))
    yield f"\n{record}\n".encode()


def _text(table: Table, dialect: Dialect) -> Iterator[str]:
    skip = dialect.body_at
    for text in decoded(table.file, dialect.encoding):
        if skip < len(text):
            yield text[skip:]
        skip = max(skip - len(text), 0)


def _without_footer(chunks: Iterator[str], footer: int) -> Iterator[str]:
    """Yield text without its last filled lines."""
    return without_last(filter(str.strip, _lines(chunks)), footer)


def _lines(chunks: Iterator[str]) -> Iterator[str]:
    rest = ""
    for chunk in chunks:
        *lines, rest = (rest + chunk).splitlines(keepends=True)
        yield from lines
    yield rest


def _check_empty(values: pa.Array, source: Source) -> None:
    if any(text.strip() for text in values.unique().to_pylist()):
        raise ExtractError(
            f"{source.where}: the last column has values but no name.\n"
            "Every column needs a name; ask for a corrected file.",
            f"{source.where}: de laatste kolom heeft waarden maar geen naam.\n"
            "Elke kolom moet een naam hebben; vraag om een verbeterd bestand.",
        )


def _uneven(table: Table, row: pacsv.InvalidRow) -> ExtractError:
    return ExtractError(
        f"{table.file}: record {row.number + 1} has {row.actual_columns} cells where "
        f"the header, record 1, has {row.expected_columns}.\n"
        "A delimiter inside a cell must stand in quotes; if this is the last record, "
        "the file is cut off. Ask for a corrected file.",
        f"{table.file}: record {row.number + 1} heeft {row.actual_columns} cellen waar "
        f"de kop, record 1, er {row.expected_columns} heeft.\n"
        "Een scheidingsteken in een cel moet tussen aanhalingstekens staan; is dit het "
        "laatste record, dan is het bestand afgekapt. Vraag om een verbeterd bestand.",
    )


def _cut(table: Table) -> ExtractError:
    return ExtractError(
        f"{table.file}: this file ends halfway a quoted cell.\n"
        "The file is cut off, or a quote is never closed; ask for it again.",
        f"{table.file}: dit bestand eindigt halverwege een cel tussen "
        "aanhalingstekens.\n"
        "Het bestand is afgekapt, of een aanhalingsteken wordt nooit gesloten; vraag "
        "het opnieuw op.",
    )


def _endless(table: Table) -> ExtractError:
    return ExtractError(
        f"{table.file}: a record is longer than {_BLOCK >> 20} MB.\n"
        "A quote is never closed, or this is no delimited text; ask for a corrected "
        "file.",
        f"{table.file}: een record is langer dan {_BLOCK >> 20} MB.\n"
        "Een aanhalingsteken wordt nooit gesloten, of dit is geen tekst met "
        "scheidingstekens; vraag om een verbeterd bestand.",
    )
