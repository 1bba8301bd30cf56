"""The first pages: the answer, what a reader asks first, the clusters in brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE
from clusters.report.blocks import (
    Block,
    Callout,
    Facts,
    Heading,
    Named,
    Paragraph,
    Section,
)
from clusters.report.parts import (
    certainty,
    distinguishing,
    previous_edition,
    sample,
    where_they_live,
)
from clusters.report.parts.privacy import rounded_parts
from clusters.report.parts.strongest import in_sentences
from clusters.report.shown import Origin
from clusters.report.words import sentences, terms
from clusters.report.words import summary as words

if TYPE_CHECKING:
    from clusters.report.source import Source
    from clusters.schema import Text


def answer(source: Source) -> str:
    """Return what the study found, in one sentence."""
    number = len(source.clusters)
    everybody = {
        "all": source.count(source.size(EVERYBODY)),
        "place": source.findings.place,
    }
    none, one, more = (
        (
            words.ANSWER_NONE_ESTIMATED,
            words.ANSWER_ONE_ESTIMATED,
            words.ANSWER_ESTIMATED,
        )
        if source.findings.sample
        else (words.ANSWER_NONE, words.ANSWER_ONE, words.ANSWER)
    )
    if not number:
        return f"{source.say(none, **everybody)}."
    template = one if number == 1 else more
    first = source.clusters[0]
    sentence = source.say(
        template,
        **everybody,
        number=number,
        name=source.name(first),
        persons=source.count(source.size(first)),
    )
    share = known(source.size_share(first))
    if share is None or number == 1:
        return f"{sentence}."
    part = sentences.fraction(share, source.language).words
    return f"{sentence}, {part}."


def reading(source: Source) -> tuple[tuple[str, str], ...]:
    """Return the signs and words that return on every page, with their meaning."""
    rounding = rounded_parts(source, *source.tables)
    signs = tuple(
        (source.say(name, marker=source.policy.marker), source.say(meaning))
        for name, meaning in words.READING
    )
    return (*signs, (source.say(terms.ROUNDED), rounding))


def summary(source: Source) -> Section:
    """Return the chapter for who reads two pages."""
    say = source.say
    blocks: list[Block] = [
        Paragraph(answer(source), lead=True),
        Facts(_facts(source)),
        Paragraph(source.read(source.findings.population)),
        *sample.in_short(source),
    ]
    use = Callout(say(terms.USE_TITLE), say(words.USE_SHORT))
    if not source.clusters:
        blocks += [use, *certainty.compared_with_noise(source)]
        return Section("summary", say(words.TITLE), tuple(blocks))
    blocks += [
        Named(_questions(source)),
        use,
        Heading(say(words.THE_CLUSTERS), new_page=True),
        Named(tuple(_in_short(source, each) for each in source.clusters)),
    ]
    return Section("summary", say(words.TITLE), tuple(blocks))


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    say = source.say
    facts = [
        (
            source.count(source.size(EVERYBODY)),
            say(
                words.PERSONS_ESTIMATED
                if source.findings.sample
                else words.PERSONS_STUDIED
            ),
        ),
        (
            source.number(len(source.clusters), Origin.DERIVED),
            say(words.CLUSTERS_FOUND),
        ),
        (source.number(len(source.features), Origin.DERIVED), say(words.FEATURES_USED)),
    ]
    share = known(source.size_share(NO_CLEAR_PROFILE))
    if share is not None:
        shown = source.size_percent(NO_CLEAR_PROFILE)
        facts.append((shown, say(words.WITHOUT_PROFILE)))
    return tuple(facts)


def _in_short(source: Source, cluster: str) -> tuple[str, str]:
    text = f"{_size(source, cluster)} {in_sentences(source, cluster)}"
    return f"{cluster}. {source.name(cluster)}", text


def _size(source: Source, cluster: str) -> str:
    if known(source.size(cluster)) is None:
        return f"{sentences.capital(source.say(words.SIZE_HIDDEN))}."
    return source.say(
        words.SIZE,
        persons=source.count(source.size(cluster)),
        share=source.size_percent(cluster),
    )


def _questions(source: Source) -> tuple[tuple[str, str], ...]:
    """Return questions and answers, in the order in which readers ask them."""
    answers = (
        (words.WHICH_LARGEST, _largest_and_smallest(source)),
        (words.WHAT_DIFFERS, distinguishing.in_short(source)),
        (words.WHERE, where_they_live.in_short(source)),
        (words.HOW_SURE, certainty.verdict(source)),
        (words.WHAT_CHANGED, previous_edition.in_short(source)),
    )
    return tuple((source.say(asked), answer) for asked, answer in answers if answer)


def _largest_and_smallest(source: Source) -> str:
    first, last = source.clusters[0], source.clusters[-1]
    largest = _sized(source, words.LARGEST, first)
    if first == last:
        return largest
    return f"{largest} {_sized(source, words.SMALLEST, last)}"


def _sized(source: Source, template: Text, cluster: str) -> str:
    name, size = source.name(cluster), _size_in_words(source, cluster)
    return source.say(template, cluster=cluster, name=name, size=size)


def _size_in_words(source: Source, cluster: str) -> str:
    persons, share = known(source.size(cluster)), known(source.size_share(cluster))
    if persons is None or share is None:
        return source.say(words.SIZE_HIDDEN)
    part = sentences.fraction(share, source.language).words
    counted = source.people(persons)
    return f"{counted}, {part} ({source.percent(share)})"
