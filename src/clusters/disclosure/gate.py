"""From exact counts to what may be shown.

Threshold first, then rounding of everything, totals too; then the attack on all tables
together, and the repair of what it finds; shares last and only from rounded counts,
because a share of a hidden count gives the count back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure.cells import HOUSEHOLDS
from clusters.disclosure.design import QUESTION, is_shown
from clusters.disclosure.estimates import (
    coarseness,
    estimated,
    weighted_sums,
    with_estimated_shares,
)
from clusters.disclosure.protect import Protected, protect
from clusters.disclosure.released import ReleasedTable, seal_of
from clusters.disclosure.shares import against_reference, with_shares
from clusters.disclosure.steps import Plan
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clusters.disclosure.cost import Cost
    from clusters.disclosure.edition import History
    from clusters.disclosure.equations import Cell, Placed
    from clusters.disclosure.history import Known
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.registry import Entry
    from clusters.profiles import Answers, CountTable


@dataclass(frozen=True)
class Release:
    """A set of tables that were attacked together, and what protecting them cost.

    Parameters
    ----------
    tables
        By name, in the order asked for; tables in ``dropped`` are absent.
    costs
        By name: what was hidden by rule and what to protect others.
    dropped
        Tables that could not be protected.
    watched
        How many quantities of 1 to 9 persons, shown or implied, were attacked.
    policy
        The rules that all of them meet.
    entry
        What to add to the register of releases once the files are written; exact, so
        not for any reader. None where nothing defines what was counted.
    """

    tables: dict[str, ReleasedTable]
    costs: dict[str, Cost]
    dropped: tuple[str, ...]
    watched: int
    policy: Policy
    entry: Entry | None = field(repr=False)

    def __getitem__(self, name: str) -> ReleasedTable:
        """Return a table by name; one that was dropped or never asked for refuses."""
        if name not in self.tables:
            raise DisclosureError(
                f"Table {name!r} could not be protected and is not released.\n"
                "Ask for broader classes or fewer variables.",
                f"Tabel {name!r} is niet te beveiligen en wordt niet vrijgegeven.\n"
                "Vraag bredere klassen of minder kenmerken.",
            )
        return self.tables[name]


def release(table: CountTable, policy: Policy) -> ReleasedTable:
    """Release one table that nobody can hold against another one.

    Tables of one study go through `release_all`: safe tables can be unsafe together.

    Parameters
    ----------
    table
        Exact counts.
    policy
        The rules to meet.

    Returns
    -------
    ReleasedTable
        The same cells in the same order.

    Raises
    ------
    DisclosureError
        As `release_all`, and if the table cannot be protected.
    """
    return release_all([table], policy)[table.name]


def release_all(  # noqa: PLR0913 - everything that is known of the tables
    tables: Sequence[CountTable],
    policy: Policy,
    *,
    same: Iterable[tuple[Cell, Cell]] = (),
    alike: Iterable[Sequence[Answers]] = (),
    history: History | None = None,
    known: Iterable[Known] = (),
    published: Iterable[Known] = (),
) -> Release:
    """Hide, round and attack a set of tables, and add shares and indices.

    Parameters
    ----------
    tables
        Exact counts of everything that will be shown, in whatever file.
    policy
        The rules to meet.
    same
        Pairs of cells that count the same people although their tables do not show it,
        each as a table's name and ``{dimension: code}``.
    alike
        Groups of answers that the same people gave, as `profiles.alike_answers` finds
        them; who knows that one means the other counts them as one.
    history
        The earlier releases that this one may be held against. Without it somebody who
        has two releases can subtract them.
    known
        What everybody knows without a table, such as that nobody gave an answer: a
        cell, its number, and what that is rounded to.
    published
        What others printed, likewise, such as the fives of Statistics Netherlands. A
        cell that they give away is not ours to protect; its neighbours are (SDC-28).

    Returns
    -------
    Release
        Each table with the same cells in the same order; a table may have coarser
        cells where it declares them, and be absent where nothing else helps.

    Raises
    ------
    DisclosureError
        If counts are anything but whole, non-negative numbers; if tables contradict
        each other; if the population differs by a few persons from an earlier one; or
        if the release cannot be proven safe in time.
    """
    for table in tables:
        _check(table.counts["persons"], table.name)
        _refuse_crossed(table, policy)
    profiled = [_without_small_clusters(table, policy) for table in tables]
    profiled += history.tables if history else ()
    plan = Plan(
        tuple(profiled),
        history,
        same=tuple(same),
        alike=tuple(alike),
        known=tuple(known),
        published=tuple(published),
    )
    protected = protect(plan, policy)
    return Release(
        tables={
            placed.table.name: _released(placed, protected, policy)
            for placed in protected.equations.tables
            if is_shown(placed.table)
        },
        costs=protected.costs,
        dropped=protected.dropped,
        watched=protected.watched,
        policy=policy,
        entry=history.entry(protected.equations, protected.display)
        if history
        else None,
    )


def _check(counts: pd.Series, name: str) -> None:
    if not pd.api.types.is_integer_dtype(counts) or (counts < 0).any():
        raise DisclosureError(
            f"Table {name!r} holds something else than whole, non-negative counts; "
            "shares and means have their own way out.",
            f"Tabel {name!r} bevat iets anders dan hele, niet-negatieve aantallen; "
            "aandelen en gemiddelden hebben een eigen uitgang.",
        )


def _without_small_clusters(table: CountTable, policy: Policy) -> CountTable:
    """Leave out the profiles of clusters that are too small to have one (CL-01)."""
    if "cluster" not in table.within:
        return table
    inside = table.counts.groupby(list(table.within))
    kept = inside["persons"].transform("sum") >= policy.minimum_cluster
    if HOUSEHOLDS in table.counts:
        # Of the answer with the most; in all there are as many or more.
        homes = table.counts.groupby("cluster")[HOUSEHOLDS].transform("max")
        kept &= homes >= policy.minimum_cluster_households
    return replace(table, counts=table.counts[kept])


def _refuse_crossed(table: CountTable, policy: Policy) -> None:
    """Refuse a table that crosses too many variables (SDC-13)."""
    crossed = [name for name in table.dimensions if name != QUESTION]
    if len(crossed) > policy.maximum_crossed:
        raise DisclosureError(
            f"Table {table.name!r} crosses {len(crossed)} variables; the disclosure "
            f"rules allow {policy.maximum_crossed}.",
            f"Tabel {table.name!r} kruist {len(crossed)} kenmerken; de regels staan er "
            f"{policy.maximum_crossed} toe.",
        )


def _released(placed: Placed, protected: Protected, policy: Policy) -> ReleasedTable:
    """Return the rows of a table as they are shown."""
    rows = _rows(placed, protected, policy)
    bases = set(protected.display.base[placed.rows].tolist())
    factor = coarseness(placed.table.mean_weight or 1)
    return ReleasedTable(
        name=placed.table.name,
        dimensions=placed.table.dimensions,
        rows=rows,
        policy=policy,
        seal=seal_of(placed.table.name, rows, policy),
        bases=tuple(sorted(base * factor for base in bases)),
    )


def _rows(placed: Placed, protected: Protected, policy: Policy) -> pd.DataFrame:
    """Return the dimensions of a table and what is shown of each cell."""
    table, counts = placed.table, protected.equations.counts
    shown = pd.Series(protected.display.value).astype("Int64")
    hidden = ~protected.display.shown
    persons = shown.mask(hidden)[placed.rows].set_axis(table.counts.index)
    is_base = (placed.groups >= 0) & (
        counts[placed.groups] >= policy.minimum_share_base
    )
    base = shown.mask(hidden)[placed.groups].set_axis(table.counts.index)
    above = {row for row, _ in protected.display.above}
    told = pd.Series(policy.dominant_percent, table.counts.index, dtype="Int64")
    rows = table.counts[list(table.dimensions)].assign(
        persons=persons,
        hidden=hidden[placed.rows],
        above=told.where([place in above for place in placed.rows]),
    )
    base = base.where(is_base)
    rows = with_shares(rows, table, base, policy)
    if table.mean_weight is not None:
        people = _estimates(placed, protected, (persons, base))
        rows = with_estimated_shares(rows, table, people, base, policy)
    if table.reference:
        rows = against_reference(rows, table)
    return rows.reset_index(drop=True)


def _estimates(
    placed: Placed, protected: Protected, shown: tuple[pd.Series, pd.Series]
) -> tuple[pd.Series, pd.Series]:
    """Return what the cells and their groups stand for, where persons are shown."""
    equations, display = protected.equations, protected.display
    sums = weighted_sums(equations)
    told = [
        estimated(
            places,
            sums,
            placed.table.mean_weight or 1,
            (equations.counts, display.value),
            display.base,
        )
        for places in (placed.rows, placed.groups)
    ]
    cells, groups = (
        pd.Series(people, persons.index, dtype="Int64").where(persons.notna())
        for people, persons in zip(told, shown, strict=True)
    )
    return cells, groups
