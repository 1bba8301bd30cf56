"""The released tables as CSV for programs: codes, whole numbers, one fixed format.

A comma between cells and never a decimal, so that a program in any country reads the
same. A text that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.report.formats.area_rows import area_rows
from clusters.report.formats.perspective_tables import listed
from clusters.report.source import Source
from clusters.store import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from clusters.disclosure import ReleasedTable
    from clusters.findings.areas import Places
    from clusters.findings.findings import Findings


# What spreadsheets take for the start of a formula, full-width signs included.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

_PROFILE = (
    "cluster",
    "label",
    "feature",
    "category",
    "persons",
    "share",
    "index",
    "hidden",
    "above",  # of a hidden share: what percentage it is known to be more than
    "unknown",  # the percentage of the cluster of whom the answer is not known
)

Cell = str | int | None


@dataclass(frozen=True)
class Delivered:
    """A released table as it is delivered: inert text, and whole numbers or nothing."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def listing(self) -> list[list[str]]:
        """The header and rows as text, as a file has them."""
        return [
            ["" if cell is None else str(cell) for cell in row]
            for row in (self.header, *self.rows)
        ]


def write_tables(findings: Findings, folder: Path) -> tuple[str, ...]:
    """Write every released table; return the names of the files.

    Parameters
    ----------
    findings
        The released tables.
    folder
        Where the files go.

    Returns
    -------
    tuple of str
        File names in ``folder``.
    """
    tables = delivered(findings)
    for table in tables:
        with written_whole(folder / table.file) as path:
            _write(path, table)
    return tuple(table.file for table in tables)


def delivered(findings: Findings) -> tuple[Delivered, ...]:
    """Return every released table as it is delivered."""
    source = Source(findings)
    sizes = ("cluster", "label", "persons", "share", "hidden")
    funnel = ("step", "description", "persons", "hidden")
    tables = [
        _inert("profiles.csv", _PROFILE, _profile(source, findings.profiles)),
        _inert("sizes.csv", sizes, _sizes(source)),
        _inert("funnel.csv", funnel, _funnel(source)),
    ]
    if findings.drilldown is not None:
        rows = _profile(source, findings.drilldown)
        tables.append(_inert("drilldown.csv", _PROFILE, rows))
    tables += [_inert(file, header, rows) for file, header, rows in listed(source)]
    if findings.places is not None:
        header = (findings.places.by, "name", "part_of", *sizes)
        tables.append(_inert("areas.csv", header, _areas(source, findings.places)))
    return tuple(tables)


def inert(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> inert("=1+1"), inert("25 tot 35 jaar")
    ("'=1+1", '25 tot 35 jaar')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _inert(
    file: str, header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]
) -> Delivered:
    return Delivered(
        file,
        header,
        tuple(
            tuple(inert(cell) if isinstance(cell, str) else cell for cell in row)
            for row in rows
        ),
    )


def _profile(source: Source, table: ReleasedTable) -> Iterator[tuple[Cell, ...]]:
    for row in table.rows.to_dict("records"):
        yield (
            row["cluster"],
            source.name(row["cluster"]),
            row["feature"],
            row["category"],
            known(row["persons"]),
            known(row["share"]),
            known(row["index"]),
            _truth(row["hidden"]),
            known(row["above"]),
            known(row["unknown"]),
        )


def _areas(source: Source, places: Places) -> Iterator[tuple[Cell, ...]]:
    for *texts, persons, share, hidden in area_rows(source, places):
        yield (*texts, known(persons), known(share), _truth(hidden))


def _sizes(source: Source) -> Iterator[tuple[Cell, ...]]:
    for row in source.findings.sizes.rows.itertuples():
        yield (
            row.cluster,
            source.name(row.cluster),
            known(row.persons),
            known(row.share),
            _truth(row.hidden),
        )


def _funnel(source: Source) -> Iterator[tuple[Cell, ...]]:
    for row in source.findings.funnel.rows.itertuples():
        description = source.read(source.findings.funnel_steps[row.step])
        yield row.step, description, known(row.persons), _truth(row.hidden)


def _truth(hidden: object) -> str:
    return "true" if hidden else "false"


def _write(path: Path, table: Delivered) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.header)
        writer.writerows(table.rows)
