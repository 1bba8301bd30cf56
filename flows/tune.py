"""Tuning as a Prefect flow: one task, a study file in, the path of a table out."""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from clusters.study.tuning.tune import tune as try_choices
from flows.internationals import quietly


@quietly
def try_grid(study_file: Path) -> Path:
    """Try the choices around a study's own."""
    _, file = try_choices(study_file)
    return file


@flow(persist_result=False, log_prints=False)
def tune(study_file: Path) -> Path:
    """Return the table of what other choices would give."""
    return try_grid(study_file)
