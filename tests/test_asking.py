"""What `clusters init` asks at a terminal, and what it makes of the answers."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
import tomllib

import pytest
from conftest import PROJECT

pty = pytest.importorskip("pty", reason="no pseudo terminals here")

PERSONS = [
    f"P{n:03d};19800101;{'AB'[n % 2]};6030;{3000 + n};{'XZ'[n % 2]}" for n in range(60)
]
_CALL = "from clusters.cli import main; main()"
_PATIENCE = 90  # seconds, on a machine with much to do


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    lines = ["ANUMMER;GEBOORTEDATUM;GESLACHT;GEBOORTELAND;LOON;KOOPHUUR", *PERSONS]
    (tmp_path / "mensen.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


def at_terminal(folder, answers):
    """Call init at a pseudo terminal, answering each question that has a word in it."""
    ours, theirs = pty.openpty()
    called = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", _CALL, "init", "mensen.csv"],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "COLUMNS": "200", "LANG": "nl_NL.UTF-8"},
    )
    os.close(theirs)
    told, seen, left = "", 0, list(answers)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                told += os.read(ours, 4096).decode("utf-8", "replace")
            except OSError:  # how a terminal says that the other side is gone
                break
        elif called.poll() is not None:
            break
        if left and left[0][0] in told[seen:] and told.rstrip(" ").endswith(":"):
            seen = len(told)
            os.write(ours, f"{left.pop(0)[1]}\n".encode())
    os.close(ours)
    assert called.wait(_PATIENCE) == 0, told
    assert not left, told
    return told, tomllib.loads((folder / "config" / "mensen.toml").read_text("utf-8"))


ANSWERS = [
    ("Peildatum", "1 januari"),
    ("Peildatum", "2024-01-01"),
    ("Plaats", "Testdam"),
    ("wat is A?", "man"),
    ("wat is B?", "vrouw"),  # not a code of ours, so asked again
    ("wat is B?", "woman"),
]


def test_answers_at_a_terminal_stand_in_the_study_file(project):
    answers = [
        *ANSWERS,
        ("Is LOON", "n"),  # the guess is wrong
        ("wat is X?", "owned"),
        ("wat is Z?", "-"),
    ]
    told, study = at_terminal(project, answers)

    assert "Dit is geen datum als 2024-01-01." in told
    assert str(study["study"]["reference_date"]) == "2024-01-01"
    assert study["study"]["place"] == "Testdam"
    assert study["extract"]["codes"]["sex"] == {"A": "man", "B": "woman"}
    assert study["extract"]["codes"]["tenure"] == {"X": "owned", "Z": ""}
    assert study["extract"]["columns"]["tenure"] == "KOOPHUUR"
    assert "wage" not in study["extract"]["columns"]
    assert "P001" not in told


def test_what_is_skipped_stays_to_be_done(project):
    told, study = at_terminal(project, [
        ("Peildatum", ""), ("Plaats", ""), ("wat is A?", ""), ("Is LOON", ""),
        ("wat is X?", ""),
    ])  # fmt: skip

    assert "reference_date" not in study["study"]
    assert "place" not in study["study"]
    assert {"sex", "tenure"}.isdisjoint(study["extract"]["columns"])
    assert study["extract"]["columns"]["wage"] == "LOON"
    assert "study.reference_date: de dag waarop u kijkt" in told
