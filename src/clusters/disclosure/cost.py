"""What protecting a table cost, for the data owner who has to agree to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.cells import dominating, few_persons, few_units

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations, Placed
    from clusters.disclosure.policy import Policy


@dataclass(frozen=True)
class Cost:
    """What protecting a table cost, in cells.

    ``by_rule`` are hidden by the threshold and its kin, ``for_others`` to protect
    other cells, ``shown`` are left; ``base`` is what most counts are a multiple of.
    ``reasons`` counts the cells of ``by_rule`` by the first rule that hides them.
    """

    cells: int
    by_rule: int
    for_others: int
    base: int
    collapsed: bool = False
    reasons: Mapping[str, int] = field(default_factory=dict)

    @property
    def lost_percent(self) -> float:
        """The part of the cells that the rules allow and the attack forbids."""
        allowed = self.cells - self.by_rule
        return 100 * self.for_others / allowed if allowed else 0.0

    @property
    def shown(self) -> int:
        """The cells in which a number stands."""
        return self.cells - self.by_rule - self.for_others


def cost_of(
    placed: Placed,
    equations: Equations,
    displays: tuple[Display, Display],
    policy: Policy,
    *,
    merged: bool,
) -> Cost:
    """Return the cost of a table.

    ``displays`` are what the rules left of it and what is shown in the end; ``merged``
    tells whether it has coarser codes than were asked for.
    """
    first, final = displays
    by_rule = first.hidden[placed.rows]
    extra = final.hidden[placed.rows] & ~by_rule
    return Cost(
        cells=len(placed.rows),
        by_rule=int(by_rule.sum()),
        for_others=int(extra.sum()),
        base=int(np.median(final.base[placed.rows])) if len(placed.rows) else 1,
        collapsed=merged,
        reasons=_reasons(placed, equations, by_rule, policy),
    )


def _reasons(
    placed: Placed, equations: Equations, hidden: NDArray[np.bool_], policy: Policy
) -> dict[str, int]:
    """Return how many cells are hidden by which rule; what is left is earlier told."""
    rules = {
        "SDC-01": few_persons(placed, equations, policy),
        "SDC-02": few_units(placed, equations, policy),
    }
    if placed.table.within:
        large, tied = dominating(placed, equations, policy)
        rules["SDC-05"] = large | tied
    left, counted = hidden.copy(), {}
    for rule, found in rules.items():
        counted[rule] = int((left & found).sum())
        left &= ~found
    return {**counted, "SDC-25": int(left.sum())}
