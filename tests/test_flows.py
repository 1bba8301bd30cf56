"""The scheduler keeps nothing about persons; the only tests that start Prefect."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest
from conftest import PROJECT
from test_cli import CANARY, PERSONS, project  # noqa: F401 - a fixture

RUN = """
import sys
from pathlib import Path
from flows.internationals import internationals
internationals(Path(sys.argv[1]))
"""


@pytest.fixture
def flow(project, tmp_path):  # noqa: F811
    """Run the flow with a Prefect home of its own."""
    home = tmp_path / "prefect"

    def run():
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-c", RUN, "config/proef.toml"],
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT),
                "PREFECT_HOME": str(home),
                "PREFECT_LOGGING_TO_API_ENABLED": "true",
                "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
            },
        )
        kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        return ended, kept

    return run


def test_a_flow_that_is_refused_leaves_no_person_in_prefect(flow, project):  # noqa: F811
    # four persons: read, clustered, and then refused at the gate
    ended, kept = flow()

    assert ended.returncode != 0
    assert CANARY not in ended.stdout + ended.stderr
    assert CANARY.encode() not in kept
    assert b"internationals" in kept  # the right database was looked in


def test_a_bug_that_quotes_a_row_does_not_reach_prefect(flow, project):  # noqa: F811
    site = project / "sitecustomize.py"
    site.write_text(
        "import clusters.study.stages as stages\n"
        "def broken(*args, **kwargs):\n"
        f"    raise ValueError('bad row: {CANARY}1')\n"
        "stages.assemble = broken\n"
    )
    (project / "personen.csv").write_text(PERSONS)

    ended, kept = flow()

    assert ended.returncode != 0
    assert CANARY.encode() not in kept
    assert CANARY not in ended.stderr


def test_the_flow_keeps_no_results(flow):
    _, kept = flow()

    assert b"cloudpickle" not in kept
    assert sqlite3.sqlite_version  # Prefect's own database is SQLite
