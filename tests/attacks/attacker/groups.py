"""What everybody in a group is known to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from attacks.attacker.linear import Quantity, Solver

ANY = "*"


@dataclass(frozen=True)
class Certain:
    """The least part of a group that is certain to have an answer."""

    group: Quantity
    answer: tuple[str, str]
    share: float


def certain(
    solver: Solver, answers: Collection[tuple[str, str]], above: float = 0
) -> Iterator[Certain]:
    """Yield how sure one can be of sensitive answers in every group of people.

    Groups of which a table that was seen to be possible says ``above`` or less are
    passed over.
    """
    for key in solver.order:
        for answer in sorted(key):
            group = key - {answer}
            is_asked = answer in answers or (answer[0], ANY) in answers
            if not is_asked or not group or group not in solver.order:
                continue
            if any("any of" in code for _, code in key):
                continue
            if solver.seen_share(key, group) <= above:
                continue
            low = solver.interval([key], 10**9)[0]
            size = solver.interval([group], 10**9)[1]
            yield Certain(group, answer, low / size)
