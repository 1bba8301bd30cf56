"""What was released, and what each file of a report was made to show of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from math import nan
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from clusters.disclosure.exit.built import Built
    from clusters.disclosure.released import ReleasedTable

# The columns of a released table in which numbers stand.
NUMBERS = (
    "persons", "share", "above", "unknown", "known", "reference_share", "difference",
    "index",
)  # fmt: skip


@dataclass(frozen=True)
class Registered:
    """What may stand in the files of a report.

    Parameters
    ----------
    tables
        The released tables.
    files
        What each file was made to show, by its name.
    assets
        Digests of the scripts, styles, logos, drawings and values that a page may
        hold.
    told
        Per field of metadata, the patterns of what a file may say of itself.

    Raises
    ------
    DisclosureError
        If a table was changed after it was released.
    """

    tables: tuple[ReleasedTable, ...]
    files: Mapping[str, Built]
    assets: frozenset[str] = frozenset()
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a table that nobody released, whatever it looks like."""
        for table in self.tables:
            table.refuse_changed()

    def allows_row(self, numbers: Sequence[float]) -> bool:
        """Return whether numbers are cells of one row, or column, that was released."""
        words = tuple(map(_plain, numbers))
        return words in self._across or self._along.hold(words)

    @cached_property
    def _across(self) -> frozenset[tuple[str, ...]]:
        """Every choice of columns from the rows of the tables."""
        rows = {tuple(map(_plain, row)) for row in _rows_of(self.tables)}
        return frozenset(
            chosen
            for row in rows
            for length in range(len(row) + 1)
            for chosen in combinations(row, length)
        )

    @cached_property
    def _along(self) -> _Rows:
        """The columns of the tables, for a file in which one is turned."""
        return _Rows(_columns_of(self.tables))


class _Rows:
    """Rows of numbers, by the numbers in them."""

    def __init__(self, rows: Iterable[Iterable[float]]) -> None:
        self._rows = [tuple(map(_plain, row)) for row in rows]
        self._of: dict[str, set[int]] = defaultdict(set)
        for place, row in enumerate(self._rows):
            for word in row:
                self._of[word].add(place)

    def hold(self, words: tuple[str, ...]) -> bool:
        """Return whether a row has these numbers in this order."""
        places = set.intersection(*(self._of.get(word, set()) for word in words))
        return any(_is_within(words, self._rows[place]) for place in places)


def _rows_of(tables: Iterable[ReleasedTable]) -> Iterator[list[float]]:
    """Yield the numbers of each row."""
    for table in tables:
        shown = [column for column in NUMBERS if column in table.rows]
        for row in table.rows[shown].astype("Float64").to_numpy(float, na_value=nan):
            yield row[~np.isnan(row)].tolist()


def _columns_of(tables: Iterable[ReleasedTable]) -> Iterator[list[float]]:
    """Yield the numbers along each dimension, as where a table is turned."""
    for table in tables:
        shown = [column for column in NUMBERS if column in table.rows]
        for along in table.dimensions if len(table.dimensions) > 1 else ():
            others = [name for name in table.dimensions if name != along]
            for _, rows in table.rows.groupby(others, sort=False):
                for column in shown:
                    yield [float(value) for value in rows[column].dropna()]


def _plain(number: float) -> str:
    return f"{number:.10g}"


def _is_within(words: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether words stand in a row in this order, others between them or not."""
    left = iter(row)
    return all(word in left for word in words)
