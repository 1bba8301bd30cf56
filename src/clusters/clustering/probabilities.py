"""From the one table of a model to probabilities of answers, feature by feature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clusters.clustering.together import SMALLEST_PROBABILITY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.layout import Layout

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Probabilities:
    """Of every class the probabilities of answers, by the place of the feature.

    ``alone`` those to each feature by itself, (classes, answers); ``pairs`` those of
    two features that are tied, (classes, answers, answers), the second of which leans
    on the first; ``otherwise`` those to a feature that leans on another, of whom that
    other answer is unknown, (classes, answers).
    """

    alone: list[Floats]
    pairs: dict[tuple[int, int], Floats]
    otherwise: dict[int, Floats]


def tell(counts: Floats, table: Floats, layout: Layout) -> Probabilities:
    """Return the probabilities in a table, given the persons expected at each place.

    Both are (size, classes).
    """
    alone = np.split(table[1 : layout.end], layout.begin[1:] - 1)
    pairs, otherwise = {}, {}
    for tie in layout.ties:
        shape = (*tie.levels, table.shape[1])
        given = table[tie.pairs].reshape(shape)
        seen = counts[tie.pairs].reshape(shape).sum(axis=1, keepdims=True)
        joint = np.maximum(seen, SMALLEST_PROBABILITY) * given
        begin = int(layout.begin[tie.feature])
        here = slice(begin, begin + tie.levels[1])
        told = joint.sum(axis=0) + counts[here]
        alone[tie.feature] = told / told.sum(axis=0)
        otherwise[tie.feature] = table[here].T
        pairs[tie.parent, tie.feature] = (joint / joint.sum(axis=(0, 1))).transpose(
            2, 0, 1
        )
    return Probabilities([each.T for each in alone], pairs, otherwise)
