"""What protecting a table cost, for the data owner who has to agree to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Placed


@dataclass(frozen=True)
class Cost:
    """What protecting a table cost, in cells.

    ``by_rule`` are hidden by the threshold and its kin, ``for_others`` to protect
    other cells, ``shown`` are left; ``base`` is what most counts are a multiple of.
    """

    cells: int
    by_rule: int
    for_others: int
    base: int
    collapsed: bool = False

    @property
    def shown(self) -> int:
        """The cells in which a number stands."""
        return self.cells - self.by_rule - self.for_others


def cost_of(placed: Placed, first: Display, final: Display, merged: bool) -> Cost:
    """Return the cost of a table, from what the rules left and what is shown of it.

    ``merged`` tells whether the table has coarser codes than were asked for.
    """
    by_rule = first.hidden[placed.rows]
    extra = final.hidden[placed.rows] & ~by_rule
    return Cost(
        cells=len(placed.rows),
        by_rule=int(by_rule.sum()),
        for_others=int(extra.sum()),
        base=int(np.median(final.base[placed.rows])) if len(placed.rows) else 1,
        collapsed=merged,
    )
