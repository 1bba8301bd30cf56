"""Which cluster of one partition is which of another, and how far they are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Labels = NDArray[np.intp]
    Floats = NDArray[np.float64]


def matched_jaccard(
    labels: Labels, again: Labels, k: int, weights: Floats | None = None
) -> tuple[Floats, Floats]:
    """Jaccard similarity of each cluster with its match, matched for the best total.

    One to one, unlike clusterboot, so that two clusters cannot both claim the one they
    have melted into. Beside it the same above chance: 0 is what unrelated clusters of
    these sizes give, 1 perfection.
    """
    n_again = int(again.max(initial=-1)) + 1
    both = np.zeros((k + 1, n_again + 1))
    np.add.at(both, (labels, again), 1 if weights is None else weights)
    shared = both[:k, :n_again]
    here, there = both.sum(axis=1)[:k, None], both.sum(axis=0)[:n_again]
    similarity = _part_of(shared, here + there - shared)
    by_luck = here * there / both.sum()
    chance = _part_of(by_luck, here + there - by_luck)
    rows, columns = linear_sum_assignment(similarity, maximize=True)
    jaccard, above = np.zeros(k), np.zeros(k)
    jaccard[rows] = similarity[rows, columns]
    expected = chance[rows, columns]
    above[rows] = (jaccard[rows] - expected) / np.maximum(1 - expected, 1e-12)
    return jaccard, above


def _part_of(part: Floats, whole: Floats) -> Floats:
    """Return a part of a whole, nothing of a whole that is empty."""
    told: Floats = np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)
    return told
