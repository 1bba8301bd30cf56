"""How far a method of another kind agrees with the clusters that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sklearn.metrics import adjusted_rand_score

from clusters.clustering.kmeans import MixedKMeans
from clusters.clustering.latent_class import LatentClass
from clusters.clustering.matching import matched_jaccard
from clusters.clustering.stability import REFIT_STARTS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.options import Method

    Labels = NDArray[np.intp]
    Floats = NDArray[np.float64]


def agreement(
    answers: pd.DataFrame,
    labels: Labels,
    *,
    seed: int,
    method: Method,
    weights: Floats | None = None,
) -> tuple[Method, float, Floats]:
    """Return a method of another kind, and how far it agrees, of who has a cluster.

    The adjusted Rand index with k-means; with latent classes where k-means or its
    cousins found the clusters. Last the Jaccard similarity of every cluster with the
    one that matches it best there, one to one. With weights the other method takes
    them too; whether persons are divided alike is asked of persons.
    """
    k, clear = int(labels.max()) + 1, labels >= 0
    other: Method = "kmeans" if method == "latent_class" else "latent_class"
    if other == "kmeans":
        kmeans = MixedKMeans(k, n_init=REFIT_STARTS, random_state=seed)
        again = kmeans.fit(answers, sample_weight=weights).labels_
    else:
        classes = LatentClass(k, n_init=REFIT_STARTS, random_state=seed)
        again = classes.fit(answers, sample_weight=weights).labels_
    here, there = labels[clear], again[clear]
    elsewhere, _ = matched_jaccard(here, there, k)
    return other, float(adjusted_rand_score(here, there)), elsewhere
