"""The annex with the share of every category in every cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.blocks import Block, Paragraph, Section
from clusters.report.parts.shares import shares_table
from clusters.report.words import all_shares as words
from clusters.report.words import terms

if TYPE_CHECKING:
    from clusters.report.source import Source


def all_shares(source: Source) -> Section:
    """Return the annex with the share of every category in every cluster."""
    themes = dict.fromkeys(feature.theme for feature in source.features)
    blocks: list[Block] = [
        Paragraph(source.say(words.LEAD, marker=source.policy.marker))
    ]
    blocks += [
        shares_table(
            source,
            source.findings.profiles,
            [each for each in source.features if each.theme is theme],
            source.say(terms.THEMES[theme]),
        )
        for theme in themes
    ]
    return Section("tables", source.say(words.TITLE), tuple(blocks))
