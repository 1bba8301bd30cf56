"""Errors that quote a person: A24."""

from __future__ import annotations

import shutil
from unittest import mock

import pandas as pd
import pytest
from conftest import PROJECT

from attacks.small import CANARY, deliver, people, told
from clusters.study import stages
from clusters.study.publishing import publish

SECRET = "918273645"  # noqa: S105 - a made-up key of a person


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    return tmp_path


def leaks(said):
    return CANARY in said or SECRET in said


# A24

SPOILT = {
    "age": f"{SECRET}",
    "sex": SECRET,
    "income_source": SECRET,
}


@pytest.mark.parametrize("kind", ["csv", "parquet", "sav", "xlsx"])
@pytest.mark.parametrize("column", list(SPOILT))
def test_a24_fails_on_every_reader(project, kind, column):
    frame = people()
    frame[column] = frame[column].astype(object if kind != "sav" else str)
    # a single number that cannot be makes one person unknown; so many are refused
    frame.loc[7:37, column] = SPOILT[column]
    if kind in {"parquet", "xlsx", "sav"} and column == "age":
        frame[column] = frame[column].astype(str)
    deliver(project, frame, kind)

    ended, said = told(project)

    assert ended != 0, "the row was met"
    assert CANARY not in said
    # of a coded column a code that many have may be told, for who must map it
    assert SECRET not in said or column in {"sex", "income_source"}


@pytest.mark.parametrize("column", list(SPOILT))
def test_a24_fails_on_a_value_that_one_person_has(project, column):
    frame = people()
    frame[column] = frame[column].astype(object)
    frame.loc[7, column] = SPOILT[column]
    deliver(project, frame, "csv")

    ended, said = told(project)

    assert ended != 0 or column == "age"
    assert not leaks(said)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-40]),
        lambda path: path.write_bytes(
            path.read_bytes().replace(b";man;", b";\xff\xfe;", 1)
        ),
        lambda path: path.write_text(path.read_text().replace(";man;", ';"man;', 1)),
        lambda path: path.write_text(path.read_text().replace(";man;", ";man;;;", 1)),
        lambda path: path.write_text(
            path.read_text().replace(f"{CANARY}0007", f"{CANARY}0008")
        ),
    ],
    ids=["cut", "no text", "open quote", "too many cells", "twice the same person"],
)
def test_a24_fails_on_a_broken_file(project, spoil):
    spoil(deliver(project, people(), "csv"))

    ended, said = told(project)

    assert ended != 0
    assert not leaks(said)


@pytest.mark.parametrize(
    ("module", "step"),
    [
        (stages, "read_people"),
        (stages, "describe_people"),
        (stages, "cluster_people"),
        (publish, "tabulate"),
        (publish, "release_tables"),
        (publish, "find"),
        (publish, "write_report"),
        (publish, "check_report"),
    ],
)
def test_a24_fails_on_a_bug_in_every_stage(project, module, step):
    """A bug keeps its traceback, for who must mend it, and tells of no row."""
    deliver(project, people(), "parquet")

    def broken(*_, **__):
        raise ValueError(f"bad row: {CANARY}0007 {SECRET}")

    with mock.patch.object(module, step, broken):
        ended, said = told(project)

    assert ended != 0
    assert not leaks(said)


def test_a24_bites_a_command_that_passes_messages_on(project):
    frame = people()
    frame["age"] = frame["age"].astype(str)
    frame.loc[7, "age"] = SECRET * 2
    path = deliver(project, frame, "csv")

    with pytest.raises(ValueError, match="could not convert") as caught:
        pd.read_csv(path, sep=";", dtype=str)["person_id"].astype(float)

    assert leaks(str(caught.value))
