"""The scheduler keeps nothing about persons; the only tests that start Prefect."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys

import pytest
from conftest import PROJECT
from once import once
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


def flow(project):  # noqa: F811
    """Run the flow in a project, with a Prefect home of its own."""
    home = project / "prefect"
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


@pytest.fixture
def refused(project, tmp_path_factory):  # noqa: F811
    """Four persons: read, clustered, and then refused at the gate."""

    def make(folder):
        shutil.copytree(project, folder, dirs_exist_ok=True)
        return flow(folder)

    return once(tmp_path_factory, "refused-flow", make)


def test_a_flow_that_is_refused_leaves_no_person_in_prefect(refused):
    ended, kept = refused

    assert ended.returncode != 0
    assert CANARY not in ended.stdout + ended.stderr
    assert CANARY.encode() not in kept
    assert b"internationals" in kept  # the right database was looked in


def test_a_bug_that_quotes_a_row_does_not_reach_prefect(project):  # noqa: F811
    site = project / "sitecustomize.py"
    site.write_text(
        "import clusters.study.stages as stages\n"
        "def broken(*args, **kwargs):\n"
        f"    raise ValueError('bad row: {CANARY}1')\n"
        "stages.read_people = broken\n"
    )
    (project / "personen.csv").write_text(PERSONS)

    ended, kept = flow(project)

    assert "ValueError in" in ended.stderr  # the bug was met, and told without the row
    assert CANARY.encode() not in kept
    assert CANARY not in ended.stderr


@pytest.mark.parametrize("module", ["internationals", "tune", "deploy"])
def test_whichever_flow_is_loaded_first_prefect_is_told_not_to_report_home(module):
    """It reports home while it is loaded."""
    told = (
        "import os, sys\n"
        "class Watch:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'prefect':\n"
        "            print(os.environ.get('DO_NOT_TRACK'),"
        " os.environ.get('PREFECT_SERVER_ANALYTICS_ENABLED'))\n"
        "            os._exit(0)\n"
        "sys.meta_path.insert(0, Watch())\n"
        f"import flows.{module}\n"
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED"}
    }
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-u", "-c", told],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
        env={
            **kept,
            "PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "src")]),
        },
    ).stdout

    assert said == "1 false\n"


def test_no_frame_is_kept_as_a_result(refused):
    _, kept = refused

    assert b"pandas" not in kept
    assert b"DataFrame" not in kept
