"""Outlines of areas: shipped for Eindhoven, read from a file for other places."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
from shapely import box

from clusters.errors import ExtractError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEY = "neighbourhood"
RD_NEW = "EPSG:28992"  # the Dutch grid, in metres, that the squares of CBS lie on
_SQUARE = r"^E(\d{4})N(\d{4})$"
_FORMATS = (".geojson", ".json", ".gpkg")
# What CBS, PDOK and cities call these columns.
CODES = (KEY, "buurtcode", "bu_code", "statcode", "gwb_code", "code")
NAMES = ("name", "buurtnaam", "bu_naam", "statnaam", "naam")
DISTRICTS = ("district", "wijkcode", "wk_code", "stadsdeelcode")
DISTRICT_NAMES = ("district_name", "wijknaam", "wk_naam", "stadsdeelnaam", "stadsdeel")


def eindhoven_areas() -> gpd.GeoDataFrame:
    """Return the 116 neighbourhoods of Eindhoven.

    Index ``neighbourhood`` (code of CBS, 2014), columns ``name``, ``district``,
    ``district_name`` and ``geometry`` in WGS84. Outlines: openeindhoven.nl (2013),
    simplified to 2 metres.
    """
    shipped = files("clusters.perspectives") / "reference" / "eindhoven_areas.geojson"
    with as_file(shipped) as path:
        return read_areas(path, KEY)


def read_areas(
    path: Path, key: str | None = None, layer: str | None = None
) -> gpd.GeoDataFrame:
    """Return the areas in a GeoJSON file or GeoPackage, by their code.

    Parameters
    ----------
    path : a file on this machine.
    key : the column with the code that the extract has for the area; by default the
        first one that is called as such columns usually are.
    layer : the layer of a GeoPackage that is read; by default the first.

    Returns
    -------
    GeoDataFrame
        Index ``neighbourhood``, as text and sorted, and the other columns.

    Raises
    ------
    SettingsError
        If there is no such file, its format is another, or it has no such column.
    ExtractError
        If it cannot be read, an area has no code or outline, or a code is double.
    """
    areas = _opened(path, layer)
    key = key or usual(areas.columns, CODES) or KEY
    if key not in areas.columns or not isinstance(areas, gpd.GeoDataFrame):
        known = ", ".join(name for name in areas.columns if name != "geometry")
        raise SettingsError(
            f"{path.name} has no outlines with a column {key!r}. It has: {known}.",
            f"{path.name} heeft geen vlakken met een kolom {key!r}. Wel: {known}.",
        )
    return _by_code(areas, key, path.name)


def usual(columns: Iterable[str], names: Iterable[str]) -> str | None:
    """Return the column that has one of some usual names, capitals or not."""
    present = {str(column).lower(): str(column) for column in columns}
    return next((present[name] for name in names if name in present), None)


def larger_squares(squares: pd.Series, metres: int) -> pd.Series:
    """Return for squares of 100 m the larger square of CBS that each lies in.

    ``metres`` is the side of the larger square, 500 as a rule. Squares with another
    name are missing.

    Examples
    --------
    >>> larger_squares(pd.Series(["E1607N3844"]), 500).tolist()
    ['E1605N3840']
    """
    corners = squares.str.extract(_SQUARE).dropna().astype(int)
    steps = metres // 100
    west, south = (
        (corners[side] // steps * steps).astype(str).str.zfill(4) for side in (0, 1)
    )
    return ("E" + west + "N" + south).reindex(squares.index)


def square_areas(squares: pd.Index, metres: int) -> gpd.GeoDataFrame:
    """Return the outlines of grid squares named as those of CBS (E1605N3840).

    The name holds the south-west corner in hundreds of metres on the Dutch grid.
    ``metres`` is the side: 100 or 500. Squares with another name are left out.
    """
    names = pd.Index(squares).dropna().unique().astype(str)
    corners = names.to_series().str.extract(_SQUARE).dropna()
    west, south = corners[0].astype(int) * 100, corners[1].astype(int) * 100
    outlines = box(west, south, west + metres, south + metres)
    index = pd.Index(corners.index, name="square")
    return gpd.GeoDataFrame(geometry=outlines, index=index, crs=RD_NEW).sort_index()


def _opened(path: Path, layer: str | None) -> gpd.GeoDataFrame:
    if path.suffix.lower() not in _FORMATS or not path.is_file():
        raise SettingsError(
            f"{path.name}: no map is found here. A map is a file of one of "
            f"{', '.join(_FORMATS)}.",
            f"{path.name}: hier is geen kaart gevonden. Een kaart is een bestand van "
            f"{', '.join(_FORMATS)}.",
        )
    try:
        return gpd.read_file(path, layer=layer) if layer else gpd.read_file(path)
    except (RuntimeError, ValueError):
        # The library's own message may quote the file.
        raise ExtractError(
            f"{path.name} cannot be read as a map.\nSave it as GeoJSON or GeoPackage.",
            f"{path.name} is niet als kaart te lezen.\nSla het op als GeoJSON of "
            "GeoPackage.",
        ) from None


def _by_code(areas: gpd.GeoDataFrame, key: str, name: str) -> gpd.GeoDataFrame:
    codes = areas[key]
    empty = int((codes.isna() | areas.geometry.isna() | areas.geometry.is_empty).sum())
    double = int(codes.duplicated().sum())
    if empty or double:
        raise ExtractError(
            f"{name}: {empty} areas have no code or no outline, and {double} codes "
            "occur twice.\nEvery area needs one code and one outline.",
            f"{name}: {empty} gebieden hebben geen code of geen omtrek, en {double} "
            "codes komen dubbel voor.\nElk gebied heeft één code en één omtrek nodig.",
        )
    keyed = areas.assign(**{key: codes.astype(str)}).set_index(key).sort_index()
    return keyed.rename_axis(KEY)
