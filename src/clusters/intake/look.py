"""What a delivered file looks like: its columns, as strings, as far as we look."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from clusters.errors import ExtractError
from clusters.extracts.header import differs_from_cells
from clusters.extracts.lacking import found_in
from clusters.extracts.readers import open_table
from clusters.extracts.shown import shown
from clusters.extracts.values import plain_codes, plain_keys
from clusters.settings import Extract, Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from clusters.extracts import OpenTable

# Enough to see what a column holds; a file for the whole country is longer.
_MOST_ROWS = 500_000


@dataclass(frozen=True, eq=False)
class Seen:
    """A delivered table, opened and looked at.

    ``cells`` holds its first rows as strings, by own column name; ``is_whole`` says
    that there are no more. A column that was never filled holds missing values only.
    """

    name: str
    file: Path
    opened: OpenTable = field(repr=False)
    cells: Mapping[str, pd.Series] = field(repr=False)
    rows: int
    is_whole: bool

    def is_key(self, column: str) -> bool:
        """Whether every row has a value of its own in this column."""
        return column in self.keys

    @cached_property
    def keys(self) -> Mapping[str, list[str]]:
        """Every column in which each row has a value of its own, as plain keys."""
        return {
            column: plain_keys(values).to_list()
            for column, values in self.cells.items()
            if self.rows and values.notna().all() and values.is_unique
        }

    @cached_property
    def pointers(self) -> Mapping[str, list[str]]:
        """The distinct values of every column, as plain keys."""
        return {
            column: plain_keys(
                pd.Series(values.dropna().unique(), dtype="str")
            ).to_list()
            for column, values in self.cells.items()
        }

    def frequent_codes(self, column: str) -> list[str]:
        """Return the codes of a column that may be told; nobody is known by those."""
        return shown(plain_codes(self.cells[column]))


def look(name: str, file: Path) -> Seen:
    """Open a file and read its first rows.

    Names that say nothing to us will do, if what stands under them shows that they are
    names.

    Raises
    ------
    ExtractError
        If the file cannot be read, as a run would say it.
    """
    table = Table(file=file)
    opened = open_table(name, table, Extract(layout="person", tables={name: table}))
    batches, rows, is_whole = [], 0, True
    for batch in opened.batches():
        batches.append(batch)
        rows += len(batch)
        if rows >= _MOST_ROWS:
            is_whole = False
            break
    frame = (
        pa.Table.from_batches(batches).to_pandas()
        if batches
        else pd.DataFrame(columns=list(opened.columns), dtype="str")
    )
    values = {column: frame[column].astype("str") for column in opened.columns}
    if not opened.names and not differs_from_cells(values):
        seen = list(found_in(opened))
        raise ExtractError(
            "\n".join(each.en for each in seen), "\n".join(each.nl for each in seen)
        )
    return Seen(name, file, opened, values, rows, is_whole)
