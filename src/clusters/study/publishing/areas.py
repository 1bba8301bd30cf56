"""Clusters by area: counted, tied to all other tables, and what a report lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.findings.areas import Places
from clusters.perspectives.areas.people import Areas, find_areas
from clusters.profiles import EVERYBODY, units_of
from clusters.profiles.areas import count_areas
from clusters.schema import Text
from clusters.study.publishing.linked import linked
from clusters.study.publishing.published_map import published_map

if TYPE_CHECKING:
    import pandas as pd

    from clusters.disclosure import LinkedTable, Release
    from clusters.settings import Maps, Study

_ABSENT = Text(
    "Over buurten zegt dit rapport niets: het extract noemt geen buurt en er is geen "
    "kaart opgegeven ([report] maps).",
    "This report says nothing of neighbourhoods: the extract names none and no map is "
    "given ([report] maps).",
)
_SHIPPED = Text(
    "openeindhoven.nl (2013), vereenvoudigd; een licentie is niet vermeld",
    "openeindhoven.nl (2013), simplified; no licence is stated",
)
# The area of who has none, beside the codes of areas.
UNPLACED = "?"
_UNPLACED = Text("buurt onbekend", "area unknown")
_GRID = Text("vierkantenraster van het CBS", "the grid of squares of CBS")
_NO_MAP = Text(
    "Over buurten zegt dit rapport niets: er is geen kaart opgegeven ([report] maps).",
    "This report says nothing of neighbourhoods: no map is given ([report] maps).",
)


def areas_of(residents: pd.DataFrame, study: Study) -> Areas | None:
    """Return the areas that a study asks for; None if it asks for none.

    ``residents`` are all, studied or not: which areas there are may not depend on it.

    Raises
    ------
    SettingsError
        If it asks for what the extract or the map does not have.
    """
    maps = study.report.maps
    if maps is None:
        return None
    _refuse_two_geographies(maps.by, study.report.drilldown)
    return find_areas(residents, maps, study.study.municipality)


def area_notices(residents: pd.DataFrame, study: Study) -> tuple[Text, ...]:
    """Return what is missing of areas; without maps one sentence that says so."""
    areas = areas_of(residents, study)
    if areas is None:
        return (_NO_MAP if "neighbourhood" in residents else _ABSENT,)
    return areas.notices


def places_of(areas: Areas, released: Release, study: Study) -> Places | None:
    """Return what a report may say of areas; None if their table was dropped."""
    maps, table = study.report.maps, released.tables.get("areas")
    if table is None or maps is None:
        return None
    published = {}
    if maps.published:
        published = published_map(released["sizes"], released["profiles"])
    return Places(
        table=table,
        sizes=released["sizes"],
        by=maps.by,
        outlines=areas.outlines,
        names={**areas.names, UNPLACED: _UNPLACED.to(study.study.language)},
        part_of=areas.part_of,
        source=_source(maps),
        published=published,
    )


def _source(maps: Maps) -> Text:
    """Return where outlines come from: of those that are shipped, and of a file."""
    if maps.file is None:
        return _GRID
    return _SHIPPED if maps.is_shipped else Text(maps.file.name, maps.file.name)


def area_table(areas: Areas, people: pd.DataFrame, clusters: pd.Series) -> LinkedTable:
    """Return persons per area and cluster, tied to the sizes of the clusters.

    Districts are the areas above, so that a table that cannot be protected otherwise
    falls back on them.
    """
    fine, *coarse = (level.reindex(clusters.index) for level in areas.of_people)
    # who lives nowhere known is part of the whole too, else areas do not add up to it
    counted = count_areas(
        [fine.astype(object).fillna(UNPLACED), *coarse],
        clusters,
        units_of(people.reindex(clusters.index)),
        dimension=areas.by,
        listed=areas.listed,
    )
    by = areas.by
    codes = counted.counts[by].unique()
    districts = {code for code in codes if code in set(areas.part_of.values())}
    part_of = {
        code: EVERYBODY
        if code in districts
        else _district(areas.part_of.get(code), districts)
        for code in codes
    }
    coarser = {code: above for code, above in part_of.items() if above != EVERYBODY}
    return linked(counted, {by: part_of}, {by: coarser} if coarser else {})


def _district(code: str | None, districts: set[str]) -> str:
    return code if code in districts and code is not None else EVERYBODY


def _refuse_two_geographies(by: str, drilldown: tuple[str, ...]) -> None:
    """Areas are counted for the maps: not once more (SDC-24), nor overlapping (26)."""
    both = [
        name for name in ("neighbourhood", "district", "square") if name in drilldown
    ]
    if both:
        raise SettingsError(
            f"[report] drilldown has {', '.join(both)} while the maps are by {by}. "
            "Areas that overlap leave few people where they do, and one area is not "
            "counted in two ways.\nLeave it out: the maps have a table of their own.",
            f"[report] drilldown heeft {', '.join(both)} terwijl de kaarten naar {by} "
            "zijn. Waar gebieden overlappen, blijven weinig mensen over, en een gebied "
            "wordt niet op twee manieren geteld.\nLaat het weg: de kaarten hebben een "
            "eigen tabel.",
        )
