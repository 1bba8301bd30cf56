"""Where the answers to every feature stand in the one table of probabilities.

Row 0 of the table holds the class weights, the last row, always one, is where an
unknown answer points. In between stand the features one under the other. Two features
that go together within classes stand as one: first every pair of answers, then the
answers of each for persons of whom only that one is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.unsignedinteger[Any]]
    Pairs = Sequence[tuple[Any, Any]]


@dataclass(frozen=True)
class Together:
    """Two features as one: where their pairs of answers begin, and how many each has.

    ``features`` are their places among the features.
    """

    features: tuple[int, int]
    begin: int
    levels: tuple[int, int]

    @property
    def pairs(self) -> slice:
        """Where each pair of answers stands, those of the second feature running."""
        return slice(self.begin, self.begin + self.levels[0] * self.levels[1])

    @property
    def alone(self) -> tuple[slice, slice]:
        """Where the answers of each stand for whom the other is unknown."""
        middle = self.pairs.stop + self.levels[0]
        return slice(self.pairs.stop, middle), slice(middle, middle + self.levels[1])


@dataclass(frozen=True)
class Layout:
    """The places of all features, or of features and pairs of them.

    ``begin`` is the place of the first answer of every feature that stands alone or as
    two together, ``size`` the number of rows in the table.
    """

    begin: NDArray[np.intp]
    size: int
    together: tuple[Together, ...] = ()

    @property
    def unknown(self) -> int:
        """Where an unknown answer points."""
        return self.size - 1

    def no_rows(self, n: int) -> Places:
        """Return room for the places of so many persons' answers, not yet filled."""
        small = np.uint16 if self.size <= np.iinfo(np.uint16).max else np.uint32
        return np.empty((n, len(self.begin)), dtype=small, order="C")

    @property
    def levels(self) -> NDArray[np.intp]:
        """Rows of each."""
        return np.diff(self.begin, append=self.size - 1)

    def n_parameters(self, n_classes: int) -> int:
        """Count what a model may choose: per class, and how answers go together."""
        levels = [pair.levels for pair in self.together]
        n_features = len(self.begin) + len(self.together)
        free = self.size - 2 - sum(a * b for a, b in levels) - n_features
        shared = sum((a - 1) * (b - 1) for a, b in levels)
        return n_classes * (free + 1) - 1 + shared


def put_together(plain: Layout, names: Sequence[Any], pairs: Pairs) -> Layout:
    """Return the layout in which some features, by name, stand as two together.

    A pair stands where the first of its features stood; one of which a feature has no
    answers at all is none.

    Raises
    ------
    ValueError
        If a feature is in two pairs.
    """
    here = [
        {names.index(name) for name in pair}
        for pair in pairs
        if set(pair) <= set(names)
    ]
    partner = {min(places): max(places) for places in here}
    seconds = set(partner.values())
    if len(seconds | set(partner)) < 2 * len(here):
        raise ValueError("A feature can go together with one other only.")
    begin, together, place = [], [], 1
    for feature, levels in enumerate(plain.levels):
        if feature in seconds:
            continue
        begin.append(place)
        if feature in partner:
            both = (int(levels), int(plain.levels[partner[feature]]))
            pair = Together((feature, partner[feature]), place, both)
            together.append(pair)
            place = pair.alone[1].stop
        else:
            place += int(levels)
    return Layout(np.array(begin, dtype=np.intp), place + 1, tuple(together))


def translate(rows: Places, plain: Layout, layout: Layout) -> Places:
    """Return answers placed in a plain layout as places in another, (n, units)."""
    if not layout.together:
        return rows
    unknown = rows == plain.unknown
    codes = np.where(unknown, -1, rows.astype(np.int64) - plain.begin)
    moved = layout.no_rows(len(rows))
    for unit, (feature, pair) in enumerate(_units(plain, layout)):
        if pair is None:
            places = codes[:, feature] + layout.begin[unit]
            moved[:, unit] = np.where(unknown[:, feature], layout.unknown, places)
            continue
        one, other = (codes[:, each] for each in pair.features)
        alone = (one + pair.alone[0].start, other + pair.alone[1].start)
        moved[:, unit] = np.select(
            [(one >= 0) & (other >= 0), one >= 0, other >= 0],
            [pair.begin + one * pair.levels[1] + other, *alone],
            layout.unknown,
        )
    return moved


def each_alone(table: Floats, plain: Layout, layout: Layout) -> Floats:
    """Return the probabilities of the answers to every feature by itself."""
    if not layout.together:
        return table
    single = np.ones((plain.size, table.shape[1]))
    single[0] = table[0]
    for unit, (feature, pair) in enumerate(_units(plain, layout)):
        if pair is None:
            here = slice(layout.begin[unit], layout.begin[unit] + plain.levels[feature])
            single[_rows_of(plain, feature)] = table[here]
        else:
            for each, here in zip(pair.features, pair.alone, strict=True):
                single[_rows_of(plain, each)] = table[here]
    return single


def _units(plain: Layout, layout: Layout) -> list[tuple[int, Together | None]]:
    """Return the first feature of every unit of a layout, and the pair it may be."""
    pairs = {pair.features[0]: pair for pair in layout.together}
    seconds = {pair.features[1] for pair in layout.together}
    features = range(len(plain.begin))
    return [(each, pairs.get(each)) for each in features if each not in seconds]


def _rows_of(plain: Layout, feature: int) -> slice:
    begin = int(plain.begin[feature])
    return slice(begin, begin + int(plain.levels[feature]))
