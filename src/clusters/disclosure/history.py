"""What earlier releases have told already, and what that leaves to be told.

One more person in a cell than last time is one person's record. So a number that has
changed by too few persons keeps its earlier value, and one that was hidden stays so.
What was shown before is known, whatever is hidden now, and the attack starts from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clusters.disclosure.equations import Cell, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clusters.disclosure.design import Key
    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy


# A cell, what is known or was printed of it elsewhere, and what that is rounded to.
Known = tuple[Cell, int, int]


@dataclass(frozen=True)
class Told:
    """A number of an earlier release: how many persons, in truth and in print.

    ``persons`` are those it was rounded from; of a number kept from an earlier release
    still those of then, so that keeping it again cannot let it drift. ``printed`` is
    None where the marker stood, and ``base`` is what it was rounded to.
    """

    persons: int
    printed: int | None
    base: int


def as_before(
    display: Display, equations: Equations, policy: Policy, earlier: Mapping[Key, Told]
) -> Display:
    """Return the display with what earlier releases fix about it (SDC-24, 25).

    Parameters
    ----------
    display, equations, policy
        What the rules allow, of which quantities.
    earlier
        By quantity of the same definition, what was told of it.

    Returns
    -------
    Display
        Quantities that differ by too few persons are printed as before, or hidden as
        before, and what was printed before narrows what they can be.
    """
    hidden, needed = display.hidden.copy(), display.needed.copy()
    base, counted = display.base.copy(), display.counted.copy()
    slack = display.slack.copy()
    lower, upper = display.known
    lower, upper = lower.copy(), upper.copy()
    for place, key in enumerate(equations.keys):
        told = earlier.get(key)
        difference = abs(int(equations.counts[place]) - told.persons) if told else 0
        if told is None or difference >= policy.release_difference:
            continue
        few = equations.counts[place] < policy.minimum_persons
        counted[place] = told.persons
        if told.printed is None:
            hidden[place] = True
            continue
        slack[place] = policy.release_difference - 1 if difference else 0
        base[place] = max(base[place], told.base)
        needed[place] |= not few
        low, high = limits(told.printed, told.base, int(slack[place]))
        lower[place] = max(lower[place], low)
        upper[place] = min(upper[place], high)
    return replace(
        display,
        hidden=hidden,
        needed=needed,
        base=base,
        counted=counted,
        slack=slack,
        known=(lower, upper),
    )


def told_outside(
    display: Display, equations: Equations, known: Iterable[Known]
) -> Display:
    """Return the display with what is known of its quantities from elsewhere (SDC-28).

    Of cells that the tables no longer have, such as merged ones, nothing is known. A
    number that contradicts ours by a few persons is of another day; it then tells the
    attacker no less than the truth.
    """
    lower, upper = display.known
    lower, upper = lower.copy(), upper.copy()
    for cell, printed, base in known:
        place = place_of(cell, equations)
        if place is None:
            continue
        low, high = limits(printed, base, 0)
        persons = int(equations.counts[place])
        lower[place] = max(lower[place], min(low, persons))
        upper[place] = min(upper[place], max(high, persons))
    return replace(display, known=(lower, upper))


def told_in(equations: Equations, display: Display) -> dict[Key, Told]:
    """Return what a release tells, to be kept for the next one."""
    return {
        key: Told(
            persons=int(display.counted[place]),
            printed=int(display.value[place]) if display.shown[place] else None,
            base=int(display.base[place]),
        )
        for place, key in enumerate(equations.keys)
        if display.published[place]
    }


def limits(value: int, base: int, slack: int) -> tuple[int, int]:
    """Return the least and most persons that a printed number can stand for.

    ``slack`` is by how many persons the number may be out of date.
    """
    return max(value - base // 2 - slack, 0), value + (base - 1) // 2 + slack
