"""Clusters by area as rows for a file, and the numbers that chapters work out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.areas import Places
    from clusters.report.source import Source

Row = tuple[str, str, str, str, str, object, object, object]


def area_rows(source: Source, places: Places) -> Iterator[Row]:
    """Yield per area and cluster its code, name, district, cluster and numbers."""
    for row in places.table.rows.to_dict("records"):
        code = row[places.by]
        yield (
            code,
            places.name(code),
            places.name(places.part_of.get(code, "")),
            row["cluster"],
            source.name(row["cluster"]),
            row["persons"],
            row["share"],
            row["hidden"],
        )
