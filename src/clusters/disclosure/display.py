"""What is shown of every quantity before anybody attacks it, by the rules alone.

A quantity is shown or hidden once for all tables (SDC-24), and rounded to one base.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.disclosure.design import ANSWER, QUESTION, is_shown
from clusters.disclosure.history import as_before, nothing_known
from clusters.disclosure.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from clusters.disclosure.design import Key
    from clusters.disclosure.equations import Equations, Placed
    from clusters.disclosure.history import Told
    from clusters.disclosure.policy import Policy

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]
    Bounds = NDArray[np.float64]

EVERY = "*"


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
        The least and the most that it can be by earlier releases.
    above
        Quantities shown as more than ``dominant_percent`` of a group, and the group.
    """

    published: Flags
    hidden: Flags
    needed: Flags
    base: Numbers
    counted: Numbers
    slack: Numbers
    known: tuple[Bounds, Bounds]
    above: tuple[tuple[int, int], ...]

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
    earlier: Mapping[Key, Told] | None = None,
) -> Display:
    """Return what the rules allow to be shown (SDC-01 to 05, 24 and 25).

    ``coarse`` names tables that are rounded to the coarse base whatever they are;
    ``earlier`` holds what earlier releases told of the same quantities.
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
        hidden[placed.rows[_few(placed, equations, policy)]] = True
        if placed.table.within:
            large, dominant = _dominating(placed, equations, policy)
            hidden[placed.rows[large | dominant]] = True
            above |= set(_told_above(placed, equations, policy, large | dominant))
    base = _agreed(base, equations)
    display = Display(
        published=published,
        hidden=hidden,
        needed=needed,
        base=base,
        counted=equations.counts,
        slack=np.zeros(size, dtype=np.int64),
        known=nothing_known(size),
        above=tuple(sorted(above)),
    )
    return as_before(display, equations, policy, earlier or {})


def known_bounds(
    counts: Numbers, display: Display, policy: Policy
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the most that each quantity can be, by what is printed.

    The attacker is taken to know which hidden cells are below the threshold. One
    marker for all does not tell that, so this is on the safe side. Among exact counts
    the marker must work, because there a small number has to pass for a large one.
    """
    lower, upper = np.zeros(len(counts)), np.full(len(counts), np.inf)
    small = counts < policy.minimum_persons
    hidden = display.published & display.hidden
    if not display.exact:
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


def _few(placed: Placed, equations: Equations, policy: Policy) -> Flags:
    """Return which rows have too few persons, households or addresses behind them."""
    persons = equations.counts[placed.rows]
    few = persons < policy.minimum_persons
    for unit, least in (
        ("households", policy.minimum_households),
        ("addresses", policy.minimum_addresses),
    ):
        if unit in placed.table.counts:
            units = placed.table.counts[unit].to_numpy()
            few |= (persons < policy.few_persons) & (units < least)
    return few


def _dominating(
    placed: Placed, equations: Equations, policy: Policy
) -> tuple[Flags, Flags]:
    """Return which rows leave too few others in their group, and which a sensitive one.

    Then the rest of its variable is hidden too: what is not in the others is in it.
    """
    persons = equations.counts[placed.rows]
    groups = placed.groups
    sizes = np.where(groups >= 0, equations.counts[groups], 0)
    is_part = (groups >= 0) & (groups != placed.rows)
    large = is_part & (persons > 0) & (sizes - persons < policy.minimum_persons)
    tied = is_part & _sensitive(placed, policy) & (persons > 0)
    tied &= 100 * persons >= policy.dominant_percent * sizes
    same = pd.Series(groups).astype(str)
    if QUESTION in placed.table.dimensions:
        same += " " + placed.table.counts[QUESTION].to_numpy()
    return large, pd.Series(tied).groupby(same).transform("any").to_numpy()


def _sensitive(placed: Placed, policy: Policy) -> Flags:
    """Return which rows tie people to a sensitive category (SDC-05)."""
    table = placed.table
    found = np.zeros(len(table.counts), dtype=bool)
    for name, categories in policy.sensitive.items():
        if name in table.dimensions:
            asked, codes = True, table.counts[name]
        elif QUESTION in table.dimensions:
            asked, codes = table.counts[QUESTION] == name, table.counts[ANSWER]
        else:
            continue
        found |= np.asarray(asked & ((EVERY in categories) | codes.isin(categories)))
    return found


def _told_above(
    placed: Placed, equations: Equations, policy: Policy, hidden: Flags
) -> Iterable[tuple[int, int]]:
    """Yield the hidden rows that may be said to be above the dominant percent."""
    for row, group in zip(placed.rows[hidden], placed.groups[hidden], strict=True):
        size = equations.counts[group] if group >= 0 else 0
        if size >= policy.minimum_share_base and (
            100 * equations.counts[row] > policy.dominant_percent * size
        ):
            yield int(row), int(group)
