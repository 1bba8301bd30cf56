"""What the clusters differ in: one measure and one order, wherever it is told.

The measure is how much of the clusters a feature tells if nothing else is known. What
is within a few points of another is told as level with it, and features that tell the
same within clusters stand in one place, or one fact would be told twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.evidence import Evidence

# Our choice: the measure moves by as much when a band is drawn elsewhere.
LEVEL = 2  # points


@dataclass(frozen=True)
class Telling:
    """A feature, its twins after it, and the percentage of the clusters it tells."""

    features: tuple[str, ...]
    tells: int


def ranked(evidence: Evidence) -> tuple[Telling, ...]:
    """Return the features by what they tell, the most first, twins together."""
    told = evidence.tells
    order = sorted(told, key=lambda name: (-told[name], name))
    place = {name: number for number, name in enumerate(order)}
    groups = [sorted(group, key=place.__getitem__) for group in _together(evidence)]
    return tuple(
        Telling(tuple(group), told[group[0]])
        for group in sorted(groups, key=lambda group: place[group[0]])
    )


def level(telling: Iterable[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """Return what is ranked in places; all in a place are level with its first.

    Examples
    --------
    >>> each = [Telling(("a",), 40), Telling(("b",), 38), Telling(("c",), 37)]
    >>> [[one.tells for one in place] for place in level(each)]
    [[40, 38], [37]]
    """
    places: list[list[Telling]] = []
    for each in telling:
        if places and places[-1][0].tells - each.tells <= LEVEL:
            places[-1].append(each)
        else:
            places.append([each])
    return tuple(map(tuple, places))


def _together(evidence: Evidence) -> list[set[str]]:
    """Return the features in groups; twins of twins are in one."""
    groups = [{name} for name in evidence.tells]
    for pair in evidence.twins or ():
        joined = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in joined]
        groups.append(set().union(*joined))
    return [group for group in groups if group]
