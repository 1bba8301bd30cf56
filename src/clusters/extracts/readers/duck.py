"""One table or view of a DuckDB file, opened so that nothing can be written to it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from clusters.errors import ExtractError
from clusters.extracts.cells import plain_strings
from clusters.extracts.header import matching
from clusters.extracts.source import OpenTable, Source
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from clusters.settings import Table

_ROWS_AT_ONCE = 65_536


def open_duckdb(name: str, table: Table) -> OpenTable:
    """Open a table of a DuckDB file; ``table`` must be set if there are more."""
    with _connected(table) as connection:
        whole = connection.sql(f"SELECT * FROM {_named(connection, table)}")  # noqa: S608
        columns = tuple(whole.columns)
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=None,
        format="duckdb",
        decimal=table.decimal or ".",
    )
    condition, values = _only(columns, table)

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        with _connected(table) as connection:
            wanted = ", ".join(_quoted(columns[each]) for each in positions)
            sql = f"SELECT {wanted} FROM {_named(connection, table)}{condition}"  # noqa: S608
            rows = connection.sql(sql, params=values)
            for batch in rows.to_arrow_reader(_ROWS_AT_ONCE):
                yield [
                    plain_strings(batch.column(place), source, columns[each])
                    for place, each in enumerate(positions)
                ]

    return OpenTable(source, columns, reading, table.rows)


def _only(columns: Sequence[str], table: Table) -> tuple[str, list[str]]:
    known = {matching(column): column for column in columns}
    parts, values = [], []
    for own, told in table.only.items():
        wanted = [told] if isinstance(told, str) else list(told)
        column = known.get(matching(own), own)
        marks = ", ".join("?" for _ in wanted)
        parts.append(f"CAST({_quoted(column)} AS VARCHAR) IN ({marks})")
        values += wanted
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), values


@contextmanager
def _connected(table: Table) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        with duckdb.connect(
            str(table.file),
            read_only=True,
            config={
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        ) as connection:
            connection.execute("SET enable_external_access = false")
            yield connection
    except duckdb.Error:
        raise ExtractError(
            f"{table.file}: this cannot be read as a DuckDB file, or lacks this "
            "table.\n"
            "Check 'table' and 'only'; another program may have it open, or a newer "
            "DuckDB wrote it.",
            f"{table.file}: dit is niet te lezen als DuckDB-bestand, of mist deze "
            "tabel.\n"
            "Kijk 'table' en 'only' na; misschien heeft een ander programma het open, "
            "of schreef een nieuwere DuckDB het.",
        ) from None


def _named(connection: duckdb.DuckDBPyConnection, table: Table) -> str:
    if table.table:
        return ".".join(map(_quoted, table.table.split(".")))
    names = [row[0] for row in connection.execute("SHOW TABLES").fetchall()]
    if len(names) == 1:
        return _quoted(str(names[0]))
    raise ExtractError(
        f"{table.file}: which table? It has {', '.join(map(repr, names))}.\n"
        "Set 'table' for this table in the study file.",
        f"{table.file}: welke tabel? Er zijn {', '.join(map(repr, names))}.\n"
        "Zet 'table' bij deze tabel in het studiebestand.",
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
