"""On the page of a cluster: where its people live, on a small map and in words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from clusters.findings.area_counts import QUOTIENT_EDGES, more_and_less
from clusters.findings.areas import ENOUGH_TO_TELL
from clusters.numbers import tied
from clusters.report.blocks import Figure
from clusters.report.drawings import AreaMap, Patch
from clusters.report.parts.areas import counted_areas
from clusters.report.shown import Origin
from clusters.report.words import areas as areas_words
from clusters.report.words import sentences
from clusters.report.words import where_they_live as words

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
            words.MOST_IN if len(found) == 1 else words.MOST_IN_EACH,
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
    parts = [
        source.say(
            template,
            listed=sentences.listed(named, source.language),
            place=source.findings.place,
        )
        for template, named in ((words.MOST_OF_ALL, most), (words.IN_SHORT, often))
        if named
    ]
    return " ".join([*parts, source.say(words.MAPS_FOLLOW)]) if parts else ""


def _often(source: Source, places: Places, cluster: str, area: str) -> str:
    return source.say(
        words.OFTEN_IN,
        cluster=cluster,
        area=places.name(area),
        all=source.percent(round(places.city[cluster]), Origin.DERIVED),
        **_numbers(source, places, cluster, area),
    )


def _numbers(source: Source, places: Places, cluster: str, area: str) -> dict[str, str]:
    """Return how many of a cluster live in an area, and what share that is there."""
    return {
        "persons": source.count(places.counts.loc[area, cluster]),
        "share": source.percent(places.shares.loc[area, cluster]),
    }


def _in_words(source: Source, places: Places, over: list[str], cluster: str) -> str:
    if not over:
        areas = counted_areas(source, places)
        return source.say(words.NOWHERE, areas=areas, least=ENOUGH_TO_TELL)
    named = [
        source.say(
            words.IN_WORDS_ONE,
            mark=mark,
            area=tied(places.name(area)),
            **_numbers(source, places, cluster, area),
        )
        for mark, area in enumerate(over, start=1)
    ]
    in_words = source.say(
        words.IN_WORDS,
        listed=sentences.listed(named, source.language),
        all=source.percent(round(places.city[cluster]), Origin.DERIVED),
        place=source.findings.place,
    )
    return f"{in_words} {source.say(words.CLEAR_HOW)}"


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
        tuple(say(words.QUOTIENTS).split("|")),
        say(words.TOO_FEW_SHORT),
        "steps",
        small=True,
    )
    caption = say(words.QUOTIENT_CAPTION)
    in_words = _in_words(source, places, over, cluster)
    return Figure(drawing, caption, _alt(source, places, cluster, in_words), in_words)


def _class(quotient: float | None) -> int | None:
    if quotient is None:
        return None
    return bisect_right(QUOTIENT_EDGES, quotient)


def _times(source: Source, quotient: float | None) -> str:
    if quotient is None:
        return source.say(areas_words.TOO_FEW)
    if quotient == 1.0:  # see `Places.clear_quotients`
        return source.say(words.NOT_CLEAR)
    return source.say(words.TIMES, times=source.decimal(quotient))


def _alt(source: Source, places: Places, cluster: str, in_words: str) -> str:
    more, less = more_and_less(places, cluster)
    return source.say(
        words.QUOTIENT_ALT,
        place=source.findings.place,
        areas=source.say(areas_words.AREAS[places.by]),
        more=more,
        less=less,
        told=in_words,
    )
