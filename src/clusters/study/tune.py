"""What other choices would give: methods, numbers of clusters, features left out.

For the analyst, inside the room: nothing here is released, and nothing names a person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import pandas as pd
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import cluster_people
from clusters.progress import Progress, silent
from clusters.schema import Language, Text
from clusters.store import alone_in, written_whole
from clusters.study.run import open_run
from clusters.study.stages import (
    make_features,
    options_of,
    prepare,
    read_meanings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.clustering import Clustering as Clusters
    from clusters.clustering.options import Method
    from clusters.settings import Clustering

METHODS: tuple[Method, ...] = ("latent_class", "kmeans", "ward")

_HEADINGS = {
    "method": Text("methode", "method"),
    "clusters": Text("clusters", "clusters"),
    "left_out": Text("zonder kenmerk", "without feature"),
    "bic": Text("BIC", "BIC"),
    "smallest": Text("kleinste, %", "smallest, %"),
    "unclear": Text("onduidelijk, %", "unclear, %"),
    "agreement": Text("overeenkomst", "agreement"),
}


@dataclass(frozen=True)
class Trial:
    """One choice to try; ``left_out`` is the feature that does not take part."""

    method: Method
    clusters: int
    left_out: str = ""


def tune(study_file: Path, progress: Progress = silent) -> tuple[pd.DataFrame, Path]:
    """Try the choices around a study's own, and keep the table in the run's folder.

    Returns
    -------
    DataFrame
        One row per trial: method, clusters, left_out, bic (missing for methods
        without), smallest and unclear (percent of the people), and agreement (adjusted
        Rand with the study's method at the number of clusters that its criterion, or
        the study file, chooses).
    Path
        The CSV file that holds it.
    """
    run = open_run(study_file)
    with alone_in(run.work):
        prepare(run.work)
        features = pd.read_parquet(make_features(run.work))
        names = [each.name for each in read_meanings(run.work) if each.clustered]
        table = try_all(features[names], run.study.clustering, progress)
        with written_whole(run.work / "tune.csv") as draft:
            table.to_csv(draft, index=False)
    return table, run.work / "tune.csv"


def try_all(
    features: pd.DataFrame, chosen: Clustering, progress: Progress = silent
) -> pd.DataFrame:
    """Cluster ``features`` in every way of the grid, and once as the study would."""
    own = _clustered(features, chosen.method, chosen.clusters, chosen)
    trials = list(_trials(features, chosen, own.n_clusters))
    rows = []
    for done, trial in enumerate(trials):
        progress("tune", done, len(trials))
        rows.append(_tried(trial, features, chosen, own.clusters["cluster"]))
    progress("tune", len(trials), len(trials))
    return pd.DataFrame(rows)


def as_text(table: pd.DataFrame, language: Language) -> str:
    """Return the table with the headings of a language, for a terminal."""
    shown = table.assign(
        bic=table["bic"].map("{:.0f}".format, na_action="ignore").fillna(""),
        smallest=table["smallest"].map("{:.1f}".format),
        unclear=table["unclear"].map("{:.1f}".format),
        agreement=table["agreement"].map("{:.2f}".format),
    )
    headings = {name: text.to(language) for name, text in _HEADINGS.items()}
    return str(shown.rename(columns=headings).to_string(index=False))


def _trials(
    features: pd.DataFrame, chosen: Clustering, n_clusters: int
) -> Iterator[Trial]:
    for method in METHODS:
        for number in range(chosen.minimum, chosen.maximum + 1):
            yield Trial(method, number)
    if chosen.method in METHODS:
        for name in features.columns:
            yield Trial(chosen.method, n_clusters, name)


def _tried(
    trial: Trial, features: pd.DataFrame, chosen: Clustering, own: pd.Series
) -> dict[str, object]:
    taken = features.drop(columns=trial.left_out) if trial.left_out else features
    found = _clustered(taken, trial.method, trial.clusters, chosen)
    clusters = found.clusters["cluster"].reindex(own.index)
    sizes = clusters[clusters > 0].value_counts()
    bic = found.curve.set_index("k")["bic"].get(trial.clusters)
    return {
        "method": trial.method,
        "clusters": trial.clusters,
        "left_out": trial.left_out,
        "bic": bic,
        "smallest": 100 * sizes.min() / len(clusters),
        "unclear": 100 * (clusters == 0).mean(),
        "agreement": adjusted_rand_score(own, clusters),
    }


def _clustered(
    features: pd.DataFrame,
    method: Method,
    clusters: int | Literal["auto"],
    chosen: Clustering,
) -> Clusters:
    options = replace(options_of(chosen), method=method, clusters=clusters)
    return cluster_people(features, options)
