"""From people to the exact tables that go to the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.rule import impossible
from clusters.profiles import cluster_sizes, count_profiles, counted
from clusters.store import read_json
from clusters.study.previous import find_previous
from clusters.study.publishing.areas import area_table
from clusters.study.publishing.perspective_tables import perspective_tables
from clusters.study.residents import impossible_of_studied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.disclosure import Policy
    from clusters.profiles import CountTable
    from clusters.study.publishing.people import StudyPeople
    from clusters.study.run import Run


def tabulate(run: Run, people: StudyPeople, policy: Policy) -> tuple[CountTable, ...]:
    """Return everything that is counted for a report, exact.

    Every table is an entry of `clusters.tables`; what is not counted here is in no
    report.
    """
    return tuple(_tables(run, people, policy))


def _tables(run: Run, people: StudyPeople, policy: Policy) -> Iterator[CountTable]:
    yield _funnel(run)
    yield cluster_sizes(people.clusters, people.weights)
    yield from _profiles(run, people)
    previous = find_previous(run.study.report.previous)
    moved = previous.flows_to(people.clusters) if previous else None
    if moved is not None:
        yield moved
    if people.weights is None:
        yield from perspective_tables(run, people.clusters, policy.minimum_cluster)
    # Without a cluster there is nothing to tell apart by area.
    if people.areas and (people.profiled > 0).any():
        yield area_table(people.areas, people.rows, people.profiled)


def _funnel(run: Run) -> CountTable:
    steps = read_json(run.work / "people.json")["funnel"]
    counts = pd.DataFrame(
        {
            "step": [step["name"] for step in steps],
            "persons": [int(step["persons"]) for step in steps],
        }
    )
    return counted("funnel", counts)


def _profiles(run: Run, people: StudyPeople) -> Iterator[CountTable]:
    """Yield the answers of each cluster that cluster, and those that describe."""
    never = (*impossible(run.study.population), *impossible_of_studied(run.study))
    for name, clustered in (("profiles", True), ("drilldown", False)):
        chosen = people.names(clustered=clustered)
        if chosen:
            yield count_profiles(
                people.answers[chosen],
                people.profiled,
                name=name,
                impossible=never,
                units=people.units,
                weights=people.weights,
            )
