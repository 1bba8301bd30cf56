"""The stages: each reads files of the run's folder, calls one room, writes files.

A stage takes the folder and returns the file it made. A file that is already there was
written whole by an earlier try of the same run, and is not made again.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.clustering import ClusteringOptions, cluster_people
from clusters.disclosure import load_policy
from clusters.errors import ExtractError
from clusters.extracts import open_extract
from clusters.people import read_people
from clusters.people.weights import weights_of
from clusters.progress import Progress, silent
from clusters.store import (
    private_folder,
    write_json,
    written_whole,
)
from clusters.study.classes import refuse_own_classes
from clusters.study.describe import describe_people
from clusters.study.features import read_meanings
from clusters.study.key import keyed, read_key
from clusters.study.publishing.areas import area_notices
from clusters.study.residents import read_residents, rules_of, see
from clusters.study.run import Run, history_name, load_run
from clusters.study.tuning.clustergram import keep_clustergram
from clusters.study.years import follow

if TYPE_CHECKING:
    from pathlib import Path


def prepare(work: Path) -> Path:
    """From the extract to one row per person of the study."""
    run, made = load_run(work), work / "people.parquet"
    if made.exists():
        return made
    extract = open_extract(run.study, private_folder(work / "spill"))
    _refuse_changed_files(run, {each.table: each.sha256 for each in extract.sources})
    roster = extract.roster()
    people, selection = read_people(extract, run.study, roster)
    residents = read_residents(extract, roster, run.study)
    notices = [*extract.notices, *area_notices(residents, run.study)]
    facts = {
        "funnel": [
            {"name": step.name, "nl": step.meaning.nl, "en": step.meaning.en,
             "persons": step.persons}
            for step in selection.funnel
        ],
        "notices": [{"nl": each.nl, "en": each.en} for each in notices],
    }  # fmt: skip
    write_json(work / "people.json", facts)
    _write_frame(residents, work / "roster.parquet")
    shutil.rmtree(work / "spill")
    return _write_frame(people, made)


def perspectives(work: Path) -> Path:
    """From who lives or lived there to their type, origin and year of arrival."""
    run, made = load_run(work), work / "perspectives.parquet"
    if made.exists():
        return made
    roster = _read_frame(work / "roster.parquet")
    residents = see(roster, run.study.study.reference_date, rules_of(run.study))
    _write_frame(residents, work / "residents.parquet")
    kept = follow(run.study, roster, residents, private_folder(work / "spill"))
    _refuse_changed_files(run, {history_name(y): d for y, d in kept.digests.items()})
    for name, frame in kept.frames(run.study.study.reference_date).items():
        _write_frame(frame, work / f"{name}.parquet")
    shutil.rmtree(work / "spill")
    studied = pd.read_parquet(work / "people.parquet", columns=["age"]).index
    return _write_frame(residents.loc[studied], made)


def make_features(work: Path) -> Path:
    """From people to what they are clustered on and described by."""
    run, made = load_run(work), work / "features.parquet"
    if made.exists():
        return made
    people = _read_frame(work / "people.parquet")
    policy = load_policy(work / "disclosure.toml", run.study.report.audience)
    refuse_own_classes(run.study, policy)
    table = describe_people(people, run.study, least=policy.minimum_persons)
    write_json(
        work / "features.json",
        {
            "meanings": [meaning.to_json() for meaning in table.meanings],
            "notices": [{"nl": each.nl, "en": each.en} for each in table.notices],
        },
    )
    return _write_frame(table.frame, made)


def find_clusters(work: Path, progress: Progress = silent) -> Path:
    """From features to the cluster of every person."""
    run, made = load_run(work), work / "clusters.parquet"
    if made.exists():
        return made
    names = [each.name for each in read_meanings(work) if each.clustered]
    features = _read_frame(work / "features.parquet")[names]
    weights = weights_of(_read_frame(work / "people.parquet"))
    found = cluster_people(
        features, options_of(run), weights=weights, progress=progress
    )
    if len(found.curve) > 1:
        keep_clustergram(work, features, found.tried)
    write_json(
        work / "model.json",
        {
            **found.model,
            "n_clusters": found.n_clusters,
            "curve": found.curve.to_dict("records"),
            "starts": found.starts,
            "times_best_found": found.times_best_found,
        },
    )
    return _write_frame(found.clusters, made)


def options_of(run: Run) -> ClusteringOptions:
    """Return what the study's files say of the clustering, for the engine."""
    chosen = run.study.clustering
    policy = load_policy(run.work / "disclosure.toml", run.study.report.audience)
    options = ClusteringOptions(
        method=chosen.method,
        clusters=chosen.clusters,
        minimum=chosen.minimum,
        maximum=chosen.maximum,
        starts=chosen.starts,
        seed=chosen.seed,
        min_probability=chosen.min_probability,
        smallest=policy.minimum_cluster,
        together=chosen.together,
    )
    # Clusters that are not put to the test are not chosen by it either.
    return options if chosen.stability_samples else replace(options, halves=0)


def _write_frame(frame: pd.DataFrame, path: Path) -> Path:
    with written_whole(path) as draft:
        frame.to_parquet(draft)
    return path


def _read_frame(path: Path) -> pd.DataFrame:
    return pd.read_parquet(path)


def _refuse_changed_files(run: Run, read: dict[str, str]) -> None:
    changed = keyed(read, read_key()).items() - run.inputs.items()
    if changed:
        names = ", ".join(sorted(name for name, _ in changed))
        raise ExtractError(
            f"Delivered files changed during the run: {names}.\n"
            "Start again when the delivery is complete.",
            f"Leveringsbestanden zijn tijdens de run veranderd: {names}.\n"
            "Begin opnieuw als de levering compleet is.",
        )
