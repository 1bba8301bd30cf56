"""Hierarchical clustering on principal components, for any number of persons.

As in FactoMineR's HCPC (Husson, Josse & Pages 2010): coordinates of a factor analysis,
Ward's tree, and k-means from the tree's clusters to mend what a tree cannot undo. Above
a few thousand persons the tree grows on the centres of a first, fine k-means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import numpy as np

from clusters.clustering.centers import AroundCenters, fit_once
from clusters.clustering.criteria import check_weights
from clusters.clustering.found import Found, Progress, numbers_to_try

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    from clusters.clustering.options import ClusteringOptions

    Floats = NDArray[np.float64]

# A tree needs the square of this many distances: 1,000 fine clusters stay under a
# second, and consolidation moves persons afterwards anyway.
MOST_LEAVES = 1000


class Ward(AroundCenters):
    """Ward's tree on FAMD coordinates, cut and consolidated.

    Parameters
    ----------
    n_clusters
        Where to cut the tree.
    n_components
        Axes of the factor analysis.
    random_state
        Seed of the fine k-means that comes first when there are many rows.

    Attributes
    ----------
    labels_ : ndarray of shape (n_samples,)
        Cluster of each row, 0 the largest.
    cluster_centers_ : ndarray of shape (n_clusters, n_axes)
        Mean coordinates.
    gains_ : ndarray
        Within inertia that each merge adds, last merge first.
    famd_ : FAMD
        The factor analysis.
    """

    def __init__(
        self, n_clusters: int = 7, *, n_components: int = 10, random_state: int = 0
    ) -> None:
        self.n_clusters = n_clusters
        self.n_components = n_components
        self.random_state = random_state

    def fit(
        self, X: ArrayLike, y: object = None, sample_weight: Floats | None = None
    ) -> Self:
        """Grow the tree on (n_samples, n_features) ``X`` and cut it.

        ``sample_weight`` (n_samples,) is how many each row stands for.
        """
        del y
        coordinates = self._place(X, sample_weight)
        weights = check_weights(sample_weight, len(coordinates))
        leaves, sizes = _leaves(coordinates, weights, self.random_state)
        merges, gains = ward_tree(leaves, sizes)
        self.gains_: Floats = gains[::-1] / weights.sum()
        branch = cut(merges, len(leaves), self.n_clusters)
        centers = np.array(
            [
                np.average(leaves[branch == b], axis=0, weights=sizes[branch == b])
                for b in range(branch.max() + 1)
            ]
        )
        found = fit_once(coordinates, len(centers), centers, sample_weight)
        return self._settle(found, coordinates, sample_weight)


def by_ward(
    answers: pd.DataFrame,
    options: ClusteringOptions,
    progress: Progress,
    weights: Floats | None = None,
) -> list[Found]:
    """Cut Ward's tree into every number asked for.

    The criterion is HCPC's own: what is left within k clusters as a ratio of what was
    left within k - 1, so the first cut is where the inertia drops most.
    """
    numbers = numbers_to_try(answers, options)
    tried = []
    for done, k in enumerate(numbers, start=1):
        model = Ward(k, random_state=options.seed)
        model.fit(answers, sample_weight=weights)
        left = np.append(np.cumsum(model.gains_[::-1])[::-1], 0)
        tried.append(
            Found(
                k=k,
                labels=model.labels_,
                probability=model.predict_proba(answers).max(axis=1),
                starts=1,
                times_best_found=1,
                criterion=float(left[k - 1] / left[k - 2]) if k > 1 else 1.0,
                model=model.to_json(),
            )
        )
        progress("ward", done, len(numbers))
    return tried


def ward_tree(points: Floats, sizes: Floats) -> tuple[list[tuple[int, int]], Floats]:
    """Merge weighted points, each time the two that add least to the within inertia.

    SciPy's Ward takes every point to be one person. This is the same tree for points
    that stand for many, by the Lance-Williams update.

    Parameters
    ----------
    points
        (m, axes) coordinates.
    sizes
        (m,) persons each stands for.

    Returns
    -------
    tuple
        The m - 1 merges, cheapest first, as pairs of point numbers of which the second
        is absorbed; and what each adds to the sum of squares within.
    """
    size = sizes.astype(float)
    squares = ((points[:, None, :] - points) ** 2).sum(axis=2)
    cost = squares * size[:, None] * size / (size[:, None] + size)
    np.fill_diagonal(cost, np.inf)
    merges, gains = [], []
    for _ in range(len(points) - 1):
        kept, gone = divmod(int(cost.argmin()), len(points))
        kept, gone = min(kept, gone), max(kept, gone)
        merges.append((kept, gone))
        gains.append(cost[kept, gone])
        both = size[kept] + size[gone]
        updated = (
            (size + size[kept]) * cost[kept]
            + (size + size[gone]) * cost[gone]
            - size * cost[kept, gone]
        ) / (size + both)
        size[kept] = both
        cost[kept], cost[:, kept] = updated, updated
        cost[gone], cost[:, gone] = np.inf, np.inf
        cost[kept, kept] = np.inf
    return merges, np.array(gains)


def cut(merges: list[tuple[int, int]], n_points: int, k: int) -> NDArray[np.intp]:
    """Branch of each point when the tree is cut into k."""
    branch = np.arange(n_points)
    for kept, gone in merges[: max(0, n_points - k)]:
        branch[branch == gone] = kept
    return np.unique(branch, return_inverse=True)[1]


def _leaves(coordinates: Floats, weights: Floats, seed: int) -> tuple[Floats, Floats]:
    """Points for the tree: the different rows, or the centres of a fine k-means."""
    points, of = np.unique(coordinates, axis=0, return_inverse=True)
    if len(points) > MOST_LEAVES:
        fine = fit_once(coordinates, MOST_LEAVES, (seed, 0), weights)
        points, of = fine.cluster_centers_, fine.labels_
    sizes = np.bincount(of, weights, minlength=len(points)).astype(np.float64)
    return points[sizes > 0], sizes[sizes > 0]
