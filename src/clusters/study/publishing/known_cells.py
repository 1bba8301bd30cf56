"""Cells of our tables that somebody knows without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.profiles import EVERYBODY
from clusters.study.published import read_published

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure.equations import Cell
    from clusters.disclosure.history import Known
    from clusters.profiles import CountTable
    from clusters.study.run import Run


def cells_of_nobody(tables: Iterable[CountTable]) -> list[Known]:
    """Return the answers that nobody in the study gave, as known to everybody.

    Their row has the marker, as every small number has. But who knows the registers
    knows that of nobody the age is missing, so such a row hides no other.
    """
    return [
        (
            (table.name, {"cluster": EVERYBODY, "feature": feature, "category": code}),
            0,
            1,
        )
        for table in tables
        if "feature" in table.dimensions
        for cluster, feature, code, persons in zip(
            *(table.counts[name] for name in (*table.dimensions, "persons")),
            strict=True,
        )
        if cluster == EVERYBODY and not persons
    ]


def published_cells(run: Run) -> list[Known]:
    """Return the published figures as what others printed of cells of our tables.

    Types and origins of a year count the same people as ours of that year; moves were
    counted over other years, and a share is not a count.
    """
    chosen, on = run.study.published, run.study.study.reference_date
    told: list[Known] = []
    for name, dimension in (("types", "type"), ("origins", "origin")):
        if name not in chosen.files:
            continue
        figures = read_published(name, run.work / f"published-{name}.csv")
        for (year, code), persons in figures.items():
            cell: Cell = (f"{name}_by_year", {"year": year, dimension: code})
            if year == str(on.year):
                cell = (name, {dimension: code})
            told.append((cell, persons, chosen.rounded_to))
    return told
