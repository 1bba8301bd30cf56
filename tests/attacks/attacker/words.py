"""Numbers as they are printed in running text, hidden text and drawings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBER = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d+"
# The end of a digest is no number, though a name may follow it.
_COUNTED = re.compile(
    rf"(?<!\w)({_NUMBER})[\s\u00a0]+(?:onderzochte[\s\u00a0]+)?(?:personen|inwoners|persons|residents)\b"
)
_SHARED = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d+)?)[\s\u00a0]*%")
_ANY = re.compile(r"(?<![\w,.])[-+]?\d[\d.\u00a0\u202f]*(?:,\d+)?(?![\w])")


def counts_of_persons(text: str) -> set[int]:
    """Return every number that is said to be a number of persons."""
    return {_whole(each) for each in _COUNTED.findall(text)}


def shares(text: str) -> set[str]:
    """Return every percentage, as printed without its sign."""
    return set(_SHARED.findall(text))


def numbers(text: str) -> set[float]:
    """Return every number in Dutch notation, whatever it stands for."""
    found = set()
    for each in _ANY.findall(text):
        plain = re.sub(r"[.\u00a0\u202f]", "", each).replace(",", ".")
        if plain.strip("+-"):
            found.add(float(plain))
    return found


def near(
    found: Iterable[float], wanted: Iterable[float], part: float
) -> Iterator[float]:
    """Yield the wanted numbers that a found one comes within a part of."""
    for each in wanted:
        if any(abs(one - each) <= part * abs(each) for one in found):
            yield each


def _whole(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def mentions(text: str, words: Iterable[str]) -> list[str]:
    """Return the sentences and cells in which one of some words stands."""
    told = re.split(r"(?<=[.!?;])\s+|\n", text)
    return [each for each in told if any(word in each.lower() for word in words)]
