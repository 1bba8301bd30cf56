"""A run among the releases there were before, so that nobody can subtract two of them.

The register lies beside the person-level work, over all studies: two studies of one
delivery can be held against each other. A run enters it before its report appears.
What counts as released before is a report that is still there or was signed; a draft
that was thrown away binds nobody.

Who is who is counted from the work of earlier runs while it is there. After `clean`
only sizes and definitions are left, and doubt refuses.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import Entry, History, Register, Told
from clusters.disclosure.edition import Nested
from clusters.errors import DisclosureError
from clusters.store import PROCESSED, REPORTS, private_folder, read_json, write_json
from clusters.study.publishing.definition import (
    area_kind_of,
    definition_of,
    populations_of,
    rule_of,
    source_of,
)
from clusters.study.publishing.earlier_releases import (
    Codes,
    EarlierRelease,
    code_meanings,
    other_classes,
    work_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from clusters.disclosure import LinkedTable, Policy, Release
    from clusters.profiles import CountTable
    from clusters.study.publishing.people import StudyPeople
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
    run: Run, tables: Sequence[CountTable], people: StudyPeople, policy: Policy
) -> History:
    """Return the earlier releases, and what the numbers of this one are about.

    Parameters
    ----------
    run : the run; one that entered before is held against what came before it.
    tables : all that it would release.
    people : the people of the study; who is who is told by their clusters.
    policy : the rules to meet.
    """
    clusters = people.clusters
    register = read_register().before(run.name)
    live = {each.release for each in register.entries if _is_live(each, register)}
    register, source = register.only(live), source_of(run)
    ours, counted, differing = _of_one_delivery(register, clusters, source)
    _refuse_two_geographies(ours, run)
    same = [each.entry for each in counted if not differing[each.entry.release]]
    about = {
        "study": run.study.study.name,
        "source": source,
        "lineage": ours[-1].about["lineage"] if ours else f"{source} {run.name}",
        "rule": same[-1].about["rule"] if same else rule_of(run),
        "on": run.study.study.reference_date.isoformat(),
        "areas": area_kind_of(run),
    }
    sizes = populations_of(tables)
    groups = {
        group: told
        for each in counted
        for group, told in each.nearly_same(clusters, policy).items()
    }
    tables, codes = _earlier_classes(counted, differing, people, policy)
    definition = definition_of(run, about, sizes, clusters, groups)
    definition = replace(definition, codes=code_meanings(people.meanings) | codes)
    nested = tuple(
        Nested(
            each.entry.release,
            each.definition_then(definition, sizes, clusters),
            is_larger,
        )
        for each in counted
        if (is_larger := each.is_larger_than(clusters)) is not None
    )
    return History(register, definition, run.name, differing, nested, tables)


def _refuse_two_geographies(ours: Sequence[Entry], run: Run) -> None:
    """Refuse areas that overlap with those of an earlier report (SDC-26).

    Where a square and a neighbourhood overlap there are often a few people only. Of
    another day they are other people.
    """
    on, areas = run.study.study.reference_date.isoformat(), area_kind_of(run)
    for entry in ours:
        before = str(entry.about.get("areas", ""))
        if entry.about["on"] == on and areas and before and before != areas:
            raise DisclosureError(
                f"Release {entry.release!r} has areas by {before}, and this study by "
                f"{areas}: where the two overlap there are few people.\nUse the same "
                "areas ([report] maps), or throw the earlier draft away.",
                f"Vrijgave {entry.release!r} heeft gebieden naar {before}, en deze "
                f"studie naar {areas}: waar die overlappen, zijn weinig mensen.\n"
                "Gebruik dezelfde gebieden ([report] maps), of gooi het eerdere "
                "concept weg.",
            )


def _of_one_delivery(
    register: Register, clusters: pd.Series, source: str
) -> tuple[list[Entry], list[EarlierRelease], dict[str, int]]:
    """Return the earlier releases of our delivery, and those whose people we can count.

    Last, per release how many persons are in only one of the two populations.
    """
    ours: list[Entry] = []
    counted: list[EarlierRelease] = []
    differing: dict[str, int] = {}
    for entry in register.entries:
        before = _clusters_of(entry)
        if not _is_same_source(entry, before, clusters, source):
            differing[entry.release] = len(clusters) + sum(entry.totals.values())
            continue
        ours.append(entry)
        if before is not None:
            counted.append(EarlierRelease(entry, before))
            others = before.index.symmetric_difference(clusters.index)
            differing[entry.release] = len(others)
    return ours, counted, differing


def _earlier_classes(
    counted: Sequence[EarlierRelease],
    differing: Mapping[str, int],
    people: StudyPeople,
    policy: Policy,
) -> tuple[tuple[LinkedTable, ...], Codes]:
    """Return what ties our classes to those of earlier releases about our people."""
    clusters = people.clusters
    tables: list[LinkedTable] = []
    codes = Codes()
    for each in counted:
        nearly = differing[each.entry.release] < policy.release_difference
        if nearly or each.is_larger_than(clusters):
            more, meant = other_classes(
                each.entry, people.answers, clusters, people.meanings
            )
            tables += more
            codes |= meant
    return tuple(tables), codes


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


def _clusters_of(entry: Entry) -> pd.Series | None:
    """Return everybody's cluster in an earlier run, while its work is there."""
    file = work_of(entry) / "clusters.parquet"
    return pd.read_parquet(file)["cluster"] if file.exists() else None


def _is_same_source(
    entry: Entry, before: pd.Series | None, clusters: pd.Series, source: str
) -> bool:
    if before is None:
        return bool(entry.about["source"] == source)
    both = len(before.index.intersection(clusters.index))
    return both > _SAME_PEOPLE * min(len(before), len(clusters))
