"""Ways around the gate: A33."""

from __future__ import annotations

import ast
import copy
import pickle
import shutil
from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pandas as pd
import pytest
from attacked import SHIPPED
from conftest import PROJECT

from attacks.attacker.documents import read_manifest
from attacks.attacker.manifest import changed_files
from clusters.disclosure import (
    Entry,
    Register,
    ReleasedNumber,
    ReleasedTable,
    release_mean,
    released,
)
from clusters.errors import DisclosureError
from clusters.profiles import CountTable
from clusters.report import build_report, check_report
from clusters.report.formats.tables import write_tables
from clusters.store import sha256
from clusters.study import signing
from clusters.study.publishing.history import REGISTER
from clusters.study.signing import sign

SOURCE = PROJECT / "src" / "clusters"


@pytest.fixture(scope="module")
def found(city):
    return city.findings()[0]


@pytest.fixture(scope="module")
def as_written(city, tmp_path_factory):
    """The report before its manifest is written, and its files."""
    folder = tmp_path_factory.mktemp("written") / "report"
    shutil.copytree(city.folder, folder)
    (folder / "run.json").unlink()
    return folder, sorted(read_manifest(city.folder)["files"])


@pytest.fixture
def publish(as_written):
    """Look at a report and what it was made of, as a run does before it keeps any."""
    folder, files = as_written
    return lambda findings: check_report(findings, folder, files, ())


def test_a33_fails_to_stop_a_report_of_what_was_released(found, publish):
    publish(found)


def told_more(table):
    """The rows of a table, of which one hidden number is filled in."""
    rows = table.rows.copy()
    hidden = rows.index[rows["hidden"].astype(bool)][0]
    rows.loc[hidden, ["persons", "hidden"]] = [7, False]
    return rows


def test_a33_fails_with_a_frame_for_a_table(found, publish):
    with pytest.raises((AttributeError, TypeError, DisclosureError)):
        publish(replace(found, profiles=found.profiles.rows))


def test_a33_fails_with_something_that_looks_like_a_table(found, publish):
    table = found.profiles
    forged = SimpleNamespace(
        name=table.name, dimensions=table.dimensions, rows=told_more(table),
        policy=table.policy, seal=table.seal, where=table.where, value=table.value,
        base=table.base,
    )  # fmt: skip

    with pytest.raises(DisclosureError):
        publish(replace(found, profiles=forged))


def test_a33_fails_with_a_forged_seal(found):
    table = found.profiles
    for seal in (object(), None, "sealed", table.seal):
        with pytest.raises(DisclosureError, match="did not pass"):
            ReleasedTable(
                table.name, table.dimensions, told_more(table), table.policy, seal
            )
    mean = release_mean(pd.Series(range(900)), SHIPPED, name="m", unit=1)
    for seal in (object(), None, mean.seal):
        with pytest.raises(DisclosureError, match="did not pass"):
            ReleasedNumber("m", 3.14, SHIPPED, seal)


def test_a33_fails_with_a_copy_of_a_sealed_table(found):
    with pytest.raises(DisclosureError, match="did not pass"):
        replace(found.profiles, rows=told_more(found.profiles))


def test_a33_fails_with_a_sealed_table_changed_afterwards(found, publish):
    changed = copy.deepcopy(found.profiles)
    hidden = changed.rows.index[changed.rows["hidden"].astype(bool)][0]
    changed.rows.loc[hidden, "persons"] = 7

    with pytest.raises(DisclosureError, match="did not pass"):
        publish(replace(found, profiles=changed))


def test_a33_fails_with_a_table_changed_on_its_way_through_a_file(found, publish):
    kept = pickle.loads(pickle.dumps(found.profiles))  # noqa: S301 - our own
    object.__setattr__(kept, "rows", told_more(kept))

    with pytest.raises(DisclosureError, match="did not pass"):
        publish(replace(found, profiles=kept))


def test_a33_fails_with_a_table_that_nobody_made(found, publish):
    """Made without its maker, the fields of a real one in it: also from a file."""
    forged = object.__new__(ReleasedTable)
    for field in fields(ReleasedTable):
        object.__setattr__(forged, field.name, getattr(found.profiles, field.name))
    object.__setattr__(forged, "rows", told_more(found.profiles))
    from_file = pickle.loads(pickle.dumps(forged))  # noqa: S301 - our own

    for each in (forged, from_file):
        with pytest.raises(DisclosureError, match="did not pass"):
            publish(replace(found, profiles=each))


def test_a33_fails_with_the_seal_of_another_table(found, publish):
    other = copy.copy(found.profiles)
    object.__setattr__(other, "seal", found.sizes.seal)

    with pytest.raises(DisclosureError, match="did not pass"):
        publish(replace(found, profiles=other))


def test_a33_fails_with_other_rules_than_those_that_were_met(found, publish):
    looser = SHIPPED.model_copy(update={"minimum_persons": 3, "loosened": ()})
    with pytest.raises(DisclosureError, match="did not pass"):
        replace(found.profiles, policy=looser)
    told = copy.copy(found.profiles)
    object.__setattr__(told, "policy", looser)
    with pytest.raises(DisclosureError, match="did not pass"):
        publish(replace(found, profiles=told))
    mean = release_mean(pd.Series(range(900)), SHIPPED, name="m", unit=1)
    with pytest.raises(DisclosureError, match="did not pass"):
        replace(mean, value=3.14)


@pytest.mark.parametrize("kind", ["frame", "rows", "counts"])
def test_a33_fails_with_every_renderer_on_its_own(found, kind, tmp_path):
    """A frame is no table, whoever is asked to show it."""
    frame = {
        "frame": pd.DataFrame({"cluster": ["all"], "persons": [7]}),
        "rows": found.sizes.rows,
        "counts": CountTable("sizes", ("cluster",), found.sizes.rows),
    }[kind]
    forged = replace(found, sizes=frame)
    for render in (build_report, lambda each: write_tables(each, tmp_path)):
        with pytest.raises((AttributeError, TypeError, DisclosureError)):
            render(forged)
    assert not list(tmp_path.rglob("sizes.csv"))


def test_a33_bites_a_gate_whose_seal_fits_everything(found):
    """What each of these prevents: with a seal that fits, a forged table is a table."""
    with mock.patch.object(released, "_refuse_forged"):
        forged = replace(found.profiles, rows=told_more(found.profiles))

    assert (forged.rows["persons"] == 7).any()


def test_a33_fails_with_a_number_in_a_sentence(found, city, as_written, tmp_path):
    """A report that says what no table told is not kept."""
    folder = shutil.copytree(city.folder, tmp_path / "report")
    (folder / "run.json").unlink()
    page = (folder / "report.html").read_text("utf-8")
    told = "<p>In dit cluster zijn 7.123 personen.</p></body>"
    (folder / "report.html").write_text(page.replace("</body>", told), "utf-8")

    with pytest.raises(DisclosureError):
        check_report(found, folder, as_written[1], ())


def test_a33_bites_a_table_without_a_seal(found):
    """What the seal prevents: the same fields without it are shown as they are."""
    table = found.profiles
    forged = SimpleNamespace(rows=told_more(table), name=table.name)

    assert (forged.rows["persons"] == 7).any()


def test_a33_fails_on_a_report_that_was_edited(city, tmp_path):
    """Whoever has the manifest sees what was changed since."""
    assert changed_files(city.folder) == []


def test_a33_bites_a_report_that_was_edited(city, tmp_path):
    folder = shutil.copytree(city.folder, tmp_path / "report")
    table = folder / "tables" / "sizes.csv"
    table.write_text(table.read_text("utf-8").replace("5", "6", 1), "utf-8")
    (folder / "report.pdf").unlink()
    (folder / "more.txt").touch()

    assert changed_files(folder) == ["more.txt", "report.pdf", "tables/sizes.csv"]


def test_a33_fails_on_a_run_that_finds_an_edited_report(city):
    """A finished run is not done twice, but only if its report is still its own."""
    table = city.folder / "tables" / "sizes.csv"
    before = table.read_bytes()
    table.write_bytes(before.replace(b"false", b"true", 1))
    try:
        assert not city.is_finished()
    finally:
        table.write_bytes(before)
    assert city.is_finished()


@pytest.fixture
def room(city, tmp_path, monkeypatch):
    """A copy of what two people see before they sign: report, review and register."""
    work = city.work.relative_to(city.root)
    shutil.copytree(city.folder, tmp_path / city.folder.relative_to(city.root))
    shutil.copytree(city.work / "review", tmp_path / work / "review")
    shutil.copy(city.root / REGISTER, tmp_path / REGISTER)
    monkeypatch.chdir(tmp_path)
    report = city.folder.relative_to(city.root)
    return SimpleNamespace(report=report, review=work / "review")


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def edit_a_table(room):
    edit(room.report / "tables" / "sizes.csv", "5", "6")


def edit_a_table_and_the_manifest(room):
    file = room.report / "tables" / "sizes.csv"
    before = sha256(file)
    edit_a_table(room)
    edit(room.report / "run.json", before, sha256(file))


def edit_the_manifest(room):
    edit(room.report / "run.json", '"seed": 1', '"seed": 2')


def edit_the_review(room):
    edit(room.review / "gate.json", '"loosened": []', '"loosened": ["round_base"]')


def edit_the_own_classes(room):
    """Nobody would have to agree to them."""
    edit(room.review / "gate.json", '"club": ""', "")


def edit_the_name_of_the_run(room):
    other = f"{room.report.name[:-1]}z"
    edit(room.report / "run.json", f'"run": "{room.report.name}"', f'"run": "{other}"')
    shutil.copytree(room.review, room.review.parents[1] / other / "review")


def edit_the_register(room):
    """A line that has one after it; of the last line nothing holds the digest."""
    Register.read(REGISTER).append(Entry("later", {}, {}))
    edit(Path(REGISTER), '"persons": ', '"persons": 1')


EDITS = (
    edit_a_table, edit_a_table_and_the_manifest, edit_the_manifest, edit_the_review,
    edit_the_own_classes, edit_the_name_of_the_run, edit_the_register,
)  # fmt: skip
TWO = ["A. Jansen", "B. de Vries"]


def test_a33_fails_to_sign_nothing_that_was_not_edited(room):
    assert sign(room.report, TWO, agreed=True).name == "release.json"


@pytest.mark.parametrize("change", EDITS)
def test_a33_fails_on_an_edit_between_the_check_and_the_release(room, change):
    change(room)

    with pytest.raises(DisclosureError):
        sign(room.report, TWO, agreed=True)
    assert not (room.report / "release.json").exists()


@pytest.mark.parametrize(
    "change", [edit_a_table_and_the_manifest, edit_the_manifest, edit_the_review]
)
def test_a33_bites_a_release_that_believes_the_manifest(room, change):
    """Who holds a report against its own manifest sees nothing."""
    change(room)

    with mock.patch.object(signing, "_refuse_edited"):
        assert sign(room.report, TWO, agreed=True).exists()


def test_only_the_gate_seals():
    """The seal is a function that anybody can call, so that nobody else may name it."""
    users = {
        path.relative_to(SOURCE).parts[0]
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if "seal_of" in {getattr(node, "id", ""), getattr(node, "attr", ""),
                         *(each.name for each in getattr(node, "names", ())
                           if isinstance(each, ast.alias))}
    }  # fmt: skip

    assert users == {"disclosure"}
