"""From features to the cluster of every person: the one function a study calls."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from clusters.clustering.alike import alike
from clusters.clustering.choosing import choose
from clusters.clustering.gates import Gates, find_gates, skip_implied
from clusters.clustering.methods import METHODS, WEIGHTED
from clusters.errors import SettingsError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.found import Found, Progress
    from clusters.clustering.layout import Pairs
    from clusters.clustering.options import ClusteringOptions


@dataclass(frozen=True)
class Clustering:
    """Who is in which cluster, and how that was decided.

    Parameters
    ----------
    clusters
        Index person_id; ``cluster`` (int64, 1 the largest, 0 no clear profile) and
        ``probability`` (float64) of the best cluster, also where that was not enough.
    n_clusters
        Number of clusters, 0 not counted.
    method
        The method used.
    curve
        One row per number tried: k, log_likelihood, parameters, bic, adjusted_bic, aic,
        icl, persons in the smallest cluster, and how far the weakest cluster came back
        where that was tested; missing where the method has no such thing.
    tried
        Index person_id; a column for each number tried, its clusters counted from 0, -1
        no clear profile.
    starts, times_best_found
        How many starts the chosen number had, and how many of them ended at the best.
    model
        What it takes to score other persons, fit for JSON.
    together
        For each number tried, the pairs of features that go together within clusters.
    """

    clusters: pd.DataFrame
    n_clusters: int
    method: str
    curve: pd.DataFrame
    tried: pd.DataFrame
    starts: int
    times_best_found: int
    model: dict[str, Any]
    together: dict[int, Pairs] = field(default_factory=dict)


def cluster_people(
    features: pd.DataFrame,
    options: ClusteringOptions,
    *,
    weights: pd.Series | None = None,
    progress: Progress | None = None,
) -> Clustering:
    """Find clusters of persons.

    Persons and features are put in the order of their names first, so that neither the
    order of rows nor of columns has a say.

    Parameters
    ----------
    features
        One row per person (index person_id, unique) and one categorical column per
        feature. NaN is unknown; "not_applicable" is a category.
    options
        The analyst's choices; with ``clusters="auto"`` see `choosing.choose`.
    weights
        How many each person of a sample stands for, on the same index; not for HDBSCAN.
        Clusters are then numbered by what they stand for, and their
        smallest size stays one of persons.
    progress
        Called with (what, done, of how many) as the work goes on.

    Returns
    -------
    Clustering
        One row per person, in the order of ``features``.

    Raises
    ------
    SettingsError
        If more clusters are asked for than there are persons who differ.
    """
    ordered = features.sort_index()[sorted(features.columns)]
    gates = find_gates(ordered) if options.not_applicable == "once" else {}
    answers = skip_implied(ordered, gates)
    _refuse_too_many(answers, options)
    progress = progress or _in_silence
    heavy = None if weights is None else scaled_to_effective(weights.loc[ordered.index])
    tried = _tried(answers, options, progress, heavy)
    if options.method == "latent_class" and len(tried) > 1:
        tried = [
            replace(each, alike=alike(answers, each.labels, each.together))
            for each in tried
        ]
    choice = choose(tried, answers, options, progress, heavy)
    found = tried[choice.place]
    labels = {each.k: each.clear(options.min_probability) for each in tried}
    numbers = _number_by_size(
        labels[found.k], int(found.labels.max(initial=-1)) + 1, heavy
    )
    clusters = {
        "cluster": np.append(numbers, 0)[labels[found.k]],
        "probability": found.probability,
    }
    return Clustering(
        clusters=pd.DataFrame(clusters, index=ordered.index).loc[features.index],
        n_clusters=int(numbers.max(initial=0)),
        method=options.method,
        curve=choice.curve,
        tried=pd.DataFrame(labels, index=ordered.index).loc[features.index],
        starts=found.starts,
        times_best_found=found.times_best_found,
        model=_model(found, numbers, gates, options),
        together={each.k: each.together for each in tried},
    )


def scaled_to_effective(weights: pd.Series) -> NDArray[np.float64]:
    """Return weights that add up to the effective number of persons (Kish 1965).

    Then a criterion that asks for the sample size does not take for information that
    persons stand for others, or that some stand for more.
    """
    told = weights.to_numpy(dtype=np.float64)
    scaled: NDArray[np.float64] = told * (told.sum() / (told**2).sum())
    return scaled


def _tried(
    answers: pd.DataFrame,
    options: ClusteringOptions,
    progress: Progress,
    weights: NDArray[np.float64] | None,
) -> list[Found]:
    """Return what the method found for every number."""
    if weights is None:
        return METHODS[options.method](answers, options, progress)
    if options.method not in WEIGHTED:
        raise ValueError(f"{options.method} takes no weights; use latent_class.")
    return WEIGHTED[options.method](answers, options, progress, weights)


def _model(
    found: Found, numbers: NDArray[np.int64], gates: Gates, options: ClusteringOptions
) -> dict[str, Any]:
    return {
        "method": options.method,
        "seed": options.seed,
        "min_probability": options.min_probability,
        "gates": gates,
        # The number under which each of the model's clusters is published; 0 for one
        # that nobody belongs to clearly enough.
        "cluster": numbers.tolist(),
        **found.model,
    }


def _number_by_size(
    labels: NDArray[np.intp], n_labels: int, weights: NDArray[np.float64] | None
) -> NDArray[np.int64]:
    """Give 1 to the largest; equal sizes keep their order, empty ones get 0."""
    clear = labels >= 0
    each = None if weights is None else weights[clear]
    sizes = np.bincount(labels[clear], each, minlength=n_labels)
    numbers = np.empty(n_labels, dtype=np.int64)
    numbers[np.argsort(-sizes, kind="stable")] = np.arange(1, n_labels + 1)
    return np.where(sizes > 0, numbers, 0)


def _refuse_too_many(answers: pd.DataFrame, options: ClusteringOptions) -> None:
    asked = options.minimum if options.clusters == "auto" else options.clusters
    different = len(answers.drop_duplicates())
    if different < asked:
        raise SettingsError(
            f"[clustering] asks for {asked} clusters, but only {different} persons "
            "differ in their features.\nAsk for fewer clusters or use more features.",
            f"[clustering] vraagt {asked} clusters, maar slechts {different} personen "
            "verschillen in hun kenmerken.\nVraag minder clusters of gebruik meer "
            "kenmerken.",
        )


def _in_silence(what: str, done: int, total: int) -> None:
    del what, done, total
