"""A set of tables, attacked and repaired until no attack succeeds (SDC-20 to 22).

Repair goes by the policy's order: merge codes, round coarser, hide more, drop a table.
Each step ends in a new attack. Merging and rounding change every number of a table, so
they are for a table that fails widely; hiding is for the few cells that fail otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.audit import Audit, attack
from clusters.disclosure.cost import Cost, cost_of
from clusters.disclosure.design import collapsed, is_shown
from clusters.disclosure.display import Display, first_display
from clusters.disclosure.equations import Cell, Equations, Placed, register
from clusters.disclosure.groups import by_nature, system_of_groups
from clusters.disclosure.history import told_outside
from clusters.disclosure.repair import suppress
from clusters.disclosure.solver import Deadline
from clusters.disclosure.system import System, system_of
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure.design import Key
    from clusters.disclosure.edition import History
    from clusters.disclosure.history import Known, Told
    from clusters.disclosure.policy import Policy
    from clusters.profiles import CountTable


@dataclass(frozen=True)
class Protected:
    """What may be shown of a set of tables, and what it cost."""

    equations: Equations
    display: Display
    costs: dict[str, Cost]
    dropped: tuple[str, ...]
    watched: int


@dataclass(frozen=True)
class _Plan:
    """The tables as they stand after the repairs so far."""

    tables: tuple[CountTable, ...]
    same: tuple[tuple[Cell, Cell], ...]
    history: History | None
    known: tuple[Known, ...] = ()
    coarse: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class _State:
    """A plan, registered and attacked."""

    plan: _Plan
    equations: Equations
    first: Display
    display: Display
    system: System
    audit: Audit


def protect(
    tables: Iterable[CountTable],
    policy: Policy,
    same: tuple[tuple[Cell, Cell], ...] = (),
    history: History | None = None,
    known: tuple[Known, ...] = (),
) -> Protected:
    """Return what may be shown of a set of tables so that no attack succeeds.

    Parameters are those of `release_all`.

    Raises
    ------
    DisclosureError
        If the tables contradict each other, or the proof is not there in time.
    """
    deadline = Deadline.after(policy.audit_seconds)
    plan = _Plan(tuple(tables), same, history, known)
    if "collapse" in policy.repair:
        plan = _without_detail(plan, policy)
    state = _attacked(plan, policy, deadline)
    for step in policy.repair:
        if len(state.audit.failing):
            state = _STEPS[step](state, policy, deadline)
    if len(state.audit.failing):
        raise DisclosureError(
            "Small numbers can be worked out from these tables, and no repair that the "
            "disclosure rules allow prevents it.",
            "Uit deze tabellen zijn kleine aantallen af te leiden, en geen herstel dat "
            "de regels toestaan voorkomt dat.",
        )
    state = _untied(state, policy, deadline)
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


def _without_detail(plan: _Plan, policy: Policy) -> _Plan:
    """Merge the codes of tables whose cells hold too few persons (SDC-13)."""
    coarser = {
        table.name: merged
        for table in plan.tables
        if table.counts["persons"].mean() < policy.minimum_mean_cell
        and (merged := collapsed(table)) is not None
    }
    return replace(
        plan,
        tables=tuple(coarser.get(each.name, each) for each in plan.tables),
        merged=plan.merged | coarser.keys(),
    )


def _attacked(plan: _Plan, policy: Policy, deadline: Deadline) -> _State:
    equations = register(plan.tables, plan.same)
    earlier: dict[Key, Told] = {}
    if plan.history:
        equations, earlier = plan.history.joined(equations, policy)
    display = first_display(equations, policy, coarse=plan.coarse, earlier=earlier)
    display = told_outside(display, equations, plan.known)
    system = system_of(equations, display, policy)
    audit = attack(system, policy, deadline)
    return _State(plan, equations, display, display, system, audit)


def _merged(state: _State, policy: Policy, deadline: Deadline) -> _State:
    """Use the coarser codes of the tables that fail widely and declare them."""
    wide = _failing_widely(state, policy)
    coarser = {
        table.name: merged
        for table in state.plan.tables
        if table.name in wide and (merged := collapsed(table)) is not None
    }
    if not coarser:
        return state
    plan = replace(
        state.plan,
        tables=tuple(coarser.get(each.name, each) for each in state.plan.tables),
        merged=state.plan.merged | coarser.keys(),
    )
    return _attacked(plan, policy, deadline)


def _coarser(state: _State, policy: Policy, deadline: Deadline) -> _State:
    """Round the tables that fail widely to the coarse base."""
    wide = _failing_widely(state, policy) - state.plan.coarse
    if not wide:
        return state
    plan = replace(state.plan, coarse=state.plan.coarse | wide)
    return _attacked(plan, policy, deadline)


def _hidden_more(state: _State, policy: Policy, deadline: Deadline) -> _State:
    repaired = suppress(
        state.equations, state.display, policy, deadline, audit=state.audit
    )
    return replace(state, display=repaired.display, audit=repaired.audit)


def _dropped(state: _State, policy: Policy, deadline: Deadline) -> _State:
    """Leave out tables until none fails, the one with the most failing cells first."""
    while len(state.audit.failing):
        state = _without_worst(state, policy, deadline)
    return state


def _without_worst(state: _State, policy: Policy, deadline: Deadline) -> _State:
    failing = {
        each.table.name: _failing_in(each, state)
        for each in state.equations.tables
        if is_shown(each.table)
    }
    worst = max(sorted(failing), key=lambda name: failing[name])
    plan = replace(
        state.plan,
        tables=tuple(each for each in state.plan.tables if each.name != worst),
        same=tuple(
            pair for pair in state.plan.same if worst not in (pair[0][0], pair[1][0])
        ),
        dropped=(*state.plan.dropped, worst),
    )
    fresh = _attacked(plan, policy, deadline)
    return (
        _hidden_more(fresh, policy, deadline) if "suppress" in policy.repair else fresh
    )


def _untied(state: _State, policy: Policy, deadline: Deadline) -> _State:
    """Hide more until nobody can subtract their way to a sensitive answer (SDC-05).

    Hiding more only adds to what is possible, so no small number comes out by it.
    """
    system = system_of_groups(state.equations, state.display, policy)
    audit = attack(system, policy, deadline)
    if len(audit.failing) and "suppress" in policy.repair:
        repaired = suppress(
            state.equations, state.display, policy, deadline, look=system_of_groups
        )
        state, audit = replace(state, display=repaired.display), repaired.audit
    failing = [
        each for each in audit.failing if not by_nature(system, int(each), deadline)
    ]
    if not failing:
        return state
    if "drop" in policy.repair:
        tied = replace(audit, failing=np.array(failing))
        worst = replace(state, system=system, audit=tied)
        fewer = _without_worst(worst, policy, deadline)
        return _untied(_dropped(fewer, policy, deadline), policy, deadline)
    raise DisclosureError(
        "From these tables it can be worked out that nearly everybody in a group has "
        "a sensitive answer, and hiding more does not prevent it.\nAsk for broader "
        "classes, or leave the variable out.",
        "Uit deze tabellen is af te leiden dat bijna iedereen in een groep een "
        "gevoelig antwoord heeft, en meer verbergen voorkomt dat niet.\n"
        "Vraag bredere klassen, "
        "of laat het kenmerk weg.",
    )


_STEPS = {
    "collapse": _merged,
    "larger_base": _coarser,
    "suppress": _hidden_more,
    "drop": _dropped,
}


def _failing_widely(state: _State, policy: Policy) -> frozenset[str]:
    """Return the tables of which too large a part of the shown cells fails.

    Cells that a sum binds to a table's own count too: one failing cell of a large table
    is no reason to round a small one coarser that has its total.
    """
    wide = set()
    for placed in state.equations.tables:
        around = sorted(_reach(placed, state.equations))
        shown = int(state.display.shown[around].sum())
        if 100 * _failing_in(placed, state) > policy.coarsen_above_percent * shown:
            wide.add(placed.table.name)
    return frozenset(wide)


def _failing_in(placed: Placed, state: _State) -> int:
    """Return how many failing quantities a table's cells are a part of."""
    reach = _reach(placed, state.equations)
    return sum(
        not reach.isdisjoint(state.system.members([place]))
        for place in state.audit.failing.tolist()
    )


def _reach(placed: Placed, equations: Equations) -> set[int]:
    """Return a table's quantities and those implied by sums with them."""
    own = set(placed.rows.tolist())
    linked = {
        place
        for total, parts in equations.sums
        if own.intersection((total, *parts))
        for place in (total, *parts)
    }
    return own | linked
