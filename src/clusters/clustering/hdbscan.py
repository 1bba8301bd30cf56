"""Dense cores of persons, and everybody else without a clear profile.

HDBSCAN refuses whoever lives between two dense places, which among citizens is many. It
is a view of the core members of clusters, not a partition of a city.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Self

import hdbscan
import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin

from clusters.clustering.famd import FAMD
from clusters.clustering.found import Found, Progress
from clusters.clustering.input import MixedInput
from clusters.errors import SettingsError

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    from clusters.clustering.options import ClusteringOptions

    Floats = NDArray[np.float64]

# Time grows with the square of different rows in many dimensions: from here on a
# sample is clustered and the others take the cluster of the place where they live.
MOST_ROWS = 30_000

# Neighbours that make a place dense; more of them merge small bumps.
NEIGHBOURS = 10


class MixedHDBSCAN(MixedInput, ClusterMixin, BaseEstimator):
    """HDBSCAN on FAMD coordinates, each different row counted once.

    Identical rows have no distance, hence infinite density: with a few categorical
    features HDBSCAN would report every popular combination of answers as a cluster
    (scikit-learn-contrib/hdbscan issue 94). Here only different rows enter.

    Parameters
    ----------
    n_components
        Axes of the factor analysis; density means little in many dimensions.
    smallest_share
        Share of the different rows that makes a cluster.
    random_state
        Seed of the sample taken when there are many different rows.

    Attributes
    ----------
    labels_ : ndarray of shape (n_samples,)
        Cluster of each row, 0 the largest, -1 none.
    probabilities_ : ndarray of shape (n_samples,)
        How deep in its cluster a row lies, 0 if it has none.
    membership_ : ndarray of shape (n_samples, n_clusters)
        How far each row belongs to each cluster, also of a row that has none: at most 1
        together, and the less the further from every dense place.
    """

    def __init__(
        self,
        *,
        n_components: int = 5,
        smallest_share: float = 0.01,
        random_state: int = 0,
    ) -> None:
        self.n_components = n_components
        self.smallest_share = smallest_share
        self.random_state = random_state

    def fit(self, X: ArrayLike, y: object = None) -> Self:
        """Find the dense places of (n_samples, n_features) ``X``."""
        del y
        self.famd_ = FAMD(self.n_components)
        # Rows alike may differ in the last bit, by the order of their sums.
        coordinates = self.famd_.fit_transform(X).round(9)
        self.n_features_in_ = self.famd_.n_features_in_
        if hasattr(self.famd_, "feature_names_in_"):
            self.feature_names_in_ = self.famd_.feature_names_in_
        points, which = np.unique(coordinates, axis=0, return_inverse=True)
        labels, depth, membership = self._places(points)
        sizes = np.bincount(labels[which] + 1, minlength=labels.max() + 2)[1:]
        by_size = np.argsort(-sizes, kind="stable")
        rank = np.append(np.argsort(by_size), -1)
        self.labels_: NDArray[np.intp] = rank[labels][which]
        self.probabilities_: Floats = depth[which]
        self.membership_: Floats = membership[:, by_size][which]
        return self

    def _places(self, points: Floats) -> tuple[NDArray[np.intp], Floats, Floats]:
        """Return of each different row its cluster, its depth, and its memberships."""
        nobody = np.zeros(len(points))
        if len(points) <= NEIGHBOURS:
            return np.full(len(points), -1), nobody, nobody[:, None][:, :0]
        sampled = np.arange(len(points))
        if len(points) > MOST_ROWS:
            rng = np.random.default_rng(self.random_state)
            sampled = np.sort(rng.choice(len(points), MOST_ROWS, replace=False))
        model = hdbscan.HDBSCAN(
            min_cluster_size=max(2, math.ceil(self.smallest_share * len(sampled))),
            min_samples=NEIGHBOURS,
            prediction_data=True,
            core_dist_n_jobs=1,
        ).fit(points[sampled])
        n_clusters = int(model.labels_.max()) + 1
        if len(sampled) == len(points):
            labels, depth = model.labels_, model.probabilities_
        else:
            labels, depth = hdbscan.approximate_predict(model, points)
        membership = nobody
        if n_clusters and len(sampled) == len(points):
            membership = hdbscan.all_points_membership_vectors(model)
        elif n_clusters:
            membership = hdbscan.membership_vector(model, points)
        return labels, depth, membership.reshape(len(points), -1)[:, :n_clusters]


def by_hdbscan(
    answers: pd.DataFrame, options: ClusteringOptions, progress: Progress
) -> list[Found]:
    """Find dense places; their number cannot be asked for."""
    if options.clusters != "auto":
        raise SettingsError(
            f"[clustering] clusters = {options.clusters} does not go with method "
            '"hdbscan", which finds the number itself.\nSet clusters = "auto".',
            f"[clustering] clusters = {options.clusters} gaat niet samen met methode "
            '"hdbscan", die het aantal zelf vindt.\nZet clusters = "auto".',
        )
    progress("hdbscan", 0, 1)
    model = MixedHDBSCAN(random_state=options.seed).fit(answers)
    progress("hdbscan", 1, 1)
    return [
        Found(
            k=int(model.labels_.max()) + 1,
            labels=model.labels_,
            probability=model.probabilities_,
            starts=1,
            times_best_found=1,
            model={"axes": model.famd_.to_json()},
        )
    ]
