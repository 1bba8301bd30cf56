"""What is printed, as a system of equations, and what must stay uncertain in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from clusters.disclosure.display import known_bounds
from clusters.disclosure.outside import asking_what_is_ours
from clusters.disclosure.solver import Programme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy

    Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class System:
    """Quantities, sums, and which quantities must stay uncertain.

    Parameters
    ----------
    programme
        The sums; one column per quantity.
    truth
        The true values.
    lower, upper
        What is known of each quantity by what is printed of it.
    watched
        The quantities of 1 to 9 persons.
    reach
        Per watched quantity, the value that must stay possible: the threshold, where
        exact counts stand around it (SDC-21), and else nothing more than its own.
    floor
        The least that a cell can be of which only is known that it is hidden for
        another one.
    lumps
        The small quantities that are watched together; they have the last columns.
    told
        Whether the attacker knows which hidden cells are below the threshold.
    left
        Per watched quantity, how many values what others printed leaves possible.
    """

    programme: Programme
    truth: Numbers
    lower: Numbers
    upper: Numbers
    watched: NDArray[np.int64]
    reach: Numbers
    floor: int
    lumps: tuple[tuple[int, ...], ...]
    left: Numbers
    told: bool = True

    @property
    def most(self) -> float:
        """More than anything can be; a programme must have an end."""
        return float(self.upper.max(initial=0))

    def members(self, places: Iterable[int]) -> set[int]:
        """Return the quantities in ``places``, of lumps their members."""
        first = len(self.truth) - len(self.lumps)
        return {
            part
            for place in places
            for part in (self.lumps[place - first] if place >= first else (place,))
        }


def system_of(
    equations: Equations, display: Display, policy: Policy, *, told: bool = True
) -> System:
    """Return what is printed and what it must not give away.

    ``told`` is whether the attacker knows which hidden cells are below the threshold.

    Besides every quantity of 1 to 9, the small ones in one sum are watched together:
    their sum is what is left of the total. If one of them is one person, who knows
    which it is, the sum without that person is watched too (SDC-27).
    """
    small = equations.counts < policy.minimum_persons
    lumps: dict[tuple[int, ...], int] = {}
    sums: list[tuple[int, tuple[int, ...]]] = []
    for total, parts in equations.sums:
        few = tuple(part for part in parts if small[part])
        if len(few) < 2 or not _is_small(equations.counts[list(few)], policy):
            sums.append((total, parts))
            continue
        lump = lumps.setdefault(few, len(small) + len(lumps))
        sums.append((total, (*(part for part in parts if not small[part]), lump)))
    sums += [(lump, few) for few, lump in lumps.items()]
    added = [int(equations.counts[list(few)].sum()) for few in lumps]
    truth = np.concatenate([equations.counts, added]).astype(float)
    lower, upper = known_bounds(equations.counts, display, policy, told=told)
    lower = np.concatenate([lower, np.zeros(len(lumps))])
    # More than everybody is possible for nobody, and a programme must have an end.
    most = truth.max(initial=0) + 2 * policy.minimum_persons
    upper = np.minimum(np.concatenate([upper, np.full(len(lumps), np.inf)]), most)
    is_lump = np.arange(len(truth)) >= len(small)
    watched = np.flatnonzero((truth > 0) & ((truth < policy.minimum_persons) | is_lump))
    exact = display.exact
    reach = np.where(exact, policy.minimum_persons, truth[watched])
    programme = Programme(
        sums_matrix(sums, len(truth)),
        above_matrix(display.above, len(truth), policy.dominant_percent),
    )
    system = System(
        programme,
        truth,
        lower,
        upper,
        watched,
        reach,
        floor=policy.minimum_persons if told and not exact else 0,
        lumps=tuple(lumps),
        left=np.full(len(watched), np.inf),
        told=told,
    )
    return asking_what_is_ours(system, display, policy)


def sums_matrix(sums: Sequence[tuple[int, Iterable[int]]], size: int) -> csr_array:
    """Return one row per sum: its total less its parts."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, (total, parts) in enumerate(sums):
        places = (total, *parts)
        rows += [row] * len(places)
        columns += places
        values += [1.0] + [-1.0] * (len(places) - 1)
    return csr_array((values, (rows, columns)), shape=(len(sums), size))


def _is_small(counts: NDArray[np.int64], policy: Policy) -> bool:
    insider = 1 if (counts == 1).any() else 0
    return 0 < int(counts.sum()) - insider < policy.minimum_persons


def above_matrix(
    above: Sequence[tuple[int, int]], size: int, percent: int
) -> csr_array | None:
    """Return one row per cell told to be above a percent of its group."""
    if not above:
        return None
    rows = np.repeat(np.arange(len(above)), 2)
    columns = np.array(above).ravel()
    values = np.tile([100.0, -float(percent)], len(above))
    return csr_array((values, (rows, columns)), shape=(len(above), size))
