"""The tables of the other perspectives, as files and sheets: codes, names, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.report.parts.codes import name_of
from clusters.report.parts.privacy import rounding
from clusters.report.words import perspective_tables as words
from clusters.report.words.terms import PERSONS_COLUMN, SHARE
from clusters.tables import CATALOGUE, spec_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.disclosure import ReleasedTable
    from clusters.report.source import Source

# Years, and what is counted in years, are called by their own number.
_NAMELESS = {"year", "cohort", "stay", "cluster"}


def listed(
    source: Source,
) -> Iterator[tuple[str, tuple[str, ...], Iterator[tuple[str | int | None, ...]]]]:
    """Yield per table its file, its header and its rows, for programs."""
    for name, table in source.findings.views.tables.items():
        described = _described(table)
        header = (
            *table.dimensions,
            *(f"{dimension}_name" for dimension in described),
            "persons",
            "share",
            "hidden",
        )
        yield f"{name}.csv", header, _listed_rows(source, table)


def _listed_rows(
    source: Source, table: ReleasedTable
) -> Iterator[tuple[str | int | None, ...]]:
    for row in table.rows.to_dict("records"):
        yield (
            *(row[dimension] for dimension in table.dimensions),
            *(name_of(source, each, row[each]) for each in _described(table)),
            known(row["persons"]),
            known(row["share"]),
            "true" if row["hidden"] else "false",
        )


def titled(source: Source, file: str) -> tuple[str, str]:
    """Return what a table is called and is about."""
    spec = spec_of(file.removesuffix(".csv"), CATALOGUE)
    return source.say(spec.sheet), source.say(spec.title)


def sheets(
    source: Source,
) -> Iterator[tuple[str, str, tuple[str, ...], Iterator[tuple[object, ...]]]]:
    """Yield per table its name, what it is about, its header and its rows."""
    for name, table in source.findings.views.tables.items():
        spec = spec_of(name, CATALOGUE)
        header = (
            *(source.say(words.HEADERS[each]) for each in table.dimensions),
            source.say(PERSONS_COLUMN),
            source.say(SHARE),
        )
        told = f"{source.say(spec.title)}. {rounding(source, table)}"
        yield source.say(spec.sheet), told, header, _sheet_rows(source, table)


def _sheet_rows(source: Source, table: ReleasedTable) -> Iterator[tuple[object, ...]]:
    for row in table.rows.to_dict("records"):
        yield (
            *(name_of(source, each, row[each]) for each in table.dimensions),
            row["persons"],
            row["share"],
        )


def _described(table: ReleasedTable) -> list[str]:
    return [each for each in table.dimensions if each not in _NAMELESS]
