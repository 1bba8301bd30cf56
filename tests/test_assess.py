"""From persons with clusters, or with none, to what may be said of them."""

import json
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from conftest import PROJECT
from once import first_run

from clusters.association import NOT_MEASURED, STRENGTHS
from clusters.errors import SettingsError
from clusters.store import read_json
from clusters.study import check_study, load_run, open_run, run_study
from clusters.study.publishing.evidence import read_evidence, without_withheld

STUDY = """
[study]
name = "proef"
reference_date = 2024-01-01
language = "nl"
place = "Proefstad"
[extract]
layout = "person"
[extract.tables]
persons = "data/persons.csv"
[population]
definition = "born_abroad"
[clustering]
clusters = 3
starts = 3
seed = 1
stability_samples = 12
[report]
drilldown = ["origin"]
"""
ANSWERS = {
    "sex": ["man", "woman"],
    "household_position": ["single", "partner_with_children", "other"],
    "income_source": ["employee", "student", "pension"],
    "education": ["primary", "upper_secondary", "master"],
    "in_education": ["no", "yes"],
    "tenure": ["owned", "private_rent", "social_rent"],
    "dwelling_type": ["detached", "apartment", "other"],
    "cars": ["2", "0", "1"],
}


def persons(clarity, n_persons=1500, seed=3):
    """Three kinds of persons, who answer as their kind does or at random."""
    rng = np.random.default_rng(seed)
    kind = rng.integers(3, size=n_persons)
    table = pd.DataFrame(
        {
            name: np.array(codes)[
                np.where(
                    rng.random(n_persons) < clarity,
                    kind,
                    rng.integers(9, size=n_persons),
                )
                % len(codes)
            ]
            for name, codes in ANSWERS.items()
        }
    )
    table["person_id"] = [f"p{number:05d}" for number in range(n_persons)]
    table["born_abroad"] = "yes"
    table["age"] = rng.integers(18, 80, n_persons)
    table["birth_country"] = np.array(["7024", "5009", "6043"])[
        np.where(rng.random(n_persons) < 0.5, kind, rng.integers(3, size=n_persons))
    ]
    return table


@pytest.fixture
def first(tmp_path_factory):
    """Run the first study of a project, which tests that start alike share."""

    def run(path):
        return first_run(tmp_path_factory, path, Path("data/persons.csv"))

    return run


@pytest.fixture
def project(tmp_path, monkeypatch):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()

    def make(clarity, settings=""):
        persons(clarity).to_csv("data/persons.csv", index=False)
        path = Path("config/proef.toml")
        path.write_text(STUDY.replace("[report]", f"{settings}\n[report]"), "utf-8")
        return path

    return make


def test_clusters_that_are_there_come_back_and_are_explained(project, first):
    path = project(0.9)
    folder = first(path)

    work = open_run(path).work
    evidence = read_evidence(work)
    assert evidence.has_profiles
    assert evidence.shuffles == 20
    assert {evidence.grade(each) for each in "123"} == {"highly stable"}
    assert evidence.agreement > 80
    assert evidence.fidelity > 85
    # age is drawn alike for all; what is planted tells most of the clusters
    assert evidence.tells["age"] == 0
    assert 70 < max(evidence.tells.values()) <= 100
    rules = pd.read_csv(work / "review" / "rules.csv")
    assert set(rules["cluster"]) == {1, 2, 3}
    asked = {
        question.split(":")[0]
        for when in rules["when"]
        for question in when.split("; ")
    }
    assert evidence.asked == len(asked)
    assert not [path for path in folder.rglob("*") if "rules" in path.name]
    profiles = pd.read_csv(folder / "tables" / "profiles.csv", dtype=str)
    assert set(profiles["cluster"]) >= set("123")


def test_the_proxy_report_stays_in_the_work_folder(project, first):
    path = project(0.9)
    folder = first(path)

    run = open_run(path)
    table = pd.read_csv(run.work / "review" / "proxies.csv")
    clusters = table[table["feature"] == "cluster"].set_index("origin").loc["origin"]
    assert clusters["cramers_v"] > 0.3
    assert clusters["guessed_right"] > clusters["guessed_without"]
    told = {name: word for name, _, word in read_evidence(run.work).origin}
    assert told["origin"] in STRENGTHS[2:]
    assert set(told.values()) <= {*STRENGTHS, NOT_MEASURED}
    assert not [each for each in folder.rglob("*") if "prox" in each.name]


def test_noise_has_no_profiles_and_the_report_says_so(project):
    folder = run_study(project(0.0))

    sizes = pd.read_csv(folder / "tables" / "sizes.csv", dtype={"cluster": str})
    profiles = pd.read_csv(folder / "tables" / "profiles.csv", dtype=str)
    assert set(sizes["cluster"]) <= {"all", "0"}
    assert set(profiles["cluster"]) <= {"all"}
    assert "geen profielen gevonden" in (folder / "report.html").read_text("utf-8")


def test_noise_that_is_not_compared_with_noise_is_not_stable_either(project):
    path = project(0.0, "compare_with_noise = false")
    folder = run_study(path)

    evidence = read_evidence(open_run(path).work)
    assert {evidence.grade(each) for each in "123"} == {"withheld"}
    profiles = pd.read_csv(folder / "tables" / "profiles.csv", dtype=str)
    assert set(profiles["cluster"]) <= {"all"}
    sizes = pd.read_csv(folder / "tables" / "sizes.csv", dtype=str)
    assert set("123") <= set(sizes["cluster"])


def test_tests_that_were_left_out_withhold_nothing(project):
    path = project(0.9, "compare_with_noise = false")
    text = path.read_text("utf-8")
    path.write_text(text.replace("samples = 12", "samples = 0"), "utf-8")
    folder = run_study(path)

    work = open_run(path).work
    told = json.loads((work / "evidence.json").read_text("utf-8"))
    assert told["noise"] is None
    assert told["stability"] == []
    clusters = pd.read_parquet(work / "clusters.parquet")["cluster"]
    assert without_withheld(clusters, read_evidence(work)).equals(clusters)
    assert load_run(work).study.clustering.stability_samples == 0
    assert (folder / "report.pdf").exists()


def test_a_pair_that_does_not_take_part_is_refused(project):
    path = project(0.9, 'together = [["cars", "wage"]]')

    with pytest.raises(SettingsError, match="wage does not take part"):
        run_study(path)
    with pytest.raises(SettingsError, match="wage does not take part"):
        check_study(path)


def test_a_number_chosen_by_what_comes_back_is_explained(project):
    path = project(0.9, 'together = [["cars", "tenure"]]')
    text = path.read_text("utf-8").replace("clusters = 3\n", "maximum = 4\n")
    path.write_text(text, "utf-8")
    folder = run_study(path)

    work = open_run(path).work
    model = read_json(work / "model.json")
    assert model["n_clusters"] == 3
    assert model["together"][0]["features"] == ["cars", "tenure"]
    assert [each["k"] for each in model["curve"]] == [2, 3, 4]
    assert (work / "review" / "clustergram.png").stat().st_size > 5000
    assert "terugkomt als een" in (folder / "report.html").read_text("utf-8")
