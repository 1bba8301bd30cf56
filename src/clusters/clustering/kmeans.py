"""k-means on the coordinates of a factor analysis of mixed data.

The peer that agrees or disagrees with the latent classes: it looks for equal, round
clusters and has no model of what is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import numpy as np
from sklearn.metrics import calinski_harabasz_score

from clusters.clustering.centers import AroundCenters, fit_once
from clusters.clustering.found import Found, Progress, numbers_to_try

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    from clusters.clustering.options import ClusteringOptions

# Starts whose sum of squares is this close, relatively, ended at the same place.
SAME_INERTIA = 1e-6


class MixedKMeans(AroundCenters):
    """k-means on FAMD coordinates, from many starts, numbered by falling size.

    Parameters
    ----------
    n_clusters, n_init, random_state
        Number of clusters, of starts, and the seed from which those are drawn.
    n_components
        Axes of the factor analysis; the later ones are mostly noise.

    Attributes
    ----------
    labels_ : ndarray of shape (n_samples,)
        Cluster of each row, 0 the largest.
    cluster_centers_ : ndarray of shape (n_clusters, n_axes)
        Mean coordinates.
    inertia_ : float
        Sum of squared distances to the centres.
    times_best_found_ : int
        How many starts reached it.
    famd_ : FAMD
        The factor analysis.
    """

    def __init__(
        self,
        n_clusters: int = 7,
        *,
        n_components: int = 10,
        n_init: int = 20,
        random_state: int = 0,
    ) -> None:
        self.n_clusters = n_clusters
        self.n_components = n_components
        self.n_init = n_init
        self.random_state = random_state

    def fit(
        self,
        X: ArrayLike,
        y: object = None,
        sample_weight: NDArray[np.float64] | None = None,
    ) -> Self:
        """Find the clusters of (n_samples, n_features) ``X``.

        ``sample_weight`` (n_samples,) is how many each row stands for: in the axes, the
        centres and the sum of squares.
        """
        del y
        coordinates = self._place(X, sample_weight)
        k, seed = self.n_clusters, self.random_state
        found = [
            fit_once(coordinates, k, (seed, start), sample_weight)
            for start in range(self.n_init)
        ]
        inertias = np.array([each.inertia_ for each in found])
        close = inertias <= inertias.min() * (1 + SAME_INERTIA)
        self.times_best_found_ = int(close.sum())
        best = found[int(close.argmax())]
        return self._settle(best, coordinates, sample_weight)


def by_kmeans(
    answers: pd.DataFrame,
    options: ClusteringOptions,
    progress: Progress,
    weights: NDArray[np.float64] | None = None,
) -> list[Found]:
    """Fit k-means for every number asked for.

    The criterion is the Calinski-Harabasz index (variance between over variance within,
    per degree of freedom). It is cheap and leans to few clusters: for a number to
    defend, use the latent class model.
    """
    numbers = numbers_to_try(answers, options)
    tried = []
    for done, k in enumerate(numbers, start=1):
        model = MixedKMeans(k, n_init=options.starts, random_state=options.seed)
        model.fit(answers, sample_weight=weights)
        coordinates = model.famd_.transform(answers)
        tried.append(
            Found(
                k=k,
                labels=model.labels_,
                probability=model.predict_proba(answers).max(axis=1),
                starts=options.starts,
                times_best_found=model.times_best_found_,
                criterion=-separation(coordinates, model.labels_, weights),
                model=model.to_json(),
            )
        )
        progress("k-means", done, len(numbers))
    return tried


def separation(
    coordinates: NDArray[np.float64],
    labels: NDArray[np.intp],
    weights: NDArray[np.float64] | None = None,
) -> float:
    """Calinski-Harabasz index; a single cluster is separated from nothing.

    scikit-learn's takes no weights; with them it is the same ratio, of rows as often
    as their weight says.
    """
    k = int(labels.max()) + 1
    if k == 1:
        return -np.inf
    if weights is None:
        return float(calinski_harabasz_score(coordinates, labels))
    middle = np.average(coordinates, axis=0, weights=weights)
    whole = weights @ ((coordinates - middle) ** 2).sum(axis=1)
    within = 0.0
    for cluster in range(k):
        mine, heavy = coordinates[labels == cluster], weights[labels == cluster]
        center = np.average(mine, axis=0, weights=heavy)
        within += heavy @ ((mine - center) ** 2).sum(axis=1)
    return float((whole - within) / (k - 1) * (weights.sum() - k) / within)
