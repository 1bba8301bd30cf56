"""What a reader asks first, with the answer: the first page of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.report.chapters import certainty, changes, distinguishing, where_they_live
from clusters.report.words import areas, prose, sentences, terms

if TYPE_CHECKING:
    from clusters.report.source import Source
    from clusters.schema import Text


def asked(source: Source) -> tuple[tuple[str, str], ...]:
    """Return questions and answers, in the order in which readers ask them."""
    answers = (
        (terms.WHICH_LARGEST, _largest(source)),
        (terms.WHAT_APART, distinguishing.in_short(source)),
        (areas.WHERE_ASKED, where_they_live.in_short(source)),
        (terms.HOW_SURE_ASKED, certainty.verdict(source)),
        (terms.WHAT_CHANGED, changes.in_short(source)),
    )
    return tuple((source.say(question), said) for question, said in answers if said)


def _largest(source: Source) -> str:
    first, last = source.clusters[0], source.clusters[-1]
    told = _told(source, prose.LARGEST, first)
    if first == last:
        return told
    return f"{told} {_told(source, prose.SMALLEST, last)}"


def _told(source: Source, template: Text, cluster: str) -> str:
    name, size = source.name(cluster), _size(source, cluster)
    return source.say(template, cluster=cluster, name=name, size=size)


def _size(source: Source, cluster: str) -> str:
    persons, share = known(source.size(cluster)), known(source.size_share(cluster))
    if persons is None or share is None:
        return source.say(prose.SIZE_HIDDEN)
    said = sentences.fraction(share, source.language).words
    counted = sentences.people(persons, source.language)
    return f"{counted}, {said} ({source.percent(share)})"
