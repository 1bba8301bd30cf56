"""A study with a list of countries and regions of its own."""

import shutil
from datetime import date

import pandas as pd
import pytest
from conftest import PROJECT

from clusters.errors import ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.extracts.own_list import own_list
from clusters.people import read_people
from clusters.settings import Study, load_study
from clusters.settings.origins import Origins
from clusters.study.describe import own_regions

LIST = "code,name,region\n170,Colombia,Colombia\n3,Venezuela,Buurland\n32,X,Ver\n"


@pytest.fixture
def study(tmp_path):
    """A function that gives a study of persons born in countries by its own list."""
    (tmp_path / "list.csv").write_text(LIST, "utf-8")

    def made(countries, listed=LIST, home="170"):
        (tmp_path / "list.csv").write_text(listed, "utf-8")
        frame = pd.DataFrame({"birth_country": countries})
        frame["person_id"] = [str(number) for number in range(len(frame))]
        frame = frame.assign(sex="man", age="30", tenure="owned", in_education="no")
        frame.to_csv(tmp_path / "p.csv", index=False)
        return Study.model_validate(
            {
                "study": {"name": "een", "reference_date": date(2023, 7, 1)},
                "extract": {
                    "layout": "person",
                    "tables": {"persons": str(tmp_path / "p.csv")},
                },
                "population": {"definition": "born_abroad"},
                "clustering": {"seed": 1},
                "origins": {"file": tmp_path / "list.csv", "home": home},
            }
        )

    return made


def test_natives_are_those_born_at_home_by_the_list(study, tmp_path):
    told = study(["170"] * 5 + ["3"] * 3 + ["32"] * 2)
    extract = open_extract(told, tmp_path / "work")
    people, _ = read_people(extract, told)
    regions = own_regions(people, told)
    assert regions.value_counts().to_dict() == {"Buurland": 3, "Ver": 2}


def test_a_code_that_also_is_one_of_the_brp_means_what_the_list_says(study, tmp_path):
    listed = "code,name,region\n1,Spanje,Spanje\n6030,Elders,Elders\n"
    told = study(["1"] * 4 + ["6030"] * 3, listed, home="1")
    people, _ = read_people(open_extract(told, tmp_path / "work"), told)
    assert own_regions(people, told).tolist() == ["Elders"] * 3


def test_codes_off_the_list_are_counted_and_refused_where_many(study, tmp_path):
    told = study(["170"] * 50 + ["3"] * 50 + ["999"] * 20)
    with pytest.raises(ExtractError, match=r"20 values out of 120 are not on the list"):
        read_people(open_extract(told, tmp_path / "work"), told)
    few = study(["170"] * 50 + ["3"] * 50 + ["999"])
    _, selection = read_people(open_extract(few, tmp_path / "work"), few)
    assert {step.name: step.persons for step in selection.funnel}["kept"] == 50


@pytest.mark.parametrize(
    ("listed", "home"),
    [
        ("code,name\n1,A\n", "1"),
        ("code,name,region\n1,A,B\n1,C,D\n", "1"),
        ("code,name,region\n1,A,\n", "1"),
        ("code,name,region\n1,A,B\n", "2"),
        ("code,name,region\n1,A\n", "1"),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path, listed, home):
    file = tmp_path / "list.csv"
    file.write_text(listed, "utf-8")
    with pytest.raises(SettingsError, match="origins"):
        own_list(Origins(file=file, home=home))


@pytest.mark.parametrize("name", ["bogota-geih", "spain-2010", "spain-ecv"])
def test_the_lists_of_the_examples_hold(name, monkeypatch):
    monkeypatch.chdir(PROJECT)
    told = load_study(PROJECT / "config" / f"{name}.toml")
    regions = set(own_list(told.origins).regions.values())
    assert 3 <= len(regions) <= 12


def test_every_study_in_config_can_be_read(tmp_path, monkeypatch):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    studies = [
        file
        for file in (tmp_path / "config").glob("*.toml")
        if "[study]" in file.read_text("utf-8")
    ]
    assert {load_study(file).study.name for file in studies} >= {"usa-acs", "demo"}
