"""A population and a larger one that was released before: who is only in the larger.

Whoever has both reports subtracts them, answer by answer. So the earlier numbers and
the people in between are written down as quantities, and attacked with the rest.
"""

from __future__ import annotations

from collections import defaultdict
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
        By quantity of ours, what was told of the same answer of the other population.
    release
        The release that told it.
    is_larger
        Whether that one has all our people, and more; else we have all of its.

    Returns
    -------
    Equations
        With, for each question whose answers are all known, the earlier numbers and
        those of the people in between, and what they add up to.
    dict
        What was told of the earlier numbers, by their own key.
    """
    counts = dict(zip(equations.keys, equations.counts.tolist(), strict=True))
    added: dict[Key, int] = {}
    sums: Sums = []
    theirs: dict[Key, Told] = {}
    names = (f"in {release}", f"between {release}")
    for total, answers in _questions(equations, told):
        if not _adds_up(total, answers, counts, told, is_larger=is_larger):
            continue
        for key in (total, *answers):
            earlier, between = (_named(key, name) for name in names)
            theirs[earlier] = told[key]
            added[earlier] = told[key].persons
            added[between] = abs(told[key].persons - counts[key])
            whole, part = (earlier, key) if is_larger else (key, earlier)
            sums.append((whole, (part, between)))
        for name in names:
            parts = tuple(_named(each, name) for each in answers)
            sums.append((_named(total, name), parts))
    return _with(equations, added, sums), theirs


def _questions(
    equations: Equations, told: Mapping[Key, Told]
) -> list[tuple[Key, tuple[Key, ...]]]:
    """Return per question the total and its answers, where all of them were told."""
    found: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in equations.keys:
        population, conditions = key
        if len(conditions) == 1:
            found[population, conditions[0][0]].append(key)
    return [
        ((population, ()), tuple(answers))
        for (population, _), answers in found.items()
        if all(key in told for key in ((population, ()), *answers))
    ]


def _adds_up(
    total: Key,
    answers: tuple[Key, ...],
    counts: Mapping[Key, int],
    told: Mapping[Key, Told],
    *,
    is_larger: bool,
) -> bool:
    """Return whether the numbers fit: an answer that was changed since does not."""
    sign = 1 if is_larger else -1
    fits = all(
        sign * (told[key].persons - counts[key]) >= 0 for key in (total, *answers)
    )
    theirs = sum(told[key].persons for key in answers)
    ours = sum(counts[key] for key in answers)
    return fits and theirs == told[total].persons and ours == counts[total]


def _named(key: Key, name: str) -> Key:
    population, conditions = key
    return f"{population} {name}", conditions


def _with(equations: Equations, added: Mapping[Key, int], sums: Sums) -> Equations:
    keys = (*equations.keys, *added)
    place = {key: number for number, key in enumerate(keys)}
    placed = tuple(
        (place[total], tuple(sorted(place[part] for part in parts)))
        for total, parts in dict.fromkeys(sums)
    )
    counts = np.array([*equations.counts, *added.values()], dtype=np.int64)
    return replace(equations, keys=keys, counts=counts, sums=equations.sums + placed)
