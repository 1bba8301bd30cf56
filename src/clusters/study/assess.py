"""How far the clusters may be believed: put to the test before anything is published.

Everything goes to ``evidence.json`` in the run's folder. How clusters go together with
origin goes to ``review/`` in the same folder and never further: it is for those who
answer for the study.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.clustering.agreement import agreement
from clusters.clustering.apart import classification
from clusters.clustering.association import (
    association,
    guessed_right,
    told_alone,
)
from clusters.clustering.gates import contradictions, skip_implied
from clusters.clustering.partition import scaled_to_effective
from clusters.clustering.residuals import TELLS_THE_SAME, residuals_of_partition
from clusters.clustering.rules import LEAST_IN_LEAF, Rules, learn_rules
from clusters.clustering.selection import compare_with_noise
from clusters.clustering.stability import resample, without_each_feature
from clusters.features import ORIGIN_FEATURES, describe_features
from clusters.people.weights import weights_of
from clusters.progress import Progress, silent
from clusters.store import private_folder, read_json, write_json, written_whole
from clusters.study.describe import own_regions
from clusters.study.features import read_meanings
from clusters.study.run import load_run

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from clusters.clustering.layout import Pairs
    from clusters.schema import FeatureMeaning
    from clusters.settings import Study

# Answers or features, and how many each person stands for, if not for one.
_People = tuple[pd.DataFrame, pd.Series | None]


def assess(work: Path, progress: Progress = silent) -> Path:
    """From clusters to the evidence for them."""
    made = work / "evidence.json"
    if made.exists():
        return made
    study, meanings = load_run(work).study, read_meanings(work)
    features = pd.read_parquet(work / "features.parquet").sort_index()
    clusters = pd.read_parquet(work / "clusters.parquet")["cluster"]
    clusters = clusters.reindex(features.index)
    names = sorted(each.name for each in meanings if each.clustered)
    model = read_json(work / "model.json")
    answers = skip_implied(features[names], model["gates"])
    weights = weights_of(
        pd.read_parquet(work / "people.parquet").reindex(features.index)
    )
    together = [tuple(each["features"]) for each in model.get("together", [])]
    evidence = {
        "noise": _noise((answers, weights), model, study, progress),
        **_repeated((answers, weights), clusters, study, together, progress),
        **_explained(work, (features, weights), clusters, meanings),
        "together": together,
        "contradictions": contradictions(features[names], model["gates"]),
        "same": _same(answers, clusters, together),
    }
    _review(work, study, features[names], clusters)
    return write_json(made, evidence)


def _scaled(weights: pd.Series | None) -> NDArray[np.float64] | None:
    return None if weights is None else scaled_to_effective(weights)


def _noise(
    people: _People, model: dict[str, Any], study: Study, progress: Progress
) -> dict[str, Any] | None:
    if not study.clustering.compare_with_noise:
        return None
    answers, weights = people
    told = compare_with_noise(
        answers,
        seed=study.clustering.seed,
        n_clusters=model["n_clusters"],
        together=study.clustering.together,
        weights=_scaled(weights),
        progress=progress,
    )
    return {
        "gain": told.gain,
        "null_gains": list(told.null_gains),
        "has_profiles": told.has_profiles,
    }


def _repeated(
    people: _People,
    clusters: pd.Series,
    study: Study,
    together: Pairs,
    progress: Progress,
) -> dict[str, Any]:
    """Cluster again: halves, by another method, without each feature."""
    answers, weights = people[0], _scaled(people[1])
    chosen = study.clustering
    labels = clusters.to_numpy("int64") - 1
    if not chosen.stability_samples or labels.max() < 1:
        return {"samples": 0, "stability": [], "agreement": None, "without": {}}
    same: dict[str, Any] = {
        "seed": chosen.seed,
        "together": together,
        "weights": weights,
        "progress": progress,
    }
    halves, engine = chosen.stability_samples, chosen.method
    stability = resample(answers, labels, n_samples=halves, method=engine, **same)
    method, agreed, elsewhere = agreement(
        answers, labels, seed=chosen.seed, method=engine, weights=weights
    )
    fewer = without_each_feature(answers, labels, **same)
    numbered = stability.reset_index().assign(
        cluster=lambda rows: rows["cluster"] + 1, elsewhere=elsewhere
    )
    return {
        "samples": halves,
        "stability": numbered.to_dict("records"),
        "agreement": {"method": method, "adjusted_rand": agreed},
        "classification": classification(answers, labels, together, weights).tolist(),
        "without": fewer.to_dict(),
    }


def _explained(
    work: Path,
    people: _People,
    clusters: pd.Series,
    meanings: tuple[FeatureMeaning, ...],
) -> dict[str, Any]:
    """Tell what keeps the clusters apart, of persons who have one."""
    features, weights = people
    clear = clusters > 0
    weights = None if weights is None else weights[clear]
    clusters, features = clusters[clear], features[clear]
    clustered = [each.name for each in meanings if each.clustered]
    if len(clusters.unique()) < 2 or len(clusters) < 2 * LEAST_IN_LEAF:
        return {"rules": None, "tells": {}}
    ordered = {each.name for each in meanings if each.ordered}
    rules = learn_rules(features[clustered], clusters, ordered)
    _review_rules(work, rules)
    return {
        "rules": {
            "fidelity": rules.fidelity,
            "asked": list(
                dict.fromkeys(name for rule in rules.rules for name in rule.when)
            ),
        },
        "tells": told_alone(features[clustered], clusters, weights).to_dict(),
    }


def _review_rules(work: Path, rules: Rules) -> None:
    """Write the rules of thumb; with them a person could be placed, so they stay."""
    rows = [
        (
            rule.cluster,
            "; ".join(
                f"{name}: {' | '.join(told)}" for name, told in rule.when.items()
            ),
            rule.share,
            rule.covers,
        )
        for rule in rules.rules
    ]
    table = pd.DataFrame(rows, columns=["cluster", "when", "share", "covers"]).round(4)
    with written_whole(private_folder(work / "review") / "rules.csv") as draft:
        table.to_csv(draft, index=False)


def _same(
    answers: pd.DataFrame, clusters: pd.Series, together: Pairs
) -> list[dict[str, Any]]:
    """Return the features that tell largely the same within clusters, in pairs."""
    clear = clusters.to_numpy() > 0
    if not clear.any():
        return []
    labels = clusters.to_numpy("int64")[clear] - 1
    pairs = residuals_of_partition(answers[clear], labels, together=together)
    told: list[dict[str, Any]] = pairs[pairs["strength"] >= TELLS_THE_SAME].to_dict(
        "records"
    )
    return told


def _review(
    work: Path, study: Study, features: pd.DataFrame, clusters: pd.Series
) -> None:
    """Write how clusters, and each feature, go together with origin."""
    people = pd.read_parquet(work / "people.parquet").reindex(features.index)
    names = [
        each.name for each in ORIGIN_FEATURES if not each.missing_from(people.columns)
    ]
    origins = describe_features(
        people, study.study.reference_date, names, {}, currency=study.study.currency
    ).frame
    regions = own_regions(people, study)
    if regions is not None:
        origins = origins.assign(origin=regions.astype("category"))
    told = features.assign(cluster=clusters.where(clusters > 0))
    rows = [
        (name, origin, association(told[name], origins[origin]), *guess)
        for origin in origins
        for name in ["cluster", *features]
        for guess in [guessed_right(told[name], origins[origin])]
    ]
    columns = ["feature", "origin", "cramers_v", "guessed_right", "guessed_without"]
    table = pd.DataFrame(rows, columns=columns).astype({"cramers_v": float}).round(4)
    with written_whole(private_folder(work / "review") / "proxies.csv") as draft:
        table.to_csv(draft, index=False)
