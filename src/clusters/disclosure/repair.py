"""Hiding more, until no attack on a small number succeeds (SDC-22).

For a number that has too few possible values, one linear programme asks: which shown
cells would have to give, and by how much, for another value to be possible? Cells that
give are hidden. The table it finds also widens what is possible for everybody else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array, hstack

from clusters.disclosure.audit import Audit, attack, passes, widened
from clusters.disclosure.display import known_bounds
from clusters.disclosure.small_numbers import system_of
from clusters.disclosure.solver import Programme, minimise
from clusters.disclosure.system import System

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.solver import Deadline

    Numbers = NDArray[np.float64]
    Look = Callable[[Equations, Display, Policy], System]

# A cell that gives less than this gives nothing; see the solver's own tolerance.
_GIVES = 1e-6


@dataclass(frozen=True)
class Repaired:
    """What may be shown, and what the last attack on it found.

    ``extra`` are the quantities hidden to protect others; ``failing`` those that
    nothing more can be hidden for.
    """

    display: Display
    audit: Audit
    extra: tuple[int, ...]

    @property
    def failing(self) -> NDArray[np.int64]:
        """The quantities that are still not protected."""
        return self.audit.failing


def suppress(
    equations: Equations,
    display: Display,
    policy: Policy,
    deadline: Deadline,
    audit: Audit | None = None,
    look: Look = system_of,
) -> Repaired:
    """Hide more cells until every small number has enough possible values.

    Parameters
    ----------
    equations, display, policy
        What there is, what would be shown of it, and the rules.
    deadline
        When it must be done.
    audit
        The attack on ``display``, where it was already tried.
    look
        What must stay uncertain: every small number, or who is tied to an answer.

    Raises
    ------
    DisclosureError
        If a programme is not solved to proven optimality in time.
    """
    system = look(equations, display, policy)
    audit = audit or attack(system, policy, deadline)
    start = display
    given_up: set[int] = set()
    while len(todo := [place for place in audit.failing if place not in given_up]):
        for place in todo:
            if passes(audit, system, policy)[system.watched == place].all():
                continue
            display, audit, system, helped = _protect(
                int(place), (equations, display, audit, system), policy, deadline
            )
            if not helped:
                given_up.add(int(place))
        # Begun anew, so that nothing that hiding was built on goes unproven.
        audit = attack(system, policy, deadline)
    extra = np.flatnonzero(display.hidden & ~start.hidden)
    return Repaired(display, audit, tuple(int(place) for place in extra))


def _protect(
    place: int,
    state: tuple[Equations, Display, Audit, System],
    policy: Policy,
    deadline: Deadline,
) -> tuple[Display, Audit, System, bool]:
    """Hide the cheapest cells that keep enough values possible for one quantity."""
    equations, display, audit, system = state
    mine = system.watched == place
    width = min(policy.possible_integers, system.left[mine].min()) - 1
    low = np.ceil(audit.low[place] - _GIVES)
    high = np.floor(audit.high[place] + _GIVES)
    reach = system.reach[mine].max()
    wanted = [max(low + width, reach)] + ([high - width] if high >= reach else [])
    options = [
        found
        for value in wanted
        if system.lower[place] <= value <= system.upper[place]
        and (found := cheapest(place, value, display, system, deadline)) is not None
    ]
    if not options:
        return display, audit, system, False
    _, point, giving = min(options, key=lambda option: option[0])
    display = display.hiding(giving)
    lower, upper = known_bounds(
        equations.counts, display, policy, knows_small=system.knows_small
    )
    size = len(lower)
    system = replace(
        system,
        lower=np.concatenate([lower, system.lower[size:]]),
        upper=np.concatenate([np.minimum(upper, system.most), system.upper[size:]]),
    )
    return display, widened(audit, point), system, True


def cheapest(
    place: int,
    value: float,
    display: Display,
    system: System,
    deadline: Deadline,
    weights: Numbers | None = None,
) -> tuple[float, Numbers, NDArray[np.int64]] | None:
    """Return what to hide so that a quantity can have a value, at the least cost.

    Parameters
    ----------
    place, value
        The quantity, and what must be possible for it.
    display, system
        What is shown, and what follows from it.
    weights
        The cost of each quantity that is hidden; of every one the same by default.

    Returns
    -------
    tuple or None
        The cost, a table that fits once they are hidden, and the quantities to hide.
        None where hiding cannot help. The cost is linear in how much a cell gives, so
        it is the least for the programme and near the least for the cells.
    """
    size = len(system.truth)
    may_give = np.flatnonzero(display.shown & ~display.needed)
    prices = np.ones(size) if weights is None else weights
    pick = csr_array(
        (np.ones(len(may_give)), (may_give, np.arange(len(may_give)))),
        shape=(size, len(may_give)),
    )
    spread = hstack([_identity(size), pick, -pick], format="csr")
    programme = Programme(
        csr_array(system.programme.equal @ spread),
        None if system.programme.above is None else system.programme.above @ spread,
    )
    lower, upper = system.lower.copy(), system.upper.copy()
    lower[place] = upper[place] = value
    down = np.maximum(lower[may_give] - system.floor, 0)
    bounds = (
        np.concatenate([lower, np.zeros(2 * len(may_give))]),
        np.concatenate([upper, np.full(len(may_give), np.inf), down]),
    )
    price = np.concatenate([np.zeros(size), prices[may_give], prices[may_give]])
    point = minimise(price, programme, bounds, deadline, may_fail=True)
    if point is None:
        return None
    given = point[size : size + len(may_give)] + point[size + len(may_give) :]
    giving = may_give[given > _GIVES]
    return float(prices[giving].sum()), spread @ point, giving


def _identity(size: int) -> csr_array:
    places = np.arange(size)
    return csr_array((np.ones(size), (places, places)), shape=(size, size))
