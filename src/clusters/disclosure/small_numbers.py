"""Every quantity of 1 to 9 persons must stay uncertain (SDC-21, 27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.display import known_bounds
from clusters.disclosure.outside import asking_what_is_ours
from clusters.disclosure.solver import Programme
from clusters.disclosure.system import System, above_matrix, sums_matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy

    Sum = tuple[int, tuple[int, ...]]


def system_of(
    equations: Equations, display: Display, policy: Policy, *, knows_small: bool = True
) -> System:
    """Return what is printed and what it must not give away.

    ``knows_small`` is whether the attacker knows which hidden cells are below the
    threshold.

    Besides every quantity of 1 to 9, the small ones in one sum are watched together:
    their sum is what is left of the total. If one of them is one person, who knows
    which it is, the sum without that person is watched too (SDC-27).
    """
    sums, lumps = _with_lumps(equations, policy)
    added = [int(equations.counts[list(few)].sum()) for few in lumps]
    truth = np.concatenate([equations.counts, added]).astype(float)
    lower, upper = known_bounds(
        equations.counts, display, policy, knows_small=knows_small
    )
    # More than everybody is possible for nobody, and a programme must have an end.
    most = truth.max(initial=0) + 2 * policy.minimum_persons
    is_lump = np.arange(len(truth)) >= len(equations.counts)
    watched = np.flatnonzero((truth > 0) & ((truth < policy.minimum_persons) | is_lump))
    exact = display.exact
    system = System(
        Programme(
            sums_matrix(sums, len(truth)),
            above_matrix(display.above, len(truth), policy.dominant_percent),
        ),
        truth,
        np.concatenate([lower, np.zeros(len(lumps))]),
        np.minimum(np.concatenate([upper, np.full(len(lumps), np.inf)]), most),
        watched,
        reach=np.where(exact, policy.minimum_persons, truth[watched]),
        floor=policy.minimum_persons if knows_small and not exact else 0,
        lumps=lumps,
        left=np.full(len(watched), np.inf),
        knows_small=knows_small,
    )
    return asking_what_is_ours(system, display, policy)


def _with_lumps(
    equations: Equations, policy: Policy
) -> tuple[list[Sum], tuple[tuple[int, ...], ...]]:
    """Return the sums with the small parts of each as one quantity, and those."""
    small = equations.counts < policy.minimum_persons
    lumps: dict[tuple[int, ...], int] = {}
    sums: list[Sum] = []
    for total, parts in equations.sums:
        few = tuple(part for part in parts if small[part])
        if len(few) < 2 or not _is_small(equations.counts[list(few)], policy):
            sums.append((total, parts))
            continue
        lump = lumps.setdefault(few, len(small) + len(lumps))
        sums.append((total, (*(part for part in parts if not small[part]), lump)))
    return [*sums, *((lump, few) for few, lump in lumps.items())], tuple(lumps)


def _is_small(counts: NDArray[np.int64], policy: Policy) -> bool:
    insider = 1 if (counts == 1).any() else 0
    return 0 < int(counts.sum()) - insider < policy.minimum_persons
