"""GeoPackage: points with what is known of them, in longitude and latitude."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pyarrow as pa

from clusters.errors import ExtractError
from clusters.extracts.cells import as_strings
from clusters.extracts.source import OpenTable, Source
from clusters.store import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.settings import Table

# What the columns with longitude and latitude are called, for [extract.coordinates].
X, Y = "x", "y"
_DEGREES = "EPSG:4326"
_ROWS_AT_ONCE = 65_536


def open_points(name: str, table: Table) -> OpenTable:
    """Open a layer of points; ``table`` names it where it is not the first.

    Its columns are followed by ``x`` and ``y``, in degrees, missing where there is no
    point.
    """
    points = _read(table)
    own = [each for each in points.columns if each != points.geometry.name]
    columns = (*map(str, own), X, Y)
    source = Source(
        table=name,
        file=table.file.name,
        sha256=sha256(table.file),
        rows=len(points),
        format="gpkg",
        decimal=table.decimal or ".",
    )

    def reading(positions: Sequence[int]) -> Iterator[list[pa.Array]]:
        points = _read(table)
        at = points.geometry
        cells = [*(points[each] for each in own), at.x, at.y]
        strings = [_strings(cells[each], source, columns[each]) for each in positions]
        for start in range(0, len(points), _ROWS_AT_ONCE):
            yield [each.slice(start, _ROWS_AT_ONCE) for each in strings]

    return OpenTable(source, columns, reading, table.rows)


def _read(table: Table) -> gpd.GeoDataFrame:
    try:
        layer = {"layer": table.table} if table.table else {}
        points = gpd.read_file(table.file, **layer)
    except (RuntimeError, ValueError):
        # the library's own message may quote the file
        raise _no_points(table) from None
    if not isinstance(points, gpd.GeoDataFrame) or points.crs is None:
        raise _no_points(table)
    shapes = points.geometry[~(points.geometry.isna() | points.geometry.is_empty)]
    if not (shapes.geom_type == "Point").all():
        raise _no_points(table)
    return points.to_crs(_DEGREES)


def _strings(values: pa.Array, source: Source, name: str) -> pa.Array:
    strings = as_strings(pa.array(values, from_pandas=True), source.decimal or ".")
    if strings is None:
        raise ExtractError(
            f"{source.column(name)}: holds no plain values.\nAsk for one per cell.",
            f"{source.column(name)}: bevat geen gewone waarden.\n"
            "Vraag om één waarde per cel.",
        )
    return strings


def _no_points(table: Table) -> ExtractError:
    return ExtractError(
        f"{table.file}: this cannot be read as a GeoPackage of points that says in "
        "which "
        "coordinates it is.\nCheck 'table', the name of the layer, or export it again.",
        f"{table.file}: dit is niet te lezen als GeoPackage met punten die zegt in "
        "welke "
        "coördinaten hij is.\nKijk 'table' na, de naam van de laag, of exporteer hem "
        "opnieuw.",
    )
