"""A name for every cluster that was released, with the people counted behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure import check_conjunction, may_be_said
from clusters.labels import (
    load_phrases,
    name_clusters,
    pattern_label,
    spans_of,
    strongest_first,
    traits_of,
)
from clusters.numbers import known
from clusters.schema import Text
from clusters.study.publishing.evidence import profiled_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure import Release
    from clusters.labels import Label, Trait
    from clusters.study.publishing.people import StudyPeople
    from clusters.study.run import Run

_COUNTRY = Text("Nederland", "the Netherlands")


def name_released(
    run: Run, people: StudyPeople, released: Release
) -> tuple[dict[str, Label], tuple[Text, ...]]:
    """Return the label of every cluster that is profiled, and notices about names."""
    answers = people.answers[people.names(clustered=True)]
    profiles, study = released["profiles"], run.study.study
    profiled = profiled_in(profiles)
    clustered = [each for each in people.meanings if each.clustered]
    traits = {
        each: sayable(
            [
                *traits_of(profiles, each, answers.columns),
                *spans_of(profiles, each, clustered),
            ],
            released,
            each,
        )
        for each in profiled
    }
    country = study.country or _COUNTRY.to(study.language)
    phrases = load_phrases(run.work / "labels.toml", people.meanings, country)
    patterns = {
        each: pattern_label(each, traits[each], study.language)
        for each in profiled
        if people.evidence.grade(each) == "pattern"
    }

    def holds(cluster: str, named: Sequence[Trait]) -> bool:
        together = {each.feature: each.answers for each in named}
        inside = people.profiled == int(cluster)
        return check_conjunction(answers, together, released.policy, inside=inside)

    names, unused = name_clusters(
        {each: traits[each] for each in profiled if each not in patterns},
        phrases,
        run.study.labels.override,
        holds=holds,
    )
    named = {**names, **patterns}
    return {each: named[each] for each in profiled}, unused


def sayable(
    traits: Sequence[Trait], released: Release, cluster: str
) -> tuple[Trait, ...]:
    """Return what may be told of a cluster, in its name and on its page."""
    profiles = released["profiles"]
    size = known(released["sizes"].value("persons", cluster=cluster))
    return strongest_first(
        each
        for each in traits
        if may_be_said(profiles, size, (cluster, each.feature, each.answers))
    )
