"""DuckDB over delivered tables: shut off from the world, silent about rows."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from clusters.errors import ExtractError
from clusters.store import private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from clusters.extracts.source import OpenTable

# Tables beyond this go to the private folder; the rest of the run needs room as well.
_MEMORY = "1GB"


@contextmanager
def database(work: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a database in memory that may spill into ``work`` and go nowhere else."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": _MEMORY,
            "temp_directory": str(private_folder(work)),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            # the right side of a join is the one we know to be small; DuckDB cannot
            # know how long a delivered file is, and might keep all of it
            "disabled_optimizers": "join_order,build_side_probe_side",
        },
    )
    try:
        # afterwards, because without access the spill folder can no longer be set
        connection.execute("SET enable_external_access = false")
        connection.execute("SET python_enable_replacements = false")
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


def run(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    tables: Mapping[str, OpenTable] | None = None,
    columns: Mapping[str, Sequence[str]] | None = None,
) -> pa.Table:
    """Run one statement over delivered tables, each read once, and return its rows.

    Parameters
    ----------
    connection
        From `database`.
    sql
        One statement; it names the tables by the keys of ``tables``.
    tables, columns
        Delivered tables and the columns of each to read.

    Raises
    ------
    ExtractError
        What reading raised; DuckDB's own words quote rows and are never passed on.
    """
    tables = tables or {}
    for name, table in tables.items():
        connection.register(name, table.batches((columns or {})[name]))
    try:
        # a statement that gives no rows gives no relation either
        relation = connection.sql(sql)
        return pa.table({}) if relation is None else relation.to_arrow_table()
    except duckdb.Error as error:
        for table in tables.values():
            if table.failures:
                raise table.failures[-1] from None
        if isinstance(error, duckdb.OutOfMemoryException | duckdb.IOException):
            raise ExtractError(
                "No room to join the tables of the extract.\n"
                "Free disk space in the folder of processed data.",
                "Geen ruimte om de tabellen van de levering te koppelen.\n"
                "Maak schijfruimte vrij in de map met bewerkte gegevens.",
            ) from None
        # a fault in our own statement; its kind is enough to find it
        raise RuntimeError(f"DuckDB: {type(error).__name__}") from None
    finally:
        for name in tables:
            connection.unregister(name)


def quoted(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
