"""A small study that runs in seconds, for tests of whole runs."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from conftest import PROJECT
from once import first_run, once

from clusters.study import run_study
from clusters.synthetic import make_city, write_person_extract

STUDY = """
[study]
name = "{name}"
municipality = "0772"
reference_date = 2019-01-01
[extract]
layout = "person"
[extract.tables]
persons = "{file}"
[population]
definition = "born_abroad"
minimum_age = {age}
[features]
use = ["age", "sex", "tenure", "income_source"]
{bands}
[clustering]
together = [] # learning which go together is tested with the clustering
clusters = {k}
starts = 2
seed = 1
stability_samples = 0
compare_with_noise = false
[report]
drilldown = ["household_position"]
{maps}
"""


@pytest.fixture(scope="session")
def delivery(tmp_path_factory):
    def make(folder):
        city = make_city(6_000, 3, date(2019, 1, 1))
        write_person_extract(city, folder, "parquet", 3)
        return pd.read_parquet(folder / "persons.parquet")

    return once(tmp_path_factory, "delivery", make)


@pytest.fixture
def run(tmp_path, monkeypatch, delivery, tmp_path_factory):
    """A function that delivers people and runs a study on them.

    The first run of a project is made once for all tests that start alike; what is
    patched counts from the second.
    """
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    monkeypatch.chdir(tmp_path)

    def study(name="een", people=delivery, *, age=16, k=3, bands="", maps=""):
        file = Path(f"{name}.parquet")
        people.to_parquet(file, index=False)
        path = Path("config") / f"{name}.toml"
        told = {
            "name": name,
            "file": file,
            "age": age,
            "k": k,
            "bands": bands,
            "maps": maps,
        }
        path.write_text(STUDY.format(**told), "utf-8")
        if Path("data").exists():
            return run_study(path)
        return first_run(tmp_path_factory, path, file)

    return study
