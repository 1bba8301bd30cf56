"""What the numbers of a run are about, in words that stay the same in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure import Definition
from clusters.disclosure.equations import register
from clusters.profiles import NO_CLEAR_PROFILE
from clusters.study.publishing.earlier_releases import digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from clusters.profiles import CountTable
    from clusters.study.run import Run


def definition_of(
    run: Run,
    about: Mapping[str, str],
    sizes: Mapping[str, int],
    clusters: pd.Series,
    groups: Mapping[tuple[str, str], str],
) -> Definition:
    """Return what the numbers of a run are about.

    ``groups`` are its clusters that an earlier release has a name for.
    """
    where, rule = [about["lineage"], about["on"]], about["rule"]
    own = {
        ("cluster", str(code)): digest([where, rule, _settings(run), str(code)])
        for code in sorted({int(NO_CLEAR_PROFILE), *clusters.unique()})
    }
    called = own | dict(groups)
    return Definition(
        population={
            name: digest([name, where, rule if size == len(clusters) else ""])
            for name, size in sizes.items()
        },
        variables={
            "step": digest([rule]),
            "from": digest([str(run.study.report.previous)]),
            "to": digest([where, rule, _settings(run)]),
        },
        groups=called,
        about={**about, "clusters": {code: told for (_, code), told in called.items()}},
    )


def populations_of(tables: Sequence[CountTable]) -> dict[str, int]:
    """Return how many persons each population has; none where no total is counted."""
    equations = register(tables)
    sizes = dict.fromkeys(sorted({population for population, _ in equations.keys}), 0)
    for (population, conditions), persons in zip(
        equations.keys, equations.counts, strict=True
    ):
        if not conditions:
            sizes[population] = int(persons)
    return sizes


def source_of(run: Run) -> str:
    """Return whose extract it is, as far as the study file says."""
    study = run.study.study
    return study.municipality or study.place or study.name


def area_kind_of(run: Run) -> str:
    """Return by which areas people are counted, nothing where they are not."""
    maps = run.study.report.maps
    return maps.by if maps else ""


def rule_of(run: Run) -> str:
    """Return who is counted."""
    return run.study.population.model_dump_json()


def _settings(run: Run) -> list[str]:
    """Return what makes the clusters."""
    asked = (run.study.clustering, run.study.features)
    return [each.model_dump_json() for each in asked]
