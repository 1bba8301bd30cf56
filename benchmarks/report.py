"""Measure how long the demo's report takes: each format apart, and the look at them.

Run by hand on an otherwise idle machine, after ``clusters demo``:
``python benchmarks/report.py``; writes benchmarks/results/report.json. What was found
is read from the newest run of the demo and not counted. Figures are drawn once, so what
comes first, content and PDF, pays for those of the web page too.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from clusters.report.content import build_report
from clusters.report.formats.explore import explorable
from clusters.report.formats.html import write_html
from clusters.report.formats.pdf import write_pdf
from clusters.report.formats.tables import write_tables
from clusters.report.formats.workbook import write_workbook
from clusters.report.wording import check_report
from clusters.study.publishing.publish import release_findings
from clusters.study.run import load_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusters.findings.findings import Findings

PROJECT = Path(__file__).parents[1]
RESULT = PROJECT / "benchmarks" / "results" / "report.json"
RUNS = PROJECT / "data" / "processed" / "demo"
MOST_SECONDS = 20  # for the three formats together

Made = TypeVar("Made")


class Clock:
    """Seconds by the name of what was done, on the wall and of the processor."""

    def __init__(self) -> None:
        self.told: dict[str, dict[str, float]] = {}

    def timed(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes, and keep what it took."""
        wall, processor = time.perf_counter(), time.process_time()
        made = make()
        self.told[name] = {
            "seconds": round(time.perf_counter() - wall, 1),
            "cpu_seconds": round(time.process_time() - processor, 1),
        }
        return made


def found() -> Findings:
    """Return what the newest run of the demo found, released."""
    done = [path.parent for path in RUNS.glob("*/evidence.json")]
    if not done:
        raise SystemExit("There is no run of the demo yet: call clusters demo first.")
    work = max(done, key=lambda folder: folder.stat().st_mtime)
    return release_findings(load_run(work))


def measured(findings: Findings, folder: Path) -> dict[str, object]:
    """Write the report in ``folder`` and return what each part of it took."""
    clock = Clock()
    report = clock.timed("content", lambda: build_report(findings))
    clock.timed("pdf", lambda: write_pdf(report, folder / "report.pdf"))
    clock.timed(
        "html",
        lambda: write_html(report, explorable(findings), folder / "report.html"),
    )
    clock.timed("workbook", lambda: write_workbook(findings, folder / "tables.xlsx"))
    formats = dict(clock.told)
    clock.timed("tables", lambda: write_tables(findings, folder / "tables"))
    files = [str(each.relative_to(folder)) for each in folder.rglob("*.*")]
    clock.timed("look at the files", lambda: check_report(findings, folder, files, []))
    together = {
        kind: round(sum(each[kind] for each in formats.values()), 1)
        for kind in ("seconds", "cpu_seconds")
    }
    return {
        **clock.told,
        "three formats together": together,
        "within": together["seconds"] < MOST_SECONDS,
        "megabytes": {
            name: round((folder / name).stat().st_size / 1e6, 1)
            for name in ("report.pdf", "report.html", "tables.xlsx")
        },
        "cores": os.cpu_count() or 0,
    }


def main() -> None:
    """Measure and keep the result."""
    os.chdir(PROJECT)
    findings = found()
    with TemporaryDirectory() as name:
        outcome = measured(findings, Path(name))
    RESULT.write_text(json.dumps(outcome, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(outcome, indent=2))


if __name__ == "__main__":
    main()
