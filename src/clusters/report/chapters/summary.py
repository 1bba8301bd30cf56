"""The first pages: the answer, the summary, and the clusters at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE
from clusters.report.blocks import (
    Bar,
    Bars,
    Block,
    Callout,
    Column,
    Facts,
    Figure,
    Heading,
    Named,
    Paragraph,
    Section,
    Strip,
    Table,
)
from clusters.report.chapters import certainty, sample
from clusters.report.chapters.privacy import rounded_parts
from clusters.report.chapters.questions import asked
from clusters.report.words import certainty as said
from clusters.report.words import prose, sentences, terms

if TYPE_CHECKING:
    from clusters.labels import Trait
    from clusters.report.source import Source

# Of more clusters than this the second page of the summary holds fewer traits.
_MANY, _TRAITS_NAMED, _TRAITS_OF_MANY = 8, 3, 2


def strip(source: Source, highlight: str | None = None) -> Strip:
    """Return the clusters as one divided bar, those without a profile last."""
    parts = [known(source.size_share(each)) or 0 for each in source.clusters]
    parts.append(known(source.size_share(NO_CLEAR_PROFILE)) or 0)
    place = source.clusters.index(highlight) if highlight else None
    return Strip(tuple(parts), place)


def answer(source: Source) -> str:
    """Return what the study found, in one sentence."""
    number = len(source.clusters)
    everybody = {
        "all": source.count(source.size(EVERYBODY)),
        "place": source.findings.place,
    }
    if not number:
        return f"{source.say(prose.ANSWER_NONE, **everybody)}."
    template = prose.ANSWER_ONE if number == 1 else prose.ANSWER
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
    said = sentences.fraction(share, source.language).words
    return f"{sentence}, {said}."


def reading(source: Source) -> tuple[tuple[str, str], ...]:
    """Return the signs and words that return on every page, with their meaning."""
    rounding = rounded_parts(source, *source.tables)
    signs = tuple(
        (source.say(name, marker=source.policy.marker), source.say(meaning))
        for name, meaning in prose.READING
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
    use = Callout(say(terms.USE_TITLE), say(prose.USE_SHORT))
    if not source.clusters:
        blocks += [use, *certainty.compared_with_noise(source)]
        return Section("summary", say(terms.SUMMARY), tuple(blocks))
    blocks += [
        Named(asked(source)),
        use,
        Heading(say(terms.THE_CLUSTERS), new_page=True),
        Named(tuple(_in_short(source, each) for each in source.clusters)),
    ]
    return Section("summary", say(terms.SUMMARY), tuple(blocks))


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    say = source.say
    facts = [
        (source.count(source.size(EVERYBODY)), say(terms.PERSONS_STUDIED)),
        (f"{len(source.clusters)}", say(terms.CLUSTERS_FOUND)),
        (f"{len(source.features)}", say(terms.FEATURES_USED)),
    ]
    share = known(source.size_share(NO_CLEAR_PROFILE))
    if share is not None:
        told = source.size_percent(NO_CLEAR_PROFILE)
        facts.append((told, say(terms.WITHOUT_PROFILE)))
    return tuple(facts)


def _in_short(source: Source, cluster: str) -> tuple[str, str]:
    told = f"{_size(source, cluster)} {_in_sentences(source, cluster)}"
    return f"{cluster}. {source.name(cluster)}", told


def _size(source: Source, cluster: str) -> str:
    if known(source.size(cluster)) is None:
        return f"{sentences.capital(source.say(prose.SIZE_HIDDEN))}."
    return source.say(
        prose.SIZE,
        persons=source.count(source.size(cluster)),
        share=source.size_percent(cluster),
    )


def _in_sentences(source: Source, cluster: str) -> str:
    """Return the strongest traits as sentences, fewer of many clusters."""
    named = _TRAITS_NAMED if len(source.clusters) <= _MANY else _TRAITS_OF_MANY
    traits = _named(source, cluster, named)
    if not traits:
        return _strongest(source, cluster)
    return " ".join(
        sentences.trait_sentence(each, source.meanings[each.feature], source.language)
        for each in traits
    )


def _named(source: Source, cluster: str, most: int = _TRAITS_NAMED) -> list[Trait]:
    """Return what a cluster has more often, what its name says first."""
    if cluster not in source.profiled:
        return []
    more, named = source.more_often(cluster), source.named_by(cluster)
    told = sorted(more, key=lambda trait: trait not in named)[:most]
    return source.not_alone(told)


def _strongest(source: Source, cluster: str) -> str:
    if source.evidence.withholds(cluster):
        return source.say(said.WITHHELD)
    if cluster not in source.profiled:
        return source.say(prose.TOO_SMALL)
    traits = _named(source, cluster)
    if not traits:
        return source.say(prose.NOTHING_STANDS_OUT)
    named = [
        sentences.trait_name(trait, source.meanings[trait.feature], source.language)
        for trait in traits
    ]
    told = [
        f"{name} ({versus(source, trait)})"
        for name, trait in zip(named, traits, strict=True)
    ]
    return f"{'; '.join(told)}."


def versus(source: Source, trait: Trait) -> str:
    """Return a share against that of all, with how many are unknown if many are."""
    return source.say(
        prose.VERSUS_UNKNOWN if trait.tells_unknown else prose.VERSUS,
        here=sentences.own_share(trait, source.language),
        all=source.percent(trait.reference_share),
        unknown=source.percent(trait.unknown),
        unknown_all=source.percent(trait.reference_unknown),
    )


def at_a_glance(source: Source) -> Section:
    """Return the chapter with the sizes."""
    say = source.say
    rounding = rounded_parts(source, source.findings.sizes)
    blocks: tuple[Block, ...] = (
        Paragraph(say(prose.GLANCE_LEAD), lead=True),
        Figure(
            Bars(tuple(_size_bar(source, each) for each in _everyone(source)[1:])),
            say(terms.SIZES_CAPTION),
            _sizes_alt(source),
            note=source.hidden_note(source.findings.sizes),
        ),
        _sizes_table(source, rounding),
    )
    return Section("glance", say(terms.GLANCE), blocks)


def _everyone(source: Source) -> list[str]:
    apart = len(source.findings.sizes.where(cluster=NO_CLEAR_PROFILE))
    return [EVERYBODY, *source.clusters, *([NO_CLEAR_PROFILE] if apart else [])]


def numbered(source: Source, cluster: str) -> str:
    """Return the name of a cluster with its number in front."""
    name = source.name(cluster)
    return (
        f"{cluster}. {name}" if cluster in source.clusters else sentences.capital(name)
    )


def _size_bar(source: Source, cluster: str) -> Bar:
    length = known(source.size(cluster))
    shown = source.count(source.size(cluster))
    share = source.size_percent(cluster)
    return Bar(
        numbered(source, cluster),
        length,
        f"{shown} ({share})" if length is not None else shown,
        pale=cluster == NO_CLEAR_PROFILE,
    )


def _sizes_alt(source: Source) -> str:
    told = [
        f"{numbered(source, each)}: {_size_bar(source, each).shown}"
        for each in _everyone(source)[1:]
    ]
    return f"{source.say(prose.SIZES_ALT)} {'; '.join(told)}."


def _sizes_table(source: Source, note: str) -> Table:
    rows = []
    for cluster in _everyone(source):
        own = cluster in source.clusters
        rows.append(
            (
                numbered(source, cluster),
                source.count(source.size(cluster)),
                source.size_percent(cluster),
                _strongest(source, cluster) if own else "",
            )
        )
    columns = (
        Column(source.say(terms.CLUSTER), 3.0),
        Column(source.say(terms.PERSONS_COLUMN), 1.2, "right"),
        Column(source.say(terms.SHARE), 1.0, "right"),
        Column(source.say(terms.STRONGEST), 4.6),
    )
    caption = source.say(terms.SIZES_TABLE)
    return Table(caption, columns, tuple(rows), note=note, small=True)
