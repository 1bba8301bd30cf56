"""What others printed about the same people, and what that leaves to protect (SDC-28).

What others told of a cell is not ours to hide: no marker takes it back. Its neighbours
are, so the attack knows the figure; and of a cell that others tell nearly, no value
that they left possible may be ruled out by us.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.audit import passed_along
from clusters.disclosure.display import nothing_known
from clusters.disclosure.equations import place_of
from clusters.disclosure.history import limits, told_outside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.history import Known
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.system import System


def printed_by_others(
    display: Display, equations: Equations, published: Iterable[Known], policy: Policy
) -> Display:
    """Return the display with what others printed of its quantities.

    A figure as far from ours as two releases of the same people may not be counts other
    people, of another day or definition, and so does one that contradicts a small
    number: it tells nothing of ours, which stays to be protected in full.
    """
    fitting = [each for each in published if _may_be_ours(each, equations, policy)]
    if not fitting:
        return display
    nothing = replace(display, known=nothing_known(len(equations.keys)))
    return replace(
        told_outside(display, equations, fitting),
        outside=told_outside(nothing, equations, fitting).known,
    )


def _may_be_ours(figure: Known, equations: Equations, policy: Policy) -> bool:
    cell, printed, base = figure
    place = place_of(cell, equations)
    if place is None:
        return False
    persons, (low, high) = int(equations.counts[place]), limits(printed, base, 0)
    difference = max(low - persons, persons - high)
    is_few = persons < policy.minimum_persons
    return difference < (1 if is_few else policy.release_difference)


def asking_what_is_ours(system: System, display: Display, policy: Policy) -> System:
    """Return the system that asks for no more than others left uncertain.

    Of a watched quantity what others printed, and that a small number has the marker,
    leave some values; those must all stay possible where they are fewer than the rule
    asks for.
    """
    lower, upper = display.outside
    if not lower.any() and not np.isfinite(upper).any():
        return system
    size = len(lower)
    upper = upper.copy()
    if system.knows_small and not display.exact:
        small = system.truth[:size] < policy.minimum_persons
        few = display.published & display.hidden & small
        upper[few] = np.minimum(upper[few], policy.minimum_persons - 1)
    others = len(system.truth) - size
    free = replace(
        system,
        lower=np.concatenate([lower, np.zeros(others)]),
        upper=np.concatenate(
            [np.minimum(upper, system.most), np.full(others, system.most)]
        ),
    )
    low, high = passed_along(free)
    return replace(
        system,
        left=(high - low + 1)[system.watched],
        reach=np.minimum(system.reach, high[system.watched]),
    )
