"""Write everything that a run publishes, each file whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.content import build_report
from clusters.report.html import write_html
from clusters.report.pdf import write_pdf
from clusters.report.tables import write_tables
from clusters.report.workbook import write_workbook
from clusters.store import written_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from clusters.report.findings import Findings


def write_report(
    findings: Findings,
    folder: Path,
    progress: Callable[[str], None] | None = None,
) -> tuple[str, ...]:
    """Write report, workbook and tables; return their names.

    Parameters
    ----------
    findings
        What the study found, released.
    folder
        The folder of the run; made when it is not there.
    progress
        Called with the name of each file that is ready.

    Returns
    -------
    tuple of str
        File names relative to ``folder``, with forward slashes.
    """
    report = build_report(findings)
    tell = progress or _silent
    with written_whole(folder / "report.pdf") as path:
        write_pdf(report, path)
    tell("report.pdf")
    with written_whole(folder / "report.html") as path:
        write_html(report, path)
    tell("report.html")
    with written_whole(folder / "tables.xlsx") as path:
        write_workbook(findings, path)
    tell("tables.xlsx")
    tables = tuple(
        f"tables/{name}" for name in write_tables(findings, folder / "tables")
    )
    for name in tables:
        tell(name)
    return ("report.pdf", "report.html", "tables.xlsx", *tables)


def _silent(name: str) -> None:
    """Tell nobody."""
    del name
