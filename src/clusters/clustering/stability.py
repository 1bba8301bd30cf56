"""Whether a cluster would be found again: by other persons, method or features.

Per cluster, because one may be solid and its neighbour an accident. Gates are those of
fpc's clusterboot (Hennig 2007, Computational Statistics & Data Analysis 52:258-271).
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal

import joblib
import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score

from clusters.clustering.kmeans import MixedKMeans
from clusters.clustering.latent_class import LatentClass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.found import Progress

    Labels = NDArray[np.intp]

Grade = Literal["highly stable", "stable", "pattern", "withheld"]

# A refit gets few starts: a cluster that needs luck to be found again is not stable.
REFIT_STARTS = 5

# Half of the persons, at most so many: Jaccard is about shares, not about size.
MOST_PERSONS = 10_000


def grade(jaccard: float) -> Grade:
    """Say what a mean Jaccard similarity allows: a name from .75, nothing under .6."""
    if jaccard >= 0.85:
        return "highly stable"
    if jaccard >= 0.75:
        return "stable"
    return "pattern" if jaccard >= 0.6 else "withheld"


def resample(
    answers: pd.DataFrame,
    labels: Labels,
    *,
    seed: int,
    n_samples: int = 100,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Fit again on halves of the persons and look for every cluster in what comes out.

    Halves without replacement: a bootstrap repeats persons, and repeated rows are what
    a method may take for a cluster. A cluster of nearly everybody is found again
    whatever the method does: read its grade with its size.

    Parameters
    ----------
    answers
        Categorical columns as they were clustered, one row per person.
    labels
        (n_samples,) clusters found, 0 to k - 1; -1 for persons without one.
    seed
        From which the halves are drawn.
    n_samples
        Number of halves.
    progress
        Called with (what, done, of how many) after each.

    Returns
    -------
    pandas.DataFrame
        One row per cluster: ``jaccard`` (mean), ``lowest``, ``recovered`` (share of
        halves in which it was over .5), and ``grade``.
    """
    n_half = min(len(answers) // 2, MOST_PERSONS)
    k = int(labels.max()) + 1

    def once(half: int) -> NDArray[np.float64]:
        rng = np.random.default_rng((seed, half))
        chosen = np.sort(rng.choice(len(answers), n_half, replace=False))
        model = LatentClass(k, n_init=REFIT_STARTS, random_state=seed, n_jobs=1)
        again = model.fit(answers.iloc[chosen]).labels_
        return matched_jaccard(labels[chosen], again, k)

    found = []
    with ThreadPoolExecutor(joblib.cpu_count()) as pool:
        for similarity in pool.map(once, range(n_samples)):
            found.append(similarity)
            if progress is not None:
                progress("stability", len(found), n_samples)
    similarities = pd.DataFrame(found)
    mean = similarities.mean()
    return pd.DataFrame(
        {
            "jaccard": mean,
            "lowest": similarities.min(),
            "recovered": similarities.gt(0.5).mean(),
            "grade": mean.map(grade),
        }
    ).rename_axis("cluster")


def matched_jaccard(labels: Labels, again: Labels, k: int) -> NDArray[np.float64]:
    """Jaccard similarity of each cluster with its match, matched for the best total.

    One to one, unlike clusterboot, so that two clusters cannot both claim the one they
    have melted into.
    """
    n_again = int(again.max(initial=-1)) + 1
    both = np.zeros((k + 1, n_again + 1))
    np.add.at(both, (labels, again), 1)
    shared = both[:k, :n_again]
    either = both.sum(axis=1)[:k, None] + both.sum(axis=0)[:n_again] - shared
    similarity = shared / np.maximum(either, 1)
    rows, columns = linear_sum_assignment(similarity, maximize=True)
    jaccard = np.zeros(k)
    jaccard[rows] = similarity[rows, columns]
    return jaccard


def agreement_with_kmeans(answers: pd.DataFrame, labels: Labels, *, seed: int) -> float:
    """Return the adjusted Rand index with k-means, of persons who have a cluster."""
    other = MixedKMeans(int(labels.max()) + 1, random_state=seed).fit(answers)
    clear = labels >= 0
    return float(adjusted_rand_score(labels[clear], other.labels_[clear]))


def without_each_feature(
    answers: pd.DataFrame,
    labels: Labels,
    *,
    seed: int,
    progress: Progress | None = None,
) -> pd.Series:
    """Return the adjusted Rand index with what is found when one feature is left out.

    A low value says that the clusters hang on that feature.
    """
    k, clear = int(labels.max()) + 1, labels >= 0
    similarity = {}
    for name in answers:
        model = LatentClass(k, n_init=REFIT_STARTS, random_state=seed)
        again = model.fit(answers.drop(columns=name)).labels_
        similarity[name] = adjusted_rand_score(labels[clear], again[clear])
        if progress is not None:
            progress("features", len(similarity), answers.shape[1])
    return pd.Series(similarity, name="adjusted_rand").rename_axis("feature")
