"""The rows for answers of a cluster: the most frequent, and those that stand out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clusters.findings.most_frequent import most_frequent
from clusters.labels.spans import one_or_more
from clusters.labels.traits import TOLD_UNKNOWN
from clusters.numbers import known
from clusters.report.shown import Origin
from clusters.report.words import portrait as words
from clusters.report.words import sentences
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.findings.most_frequent import MostFrequent
    from clusters.labels import Trait
    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning


@dataclass(frozen=True)
class Answer:
    """A row: of which feature and answer, its cells, how far it is from everybody."""

    feature: FeatureMeaning
    category: str
    cells: tuple[str, ...]
    off: int
    is_due: bool = False


def most_frequent_answers(
    source: Source, cluster: str, mentioned: Sequence[Trait]
) -> list[Answer]:
    """Return per feature the most frequent answer, and how far it is off.

    Bands that the page tells as one answer are one here too where they are given more
    often: who reads that 60 % have a car must not find "none" as the most frequent.
    Neither must who does not read it: against none stands one or more.
    """
    rows = source.findings.profiles.where(cluster=cluster)
    rows = rows.assign(told=rows["share"].where(~rows["hidden"], rows["above"]))
    rows = rows[rows["category"] != UNKNOWN]
    answers: list[Answer] = []
    for feature in source.features:
        own = rows[rows["feature"] == feature.name]
        found = most_frequent(own, source.findings.profiles.base)
        if found is None:
            continue
        some = one_or_more(source.findings.profiles, cluster, feature)
        spans = [*mentioned, some] if some else mentioned
        joined = [each for each in spans if _is_before(each, feature, found)]
        if joined:
            answers.append(_of_trait(source, max(joined, key=lambda one: one.share)))
        elif all(
            source.may_say(cluster, feature.name, each)
            for each in (str(found.row["category"]), *found.ties)
        ):
            answers.append(_commonest(source, feature, found))
    return answers


def _is_before(trait: Trait, feature: FeatureMeaning, found: MostFrequent) -> bool:
    """Return whether a trait joins bands that are given more often together."""
    return (
        trait.feature == feature.name
        and len(trait.answers) > 1
        and found.row["category"] not in trait.answers
        and trait.share >= found.row["told"]
    )


def _commonest(source: Source, feature: FeatureMeaning, found: MostFrequent) -> Answer:
    row = found.row
    share, all_ = known(row["told"]), known(row["reference_share"])
    return _row(
        source,
        (feature, (str(row["category"]), *found.ties)),
        (share, all_),
        is_more=bool(row["hidden"]),
        unknown=known(row["unknown"]) or 0,
    )


def with_due(
    source: Source, answers: list[Answer], due: Sequence[Trait]
) -> list[Answer]:
    """Add what is due, after the commonest answer of its feature.

    Where it is not the commonest itself, it says that it is there for standing out.
    """
    most = {(each.feature.name, each.category): each for each in answers}
    for trait in due:
        place = trait.feature, trait.category
        row = most.get(place) or _standing_out(source, trait)
        most[place] = replace(row, is_due=True)
    rows = most.values()
    order = {feature.name: place for place, feature in enumerate(source.features)}
    return sorted(rows, key=lambda each: order[each.feature.name])


def _standing_out(source: Source, trait: Trait) -> Answer:
    row = _of_trait(source, trait)
    heading, answer, *shares = row.cells
    marked = source.say(words.STANDS_OUT, answer=answer)
    return replace(row, cells=(heading, marked, *shares))


def _of_trait(source: Source, trait: Trait) -> Answer:
    return _row(
        source,
        (source.meanings[trait.feature], (trait.category,)),
        (trait.share, trait.reference_share),
        is_more=trait.is_above,
        unknown=trait.unknown,
        # The share of bands together is a sum of those that were released.
        origin=Origin.DERIVED if len(trait.answers) > 1 else Origin.RELEASED,
    )


def _row(  # noqa: PLR0913 - what is in a row
    source: Source,
    answered: tuple[FeatureMeaning, Sequence[str]],
    shares: tuple[int | None, int | None],
    *,
    is_more: bool,
    unknown: int,
    origin: Origin = Origin.RELEASED,
) -> Answer:
    (feature, (category, *ties)), (share, all_) = answered, shares
    answer, *others = (
        sentences.answer(feature, each, source.language) for each in (category, *ties)
    )
    if others:
        named = sentences.listed(others, source.language)
        answer = source.say(words.AS_OFTEN, answer=answer, others=named)
    if unknown >= TOLD_UNKNOWN:
        answer = source.say(
            words.UNKNOWN_OF, answer=answer, unknown=source.percent(unknown)
        )
    difference = None if all_ is None or share is None else share - all_
    # By how much a share differs that is only known to be more, nobody released.
    hidden = difference is None or is_more
    cells = (
        sentences.heading(feature, source.language),
        answer,
        source.percent_or_more(share, is_more=is_more, origin=origin),
        source.percent(all_, origin),
        source.policy.marker if hidden else source.points(difference or 0),
    )
    return Answer(feature, category, cells, abs(difference or 0))
