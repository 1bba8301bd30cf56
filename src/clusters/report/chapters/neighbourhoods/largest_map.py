"""The map of the largest cluster in each area, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.area_counts import leading
from clusters.perspectives.areas.indices import MINIMUM_OBSERVATIONS, TIED, TOO_FEW
from clusters.report.blocks import Figure
from clusters.report.drawings import AreaMap, Patch
from clusters.report.parts.areas import area_words, counted_areas
from clusters.report.parts.privacy import rounding
from clusters.report.words import areas
from clusters.report.words import neighbourhoods as words
from clusters.report.words.sentences import listed

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source


def largest_map(source: Source, places: Places) -> Figure:
    """Return the map of the largest cluster in each area."""
    say, area_names = source.say, area_words(source, places)
    tied = len(places.clusters)
    patches = tuple(
        Patch(
            name=places.name(outline.code),
            rings=outline.rings,
            middle=outline.middle,
            room=outline.room,
            shade=_shade(places, leader, tied),
            mark=_mark(leader),
            shown=_pointed_at(source, places, places.row(outline.code), leader),
        )
        for outline in places.outlines.areas
        for leader in [places.dominant.get(places.row(outline.code), TOO_FEW)]
    )
    return Figure(
        AreaMap(
            patches,
            places.outlines.height,
            (*places.clusters, say(words.TIED)),
            say(areas.TOO_FEW),
            "kinds",
        ),
        say(words.DOMINANT_CAPTION, **area_names),
        _alt(source, places),
        say(
            words.DOMINANT_NOTE,
            least=MINIMUM_OBSERVATIONS,
            rounding=rounding(source, places.table),
            source=source.read(places.source),
        ),
    )


def _shade(places: Places, leader: str, tied: int) -> int | None:
    if leader == TOO_FEW:
        return None
    return tied if TIED in leader else places.clusters.index(leader)


def _mark(leader: str) -> str:
    if leader == TOO_FEW:
        return ""
    return leader if leader.count(TIED) < 2 else "="  # no room for more than two


def _pointed_at(source: Source, places: Places, row: str, leader: str) -> str:
    """Return what the map tells of an area in words."""
    if leader == TOO_FEW:
        return source.say(areas.TOO_FEW)
    first, *others = leader.split(TIED)
    numbers = {
        "persons": source.count(places.counts.loc[row, first]),
        "all": source.count(places.persons[row]),
    }
    if not others:
        return source.say(words.LARGEST_HERE, cluster=leader, **numbers)
    clusters = listed([first, *others], source.language)
    return source.say(words.TIED_HERE, clusters=clusters, **numbers)


def _alt(source: Source, places: Places) -> str:
    found = leading(places)
    area_names = {"areas": counted_areas(source, places)}
    counts = [
        source.say(words.DOMINANT_COUNT, cluster=each, number=number, **area_names)
        for each, number in found.alone.items()
    ]
    if found.tied:
        counts.append(source.say(words.TIED_COUNT, number=found.tied, **area_names))
    return source.say(
        words.DOMINANT_ALT,
        place=source.findings.place,
        counts="; ".join(counts),
        none=found.not_told,
        **area_names,
    )
