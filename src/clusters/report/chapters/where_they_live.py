"""On the page of a cluster: where its people live, on a small map and in words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from clusters.findings.areas import ENOUGH_TO_TELL
from clusters.numbers import decimal, tied
from clusters.report.blocks import AreaMap, Figure, Patch
from clusters.report.words import areas as said
from clusters.report.words import sentences

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source

_LISTED = 4  # areas in words and with a mark on the map


def where_they_live(source: Source, cluster: str) -> Figure | None:
    """Return the small map of where a cluster lives; none without areas."""
    places = source.findings.places
    if places is None or cluster not in places.clusters:
        return None
    return _map(source, places, cluster)


def in_short(source: Source) -> str:
    """Return where most people of each cluster live, and where clearly more do.

    By district, or by area where there are none.
    """
    places = source.findings.places
    if places is None:
        return ""
    areas = places.districts or places.areas
    most = [
        source.say(
            said.MOST_IN if len(found) == 1 else said.MOST_IN_EACH,
            cluster=cluster,
            area=sentences.listed(
                [places.name(each) for each in found], source.language
            ),
            persons=source.count(places.counts.loc[found[0], cluster]),
        )
        for cluster in places.clusters
        if (found := places.most_in(cluster, areas))
    ]
    often = [
        _often(source, places, cluster, over[0])
        for cluster in places.clusters
        if (over := places.stands_out_in(cluster, areas))
    ]
    told = [
        source.say(
            template,
            listed=sentences.listed(named, source.language),
            place=source.findings.place,
        )
        for template, named in ((said.MOST_OF_ALL, most), (said.IN_SHORT, often))
        if named
    ]
    return " ".join([*told, source.say(said.MAPS_FOLLOW)]) if told else ""


def _often(source: Source, places: Places, cluster: str, area: str) -> str:
    return source.say(
        said.OFTEN_IN,
        cluster=cluster,
        area=places.name(area),
        all=source.percent(round(places.city[cluster])),
        **_numbers(source, places, cluster, area),
    )


def _numbers(source: Source, places: Places, cluster: str, area: str) -> dict[str, str]:
    """Return how many of a cluster live in an area, and what share that is there."""
    return {
        "persons": source.count(places.counts.loc[area, cluster]),
        "share": source.percent(places.shares.loc[area, cluster]),
    }


def _told(source: Source, places: Places, over: list[str], cluster: str) -> str:
    if not over:
        area = source.say(said.AREA[places.by])
        return source.say(said.NOWHERE, area=area, least=ENOUGH_TO_TELL)
    named = [
        source.say(
            said.IN_WORDS_ONE,
            mark=mark,
            area=tied(places.name(area)),
            **_numbers(source, places, cluster, area),
        )
        for mark, area in enumerate(over, start=1)
    ]
    told = source.say(
        said.IN_WORDS,
        listed=sentences.listed(named, source.language),
        all=source.percent(round(places.city[cluster])),
        place=source.findings.place,
    )
    return f"{told} {source.say(said.CLEAR_HOW)}"


def _map(source: Source, places: Places, cluster: str) -> Figure:
    say = source.say
    quotients = places.clear_quotients(cluster)
    over = places.stands_out_in(cluster, places.areas)[:_LISTED]
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
    if quotient == 1.0:  # see `Places.clear_quotients`
        return source.say(said.NOT_CLEAR)
    return source.say(said.TIMES, times=decimal(quotient, source.language))


def _alt(source: Source, places: Places, cluster: str, told: str) -> str:
    more, less = more_and_less(places, cluster)
    return source.say(
        said.QUOTIENT_ALT,
        place=source.findings.place,
        areas=source.say(said.AREAS[places.by]),
        more=more,
        less=less,
        told=told,
    )


def more_and_less(places: Places, cluster: str) -> tuple[int, int]:
    """Return in how many areas a cluster is clearly more, and less, common."""
    quotients = places.clear_quotients(cluster).reindex(list(places.areas)).dropna()
    _, low, high, _ = said.QUOTIENT_EDGES
    return int((quotients >= high).sum()), int((quotients < low).sum())
