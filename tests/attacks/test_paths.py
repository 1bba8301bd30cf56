"""Names and paths that lead elsewhere: A28."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import PROJECT

from attacks.small import STUDY, deliver, people, told
from clusters.errors import ClustersError
from clusters.study import run_study


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / "config", tmp_path / "project" / "config")
    return tmp_path / "project"


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


# By what a study file names: the line that names it, and the section it stands in.
SETTINGS = {
    "persons": ("[extract.tables]", 'persons = "{}"'),
    "another year": ("[history.files]", '2018 = "{}"'),
    "a map": ("[report.maps]", 'file = "{}"'),
    "a logo": ("[report.style]", 'logo = "{}"'),
    "published figures": ("[published]", 'types = "{}"'),
    "the last edition": ("[report]", 'previous = "{}"'),
}
PATHS = [
    "file:///etc/passwd", "https://x.example/p.csv", "nul\\u0000.csv", "/dev/zero",
    "~/persons.csv", "/etc", "/etc/passwd", "../../../../../../../../../etc/passwd",
    "link.csv", "\\\\\\\\server\\\\deel\\\\p.csv", "CON", "CON.csv", "",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("setting", list(SETTINGS))
def test_a28_fails_on_the_path_of_a_file(project, setting, path):
    """What is there is no such file, and nobody tells what it is instead."""
    deliver(project, people(), "csv")
    (project / "link.csv").symlink_to("/etc/passwd")
    section, line = SETTINGS[setting]
    text = STUDY.format(file="persons.csv")
    if section in text:
        text = text.replace('persons = "persons.csv"', line.format(path))
    else:
        text += f"{section}\n{line.format(path)}\n"
    (project / "config" / "stad.toml").write_text(text)
    before = tree(project.parent)

    ended, said = told(project)

    assert ended != 0, said
    assert "root:" not in said
    assert "Traceback" not in said
    new = tree(project.parent) - before
    assert not (project / "reports").exists()
    assert all(each.startswith("project/data") for each in new)
    kept = [path for path in (project / "data").rglob("*") if path.is_file()]
    assert not any(b"root:" in path.read_bytes() for path in kept)


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
    text += '[[labels.override]]\nname = "../../buiten"\nmatch = {sex = "man"}\n'
    text += '[[labels.override]]\nname = "CON"\nmatch = {sex = "woman"}\n'
    (project / "config" / "stad.toml").write_text(text)
    ended, said = told(project)

    assert ended == 0, said
    new = tree(project) - {"config", "persons.csv"}
    assert {Path(each).parts[0] for each in new} == {"config", "data", "reports"}
    assert not [each for each in new if "buiten" in each]
    assert not list(tmp_path.parent.glob("*buiten*"))


def test_a28_fails_on_members_and_sheets_of_a_workbook(project):
    """A workbook is a zip; what is packed in it besides goes nowhere."""
    path = deliver(project, people(), "xlsx")
    people().to_excel(path, index=False, sheet_name="..buiten")
    with ZipFile(path, "a") as archive:
        for member in ("../../buiten.txt", "/tmp/buiten.txt", "a/../../../buiten.txt"):
            archive.writestr(member, "buiten")
        outside = "<x r='file:///etc/passwd'/>"
        archive.writestr("xl/externalLinks/externalLink1.xml", outside)
    settings = project / "config" / "stad.toml"
    text, before = settings.read_text(), tree(project.parent)
    for sheet, works in (
        ("../../buiten", False),
        ("/etc/passwd", False),
        ("..buiten", True),
    ):
        chosen = f'persons = {{ file = "persons.xlsx", sheet = "{sheet}" }}'
        settings.write_text(text.replace('persons = "persons.xlsx"', chosen))
        ended, said = told(project)
        assert (ended == 0) is works, said

    new = tree(project.parent) - before
    assert {Path(each).parts[:2] for each in new} == {
        ("project", "data"), ("project", "reports"),
    }  # fmt: skip
    assert not [each for each in new if "buiten" in each]
    assert not Path("/tmp/buiten.txt").exists()


def test_a28_bites_a_workbook_that_is_unpacked_by_its_names(project):
    """What a careless reader would have written."""
    path = deliver(project, people(), "xlsx")
    with ZipFile(path, "a") as archive:
        archive.writestr("../buiten.txt", "buiten")
        for name in archive.namelist():
            if name.endswith(".txt"):
                (project / name).write_bytes(archive.read(name))

    assert "buiten.txt" in tree(project.parent)


def test_a28_bites_a_name_that_becomes_a_folder(project):
    inside = project / "reports"
    inside.mkdir()
    before = tree(project)
    (inside / ".." / "buiten").mkdir()

    assert tree(project) - before == {"buiten"}


def tree(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
