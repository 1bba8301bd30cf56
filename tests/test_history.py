"""Whole runs held against each other: one person, a filter, another k, a draft gone."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pandas as pd
import pytest
from small_study import delivery, run

from clusters.disclosure import Register
from clusters.errors import DisclosureError
from clusters.store import PROCESSED, sha256
from clusters.study import open_run
from clusters.study.publishing.history import REGISTER

__all__ = ["delivery", "run"]  # fixtures


def tables(folder):
    return {
        path.name: path.read_text("utf-8") for path in (folder / "tables").iterdir()
    }


def counts(folder, table):
    rows = pd.read_csv(folder / "tables" / f"{table}.csv", dtype=str)
    names = [name for name in ("cluster", "feature", "category") if name in rows]
    return rows.set_index(names)["persons"].astype("Int64")


def studied(delivery):
    return delivery[(delivery["born_abroad"] == "yes") & (delivery["age"] >= 16)]


def test_a_run_enters_the_register_before_its_report_appears(run):
    folder = run()

    assert [each.release for each in Register.read(REGISTER).entries] == [folder.name]
    assert stat.S_IMODE(REGISTER.stat().st_mode) == 0o600
    assert PROCESSED in REGISTER.parents


def test_the_same_run_again_gives_the_same_bytes_whatever_came_after(run, delivery):
    first = run()
    before = {path: sha256(path) for path in first.rglob("*.*")}
    run("twee", k=4)
    shutil.rmtree(first)

    assert run() == first
    assert {path: sha256(path) for path in before} == before
    assert len(Register.read(REGISTER).entries) == 2


def test_one_person_more_or_less_changes_no_number(run, delivery):
    gone = studied(delivery)["person_id"].iloc[0]
    first = run()
    second = run("twee", delivery[delivery["person_id"] != gone])

    assert tables(first)["profiles.csv"] == tables(second)["profiles.csv"]
    assert tables(first)["sizes.csv"] == tables(second)["sizes.csv"]


def test_one_person_who_changed_changes_no_number(run, delivery):
    moved = delivery["person_id"] == studied(delivery)["person_id"].iloc[3]
    other = {"owned": "social_rent"}
    tenure = delivery["tenure"].where(~moved, delivery["tenure"].map(other.get))
    first = run()
    second = run("twee", delivery.assign(tenure=tenure.fillna("owned")))

    sizes = counts(first, "sizes").compare(counts(second, "sizes"))
    assert sizes.empty


def with_few_of_sixteen(delivery):
    """The people of the study, of whom four are sixteen."""
    is_young = studied(delivery).query("age == 16")["person_id"]
    assert len(is_young) > 4
    return delivery[~delivery["person_id"].isin(is_young[4:])]


def test_a_filter_that_leaves_out_a_few_persons_is_refused(run, delivery):
    few = with_few_of_sixteen(delivery)
    run("een", few, age=16)

    with pytest.raises(DisclosureError, match="fewer than 10 persons"):
        run("twee", few, age=17)
    assert not list(Path("reports/twee").glob("*/run.json"))


def test_a_filter_that_leaves_out_many_is_not(run):
    run("een", age=16)

    assert run("twee", age=40).exists()


def test_a_filter_that_leaves_out_nobody_shares_its_numbers(run, delivery):
    grown = delivery[(delivery["age"] >= 18) | (delivery["born_abroad"] == "no")]
    first, second = run("een", grown, age=16), run("twee", grown, age=18)

    assert counts(first, "sizes").equals(counts(second, "sizes"))


def test_a_cluster_that_is_nearly_an_earlier_one_keeps_its_numbers(run, monkeypatch):
    """Another k: a cluster that five persons left is the same cluster."""
    first = run()
    from clusters.study import stages

    found = pd.read_parquet(open_run(Path("config/een.toml")).work / "clusters.parquet")
    real = stages.cluster_people

    def nearly(*args, **kwargs):
        outcome = real(*args, **kwargs)
        clusters = found.copy()
        some = clusters[clusters["cluster"] == 1].index
        clusters.loc[some[:200], "cluster"] = 4
        clusters.loc[clusters[clusters["cluster"] == 3].index[:5], "cluster"] = 2
        object.__setattr__(outcome, "clusters", clusters)
        return outcome

    monkeypatch.setattr(stages, "cluster_people", nearly)
    second = run("twee", k=4)

    one, other = counts(first, "sizes"), counts(second, "sizes")
    assert one[["2", "3"]].equals(other[["2", "3"]])
    assert one["1"] != other["1"]


def test_other_bands_of_the_same_people_are_held_against_each_other(
    run, delivery, monkeypatch
):
    """A handful are between two edges that are a year apart."""
    ages = studied(delivery)["age"].value_counts()
    (edge, *_) = sorted(int(age) for age in ages.index if age > 40 and ages[age] < 10)
    run("een", bands=f"bands.age = [30, {edge}]")
    from clusters.study.publishing import release

    seen = []
    real = release.release_all
    monkeypatch.setattr(
        release,
        "release_all",
        lambda *args, **more: seen.append(more["history"]) or real(*args, **more),
    )
    run("twee", bands=f"bands.age = [30, {edge + 1}]")
    (table,) = seen[0].tables
    rows = table.counts[table.counts["cluster"] == "all"].set_index(
        list(table.dimensions[1:])
    )["persons"]

    assert table.name.startswith("age by age@")
    assert rows[f"{edge}+", f"30-{edge}"] == ages[edge]
    assert ("<30", f"{edge + 1}+") not in rows


def test_areas_that_overlap_with_those_of_an_earlier_report_are_refused(run):
    first = run("een", maps='maps = "eindhoven"')
    squares = '[report.maps]\nby = "square"'

    with pytest.raises(DisclosureError, match="by neighbourhood"):
        run("twee", maps=squares)
    shutil.rmtree(first)
    assert run("twee", maps=squares).exists()


def test_a_draft_that_was_thrown_away_binds_nobody(run, delivery):
    few = with_few_of_sixteen(delivery)
    shutil.rmtree(run("een", few, age=16))

    assert run("twee", few, age=17).exists()


def test_other_people_are_no_earlier_release(run, delivery):
    run("een")
    others = delivery.assign(person_id="x" + delivery["person_id"])

    assert run("twee", others).exists()


def test_a_cleaned_run_is_still_held_against(run, delivery):
    run("een")
    shutil.rmtree(PROCESSED / "een")
    gone = studied(delivery)["person_id"].iloc[0]
    first = counts(Path(*next(Path("reports/een").iterdir()).parts), "sizes")
    second = run("twee", delivery[delivery["person_id"] != gone])

    assert first["all"] == counts(second, "sizes")["all"]


def test_a_register_that_was_edited_stops_a_run(run):
    run("een")
    told = REGISTER.read_text("utf-8")
    REGISTER.write_text(told.replace('"printed": 1', '"printed": 2', 1), "utf-8")
    lines = [json.loads(line) for line in REGISTER.read_text("utf-8").splitlines()]
    lines[0]["after"] = "1" * 64
    REGISTER.write_text(json.dumps(lines[0]) + "\n", "utf-8")

    with pytest.raises(DisclosureError, match="missing or was changed"):
        run("twee", k=4)
