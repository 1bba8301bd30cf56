"""What was read, how, and a table that can be read again, in strings.

Every reader gives an `OpenTable`: all cells are strings, as the supplier wrote them,
and an empty cell (nothing, or only blanks) is missing. Types and codes come later,
in `clusters.extracts.values`, because only the schema knows them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa

from clusters.errors import ExtractError
from clusters.extracts.cells import tidy
from clusters.extracts.header import (
    header_row,
    looks_like_value,
    matching,
    shown_names,
)
from clusters.extracts.nearest import nearest
from clusters.schema import Text
from clusters.schema.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


# In these the names are apart from the rows; in the others they are the first row.
_NAMED_APART = frozenset(
    {"parquet", "sav", "dta", "sas7bdat", "duckdb", "database", "gpkg"}
)


@dataclass(frozen=True)
class Source:
    """A delivered file and how it was read: for the colophon and ``clusters check``.

    ``detected`` names which of encoding, delimiter and decimal were not declared in
    the study file but seen in this one; ``titles`` counts the records above the header;
    ``rows`` is None where only reading to the end would tell.
    """

    table: str
    file: str
    sha256: str
    rows: int | None
    format: str
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    detected: tuple[str, ...] = ()
    titles: int = 0

    @property
    def where(self) -> str:
        """How a message in any language names this table."""
        return f"{self.file} ({self.table})"

    def column(self, name: str) -> str:
        """How a message in any language names a column of this table."""
        return f"{self.file}: {name!r}"


class Reading(Protocol):
    """A way to read the columns at some positions, in batches of strings."""

    def __call__(self, positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        """Yield one array per position, batch after batch."""


@dataclass(frozen=True)
class OpenTable:
    """A delivered table, opened and named, of which no more than ``first`` is read.

    ``first`` are the first records of a file of which one is the header; ``asked`` the
    names that the study asks for. From these follows what may be told of the columns.
    """

    source: Source
    columns: tuple[str, ...]
    reading: Reading = field(repr=False)
    declared_rows: int | None = None
    first: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    asked: frozenset[str] = field(default=frozenset(), repr=False)
    # DuckDB wraps what a stream raises in its own words, traceback included; what we
    # raised ourselves is kept here so that it can be raised again, clean.
    failures: list[ExtractError] = field(
        default_factory=list, repr=False, compare=False
    )

    def check_header(self) -> None:
        """Refuse a header in which a name does not point to one column."""
        for number, name in enumerate(self.columns, start=1):
            if not name and looks_like_value(self.columns, self.asked):
                raise self._first_row_is_data()
            if not name:
                raise ExtractError(
                    f"{self.source.where}: column {number} has no name.\n"
                    "Every column needs one; ask for a corrected file.",
                    f"{self.source.where}: kolom {number} heeft geen naam.\n"
                    "Elke kolom moet er een hebben; vraag om een verbeterd bestand.",
                )
        if len(set(map(matching, self.columns))) < len(self.columns):
            self._refuse_doubled()

    def _refuse_doubled(self) -> None:
        if not self.names:
            raise self._first_row_is_data()
        times = Counter(map(matching, self.columns))
        doubled = sorted(name for name, found in times.items() if found > 1)
        raise ExtractError(
            f"{self.source.where}: "
            f"{plural(len(doubled), 'column name', 'column names')} found twice: "
            f"{', '.join(doubled[:5])}.\n"
            "Upper and lower case count as the same; ask for a corrected file.",
            f"{self.source.where}: "
            f"{plural(len(doubled), 'kolomnaam', 'kolomnamen')} tweemaal gevonden: "
            f"{', '.join(doubled[:5])}.\n"
            "Hoofd- en kleine letters tellen als gelijk; vraag om een verbeterd "
            "bestand.",
        )

    def _first_row_is_data(self) -> ExtractError:
        hint = header_hint(self)
        return ExtractError(
            f"{self.source.where}: the first row has cells that are empty or occur "
            f"twice and looks like data, not like names.\n{hint.en}",
            f"{self.source.where}: de eerste rij heeft cellen die leeg zijn of "
            f"tweemaal voorkomen en lijkt geen kop maar gegevens.\n{hint.nl}",
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as they may be told; none if the first row can be a person."""
        if self.source.format in _NAMED_APART:
            is_row = looks_like_value(self.columns, self.asked)
            return () if is_row else self.columns
        return shown_names(self.columns, self.asked)

    @property
    def header_below(self) -> int | None:
        """The row in which the header is, where it is not the one that was read."""
        return None if self.names else header_row(self.first, self.asked)

    def has(self, column: str) -> bool:
        """Whether there is a column of this name, whatever its case."""
        return matching(column) in map(matching, self.columns)

    def parts(self, key: str) -> tuple[str, ...]:
        """Return the columns that form a key or code together: ``"year + number"``."""
        return (key,) if self.has(key) else tuple(map(str.strip, key.split("+")))

    def has_key(self, key: str) -> bool:
        """Whether all columns of a key are there."""
        return all(map(self.has, self.parts(key)))

    def position(self, column: str) -> int:
        """Return where a column stands; an ExtractError names the nearest one."""
        names = [matching(name) for name in self.columns]
        if matching(column) not in names:
            raise self.lacking(column)
        return names.index(matching(column))

    def lacking(self, column: str) -> ExtractError:
        """Return the refusal of a column that is not there."""
        near = nearest(column, self.names)
        return ExtractError(
            f"{self.source.where}: there is no column {column!r}{near.en}.\n"
            "Correct the name in the study file, or ask for a complete extract.",
            f"{self.source.where}: er is geen kolom {column!r}{near.nl}.\n"
            "Verbeter de naam in het studiebestand, of vraag om een volledige "
            "levering.",
        )

    def batches(self, columns: Sequence[str] | None = None) -> pa.RecordBatchReader:
        """Stream columns as strings, named as asked for; all of them if not asked.

        Parameters
        ----------
        columns
            Names, in any case; other columns are not decoded.

        Returns
        -------
        pyarrow.RecordBatchReader
            Strings only, missing where a cell is empty. It can be read once; call
            again to read again. Reading raises an ExtractError where the file does
            not hold what it should, at the latest at its end.
        """
        names = tuple(self.columns if columns is None else columns)
        positions = [self.position(name) for name in names]
        schema = pa.schema([(name, pa.string()) for name in names])
        return pa.RecordBatchReader.from_batches(
            schema, self._batches(schema, positions)
        )

    def _batches(
        self, schema: pa.Schema, positions: Sequence[int]
    ) -> Iterator[pa.RecordBatch]:
        rows = 0
        try:
            for arrays in self.reading(positions):
                rows += len(arrays[0])
                yield pa.record_batch([tidy(each) for each in arrays], schema=schema)
            self._check_rows(rows)
        except ExtractError as error:
            self.failures.append(error)
            raise

    def _check_rows(self, rows: int) -> None:
        if self.declared_rows is not None and rows != self.declared_rows:
            raise ExtractError(
                f"{self.source.where}: {plural(rows, 'row', 'rows')} where the study "
                f"file declares {self.declared_rows}.\n"
                "The file may be cut off; ask for it again, or correct 'rows'.",
                f"{self.source.where}: {plural(rows, 'rij', 'rijen')} waar het "
                f"studiebestand er {self.declared_rows} noemt.\n"
                "Het bestand is misschien afgekapt; vraag het opnieuw op, of verbeter "
                "'rows'.",
            )


def header_hint(table: OpenTable) -> Text:
    """Return what to do where the first row is no header."""
    row = table.header_below
    if row is None:
        return Text(
            "Vraag om een bestand met de kolomnamen in de eerste rij.",
            "Ask for a file with the column names in its first row.",
        )
    return Text(
        f"Rij {row} lijkt de kop: zet header = {row} bij deze tabel.",
        f"Row {row} looks like the header: set header = {row} for this table.",
    )
