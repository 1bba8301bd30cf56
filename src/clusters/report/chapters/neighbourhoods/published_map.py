"""The map of the largest clusters beside the one that the city published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.area_counts import differing
from clusters.report.blocks import Block, Column, Heading, Paragraph, Table
from clusters.report.words import areas
from clusters.report.words import published_map as words

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source


def beside_published(source: Source, places: Places) -> list[Block]:
    """Return how the map differs from the published one; nothing without one."""
    if not places.published:
        return []
    both, same, either = places.agreement()
    if not both:  # nothing finer than districts could be released
        return []
    other = both - same - either
    lead = source.say(
        words.LEAD,
        both=both,
        same=same or source.say(words.NO_AREA),
        either=either or source.say(words.NO_AREA),
        other=other or source.say(words.NO_AREA),
    )
    blocks: list[Block] = [
        Heading(source.say(words.TITLE)),
        Paragraph(f"{lead} {source.say(words.HOW)}"),
    ]
    if other:
        blocks.append(_differing(source, places))
    return blocks


def _differing(source: Source, places: Places) -> Table:
    """Return the areas where the two maps name another cluster."""
    rows = tuple(
        (places.name(area), here, published)
        for area, here, published in differing(places)
    )
    columns = (
        Column(source.say(areas.AREA_NAME), 6.0),
        Column(source.say(words.HERE), 2.0, "right"),
        Column(source.say(words.PUBLISHED), 2.0, "right"),
    )
    return Table(source.say(words.TABLE), columns, rows, small=True)
