"""The map of the largest cluster in each area, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.areas import MINIMUM_OBSERVATIONS, TIED, TOO_FEW
from clusters.report.blocks import AreaMap, Figure, Patch
from clusters.report.chapters.privacy import rounding
from clusters.report.words import areas as said
from clusters.report.words.sentences import listed

if TYPE_CHECKING:
    import pandas as pd

    from clusters.findings.areas import Places
    from clusters.report.source import Source


def area_words(source: Source, places: Places) -> dict[str, str]:
    """Return how areas are called: one, and more of them."""
    return {
        "area": source.say(said.AREA[places.by]),
        "areas": source.say(said.AREAS[places.by]),
    }


def leading(places: Places) -> pd.Series:
    """Return the largest cluster of every area that has one."""
    dominant = places.dominant[list(places.areas)]
    return dominant[dominant != TOO_FEW]


def largest_map(source: Source, places: Places) -> Figure:
    """Return the map of the largest cluster in each area."""
    say, words = source.say, area_words(source, places)
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
            (*places.clusters, say(said.TIED)),
            say(said.TOO_FEW),
            "kinds",
        ),
        say(said.DOMINANT_CAPTION, **words),
        _dominant_alt(source, places),
        say(
            said.DOMINANT_NOTE,
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
        return source.say(said.TOO_FEW)
    first, *others = leader.split(TIED)
    numbers = {
        "persons": source.count(places.counts.loc[row, first]),
        "all": source.count(places.persons[row]),
    }
    if not others:
        return source.say(said.LARGEST_HERE, cluster=leader, **numbers)
    clusters = listed([first, *others], source.language)
    return source.say(said.TIED_HERE, clusters=clusters, **numbers)


def _dominant_alt(source: Source, places: Places) -> str:
    leads, words = leading(places), area_words(source, places)
    alone = leads[[TIED not in leader for leader in leads]].value_counts()
    counts = [
        source.say(said.DOMINANT_COUNT, cluster=each, number=int(alone[each]), **words)
        for each in places.clusters
        if each in alone.index
    ]
    if number := len(leads) - int(alone.sum()):
        counts.append(source.say(said.TIED_COUNT, number=number, **words))
    return source.say(
        said.DOMINANT_ALT,
        place=source.findings.place,
        counts="; ".join(counts),
        none=places.all_areas - len(leads),
        **words,
    )
