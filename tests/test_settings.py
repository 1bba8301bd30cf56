from __future__ import annotations

import pytest

from clusters.errors import SettingsError
from clusters.settings import load_study

MINIMAL = """
[study]
name = "proef"
reference_date = 2019-01-01
municipality = "0772"
[extract]
layout = "person"
[extract.tables]
persons = "personen.csv"
[population]
definition = "born_abroad"
[clustering]
seed = 1
"""


@pytest.fixture
def study(tmp_path):
    def load(text):
        path = tmp_path / "study.toml"
        path.write_text(text, encoding="utf-8")
        return load_study(path)

    return load


def test_a_minimal_study_has_sensible_defaults(study):
    settings = study(MINIMAL)

    assert settings.study.language == "nl"
    assert settings.clustering.method == "latent_class"
    assert settings.population.minimum_age == 16
    assert settings.extract.tables["persons"].file.name == "personen.csv"


def test_codes_stay_strings(study):
    settings = study(MINIMAL + '[extract.codes.birth_country]\nNO = "6027"\n')

    assert settings.study.municipality == "0772"
    assert settings.extract.codes["birth_country"] == {"NO": "6027"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("seed = 1", "sead = 1", "did you mean seed?"),
        ("seed = 1", "", "missing: clustering.seed"),
        ("[population]", "[poplation]", "did you mean population?"),
        ('"born_abroad"', '"geboren"', "population.definition"),
        ('"0772"', '"772"', "study.municipality"),
        ('"proef"', '"../proef"', "study.name"),
        ("seed = 1", "seed = 1\nclusters = 0", "clusters must be"),
        ("seed = 1", "seed = 1\nminimum = 9\nmaximum = 3", "minimum is larger"),
        ("[study]", "[study", "not valid TOML"),
        (
            "seed = 1",
            'seed = 1\ntogether = [["age", "sex"], ["sex", "cars"], ["cars", "age"]]',
            "form no circle",
        ),
        (
            "seed = 1",
            'seed = 1\nmethod = "kmeans"\ntogether = [["age", "sex"]]',
            'together goes with method = "latent_class" only',
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_message(study, old, new, message):
    with pytest.raises(SettingsError) as told:
        study(MINIMAL.replace(old, new))

    assert message in str(told.value)
    assert "study.toml" in str(told.value)


def test_all_problems_are_told_at_once(study):
    with pytest.raises(SettingsError) as told:
        study(MINIMAL.replace("seed = 1", "sead = 1").replace('"0772"', '"772"'))

    assert "sead" in str(told.value)
    assert "municipality" in str(told.value)


def test_an_unknown_key_in_a_table_of_files_names_the_nearest(study):
    text = MINIMAL.replace('"personen.csv"', '{ file = "p.csv", delimeter = ";" }')

    with pytest.raises(SettingsError, match="did you mean delimiter"):
        study(text)


def test_a_study_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SettingsError, match="cannot be opened"):
        load_study(tmp_path / "nergens.toml")


def test_what_may_be_chosen_is_listed_in_dutch_for_dutch_readers(study):
    with pytest.raises(SettingsError) as told:
        study(MINIMAL.replace("seed = 1", 'seed = 1\nmethod = "klassen"'))

    assert "kies uit 'latent_class', 'kmeans', 'hdbscan' of 'ward'" in told.value.nl
    assert "'hdbscan' or 'ward'" in told.value.en
