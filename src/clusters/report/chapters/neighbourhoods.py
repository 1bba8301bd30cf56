"""Where the clusters live: the map of the largest cluster, and what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import decimal, known, points
from clusters.perspectives.areas import TIED
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
from clusters.report.chapters import published_map
from clusters.report.chapters.largest_cluster_map import (
    area_words,
    largest_map,
    leading,
)
from clusters.report.words import areas as said
from clusters.report.words import terms
from clusters.report.words.sentences import listed

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source

KEY = "neighbourhoods"


def neighbourhoods(source: Source) -> Section | None:
    """Return the section on where the clusters live; none without areas."""
    places = source.findings.places
    if places is None:
        return None
    say, words = source.say, area_words(source, places)
    blocks: list[Block] = [Paragraph(_lead(source, places), lead=True)]
    if places.is_collapsed:
        blocks.append(Callout(say(said.COLLAPSED, **words), ""))
    blocks += [
        largest_map(source, places),
        Legend(tuple((each, source.name(each)) for each in places.clusters)),
        Heading(say(said.APART)),
        Paragraph(say(said.APART_LEAD, **words)),
        _apart(source, places),
    ]
    if places.districts and not places.is_collapsed:
        blocks += [Heading(say(said.DISTRICTS)), _districts(source, places)]
    blocks += published_map.beside(source, places)
    return Section(KEY, say(said.TITLE), tuple(blocks))


def _lead(source: Source, places: Places) -> str:
    leads = leading(places)
    words = {"all": places.all_areas, "areas": source.say(said.AREAS[places.by])}
    if leads.empty:
        return source.say(said.LEAD_NOTHING, **words)
    alone = leads[[TIED not in name for name in leads]].value_counts()
    often = [each for each in places.clusters if alone.get(each) == alone.max()]
    tied, untold = len(leads) - int(alone.sum()), places.all_areas - len(leads)
    told = [
        source.say(
            said.LEAD if len(alone) else said.LEAD_NONE_ALONE,
            shown=int(alone.sum()),
            cluster=listed(often, source.language),
            often=alone.max(),
            **words,
        ),
        source.say(said.LEAD_TIED, tied=tied) if tied else "",
        source.say(said.LEAD_UNTOLD, untold=untold) if untold else "",
    ]
    return " ".join(each for each in told if each)


def _apart(source: Source, places: Places) -> Table:
    say, words = source.say, area_words(source, places)
    rows = []
    for cluster, index in places.segregation.iterrows():
        numbers = (
            _number(source, index["dissimilarity"], 2),
            _number(source, index["chance"], 2),
            _number(source, 100 * index["isolation"], 0),
            _number(source, 100 * index["share"], 0),
        )
        rows.append((str(cluster), source.name(str(cluster)), *numbers))
    columns = (
        Column(say(terms.CLUSTER), 0.9),
        Column(say(terms.NAME), 6.0),
        Column(say(said.UNEVEN), 1.6, "right"),
        Column(say(said.BY_CHANCE), 1.3, "right"),
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


def _points(source: Source, difference: float, *, is_clear: bool) -> str:
    if difference != difference:  # noqa: PLR0124 - not a number
        return source.policy.marker
    told = points(round(difference))
    return told if is_clear else f"({told})"
