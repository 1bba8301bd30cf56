"""Tables that say which of their codes are part of which, by the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure import LinkedTable
from clusters.profiles import EVERYBODY, CountTable, counted
from clusters.tables import CATALOGUE, find_spec
from clusters.tables.spec import filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def linked(
    table: CountTable,
    parents: Mapping[str, Mapping[str, str]] | None = None,
    coarser: Mapping[str, Mapping[str, str]] | None = None,
) -> LinkedTable:
    """Return a table with what adds up in it, and whom it counts.

    Parameters
    ----------
    table : exact counts, by a name of the catalogue.
    parents : by dimension each code and the one above it; of other dimensions that add
        up all codes are part of `EVERYBODY`.
    coarser : by dimension each code and what it may be merged into.

    Raises
    ------
    KeyError
        If the catalogue does not have the table.
    """
    spec = find_spec(table.name, CATALOGUE)
    chosen = spec.in_study(table.name, table.dimensions) if spec else None
    if spec is None or chosen is None:
        raise KeyError(table.name)
    above = {
        name: dict.fromkeys(sorted(set(table.counts[name]) - {EVERYBODY}), EVERYBODY)
        for name in (filled(each, chosen) for each in spec.adds_up)
    }
    return LinkedTable(
        **vars(table),
        population=spec.population.key,
        parents=above | dict(parents or {}),
        coarser=coarser or {},
        shown=spec.is_shown,
    )


def tying(
    name: str,
    counts: pd.DataFrame,
    parents: Mapping[str, Mapping[str, str]] | None = None,
    **chosen: str,
) -> LinkedTable:
    """Return counts as a table of the catalogue that ties others and is not shown."""
    return linked(counted(name, counts, **chosen), parents)
