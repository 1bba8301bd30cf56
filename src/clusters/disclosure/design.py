"""How the cells of a table hang together: what adds up to what, and in whom.

A cell is known by its conditions (``cluster`` is 1, ``age`` is 18 to 24) within a
population, so the same people counted in two tables are one quantity. A `CountTable`
tells enough of the tables of a study; `LinkedTable` tells it of any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clusters.profiles import CountTable

if TYPE_CHECKING:
    from collections.abc import Mapping

Condition = tuple[str, str]
Key = tuple[str, tuple[Condition, ...]]

# Profiles have one row per variable and answer; the variable is named in a column.
QUESTION, ANSWER = "feature", "category"
# Stands for "whatever the answer"; a cell under it has no condition on that variable.
TOTAL = "(total)"


@dataclass(frozen=True)
class LinkedTable(CountTable):
    """A table that says of its codes which are part of which.

    Parameters
    ----------
    population
        Whom it counts; tables of one population share their totals.
    parents
        By dimension, each code and the code it is part of. The one code that is part
        of nothing is the total, whether the table shows it or not.
    coarser
        By dimension, each code and the code it may be merged into when the table
        cannot be protected otherwise.
    shown
        Whether it is released. One that is not ties others together, for example
        tables of two classifications by the classes that are fine enough for both.
    """

    population: str = ""
    parents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    coarser: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    shown: bool = True


@dataclass(frozen=True)
class Grid:
    """Counts by one or more variables, and per variable the tree of its codes.

    ``trees`` holds per variable each code and its parent, `TOTAL` at the root, and
    nothing for a variable whose codes are not added up.
    """

    population: str
    variables: tuple[str, ...]
    trees: tuple[Mapping[str, str], ...]
    counts: Mapping[tuple[str, ...], int]

    def key(self, codes: tuple[str, ...]) -> Key:
        """Return the quantity in a cell."""
        return key_of(self.population, dict(zip(self.variables, codes, strict=True)))


def key_of(population: str, conditions: Mapping[str, str]) -> Key:
    """Return the quantity of the people who meet all conditions."""
    kept = {name: code for name, code in conditions.items() if code != TOTAL}
    return population, tuple(sorted(kept.items()))


def is_shown(table: CountTable) -> bool:
    """Return whether a table is released, and not only tied to others."""
    return not isinstance(table, LinkedTable) or table.shown


def population_of(table: CountTable) -> str:
    """Return whom a table counts; of a plain table, what its reference group says."""
    if isinstance(table, LinkedTable):
        return table.population
    if table.reference:
        return " ".join(f"{name}={code}" for name, code in table.reference.items())
    return f"table {table.name}"


def answers_of(table: CountTable) -> tuple[str, ...]:
    """Return the dimensions whose codes divide a group of people."""
    divided = (*table.within, *table.reference, QUESTION, *_parents(table))
    return tuple(name for name in table.dimensions if name not in divided)


def tree_of(table: CountTable, dimension: str) -> dict[str, str]:
    """Return each code of a dimension and the code it is part of, `TOTAL` at the root.

    Empty for a dimension whose codes are not known to add up to anything.
    """
    parents = _parents(table).get(dimension)
    if parents is not None:
        (root,) = set(parents.values()) - set(parents)
        return {
            code: TOTAL if parent == root else parent
            for code, parent in parents.items()
        }
    total = table.reference.get(dimension)
    if total is None and dimension not in answers_of(table):
        return {}
    codes = table.counts[dimension].unique()
    return {code: TOTAL for code in sorted(codes) if code != total}


def total_of(table: CountTable, dimension: str) -> str | None:
    """Return the code of a dimension that stands for everybody, if there is one."""
    parents = _parents(table).get(dimension)
    if parents is None:
        return table.reference.get(dimension)
    (root,) = set(parents.values()) - set(parents)
    return root


def row_conditions(table: CountTable) -> list[dict[str, str]]:
    """Return per row the condition on each variable, `TOTAL` where it has none."""
    names = [name for name in table.dimensions if name not in (QUESTION, ANSWER)]
    totals = {name: total_of(table, name) for name in names}
    asked = QUESTION in table.dimensions
    rows = []
    for row in table.counts[list(table.dimensions)].to_dict("records"):
        found = {
            name: TOTAL if row[name] == totals[name] else row[name] for name in names
        }
        rows.append(found | ({row[QUESTION]: row[ANSWER]} if asked else {}))
    return rows


def group_conditions(table: CountTable) -> list[dict[str, str]]:
    """Return per row the conditions on the group that its share is a part of."""
    if not table.within:
        return [{}] * len(table.counts)
    kept = set(table.within)
    return [
        {name: code for name, code in row.items() if name in kept}
        for row in row_conditions(table)
    ]


def grids_of(table: CountTable) -> list[Grid]:
    """Return a table as one grid per variable it asks for, or as one grid."""
    rows = row_conditions(table)
    shapes: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}
    for row, persons in zip(rows, table.counts["persons"].tolist(), strict=True):
        shapes.setdefault(tuple(row), {})[tuple(row.values())] = persons
    trees = {
        name: tree_of(table, name)
        for name in table.dimensions
        if name not in (QUESTION, ANSWER)
    }
    return [
        Grid(
            population_of(table),
            names,
            tuple(_tree(trees, name, codes, cells) for codes, name in enumerate(names)),
            cells,
        )
        for names, cells in sorted(shapes.items())
    ]


def collapsed(table: CountTable) -> CountTable | None:
    """Return the table with its codes merged as declared; nothing if none are."""
    if not isinstance(table, LinkedTable) or not table.coarser:
        return None
    names = list(table.dimensions)
    counts = table.counts
    for dimension, coarser in table.coarser.items():
        merged = counts[dimension].map(lambda code, to=coarser: to.get(code, code))
        # A coarser code that has a row of its own already counts these people.
        kept = (merged == counts[dimension]) | ~merged.isin(counts[dimension])
        counts = counts.assign(**{dimension: merged})[kept]
    units = [name for name in counts if name not in names]
    # Of two codes the same households can be in both, so at least the more of them.
    added = {"persons", "weighted"}
    merge = {unit: "sum" if unit in added else "max" for unit in units}
    counts = counts.groupby(names, sort=False, as_index=False).agg(merge)
    parents = {
        dimension: {
            code: parent
            for code, parent in codes.items()
            if code not in table.coarser.get(dimension, {})
        }
        for dimension, codes in table.parents.items()
    }
    return replace(table, counts=counts, parents=parents, coarser={})


def _parents(table: CountTable) -> Mapping[str, Mapping[str, str]]:
    return table.parents if isinstance(table, LinkedTable) else {}


def _tree(
    trees: Mapping[str, Mapping[str, str]],
    name: str,
    axis: int,
    cells: Mapping[tuple[str, ...], int],
) -> Mapping[str, str]:
    if name in trees:
        return trees[name]
    return {codes[axis]: TOTAL for codes in sorted(cells)}
