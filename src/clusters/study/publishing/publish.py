"""From clusters to the report: tabulate, release, find, write, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import load_policy
from clusters.progress import Progress, silent
from clusters.report import check_report, write_report
from clusters.schema import Kind, names_of
from clusters.store import folder_written_whole, in_turn
from clusters.study.manifest import write_manifest
from clusters.study.publishing.find import find
from clusters.study.publishing.history import REGISTER, keep_entry
from clusters.study.publishing.people import read_study_people
from clusters.study.publishing.release import refuse_without_profiles, release_tables
from clusters.study.publishing.review import keep_review
from clusters.study.publishing.tabulate import tabulate
from clusters.study.run import Run, load_run
from clusters.study.signing import enter_whole

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.findings.findings import Findings


def publish(work: Path, progress: Progress = silent) -> Path:
    """From clusters to the report, through the gate; returns the report folder."""
    run = load_run(work)
    if run.is_finished:
        return run.reports
    with in_turn(REGISTER):
        write_checked(run, release_findings(run), progress)
    return run.reports


def release_findings(run: Run) -> Findings:
    """Count the people of a run, release the counts, and find what they say.

    Writes what the gate hid, and what it told, to the review folder of the run.

    Raises
    ------
    DisclosureError
        If there are too few people, no cluster is large enough to be profiled, or as
        `release_all`.
    """
    policy = load_policy(run.work / "disclosure.toml", run.study.report.audience)
    people = read_study_people(run)
    tables = tabulate(run, people, policy)
    released = release_tables(run, people, tables, policy)
    keep_entry(run, released)
    keep_review(run, released, people.meanings)
    refuse_without_profiles(released)
    return find(run, people, released)


def write_checked(run: Run, findings: Findings, progress: Progress = silent) -> None:
    """Write the report, check every file of it, and enter it into the register."""
    with folder_written_whole(run.reports) as folder:
        files = write_report(findings, folder, progress=progress)
        check_report(findings, folder, files, _keys(run.work))
        write_manifest(run, findings, folder, files)
        # Before the report appears: one that nobody registered must not be there.
        enter_whole(run.work, folder)


def _keys(work: Path) -> set[str]:
    """Return every key of a person, household or address that the run has seen."""
    people = pd.read_parquet(work / "people.parquet").reset_index()
    names = [name for name in names_of(Kind.KEY) if name in people]
    return {str(key) for name in names for key in people[name].dropna().unique()}
