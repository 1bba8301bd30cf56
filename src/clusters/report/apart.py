"""What keeps the clusters apart: the features that do, and how few already tell.

The rules of thumb themselves are not here. With them one person could be placed in a
cluster, and then made to bear what is true of a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report import certain_words as said
from clusters.report import words
from clusters.report.blocks import (
    Bar,
    Bars,
    Block,
    Figure,
    Paragraph,
    Section,
)
from clusters.report.numbers import HARD_SPACE, decimal
from clusters.report.sentences import lower

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clusters.report.findings import Findings
    from clusters.report.source import Source
    from clusters.schema import Language

_MOST_BARS = 6

# Below Cohen's "small" a difference is not worth the word.
_LEAST_ASSOCIATION = 10


def apart(source: Source) -> Section | None:
    """Return the chapter, if it is known what keeps the clusters apart."""
    evidence = source.evidence
    if not evidence.shares or not source.profiled:
        return None
    blocks: list[Block] = [Paragraph(source.say(said.APART_LEAD), lead=True)]
    blocks.append(_shares(source))
    if evidence.asked:
        blocks.append(Paragraph(_few_tell(source)))
    if evidence.outside:
        blocks.append(Paragraph(_outside(source, evidence.outside)))
    return Section("apart", source.say(said.APART), tuple(blocks))


def derived(findings: Findings) -> Iterator[str]:
    """Yield every number that this chapter works out of those of the method."""
    for strength in findings.method.evidence.outside.values():
        yield _association(strength, findings.language)


def _association(strength: int, language: Language) -> str:
    """Return Cramer's V as the crossings write it."""
    return decimal(strength / 100, language, 2)


def _few_tell(source: Source) -> str:
    names = [
        lower(words.heading(source.meanings[name], source.language))
        for name in source.evidence.asked
    ]
    return source.say(
        said.FEW_TELL,
        number=len(names),
        features=words.listed(names, source.language),
        fidelity=source.percent(source.evidence.fidelity),
    )


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
        f"{lower(words.heading(source.meanings[name], source.language))}{HARD_SPACE}"
        f"{_association(strength, source.language)}"
        for name, strength in sorted(outside.items(), key=lambda each: -each[1])
    )
    weak = max(outside.values()) < _LEAST_ASSOCIATION
    return source.say(said.OUTSIDE_WEAK if weak else said.OUTSIDE, told=told)
