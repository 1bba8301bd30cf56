"""A table or view of a database, such as PostgreSQL or SQL Server, by SQLAlchemy.

The address comes from the environment, because it holds a password. Only the columns
that the study names are asked for, and only the rows it wants; nothing is written. A
database has no file to take the digest of, so the digest is that of what was read.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from clusters.errors import ExtractError, SettingsError
from clusters.extracts.cells import as_strings
from clusters.extracts.header import asked_names, matching
from clusters.extracts.source import OpenTable, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Select

    from clusters.settings import Extract, Table

_ROWS_AT_ONCE = 20_000
_DIGEST_BITS = 256


def open_database(name: str, table: Table, extract: Extract) -> OpenTable:
    """Open a table of a database and read what is needed of it once, for its digest.

    Raises
    ------
    SettingsError
        If there is no address, or no driver for it.
    ExtractError
        If the database, or the table in it, cannot be read.
    """
    with _connected(table) as connection:
        columns = _needed(_columns(connection, table), extract)
        kind = str(connection.dialect.name)
        digest, rows = _digest(_rows(connection, table, columns))
    source = Source(
        table=name,
        file=str(table.table),
        sha256=digest,
        rows=rows,
        format=kind,
        decimal=table.decimal or ".",
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        wanted = [columns[each] for each in positions]
        read = 0
        with _connected(table) as connection:
            for batch in _rows(connection, table, wanted):
                read += len(batch)
                yield [
                    _strings([row[place] for row in batch], source.decimal or ".")
                    for place in range(len(wanted))
                ]
        if read != rows:
            raise ExtractError(
                f"{source.where}: the table changed while it was being read.\n"
                "Read from a copy or a view that stands still, and run again.",
                f"{source.where}: de tabel veranderde tijdens het lezen.\n"
                "Lees uit een kopie of view die stilstaat, en draai opnieuw.",
            )

    return OpenTable(source, columns, reading, table.rows)


def _needed(there: Sequence[str], extract: Extract) -> tuple[str, ...]:
    """Return the columns that a study can ask for; of tables of CBS all."""
    if extract.layout == "cbs":
        return tuple(there)
    named = asked_names(extract)
    return tuple(column for column in there if matching(column) in named)


def _columns(connection: Connection, table: Table) -> list[str]:
    from sqlalchemy import inspect

    schema, name = _name(table)
    return [str(each["name"]) for each in inspect(connection).get_columns(name, schema)]


def _rows(
    connection: Connection, table: Table, columns: Sequence[str]
) -> Iterator[Sequence[Sequence[object]]]:
    """Yield batches of rows."""
    asked = asked_of(table, columns)
    result = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(asked)
    yield from result.partitions()


def asked_of(table: Table, columns: Sequence[str]) -> Select[Any]:
    """Return the one statement that is sent: these columns, of the rows wanted.

    Values are compared as text, whatever their type; SQL Server loses letters of text
    that is not called national (``NVARCHAR``).
    """
    from sqlalchemy import Unicode, cast, column, select
    from sqlalchemy import table as named

    schema, name = _name(table)
    names: list[Any] = [column(each) for each in columns]
    asked: Select[Any] = select(*names).select_from(named(name, schema=schema))
    for own, told in table.only.items():
        wanted = [told] if isinstance(told, str) else list(told)
        asked = asked.where(cast(column(own), Unicode(100)).in_(wanted))
    return asked


def _digest(batches: Iterator[Sequence[Sequence[object]]]) -> tuple[str, int]:
    """Return a digest that the order of rows does not change, and their number."""
    total, rows = 0, 0
    for batch in batches:
        for row in batch:
            one = hashlib.sha256(repr(tuple(row)).encode()).digest()
            total += int.from_bytes(one, "big")
        rows += len(batch)
    told = f"{total % 2**_DIGEST_BITS:064x} {rows}"
    return hashlib.sha256(told.encode()).hexdigest(), rows


@contextmanager
def _connected(table: Table) -> Iterator[Connection]:
    """Give a connection; what a driver says may hold a password or a row."""
    try:
        from sqlalchemy import create_engine
        from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
    except ImportError:
        raise _no_driver(table) from None
    try:
        engine = create_engine(_address(table))
    except (ArgumentError, NoSuchModuleError, ImportError):
        raise _no_driver(table) from None
    try:
        with engine.connect() as connection:
            yield connection.execution_options(**_read_only(connection))
    except SQLAlchemyError as error:
        kind = type(error).__name__
        raise ExtractError(
            f"{table.table}: the database does not give this table ({kind}).\n"
            f"Check the address in {table.database}, 'table', 'only' and your rights.",
            f"{table.table}: de database geeft deze tabel niet ({kind}).\n"
            f"Kijk het adres in {table.database}, 'table', 'only' en uw rechten na.",
        ) from None
    finally:
        engine.dispose()


def _read_only(connection: Connection) -> dict[str, Any]:
    is_postgres = connection.dialect.name == "postgresql"
    return {"postgresql_readonly": True} if is_postgres else {}


def _address(table: Table) -> str:
    address = os.environ.get(str(table.database), "")
    if address:
        return address
    raise SettingsError(
        f"The environment variable {table.database} is not set.\n"
        "Put the address of the database in it, such as "
        "postgresql+psycopg://user@server/name or mssql+pyodbc://...",
        f"De omgevingsvariabele {table.database} is niet gezet.\n"
        "Zet er het adres van de database in, zoals "
        "postgresql+psycopg://gebruiker@server/naam of mssql+pyodbc://...",
    )


def _no_driver(table: Table) -> SettingsError:
    return SettingsError(
        f"No driver for the database of {table.database}.\n"
        "Install one: pip install stadsclusters[postgresql] or [sqlserver].",
        f"Geen stuurprogramma voor de database van {table.database}.\n"
        "Installeer er een: pip install stadsclusters[postgresql] of [sqlserver].",
    )


def _name(table: Table) -> tuple[str | None, str]:
    schema, _, name = str(table.table).rpartition(".")
    return schema or None, name


def _strings(values: Sequence[object], decimal: str) -> pa.Array:
    try:
        strings = as_strings(pa.array(values), decimal)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        strings = None
    if strings is None:  # of a type that only its driver knows, such as a uuid
        plain = [None if each is None else str(each) for each in values]
        return pa.array(plain, type=pa.string())
    return strings
