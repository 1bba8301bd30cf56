"""How to recognise the clusters: rules of thumb, and what keeps clusters apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report import certain_words as said
from clusters.report import terms, words
from clusters.report.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Figure,
    Paragraph,
    Section,
    Table,
)
from clusters.schema import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning

_MOST_BARS = 6

# More answers than this are told by what is left out.
_MOST_ANSWERS = 3

# Below Cohen's "small" a difference is not worth the word.
_LEAST_ASSOCIATION = 10


def recognise(source: Source) -> Section | None:
    """Return the chapter, if there is anything to recognise."""
    evidence = source.evidence
    if not evidence.rules or not source.profiled:
        return None
    lead = source.say(said.EXPLAINED_LEAD, fidelity=source.percent(evidence.fidelity))
    blocks: list[Block] = [Paragraph(lead, lead=True), _rules(source), _shares(source)]
    if evidence.outside:
        blocks.append(Paragraph(_outside(source, evidence.outside)))
    return Section("recognise", source.say(said.EXPLAINED), tuple(blocks))


def _rules(source: Source) -> Table:
    rows = tuple(
        (f"{cluster}. {source.name(cluster)}", _in_words(source, when))
        for cluster, when in source.evidence.rules.items()
        if cluster in source.profiled
    )
    columns = (
        Column(source.say(terms.CLUSTER), 3.0),
        Column(source.say(said.RULE), 6.5),
    )
    return Table(
        source.say(said.RULES_CAPTION),
        columns,
        rows,
        note=source.say(said.RULES_NOTE),
        small=True,
    )


def _in_words(source: Source, when: Mapping[str, tuple[str, ...]]) -> str:
    told = (
        f"{words.heading(source.meanings[name], source.language)}: "
        f"{_answers(source, source.meanings[name], allowed)}"
        for name, allowed in when.items()
    )
    return f"{'; '.join(told)}."


def _answers(source: Source, meaning: FeatureMeaning, allowed: tuple[str, ...]) -> str:
    """Tell which answers are meant, by what is left out where that is shorter."""

    def listed(codes: list[str]) -> str:
        told = [words.answer(meaning, code, source.language) for code in codes]
        *first, last = told
        either = f" {source.say(said.OR)} "
        return either.join([", ".join(first), last]) if first else last

    empty = {NOT_APPLICABLE, UNKNOWN}
    answers = [code.code for code in meaning.categories if code.code not in empty]
    inside = [code for code in answers if code in allowed]
    outside = [code for code in answers if code not in allowed]
    if not inside or not outside:
        return listed([code for code in allowed if code in empty] or inside)
    if meaning.ordered and len(inside) > 1:
        first, last = (listed([end]) for end in (inside[0], inside[-1]))
        told = said.OR_LOWER if inside[0] == answers[0] else said.TO
        told = said.OR_HIGHER if inside[-1] == answers[-1] else told
        return source.say(told, first=first, last=last)
    if len(inside) > _MOST_ANSWERS and len(outside) <= _MOST_ANSWERS:
        return source.say(said.NOT, answers=listed(outside))
    return listed(inside)


def _shares(source: Source) -> Figure:
    shares = sorted(source.evidence.shares.items(), key=lambda each: -each[1])
    bars = tuple(
        Bar(
            words.heading(source.meanings[name], source.language),
            share,
            source.percent(share),
        )
        for name, share in shares[:_MOST_BARS]
    )
    told = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    return Figure(
        Bars(bars),
        source.say(said.SHARES_CAPTION),
        source.say(said.SHARES_ALT, shares=told),
    )


def _outside(source: Source, outside: Mapping[str, int]) -> str:
    told = "; ".join(
        f"{words.heading(source.meanings[name], source.language)} {strength}"
        for name, strength in sorted(outside.items(), key=lambda each: -each[1])
    )
    weak = max(outside.values()) < _LEAST_ASSOCIATION
    return source.say(said.OUTSIDE_WEAK if weak else said.OUTSIDE, told=told)
