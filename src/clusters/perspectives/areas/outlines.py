"""Outlines of areas as plain numbers, ready to be drawn by whatever draws.

A drawing needs shapes on a flat sheet and nothing of projections; so they are scaled
here, once, to a sheet that is one wide, with north up and y running down.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

import shapely
from shapely.affinity import affine_transform

if TYPE_CHECKING:
    import geopandas as gpd

Point = tuple[float, float]
Ring = tuple[Point, ...]

# Points closer than this part of the map's width are not told apart on paper.
_FINEST = 0.0007
_DECIMALS = 4


@dataclass(frozen=True)
class Outline:
    """One area: closed rings (holes too), and where a word fits best.

    ``middle`` is the point farthest from the edge, ``room`` how far that is.
    """

    code: str
    rings: tuple[Ring, ...]
    middle: Point
    room: float


@dataclass(frozen=True)
class Outlines:
    """The areas of a map that is one wide and ``height`` high."""

    areas: tuple[Outline, ...]
    height: float


def outlines_of(areas: gpd.GeoDataFrame) -> Outlines:
    """Return the outlines of areas, by their index, on a sheet that is one wide.

    Degrees are taken as a flat grid at the middle of the map, which is right to a
    thousandth for a city; metres stay as they are.
    """
    west, south, east, north = (float(edge) for edge in areas.total_bounds)
    narrow = cos(radians((south + north) / 2)) if _in_degrees(areas) else 1.0
    scale = 1 / max((east - west) * narrow, 1e-9)
    to_sheet = [scale * narrow, 0, 0, -scale, -west * scale * narrow, north * scale]
    shapes = [affine_transform(shape, to_sheet) for shape in areas.geometry]
    return Outlines(
        tuple(
            _outline(str(code), shape)
            for code, shape in zip(areas.index, _simplified(shapes), strict=True)
        ),
        round((north - south) * scale, _DECIMALS),
    )


def _in_degrees(areas: gpd.GeoDataFrame) -> bool:
    return areas.crs is None or bool(areas.crs.is_geographic)


def _simplified(shapes: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """Drop points that cannot be seen; a border that is shared stays one border."""
    if shapely.coverage_is_valid(shapes):
        return list(shapely.coverage_simplify(shapes, _FINEST))
    return [shapely.simplify(shape, _FINEST) for shape in shapes]


def _outline(code: str, shape: shapely.Geometry) -> Outline:
    polygons = [
        part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"
    ]
    largest = max(polygons, key=lambda part: part.area)
    inside = shapely.maximum_inscribed_circle(largest, tolerance=_FINEST)
    (x, y), _ = inside.coords
    return Outline(
        code,
        tuple(
            _ring(ring)
            for part in polygons
            for ring in (part.exterior, *part.interiors)
        ),
        (round(x, _DECIMALS), round(y, _DECIMALS)),
        round(float(inside.length), _DECIMALS),
    )


def _ring(ring: shapely.LinearRing) -> Ring:
    return tuple((round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in ring.coords)
