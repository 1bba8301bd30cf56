"""The whole study as one straight line of stages, each from file to file."""

from clusters.study.all_stages import run_study
from clusters.study.assess import assess
from clusters.study.checking.check import check_study
from clusters.study.publishing.publish import publish
from clusters.study.run import Run, load_run, open_run
from clusters.study.run_name import code_digest
from clusters.study.stages import (
    find_clusters,
    make_features,
    perspectives,
    prepare,
)

__all__ = [
    "Run",
    "assess",
    "check_study",
    "code_digest",
    "find_clusters",
    "load_run",
    "make_features",
    "open_run",
    "perspectives",
    "prepare",
    "publish",
    "run_study",
]
