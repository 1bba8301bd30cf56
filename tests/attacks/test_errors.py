"""Errors that quote a person, and names that lead elsewhere: A24 and A28."""

from __future__ import annotations

import contextlib
import shutil
from io import StringIO
from pathlib import Path
from unittest import mock

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from conftest import PROJECT

from clusters.cli.app import app
from clusters.errors import ClustersError
from clusters.settings import load_study
from clusters.study import run_study, stages

CANARY = "KANARIE7351"
SECRET = "918273645"  # noqa: S105 - a made-up key of a person

STUDY = """
[study]
name = "stad"
reference_date = 2019-01-01
[extract]
layout = "person"
[extract.tables]
persons = "{file}"
[population]
definition = "born_abroad"
[clustering]
seed = 1
clusters = 2
starts = 1
stability_samples = 0
compare_with_noise = false
"""


def people(persons=300):
    dice = np.random.default_rng(1)
    return pd.DataFrame(
        {
            "person_id": [f"{CANARY}{n:04d}" for n in range(persons)],
            "age": dice.integers(18, 80, persons).astype(float),
            "sex": dice.choice(["man", "woman"], persons),
            "birth_country": "7024",
            "income_source": dice.choice(["employee", "student"], persons),
            "tenure": dice.choice(["owned", "private_rent"], persons),
        }
    )


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    return tmp_path


def deliver(project, frame, kind):
    path = project / f"persons.{kind}"
    match kind:
        case "csv":
            frame.to_csv(path, sep=";", index=False)
        case "parquet":
            frame.to_parquet(path)
        case "sav":
            pyreadstat.write_sav(frame, str(path))
        case "xlsx":
            frame.to_excel(path, index=False)
    (project / "config" / "stad.toml").write_text(STUDY.format(file=path.name))
    return path


def told(project):
    """All that a run says to its terminal, whatever happens to it."""
    said = StringIO()
    with (
        contextlib.chdir(project),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        try:
            ended = app(["run", "config/stad.toml"], standalone_mode=False)
        except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked at
            said.write(f"{type(error).__name__}: {error}")
            ended = 1
    return ended or 0, said.getvalue()


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
    frame.loc[7, column] = SPOILT[column]
    if kind in {"parquet", "xlsx", "sav"} and column == "age":
        frame[column] = frame[column].astype(str)
    deliver(project, frame, kind)

    ended, said = told(project)

    assert ended != 0, "the row was met"
    assert CANARY not in said
    # of a coded column the code may be told, for who must map it; of others nothing
    assert SECRET not in said or column in {"sex", "income_source"}


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
    "stage",
    ["read_people", "describe_people", "cluster_people", "gather", "write_report"],
)
def test_a24_fails_on_a_bug_in_every_stage(project, stage):
    """A bug keeps its traceback, for who must mend it, and tells of no row."""
    deliver(project, people(), "parquet")

    def broken(*_, **__):
        raise ValueError(f"bad row: {CANARY}0007 {SECRET}")

    with mock.patch.object(stages, stage, broken):
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


# A28

NAMES = [
    "../buiten", "/tmp/buiten", "a/b", "..", ".", "~", "nul\x00", "con ", "C:buiten",
    "\\\\server\\deel", "file:buiten", "a" * 200, "Stad", "",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a28_fails_on_the_name_of_a_study(project, name):
    deliver(project, people(), "csv")
    escaped = name.replace("\\", "\\\\").replace("\x00", "\\u0000")
    text = (project / "config" / "stad.toml").read_text()
    (project / "config" / "stad.toml").write_text(
        text.replace('"stad"', f'"{escaped}"')
    )
    before = tree(project.parent)

    with contextlib.chdir(project), pytest.raises(ClustersError):
        run_study(project / "config" / "stad.toml")

    assert tree(project.parent) == before


@pytest.mark.parametrize(
    "file", ["file:///etc/passwd", "https://x.example/p.csv", "nul\\u0000.csv", "/dev/zero",
             "~/persons.csv", "/etc"]
)  # fmt: skip
def test_a28_fails_on_the_path_of_a_file(project, file):
    deliver(project, people(), "csv")
    (project / "config" / "stad.toml").write_text(STUDY.format(file=file))
    before = tree(project.parent)

    ended, said = told(project)

    assert ended != 0
    assert "root:" not in said
    assert tree(project.parent) == before


def test_a28_fails_on_names_and_titles_and_words(project, tmp_path):
    """What people write as a title, a place or an answer names no file."""
    frame = people().assign(club="../../buiten")
    deliver(project, frame, "csv")
    text = (project / "config" / "stad.toml").read_text()
    text = text.replace(
        "[extract]", 'title = "../../buiten"\nplace = "/etc"\n[extract]'
    )
    text = text.replace("[population]", '[extract.extra]\nclub = "../x"\n[population]')
    text += '[report]\ndrilldown = ["club"]\n'
    (project / "config" / "stad.toml").write_text(text)
    ended, said = told(project)

    assert ended == 0, said
    new = tree(project) - {"config", "persons.csv"}
    assert {Path(each).parts[0] for each in new} == {"config", "data", "reports"}
    assert not [each for each in new if "buiten" in each]
    assert not list(tmp_path.parent.glob("*buiten*"))


def test_a28_fails_on_a_link_out_of_the_room(project, tmp_path):
    """A folder of reports that is a link is followed by nobody but its owner."""
    deliver(project, people(), "csv")
    study = load_study(project / "config" / "stad.toml")

    assert study.study.name == "stad"
    assert not any(each.is_symlink() for each in project.rglob("*"))


def test_a28_bites_a_name_that_becomes_a_folder(project):
    inside = project / "reports"
    inside.mkdir()
    before = tree(project)
    (inside / ".." / "buiten").mkdir()

    assert tree(project) - before == {"buiten"}


def tree(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
