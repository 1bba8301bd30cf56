"""Records rebuilt from tables: which combinations of answers must exist."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attacks.attacker.linear import Model, Quantity, Solver

TOO_MANY = 2_000_000


@dataclass(frozen=True)
class Rebuilt:
    """Persons of whom two answers are known together: who, how many, which answers."""

    group: Quantity
    answers: tuple[tuple[str, str], tuple[str, str]]
    persons: int


def rebuilt(
    solver: Solver, group: Quantity, cells: Sequence[Quantity], few: range
) -> Iterator[Rebuilt]:
    """Yield pairs of answers that exactly so many persons of a group must have both.

    Of two answers of which so many in all have one and so many the other, at least
    what does not fit in the rest of the group has both (Fréchet's bounds).
    """
    size = solver.interval([group], 10**9)
    bounds = {cell: solver.interval([cell], 10**9) for cell in cells}
    for one, other in product(cells, repeat=2):
        (first,), (second,) = one - group, other - group
        if first[0] >= second[0]:
            continue
        # The least overlap needs both at their least and the group at its most.
        least = max(0, bounds[one][0] + bounds[other][0] - size[1])
        most = min(bounds[one][1], bounds[other][1])
        if least == most and least in few:
            yield Rebuilt(group, (first, second), least)


def solutions(
    model: Model, cells: Sequence[Quantity], told: dict[Quantity, int] | None = None
) -> np.ndarray | None:
    """Return every table of whole persons that fits, one per row; None if too many."""
    bounds = [_bounds(model, cell, told) for cell in cells]
    if np.prod([float(high - low + 1) for low, high in bounds]) > TOO_MANY:
        return None
    axes = [np.arange(low, high + 1) for low, high in bounds]
    every = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, len(cells))
    column = {cell: place for place, cell in enumerate(cells)}
    for total, parts in sorted(model.sums, key=str):
        if all(part in column for part in parts):
            added = every[:, [column[part] for part in parts]].sum(1)
            low, high = _bounds(model, total, told)
            every = every[(low <= added) & (added <= high)]
    return every


def _bounds(
    model: Model, key: Quantity, told: dict[Quantity, int] | None
) -> tuple[int, int]:
    low, high = model.lower[key], model.upper[key]
    if told and key in model.hidden and key in told:
        if told[key] < model.least:
            high = min(high, model.least - 1)
        else:
            low = max(low, model.least)
    return int(low), int(high)
