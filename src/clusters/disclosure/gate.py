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
from clusters.disclosure.declared import refuse_undeclared
from clusters.disclosure.design import QUESTION, is_shown
from clusters.disclosure.estimates import coarseness
from clusters.disclosure.identical_cells import identical_cells
from clusters.disclosure.protect import Protected, protect
from clusters.disclosure.relations import Relations
from clusters.disclosure.released import ReleasedTable, seal_of
from clusters.disclosure.rows import shown_rows
from clusters.disclosure.steps import Plan
from clusters.errors import DisclosureError
from clusters.tables import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure.cost import Cost
    from clusters.disclosure.edition import History
    from clusters.disclosure.equations import Placed
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.registry import Entry
    from clusters.profiles import CountTable
    from clusters.tables import TableSpec


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


def release_all(
    tables: Sequence[CountTable],
    policy: Policy,
    relations: Relations = Relations(),  # noqa: B008 - it cannot change
    history: History | None = None,
    catalogue: Sequence[TableSpec] = CATALOGUE,
) -> Release:
    """Hide, round and attack a set of tables, and add shares and indices.

    Parameters
    ----------
    tables
        Exact counts of everything that will be shown, in whatever file.
    policy
        The rules to meet.
    relations
        What an attacker knows of the tables that they do not show.
    history
        The earlier releases that this one may be held against. Without it somebody who
        has two releases can subtract them.
    catalogue
        Which tables there may be; another one than ours for other tables than a
        study's.

    Returns
    -------
    Release
        Each table with the same cells in the same order; a table may have coarser
        cells where it declares them, and be absent where nothing else helps.

    Raises
    ------
    DisclosureError
        If a table is not in the catalogue; if counts are anything but whole,
        non-negative numbers; if tables contradict each other; if the population differs
        by a few persons from an earlier one; or if the release cannot be proven safe in
        time.
    """
    earlier = history.tables if history else ()
    for table in (*tables, *earlier):
        refuse_undeclared(table, catalogue)
        _refuse_no_counts(table.counts["persons"], table.name)
    for table in tables:
        _refuse_crossed(table, policy)
    profiled = (_without_small_clusters(table, policy) for table in tables)
    attacked = (*profiled, *earlier)
    same = (*relations.same, *identical_cells(attacked, catalogue))
    plan = Plan(attacked, replace(relations, same=same), history)
    protected = protect(plan, policy)
    equations, display = protected.equations, protected.display
    return Release(
        tables={
            placed.table.name: _released(placed, protected, policy)
            for placed in equations.tables
            if is_shown(placed.table)
        },
        costs=protected.costs,
        dropped=protected.dropped,
        watched=protected.watched,
        policy=policy,
        entry=history.entry(equations, display) if history else None,
    )


def _refuse_no_counts(counts: pd.Series, name: str) -> None:
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
    """Return a protected table as it may be shown, sealed."""
    rows = shown_rows(placed, protected, policy)
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
