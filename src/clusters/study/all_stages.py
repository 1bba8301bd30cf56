"""The study from start to end, without any scheduler."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from clusters.errors import ClustersError
from clusters.progress import Progress, silent
from clusters.store import alone_in
from clusters.study.assess import assess
from clusters.study.publishing.publish import publish
from clusters.study.run import open_run
from clusters.study.stages import (
    find_clusters,
    make_features,
    perspectives,
    prepare,
)

if TYPE_CHECKING:
    from pathlib import Path


def run_study(study_file: Path, progress: Progress = silent) -> Path:
    """Run a study and return its report folder.

    The folder's name is the digest of inputs, settings and code, with the project's
    key, so in one project the same run gives the same folder, and a run that was
    finished is not done again.

    Parameters
    ----------
    study_file : the TOML file of the study.
    progress : called with the stage, the steps done and the steps in all.
    """
    run = open_run(study_file)
    if run.is_finished:
        return run.reports
    with alone_in(run.work):
        progress("people", 0, 1)
        _prepare_or_leave_nothing(run.work)
        progress("people", 1, 1)
        perspectives(run.work)
        make_features(run.work)
        find_clusters(run.work, progress)
        assess(run.work, progress)
        publish(run.work, progress)
    return run.reports


def _prepare_or_leave_nothing(work: Path) -> None:
    """Prepare the people; of an extract that is refused no trace stays behind."""
    try:
        prepare(work)
    except ClustersError:
        shutil.rmtree(work)
        raise
