"""Where the clusters live: the map of the largest cluster, and what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.areas import MINIMUM_OBSERVATIONS, TIED, TOO_FEW
from clusters.report import area_words as said
from clusters.report import published_map, terms
from clusters.report.blocks import (
    AreaMap,
    Block,
    Callout,
    Column,
    Figure,
    Heading,
    Legend,
    Paragraph,
    Patch,
    Section,
    Table,
)
from clusters.report.numbers import decimal, known, points

if TYPE_CHECKING:
    import pandas as pd

    from clusters.report.places import Places
    from clusters.report.source import Source

KEY = "neighbourhoods"


def neighbourhoods(source: Source) -> Section | None:
    """Return the section on where the clusters live; none without areas."""
    places = source.findings.places
    if places is None:
        return None
    say, words = source.say, _words(source, places)
    blocks: list[Block] = [Paragraph(_lead(source, places), lead=True)]
    if places.is_collapsed:
        blocks.append(Callout(say(said.COLLAPSED, **words), ""))
    blocks += [
        _dominant(source, places),
        Legend(tuple((each, source.name(each)) for each in places.clusters)),
        Heading(say(said.APART)),
        Paragraph(say(said.APART_LEAD, **words)),
        _apart(source, places),
    ]
    if places.districts and not places.is_collapsed:
        blocks += [Heading(say(said.DISTRICTS)), _districts(source, places)]
    blocks += published_map.beside(source, places)
    return Section(KEY, say(said.TITLE), tuple(blocks))


def annex(source: Source) -> Section | None:
    """Return the table of all areas, for who cannot see the maps."""
    places = source.findings.places
    if places is None:
        return None
    say, words = source.say, _words(source, places)
    lead = say(
        said.ANNEX_LEAD,
        marker=source.policy.marker,
        base=source.policy.minimum_share_base,
        **words,
    )
    columns = (
        Column(say(said.AREA_NAME), 4.6),
        Column(say(terms.PERSONS_COLUMN), 1.5, "right"),
        Column(say(said.LARGEST), 1.5, "right"),
        *(Column(cluster, 0.9, "right") for cluster in places.clusters),
    )
    table = Table(
        say(said.ANNEX_TABLE, **words),
        columns,
        tuple(_area_rows(source, places)),
        small=True,
    )
    title = say(said.ANNEX, **words)
    return Section("areas", title, (Paragraph(lead), table))


def _words(source: Source, places: Places) -> dict[str, str]:
    return {
        "area": source.say(said.AREA[places.by]),
        "areas": source.say(said.AREAS[places.by]),
    }


def _lead(source: Source, places: Places) -> str:
    leads = _leading(places).value_counts()
    words = {"all": places.all_areas, "areas": source.say(said.AREAS[places.by])}
    if leads.empty:
        return source.say(said.LEAD_NOTHING, **words)
    alone = leads[[TIED not in name for name in leads.index]]
    often = max((alone if len(alone) else leads).items(), key=lambda each: each[1])
    told = source.say(
        said.LEAD, shown=int(leads.sum()), cluster=often[0], often=often[1], **words
    )
    tied = int(leads.sum() - alone.sum())
    if not tied or not len(alone):
        return told
    return f"{told} {source.say(said.LEAD_TIED, tied=tied)}"


def _leading(places: Places) -> pd.Series:
    """Return the largest cluster of every area that has one."""
    dominant = places.dominant[list(places.areas)]
    return dominant[dominant != TOO_FEW]


def _dominant(source: Source, places: Places) -> Figure:
    say, words = source.say, _words(source, places)
    tied = len(places.clusters)
    patches = tuple(
        Patch(
            name=places.name(outline.code),
            rings=outline.rings,
            middle=outline.middle,
            room=outline.room,
            shade=_shade(places, leader, tied),
            mark="" if leader == TOO_FEW else leader,
            shown=say(said.TOO_FEW) if leader == TOO_FEW else leader,
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
            source=source.read(places.source),
        ),
    )


def _shade(places: Places, leader: str, tied: int) -> int | None:
    if leader == TOO_FEW:
        return None
    return tied if TIED in leader else places.clusters.index(leader)


def _dominant_alt(source: Source, places: Places) -> str:
    leads, words = _leading(places), _words(source, places)
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


def _apart(source: Source, places: Places) -> Table:
    say, words = source.say, _words(source, places)
    rows = []
    for cluster, index in places.segregation.iterrows():
        numbers = (
            _number(source, index["dissimilarity"], 2),
            _number(source, 100 * index["isolation"], 0),
            _number(source, 100 * index["share"], 0),
        )
        rows.append((str(cluster), source.name(str(cluster)), *numbers))
    columns = (
        Column(say(terms.CLUSTER), 0.9),
        Column(say(terms.NAME), 6.0),
        Column(say(said.UNEVEN), 1.6, "right"),
        Column(say(said.AMONG), 1.6, "right"),
        Column(say(said.IN_CITY), 1.3, "right"),
    )
    return Table(
        say(said.APART_TABLE, **words),
        columns,
        tuple(rows),
        note=say(said.APART_NOTE, **words),
    )


def _number(source: Source, value: float, places: int) -> str:
    if value != value:  # noqa: PLR0124 - not a number
        return source.policy.marker
    return decimal(value, source.language, places)


def _districts(source: Source, places: Places) -> Table:
    say = source.say
    rows: list[tuple[str, ...]] = [
        (
            source.findings.place,
            source.count(source.size("all")),
            *(f"{places.city[cluster]:.0f}" for cluster in places.clusters),
        )
    ]
    for district in places.districts:
        off = places.differences.loc[district]
        rows.append(
            (
                places.name(district),
                source.count(known(places.persons[district])),
                *(_points(source, off[cluster]) for cluster in places.clusters),
            )
        )
    columns = (
        Column(say(said.DISTRICT), 3.4),
        Column(say(terms.PERSONS_COLUMN), 1.6, "right"),
        *(Column(cluster, 1.0, "right") for cluster in places.clusters),
    )
    return Table(
        say(said.DISTRICTS_TABLE, place=source.findings.place),
        columns,
        tuple(rows),
        note=say(said.DISTRICTS_NOTE),
    )


def _points(source: Source, difference: float) -> str:
    if difference != difference:  # noqa: PLR0124 - not a number
        return source.policy.marker
    return points(round(difference))


def _area_rows(source: Source, places: Places) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    district = None
    for area in places.areas:
        above = places.part_of.get(area)
        if above != district and above is not None:
            district = above
            rows.append((places.name(above),))
        leader = places.dominant[area]
        rows.append(
            (
                places.name(area),
                source.count(known(places.persons[area])),
                source.policy.marker if leader == TOO_FEW else leader,
                *(
                    _number(source, places.shares.loc[area, cluster], 0)
                    for cluster in places.clusters
                ),
            )
        )
    return rows
