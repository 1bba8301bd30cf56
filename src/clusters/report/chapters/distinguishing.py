"""What keeps the clusters apart: the features that do, and how few already tell.

The rules of thumb themselves are not here. With them one person could be placed in a
cluster, and then made to bear what is true of a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.ranking import LEVEL, Telling, level, ranked
from clusters.report.blocks import (
    Bar,
    Bars,
    Block,
    Figure,
    Paragraph,
    Section,
)
from clusters.report.words import certainty as said
from clusters.report.words import sentences
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.report.source import Source

_MOST_NAMED = 3
_BOTH = 2


def apart(source: Source) -> Section | None:
    """Return the chapter, if it is known what keeps the clusters apart."""
    evidence = source.evidence
    if not evidence.tells or not source.profiled:
        return None
    blocks: list[Block] = [Paragraph(source.say(said.APART_LEAD), lead=True)]
    blocks += [Paragraph(in_short(source)), _figure(source)]
    blocks += _twins(source)
    if evidence.asked:
        blocks.append(Paragraph(_few_tell(source)))
    return Section("apart", source.say(said.APART), tuple(blocks))


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
    template = said.APART_THEN if then else said.APART_MOST
    return source.say(template, first=first, then=source.say(said.THEN).join(then))


def _place(source: Source, place: Iterable[Telling]) -> str:
    names = [lower(_called(source, each)) for each in place]
    told = sentences.listed(names, source.language)
    if len(names) == 1:
        return told
    template = said.BOTH_LEVEL if len(names) == _BOTH else said.ALL_LEVEL
    return source.say(template, features=told)


def _called(source: Source, telling: Telling) -> str:
    first, *twins = (
        sentences.heading(source.meanings[name], source.language)
        for name in telling.features
    )
    if not twins:
        return first
    quoted = [source.say(said.TWIN, twin=lower(each)) for each in twins]
    told = sentences.listed(quoted, source.language)
    return source.say(said.WITH_TWINS, feature=first, twins=told)


def _few_tell(source: Source) -> str:
    return source.say(
        said.FEW_TELL,
        number=source.evidence.asked,
        fidelity=source.percent(source.evidence.fidelity),
    )


def _figure(source: Source) -> Figure:
    bars = tuple(
        Bar(_called(source, each), each.tells, source.percent(each.tells))
        for each in ranked(source.evidence)
    )
    told = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    return Figure(
        Bars(bars),
        source.say(said.TELLS_CAPTION),
        source.say(said.TELLS_ALT, shares=told),
        source.say(said.TELLS_NOTE, level=LEVEL),
    )


def _twins(source: Source) -> list[Block]:
    """Say of each line with twins that they tell the same."""
    told = [
        [
            f"‘{sentences.heading(source.meanings[name], source.language)}’"
            for name in names
        ]
        for names in (each.features for each in ranked(source.evidence))
        if len(names) > 1
    ]
    return [
        Paragraph(
            source.say(
                said.TWINS if len(each) == _BOTH else said.CHAIN,
                features=sentences.listed(each, source.language),
            )
        )
        for each in told
    ]
