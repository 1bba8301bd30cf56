"""The scheduler keeps nothing about persons; the only tests that start Prefect."""

from __future__ import annotations

import base64
import os
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


def kept_in(home):
    """All that Prefect wrote, results decoded: it keeps them as base64 of a pickle."""
    files = [path for path in home.rglob("*") if path.is_file()]
    plain = b"".join(path.read_bytes() for path in files)
    stored = [path for path in files if path.parent.name == "storage"]
    return plain + b"".join(base64.b64decode(path.read_bytes()) for path in stored)


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
                "PYTHONPATH": os.pathsep.join([str(PROJECT), str(project)]),
                "PREFECT_HOME": str(home),
                "PREFECT_LOGGING_TO_API_ENABLED": "true",
                "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
            },
        )
        return ended, kept_in(home)

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
        "stages.read_people = broken\n"
    )
    (project / "personen.csv").write_text(PERSONS)

    ended, kept = flow()

    assert "ValueError in" in ended.stderr  # the bug was met, and told without the row
    assert CANARY.encode() not in kept
    assert CANARY not in ended.stderr


def test_no_frame_is_kept_as_a_result(flow):
    _, kept = flow()

    assert b"pandas" not in kept
    assert b"DataFrame" not in kept
