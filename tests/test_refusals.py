"""Files as people have them: each refused with what it is and the one thing to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from clusters.errors import ClustersError
from clusters.study import check_study

CANARY = "473920118"
PERSONS = pd.DataFrame(
    {
        "SLEUTEL": [f"{int(CANARY) + n}" for n in range(60)],
        "GEBDAT": [f"19{60 + n % 30}0{1 + n % 9}{13 + n % 15}" for n in range(60)],
        "GESLACHT": ["M" if n % 2 else "V" for n in range(60)],
        "GEBLAND": ["7047" if n % 3 else "6030" for n in range(60)],
        "LOON": [f"{1000 + 7 * n},50" for n in range(60)],
        "EIG": ["K" if n % 2 else "S" for n in range(60)],
    }
)
STUDY = """\
[study]
name = "proef"
reference_date = 2025-01-01
[extract]
layout = "person"
tables.persons = "{file}"
[extract.columns]
person_id = "SLEUTEL"
birth_date = "GEBDAT"
sex = "GESLACHT"
birth_country = "GEBLAND"
wage = "LOON"
tenure = "EIG"
[extract.codes]
sex = {{ M = "man", V = "woman" }}
tenure = {{ K = "owned", S = "social_rent" }}
[population]
definition = "born_abroad"
[clustering]
seed = 1
"""


@pytest.fixture
def refused(tmp_path, monkeypatch):
    """Return what is said of a file, or of a study file, in both languages."""
    monkeypatch.chdir(tmp_path)
    settings = Path(__file__).parents[1] / "config"
    (tmp_path / "config").symlink_to(settings)

    def said(file="p.csv", study=STUDY, encoding="utf-8"):
        Path("s.toml").write_text(study.format(file=file), encoding)
        with pytest.raises(ClustersError) as caught:
            check_study(Path("s.toml"))
        told = caught.value.to("nl"), caught.value.to("en")
        assert CANARY[:6] not in "".join(told)
        return told

    return said


def write(frame, file="p.csv"):
    frame.to_csv(file, sep=";", index=False)


@pytest.mark.parametrize(
    ("file", "start", "nl", "en"),
    [
        ("p.xls", b"\xd0\xcf\x11\xe0", "Bewaar het als .xlsx", "Save it as .xlsx"),
        ("p.mdb", b"x", "Bewaar het als .csv", "Save it as .csv"),
        ("p.xlsx", b"\xd0\xcf\x11\xe0", "met een wachtwoord", "one with a password"),
        ("p.csv", b"\xef\xbb\xbf\r\n<HTML><td>", "webpagina", "web page"),
        ("p.csv", b"%PDF-1.7", "een PDF", "a PDF"),
        ("p.csv", b"PK\x03\x04", "een werkmap of .zip", "a workbook or .zip"),
        ("p.xlsx", b"PAR1", "een Parquet-bestand", "a Parquet file"),
        ("p.parquet", b"$FL2@(#)", "een bestand van SPSS", "an SPSS file"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(refused, file, start, nl, en):
    Path(file).write_bytes(start + CANARY.encode() * 100)

    told = refused(file)

    assert nl in told[0]
    assert en in told[1]


def test_a_path_of_windows_is_told_how_to_be_written(refused):
    told = refused(r"C:\Users\jan\p.csv")

    assert '("C:/map/bestand.csv")' in told[0]
    assert '("C:/map/file.csv")' in told[1]


def test_quotes_of_a_word_processor_are_seen(refused):
    told = refused(study=STUDY.replace('"SLEUTEL"', "“SLEUTEL”"))

    assert "gekrulde aanhalingstekens" in told[0]
    assert "curly quotes" in told[1]


def test_a_study_file_in_utf_16_is_told_how_to_be_saved(refused):
    assert "Kladblok" in refused(encoding="utf-16")[0]


def test_an_empty_folder_is_not_said_to_be_absent(refused):
    Path("leeg").mkdir()

    assert "er staat niets in dat wordt gelezen" in refused("leeg")[0]


def test_more_files_in_a_zip_are_counted(refused):
    with zipfile.ZipFile("p.zip", "w") as packed:
        packed.writestr("a.csv", "x")
        packed.writestr("b.csv", "y")

    assert "deze .zip bevat 2 bestanden" in refused("p.zip")[0]


def test_text_pasted_into_one_column_of_a_sheet_is_seen(refused):
    lines = PERSONS.to_csv(sep=";", index=False).splitlines()
    pd.DataFrame({"all": lines}).to_excel("p.xlsx", index=False, header=False)

    told = refused("p.xlsx")

    assert "alles staat in één kolom, gescheiden met ';'" in told[0]
    assert "[extract.columns]" not in told[0]


def test_a_month_before_the_day_is_told_with_its_format(refused):
    days = pd.to_datetime(PERSONS["GEBDAT"], format="%Y%m%d")
    write(PERSONS.assign(GEBDAT=days.dt.strftime("%m/%d/%Y")))

    for told in refused():
        assert 'date_format = "%m/%d/%Y"' in told


def test_years_of_two_digits_are_not_guessed(refused):
    days = pd.to_datetime(PERSONS["GEBDAT"], format="%Y%m%d")
    write(PERSONS.assign(GEBDAT=days.dt.strftime("%d-%m-%y")))

    told = refused()

    assert "geen datumnotatie past op alle waarden" in told[0]
    assert "%y" not in told[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [("#N/A", '"#N/A" = ""'), ("n.v.t.", '"n.v.t." = ""'), ("65+", '"65+" = ""')],
)
def test_a_word_among_numbers_can_be_pasted(refused, text, line):
    is_word = pd.RangeIndex(60) % 4 == 0
    write(PERSONS.assign(LOON=PERSONS["LOON"].mask(is_word, text)))

    told = refused()

    # of the people of the study only: two in three of the fifteen
    assert "'LOON': 10 waarden zijn geen getal." in told[0]
    assert "'LOON': 10 values are no number." in told[1]
    assert line in told[0]


def test_an_amount_is_never_pasted(refused):
    write(PERSONS.assign(LOON="€ 2.417"))

    told = refused()

    assert "geen getal" in told[0]
    assert "tekens als €" in told[0]
    assert "417" not in told[0]


def test_a_code_that_a_list_knows_is_pasted_with_its_meaning(refused):
    sex = PERSONS["GESLACHT"].map({"M": "Man", "V": "Vrouw"})
    write(PERSONS.assign(GESLACHT=sex))

    told = refused()

    assert '"Man" = "man"  # man | woman' in told[0]
    assert '"Vrouw" = "woman"  # man | woman' in told[0]
    assert "aan te vullen" not in told[0]


def test_a_code_of_several_readings_is_left_open(refused):
    sex = PERSONS["GESLACHT"].map({"M": "1", "V": "2"})
    write(PERSONS.assign(GESLACHT=sex))

    told = refused()

    assert '"1" = ""  # man | woman' in told[0]
    assert "aan te vullen" in told[0]
    assert "labels" not in told[0]


def test_a_code_that_means_another_beside_those_mapped_is_left_open(refused):
    sex = PERSONS["GESLACHT"].map({"M": "H", "V": "M"})  # hombre, mujer
    write(PERSONS.assign(GESLACHT=sex))

    told = refused(study=STUDY.replace('M = "man", V = "woman"', 'H = "man"'))

    assert '"M" = ""  # man | woman' in told[0]


def test_the_labels_of_a_file_of_spss_are_pointed_to(refused):
    coded = PERSONS.assign(GESLACHT=PERSONS["GESLACHT"].map({"M": 1.0, "V": 2.0}))
    labels = {"GESLACHT": {1.0: "man", 2.0: "vrouw"}}
    pyreadstat.write_sav(coded, "p.sav", variable_value_labels=labels)

    assert "labels = true" in refused("p.sav")[0]


def test_few_people_are_told_before_a_run_refuses_them(refused, tmp_path):
    write(PERSONS)
    Path("s.toml").write_text(STUDY.format(file="p.csv"), "utf-8")

    to_do = check_study(Path("s.toml")).split("In orde")[0]

    assert "telt minder dan 100 personen: een run geeft daar niets over vrij" in to_do
