"""Measure the demo: seconds and peak memory of the whole command, start-up included.

Run by hand on an otherwise idle machine: ``python benchmarks/demo.py``; writes
benchmarks/results/demo.json. The extract is made first and does not count; the study's
earlier output is put aside, so that every stage is done.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[1]
RESULT = PROJECT / "benchmarks" / "results" / "demo.json"
CLUSTERS = Path(sys.executable).with_name("clusters")


def measured(folder: Path) -> dict[str, float]:
    """Run the demo's study in ``folder`` and return what it took."""
    started = time.perf_counter()
    subprocess.run([CLUSTERS, "run", "config/demo.toml"], cwd=folder, check=True)  # noqa: S603
    seconds = time.perf_counter() - started
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": round(seconds, 1),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 1),
        "peak_gigabytes": round(usage.ru_maxrss / 2**20, 2),
    }


def main() -> None:
    """Measure and keep the result."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PROJECT / "config", folder / "config")
        arguments = ["synthesize", "data/raw/demo", "--layout", "cbs"]
        subprocess.run([CLUSTERS, *arguments], cwd=folder, check=True)  # noqa: S603
        made = resource.getrusage(resource.RUSAGE_CHILDREN)
        outcome = measured(folder)
    before = made.ru_utime + made.ru_stime
    outcome["cpu_seconds"] = round(outcome["cpu_seconds"] - before, 1)
    outcome["cores"] = os.cpu_count() or 0
    RESULT.write_text(json.dumps(outcome, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(outcome, indent=2))


if __name__ == "__main__":
    main()
