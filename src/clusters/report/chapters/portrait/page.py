"""One page per cluster: its size, what sets it apart, and its main answers.

A portrait is told in shares of a group. It never describes a person, not even one that
does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import (
    Beside,
    Block,
    Callout,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Section,
)
from clusters.report.chapters.portrait.main_answers import main_answers
from clusters.report.chapters.portrait.room import (
    drawn_height,
    room_for_rows,
    text_height,
)
from clusters.report.drawing.figures import size_of
from clusters.report.drawings import Pair, Pairs
from clusters.report.parts import certainty, previous_edition
from clusters.report.parts.clusters import strip
from clusters.report.parts.where_they_live import where_they_live
from clusters.report.shown import Origin
from clusters.report.words import certainty as certainty_words
from clusters.report.words import portrait as words
from clusters.report.words import sentences
from clusters.report.words.previous_edition import SINCE
from clusters.report.words.strongest import NOTHING_STANDS_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.labels import Trait
    from clusters.report.source import Source
    from clusters.schema import Theme

# The four strongest traits, and below them what is found least compared with all.
_TRAITS_DRAWN = 5
_LESS_OFTEN_DRAWN = 1
_SENTENCES = 4


def portraits(source: Source) -> Iterator[Section]:
    """Yield the page of each cluster, the largest first."""
    for cluster in source.clusters:
        yield portrait(source, cluster)


def portrait(source: Source, cluster: str) -> Section:
    """Return the page of one cluster."""
    say, name = source.say, source.name(cluster)
    place = source.clusters.index(cluster) + 1
    short = say(words.CLUSTER_SHORT, number=cluster)
    blocks: list[Block] = [strip(source, cluster), Facts(_facts(source, cluster))]
    if cluster in source.profiled:
        blocks += _profile(source, cluster)
    elif source.evidence.withholds(cluster):
        blocks.append(_withheld(source, cluster))
    else:
        least = source.count(source.policy.minimum_cluster, Origin.SETTING)
        blocks.append(
            Callout(say(words.NO_PORTRAIT), say(words.NO_PORTRAIT_WHY, least=least))
        )
    return Section(
        f"cluster-{cluster}",
        name,
        tuple(blocks),
        kicker=say(words.CLUSTER_OF, number=place, all=len(source.clusters)),
        short="" if name == short else short,
    )


def _facts(source: Source, cluster: str) -> tuple[tuple[str, str], ...]:
    return (
        (source.count(source.size(cluster)), source.say(words.PERSONS)),
        (source.size_percent(cluster), source.say(words.OF_ALL)),
        *_found_again(source, cluster),
    )


def _found_again(source: Source, cluster: str) -> list[tuple[str, str]]:
    """Return how far a cluster came back, to stand beside its size."""
    again = source.evidence.found_again.get(cluster)
    if again is None:
        return []
    return [
        (
            source.percent(again.overlap, Origin.TESTED),
            source.say(certainty_words.FOUND_AGAIN),
        )
    ]


def _withheld(source: Source, cluster: str) -> Callout:
    """Return why a cluster that is large enough is not described."""
    again = source.evidence.found_again[cluster]
    overlap = source.percent(again.overlap, Origin.TESTED)
    why = source.say(certainty_words.WITHHELD_WHY, overlap=overlap)
    return Callout(source.say(words.NO_PORTRAIT), why)


def _profile(source: Source, cluster: str) -> list[Block]:
    traits, in_sentences = _drawn(source, cluster), _sentences(source, cluster)
    where = where_they_live(source, cluster)
    text = _in_words(source, in_sentences, traits)
    in_words = _titled(source.say(words.IN_WORDS), text)
    more = [
        *_titled(source.say(words.SURE), certainty.of_cluster(source, cluster)),
        *_titled(source.say(SINCE), previous_edition.of_cluster(source, cluster)),
    ]
    figure = _figure(source, cluster, traits) if traits else None
    drawn = drawn_height(size_of(figure.drawing)) if figure else 0.0
    shown = {trait.feature for trait in traits}
    mentioned = [*traits, *in_sentences]
    due = _due(source, cluster, mentioned)
    room = room_for_rows(source.name(cluster), drawn, _heights(in_words, more, where))
    table = main_answers(source, cluster, room, shown, due, mentioned)
    beside = Beside(tuple(in_words), tuple(more))
    if where:
        beside = Beside((*in_words, *more), (where,))
    return [each for each in (figure, beside, table) if each]


def _heights(
    in_words: list[Heading | Paragraph],
    more: list[Heading | Paragraph],
    where: Figure | None,
) -> list[float]:
    """Return how high the two columns under the drawing are."""
    heights = [text_height(in_words), text_height(more)]
    if where is None:
        return heights
    size = size_of(where.drawing)
    return [sum(heights), drawn_height(size, in_column=True, note=where.note)]


def _titled(title: str, text: str) -> list[Heading | Paragraph]:
    return [Heading(title), Paragraph(text)]


def _drawn(source: Source, cluster: str) -> list[Trait]:
    """Choose what to draw: what the name says, what else is frequent, what is rare."""
    traits, named = source.traits(cluster), source.named_by(cluster)
    more = [each for each in traits if each.difference > 0]
    less = [each for each in traits if each.difference < 0]
    few = less[: max(_LESS_OFTEN_DRAWN, _TRAITS_DRAWN - len(more))]
    first = sorted(more, key=lambda trait: trait not in named)
    chosen = source.not_alone([*first[: _TRAITS_DRAWN - len(few)], *few])
    return sorted(chosen, key=lambda trait: (trait.difference < 0, -abs(trait.effect)))


def _figure(source: Source, cluster: str, traits: list[Trait]) -> Figure:
    pairs = tuple(_pair(source, trait) for trait in traits)
    in_words = "; ".join(
        f"{pair.feature}, {pair.category}: {source.against(trait)}"
        for pair, trait in zip(pairs, traits, strict=True)
    )
    return Figure(
        Pairs(pairs, source.say(words.THIS_CLUSTER), source.name(EVERYBODY)),
        source.say(words.TRAITS_CAPTION),
        source.say(words.TRAITS_ALT, number=cluster, traits=in_words),
    )


def _pair(source: Source, trait: Trait) -> Pair:
    meaning = source.meanings[trait.feature]
    return Pair(
        sentences.heading(meaning, source.language),
        _answer(source, trait),
        trait.share,
        trait.reference_share,
        source.say(
            words.SHARE_AGAINST,
            here=source.percent_or_more(trait.share, is_more=trait.is_above),
            all=source.percent(trait.reference_share),
        ),
    )


def _answer(source: Source, trait: Trait) -> str:
    meaning = source.meanings[trait.feature]
    answer = sentences.answer(meaning, trait.category, source.language)
    if not trait.tells_unknown:
        return answer
    unknown = source.percent(trait.unknown)
    return source.say(words.UNKNOWN_OF, answer=answer, unknown=unknown)


def _sentences(source: Source, cluster: str) -> list[Trait]:
    """Choose what the name says, then the strongest of each theme not yet told."""
    more = source.more_often(cluster)
    named = [each for each in source.named_by(cluster) if each in more]
    by_theme: dict[Theme, Trait] = {}
    for trait in (*named, *more):
        by_theme.setdefault(source.meanings[trait.feature].theme, trait)
    # Two features can say one thing: who lives alone, and a household of one.
    once: dict[str, Trait] = {}
    for trait in dict.fromkeys([*named, *by_theme.values(), *more]):
        once.setdefault(_sentence(source, trait), trait)
    return source.not_alone(list(once.values())[:_SENTENCES])


def _sentence(source: Source, trait: Trait) -> str:
    return source.trait_sentence(trait)


def _in_words(source: Source, in_sentences: list[Trait], drawn: list[Trait]) -> str:
    if not in_sentences:
        nothing = words.ONLY_LESS_OFTEN if drawn else NOTHING_STANDS_OUT
        return source.say(nothing)
    return " ".join(_sentence(source, each) for each in in_sentences)


def _due(source: Source, cluster: str, mentioned: list[Trait]) -> list[Trait]:
    """Return the traits that the page may not leave out and has not told."""
    seen = {(each.feature, answer) for each in mentioned for answer in each.answers}
    due = []
    for trait in source.notable(cluster):
        answers = {(trait.feature, answer) for answer in trait.answers}
        if not seen & answers:
            due.append(trait)
            seen |= answers
    return due if source.not_alone([*mentioned, *due]) else []
