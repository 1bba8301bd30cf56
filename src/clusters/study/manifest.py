"""run.json: what went in, what came out, with what, so that it can be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.store import sha256, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from clusters.findings.findings import Findings
    from clusters.study.run import Run


def write_manifest(
    run: Run, findings: Findings, folder: Path, files: Iterable[str]
) -> Path:
    """Write the manifest of a finished report; row counts are the released ones."""
    colophon = findings.colophon
    rows = findings.funnel.rows
    return write_json(
        folder / "run.json",
        {
            "run": run.name,
            "study": run.study.study.name,
            "reference_date": run.study.study.reference_date.isoformat(),
            "inputs": dict(colophon.inputs),
            "settings": run.settings,
            "code": {"version": colophon.code_version, "sha256": run.code},
            "packages": dict(colophon.versions),
            "seed": run.study.clustering.seed,
            "rows": {
                step: None if pd.isna(persons) else int(persons)
                for step, persons in zip(rows["step"], rows["persons"], strict=True)
            },
            "files": {name: sha256(folder / name) for name in sorted(files)},
        },
    )
