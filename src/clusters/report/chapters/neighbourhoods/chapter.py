"""Where the clusters live: the map of the largest cluster, and what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.area_counts import leading
from clusters.numbers import known
from clusters.report.blocks import (
    Block,
    Callout,
    Column,
    Heading,
    Legend,
    Paragraph,
    Section,
    Table,
)
from clusters.report.chapters.neighbourhoods.largest_map import largest_map
from clusters.report.chapters.neighbourhoods.published_map import beside_published
from clusters.report.parts.areas import area_words, counted_areas
from clusters.report.words import neighbourhoods as words
from clusters.report.words import terms
from clusters.report.words.sentences import listed

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source


def neighbourhoods(source: Source) -> Section | None:
    """Return the section on where the clusters live; none without areas."""
    places = source.findings.places
    if places is None:
        return None
    say, area_names = source.say, area_words(source, places)
    blocks: list[Block] = [Paragraph(_lead(source, places), lead=True)]
    if places.is_collapsed:
        blocks.append(Callout(say(words.COLLAPSED, **area_names), ""))
    blocks += [
        largest_map(source, places),
        Legend(tuple((each, source.name(each)) for each in places.clusters)),
        Heading(say(words.SEGREGATION)),
        Paragraph(say(words.SEGREGATION_LEAD, **area_names)),
        _segregation(source, places),
    ]
    if places.districts and not places.is_collapsed:
        blocks += [Heading(say(words.DISTRICTS)), _districts(source, places)]
    blocks += beside_published(source, places)
    return Section("neighbourhoods", say(words.TITLE), tuple(blocks))


def _lead(source: Source, places: Places) -> str:
    found = leading(places)
    values = {"all": found.of_all, "areas": counted_areas(source, places)}
    if not found.alone and not found.tied:
        return source.say(words.LEAD_NOTHING, **values)
    first = source.say(
        words.LEAD if found.alone else words.LEAD_NONE_ALONE,
        shown=sum(found.alone.values()),
        cluster=listed(found.most_often, source.language),
        often=max(found.alone.values(), default=0),
        **values,
    )
    tied = source.say(words.LEAD_TIED, tied=found.tied) if found.tied else ""
    untold = found.not_told
    rest = source.say(words.LEAD_UNTOLD, untold=untold) if untold else ""
    return " ".join(each for each in (first, tied, rest) if each)


def _segregation(source: Source, places: Places) -> Table:
    say, area_names = source.say, area_words(source, places)
    rows = []
    for cluster, index in places.segregation.iterrows():
        numbers = (
            _number(source, index["dissimilarity"], 2),
            _number(source, index["chance"], 2),
            _number(source, 100 * index["isolation"], 0),
            _number(source, places.city[str(cluster)], 0),
        )
        rows.append((str(cluster), source.name(str(cluster)), *numbers))
    columns = (
        Column(say(terms.CLUSTER), 0.9),
        Column(say(terms.NAME), 6.0),
        Column(say(words.UNEVEN), 1.6, "right"),
        Column(say(words.BY_CHANCE), 1.3, "right"),
        Column(say(words.AMONG), 1.6, "right"),
        Column(say(words.IN_CITY), 1.3, "right"),
    )
    return Table(
        say(words.SEGREGATION_TABLE, **area_names),
        columns,
        tuple(rows),
        note=say(words.SEGREGATION_NOTE, **area_names),
    )


def _number(source: Source, value: float, places: int) -> str:
    if value != value:  # noqa: PLR0124 - not a number
        return source.policy.marker
    return source.decimal(value, places)


def _districts(source: Source, places: Places) -> Table:
    say = source.say
    rows: list[tuple[str, ...]] = [
        (
            source.findings.place,
            source.count(source.size("all")),
            *(_number(source, places.city[cluster], 0) for cluster in places.clusters),
        )
    ]
    for district in places.districts:
        off = places.differences.loc[district]
        rows.append(
            (
                places.name(district),
                source.count(known(places.persons[district])),
                *(
                    _points(
                        source,
                        off[cluster],
                        is_clear=places.is_clear(cluster, district),
                    )
                    for cluster in places.clusters
                ),
            )
        )
    columns = (
        Column(say(words.DISTRICT), 3.4),
        Column(say(terms.PERSONS_COLUMN), 1.6, "right"),
        *(Column(cluster, 1.0, "right") for cluster in places.clusters),
    )
    return Table(
        say(words.DISTRICTS_TABLE, place=source.findings.place),
        columns,
        tuple(rows),
        note=say(words.DISTRICTS_NOTE),
    )


def _points(source: Source, difference: float, *, is_clear: bool) -> str:
    if difference != difference:  # noqa: PLR0124 - not a number
        return source.policy.marker
    shown = source.points(round(difference))
    return shown if is_clear else f"({shown})"
