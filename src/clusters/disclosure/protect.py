"""A set of tables, attacked and repaired until no attack succeeds (SDC-20 to 22).

First the attack on every small number in the tables, and the repairs of the policy in
its order. Then two more, which only hiding or dropping can mend: on the people between
this release and an earlier one, and on groups of which nearly all have a sensitive
answer. Hiding more only adds to what is possible, so a later repair undoes no earlier.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.audit import attack
from clusters.disclosure.cost import Cost, cost_of
from clusters.disclosure.design import is_shown
from clusters.disclosure.groups import by_nature, system_of_groups
from clusters.disclosure.repair import suppress
from clusters.disclosure.small_numbers import system_of
from clusters.disclosure.solver import Deadline
from clusters.disclosure.steps import (
    STEPS,
    Plan,
    State,
    attacked,
    shown_at_first,
    without_detail,
    without_failing,
    without_worst,
)
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from clusters.disclosure.audit import Audit
    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.repair import Look


@dataclass(frozen=True)
class Protected:
    """What may be shown of a set of tables, and what it cost."""

    equations: Equations
    display: Display
    costs: dict[str, Cost]
    dropped: tuple[str, ...]
    watched: int


def protect(plan: Plan, policy: Policy) -> Protected:
    """Return what may be shown of a set of tables so that no attack succeeds.

    Raises
    ------
    DisclosureError
        If the tables contradict each other, or the proof is not there in time.
    """
    deadline = Deadline.after(policy.audit_seconds)
    if "collapse" in policy.repair:
        plan = without_detail(plan, policy)
    state = attacked(plan, policy, deadline)
    for step in policy.repair:
        if len(state.audit.failing):
            state = STEPS[step](state, policy, deadline)
    if len(state.audit.failing):
        raise DisclosureError(
            "Small numbers can be worked out from these tables, and no repair that the "
            "disclosure rules allow prevents it.",
            "Uit deze tabellen zijn kleine aantallen af te leiden, en geen herstel dat "
            "de regels toestaan voorkomt dat.",
        )
    state = _without_tied_groups(
        _without_differences(state, policy, deadline), policy, deadline
    )
    return Protected(
        equations=state.equations,
        display=state.display,
        costs={
            each.table.name: cost_of(
                each,
                state.equations,
                (state.first, state.display),
                policy,
                merged=each.table.name in state.plan.merged,
            )
            for each in state.equations.tables
            if is_shown(each.table)
        },
        dropped=state.plan.dropped,
        watched=len(state.system.watched),
    )


def _without_differences(state: State, policy: Policy, deadline: Deadline) -> State:
    """Hide more until nobody can subtract an earlier report of more or fewer people.

    Between two reports an attacker is not told which hidden cells are small: a cell
    that was ten before and is hidden now may be nine.
    """
    history = state.plan.history
    if history is None or not history.nested:
        return state
    equations, earlier = history.joined(state.equations, policy)
    display = shown_at_first(state.plan, equations, policy, earlier)
    joined = replace(
        state,
        equations=equations,
        first=display,
        display=display.hiding(np.flatnonzero(state.display.hidden)),
    )
    look = partial(system_of, knows_small=False)
    joined, audit = _looked_at(joined, look, policy, deadline)
    if not len(audit.failing):
        return joined
    if "drop" in policy.repair:
        system = look(equations, joined.display, policy)
        worst = replace(joined, system=system, audit=audit)
        return _without_differences(
            _fewer_tables(worst, policy, deadline), policy, deadline
        )
    raise DisclosureError(
        "Somebody who has an earlier report of more people, or of fewer, can work out "
        "small numbers of those in between, and hiding more does not prevent it.\n"
        "Use the earlier definition of the population.",
        "Wie een eerder rapport over meer of minder mensen heeft, kan kleine aantallen "
        "afleiden van wie daartussen zitten; meer verbergen voorkomt dat niet.\n"
        "Gebruik de eerdere afbakening van de populatie.",
    )


def _without_tied_groups(state: State, policy: Policy, deadline: Deadline) -> State:
    """Hide more until nobody can subtract their way to a sensitive answer (SDC-05)."""
    state, audit = _looked_at(state, system_of_groups, policy, deadline)
    system = system_of_groups(state.equations, state.display, policy)
    failing = [
        each for each in audit.failing if not by_nature(system, int(each), deadline)
    ]
    if not failing:
        return state
    if "drop" in policy.repair:
        tied = replace(audit, failing=np.array(failing))
        worst = replace(state, system=system, audit=tied)
        fewer = _fewer_tables(worst, policy, deadline)
        return _without_tied_groups(
            _without_differences(fewer, policy, deadline), policy, deadline
        )
    raise DisclosureError(
        "From these tables it can be worked out that nearly everybody in a group has "
        "a sensitive answer, and hiding more does not prevent it.\nAsk for broader "
        "classes, or leave the variable out.",
        "Uit deze tabellen is af te leiden dat bijna iedereen in een groep een "
        "gevoelig antwoord heeft, en meer verbergen voorkomt dat niet.\n"
        "Vraag bredere klassen, "
        "of laat het kenmerk weg.",
    )


def _fewer_tables(state: State, policy: Policy, deadline: Deadline) -> State:
    """Drop the table with the most failing cells, and more until no attack succeeds."""
    return without_failing(without_worst(state, policy, deadline), policy, deadline)


def _looked_at(
    state: State, look: Look, policy: Policy, deadline: Deadline
) -> tuple[State, Audit]:
    """Hide more until an attacker who looks for something else does not find it."""
    audit = attack(look(state.equations, state.display, policy), policy, deadline)
    if not len(audit.failing) or "suppress" not in policy.repair:
        return state, audit
    repaired = suppress(
        state.equations, state.display, policy, deadline, audit=audit, look=look
    )
    return replace(state, display=repaired.display), repaired.audit
