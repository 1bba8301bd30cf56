"""Tables to attack, and attackers who do not know how the gate works."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace

import numpy as np
import pandas as pd
from conftest import PROJECT

import clusters.disclosure as sound
from clusters.disclosure import LinkedTable, Relations, load_policy
from clusters.disclosure.design import is_shown, population_of
from clusters.disclosure.display import Display
from clusters.disclosure.equations import register
from clusters.disclosure.small_numbers import system_of
from clusters.schema import Text
from clusters.tables import Audience, Population, TableSpec

SHIPPED = load_policy(PROJECT / "config" / "disclosure.toml", "openbaar")


# More tables than this are not tried.
TOO_MANY = 1_000_000


def rules(**changes):
    """The shipped rules with some changed; nobody checks them here."""
    return SHIPPED.model_copy(update=changes)


# Exact counts under suppression, as the literature has them.
EXACT = rules(
    round_base=1,
    coarse_base=1,
    sensitive={},
    minimum_share_base=10**9,
    repair=("suppress",),
)
# Tables of so few people that every possible one can be tried.
SMALL = rules(
    minimum_persons=4,
    round_base=3,
    coarse_base=3,
    possible_integers=3,
    minimum_share_base=10**9,
    sensitive={},
)


def catalogue_of(tables):
    """What a catalogue would say of tables that only a test has."""
    return [
        TableSpec(
            table.name,
            table.dimensions,
            Population(population_of(table), Text("", "")),
            Text("", ""),
            counts=tuple(set(table.counts) - {*table.dimensions, "persons"}),
            within=table.within,
            reference=table.reference,
            adds_up=tuple(getattr(table, "parents", ())),
            audience=Audience.READERS if is_shown(table) else Audience.NOBODY,
        )
        for table in tables
    ]


def declared(gate=sound):
    """A gate that knows the tables it is given, and what is known of them."""

    def release_all(tables, policy, *, history=None, **relations):
        every = [*tables, *(history.tables if history else ())]
        return gate.release_all(
            tables,
            policy,
            relations=Relations(**{k: tuple(v) for k, v in relations.items()}),
            history=history,
            catalogue=catalogue_of(every),
        )

    def release(table, policy):
        return release_all([table], policy)[table.name]

    return SimpleNamespace(release=release, release_all=release_all)


release, release_all = declared().release, declared().release_all


def cross(cells, *, rows=None, columns=None, name="t", population="p", **kwargs):
    """A table of two variables with all its totals."""
    cells = np.asarray(cells)
    rows = rows or [f"r{number}" for number in range(cells.shape[0])]
    columns = columns or [f"c{number}" for number in range(cells.shape[1])]
    full = np.block([[cells, cells.sum(1, keepdims=True)], [cells.sum(0), cells.sum()]])
    places = product([*rows, "all"], [*columns, "all"])
    counts = pd.DataFrame(
        [(*place, int(n)) for place, n in zip(places, full.ravel(), strict=True)],
        columns=["row", "column", "persons"],
    )
    parents = {"row": dict.fromkeys(rows, "all")}
    parents["column"] = dict.fromkeys(columns, "all")
    return LinkedTable(
        name, ("row", "column"), counts, (), {}, population, parents, **kwargs
    )


def one_way(counts, *, name="t", variable="step", population="p", **kwargs):
    """A table of one variable with its total."""
    cells = pd.DataFrame({variable: list(counts), "persons": list(counts.values())})
    cells.loc[len(cells)] = ["all", sum(counts.values())]
    parents = {variable: dict.fromkeys(counts, "all")}
    return LinkedTable(name, (variable,), cells, (), {}, population, parents, **kwargs)


def place(equations, **conditions):
    """Where a cell stands in the register."""
    wanted = tuple(sorted(conditions.items()))
    return [key for _, key in equations.keys].index(wanted)


def exact_with_hidden(table, hidden):
    """The register, display and system of exact counts with some cells hidden."""
    equations = register([table])
    size = len(equations.keys)
    mask = np.zeros(size, dtype=bool)
    mask[[place(equations, **cell) for cell in hidden]] = True
    nothing, none = np.zeros(size, dtype=bool), np.zeros(size, dtype=int)
    display = Display(
        published=~nothing,
        hidden=mask,
        needed=nothing,
        base=none + 1,
        counted=equations.counts,
        slack=none,
        known=(none.astype(float), np.full(size, np.inf)),
        above=(),
        outside=(none.astype(float), np.full(size, np.inf)),
    )
    # no threshold: these examples show small numbers too
    return equations, display, system_of(equations, display, rules(minimum_persons=0))


def possible_values(released, cells, *, base, least, told=True):
    """By trying every table: the values that each inner cell can have.

    ``released`` holds the printed numbers with totals, missing where hidden; ``cells``
    the true ones, in two rows. The attacker is told which hidden cells are small.
    None where there are too many to try.
    """
    rows, columns = cells.shape

    def limits(row, column, true):
        value = released[row, column]
        if np.isnan(value):
            if not told:
                return 0, int(released[-1, -1]) + base
            return (0, least - 1) if true < least else (least, 10**6)
        return max(value - base // 2, least), value + (base - 1) // 2

    full = np.block([[cells, cells.sum(1, keepdims=True)], [cells.sum(0), cells.sum()]])
    bounds = np.array(
        [
            [limits(r, c, full[r, c]) for c in range(columns + 1)]
            for r in range(rows + 1)
        ]
    )
    most = min(int(bounds[-1, -1, 1]), 45)  # enough, where the total is hidden
    lines = [_lines(bounds[row], most) for row in range(rows)]
    if rows != 2 or len(lines[0]) * len(lines[1]) > TOO_MANY:
        return None
    sums = lines[0][:, None, :] + lines[1][None, :, :]
    everybody = sums.sum(-1)
    fits = ((bounds[-1, :-1, 0] <= sums) & (sums <= bounds[-1, :-1, 1])).all(-1)
    fits &= (bounds[-1, -1, 0] <= everybody) & (everybody <= bounds[-1, -1, 1])
    return [
        [set(line[fits.any(1 - row)][:, column].tolist()) for column in range(columns)]
        for row, line in enumerate(lines)
    ]


def _lines(bounds, most):
    """Every row of numbers that is within its bounds."""
    ends = bounds.clip(0, most).astype(int)
    axes = [np.arange(low, high + 1) for low, high in ends[:-1]]
    if np.prod([float(len(axis)) for axis in axes]) > TOO_MANY:
        return np.zeros((TOO_MANY + 1, 1), dtype=int)
    every = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, len(axes))
    total = every.sum(1)
    return every[(bounds[-1, 0] <= total) & (total <= bounds[-1, 1])]
