"""The annex of all areas, for who cannot see the maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.areas.indices import TOO_FEW
from clusters.report.blocks import Column, Paragraph, Section, Table
from clusters.report.parts.areas import area_words
from clusters.report.parts.privacy import rounding
from clusters.report.words import area_annex as words
from clusters.report.words import areas, terms

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source


def area_annex(source: Source) -> Section | None:
    """Return the table of all areas, for who cannot see the maps."""
    places = source.findings.places
    if places is None:
        return None
    say, area_names = source.say, area_words(source, places)
    lead = say(
        words.LEAD,
        marker=source.policy.marker,
        all=places.all_areas,
        rounding=rounding(source, places.table),
        **area_names,
    )
    columns = (
        Column(say(areas.AREA_NAME), 4.6),
        Column(say(terms.PERSONS_COLUMN), 1.5, "right"),
        Column(say(words.LARGEST), 1.5, "right"),
        *(Column(cluster, 1.0, "right") for cluster in places.clusters),
    )
    table = Table(
        say(words.TABLE, **area_names),
        columns,
        tuple(_area_rows(source, places)),
        small=True,
    )
    title = say(words.TITLE, **area_names)
    return Section("areas", title, (Paragraph(lead), table))


def _area_rows(source: Source, places: Places) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    district = None
    for area in places.everywhere:
        above = places.part_of.get(area)
        if above != district and above is not None:
            district = above
            rows.append((places.name(above),))
        leader = places.dominant.get(area, TOO_FEW)
        counts = places.counts.reindex([area]).iloc[0]
        rows.append(
            (
                places.name(area),
                source.count(places.persons.get(area)),
                source.policy.marker if leader == TOO_FEW else leader,
                *(source.count(counts[cluster]) for cluster in places.clusters),
            )
        )
    return rows
