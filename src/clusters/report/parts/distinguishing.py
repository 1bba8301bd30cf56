"""What the clusters differ in most, in a sentence, and how its features are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.ranking import Telling, level, ranked
from clusters.report.words import distinguishing as words
from clusters.report.words import sentences
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.report.source import Source


_MOST_NAMED = 3


_BOTH = 2


def in_short(source: Source) -> str:
    """Name what the clusters differ in most, ties as ties; nothing if not known."""
    places = level(ranked(source.evidence))
    named: list[str] = []
    number = 0
    for place in places:
        if number >= _MOST_NAMED:
            break
        number += len(place)
        named.append(_place(source, place))
    if not named:
        return ""
    first, *then = named
    template = words.DIFFER_THEN if then else words.DIFFER_MOST
    return source.say(template, first=first, then=source.say(words.THEN).join(then))


def _place(source: Source, place: Iterable[Telling]) -> str:
    names = [lower(feature_names(source, each)) for each in place]
    listed = sentences.listed(names, source.language)
    if len(names) == 1:
        return listed
    template = words.BOTH_LEVEL if len(names) == _BOTH else words.ALL_LEVEL
    return source.say(template, features=listed)


def feature_names(source: Source, telling: Telling) -> str:
    """Return how a feature is called, with those that tell the same in brackets."""
    first, *twins = (
        sentences.heading(source.meanings[name], source.language)
        for name in telling.features
    )
    if not twins:
        return first
    quoted = [source.say(words.TWIN, twin=lower(each)) for each in twins]
    listed = sentences.listed(quoted, source.language)
    return source.say(words.WITH_TWINS, feature=first, twins=listed)
