"""The released tables as CSV for programs: codes, whole numbers, one fixed format.

A comma between cells and never a decimal, so that a program in any country reads the
same. A text that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from clusters.report.numbers import known
from clusters.report.source import Source
from clusters.store import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.disclosure import ReleasedTable
    from clusters.report.findings import Findings


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
)


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
    source = Source(findings)
    files = {
        "profiles.csv": (_PROFILE, _profile(source, findings.profiles)),
        "sizes.csv": (
            ("cluster", "label", "persons", "share", "hidden"),
            _sizes(source),
        ),
        "funnel.csv": (("step", "description", "persons", "hidden"), _funnel(source)),
    }
    if findings.drilldown is not None:
        files["drilldown.csv"] = (_PROFILE, _profile(source, findings.drilldown))
    for name, (header, rows) in files.items():
        with written_whole(folder / name) as path:
            _write(path, header, rows)
    return tuple(files)


def inert(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> inert("=1+1"), inert("25 tot 35 jaar")
    ("'=1+1", '25 tot 35 jaar')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _profile(
    source: Source, table: ReleasedTable
) -> Iterator[tuple[str | int | None, ...]]:
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
        )


def _sizes(source: Source) -> Iterator[tuple[str | int | None, ...]]:
    for row in source.findings.sizes.rows.itertuples():
        yield (
            row.cluster,
            source.name(row.cluster),
            known(row.persons),
            known(row.share),
            _truth(row.hidden),
        )


def _funnel(source: Source) -> Iterator[tuple[str | int | None, ...]]:
    for row in source.findings.funnel.rows.itertuples():
        description = source.read(source.findings.funnel_steps[row.step])
        yield row.step, description, known(row.persons), _truth(row.hidden)


def _truth(hidden: object) -> str:
    return "true" if hidden else "false"


def _write(
    path: Path,
    header: tuple[str, ...],
    rows: Iterator[tuple[str | int | None, ...]],
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow(
                inert(cell) if isinstance(cell, str) else cell for cell in row
            )
