"""On the page of a cluster: where its people live, on a small map and in words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from clusters.report import area_words as said
from clusters.report import words
from clusters.report.blocks import AreaMap, Figure, Patch
from clusters.report.numbers import decimal, tied

if TYPE_CHECKING:
    from clusters.report.places import Places
    from clusters.report.source import Source

_LISTED = 4  # areas in words and with a mark on the map


def where_they_live(source: Source, cluster: str) -> Figure | None:
    """Return the small map of where a cluster lives; none without areas."""
    places = source.findings.places
    if places is None or cluster not in places.clusters:
        return None
    return _map(source, places, cluster)


def in_short(source: Source) -> str:
    """Return for each cluster the area where it stands out most; nothing without."""
    places = source.findings.places
    if places is None:
        return ""
    named = [
        source.say(
            said.MOST_IN,
            cluster=cluster,
            area=places.name(over[0]),
            share=source.percent(places.shares.loc[over[0], cluster]),
            all=source.percent(round(places.city[cluster])),
        )
        for cluster in places.clusters
        if (over := places.over_represented(cluster))
    ]
    if not named:
        return ""
    listed = words.listed(named, source.language)
    return source.say(said.IN_SHORT, listed=listed, place=source.findings.place)


def _told(source: Source, places: Places, over: list[str], cluster: str) -> str:
    if not over:
        return source.say(said.NOWHERE, area=source.say(said.AREA[places.by]))
    named = [
        source.say(
            said.IN_WORDS_ONE,
            mark=mark,
            area=tied(places.name(area)),
            share=source.percent(places.shares.loc[area, cluster]),
        )
        for mark, area in enumerate(over, start=1)
    ]
    return source.say(
        said.IN_WORDS,
        listed=words.listed(named, source.language),
        all=source.percent(round(places.city[cluster])),
        place=source.findings.place,
    )


def _map(source: Source, places: Places, cluster: str) -> Figure:
    say = source.say
    quotients = places.quotients[cluster].dropna()
    over = places.over_represented(cluster)[:_LISTED]
    marks = {area: f"{number}" for number, area in enumerate(over, start=1)}
    patches = tuple(
        Patch(
            name=places.name(outline.code),
            rings=outline.rings,
            middle=outline.middle,
            room=outline.room,
            shade=_class(quotients.get(row)),
            mark=marks.get(outline.code, ""),
            shown=_times(source, quotients.get(row)),
        )
        for outline in places.outlines.areas
        for row in [places.row(outline.code)]
    )
    drawing = AreaMap(
        patches,
        places.outlines.height,
        tuple(say(said.QUOTIENTS).split("|")),
        say(said.TOO_FEW_SHORT),
        "steps",
        small=True,
    )
    caption = say(said.QUOTIENT_CAPTION)
    told = _told(source, places, over, cluster)
    return Figure(drawing, caption, _alt(source, places, cluster, told), told)


def _class(quotient: float | None) -> int | None:
    if quotient is None:
        return None
    return bisect_right(said.QUOTIENT_EDGES, quotient)


def _times(source: Source, quotient: float | None) -> str:
    if quotient is None:
        return source.say(said.TOO_FEW)
    return source.say(said.TIMES, times=decimal(quotient, source.language))


def _alt(source: Source, places: Places, cluster: str, told: str) -> str:
    shown = places.quotients.loc[list(places.areas), cluster].dropna()
    _, low, high, _ = said.QUOTIENT_EDGES
    return source.say(
        said.QUOTIENT_ALT,
        place=source.findings.place,
        areas=source.say(said.AREAS[places.by]),
        more=int((shown >= high).sum()),
        less=int((shown < low).sum()),
        told=told,
    )
