"""Years that cannot be compared, found by rule in the released numbers.

A number can change because the city does, or because the files do: a year comes from
another source, a rule cannot be applied to who came last. The numbers do not say which.
So where one year is out of line with the rest no line is drawn, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from clusters.profiles.counts import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusters.findings.perspectives import Found

UNDETERMINED = "undetermined"
# All our choice. A year is out of line if it lies a quarter over or under the year
# before, and that is more than twice the largest of the other steps, of which there are
# three at least; of fewer persons than this rounding and chance make steps as large.
_STEP, _TIMES, _OTHERS, _PERSONS = log(1.25), 2.0, 3, 100
# And its types tell nothing if so many more per cent of it cannot be determined than in
# any other year.
_POINTS = 10
# From so many more a fall in the types may be no more than that.
_SOME_POINTS = 2


@dataclass(frozen=True)
class Undetermined:
    """A year of which the types cannot be told: what share, and elsewhere at most."""

    year: str
    share: int
    elsewhere: int

    @property
    def ahead(self) -> int:
        """By how many per cent points it is ahead of every other year."""
        return self.share - self.elsewhere


def undetermined_years(shares: Found) -> tuple[Undetermined, ...]:
    """Return the years in which far more types are undetermined than in the others.

    ``shares`` are released, in per cent, by year and type; hidden ones are small.
    """
    return tuple(each for each in _more_undetermined(shares) if each.ahead >= _POINTS)


def lacking_years(shares: Found) -> tuple[Undetermined, ...]:
    """Return the years in which somewhat more types are, but not so many as that."""
    return tuple(
        each
        for each in _more_undetermined(shares)
        if _SOME_POINTS <= each.ahead < _POINTS
    )


def _more_undetermined(shares: Found) -> tuple[Undetermined, ...]:
    told = {
        year: share or 0
        for (year, code), share in shares.items()
        if code == UNDETERMINED and year.isdigit()
    }
    found = []
    for year, share in told.items():
        others = [other for each, other in told.items() if each != year]
        if others and share > max(others):
            found.append(Undetermined(year, share, max(others)))
    return tuple(found)


def without_types_of(found: Found, years: Sequence[Undetermined]) -> Found:
    """Return the numbers without those by type in some years; everybody stays."""
    of = {each.year for each in years}
    return {
        (year, code): None if year in of and code != EVERYBODY else persons
        for (year, code), persons in found.items()
    }


def breaks(
    found: Found, codes: Sequence[str], years: Sequence[str], other_source: str = ""
) -> dict[str, tuple[str, ...]]:
    """Return per code the years that a line must not be drawn to from the year before.

    Parameters
    ----------
    found : persons by year and code.
    codes, years : those that are drawn, the years in order.
    other_source : the year that comes from another source than the others. If a code
        is out of line from or to it, the source may be why, and all codes break there.
    """
    steps = {code: _steps(found, code, years) for code in codes}
    broken = {code: _out_of_line(each) for code, each in steps.items()}
    at_source = {
        year
        for before, year in pairwise(years)
        if other_source in {before, year}
        and any(year in mine for mine in broken.values())
    }
    return {
        code: tuple(year for year in years if year in mine or year in at_source)
        for code, mine in broken.items()
    }


def _steps(found: Found, code: str, years: Sequence[str]) -> dict[str, float]:
    """Return how far each year lies from the year before, as the log of the ratio."""
    told = {}
    for before, year in pairwise(years):
        one, other = found.get((before, code)), found.get((year, code))
        if (
            one
            and other
            and int(year) == int(before) + 1
            and max(one, other) >= _PERSONS
        ):
            told[year] = abs(log(other / one))
    return told


def _out_of_line(steps: Mapping[str, float]) -> frozenset[str]:
    return frozenset(
        year
        for year, step in steps.items()
        if len(others := [each for when, each in steps.items() if when != year])
        >= _OTHERS
        and step > _STEP
        and step > _TIMES * max(others)
    )
