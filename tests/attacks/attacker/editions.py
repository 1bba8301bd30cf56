"""Two reports of nearly the same people, laid side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from attacks.attacker.linear import Model, Solver, conditions, model_of
from attacks.attacker.reading import POPULATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attacks.attacker.linear import Quantity
    from attacks.attacker.reading import Table


# Changes of fewer persons than this are not shown.
KEPT = 10


@dataclass(frozen=True)
class Difference:
    """A number that is not what it was; None where the marker stood."""

    people: Quantity
    before: int | None
    after: int | None


def differences(one: Sequence[Table], other: Sequence[Table]) -> list[Difference]:
    """Return what changed. Who knows that one person came knows what that person is."""
    before, after = _persons(one), _persons(other)
    return [
        Difference(key, before[key], after[key])
        for key in sorted(before.keys() & after.keys(), key=sorted)
        if before[key] != after[key]
    ]


def told_of(found: Sequence[Difference], group: str) -> dict[str, str]:
    """Return what the one person between two editions is, by the numbers that moved."""
    return {
        name: code
        for each in found
        if POPULATION not in dict(each.people) and None not in (each.before, each.after)
        for name, code in each.people
        if name not in {group, "step"}
    }


def average(releases: Sequence[Sequence[Table]]) -> dict[Quantity, float]:
    """Return the mean of a number over many releases of the same people."""
    seen: dict[Quantity, list[int]] = defaultdict(list)
    for tables in releases:
        for key, persons in _persons(tables).items():
            if persons is not None:
                seen[key].append(persons)
    return {key: float(np.mean(found)) for key, found in seen.items()}


def sliver(
    larger: Sequence[Table],
    smaller: Sequence[Table],
    asked: Sequence[Quantity],
    enough: int,
) -> dict[Quantity, tuple[int, int]]:
    """Return how many there can be in the larger population and not in the smaller.

    Stops looking at one once ``enough`` numbers are known to be possible.

    The smaller one is a part of the larger, so every cell of it is one of a cell; not
    so of the people who are left out of the study. A number of a cluster that is the
    same in both may have been kept, as the report says that it does with what changed
    by fewer than ``KEPT``.
    """
    whole, part = (model_of(_of_study(each)) for each in (larger, smaller))
    then, now = _persons(larger), _persons(smaller)
    for key, persons in now.items():
        of_cluster = any(name == "cluster" for name, _ in key)
        if of_cluster and persons is not None and persons == then.get(key):
            part.lower[key] = max(part.lower[key] - KEPT + 1, 0)
            part.upper[key] += KEPT - 1
    both = Model(whole.least)
    for model, mark in ((whole, "whole"), (part, "part")):
        tag = frozenset({("population", mark)})
        for key in model.lower:
            both.know(key | tag, model.lower[key], model.upper[key])
        for total, parts in model.sums:
            both.add(total | tag, [each | tag for each in parts])
    steps = {key for key in whole.lower if "step" in dict(key)}
    for key in (whole.lower.keys() & part.lower.keys()) - steps:
        both.add(
            key | {("population", "whole")},
            [key | {("population", "part")}, key | {("population", "sliver")}],
        )
    solver = Solver(both)
    tag = ("population", "sliver")
    return {key: solver.interval([key | {tag}], enough) for key in asked}


def _of_study(tables: Sequence[Table]) -> list[Table]:
    """Return the tables that count the people of the study, and nobody else."""
    return [table for table in tables if not table.rows[0].subject]


def _persons(tables: Sequence[Table]) -> dict[Quantity, int | None]:
    return {conditions(row): row.persons for table in tables for row in table.rows}
