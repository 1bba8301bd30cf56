"""From the place where people live to the area it lies in, and no further.

Coordinates point at a house. They are read here, compared with the outlines of the
study's map, and forgotten; what goes on is the code of an area.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from clusters.errors import ExtractError, SettingsError
from clusters.extracts.notices import vaguely
from clusters.maps import KEY, RD_NEW, eindhoven_areas, read_areas
from clusters.schema import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.settings import Maps

WGS84 = "EPSG:4326"  # longitude and latitude in degrees
# The bounds in which the Dutch grid is defined, in metres; longitude and latitude stay
# far below them, so numbers tell of which kind they are.
_RD_X, _RD_Y = (-7_000, 300_000), (289_000, 629_000)
_DEGREES_X, _DEGREES_Y = (-180, 180), (-90, 90)
_MOSTLY = 0.5


@dataclass(frozen=True)
class Located:
    """The area of each person, missing where it is unknown, and what is missing.

    ``without`` counts persons without coordinates, ``outside`` those who live in none
    of the areas.
    """

    areas: pd.Series
    without: int
    outside: int


def outlines(maps: Maps | None) -> gpd.GeoDataFrame:
    """Return the areas of the study's map, by their code.

    Raises
    ------
    SettingsError, ExtractError
        If the study has no map with outlines, or it cannot be read.
    """
    if maps is None or maps.file is None:
        raise SettingsError(
            "[extract.coordinates] needs outlines of areas.\n"
            "Set [report] maps to a file that has them.",
            "[extract.coordinates] heeft de omtrekken van gebieden nodig.\n"
            "Zet [report] maps op een bestand waarin die staan.",
        )
    if maps.is_shipped:
        return eindhoven_areas()
    return read_areas(maps.file, maps.code, maps.layer)


def located(
    points: pd.Series, areas: gpd.GeoDataFrame, crs: int | None, where: str
) -> Located:
    """Return the area in which each point lies.

    Parameters
    ----------
    points
        ``"x+y"`` as delivered, as `clusters.extracts.keys.code_sql` puts them together.
    areas
        Outlines by code, from `outlines`; a file that does not say in which coordinates
        it is, is in longitude and latitude. Of areas that touch the first counts.
    crs
        28992 or 4326, or None to let the numbers tell.
    where
        File and columns, for messages.

    Raises
    ------
    ExtractError
        If the numbers are of neither kind, or no point lies in any area.
    """
    x, y = _numbers(points)
    known = x.notna() & y.notna()
    if not known.any():
        empty = pd.Series(None, points.index, dtype="str")
        return Located(empty, len(points), 0)
    system = f"EPSG:{crs}" if crs else _system(x[known], y[known], where)
    at = gpd.GeoDataFrame(
        geometry=gpd.points_from_xy(x[known], y[known]),
        index=points.index[known],
        crs=system,
    )
    drawn = areas[["geometry"]].set_crs(areas.crs or WGS84).to_crs(system)
    found = gpd.sjoin(at, drawn, predicate="intersects")[KEY]
    # on a shared border: the first by code, whatever the order of the rows
    first = found.groupby(level=0).min()
    if first.empty:
        raise _none_inside(where)
    codes = first.reindex(points.index).astype("str")
    return Located(codes, int((~known).sum()), int(known.sum()) - len(first))


def unplaced(found: Located) -> Iterator[Notice]:
    """Yield what the reader should know of those whose area is unknown."""
    for persons, nl, en in (
        (found.without, "hebben geen coördinaten", "have no coordinates"),
        (
            found.outside,
            "wonen volgens hun coördinaten buiten alle gebieden van de kaart",
            "live outside all areas of the map by their coordinates",
        ),
    ):
        if persons:
            some = vaguely(persons)
            yield Notice(
                f"{some.nl.capitalize()} personen {nl}; hun buurt is onbekend.",
                f"{some.en.capitalize()} persons {en}; their neighbourhood is unknown.",
                asks="do",
            )


def _numbers(points: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Return x and y as numbers; what is none is missing."""
    parts = points.astype("str").str.partition("+")
    x, y = (
        pd.to_numeric(parts[side].str.strip().str.replace(",", "."), errors="coerce")
        for side in (0, 2)
    )
    is_finite = x.abs().lt(float("inf")) & y.abs().lt(float("inf"))
    return x.where(is_finite), y.where(is_finite)


def _system(x: pd.Series, y: pd.Series, where: str) -> str:
    """Return the coordinates that most points can be in."""
    for system, east, north in (
        (RD_NEW, _RD_X, _RD_Y),
        (WGS84, _DEGREES_X, _DEGREES_Y),
    ):
        if (x.between(*east) & y.between(*north)).mean() > _MOSTLY:
            return system
    raise ExtractError(
        f"{where}: these are neither coordinates of the Dutch grid (RD, in metres) nor "
        "longitude and latitude.\nCheck x and y under [extract.coordinates]: x is to "
        "the east, y to the north.",
        f"{where}: dit zijn geen RD-coördinaten in meters en geen lengte- en "
        "breedtegraden.\nKijk x en y na onder [extract.coordinates]: x is naar het "
        "oosten, y naar het noorden.",
    )


def _none_inside(where: str) -> ExtractError:
    return ExtractError(
        f"{where}: nobody lives in any area of the map.\n"
        "Check x and y under [extract.coordinates] (x is to the east, for longitude), "
        "crs, and whether [report] maps is of the same place.",
        f"{where}: niemand woont in een gebied van de kaart.\n"
        "Kijk x en y na onder [extract.coordinates] (x is naar het oosten, de "
        "lengtegraad), crs, en of [report] maps van dezelfde plaats is.",
    )
