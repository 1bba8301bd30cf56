"""Clusters as places around centres, among the coordinates of mixed data.

Such clusters have no probabilities of their own. The one given here is that of equally
likely, equally wide round clouds: it says how near the border a person lives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pandas as pd
import scipy.special
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import KMeans
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from clusters.clustering.criteria import check_weights
from clusters.clustering.famd import FAMD
from clusters.clustering.input import MixedInput

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


class AroundCenters(MixedInput, ClusterMixin, BaseEstimator):
    """What k-means and Ward's tree share: FAMD coordinates and centres among them."""

    n_clusters: int
    n_components: int

    def predict(self, X: ArrayLike) -> NDArray[np.intp]:
        """Cluster of the nearest centre, (n_samples,)."""
        labels: NDArray[np.intp] = self.predict_proba(X).argmax(axis=1)
        return labels

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Probability of each cluster, (n_samples, n_clusters)."""
        check_is_fitted(self)
        return self._membership(self.famd_.transform(X))

    def to_json(self) -> dict[str, Any]:
        """Return what it takes to score other persons, fit for JSON."""
        check_is_fitted(self)
        return {
            "centers": self.cluster_centers_.tolist(),
            "axes": self.famd_.to_json(),
        }

    def _place(self, X: ArrayLike, weights: Floats | None = None) -> Floats:
        self.famd_ = FAMD(self.n_components).fit(X, sample_weight=weights)
        coordinates: Floats = self.famd_.transform(X)
        self.n_features_in_ = self.famd_.n_features_in_
        if hasattr(self.famd_, "feature_names_in_"):
            self.feature_names_in_ = self.famd_.feature_names_in_
        different = len(pd.DataFrame(coordinates).drop_duplicates())
        if different < self.n_clusters or coordinates.shape[1] == 0:
            raise ValueError(
                f"{self.n_clusters} clusters need as many rows that differ; "
                f"n_samples={len(coordinates)} with {different} different rows on "
                f"{coordinates.shape[1]} axes."
            )
        return coordinates

    def _settle(
        self, kmeans: KMeans, coordinates: Floats, weights: Floats | None = None
    ) -> Self:
        """Take over the centres, numbered by falling size, then by where they are."""
        each = check_weights(weights, len(coordinates))
        n_centers = len(kmeans.cluster_centers_)
        sizes = np.bincount(kmeans.labels_, each, minlength=n_centers)
        order = np.lexsort((*kmeans.cluster_centers_.T[::-1], -sizes))
        self.cluster_centers_: Floats = kmeans.cluster_centers_[order]
        self.inertia_ = float(kmeans.inertia_)
        numbers = each.sum() * coordinates.shape[1]
        self._variance = max(self.inertia_ / numbers, np.finfo(float).tiny)
        self.labels_: NDArray[np.intp] = self._membership(coordinates).argmax(axis=1)
        return self

    def _membership(self, coordinates: Floats) -> Floats:
        squares = np.column_stack(
            [
                ((coordinates - center) ** 2).sum(axis=1)
                for center in self.cluster_centers_
            ]
        )
        shares: Floats = scipy.special.softmax(-squares / (2 * self._variance), axis=1)
        return shares


def fit_once(
    coordinates: Floats,
    k: int,
    start: tuple[int, ...] | Floats,
    weights: Floats | None = None,
) -> KMeans:
    """Run k-means from one start: a seed, or the centres to begin from.

    In one thread: scikit-learn adds up in the order in which its threads finish.
    """
    if isinstance(start, np.ndarray):
        kmeans = KMeans(k, init=start, n_init=1)
    else:
        state = int(np.random.SeedSequence(start).generate_state(1)[0])
        kmeans = KMeans(k, n_init=1, random_state=state)
    with threadpool_limits(1):
        return kmeans.fit(coordinates, sample_weight=weights)
