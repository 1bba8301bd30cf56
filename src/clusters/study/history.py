"""A run among the releases there were before, so that nobody can subtract two of them.

The register lies beside the person-level work, over all studies: two studies of one
delivery can be held against each other. A run enters it before its report appears.
What counts as released before is a report that is still there or was signed; a draft
that was thrown away binds nobody.

Who is who is counted from the work of earlier runs while it is there. After `clean`
only sizes and definitions are left, and doubt refuses.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.disclosure import Definition, Entry, History, Register, Told
from clusters.disclosure.edition import Nested
from clusters.disclosure.equations import register as register_cells
from clusters.store import PROCESSED, REPORTS, private_folder, read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from clusters.disclosure import Policy, Release
    from clusters.profiles import CountTable
    from clusters.schema import FeatureMeaning
    from clusters.study.run import Run

REGISTER = PROCESSED / "releases.jsonl"
ENTRY = "entry.json"
# Two deliveries of which at most half of the smaller population is in the other are
# about other people, whatever they are called: our choice.
_SAME_PEOPLE = 0.5


def read_register() -> Register:
    """Return the register, or an empty one where nothing was ever signed.

    Raises
    ------
    DisclosureError
        If it was changed, or is gone although there are signed reports.
    """
    if REGISTER.exists() or any(REPORTS.glob("*/*/release.json")):
        return Register.read(REGISTER)
    return Register.begin(REGISTER)


def history_of(
    run: Run,
    tables: Sequence[CountTable],
    clusters: pd.Series,
    meanings: Sequence[FeatureMeaning],
    policy: Policy,
) -> History:
    """Return the earlier releases, and what the numbers of this one are about.

    Parameters
    ----------
    run : the run; one that entered before is held against what came before it.
    tables : all that it would release.
    clusters : the cluster of every person of the study.
    meanings : what every feature means.
    policy : the rules to meet.
    """
    register = read_register().before(run.name)
    earlier = [entry for entry in register.entries if _is_live(entry, register)]
    source = _source(run)
    lineage, rule = f"{source} {run.name}", run.study.population.model_dump_json()
    apart: dict[str, int] = {}
    groups: dict[tuple[str, str], str] = {}
    inside: list[tuple[str, list[Any], bool]] = []
    for entry in earlier:
        before = _clusters_of(entry)
        if not _is_same_source(entry, before, clusters, source):
            apart[entry.release] = len(clusters) + sum(entry.totals.values())
            continue
        lineage = entry.about["lineage"]
        if before is None:
            continue
        apart[entry.release] = len(before.index.symmetric_difference(clusters.index))
        if not apart[entry.release]:
            rule = entry.about["rule"]
        if (then := set(before.index)) != (now := set(clusters.index)):
            told = [[entry.about["lineage"], entry.about["on"]], entry.about["rule"]]
            if then < now or then > now:
                inside.append((entry.release, told, then > now))
        groups |= _shared(before, clusters, entry, policy)
    where = [lineage, run.study.study.reference_date.isoformat()]
    for code in sorted(clusters.unique()):
        own = _digest([where, rule, _settings(run), str(code)])
        groups.setdefault(("cluster", str(code)), own)
    sizes = _populations(tables)
    definition = Definition(
        population={
            name: _digest([name, where, rule if size == len(clusters) else ""])
            for name, size in sizes.items()
        },
        variables={
            "step": _digest([rule]),
            "from": _digest([str(run.study.report.previous)]),
            "to": _digest([where, rule, _settings(run)]),
        },
        codes=_called(meanings),
        groups=groups,
        about={
            "study": run.study.study.name,
            "source": source,
            "lineage": lineage,
            "rule": rule,
            "on": where[1],
            "clusters": {code: told for (_, code), told in groups.items()},
        },
    )
    nested = tuple(
        Nested(release, _called_then(definition, sizes, len(clusters), then), is_larger)
        for release, then, is_larger in inside
    )
    live = register.only({entry.release for entry in earlier})
    return History(live, definition, run.name, apart, nested)


def _called_then(
    now: Definition, sizes: dict[str, int], persons: int, then: list[Any]
) -> Definition:
    """Return what an earlier release called the numbers of the people of a study."""
    population = {
        name: _digest([name, *then]) for name, size in sizes.items() if size == persons
    }
    return replace(now, population=population, groups={})


def keep_entry(run: Run, released: Release) -> None:
    """Keep what a release tells until its report is written; exact, so inside."""
    if released.entry:
        review = private_folder(run.work / "review")
        write_json(review / ENTRY, asdict(released.entry))


def enter(work: Path) -> None:
    """Add a run to the register; once, however often it is published."""
    told = read_json(work / "review" / ENTRY)
    told["told"] = {name: Told(**each) for name, each in told["told"].items()}
    entry = Entry(**told)
    register = read_register()
    if not any(each.release == entry.release for each in register.entries):
        register.append(entry)


def _is_live(entry: Entry, register: Register) -> bool:
    """Return whether a release can be in somebody's hands."""
    report = REPORTS / str(entry.about["study"]) / entry.release / "run.json"
    return entry.release in register.signed or report.exists()


def _source(run: Run) -> str:
    """Return whose extract it is, as far as the study file says."""
    study = run.study.study
    return study.municipality or study.place or study.name


def _settings(run: Run) -> list[str]:
    """Return what makes the clusters."""
    asked = (run.study.clustering, run.study.features)
    return [each.model_dump_json() for each in asked]


def _digest(words: list[Any]) -> str:
    """Return words that stay, kept short: the register names thousands of numbers."""
    return sha256(json.dumps(words).encode()).hexdigest()[:16]


def _clusters_of(entry: Entry) -> pd.Series | None:
    """Return everybody's cluster in an earlier run, while its work is there."""
    work = PROCESSED / str(entry.about["study"]) / entry.release
    file = work / "clusters.parquet"
    return pd.read_parquet(file)["cluster"] if file.exists() else None


def _is_same_source(
    entry: Entry, before: pd.Series | None, clusters: pd.Series, source: str
) -> bool:
    if before is None:
        return bool(entry.about["source"] == source)
    both = len(before.index.intersection(clusters.index))
    return both > _SAME_PEOPLE * min(len(before), len(clusters))


def _shared(
    before: pd.Series, clusters: pd.Series, entry: Entry, policy: Policy
) -> dict[tuple[str, str], str]:
    """Return the clusters that are an earlier one but for a few persons.

    They are the same quantity for the register, so that their numbers are kept or
    differ by enough; with other settings or another filter too (SDC-25).
    """
    both = pd.crosstab(before.reindex(clusters.index).dropna().astype(int), clusters)
    sizes, earlier = clusters.value_counts(), before.value_counts()
    found = {}
    for new in both.columns:
        for old in both.index:
            apart = sizes[new] + earlier[old] - 2 * both.loc[old, new]
            if apart < policy.release_difference:
                found["cluster", str(new)] = str(entry.about["clusters"][str(old)])
    return found


def _called(meanings: Sequence[FeatureMeaning]) -> dict[tuple[str, str], str]:
    """Return what the answers to a question mean; a code alone may change its sense."""
    return {
        (each.name, category.code): category.meaning.nl
        for each in meanings
        for category in each.categories
    }


def _populations(tables: Sequence[CountTable]) -> dict[str, int]:
    """Return how many persons each population has; none where no total is counted."""
    equations = register_cells(tables)
    sizes = dict.fromkeys(sorted({population for population, _ in equations.keys}), 0)
    for (population, conditions), persons in zip(
        equations.keys, equations.counts, strict=True
    ):
        if not conditions:
            sizes[population] = int(persons)
    return sizes
