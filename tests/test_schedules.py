"""A real server of Prefect, a deployment with an interval, and its report."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import date

import pytest
from conftest import PROJECT
from small_study import STUDY

from clusters.synthetic import make_city, write_person_extract

ON = date(2019, 1, 1)
PATIENCE = 600  # seconds; starting Prefect on a busy machine takes a minute
# Every hour, for the first time in a few seconds.
SERVE = """
from datetime import UTC, datetime, timedelta
from flows.internationals import internationals
from prefect.schedules import Interval
soon = datetime.now(UTC) + timedelta(seconds=15)
internationals.serve(
    name="rooster",
    schedule=Interval(timedelta(hours=1), anchor_date=soon),
    parameters={"study_file": "config/rooster.toml"},
)
"""


@pytest.fixture
def project(tmp_path):
    """A project folder with a small delivery that does not change."""
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    city = make_city(6_000, 3, ON)
    write_person_extract(city, tmp_path / "delivered", "parquet", 3)
    file = "delivered/persons.parquet"
    told = {"name": "rooster", "age": 16, "k": 3, "bands": "", "maps": ""}
    study = STUDY.format(file=file, **told)
    (tmp_path / "config" / "rooster.toml").write_text(study, "utf-8")
    return tmp_path


@pytest.fixture
def started(project):
    """Start programs of Prefect that talk on loopback; end them after the test."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, (PROJECT, PROJECT / "src"))),
        "PREFECT_HOME": str(project / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_RUNNER_POLL_FREQUENCY": "2",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    }
    running = []

    def start(*arguments):
        with (project / f"said-{len(running)}.txt").open("wb") as said:
            running.append(
                subprocess.Popen(  # noqa: S603
                    [sys.executable, *map(str, arguments)],
                    cwd=project,
                    env=surroundings,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            )

    start("-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", port)
    try:
        yield start, f"http://127.0.0.1:{port}/api"
    finally:
        for each in reversed(running):
            end(each)


def end(program):
    """End a program and all that it started."""
    os.killpg(program.pid, signal.SIGTERM)
    try:
        program.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()


def asked(url, question=None):
    """What the server answers, or None where nobody answers yet."""
    body = None if question is None else json.dumps(question).encode()
    request = urllib.request.Request(  # noqa: S310 - on loopback
        url, body, {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return json.load(answer)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return None


def awaited(look):
    """What ``look`` finds in the end."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(1)
    return None


@pytest.mark.slow
def test_a_study_with_a_schedule_runs_by_itself_and_ends_with_a_report(
    project, started
):
    start, server = started
    assert awaited(lambda: asked(f"{server}/health"))
    start("-c", SERVE)

    def ended():
        runs = asked(f"{server}/flow_runs/filter", {}) or []
        over = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
        return [run for run in runs if run["state_type"] in over]

    first, *_ = awaited(ended) or [None]

    said = "".join(path.read_text() for path in sorted(project.glob("said-*.txt")))
    assert first, said
    assert first["auto_scheduled"], said
    assert first["state_type"] == "COMPLETED", said
    (folder,) = (project / "reports" / "rooster").iterdir()
    assert {"report.pdf", "report.html", "run.json"} <= {
        path.name for path in folder.iterdir()
    }
