"""Everything that can be added and subtracted, by somebody with the tables only.

A quantity is a set of conditions (cluster is 1, tenure is rent); the same conditions in
two tables are the same people. Codes of one dimension divide whom they are codes of, so
each line of each table is an equation, whether its total is printed or not. People of
whom a table says nothing are a code of their own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from attacks.attacker.populations import tie_populations
from attacks.attacker.reading import POPULATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from attacks.attacker.reading import Row, Table

Quantity = frozenset[tuple[str, str]]
EVERYBODY: Quantity = frozenset()
# What tables call the people that the codes of a dimension are parts of.
TOTALS = frozenset({"all", "read", "total"})
QUESTION, ANSWER = "feature", "category"
# The step of a funnel that is the whole of all other tables.
STUDIED = ("step", "kept")
# What two tables call by two names.
ALIASES = {"origin9": "origin"}
TOO_MANY = 1e6
_TOLERANCE = 1e-6


@dataclass
class Model:
    """What is known: the bounds of each quantity, and sums of parts.

    ``least`` is the threshold that the report says it keeps.
    """

    least: int
    lower: dict[Quantity, float] = field(default_factory=dict)
    upper: dict[Quantity, float] = field(default_factory=dict)
    sums: set[tuple[Quantity, tuple[Quantity, ...]]] = field(default_factory=set)
    hidden: set[Quantity] = field(default_factory=set)

    def know(self, quantity: Quantity, lower: float, upper: float) -> None:
        """Add what is known of a quantity."""
        self.lower[quantity] = max(self.lower.get(quantity, 0), lower)
        self.upper[quantity] = min(self.upper.get(quantity, TOO_MANY), upper)

    def add(self, total: Quantity, parts: Iterable[Quantity]) -> None:
        """Add a sum."""
        listed = tuple(sorted(parts, key=sorted))
        for each in (total, *listed):
            self.know(each, 0, TOO_MANY)
        if listed != (total,):
            self.sums.add((total, listed))

    def about(self, group: Quantity) -> Model:
        """Return what is known of the people of one group, and nothing else."""
        inside = {key for key in self.lower if group <= key}
        return Model(
            self.least,
            {key: self.lower[key] for key in sorted(inside, key=sorted)},
            {key: self.upper[key] for key in sorted(inside, key=sorted)},
            {each for each in self.sums if inside.issuperset((each[0], *each[1]))},
            self.hidden & inside,
        )


def model_of(
    tables: Sequence[Table],
    least: int = 10,
    whole: Mapping[str, Sequence[str]] | None = None,
) -> Model:
    """Return all that a set of tables says.

    ``whole`` holds by dimension codes that an attacker knows of, besides those printed.
    """
    model = Model(least)
    codes, bases = _codes(tables, whole or {}), _bases(tables)
    for table in tables:
        for row in table.rows:
            _know_row(model, row, bases[conditions(row)])
        for asked in _grids(table):
            _know_grid(model, asked, codes, table.inside)
    tie_populations(model)
    return model


def _bases(tables: Sequence[Table]) -> dict[Quantity, int]:
    """Return what each quantity was rounded to, as far as its tables tell.

    What a coarse table counts together is as coarse where another table prints it.
    """
    bases: dict[Quantity, int] = defaultdict(lambda: 1)
    together: dict[Quantity, int] = defaultdict(lambda: 1)
    for table in tables:
        for key in map(conditions, table.rows):
            bases[key] = max(bases[key], table.base)
            for group in _groups_around(key):
                together[group] = max(together[group], table.base)
    for table in tables:
        for row in table.rows:
            key, persons = conditions(row), row.persons
            if persons is not None and persons % together[key] == 0:
                bases[key] = max(bases[key], together[key])
    return bases


def _groups_around(key: Quantity) -> Iterator[Quantity]:
    """Yield a quantity with one condition or more left out."""
    who = frozenset(each for each in key if each[0] == POPULATION)
    asked = sorted(key - who)
    for size in range(len(asked)):
        for kept in combinations(asked, size):
            yield who | frozenset(kept)


def conditions(row: Row) -> Quantity:
    """Return which people a row counts."""
    codes = dict(row.codes)
    if QUESTION in codes and ANSWER in codes:
        codes[codes.pop(QUESTION)] = codes.pop(ANSWER)
    pairs = frozenset(
        (ALIASES.get(name, name), code)
        for name, code in codes.items()
        if code not in TOTALS and name not in row.subject[1:]
    )
    if ("step", "read") in codes.items():
        return frozenset({("step", "everybody in the files")})
    if row.population:
        return pairs | {(POPULATION, row.population)}
    return EVERYBODY if pairs == {STUDIED} else pairs


def _know_row(model: Model, row: Row, base: int) -> None:
    key, persons = conditions(row), row.persons
    if persons is None:
        model.know(key, 0, TOO_MANY)
        model.hidden.add(key)
        return
    # a shown zero can only come from a gate without a threshold
    lowest = model.least if persons >= model.least else 0
    model.know(key, max(persons - base // 2, lowest), persons + (base - 1) // 2)


def _codes(
    tables: Sequence[Table], whole: Mapping[str, Sequence[str]]
) -> dict[tuple[str, str], set[str]]:
    """Return every code of every dimension of a population in any table."""
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for table in tables:
        for row in table.rows:
            for name, code in conditions(row):
                if name != POPULATION:
                    codes[row.population, name].add(code)
    for name, more in whole.items():
        codes["", name] |= set(more)
    return codes


def _grids(table: Table) -> list[list[Quantity]]:
    """Return the quantities of a table, apart for each question and population."""
    grids: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for row in table.rows:
        grids[row.codes.get(QUESTION, ""), row.population].append(conditions(row))
    return list(grids.values())


def _know_grid(
    model: Model,
    printed: list[Quantity],
    known: Mapping[tuple[str, str], set[str]],
    inside: Mapping[str, Mapping[str, str]],
) -> None:
    """Add the sums of a grid: along each dimension, within each code of the others."""
    if (whole_file := frozenset({("step", "everybody in the files")})) in printed:
        model.add(whole_file, [key for key in printed if key != whole_file])
        return
    at = frozenset(each for each in printed[0] if each[0] == POPULATION)
    who = dict(at).get(POPULATION, "")
    dimensions = sorted({name for key in printed for name, _ in key} - {POPULATION})
    axes = {
        name: _axis({code for key in printed for n, code in key if n == name},
                    known[who, name], name in inside)
        for name in dimensions
    }  # fmt: skip
    _know_nobody(model, at, set(printed), axes)
    for name in dimensions:
        others = [other for other in dimensions if other != name]
        for chosen in product(*([None, *axes[other]] for other in others)):
            pairs = zip(others, chosen, strict=True)
            rest = at | {(n, code) for n, code in pairs if code is not None}
            for whole, parts in _families(axes[name], inside.get(name, {})):
                total = rest if whole is None else rest | {(name, whole)}
                model.add(total, [rest | {(name, code)} for code in parts])
            _tie_left_out(model, rest, name, axes[name], known[who, name])


def _know_nobody(
    model: Model, at: Quantity, printed: set[Quantity], axes: Mapping[str, list[str]]
) -> None:
    """Add that a combination is empty that a table of two or more has no row for."""
    told = {name: [c for c in codes if not _is_rest(c)] for name, codes in axes.items()}
    if len(axes) > 1:
        for chosen in product(*told.values()):
            key = at | set(zip(told, chosen, strict=True))
            if key not in printed:
                model.know(key, 0, 0)


def _families(
    axis: list[str], inside: Mapping[str, str]
) -> Iterator[tuple[str | None, list[str]]]:
    """Yield codes that are parts of nothing but everybody, and those of each code."""
    yield None, [code for code in axis if code not in inside]
    for whole in sorted(set(inside.values())):
        yield whole, [code for code in axis if inside.get(code) == whole]


def _axis(printed: set[str], known: set[str], on_map: bool) -> list[str]:
    """Return the codes of a dimension, and one for the people who are left out.

    Of areas there always are: who lives nowhere that is known.
    """
    missing = known - printed
    left_out = [_left_out(missing)] if missing or on_map else []
    return [*sorted(printed), *left_out]


def _left_out(missing: set[str]) -> str:
    return " ".join(["any of", *sorted(missing)])


def _is_rest(code: str) -> bool:
    return code.startswith("any of")


def _tie_left_out(
    model: Model, rest: Quantity, name: str, axis: list[str], known: set[str]
) -> None:
    """Where no more is asked, the people left out are printed one by one elsewhere."""
    missing = known - set(axis)
    if missing and all(each == POPULATION for each, _ in rest):
        model.add(
            rest | {(name, _left_out(missing))},
            [rest | {(name, code)} for code in missing],
        )


class Solver:
    """The model as a programme, and every answer it ever gave.

    An answer is a table that could be true; it shows values to be possible for all
    quantities at once, so most questions need no programme of their own.
    """

    def __init__(
        self, model: Model, told: Mapping[Quantity, int] | None = None
    ) -> None:
        """``told`` is background: of hidden cells, whether they are below ``least``."""
        self.order = {
            key: place for place, key in enumerate(sorted(model.lower, key=sorted))
        }
        self.lower = np.array([model.lower[key] for key in self.order])
        self.upper = np.array([model.upper[key] for key in self.order])
        for key in model.hidden:
            if told is not None and key in told:
                place, small = self.order[key], told[key] < model.least
                if small:
                    self.upper[place] = min(self.upper[place], model.least - 1)
                else:
                    self.lower[place] = max(self.lower[place], model.least)
        self.matrix = _matrix(model.sums, self.order)
        self._lowest = np.full(len(self.order), np.inf)
        self._highest = np.full(len(self.order), -np.inf)
        self._seen: list[np.ndarray] = []

    def interval(self, parts: Sequence[Quantity], enough: int) -> tuple[int, int]:
        """Return the least and most whole persons in a sum of quantities.

        Stops looking once ``enough`` values are known to be possible.
        """
        places = [self.order[each] for each in parts]
        if (self.lower[places] == self.upper[places]).all():
            known = int(self.lower[places].sum())
            return known, known
        low, high = self._seen_interval(places)
        if _whole(low, high) < enough:
            low = self._push(places, 1.0)
            high = self._seen_interval(places)[1]
        if _whole(low, high) < enough:
            high = self._push(places, -1.0)
        return int(np.ceil(low - _TOLERANCE)), int(np.floor(high + _TOLERANCE))

    def _seen_interval(self, places: list[int]) -> tuple[float, float]:
        """Return the least and the most of a sum in any table seen to be possible."""
        if len(places) == 1:
            return self._lowest[places[0]], self._highest[places[0]]
        sums = [x[places].sum() for x in self._seen]
        return min(sums, default=np.inf), max(sums, default=-np.inf)

    def _push(self, places: list[int], sign: float) -> float:
        cost = np.zeros(len(self.order))
        cost[places] = sign
        # Pushing others gently the same way widens what is known of them at no cost.
        cost += sign * 1e-7
        found = linprog(
            cost, A_eq=self.matrix, b_eq=np.zeros(self.matrix.shape[0]),
            bounds=np.column_stack([self.lower, self.upper]), method="highs",
        )  # fmt: skip
        if found.status != 0:
            raise ArithmeticError(found.message)
        self._lowest = np.minimum(self._lowest, found.x)
        self._highest = np.maximum(self._highest, found.x)
        self._seen.append(found.x)
        return float(found.x[places].sum())

    def seen_share(self, part: Quantity, whole: Quantity) -> float:
        """Return the smallest part of a group in any table seen to be possible."""
        places = self.order[part], self.order[whole]
        seen = [x[places[0]] / x[places[1]] for x in self._seen if x[places[1]] > 0]
        return min(seen, default=1.0)

    def whole_interval(self, parts: Sequence[Quantity]) -> tuple[int, int]:
        """Return the interval in whole persons everywhere: a sharper knife, and slow."""
        places = [self.order[each] for each in parts]
        ends = []
        for sign in (1.0, -1.0):
            cost = np.zeros(len(self.order))
            cost[places] = sign
            found = milp(
                cost, integrality=np.ones(len(cost)),
                bounds=Bounds(self.lower, self.upper),
                constraints=LinearConstraint(self.matrix, 0, 0),
                options={"time_limit": 20},
            )  # fmt: skip
            if found.x is None:
                raise ArithmeticError(found.message)
            ends.append(round(float(found.x[places].sum())))
        return ends[0], ends[1]


def _whole(low: float, high: float) -> float:
    return float(np.floor(high + _TOLERANCE) - np.ceil(low - _TOLERANCE) + 1)


def _matrix(
    sums: set[tuple[Quantity, tuple[Quantity, ...]]], order: Mapping[Quantity, int]
) -> csr_array:
    rows, columns, values = [], [], []
    for row, (total, parts) in enumerate(
        sorted(sums, key=lambda each: (sorted(each[0]), [sorted(p) for p in each[1]]))
    ):
        rows += [row] * (1 + len(parts))
        columns += [order[total], *(order[part] for part in parts)]
        values += [1.0] + [-1.0] * len(parts)
    return csr_array((values, (rows, columns)), shape=(len(sums), len(order)))
