"""Where each printed number comes from: nothing else may stand in a report.

Whoever tells something asks `Source` for it, which keeps what it gave here, with its
origin. Once a chapter is built, every number in it must be one that was given for that
chapter, or part of a name: a number that only looks like one of those has no origin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from clusters.disclosure import ReleasedTable
from clusters.disclosure.exit import has_number
from clusters.errors import DisclosureError
from clusters.report.known import (
    codes_in,
    names_in,
    numbers_in,
    sums_in,
    tables_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.findings import Findings

# A word with a digit or a sign for a number in it, such as a half. Hyphens part the two
# numbers of a class.
_INSIDE = r"[^\s()\[\]{}<>|;:=‘’“”\"'…/\-\u2212\u2013\u2014]*"
_NUMBER = re.compile(rf"{_INSIDE}[\d²³¹¼-¾\u2150-\u2189]{_INSIDE}")
_AROUND = " .,:;!?"  # of a text
_SIGNS = ".,:!?%€$£¥+*#&~^_"  # of a number


class Origin(Enum):
    """Where a number comes from."""

    RELEASED = "a cell of a released table"
    DERIVED = "worked out from released cells by a rule"
    TESTED = "what the tests of the clusters gave"
    PUBLISHED = "what others published"
    SETTING = "a rule of the data owner, a choice of the study, a date"
    WORDING = "a name, or a sentence of ours"


@dataclass(frozen=True)
class Shown:
    """A text with a number as it was given, and where that comes from.

    ``rule`` names the rule, or the place in a sentence, that the number is of.
    """

    text: str
    origin: Origin
    rule: str = ""


@dataclass(frozen=True)
class Known:
    """What is known before any chapter is built: the numbers released, and names."""

    numbers: frozenset[int]
    names: frozenset[str]

    @cached_property
    def named(self) -> dict[str, list[str]]:
        """The names by each number in them."""
        return _by_word(self.names)

    @classmethod
    def of(cls, findings: Findings) -> Known:
        """Return the numbers and names in the findings."""
        # What only looks like a table was not released.
        tables = tuple(
            each for each in tables_in(findings) if isinstance(each, ReleasedTable)
        )
        return cls(
            frozenset(chain(*map(numbers_in, tables), sums_in(findings))),
            frozenset(map(_plain, (*names_in(findings), *codes_in(tables)))),
        )


@dataclass
class Ledger:
    """What was given for one chapter."""

    known: Known
    shown: dict[str, Shown] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)

    def give(self, text: str, origin: Origin, rule: str = "") -> str:
        """Keep a text with its origin, and return it."""
        if has_number(text):
            self.shown.setdefault(_plain(text), Shown(text, origin, rule))
        return text

    def give_number(
        self, number: int, text: str, origin: Origin, rule: str = ""
    ) -> str:
        """Keep a number as it is written, and return that.

        Raises
        ------
        DisclosureError
            If it is said to be released and stands in no released table.
        """
        if origin is Origin.RELEASED and abs(number) not in self.known.numbers:
            raise _unregistered()
        self.numbers.add(abs(number))
        return self.give(text, origin, rule)

    def refuse_unknown(self, texts: Iterable[str], drawn: Iterable[int] = ()) -> None:
        """Refuse a number without an origin.

        Parameters
        ----------
        texts
            What is told.
        drawn
            Numbers that are written where they are drawn.

        Raises
        ------
        DisclosureError
            If there is one; it never says which.
        """
        given = (_by_word(self.shown), self.known.named)
        if not all(_is_covered(_plain(text), given) for text in set(texts)):
            raise _unregistered()
        if not set(map(abs, drawn)) <= self.numbers | self.known.numbers:
            raise _unregistered()


def _plain(text: str) -> str:
    """Return a text as it is compared: without capitals, and signs at its ends."""
    return " ".join(text.split()).lower().strip(_AROUND)


def _words_of(text: str) -> list[str]:
    return [found[0].strip(_SIGNS) for found in _NUMBER.finditer(text)]


def _by_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Return phrases by each number in them."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        for word in set(_words_of(phrase)):
            found.setdefault(word, []).append(phrase)
    return found


def _is_covered(text: str, given: Iterable[dict[str, list[str]]]) -> bool:
    """Return whether every number of a text stands in something that was given."""
    for found in _NUMBER.finditer(text):
        word = found[0].strip(_SIGNS)
        start = found.start() + found[0].index(word)
        if not any(
            _holds(text, phrase, start, start + len(word))
            for by_word in given
            for phrase in by_word.get(word, ())
        ):
            return False
    return True


def _holds(text: str, phrase: str, start: int, end: int) -> bool:
    """Return whether a phrase stands in a text around a place."""
    at = text.find(phrase, max(end - len(phrase), 0))
    return 0 <= at <= start


def _unregistered() -> DisclosureError:
    return DisclosureError(
        "report: a text holds a number that was not released and is no wording of ours "
        "(TXT-01). The report is not written.",
        "rapport: een tekst bevat een getal dat niet is vrijgegeven en niet bij onze "
        "tekst hoort (TXT-01). Het rapport wordt niet geschreven.",
    )
