"""A DuckDB that reads nothing but what we hand it, and tells nothing about a cell.

Tables are kept in memory and spill into the work folder when they do not fit; there is
no database file to forget. External files, extensions and further settings are
closed, because person-level data pass through here.
"""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
_NO_ROOM = (duckdb.OutOfMemoryException, duckdb.IOException)
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
    """One private, closed DuckDB.

    ``faults`` holds what reading found wrong of which the rest could still be read, so
    that all of it is refused at once.
    """

    def __init__(self, work: Path) -> None:
        self.rows_read: Counter[str] = Counter()
        self.faults: list[ExtractError] = []
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
        except duckdb.Error as error:
            raise _told(opened, error) from None
        finally:
            self._connection.unregister("delivered")

    def _counted(
        self, name: str, stream: pa.RecordBatchReader
    ) -> Iterator[pa.RecordBatch]:
        self.rows_read[name] = 0
        for batch in stream:
            self.rows_read[name] += batch.num_rows
            yield batch

    def run(self, sql: str) -> None:
        """Run a statement on tables that are already here."""
        with _silenced():
            self._connection.execute(sql)

    def load(self, name: str, table: pa.Table) -> None:
        """Keep a small Arrow table under ``name``."""
        self._connection.register("loaded", table)
        self.run(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM loaded")
        self._connection.unregister("loaded")

    def count(self, sql: str) -> int:
        """Return the one number that a query gives."""
        with _silenced():
            [(number,)] = self._connection.execute(sql).fetchall()
        return int(number)

    def frame(self, sql: str) -> pd.DataFrame:
        """Return the rows of a query."""
        with _silenced():
            return self._connection.sql(sql).to_arrow_table().to_pandas()


@contextmanager
def _silenced() -> Iterator[None]:
    """Replace what DuckDB says, because it may quote a row."""
    try:
        yield
    except _NO_ROOM:
        raise _no_room() from None
    except duckdb.Error as error:
        raise RuntimeError(f"a statement failed: {type(error).__name__}") from None


def _no_room() -> ExtractError:
    return ExtractError(
        "No room for the CBS tables.\nMake room on the disk of the work folder.",
        "Geen ruimte voor de CBS-tabellen.\nMaak ruimte op de schijf van de werkmap.",
    )


def _told(opened: OpenTable, error: duckdb.Error) -> ExtractError:
    """Return what the reader said itself, or else no more than where it happened."""
    if opened.failures:
        return opened.failures[-1]
    if isinstance(error, _NO_ROOM):
        return _no_room()
    where = opened.source.where
    return ExtractError(
        f"{where}: this table cannot be read.\n"
        "Its content is not repeated here, because it is about persons. Check the "
        "file with its supplier.",
        f"{where}: deze tabel kan niet worden gelezen.\n"
        "De inhoud wordt hier niet herhaald, omdat die over personen gaat. Ga het "
        "bestand na bij de leverancier.",
    )


def quoted(name: str) -> str:
    """Return a name as DuckDB reads it literally."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Return a value as a DuckDB string."""
    return "'" + value.replace("'", "''") + "'"
