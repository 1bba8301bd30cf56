"""What may be done to a set of tables that an attack succeeds on (SDC-22).

The policy names the steps in its order: merge codes, round coarser, hide more, drop a
table. Each ends in a new attack. Merging and rounding change every number of a table,
so they are for a table that fails widely; hiding is for the few cells that fail
otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clusters.disclosure.audit import Audit, attack
from clusters.disclosure.design import collapsed, is_shown
from clusters.disclosure.display import Display, first_display
from clusters.disclosure.equations import Equations, Placed, register
from clusters.disclosure.history import as_before, told_outside
from clusters.disclosure.outside import printed_by_others
from clusters.disclosure.relations import Relations
from clusters.disclosure.repair import suppress
from clusters.disclosure.small_numbers import system_of
from clusters.disclosure.system import System

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.disclosure.design import Key
    from clusters.disclosure.edition import History
    from clusters.disclosure.history import Told
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.solver import Deadline
    from clusters.profiles import CountTable


@dataclass(frozen=True)
class Plan:
    """The tables as they stand after the repairs so far, and what binds them."""

    tables: tuple[CountTable, ...]
    relations: Relations = field(default_factory=Relations)
    history: History | None = None
    coarse: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """A plan, registered and attacked."""

    plan: Plan
    equations: Equations
    first: Display
    display: Display
    system: System
    audit: Audit


def without_detail(plan: Plan, policy: Policy) -> Plan:
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


def attacked(plan: Plan, policy: Policy, deadline: Deadline) -> State:
    """Register the tables, show what the rules allow, and attack it."""
    equations = register(
        plan.tables, plan.relations.same, plan.relations.identical_answers
    )
    earlier = plan.history.told(equations, policy) if plan.history else {}
    display = shown_at_first(plan, equations, policy, earlier)
    system = system_of(equations, display, policy)
    audit = attack(system, policy, deadline)
    return State(plan, equations, display, display, system, audit)


def shown_at_first(
    plan: Plan, equations: Equations, policy: Policy, earlier: Mapping[Key, Told]
) -> Display:
    """Return what the rules allow, and what is known already of what they hide."""
    display = first_display(equations, policy, coarse=plan.coarse)
    display = as_before(display, equations, policy, earlier)
    display = told_outside(display, equations, plan.relations.known)
    return printed_by_others(display, equations, plan.relations.published, policy)


def _merged(state: State, policy: Policy, deadline: Deadline) -> State:
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
    return attacked(plan, policy, deadline)


def _coarser(state: State, policy: Policy, deadline: Deadline) -> State:
    """Round the tables that fail widely to the coarse base."""
    wide = _failing_widely(state, policy) - state.plan.coarse
    if not wide:
        return state
    plan = replace(state.plan, coarse=state.plan.coarse | wide)
    return attacked(plan, policy, deadline)


def _hidden_more(state: State, policy: Policy, deadline: Deadline) -> State:
    repaired = suppress(
        state.equations, state.display, policy, deadline, audit=state.audit
    )
    return replace(state, display=repaired.display, audit=repaired.audit)


def without_failing(state: State, policy: Policy, deadline: Deadline) -> State:
    """Leave out tables until none fails, the one with the most failing cells first."""
    while len(state.audit.failing):
        state = without_worst(state, policy, deadline)
    return state


def without_worst(state: State, policy: Policy, deadline: Deadline) -> State:
    """Leave out the table with the most failing cells, and hide again."""
    failing = {
        each.table.name: _failing_in(each, state)
        for each in state.equations.tables
        if is_shown(each.table)
    }
    worst = max(sorted(failing), key=lambda name: failing[name])
    plan = replace(
        state.plan,
        tables=tuple(each for each in state.plan.tables if each.name != worst),
        relations=state.plan.relations.without(worst),
        dropped=(*state.plan.dropped, worst),
    )
    fresh = attacked(plan, policy, deadline)
    return (
        _hidden_more(fresh, policy, deadline) if "suppress" in policy.repair else fresh
    )


STEPS = {
    "collapse": _merged,
    "larger_base": _coarser,
    "suppress": _hidden_more,
    "drop": without_failing,
}


def _failing_widely(state: State, policy: Policy) -> frozenset[str]:
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


def _failing_in(placed: Placed, state: State) -> int:
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
