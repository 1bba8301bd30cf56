"""The study as a Prefect flow: paths in, paths out, and nothing that Prefect keeps.

Prefect stores parameters, prints and exception texts in clear. A task therefore takes
the folder of a run and returns the path of a file; the library does the work, and can
do it without any of this (``clusters run``).
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from prefect import Task, flow, task
from prefect.cache_policies import NO_CACHE

from clusters import study
from clusters.errors import ClustersError
from clusters.store import alone_in


def quietly(stage: Callable[[Path], Path]) -> Task[[Path], Path]:
    """Make a task of a stage: nothing is kept, and what goes wrong names no person.

    Our own errors are written for people. Any other exception may quote a row, and
    Prefect stores its text; the kind and the place are all that is let through.
    """

    @wraps(stage)
    def discreet(work: Path) -> Path:
        try:
            return stage(work)
        except ClustersError:
            raise
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            file = Path(place.filename).name
            raise RuntimeError(
                f"{type(error).__name__} in {file}, line {place.lineno}"
            ) from None

    keeps_nothing = task(persist_result=False, cache_policy=NO_CACHE, log_prints=False)
    return keeps_nothing(discreet)


@quietly
def prepare(work: Path) -> Path:
    """From the extract to one row per person of the study."""
    return study.prepare(work)


@quietly
def perspectives(work: Path) -> Path:
    """From everybody who lives there to their type, origin and year of arrival."""
    return study.perspectives(work)


@quietly
def make_features(work: Path) -> Path:
    """From people to features."""
    return study.make_features(work)


@quietly
def find_clusters(work: Path) -> Path:
    """From features to clusters."""
    return study.find_clusters(work)


@quietly
def assess(work: Path) -> Path:
    """From clusters to the evidence for them."""
    return study.assess(work)


@quietly
def publish(work: Path) -> Path:
    """From clusters to the report."""
    return study.publish(work)


@flow(persist_result=False, log_prints=False)
def internationals(study_file: Path) -> Path:
    """Run a study and return its report folder."""
    run = study.open_run(study_file)
    with alone_in(run.work):
        for stage in (prepare, perspectives, make_features, find_clusters, assess):
            stage(run.work)
        return publish(run.work)
