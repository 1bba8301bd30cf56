"""What other choices would give: methods, numbers of clusters, features left out.

For the analyst, inside the room: nothing here is released, and nothing names a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import cluster_people
from clusters.clustering.choosing import weakest_overlap
from clusters.clustering.gates import skip_implied
from clusters.clustering.partition import scaled_to_effective
from clusters.people.weights import weights_of
from clusters.progress import Progress, silent
from clusters.schema import Language, Text
from clusters.store import alone_in, written_whole
from clusters.study.features import read_meanings
from clusters.study.run import open_run
from clusters.study.stages import (
    make_features,
    options_of,
    prepare,
)
from clusters.study.tuning.clustergram import keep_clustergram

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.clustering import Clustering as Clusters
    from clusters.clustering import ClusteringOptions
    from clusters.clustering.options import Method

METHODS: tuple[Method, ...] = ("latent_class", "kmeans", "ward")

_HEADINGS = {
    "method": Text("methode", "method"),
    "clusters": Text("clusters", "clusters"),
    "left_out": Text("zonder kenmerk", "without feature"),
    "bic": Text("BIC", "BIC"),
    "icl": Text("ICL", "ICL"),
    "weakest": Text("zwakste overlap, %", "weakest overlap, %"),
    "smallest": Text("kleinste, %", "smallest, %"),
    "unclear": Text("onduidelijk, %", "unclear, %"),
    "agreement": Text("overeenkomst", "agreement"),
}


def tune(study_file: Path, progress: Progress = silent) -> tuple[pd.DataFrame, Path]:
    """Try the choices around a study's own, and keep the table in the run's folder.

    Returns
    -------
    DataFrame
        One row per trial: method, clusters, left_out (the feature that did not take
        part), bic and icl (missing for methods without), weakest (percent overlap at
        which the least stable cluster came back in halves; of the study's own method),
        smallest and unclear (percent of the people), and agreement (adjusted Rand with
        the clusters that the study itself would have).
    Path
        The CSV file that holds it; `clusters.study.tuning.clustergram` draws the
        numbers in the review folder beside it.
    """
    run = open_run(study_file)
    with alone_in(run.work):
        prepare(run.work)
        features = pd.read_parquet(make_features(run.work))
        names = [each.name for each in read_meanings(run.work) if each.clustered]
        weights = weights_of(pd.read_parquet(run.work / "people.parquet"))
        table, tried = try_all(
            features[names], options_of(run), progress, weights=weights
        )
        keep_clustergram(run.work, features[names], tried)
        with written_whole(run.work / "tune.csv") as draft:
            table.to_csv(draft, index=False)
    return table, run.work / "tune.csv"


def try_all(
    features: pd.DataFrame,
    options: ClusteringOptions,
    progress: Progress = silent,
    *,
    weights: pd.Series | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Cluster ``features`` in every way of the grid, and once as the study would.

    ``weights`` are how many each person of a sample stands for.

    Returns the table, and the cluster of every person for every number tried by the
    study's own method.
    """
    own = cluster_people(features, options, weights=weights)
    numbers = replace(options, clusters="auto", halves=0)
    # HDBSCAN finds one number only, which is the study's own.
    fewer = features.columns if options.method in METHODS else []
    steps = len(METHODS) + len(fewer)
    rows, tried = [], own.tried
    for done, method in enumerate(METHODS):
        progress("tune", done, steps)
        found = cluster_people(
            features, replace(numbers, method=method), weights=weights
        )
        rows.append(_rows(found, own))
        if method == options.method:
            rows[-1] = rows[-1].assign(
                weakest=_weakest((features, weights), found, options)
            )
            tried = found.tried
    for done, name in enumerate(fewer, start=len(METHODS)):
        progress("tune", done, steps)
        kept = options.together
        if kept != "auto":
            kept = tuple(pair for pair in kept if name not in pair)
        given = replace(options, clusters=own.n_clusters, together=kept)
        without = cluster_people(features.drop(columns=name), given, weights=weights)
        rows.append(_rows(without, own).assign(left_out=name))
    progress("tune", steps, steps)
    return pd.concat(rows, ignore_index=True)[list(_HEADINGS)], tried


def _rows(found: Clusters, own: Clusters) -> pd.DataFrame:
    """Return a row for every number of clusters that one method tried."""
    labels, people = found.tried, len(found.tried)
    ours = own.clusters["cluster"].to_numpy()
    return pd.DataFrame(
        {
            "method": found.method,
            "clusters": found.curve["k"],
            "left_out": "",
            "bic": found.curve["bic"],
            "icl": found.curve["icl"],
            "weakest": np.nan,
            "smallest": 100 * found.curve["smallest"] / people,
            "unclear": [100 * (labels[k] == -1).mean() for k in labels],
            "agreement": [adjusted_rand_score(ours, labels[k]) for k in labels],
        }
    )


def _weakest(
    people: tuple[pd.DataFrame, pd.Series | None],
    found: Clusters,
    options: ClusteringOptions,
) -> list[float]:
    """Return how far the least stable cluster comes back, for every number tried."""
    features, weights = people
    answers = skip_implied(features.sort_index(), found.model["gates"])
    tried = found.tried.reindex(answers.index)
    heavy = None if weights is None else scaled_to_effective(weights[answers.index])
    return [
        100
        * weakest_overlap(
            answers, tried[k].to_numpy(), options, found.together[k], heavy
        )
        for k in tried
    ]


def as_text(table: pd.DataFrame, language: Language) -> str:
    """Return the table with the headings of a language, for a terminal."""
    shown = table.assign(
        **{
            name: table[name].map("{:.0f}".format, na_action="ignore").fillna("")
            for name in ("bic", "icl", "weakest")
        },
        smallest=table["smallest"].map("{:.1f}".format),
        unclear=table["unclear"].map("{:.1f}".format),
        agreement=table["agreement"].map("{:.2f}".format),
    )
    headings = {name: text.to(language) for name, text in _HEADINGS.items()}
    return str(shown.rename(columns=headings).to_string(index=False))
