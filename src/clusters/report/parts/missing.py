"""What a chapter cannot tell, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.perspectives import Lack
from clusters.report.blocks import Bullets, Heading
from clusters.report.words import missing as words

if TYPE_CHECKING:
    from clusters.findings.perspectives import Missing
    from clusters.report.blocks import Block
    from clusters.report.source import Source
_SENTENCES = {
    Lack.WEIGHTED: words.NOT_WEIGHTED,
    Lack.COLUMNS: words.NO_COLUMNS,
    Lack.LIMIT: words.NO_LIMIT,
    Lack.STATUS: words.NO_STATUS,
    Lack.TYPE_YEARS: words.NO_TYPE_YEARS,
    Lack.ORIGINS: words.NO_ORIGINS,
    Lack.OWN_ORIGINS: words.OWN_ORIGINS,
    Lack.PARENTS: words.NO_PARENTS,
    Lack.ORIGIN_YEARS: words.NO_ORIGIN_YEARS,
    Lack.ARRIVALS: words.NO_ARRIVALS,
    Lack.STAYS: words.NO_STAYS,
    Lack.KEYS: words.KEYS_DIFFER,
    Lack.MOVES: words.NO_MOVES,
    Lack.CLUSTER_STAYS: words.NO_CLUSTER_STAYS,
}


def what_is_missing(source: Source, chapter: str) -> list[Block]:
    """Return the sentences on what a chapter cannot tell."""
    lacking = source.findings.views.missing.get(chapter, ())
    if not lacking:
        return []
    bullets = Bullets(tuple(sentence(source, each) for each in lacking))
    return [Heading(source.say(words.TITLE)), bullets]


def sentence(source: Source, missing: Missing) -> str:
    """Return what a reader is told of something that is lacking."""
    columns = "; ".join(source.read(each) for each in missing.columns)
    return source.say(_SENTENCES[missing.lack], columns=columns)
