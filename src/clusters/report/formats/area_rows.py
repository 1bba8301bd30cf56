"""Clusters by area as rows for a file, and the numbers that chapters work out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.area_counts import more_and_less
from clusters.numbers import decimal
from clusters.perspectives.areas.indices import TIED, TOO_FEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.areas import Places
    from clusters.report.source import Source
    from clusters.schema import Language

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


def derived(places: Places, language: Language) -> Iterator[str]:
    """Yield every number that the chapters on areas work out of released ones."""
    yield from places.dominant.unique()
    numbers = [*_counts(places), *_percents(places)]
    yield from (str(number) for number in dict.fromkeys(map(int, numbers)))
    for quotient in places.quotients.stack().dropna():
        yield decimal(quotient, language)
    for apart in places.segregation[["dissimilarity", "chance"]].stack().dropna():
        yield decimal(apart, language, 2)


def _counts(places: Places) -> Iterator[int]:
    """Yield in how many areas something holds."""
    areas = list(places.areas)
    counts = places.dominant[areas].value_counts()
    told = int(counts.drop(TOO_FEW, errors="ignore").sum())
    alone = counts[[TIED not in each and each != TOO_FEW for each in counts.index]]
    yield from (*alone, int(alone.sum()), told - int(alone.sum()), told)
    yield from (places.all_areas, places.all_areas - told)
    both, same, either = places.agreement()
    yield from (both, same, either, both - same - either)
    for cluster in places.clusters:
        yield from more_and_less(places, cluster)


def _percents(places: Places) -> Iterator[int]:
    """Yield percents, and differences of percents, that no table holds."""
    yield from places.city.round()
    yield from places.differences.stack().dropna().abs().round()
    yield from (
        (100 * places.segregation[["share", "isolation"]]).stack().dropna().round()
    )
