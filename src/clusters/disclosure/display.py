"""What is shown of every quantity before anybody attacks it, by the rules alone.

A quantity is shown or hidden once for all tables (SDC-24), and rounded to one base.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.cells import dominating, few_persons, few_units, told_above
from clusters.disclosure.design import QUESTION, is_shown
from clusters.disclosure.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from clusters.disclosure.equations import Equations, Placed
    from clusters.disclosure.policy import Policy

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]
    Bounds = NDArray[np.float64]


@dataclass(frozen=True)
class Display:
    """How each quantity is shown; arrays run along the quantities.

    Parameters
    ----------
    published
        Whether it stands in a table, or is what a share is a part of.
    hidden
        Whether the marker stands there.
    needed
        Whether shares are worked out from it, so that hiding it hides them all.
    base
        What it is a multiple of.
    counted
        The persons that the printed number is rounded from.
    slack
        By how many persons that may be out of date, for a number kept from earlier.
    known
        The least and the most that it can be by earlier releases and by others.
    above
        Quantities shown as more than ``dominant_percent`` of a group, and the group.
    outside
        The least and the most that it can be by what others printed.
    """

    published: Flags
    hidden: Flags
    needed: Flags
    base: Numbers
    counted: Numbers
    slack: Numbers
    known: tuple[Bounds, Bounds]
    above: tuple[tuple[int, int], ...]
    outside: tuple[Bounds, Bounds]

    @property
    def value(self) -> Numbers:
        """What is printed where it is shown."""
        return rounded(self.counted, self.base)

    @property
    def shown(self) -> Flags:
        """Whether a number stands there."""
        return self.published & ~self.hidden

    @property
    def exact(self) -> bool:
        """Whether true counts are shown, so that only hiding protects."""
        return bool((self.base[self.published] == 1).all())

    def hiding(self, more: Iterable[int]) -> Display:
        """Return the display with more quantities hidden."""
        hidden = self.hidden.copy()
        hidden[list(more)] = True
        return replace(self, hidden=hidden)


def first_display(
    equations: Equations,
    policy: Policy,
    *,
    coarse: frozenset[str] = frozenset(),
) -> Display:
    """Return what the rules allow to be shown (SDC-01 to 05, 24).

    ``coarse`` names tables that are rounded to the coarse base whatever they are.
    """
    size = len(equations.keys)
    published, hidden, needed = (np.zeros(size, dtype=bool) for _ in range(3))
    base = np.ones(size, dtype=np.int64)
    above: set[tuple[int, int]] = set()
    for placed in equations.tables:
        if not is_shown(placed.table):
            continue
        groups = _share_groups(placed, equations, policy)
        known = groups[groups >= 0]
        published[placed.rows] = published[known] = needed[known] = True
        step = _base(placed, equations, policy, coarse)
        for places in (placed.rows, known):
            base[places] = np.maximum(base[places], step)
        few = few_persons(placed, equations, policy)
        few |= few_units(placed, equations, policy)
        hidden[placed.rows[few]] = True
        if placed.table.within:
            large, dominant = dominating(placed, equations, policy)
            hidden[placed.rows[large | dominant]] = True
            above |= set(told_above(placed, equations, policy, large | dominant))
    base = _agreed(base, equations)
    return Display(
        published=published,
        hidden=hidden,
        needed=needed,
        base=base,
        counted=equations.counts,
        slack=np.zeros(size, dtype=np.int64),
        known=nothing_known(size),
        above=tuple(sorted(above)),
        outside=nothing_known(size),
    )


def nothing_known(size: int) -> tuple[Bounds, Bounds]:
    """Return the bounds of quantities of which nobody told anything yet."""
    return np.zeros(size), np.full(size, np.inf)


def known_bounds(
    counts: Numbers, display: Display, policy: Policy, *, knows_small: bool = True
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the most that each quantity can be, by what is printed.

    The attacker is taken to know which hidden cells are below the threshold. One
    marker for all does not tell that, so this is on the safe side. Among exact counts
    the marker must work, because there a small number has to pass for a large one.
    Without ``knows_small``, a hidden cell can be anything.
    """
    lower, upper = np.zeros(len(counts)), np.full(len(counts), np.inf)
    small = counts < policy.minimum_persons
    hidden = display.published & display.hidden
    if knows_small and not display.exact:
        upper[hidden & small] = policy.minimum_persons - 1
        lower[hidden & ~small] = policy.minimum_persons
    shown, base = display.shown, display.base
    value, slack = display.value, display.slack
    least = value - base // 2 - slack
    lower[shown] = np.maximum(least, policy.minimum_persons)[shown]
    upper[shown] = (value + (base - 1) // 2 + slack)[shown]
    return np.maximum(lower, display.known[0]), np.minimum(upper, display.known[1])


def _share_groups(placed: Placed, equations: Equations, policy: Policy) -> Numbers:
    """Return the group of each row, -1 where it is too small for shares (SDC-06)."""
    sizes = np.where(placed.groups >= 0, equations.counts[placed.groups], 0)
    return np.where(sizes >= policy.minimum_share_base, placed.groups, -1)


def _base(
    placed: Placed, equations: Equations, policy: Policy, coarse: frozenset[str]
) -> int:
    """Return what the counts of a table are rounded to (SDC-04)."""
    table = placed.table
    asked = set(table.counts[QUESTION]) if QUESTION in table.dimensions else set()
    variables = [name for name in table.dimensions if name != QUESTION]
    places = np.concatenate([placed.rows, placed.groups[placed.groups >= 0]])
    people = equations.counts[places].max(initial=0)
    is_coarse = (
        table.name in coarse
        or people < policy.small_population
        or len(variables) >= policy.crossed_variables
        or not asked.union(variables).isdisjoint(policy.coarse_variables)
    )
    return (
        max(policy.coarse_base, policy.round_base) if is_coarse else policy.round_base
    )


def _agreed(base: Numbers, equations: Equations) -> Numbers:
    """Give quantities that are the same people the same base."""
    base = base.copy()
    for total, parts in equations.sums:
        if len(parts) == 1:
            base[[total, parts[0]]] = max(base[total], base[parts[0]])
    return base
