"""Whether an attack succeeded: the judge knows the truth, the attacker does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attacks.attacker.linear import Solver, model_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from attacks.attacker.linear import Model, Quantity
    from attacks.attacker.reading import Table

# What must stay possible for every number of 1 to 9 persons.
ENOUGH = 5
FEW = range(1, 10)


@dataclass(frozen=True)
class Pinned:
    """Few persons of whom too much is known: the interval, and the true number."""

    people: str
    low: int
    high: int
    truth: int


def pinned(
    tables: Sequence[Table],
    truth: Mapping[Quantity, int],
    *,
    model: Model | None = None,
    most: int = 3,
    enough: int = ENOUGH,
    told: bool = True,
    about: Callable[[Quantity], bool] = lambda _: True,
) -> list[Pinned]:
    """Return small numbers that have fewer than ``enough`` possible values.

    The attacker is told which hidden cells are small. ``most`` is how many are enough
    to make the point; ``about`` says whom they are to be of. Besides single quantities,
    the small ones in one line are looked at together: their sum is what is left of the
    total.
    """
    model = model or model_of(tables)
    truth = completed(truth, model)
    solver = Solver(model, truth if told else None)
    found: list[Pinned] = []
    for parts in targets(model, truth):
        if not any(about(part) for part in parts):
            continue
        low, high = solver.interval(parts, enough)
        if high - low + 1 >= enough:
            continue
        real = sum(truth[part] for part in parts)
        assert low <= real <= high, "the attacker believes something that is not so"
        found.append(Pinned(_said(parts), low, high, real))
        if len(found) == most:
            break
    return found


def completed(truth: Mapping[Quantity, int], model: Model) -> dict[Quantity, int]:
    """Return the truth with that of what no table prints, by adding and subtracting."""
    full = {key: 0 for key, most in model.upper.items() if not most} | dict(truth)
    waiting = sorted(model.sums, key=str)
    while waiting:
        left = []
        for total, parts in waiting:
            unknown = [each for each in (total, *parts) if each not in full]
            if len(unknown) > 1:
                left.append((total, parts))
            elif unknown == [total]:
                full[total] = sum(full[part] for part in parts)
            elif unknown:
                others = [full[part] for part in parts if part != unknown[0]]
                full[unknown[0]] = full[total] - sum(others)
            else:
                assert full[total] == sum(full[part] for part in parts), (
                    f"the attacker adds up what does not add up: {sorted(total)} "
                    f"= {[(sorted(each), full[each]) for each in parts]}"
                )
        if len(left) == len(waiting):
            break
        waiting = left
    for key in model.lower:
        if key in full:
            assert model.lower[key] <= full[key] <= model.upper[key], (
                sorted(key),
                model.lower[key],
                full[key],
                model.upper[key],
            )
    return full


def targets(model: Model, truth: Mapping[Quantity, int]) -> list[list[Quantity]]:
    """Return what must not be known: numbers of 1 to 9, alone and by line."""
    single = [[key] for key in sorted(model.lower, key=sorted) if truth.get(key) in FEW]
    lines: dict[frozenset[Quantity], list[Quantity]] = defaultdict(list)
    for _, parts in sorted(model.sums, key=str):
        small = [each for each in parts if truth.get(each, 99) < FEW.stop]
        if len(small) > 1 and sum(truth[each] for each in small) in FEW:
            lines[frozenset(small)] = small
    return [*single, *lines.values()]


def _said(parts: Sequence[Quantity]) -> str:
    return " + ".join(
        ", ".join(f"{name} is {code}" for name, code in sorted(part)) for part in parts
    )
