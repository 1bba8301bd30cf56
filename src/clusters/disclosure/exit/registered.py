"""Which numbers may stand in a file: those released, and those that are not of people.

A number is compared as it is written, a word with a digit in it. A word alone says
little where there are hundreds of shares, so words that stand together must have been
built together: every four in a row of a text, and every row of a table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.released import ReleasedNumber, ReleasedTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Hyphens part the two numbers of a class and the parts of a date.
_INSIDE = r"[^\s()\[\]{}<>|;=‘’“”\"'…\-\u2013]*"
_NUMBER = re.compile(rf"{_INSIDE}\d{_INSIDE}")
_AROUND = ".,:!?%€$£¥+\u2212\u2013\u2014-/*#&~^_"
_WINDOW = 4
# The columns of a released table in which numbers stand.
_NUMBERS = (
    "persons", "share", "above", "unknown", "known", "reference_share", "difference",
    "index",
)  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """What a renderer may show besides released numbers.

    Parameters
    ----------
    words
        Texts whose numbers are not about people: names of classes, rules, dates,
        versions, digests, page numbers.
    lines
        Every text and row that was built, as its cells; numbers that stand together in
        a file must stand together in one of these.
    assets
        Digests of the scripts, styles and logos that a page may hold.
    told
        Per field of metadata, the patterns of what a file may say of itself.
    pages
        The pattern of a text that numbers a page; its groups are the page and, if it
        says so, how many there are.
    """

    words: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    assets: frozenset[str] = frozenset()
    told: dict[str, frozenset[str]] = field(default_factory=dict)
    pages: str = r"(\d+)(?:/(\d+))?"


class Registered:
    """The numbers of a release, as they may be written."""

    def __init__(
        self,
        tables: Iterable[ReleasedTable],
        amounts: Iterable[ReleasedNumber],
        wording: Wording,
    ) -> None:
        self.tables = tuple(tables)
        for table in self.tables:
            table.refuse_changed()
        self.wording = wording
        self.words = frozenset(
            word
            for text in (*_written(self.tables, amounts), *wording.words)
            for word in number_words(text)
        )
        self._starts = frozenset(
            word[:end] for word in self.words for end in range(1, len(word) + 1)
        )
        self._windows: set[tuple[str, ...]] = {(word,) for word in self.words}
        for line in (*wording.lines, *((text,) for text in wording.words)):
            self._windows |= set(_windows(_words_of(line)))

    def unbuilt(self) -> tuple[str, ...] | None:
        """Return a line with a number that is neither released nor wording, if any."""
        for line in self.wording.lines:
            if any(word not in self.words for word in _words_of(line)):
                return line
        return None

    def allows(self, cells: Sequence[str]) -> bool:
        """Return whether all numbers of a text or row may stand there together."""
        words = [word for cell in cells for word in self._whole(cell)]
        if any(word not in self.words for word in words):
            return False
        return all(window in self._windows for window in _reach(words))

    def allows_page(self, text: str, pages: int) -> bool:
        """Return whether a text numbers one of so many pages."""
        found = re.fullmatch(self.wording.pages, text.strip())
        told = found.groups() if found else (text.strip(), None)
        page, last = told[0], told[1] or str(pages)
        if not (page.isascii() and page.isdigit()):
            return False
        return 1 <= int(page) <= pages == int(last)

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

    def _whole(self, text: str) -> Iterator[str]:
        """Yield the numbers of a text; one that was cut off for room as it was."""
        for found in _NUMBER.finditer(text):
            word = found[0].strip(_AROUND)
            is_cut = text[found.end() : found.end() + 1] == "…"
            if is_cut and word not in self.words and word in self._starts:
                continue
            yield word


def number_words(text: str) -> list[str]:
    """Return the words of a text that hold a digit, bare of signs around them.

    Examples
    --------
    >>> number_words("25.430 personen (62 %), +41; ‘20 tot 25 jaar’")
    ['25.430', '62', '41', '20', '25']
    """
    return [found.strip(_AROUND) for found in _NUMBER.findall(text)]


def _words_of(line: Iterable[str]) -> list[str]:
    return [word for cell in line for word in number_words(cell)]


def _windows(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + _WINDOW, len(words)) + 1):
            yield tuple(words[start:end])


def _reach(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the windows that cover a text: all of it where it is short."""
    if not words:
        return
    for start in range(max(len(words) - _WINDOW, 0) + 1):
        yield tuple(words[start : start + _WINDOW])


def _written(
    tables: Iterable[ReleasedTable], amounts: Iterable[ReleasedNumber]
) -> Iterator[str]:
    """Yield every released number in the ways that it may be written."""
    for table in tables:
        for column in _NUMBERS:
            if column in table.rows:
                for value in table.rows[column].dropna().unique():
                    yield from spellings(abs(int(value)))
    for amount in amounts:
        if amount.value is not None:
            yield from spellings(abs(amount.value))


def spellings(number: float) -> Iterator[str]:
    """Yield a number as programs, Dutch and English readers write it."""
    for places in (0, 1):
        if places or float(number).is_integer():
            english = f"{number:,.{places}f}"
            yield f"{number:.{places}f}"
            yield english
            yield english.translate(str.maketrans(",.", ".,"))


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
        shown = [column for column in _NUMBERS if column in table.rows]
        for row in table.rows[shown].astype("Float64").to_numpy(float, na_value=nan):
            yield row[~np.isnan(row)].tolist()


def _columns_of(tables: Iterable[ReleasedTable]) -> Iterator[list[float]]:
    """Yield the numbers along each dimension, as where a table is turned."""
    for table in tables:
        shown = [column for column in _NUMBERS if column in table.rows]
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
