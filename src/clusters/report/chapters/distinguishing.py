"""What sets the clusters apart: which features do, and how few of them suffice.

The rules of thumb themselves are not here. With them one person could be placed in a
cluster, and then made to bear what is true of a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.ranking import LEVEL, ranked
from clusters.report.blocks import Block, Figure, Paragraph, Section
from clusters.report.drawings import Bar, Bars
from clusters.report.parts.distinguishing import feature_names, in_short
from clusters.report.shown import Origin
from clusters.report.words import distinguishing as words
from clusters.report.words import sentences

if TYPE_CHECKING:
    from clusters.report.source import Source


_BOTH = 2


def distinguishing(source: Source) -> Section | None:
    """Return the chapter, if it is known what keeps the clusters apart."""
    evidence = source.evidence
    if not evidence.tells or not source.profiled:
        return None
    blocks: list[Block] = [Paragraph(source.say(words.LEAD), lead=True)]
    blocks += [Paragraph(in_short(source)), _figure(source)]
    blocks += _twins(source)
    if evidence.asked:
        blocks.append(Paragraph(_few_tell(source)))
    return Section("apart", source.say(words.TITLE), tuple(blocks))


def _few_tell(source: Source) -> str:
    return source.say(
        words.FEW_TELL,
        number=source.evidence.asked,
        fidelity=source.percent(source.evidence.fidelity, Origin.TESTED),
    )


def _figure(source: Source) -> Figure:
    bars = tuple(
        Bar(
            feature_names(source, each),
            each.tells,
            source.percent(each.tells, Origin.TESTED),
        )
        for each in ranked(source.evidence)
    )
    in_words = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    return Figure(
        Bars(bars),
        source.say(words.CAPTION),
        source.say(words.ALT, shares=in_words),
        source.say(words.NOTE, level=LEVEL),
    )


def _twins(source: Source) -> list[Block]:
    """Say of each line with twins that they tell the same."""
    groups = [
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
                words.TWINS if len(each) == _BOTH else words.CHAIN,
                features=sentences.listed(each, source.language),
            )
        )
        for each in groups
    ]
