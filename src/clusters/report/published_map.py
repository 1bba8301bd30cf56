"""The map of the largest clusters beside the one that the city published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.areas import TOO_FEW
from clusters.report import area_words as said
from clusters.report.blocks import Block, Column, Heading, Paragraph, Table

if TYPE_CHECKING:
    from clusters.report.places import Places
    from clusters.report.source import Source


def beside(source: Source, places: Places) -> list[Block]:
    """Return how the map differs from the published one; nothing without one."""
    if not places.published:
        return []
    both, same, either = places.agreement()
    if not both:  # nothing finer than districts could be released
        return []
    other = both - same - either
    lead = source.say(
        said.PUBLISHED_LEAD,
        both=both,
        same=same or source.say(said.NO_AREA),
        either=either or source.say(said.NO_AREA),
        other=other or source.say(said.NO_AREA),
    )
    blocks: list[Block] = [
        Heading(source.say(said.PUBLISHED)),
        Paragraph(f"{lead} {source.say(said.PUBLISHED_HOW)}"),
    ]
    if other:
        blocks.append(_differing(source, places))
    return blocks


def _differing(source: Source, places: Places) -> Table:
    """Return the areas where the two maps name another cluster."""
    rows = tuple(
        (places.name(area), ours, theirs)
        for area in places.areas
        for ours, theirs in [(places.dominant[area], places.published.get(area))]
        if theirs is not None
        and TOO_FEW not in (ours, theirs)
        and theirs not in ours.split("/")
    )
    columns = (
        Column(source.say(said.AREA_NAME), 6.0),
        Column(source.say(said.OURS), 2.0, "right"),
        Column(source.say(said.THEIRS), 2.0, "right"),
    )
    return Table(source.say(said.PUBLISHED_TABLE), columns, rows, small=True)
