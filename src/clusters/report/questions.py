"""What a reader asks first, with the answer: the first page of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report import area_words, changed, living, prose, terms, words
from clusters.report import certain_words as sure
from clusters.report.numbers import known
from clusters.report.sentences import lower

if TYPE_CHECKING:
    from clusters.report.source import Source
    from clusters.schema import Text

_MOST_FEATURES = 3


def asked(source: Source) -> tuple[tuple[str, str], ...]:
    """Return questions and answers, in the order in which readers ask them."""
    answers = (
        (terms.WHICH_LARGEST, _largest(source)),
        (terms.WHAT_APART, _apart(source)),
        (area_words.WHERE_ASKED, living.in_short(source)),
        (terms.HOW_SURE_ASKED, how_sure(source)),
        (terms.WHAT_CHANGED, changed.in_short(source)),
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
        return source.policy.marker
    said = words.fraction(share, source.language).words
    counted = words.people(persons, source.language)
    return f"{counted}, {said} ({source.percent(share)})"


def _apart(source: Source) -> str:
    """Name the features that keep clusters apart most; nothing if that is not known."""
    shares = sorted(source.evidence.shares.items(), key=lambda each: -each[1])
    names = [
        lower(words.heading(source.meanings[name], source.language))
        for name, _ in shares[:_MOST_FEATURES]
    ]
    if not names:
        return ""
    return source.say(prose.APART_MOST, features=words.listed(names, source.language))


def how_sure(source: Source) -> str:
    """Count the clusters of each grade; nothing if they were not put to the test."""
    evidence = source.evidence
    if not evidence.found_again:
        return source.say(sure.NONE_TESTED)
    told = [source.say(sure.TESTED, samples=evidence.samples)]
    grades: list[str] = [again.grade for again in evidence.found_again.values()]
    for grade, (one, more) in sure.OF_GRADE.items():
        number = grades.count(grade)
        if number == len(grades) > 1:
            told.append(source.say(sure.ALL_OF_GRADE[grade], number=number))
        elif number:
            told.append(source.say(one if number == 1 else more, number=number))
    return " ".join(told)
