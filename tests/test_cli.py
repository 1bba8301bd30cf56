"""The command as its users meet it: exit codes, and one clear message."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from called import call
from conftest import PROJECT

CANARY = "CANARY-7351"

STUDY = """
[study]
name = "proef"
reference_date = 2019-01-01
language = "{language}"
[extract]
layout = "person"
[extract.tables]
persons = {{ file = "personen.csv", rows = 4 }}
[extract.codes.sex]
M = "man"
V = "woman"
[population]
definition = "born_abroad"
[clustering]
seed = 1
"""
PERSONS = f"""person_id;age;sex;birth_country;income_source;tenure
{CANARY}1;30;M;7024;employee;owned
{CANARY}2;41;V;7024;employee;owned
{CANARY}3;22;V;6030;student;private_rent
{CANARY}4;55;M;5010;employee;social_rent
"""


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    (tmp_path / "config" / "proef.toml").write_text(STUDY.format(language="nl"))
    (tmp_path / "personen.csv").write_text(PERSONS)
    return tmp_path


def clusters(project, *arguments, **environment):
    kept = {
        name: value for name, value in os.environ.items() if name != "CLUSTERS_LANG"
    }
    return call(project, list(arguments), {**kept, **environment})


def edited(project, file, old, new):
    path = project / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


BAD = [
    ("settings", "config/proef.toml", "seed = 1", "sead = 1", 2, "bedoelt u seed?"),
    ("settings", "config/proef.toml", "[population]", "[[", 2, "TOML"),
    ("file", "config/proef.toml", '"personen.csv"', '"weg.csv"', 3, "weg.csv"),
    ("column", "personen.csv", ";sex;", ";kunne;", 3, "sex"),
    ("code", "personen.csv", ";M;", ";X;", 3, "1 onbekende code"),
    ("double", "personen.csv", f"{CANARY}2", f"{CANARY}1", 3, "personen.csv"),
    (
        "truncated",
        "personen.csv",
        f"{CANARY}4;55;M;5010;employee;social_rent\n",
        "",
        3,
        "4",
    ),
    ("empty", "personen.csv", "7024", "6030", 4, ""),
    ("range", "personen.csv", ";30;", ";300;", 3, "age"),
]


@pytest.mark.parametrize(
    ("kind", "file", "old", "new", "code", "message"),
    BAD,
    ids=[f"{each[0]}-{number}" for number, each in enumerate(BAD)],
)
def test_bad_input_ends_in_one_clear_message(
    project, kind, file, old, new, code, message
):
    edited(project, file, old, new)

    ended = clusters(project, "run", "config/proef.toml")

    # four persons are too few to release anything of, so no run of these gets to 0
    assert ended.returncode == code, ended.stderr
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr
    assert CANARY not in ended.stderr + ended.stdout
    assert not (project / "reports").exists()


def test_wrong_encoding_is_refused_with_advice(project):
    edited(
        project, "config/proef.toml", "[extract]\n", '[extract]\nencoding = "utf-8"\n'
    )
    path = project / "personen.csv"
    path.write_bytes(PERSONS.replace("employee", "employ\u00e9").encode("cp1252"))

    ended = clusters(project, "run", "config/proef.toml")

    assert ended.returncode == 3
    assert "encoding" in ended.stderr
    assert CANARY not in ended.stderr


def test_nobody_in_the_population_is_an_extract_error(project):
    text = (project / "personen.csv").read_text()
    for country in ("7024", "5010"):
        text = text.replace(country, "6030")
    (project / "personen.csv").write_text(text)

    ended = clusters(project, "run", "config/proef.toml")

    assert ended.returncode == 3
    assert "Niemand" in ended.stderr
    assert not list((project / "data").rglob("*.parquet"))


@pytest.mark.parametrize(
    ("language", "environment", "word"),
    [
        ("nl", {}, "ontbreekt"),
        ("en", {}, "missing"),
        ("nl", {"CLUSTERS_LANG": "en"}, "missing"),
    ],
)
def test_messages_come_in_the_language_asked_for(project, language, environment, word):
    text = STUDY.format(language=language).replace("seed = 1", "")
    (project / "config" / "proef.toml").write_text(text)

    assert word in clusters(project, "run", "config/proef.toml", **environment).stderr


def test_check_reads_and_prints(project):
    ended = clusters(project, "check", "config/proef.toml")

    assert ended.returncode == 0, ended.stderr
    assert "personen.csv" in ended.stdout
    assert CANARY not in ended.stdout
    kept = [path.name for path in (project / "data").rglob("*") if path.is_file()]
    assert kept == ["check.html"]
    assert CANARY not in (project / "data/processed/proef/check.html").read_text()


def test_synthesize_keeps_the_answer_apart(project):
    ended = clusters(
        project, "synthesize", "stad", "--layout", "person", "--format", "csv",
        "--persons", "3000", "--seed", "2",
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    header = (project / "stad" / "persons.csv").read_text("utf-8").splitlines()[0]
    assert "planted" not in header
    assert (project / "stad" / "truth.parquet").exists()


def test_clean_deletes_old_work_and_keeps_reports(project):
    work = project / "data" / "processed" / "proef" / "abc"
    report = project / "reports" / "proef" / "abc"
    for folder in (work, report):
        folder.mkdir(parents=True)
    os.utime(work, (0, 0))
    recent = work.with_name("def")
    recent.mkdir()

    ended = clusters(project, "clean", "--older-than", "30")

    assert ended.returncode == 0, ended.stderr
    assert not work.exists()
    assert recent.exists()
    assert report.exists()


@pytest.mark.parametrize(
    ("arguments", "dutch", "english"),
    [
        (["run"], "Er ontbreekt iets: STUDY.toml.", "Missing argument"),
        (["frob"], "Dit commando of argument is er niet.", "No such command"),
        (["demo", "--person", "5"], "De optie --person is er niet.", "No such option"),
        (["demo", "--persons", "x"], "Dit past niet bij --persons.", "Invalid value"),
    ],
)
def test_a_wrong_call_is_told_in_the_language_of_the_user(
    project, arguments, dutch, english
):
    nl, en = (
        clusters(project, *arguments, CLUSTERS_LANG=each) for each in ("nl", "en")
    )

    assert nl.returncode == en.returncode == 2
    assert dutch in nl.stderr
    assert "No such" not in nl.stderr
    assert english in en.stderr


def test_a_file_that_is_no_toml_is_told_in_dutch_with_its_place(project):
    edited(project, "config/proef.toml", "[population]", "[population")

    ended = clusters(project, "check", "config/proef.toml")

    assert ended.returncode == 2
    assert "geen geldige TOML op regel" in ended.stderr
    assert "Expected" not in ended.stderr


def test_who_stops_it_while_it_starts_sees_no_traceback(project):
    program = Path(sys.executable).with_name("clusters")
    started = subprocess.Popen(  # noqa: S603
        [str(program), "check", "config/proef.toml"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell starts what runs in the background deaf to Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    time.sleep(0.5)  # importing pandas and the others takes longer
    started.send_signal(signal.SIGINT)
    _, told = started.communicate(timeout=60)

    assert started.returncode == 130
    assert "Traceback" not in told
