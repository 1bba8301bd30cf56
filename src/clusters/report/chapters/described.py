"""The annex on what describes the clusters and did not make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.blocks import Block, Paragraph, Section
from clusters.report.parts.shares import shares_table
from clusters.report.words import described as words
from clusters.report.words import sentences

if TYPE_CHECKING:
    from clusters.report.source import Source


def described(source: Source) -> Section | None:
    """Return the annex on what describes the clusters and did not make them."""
    drilldown = source.findings.drilldown
    if drilldown is None:
        return None
    names = dict.fromkeys(drilldown.rows["feature"])
    blocks: list[Block] = [Paragraph(source.say(words.LEAD))]
    blocks += [
        shares_table(
            source,
            drilldown,
            [source.meanings[name]],
            sentences.heading(source.meanings[name], source.language),
        )
        for name in names
    ]
    return Section("described", source.say(words.TITLE), tuple(blocks))
