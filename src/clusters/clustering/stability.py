"""Whether a cluster would be found again: by other persons, method or features.

Per cluster, because one may be solid and its neighbour an accident. Gates are those of
fpc's clusterboot (Hennig 2007, Computational Statistics & Data Analysis 52:258-271).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

from clusters.clustering.apart import classification, told_apart
from clusters.clustering.criteria import check_weights
from clusters.clustering.hdbscan import MixedHDBSCAN
from clusters.clustering.kmeans import MixedKMeans
from clusters.clustering.matching import matched_jaccard
from clusters.clustering.refit import (
    Encoded,
    classes_of,
    each_in_a_thread,
    encode,
    fit_again,
    rivals,
    some_of,
    table_of,
)
from clusters.clustering.ward import Ward

if TYPE_CHECKING:
    from clusters.clustering.found import Progress
    from clusters.clustering.layout import Pairs
    from clusters.clustering.options import Method

Labels = NDArray[np.intp]
Floats = NDArray[np.float64]
Refit = Callable[[Labels, tuple[int, ...]], Labels]

Grade = Literal["highly stable", "stable", "pattern", "withheld"]

# Half of the persons, at most so many: Jaccard is about shares, not about size.
MOST_PERSONS = 5_000

# A cluster of nearly everybody overlaps with any other of that size. So besides its
# Jaccard a cluster must be found again at least halfway from what unrelated clusters
# of the same sizes would give to perfection.
ABOVE_CHANCE = 0.5

# A cluster that would be less the same than this if the model placed people by lot (see
# `told_apart`) is a slice of people along a scale. Kinds in towns of which the truth is
# known reached .95 and more, slices of a single scale up to .76.
LEAST_APART = 0.8

# Starts of k-means when it is done again; it finds its best far more often.
REFIT_STARTS = 5


def grade(jaccard: float, above_chance: float = 1.0, apart: float = 1.0) -> Grade:
    """Say what a mean Jaccard similarity allows: a name from .75, nothing under .6.

    A cluster that lies not so far ``apart`` from the others may come back and is still
    a slice of people along a scale: it is a pattern at most.
    """
    if above_chance < ABOVE_CHANCE or jaccard < 0.6:
        return "withheld"
    if apart < LEAST_APART or jaccard < 0.75:
        return "pattern"
    return "highly stable" if jaccard >= 0.85 else "stable"


def resample(  # noqa: PLR0913 - the method is part of what is repeated
    answers: pd.DataFrame,
    labels: Labels,
    *,
    seed: int,
    n_samples: int = 100,
    method: Method = "latent_class",
    together: Pairs = (),
    weights: Floats | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Cluster halves of the persons again and look for every cluster in what comes out.

    Halves without replacement: a bootstrap repeats persons, and repeated rows are what
    a method may take for a cluster.

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
    method
        By which they were found.
    together
        Pairs of features that went together within clusters.
    weights
        (n_samples,) how many each person stands for, where clusters were found by
        them. Halves are drawn of persons, and overlaps are of what they stand for.
    progress
        Called with (what, done, of how many) after each.

    Returns
    -------
    pandas.DataFrame
        One row per cluster: ``jaccard`` (mean), ``above_chance`` (the same where 0 is
        what unrelated clusters of these sizes give and 1 perfection), ``lowest``,
        ``recovered`` (share of halves in which it was over .5), ``apart`` (see
        `told_apart`) and ``grade``.
    """
    k = int(labels.max()) + 1
    n_half = min(len(answers) // 2, MOST_PERSONS)
    each = check_weights(weights, len(answers))
    again = _refits(answers, labels, method, together, weights)

    def once(half: int) -> tuple[Floats, Floats]:
        chosen = some_of(len(answers), n_half, (seed, half))
        found = again(chosen, (seed, half))
        return matched_jaccard(labels[chosen], found, k, each[chosen])

    found = []
    for similarity in each_in_a_thread(once, range(n_samples)):
        found.append(similarity)
        if progress is not None:
            progress("stability", len(found), n_samples)
    told = _told_by(found)
    told["apart"] = told_apart(classification(answers, labels, together))
    measures = (told[each] for each in ("jaccard", "above_chance", "apart"))
    return told.assign(grade=[grade(*each) for each in zip(*measures, strict=True)])


def _told_by(found: Sequence[tuple[Floats, Floats]]) -> pd.DataFrame:
    """Return what halves tell of each cluster, from Jaccard and the same above chance.

    One pair of arrays, (k,) each, for every half.
    """
    jaccard = pd.DataFrame([each for each, _ in found])
    above = pd.DataFrame([each for _, each in found])
    return pd.DataFrame(
        {
            "jaccard": jaccard.mean(),
            "above_chance": above.mean(),
            "lowest": jaccard.min(),
            "recovered": jaccard.gt(0.5).mean(),
        }
    ).rename_axis("cluster")


def _refits(
    answers: pd.DataFrame,
    labels: Labels,
    method: Method,
    together: Pairs,
    weights: Floats | None,
) -> Refit:
    """Return how some persons are clustered again, by the same method."""
    k = int(labels.max()) + 1
    if method == "latent_class":
        encoded = encode(answers, together, weights)
        tables = _begin(encoded, labels, k)

        def by_classes(chosen: Labels, seed: tuple[int, ...]) -> Labels:
            half = encoded.of(chosen)
            return classes_of(half, fit_again(half, k, seed, tables), k)

        return by_classes

    def by_distance(chosen: Labels, seed: tuple[int, ...]) -> Labels:
        half = answers.iloc[chosen]
        heavy = None if weights is None else weights[chosen]
        if method == "hdbscan":
            found: Labels = MixedHDBSCAN().fit_predict(half)
        elif method == "ward":
            found = Ward(k, random_state=seed[0]).fit(half, sample_weight=heavy).labels_
        else:
            model = MixedKMeans(k, n_init=REFIT_STARTS, random_state=seed[0])
            found = model.fit(half, sample_weight=heavy).labels_
        return found

    return by_distance


def _begin(answers: Encoded, labels: Labels, k: int) -> list[Floats]:
    """Return where refits start: the found clusters and their rivals of everybody."""
    sample = answers.of(some_of(len(labels), 2 * MOST_PERSONS, (0,)))
    return [table_of(answers, labels, k), *rivals(sample, k, (0,))]


def without_each_feature(
    answers: pd.DataFrame,
    labels: Labels,
    *,
    seed: int,
    together: Pairs = (),
    weights: Floats | None = None,
    progress: Progress | None = None,
) -> pd.Series:
    """Return the adjusted Rand index with what is found when one feature is left out.

    A low value says that the clusters hang on that feature. Latent classes of at most
    `MOST_PERSONS` persons, from the found clusters and from fresh starts.
    """
    k = int(labels.max()) + 1
    chosen = some_of(len(answers), MOST_PERSONS, (seed,))
    sample = encode(answers, together, weights).of(chosen)
    here = labels[chosen]
    tables = _begin(sample, here, k)

    def once(place: int) -> float:
        fewer = sample.without(sample.names[place])
        again = classes_of(fewer, fit_again(fewer, k, (seed, place), tables), k)
        return float(adjusted_rand_score(here[here >= 0], again[here >= 0]))

    similarity = []
    for each in each_in_a_thread(once, range(len(sample.names))):
        similarity.append(each)
        if progress is not None:
            progress("features", len(similarity), len(sample.names))
    return pd.Series(similarity, sample.names, name="adjusted_rand")
