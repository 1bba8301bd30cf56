"""Ways around the gate: A33."""

from __future__ import annotations

import ast
import copy
import pickle
import shutil
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from attacked import SHIPPED
from conftest import PROJECT

from attacks.attacker.manifest import changed_files
from attacks.city import saying
from clusters.disclosure import ReleasedNumber, ReleasedTable, release_mean
from clusters.errors import DisclosureError
from clusters.report import check_report, write_report

SOURCE = PROJECT / "src" / "clusters"


@pytest.fixture(scope="module")
def found(city):
    return city.findings()[0]


@pytest.fixture
def publish(tmp_path):
    """Write a report and look at it, as a run does before it keeps anything."""

    def written(findings):
        check_report(findings, tmp_path, write_report(findings, tmp_path), ())

    return written


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


def test_a33_fails_with_a_number_in_a_sentence(found, city):
    """A report that says what no table told is not kept."""
    weak = city.report(say=saying("In dit cluster zijn 7.123 personen."))
    files = [
        path.relative_to(weak.folder).as_posix()
        for path in sorted(weak.folder.rglob("*.*"))
        if path.is_file()
    ]

    with pytest.raises(DisclosureError):
        check_report(found, weak.folder, files, ())


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
