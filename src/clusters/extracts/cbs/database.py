"""A DuckDB that reads nothing but what we hand it, and tells nothing about a cell.

Tables are kept in memory and spill into the work folder when they do not fit; there is
no database file to forget. External files, extensions and further settings are
closed, because person-level data pass through here.
"""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from clusters.errors import ExtractError
from clusters.store import private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from clusters.extracts.source import OpenTable

# Enough for the residents of a large city; a country's addresses spill.
_MEMORY = "1GB"
# Set in this order: the last two close the door.
_SETTINGS = {
    "memory_limit": _MEMORY,
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    # rows get their order from ORDER BY, never from their arrival
    "preserve_insertion_order": "false",
    # DuckDB cannot know how long a delivered file is, and might keep all of it to look
    # up our few keys; as written, it keeps our keys
    "disabled_optimizers": "join_order,build_side_probe_side",
    "enable_external_access": "false",
    "lock_configuration": "true",
}


class Database:
    """One private, closed DuckDB."""

    def __init__(self, work: Path) -> None:
        self.rows_read: Counter[str] = Counter()
        self._connection = duckdb.connect(":memory:")
        spill = private_folder(work / "spill")
        for name, value in {"temp_directory": str(spill), **_SETTINGS}.items():
            self._connection.execute(f"SET {name} = {text(value)}")

    def read(self, opened: OpenTable, stream: pa.RecordBatchReader, sql: str) -> None:
        """Run a statement that reads ``stream`` under the name ``delivered``."""
        counted = pa.RecordBatchReader.from_batches(
            stream.schema, self._counted(opened.source.table.upper(), stream)
        )
        self._connection.register("delivered", counted)
        try:
            self._connection.execute(sql)
        except duckdb.Error:
            raise _told(opened) from None
        finally:
            self._connection.unregister("delivered")

    def _counted(
        self, name: str, stream: pa.RecordBatchReader
    ) -> Iterator[pa.RecordBatch]:
        self.rows_read[name] = 0
        for batch in stream:
            self.rows_read[name] += batch.num_rows
            yield batch

    def run(self, sql: str, values: list[Any] | None = None) -> None:
        """Run a statement on tables that are already here."""
        self._connection.execute(sql, values)

    def load(self, name: str, table: pa.Table) -> None:
        """Keep a small Arrow table under ``name``."""
        self._connection.register("loaded", table)
        self._connection.execute(
            f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM loaded"
        )
        self._connection.unregister("loaded")

    def count(self, sql: str) -> int:
        """Return the one number that a query gives."""
        [(number,)] = self._connection.execute(sql).fetchall()
        return int(number)

    def frame(self, sql: str) -> pd.DataFrame:
        """Return the rows of a query."""
        return self._connection.sql(sql).to_arrow_table().to_pandas()


def _told(opened: OpenTable) -> ExtractError:
    """Return what the reader said itself, or else no more than where it happened."""
    if opened.failures:
        return opened.failures[0]
    where = opened.source.where
    return ExtractError(
        f"{where}: this table cannot be read.\n"
        "Its content is not repeated here, because it is about persons. Check the "
        "file with its supplier, and that there is room on the disk.",
        f"{where}: deze tabel kan niet worden gelezen.\n"
        "De inhoud wordt hier niet herhaald, omdat die over personen gaat. Ga het "
        "bestand na bij de leverancier, en of er ruimte is op de schijf.",
    )


def quoted(name: str) -> str:
    """Return a name as DuckDB reads it literally."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Return a value as a DuckDB string."""
    return "'" + value.replace("'", "''") + "'"
