"""Which cells of two tables count the same people, by the catalogue (SDC-20, 24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.tables import find_spec
from clusters.tables.spec import filled, matched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from clusters.disclosure.equations import Cell
    from clusters.profiles import CountTable
    from clusters.tables import SamePeople, TableSpec

    # What stands for the variables of a rule, and the cell and its persons.
    Found = dict[tuple[tuple[str, str], ...], tuple[Cell, int]]


def identical_cells(
    tables: Sequence[CountTable], catalogue: Sequence[TableSpec]
) -> Iterator[tuple[Cell, Cell]]:
    """Yield the pairs of cells of which the catalogue says that they are one.

    Parameters
    ----------
    tables
        Exact counts; a rule about a table that is not among them says nothing.
    catalogue
        What tables there are.
    """
    named = {table.name: table for table in tables}
    years = _years(named)
    for table in tables:
        spec = find_spec(table.name, catalogue)
        for rule in spec.same_people if spec else ():
            if rule.table in named:
                yield from _pairs(rule, table, named[rule.table], years)


def _pairs(
    rule: SamePeople, table: CountTable, other: CountTable, years: Mapping[str, str]
) -> Iterator[tuple[Cell, Cell]]:
    here = _cells(table, rule.here, years)
    there = _cells(other, rule.there, years)
    for chosen, (cell, persons) in here.items():
        if chosen not in there or any(code in rule.but for _, code in chosen):
            continue
        same, others = there[chosen]
        if not rule.only_if_equal or persons == others:
            yield cell, same


def _cells(
    table: CountTable, wanted: Mapping[str, str], years: Mapping[str, str]
) -> Found:
    """Return the cells of a table that a rule is about, by what its variables are."""
    codes = [filled(each, years) for each in wanted.values()]
    rows = table.counts
    for name, code in zip(wanted, codes, strict=True):
        if "{" not in code:
            rows = rows[rows[name] == code]
    found: Found = {}
    for *told, persons in _records(rows, wanted):
        chosen = matched(codes, told)
        if chosen is not None:
            cell = (table.name, dict(zip(wanted, told, strict=True)))
            found[tuple(sorted(chosen.items()))] = cell, int(persons)
    return found


def _records(rows: pd.DataFrame, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(rows[name] for name in (*names, "persons")), strict=True)


def _years(named: Mapping[str, CountTable]) -> dict[str, str]:
    """Return the first and last year of which residents are tied, and the one of now.

    The residents of now have a table of their own, and none among those by year.
    """
    if not {"standing_years", "origins_by_year"} <= named.keys():
        return {}
    years = sorted(set(named["standing_years"].counts["year"]))
    others = set(named["origins_by_year"].counts["year"])
    now = [year for year in years if year not in others]
    return {
        "first_year": years[0],
        "last_year": years[-1],
        **({"this_year": now[0]} if now else {}),
    }
