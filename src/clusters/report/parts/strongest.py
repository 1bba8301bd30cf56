"""The strongest traits of a cluster, in a line or in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.words import sentences
from clusters.report.words import strongest as words

if TYPE_CHECKING:
    from clusters.labels import Trait
    from clusters.report.source import Source


# Of more clusters than this the second page of the summary holds fewer traits.
_MANY, _TRAITS_NAMED, _TRAITS_OF_MANY = 8, 3, 2


def in_sentences(source: Source, cluster: str) -> str:
    """Return the strongest traits as sentences, fewer of many clusters."""
    named = _TRAITS_NAMED if len(source.clusters) <= _MANY else _TRAITS_OF_MANY
    traits = _chosen(source, cluster, named)
    if not traits:
        return in_a_line(source, cluster)
    return " ".join(source.trait_sentence(each) for each in traits)


def _chosen(source: Source, cluster: str, most: int = _TRAITS_NAMED) -> list[Trait]:
    """Return what a cluster has more often, what its name says first."""
    if cluster not in source.profiled:
        return []
    more, named = source.more_often(cluster), source.named_by(cluster)
    first = sorted(more, key=lambda trait: trait not in named)[:most]
    return source.not_alone(first)


def in_a_line(source: Source, cluster: str) -> str:
    """Return the strongest traits with their shares, or why there are none."""
    if source.evidence.withholds(cluster):
        return source.say(words.WITHHELD)
    if cluster not in source.profiled:
        return source.say(words.TOO_SMALL)
    traits = _chosen(source, cluster)
    if not traits:
        return source.say(words.NOTHING_STANDS_OUT)
    each_with_shares = [
        f"{_called(source, trait)} ({_against(source, trait)})" for trait in traits
    ]
    return f"{'; '.join(each_with_shares)}."


def _called(source: Source, trait: Trait) -> str:
    meaning = source.meanings[trait.feature]
    return sentences.trait_name(trait, meaning, source.language)


def _against(source: Source, trait: Trait) -> str:
    """Return a share against that of all, with how many are unknown if many are."""
    return source.say(
        words.VERSUS_UNKNOWN if trait.tells_unknown else words.VERSUS,
        here=source.at_least(trait.share, trait.is_above),
        all=source.percent(trait.reference_share),
        unknown=source.percent(trait.unknown),
        unknown_all=source.percent(trait.reference_unknown),
    )
