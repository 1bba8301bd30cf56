"""What people expect of any command: help at once, a version, and their choices."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from test_cli import CANARY, clusters, edited, project
from typer.main import get_command
from typer.testing import CliRunner

from clusters.cli.app import app
from clusters.cli.progress import shown
from clusters.cli.shipped import write_demo
from clusters.cli.words import DUTCH
from clusters.settings import load_study
from clusters.study import stages
from clusters.study.key import made_key
from clusters.study.published import read_published

__all__ = ["project"]  # a fixture

STUDY = "config/proef.toml"
ASK_HELP = """
import json, resource, sys
from clusters.cli.usage import run
sys.argv = ["clusters", "--help"]
run()
used = resource.getrusage(resource.RUSAGE_SELF)
with open("/proc/self/status") as status:  # ru_maxrss is that of who started us too
    (kilobytes,) = [line.split()[1] for line in status if line.startswith("VmHWM")]
heavy = {"numpy", "pandas", "matplotlib", "sklearn", "duckdb"} & set(sys.modules)
print(json.dumps([sorted(heavy), int(kilobytes), used.ru_utime + used.ru_stime]))
"""
# A disk of our own, which is mounted for one process only.
DISK = ("unshare", "--map-root-user", "--mount", "sh", "-c")


@pytest.fixture
def here(project, monkeypatch):
    monkeypatch.chdir(project)
    monkeypatch.delenv("CLUSTERS_LANG", raising=False)
    return project


def called(*arguments):
    return CliRunner().invoke(app, list(arguments))


def everything_in(folder):
    return {path for path in folder.rglob("*") if "config" not in path.parts}


# Help


@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_help_does_not_wait_for_pandas(project):
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASK_HELP],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    heavy, kilobytes, seconds = json.loads(said.splitlines()[-1])

    assert heavy == []
    assert kilobytes < 80_000
    assert seconds < 0.5


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_help_is_in_one_language(project, asked):
    nl = clusters(project, "run", asked, CLUSTERS_LANG="nl").stdout
    en = clusters(project, "run", asked, CLUSTERS_LANG="en").stdout

    for dutch, english in (
        ("Gebruik: clusters run [OPTIES]", "Usage: clusters run [OPTIONS]"),
        ("Het studiebestand.  [verplicht]", "The study file.  [required]"),
        ("Toon deze hulp.", "Show this message and exit."),
    ):
        assert dutch in nl
        assert english in en
        assert dutch not in en
        assert english not in nl


def test_all_that_the_help_says_is_said_in_dutch_too():
    program = get_command(app)
    parts = [program, *program.commands.values()]
    said = {part.help for part in parts}
    said |= {each.help for part in parts for each in part.params}

    assert said == DUTCH.keys()


def test_the_version_is_that_of_the_package(project):
    from importlib.metadata import version

    assert clusters(project, "--version").stdout == (
        f"clusters {version('stadsclusters')}\n"
    )


# Progress


def steps():
    for done in range(2):
        yield "people", done, 1


def test_progress_is_shown_in_lines_or_not_at_all(capsys):
    for how, lines in (({"quiet": True}, 0), ({"verbose": True}, 2)):
        with shown(**how) as tell:
            for step in steps():
                tell(*step)
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.splitlines()) == lines

    assert "people" in said.err


# Choices


def test_a_choice_on_the_command_line_counts_instead_of_that_in_the_file(here):
    text = Path(STUDY).read_text()
    told = called("check", STUDY, "--set", "study.language=en")

    assert "Study population" in told.stdout
    assert "Onderzoeksgroep" in called("check", STUDY).stdout
    assert Path(STUDY).read_text() == text


def test_another_choice_is_another_run(here):
    assert "(de naam volgt" in called("run", STUDY, "--dry-run").stdout
    made_key()
    names = {
        called("run", STUDY, "--dry-run", *more).stdout.splitlines()[-1]
        for more in ([], ["--set", "clustering.seed=1"], ["--set", "clustering.seed=2"])
    }

    # that of the file itself has the same name, whatever its comments
    assert len(names) == 2


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("seed=2", "geef sectie.sleutel=waarde"),
        ("clustering.seed", "geef sectie.sleutel=waarde"),
        ("study.name.more=2", "geef sectie.sleutel=waarde"),
        ("clustering.sead=2", "bedoelt u seed?"),
        ("clustering.seed=many", f"{STUDY} (--set)"),
    ],
)
def test_a_choice_that_does_not_fit_is_refused(here, choice, told):
    ended = called("check", STUDY, "--set", choice)

    assert ended.exit_code == 2
    assert told in ended.stderr
    assert "/clusters-" not in ended.stderr


# Reading along


def test_check_tells_a_program_what_it_tells_people(here):
    told = json.loads(called("check", STUDY, "--json").stdout)

    (file,) = told["files"]
    assert (file["file"], file["rows"]) == ("personen.csv", 4)
    assert told["population"][-1] == {"step": "kept", "persons": 3}
    known = {each["feature"]: each["known"] for each in told["features"]}
    assert known["sex"] == 1
    assert CANARY not in json.dumps(told)


def test_a_dry_run_tells_and_writes_nothing(here):
    before = everything_in(here)
    told = called("run", STUDY, "--dry-run")

    assert told.exit_code == 0
    assert "persons: personen.csv" in told.stdout
    assert told.stdout.count("nog te doen") == 6
    assert everything_in(here) == before


def test_a_dry_run_refuses_what_a_run_refuses(here):
    edited(here, STUDY, '"personen.csv"', '"weg.csv"')

    assert called("run", STUDY, "--dry-run").exit_code == 3


# A disk that refuses

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 - as shutil's


def test_too_little_room_is_told_before_the_work_starts(here, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 10**6))
    before = everything_in(here)
    ended = called("run", STUDY)

    assert ended.exit_code == 2
    assert "te weinig ruimte in data/processed/proef: maak eerst 34 MB vrij" in (
        ended.stderr
    )
    assert everything_in(here) == before


@pytest.mark.parametrize("name", ["reports", "data"])
def test_a_place_where_no_folder_can_come_is_told_before_the_work_starts(here, name):
    (here / name).write_text("a file")
    ended = called("run", STUDY)

    assert ended.exit_code == 2
    assert ended.stderr.strip().startswith(f"In {name}/")
    assert len(ended.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EDQUOT, "De schijf is vol."),
        (errno.EROFS, "geen recht om reports/x te openen"),
        (errno.EACCES, "geen recht om reports/x te openen"),
    ],
)
def test_a_disk_that_refuses_on_the_way_is_told_in_a_line(
    here, monkeypatch, number, told
):
    def refuse(*args, **kwargs):
        raise OSError(number, os.strerror(number), "reports/x")

    monkeypatch.setattr(stages, "read_people", refuse)
    ended = called("run", STUDY)

    assert ended.exit_code == 2
    assert told in ended.stderr
    assert len([line for line in ended.stderr.splitlines() if "recht" in line
                or "schijf" in line]) == 1  # fmt: skip
    assert "Traceback" not in ended.stderr


def test_any_other_error_of_the_system_is_a_bug(here, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(errno.EIO, "broken", CANARY)

    monkeypatch.setattr(stages, "read_people", refuse)
    ended = called("run", STUDY)

    assert ended.exit_code == 1
    assert "OSError" in ended.stderr
    assert CANARY not in ended.stderr


@pytest.mark.parametrize(
    ("folder", "options", "told"),
    [
        ("data", "size=2m", "te weinig ruimte in data/processed/proef"),
        ("reports", "ro", "In reports/proef kan niets worden geschreven"),
    ],
)
def test_a_real_disk_that_is_full_or_read_only(project, folder, options, told):
    (project / folder).mkdir()
    mount = f"mount -t tmpfs -o {options} none {folder}"
    if not shutil.which(DISK[0]) or _ended(project, mount).returncode:
        pytest.skip("this machine gives no disk of one's own")
    program = Path(sys.executable).with_name("clusters")
    ended = _ended(project, f"{mount} && exec {program} run {STUDY}")

    assert ended.returncode == 2
    assert told in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def _ended(project, command):
    return subprocess.run(  # noqa: S603
        [*DISK, command], cwd=project, check=False, capture_output=True, text=True
    )


# The settings that come along


def test_the_demo_finds_all_that_it_needs(tmp_path, monkeypatch):
    written = write_demo(tmp_path)
    monkeypatch.chdir(tmp_path)
    study = load_study(Path("config/demo.toml"))

    assert {path.name for path in written} >= {
        "demo.toml", "disclosure.toml", "labels.nl.toml", "labels.en.toml",
    }  # fmt: skip
    assert len(study.published.files) == 4
    for holds, file in study.published.files.items():
        read_published(holds, file)


def test_init_writes_what_the_demo_needs(here):
    shutil.rmtree("config")
    told = called("init", "--demo")

    assert told.exit_code == 0
    assert "config/demo.toml" in told.stdout.splitlines()
    assert all(Path(line).is_file() for line in told.stdout.splitlines())
    assert called("init").exit_code == 2


def test_what_somebody_wrote_stays(tmp_path):
    own = tmp_path / "config" / "disclosure.toml"
    own.parent.mkdir()
    own.write_text("minimum_persons = 25\n")
    written = write_demo(tmp_path)

    assert own.read_text() == "minimum_persons = 25\n"
    assert own not in written
    assert write_demo(tmp_path) == []
