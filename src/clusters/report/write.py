"""Write everything that a run publishes, each file whole or not at all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from clusters.progress import Progress, silent
from clusters.report.content import build_report
from clusters.report.formats.dpia import dpia_annex
from clusters.report.formats.explore import explorable
from clusters.report.formats.html import write_html
from clusters.report.formats.pdf import write_pdf
from clusters.report.formats.register import register_json, register_text
from clusters.report.formats.tables import write_tables
from clusters.report.formats.workbook import write_workbook
from clusters.store import written_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from clusters.findings.findings import Findings


def papers(findings: Findings) -> dict[str, str]:
    """Return the papers that go with a report, by the name of the file."""
    return {
        "register.json": register_json(findings),
        "register.txt": register_text(findings),
        "dpia.md": dpia_annex(findings),
    }


def _write_text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def write_report(
    findings: Findings, folder: Path, progress: Progress = silent
) -> tuple[str, ...]:
    """Write report, workbook, papers and tables; return their names.

    Parameters
    ----------
    findings
        What the study found, released.
    folder
        The folder of the run; made when it is not there.
    progress
        Told how many of the kinds of file are ready.

    Returns
    -------
    tuple of str
        File names relative to ``folder``, with forward slashes.
    """
    report = build_report(findings)
    kinds: dict[str, Callable[[Path], None]] = {
        "report.pdf": lambda path: write_pdf(report, path),
        "report.html": lambda path: write_html(report, explorable(findings), path),
        "tables.xlsx": lambda path: write_workbook(findings, path),
        **{name: partial(_write_text, text) for name, text in papers(findings).items()},
    }
    for done, (name, write) in enumerate(kinds.items()):
        progress("report", done, len(kinds) + 1)
        with written_whole(folder / name) as path:
            write(path)
    progress("report", len(kinds), len(kinds) + 1)
    tables = write_tables(findings, folder / "tables")
    progress("report", len(kinds) + 1, len(kinds) + 1)
    return (*kinds, *(f"tables/{name}" for name in tables))
