"""A population and a larger one that was released before: who is only in the larger.

Whoever has both reports subtracts them, cell by cell. So the earlier numbers and the
people in between are written down as quantities that hang together as ours do, and
attacked with the rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.disclosure.design import Key
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.history import Told

Sums = list[tuple["Key", tuple["Key", ...]]]


def tied(
    equations: Equations, told: Mapping[Key, Told], release: str, *, is_larger: bool
) -> tuple[Equations, dict[Key, Told]]:
    """Return the register with an earlier population beside ours.

    Parameters
    ----------
    equations
        What there is now.
    told
        By quantity of ours, what was told of the same cell of the other population.
    release
        The release that told it.
    is_larger
        Whether that one has all our people, and more; else we have all of its.

    Returns
    -------
    Equations
        With the earlier numbers, those of the people in between, and what they add up
        to. A number that does not fit, as of an answer that was changed since, is left
        out.
    dict
        What was told of the earlier numbers, by their own key.
    """
    sums = [
        (equations.keys[total], tuple(equations.keys[part] for part in parts))
        for total, parts in equations.sums
    ]
    counts = dict(zip(equations.keys, equations.counts.tolist(), strict=True))
    sign = 1 if is_larger else -1
    theirs = {
        key: persons
        for key, persons in _filled_in(told, sums).items()
        if sign * (persons - counts[key]) >= 0
    }
    added: dict[Key, int] = {}
    more: Sums = []
    for key, persons in theirs.items():
        earlier, between = _named(key, release)
        added |= {earlier: persons, between: abs(persons - counts[key])}
        larger, part = (earlier, key) if is_larger else (key, earlier)
        more.append((larger, (part, between)))
    for total, parts in sums:
        if _adds_up(total, parts, theirs):
            for larger, *own in zip(
                *(_named(key, release) for key in (total, *parts)), strict=True
            ):
                more.append((larger, tuple(own)))
    printed = {_named(key, release)[0]: told[key] for key in theirs if key in told}
    return _with(equations, added, more), printed


def _filled_in(told: Mapping[Key, Told], sums: Sums) -> dict[Key, int]:
    """Return the earlier numbers, and those that follow from them by a sum."""
    found = {key: each.persons for key, each in told.items()}
    size = -1
    while len(found) > size:
        size = len(found)
        for total, parts in sums:
            missing = [key for key in (total, *parts) if key not in found]
            if len(missing) == 1:
                (key,) = missing
                known = sum(found.get(part, 0) for part in parts)
                found[key] = known if key == total else found[total] - known
    return found


def _adds_up(total: Key, parts: tuple[Key, ...], theirs: Mapping[Key, int]) -> bool:
    """Return whether all of a sum is known, and it was the sum then."""
    return all(key in theirs for key in (total, *parts)) and theirs[total] == sum(
        theirs[part] for part in parts
    )


def _named(key: Key, release: str) -> tuple[Key, Key]:
    """Return the quantity among the earlier people, and among those in between."""
    population, conditions = key
    return (
        (f"{population} in {release}", conditions),
        (f"{population} between {release}", conditions),
    )


def _with(equations: Equations, added: Mapping[Key, int], sums: Sums) -> Equations:
    keys = (*equations.keys, *added)
    place = {key: number for number, key in enumerate(keys)}
    placed = tuple(
        (place[total], tuple(sorted(place[part] for part in parts)))
        for total, parts in dict.fromkeys(sums)
    )
    counts = np.array([*equations.counts, *added.values()], dtype=np.int64)
    return replace(equations, keys=keys, counts=counts, sums=equations.sums + placed)
