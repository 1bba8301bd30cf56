"""People on the map: their area, its name and district, and what is not on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import SettingsError
from clusters.maps import (
    DISTRICT_NAMES,
    DISTRICTS,
    NAMES,
    eindhoven_areas,
    larger_squares,
    read_areas,
    square_areas,
    usual,
)
from clusters.perspectives.areas.outlines import Outlines, outlines_of
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd

    from clusters.settings import Maps

SQUARE_METRES = 500
_EXAMPLES = 5  # codes named in a message
_OF_CBS = r"BU\d{8}"  # a neighbourhood: municipality, district, neighbourhood
_SOME_UNKNOWN = Text(
    "Van sommige personen is niet bekend waar zij wonen; zij ontbreken op de kaarten.",
    "Of some persons it is not known where they live; they are not on the maps.",
)


@dataclass(frozen=True)
class Areas:
    """The area of each person, and what is known of the areas.

    Parameters
    ----------
    by
        "neighbourhood" or "square".
    of_people
        Fine areas, and where there are any the districts that they are part of; each
        runs along the residents.
    listed
        Of each of these all codes: what is on the map, and where residents live. None
        is there or absent because of who is studied.
    outlines
        What can be drawn.
    names
        Of areas and districts, by code.
    part_of
        The district of each area; empty without districts.
    notices
        What the reader must know of them.
    """

    by: str
    of_people: tuple[pd.Series, ...]
    listed: tuple[tuple[str, ...], ...]
    outlines: Outlines
    names: dict[str, str]
    part_of: dict[str, str]
    notices: tuple[Text, ...]


def find_areas(
    residents: pd.DataFrame, maps: Maps, municipality: str | None = None
) -> Areas:
    """Return where people live, in the areas of a map.

    Parameters
    ----------
    residents : one row per resident, studied or not, with ``neighbourhood`` or
        ``square``, and ``district`` if there is one.
    maps : what is counted by, and where the outlines are.
    municipality : its code; of a map of the whole country only that part is kept.

    Raises
    ------
    SettingsError
        If the people have no areas of that kind, or none of them is on the map.
    ExtractError
        If the map cannot be read.
    """
    codes = _codes_of(residents, maps)
    codes, drawn = _matched(codes, _drawn(maps, codes), municipality)
    district = _column(drawn, maps.district, DISTRICTS)
    if district.empty and "district" in residents and maps.by == "neighbourhood":
        district = _mostly(codes, residents["district"])
    # Of a map of squares, as of a grid, only those that somebody lives in.
    on_map = () if maps.by == "square" else drawn.index
    every = tuple(sorted({*on_map, *codes.dropna()}))
    above = district[district.index.isin(every)]
    # An area and a district of one name could not be told apart.
    has_districts = len(above) > 0 and set(above).isdisjoint(drawn.index)
    return Areas(
        maps.by,
        (codes, codes.map(above)) if has_districts else (codes,),
        (every, tuple(sorted(set(above)))) if has_districts else (every,),
        outlines_of(drawn),
        _names(drawn, district, maps),
        above.to_dict() if has_districts else {},
        tuple(_notices(codes, drawn)),
    )


def _codes_of(residents: pd.DataFrame, maps: Maps) -> pd.Series:
    if maps.by not in residents:
        raise SettingsError(
            f"[report] maps: the extract has no column {maps.by!r}.\n"
            "Deliver it, or leave maps out.",
            f"[report] maps: het extract heeft geen kolom {maps.by!r}.\n"
            "Lever die, of laat maps weg.",
        )
    codes = residents[maps.by].replace("", None)
    return larger_squares(codes, SQUARE_METRES) if maps.by == "square" else codes


def _drawn(maps: Maps, codes: pd.Series) -> gpd.GeoDataFrame:
    if maps.file is None:
        return square_areas(pd.Index(codes), SQUARE_METRES)
    if maps.is_shipped:
        return eindhoven_areas()
    return read_areas(maps.file, maps.code, maps.layer)


def _matched(
    codes: pd.Series, drawn: gpd.GeoDataFrame, municipality: str | None
) -> tuple[pd.Series, gpd.GeoDataFrame]:
    """Return codes as the map has them, and of a national map the municipality."""
    own = drawn.index.str.startswith(f"BU{municipality}")
    if municipality and own.any():
        drawn = drawn[own]
    prefixed = "BU" + codes.astype(object).str.removeprefix("BU")
    if not codes.isin(drawn.index).any() and prefixed.isin(drawn.index).any():
        codes = prefixed
    if not municipality:
        drawn = _around(codes, drawn)
    if not codes.isin(drawn.index).any():
        on_map, known = _few(drawn.index), _few(codes.dropna().unique())
        raise SettingsError(
            f"[report] maps: no area of the extract is on the map.\n"
            f"The map has: {on_map}; the extract has: {known}.\n"
            "Name the column with the codes in maps.code.",
            f"[report] maps: geen gebied van het extract staat op de kaart.\n"
            f"De kaart heeft: {on_map}; het extract heeft: {known}.\n"
            "Noem de kolom met de codes in maps.code.",
        )
    return codes, drawn


def _around(codes: pd.Series, drawn: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return of a map of the country the municipalities that residents live in."""
    known = codes.dropna().astype(str)
    of_cbs = known[known.str.fullmatch(_OF_CBS)]
    inside = drawn.index.str[:6].isin(of_cbs.str[:6])
    return drawn[inside] if inside.any() else drawn


def _names(drawn: gpd.GeoDataFrame, district: pd.Series, maps: Maps) -> dict[str, str]:
    """Return the name of every area and district that has one, by code."""
    called = _column(drawn, None, DISTRICT_NAMES)
    above = {
        str(district[area]): str(name)
        for area, name in called.items()
        if area in district.index
    }
    return {**above, **_column(drawn, maps.name, NAMES).to_dict()}


def _column(
    drawn: gpd.GeoDataFrame, chosen: str | None, names: tuple[str, ...]
) -> pd.Series:
    """Return a column of the map as text, empty if it has none of that kind."""
    if chosen and chosen not in drawn:
        known = ", ".join(name for name in drawn.columns if name != "geometry")
        raise SettingsError(
            f"[report] maps: the map has no column {chosen!r}. It has: {known}.",
            f"[report] maps: de kaart heeft geen kolom {chosen!r}. Wel: {known}.",
        )
    found = chosen or usual(drawn.columns, names)
    if found is None:
        return pd.Series(dtype=object)
    return drawn[found].dropna().astype(str)


def _mostly(codes: pd.Series, districts: pd.Series) -> pd.Series:
    """Return the district that most people of each area are in."""
    pairs = pd.DataFrame({"area": codes, "district": districts}).dropna()
    counted = pairs.value_counts().reset_index()
    ranked = counted.sort_values(["area", "count", "district"], ascending=[1, 0, 1])
    return ranked.drop_duplicates("area").set_index("area")["district"]


def _notices(codes: pd.Series, drawn: gpd.GeoDataFrame) -> list[Text]:
    known = codes.dropna().unique()
    off = sorted(code for code in known if code not in drawn.index)
    notices = [_SOME_UNKNOWN] if codes.isna().any() else []
    if off:
        notices.append(
            Text(
                f"{len(off)} van de {len(known)} gebieden in het extract staan niet op "
                f"de kaart: {_few(off)}.",
                f"{len(off)} of the {len(known)} areas in the extract are not on the "
                f"map: {_few(off)}.",
            )
        )
    return notices


def _few(codes: Iterable[str]) -> str:
    listed = sorted(str(code) for code in codes)
    more = ", …" if len(listed) > _EXAMPLES else ""
    return ", ".join(listed[:_EXAMPLES]) + more
