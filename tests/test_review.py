"""What the data owner sees, and two names before a report goes out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from small_study import delivery, run
from typer.testing import CliRunner

from clusters.cli.app import app as main
from clusters.disclosure import Register
from clusters.errors import DisclosureError, SettingsError
from clusters.store import PROCESSED, sha256
from clusters.study.publishing.history import REGISTER
from clusters.study.publishing.review import review
from clusters.study.signing import sign

__all__ = ["delivery", "run"]  # fixtures

NAMES = ["A. Jansen", "B. de Vries"]


def loosened(rule, old, new):
    """Change a rule of the project folder, with a name and a reason."""
    path = Path("config/disclosure.toml")
    text = path.read_text("utf-8").replace(f"{rule} = {old}", f"{rule} = {new}")
    for audience in ("openbaar", "intern"):
        answer = f'[{audience}]\napprover = "C. Bakker, CISO"\nreason = "a test"\n'
        text = text.replace(f"[{audience}]\n", answer)
    path.write_text(text, "utf-8")


def test_review_tells_what_was_hidden_and_what_it_cost(run):
    told = review(run(), "nl")

    assert "Regels: openbaar" in told
    assert "Ruimer dan meegeleverd: geen" in told
    assert "SDC-01 te weinig personen:" in told
    assert "kwijt van wat mag: 0,0 %" in told
    assert "Cramérs V" in told
    assert "Concept." in told


def test_the_numbers_of_review_add_up(run):
    folder = run()
    gate = json.loads(
        (PROCESSED / "een" / folder.name / "review/gate.json").read_text()
    )

    for cost in gate["tables"].values():
        assert sum(cost["reasons"].values()) == cost["by_rule"]
        assert cost["by_rule"] + cost["for_others"] <= cost["cells"]


def test_review_names_a_looser_rule_and_who_answers_for_it(run):
    loosened("minimum_share_base", 50, 40)
    told = review(run(), "en")

    assert "Looser than shipped: minimum_share_base" in told
    assert "C. Bakker, CISO: a test" in told


def test_own_classes_are_named_and_agreed_to(run):
    folder = run(bands="bands.age = [26, 35, 50]")
    told = review(folder, "nl")

    assert "Eigen klassen (SDC-14):\n  age                     26 35 50" in told
    assert told.endswith("--own-classes")
    with pytest.raises(DisclosureError, match="age"):
        sign(folder, NAMES)
    paper = json.loads(sign(folder, NAMES, agreed=True).read_text("utf-8"))
    assert paper["rules"]["own_classes"] == {"age": "26 35 50"}


def test_standard_classes_joined_are_no_own_classes(run):
    folder = run(bands="bands.age = [35, 55]")

    assert "Eigen klassen (SDC-14): geen" in review(folder, "nl")
    assert sign(folder, NAMES).exists()


@pytest.mark.parametrize("bands", ["[26]", "4"])
def test_rules_can_refuse_own_classes_before_anything_is_clustered(run, bands):
    path = Path("config/disclosure.toml")
    told = path.read_text("utf-8").replace('"sign"', '"refuse"')
    path.write_text(told, "utf-8")

    with pytest.raises(DisclosureError, match="own: age"):
        run(bands=f"bands.age = {bands}")
    assert not list(Path("data/processed/een").glob("*/clusters.parquet"))
    assert run("twee", bands="bands.age = [45]").exists()


def test_two_people_release_a_report(run):
    folder = run()
    paper = json.loads(sign(folder, NAMES).read_text("utf-8"))

    assert paper["by"] == NAMES
    assert paper["manifest"] == sha256(folder / "run.json")
    assert Register.read(REGISTER).signed == {folder.name: tuple(NAMES)}
    assert "Vrijgegeven door: A. Jansen, B. de Vries" in review(folder, "nl")


def test_one_person_is_not_enough_however_often(run):
    folder = run()
    for names in (
        [],
        ["A. Jansen"],
        ["A. Jansen", "a.  jansen"],
        ["A. Jansen", "A. JANSEN ", "B. de Vries"],
        ["A. Jansen", " "],
    ):
        with pytest.raises(DisclosureError, match="two different people"):
            sign(folder, names)
    assert not (folder / "release.json").exists()


def test_a_report_that_was_changed_after_the_gate_is_not_released(run):
    folder = run()
    with (folder / "report.html").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(DisclosureError, match=r"report\.html"):
        sign(folder, NAMES)
    (folder / "extra.csv").write_text("x")
    with pytest.raises(DisclosureError, match=r"extra\.csv"):
        sign(folder, NAMES)


def test_others_cannot_sign_what_was_signed(run):
    folder = run()
    paper = sign(folder, NAMES).read_bytes()

    assert sign(folder, NAMES[::-1]).read_bytes() == paper
    with pytest.raises(DisclosureError, match="by others"):
        sign(folder, ["A. Jansen", "D. Smit"])


def test_what_was_signed_binds_also_when_its_report_is_gone(run, delivery):
    folder = run()
    sign(folder, NAMES)
    shutil.rmtree(folder)
    gone = delivery[delivery["born_abroad"] == "yes"]["person_id"].iloc[0]
    run("twee", delivery[delivery["person_id"] != gone], age=16)

    entries = Register.read(REGISTER).entries
    assert entries[0].about["lineage"] == entries[1].about["lineage"]


def test_a_register_that_is_gone_after_a_release_stops_the_next_run(run):
    sign(run(), NAMES)
    REGISTER.unlink()

    with pytest.raises(DisclosureError, match="missing or was changed"):
        run("twee", k=4)


def test_a_folder_that_is_no_run_cannot_be_reviewed(run, tmp_path):
    with pytest.raises(SettingsError, match="not the report folder"):
        review(tmp_path, "en")
    folder = run()
    shutil.rmtree(PROCESSED / "een")
    with pytest.raises(SettingsError, match="cleaned away"):
        review(folder, "en")


def test_the_commands_do_the_same(run):
    folder = run()
    shown = CliRunner().invoke(main, ["review", str(folder)])
    one = CliRunner().invoke(main, ["release", str(folder), "--by", "A. Jansen"])
    both = [word for name in NAMES for word in ("--by", name)]
    two = CliRunner().invoke(main, ["release", str(folder), *both])

    assert (shown.exit_code, one.exit_code, two.exit_code) == (0, 4, 0)
    assert two.stdout.strip() == str(folder / "release.json")
