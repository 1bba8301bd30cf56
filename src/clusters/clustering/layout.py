"""Where the answers to every feature stand in the one table of probabilities.

Row 0 of the table holds the class weights, the last row, always one, is where an
unknown answer points. In between stand the features one under the other, and below
them the ties: of a feature that is tied to another, the probabilities of its answers
for every answer to that other one. Who did not answer that other one keeps to the
answers of the feature by itself.
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
class Tie:
    """A feature of which the answers lean on those to another, its parent.

    ``begin`` is where the probabilities start, those of the feature running, and
    ``levels`` are the answers of the parent and of the feature.
    """

    parent: int
    feature: int
    begin: int
    levels: tuple[int, int]

    @property
    def pairs(self) -> slice:
        """Where the answers stand for every answer of the parent."""
        return slice(self.begin, self.begin + self.levels[0] * self.levels[1])


@dataclass(frozen=True)
class Layout:
    """The places of all features, and of what ties them.

    ``begin`` is the place of the first answer of every feature, ``size`` the number of
    rows in the table.
    """

    begin: NDArray[np.intp]
    size: int
    ties: tuple[Tie, ...] = ()

    @property
    def unknown(self) -> int:
        """Where an unknown answer points."""
        return self.size - 1

    @property
    def end(self) -> int:
        """The place after the last answer of a feature by itself."""
        return self.ties[0].begin if self.ties else self.size - 1

    def no_rows(self, n: int) -> Places:
        """Return room for the places of so many persons' answers, not yet filled."""
        small = np.uint16 if self.size <= np.iinfo(np.uint16).max else np.uint32
        return np.empty((n, len(self.begin)), dtype=small, order="C")

    @property
    def levels(self) -> NDArray[np.intp]:
        """Answers of each feature."""
        return np.diff(self.begin, append=self.end)

    def n_parameters(self, n_classes: int) -> int:
        """Count what a model may choose: per class, and how answers go together."""
        free = self.end - 1 - len(self.begin)
        shared = sum((a - 1) * (b - 1) for a, b in (tie.levels for tie in self.ties))
        return n_classes * (free + 1) - 1 + shared


def put_together(
    plain: Layout, names: Sequence[Any], pairs: Pairs, known: Floats
) -> Layout:
    """Return the layout in which some features, in pairs by name, are tied.

    Features that hang together form a tree. Its root is the one that is ``known`` of
    most persons, and of those the one of most pairs, or else the first; each other
    feature leans on its neighbour nearer to the root. A pair of which a feature has no
    answers at all is none.

    Raises
    ------
    ValueError
        If pairs form a circle.
    """
    near: dict[int, list[int]] = {}
    for pair in sorted(
        sorted(names.index(name) for name in pair)
        for pair in pairs
        if set(pair) <= set(names)
    ):
        for one, other in (pair, pair[::-1]):
            near.setdefault(one, []).append(other)
    ties: list[Tie] = []
    seen: set[int] = set()
    place = plain.size - 1
    roots = sorted(near, key=lambda each: (-known[each], -len(near[each]), each))
    for root in roots:
        if root in seen:
            continue
        waiting = [root]
        seen.add(root)
        for parent in waiting:  # grows while we walk
            for feature in (each for each in near[parent] if each not in seen):
                levels = (int(plain.levels[parent]), int(plain.levels[feature]))
                ties.append(Tie(parent, feature, place, levels))
                place = ties[-1].pairs.stop
                seen.add(feature)
                waiting.append(feature)
    if 2 * len(ties) < sum(map(len, near.values())):
        raise ValueError("Pairs of features that go together form a circle.")
    return Layout(plain.begin, place + 1, tuple(ties))


def translate(rows: Places, plain: Layout, layout: Layout) -> Places:
    """Return answers placed in a plain layout as places in another, (n, features)."""
    if not layout.ties:
        return rows
    codes = answers_of(rows, plain)
    moved = layout.no_rows(len(rows))
    moved[:] = np.where(codes < 0, layout.unknown, rows)
    for tie in layout.ties:
        above, here = codes[:, tie.parent], codes[:, tie.feature]
        places = tie.begin + above * tie.levels[1] + here
        known = (above >= 0) & (here >= 0)
        moved[known, tie.feature] = places[known]
    return moved


def answers_of(rows: Places, plain: Layout) -> NDArray[np.int64]:
    """Return which answer each place in a plain layout is, -1 if unknown."""
    places = rows.astype(np.int64) - plain.begin
    return np.where(rows == plain.unknown, -1, places)


def known_of(rows: Places, plain: Layout, weights: Floats | None = None) -> Floats:
    """Return of how many persons each feature is known."""
    told: Floats = np.average(rows != plain.unknown, axis=0, weights=weights)
    return told
