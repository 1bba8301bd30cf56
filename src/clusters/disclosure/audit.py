"""What somebody with all tables and all sums can work out about a small number.

Two cheap answers come before any linear programme. Passing known bounds along the sums
gives an interval that is never too narrow to be an attack (an outer one); every table
that fits what is printed, the true one first, gives values that stay possible (an inner
one), for all quantities at once. Programmes are run only for what lies between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.solver import minimise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from clusters.disclosure.policy import Policy
    from clusters.disclosure.solver import Deadline
    from clusters.disclosure.system import System

    Numbers = NDArray[np.float64]
    Bounds = tuple[Numbers, Numbers]

# HiGHS meets its constraints to 1e-7; a bound this close to a whole number is one.
_TOLERANCE = 1e-6
# Bounds travel one sum a round; more rounds than the levels of a hierarchy add little.
_ROUNDS = 12


@dataclass(frozen=True)
class Audit:
    """What an attacker can derive: who stays uncertain, and who does not.

    ``low`` and ``high`` are values that were found to be possible, per quantity;
    ``failing`` are the watched quantities with too few possible values.
    """

    low: Numbers
    high: Numbers
    failing: NDArray[np.int64]


def attack(system: System, policy: Policy, deadline: Deadline) -> Audit:
    """Return what an attacker can derive about the watched quantities.

    Raises
    ------
    DisclosureError
        If a programme is not solved to proven optimality in time.
    """
    outer = passed_along(system)
    seen = Audit(system.truth, system.truth, system.watched)
    unsafe = ~_enough(*outer, system, policy)
    open_ = _undecided(seen, system, policy) & ~unsafe
    while open_.any():
        before = open_.sum()
        for sign in (-1.0, 1.0):
            seen = _looked(seen, system, outer, sign, system.watched[open_], deadline)
        open_ = _undecided(seen, system, policy) & ~unsafe
        # When pushing all at once helps few of them, push one at a time.
        if open_.sum() > 0.8 * before:
            break
    for place in np.flatnonzero(open_):
        for sign in (-1.0, 1.0):
            if _undecided(seen, system, policy)[place]:
                one = system.watched[[place]]
                seen = _looked(seen, system, outer, sign, one, deadline)
    failing = system.watched[_undecided(seen, system, policy)]
    return Audit(seen.low, seen.high, failing)


def derivable(
    system: System, deadline: Deadline, places: Iterable[int]
) -> list[tuple[float, float]]:
    """Return the exact bounds that an attacker finds for some quantities."""
    found = []
    for place in places:
        ends = []
        for sign in (1.0, -1.0):
            cost = np.zeros(len(system.truth))
            cost[place] = sign
            point = minimise(
                cost, system.programme, (system.lower, system.upper), deadline
            )
            ends.append(float(np.nan if point is None else point[place]))
        found.append((ends[0], ends[1]))
    return found


def widened(audit: Audit, point: Numbers) -> Audit:
    """Return the audit with one more table that fits what is printed."""
    low, high = np.minimum(audit.low, point), np.maximum(audit.high, point)
    return Audit(low, high, audit.failing)


def passes(audit: Audit, system: System, policy: Policy) -> NDArray[np.bool_]:
    """Return which watched quantities have enough values that stay possible."""
    return _enough(audit.low, audit.high, system, policy)


def passed_along(system: System) -> Bounds:
    """Return bounds after passing what is known along the sums, in whole persons."""
    lower, upper = system.lower, system.upper
    for _ in range(_ROUNDS):
        low, high = _one_round(system.programme.equal, lower, upper)
        if (low <= lower + _TOLERANCE).all() and (high >= upper - _TOLERANCE).all():
            break
        lower, upper = np.maximum(low, lower), np.minimum(high, upper)
    return lower, upper


def _one_round(equal: csr_array, lower: Numbers, upper: Numbers) -> Bounds:
    """Bound each term of each sum by what the other terms leave it."""
    terms = equal.tocoo()
    row, column = terms.coords
    sign = terms.data
    least = np.where(sign > 0, lower[column], -upper[column])
    most = np.where(sign > 0, upper[column], -lower[column])
    # what this term must at least and can at most be, for the row to come to zero
    at_least = -_others(most, row, equal.shape[0])
    at_most = -_others(least, row, equal.shape[0])
    low, high = lower.copy(), upper.copy()
    np.maximum.at(low, column, np.where(sign > 0, at_least, -at_most))
    np.minimum.at(high, column, np.where(sign > 0, at_most, -at_least))
    return np.ceil(low - _TOLERANCE), np.floor(high + _TOLERANCE)


def _others(values: Numbers, row: NDArray[np.int64], rows: int) -> Numbers:
    """Return per term the sum of the other terms of its row."""
    finite = np.isfinite(values)
    sums = np.bincount(row, np.where(finite, values, 0.0), rows)
    endless = np.bincount(row, ~finite, rows)
    left = sums[row] - np.where(finite, values, 0.0)
    sign = np.where((values == np.inf).any(), np.inf, -np.inf)
    return np.where(endless[row] - ~finite > 0, sign, left)


def _enough(
    low: Numbers, high: Numbers, system: System, policy: Policy
) -> NDArray[np.bool_]:
    low, high = low[system.watched], high[system.watched]
    possible = np.floor(high + _TOLERANCE) - np.ceil(low - _TOLERANCE) + 1
    reached: NDArray[np.bool_] = high >= system.reach - _TOLERANCE
    enough: NDArray[np.bool_] = possible >= policy.possible_integers
    enough |= possible >= system.left
    return enough & reached


def _undecided(seen: Audit, system: System, policy: Policy) -> NDArray[np.bool_]:
    return ~_enough(seen.low, seen.high, system, policy)


def _looked(
    seen: Audit,
    system: System,
    bounds: Bounds,
    sign: float,
    places: NDArray[np.int64],
    deadline: Deadline,
) -> Audit:
    """Push some quantities as far as they go, and keep the table that comes out."""
    cost = np.zeros(len(system.truth))
    cost[places] = sign
    point = minimise(cost, system.programme, bounds, deadline)
    return seen if point is None else widened(seen, point)
