"""Deliveries that went wrong, each ending as was agreed: a sentence, never a crash."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from conftest import PROJECT

from clusters.errors import ClustersError, ExtractError
from clusters.study import check_study, run_study

SHARED = PROJECT.parent / "shared"
CASES = SHARED / "cases" / "extracts"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not here")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder beside the cases, as the study files expect."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT / "config", folder / "config")
    (tmp_path / "shared").symlink_to(SHARED)
    monkeypatch.chdir(folder)
    return folder


def study(name):
    return Path("../shared/cases/extracts") / f"{name}.toml"


def delivered(name):
    return pd.read_csv(CASES / f"{name}.csv", sep=";", dtype=str, keep_default_na=False)


def refusal(name):
    with pytest.raises(ExtractError) as caught:
        check_study(study(name))
    return caught.value


def studied(told):
    (line,) = [line for line in told.splitlines() if "In het onderzoek" in line]
    return int(line.split()[-1].replace(".", ""))


def test_an_empty_column_costs_its_feature_only_and_is_told(project):
    told = check_study(study("e1_eig"))

    assert "Geleverd maar leeg: Eigendom van de woning." in told.split("In orde")[0]
    assert "‘Koop of huur’ is weggelaten" in told
    report = run_study(study("e1_eig"))
    assert "Koop of huur" in (report / "report.html").read_text("utf-8")
    profiles = pd.read_csv(report / "tables" / "profiles.csv")
    assert "tenure" not in set(profiles["feature"])


def test_a_feature_known_of_a_part_of_the_people_is_unknown_of_the_rest(project):
    told = check_study(study("f6_partial"))

    assert "‘Koop of huur’: bij 69% van de mensen onbekend" in told.split("In orde")[0]
    assert (run_study(study("f6_partial")) / "report.pdf").exists()


def test_dates_that_cannot_be_are_counted_by_kind_and_refused(project):
    given = delivered("f7_dates")
    told = refusal("f7_dates").nl

    for column, start, kind in (
        ("GEBDAT", "1800", "meer dan 120 jaar vóór de peildatum"),
        ("VESTDAT", "2099", "na de peildatum"),
        ("INTREK", "2099", "na de peildatum"),
    ):
        persons = int(given[column].str.startswith(start).sum())
        assert persons
        assert f"'{column}': {persons} waarden van de 600 liggen {kind}" in told


@pytest.mark.parametrize(
    ("name", "home", "unknown"),
    [("f8_names", "Nederland", "Onbekend"), ("t07c_iso2", "NL", "")],
)
def test_countries_in_another_notation_are_who_they_are(project, name, home, unknown):
    countries = delivered(name)["GEBLAND"]
    assert (countries == home).any()

    told = check_study(study(name))

    assert studied(told) == int((~countries.isin([home, unknown])).sum())
    assert "[extract.lists] birth_country" in told


@pytest.mark.parametrize("name", ["t10b_title", "t14d_merged"])
def test_a_header_under_a_title_is_found_and_told(project, name):
    told = check_study(study(name))

    assert "1 regel boven de kop overgeslagen" in told
    assert studied(told) == 593  # the same persons as t00_clean


def test_a_folder_of_parts_is_read(project):
    assert studied(check_study(study("t13b_parts"))) == 593


def test_keys_that_a_spreadsheet_rounded_are_explained(project):
    told = refusal("t06_sci").nl

    assert "600 sleutels staan er als 1,00E+09" in told
    assert "rekenblad" in told


def test_a_date_format_that_does_not_fit_is_told_with_the_one_that_does(project):
    error = refusal("w13_datefmt")

    assert "niet bij date_format '%d-%m-%Y'" in error.nl
    assert error.paste["extract"] == ('date_format = "%Y%m%d"',)
    for column in ("GEBDAT", "VESTDAT", "INTREK"):
        assert column in error.nl


def test_a_delimiter_that_is_not_that_of_the_file_is_told_with_the_one_seen(project):
    told = refusal("w1_delim").nl

    assert "gescheiden met ','" in told
    assert "ANR;GEBDAT" in told
    assert "lijkt gescheiden met ';'" in told
    assert 'Zet delimiter = ";" in het studiebestand' in told
    # no other help, which would lead astray
    assert "[extract.columns]" not in told
    assert "person_id" not in told


def test_every_missing_column_and_unknown_code_is_told_at_once(project):
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    text = text.replace('wage = "LOON"', 'wage = "LOONN"')
    text = text.replace('tenure = "EIG"', 'tenure = "EIGENDOM + SOORT"')
    text = text.replace('M = "man"\n', "").replace('R = "terraced"\n', "")
    Path("config/kapot.toml").write_text(text, "utf-8")

    with pytest.raises(ExtractError) as caught:
        check_study(Path("config/kapot.toml"))
    told, paste = caught.value.to("nl"), caught.value.paste

    assert "2 kolommen van [extract.columns]" in told
    assert "wage = 'LOONN' (bedoelt u 'LOON'?)" in told
    assert "de delen 'EIGENDOM', 'SOORT' ontbreken" in told
    assert 'wage = "LOON"' in paste["extract.columns"]
    assert paste["extract.codes.sex"] == ('"M" = "man"  # man | woman',)
    assert paste["extract.codes.dwelling_type"][0].startswith('"R" = ""')


def test_bounds_and_lists_are_told_together_with_unknown_codes(project):
    given = delivered("t00_clean").assign(GEBLAND="zz9")
    given["GEBDAT"] = "1800" + given["GEBDAT"].str[4:]
    given.to_csv("veel.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    text = text.replace("../shared/cases/extracts/e1_eig.csv", "veel.csv")
    text = text.replace('M = "man"\n', "").replace('wage = "LOON"', 'wage = "LOONN"')
    Path("config/veel.toml").write_text(text, "utf-8")

    with pytest.raises(ExtractError) as caught:
        check_study(Path("config/veel.toml"))
    told = caught.value.to("nl")

    for wrong in ("LOONN", "'GESLACHT'", "niet in landentabel 34", "meer dan 120 jaar"):
        assert wrong in told


def dated(project, day, **changed):
    """A study of the file without a fault, or of one with other columns, on a day."""
    delivered("t00_clean").assign(**changed).to_csv("op.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    text = text.replace("../shared/cases/extracts/e1_eig.csv", "op.csv")
    text = re.sub("reference_date = .*", f"reference_date = {day}", text)
    Path("config/op.toml").write_text(text, "utf-8")
    return Path("config/op.toml")


@pytest.mark.parametrize(
    ("day", "refused"), [("2025-01-01", False), ("2040-01-01", True)]
)
def test_a_reference_date_long_after_everything_is_refused(project, day, refused):
    file = dated(project, day)
    if not refused:
        assert studied(check_study(file)) > 500
        return

    with pytest.raises(ExtractError, match="more than 10 years after") as caught:
        check_study(file)

    assert "Zet 'reference_date' in [study]" in caught.value.to("nl")
    # who knows that it is right can say so
    text = file.read_text("utf-8").replace("[extract]", "[extract]\nlast_year = 2025")
    file.write_text(text, "utf-8")
    assert "vestigde zich in de laatste" not in check_study(file)


@pytest.mark.parametrize(("one_in", "section"), [(40, "Goed om te weten"), (2, "Te")])
def test_columns_that_contradict_each_other_are_counted(project, one_in, section):
    given = delivered("t00_clean")
    paid = given["LOON"] != ""
    on_benefit = paid & (pd.RangeIndex(len(given)) % one_in == 0)
    source = given["BRON"].mask(on_benefit, "UI")

    told = check_study(dated(project, "2025-01-01", BRON=source))

    (line,) = [each for each in told.splitlines() if "er is wel een baan" in each]
    assert line in told[told.index(section) :]
    assert ("Kijk beide kolommen na" in line) is (one_in == 2)
    assert ("minder dan 10" in line) is (one_in == 40)


def test_what_is_wrong_with_any_year_is_told_with_the_rest(project):
    given = delivered("t00_clean")
    given.to_csv("stand-2023.csv", sep=";", index=False)
    given.assign(GEBDAT="ooit").to_csv("stand-2024.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    text = text.replace('M = "man"\n', "")
    text += "\n[history.files]\n2023 = 'stand-2023.csv'\n2024 = 'stand-2024.csv'\n"
    text += "[history.columns]\nperson_id = 'ANR'\nbirth_date = 'GEBDAT'\n"
    text += "sex = 'GESLACHT'\n"
    Path("config/jaren.toml").write_text(text, "utf-8")

    with pytest.raises(ExtractError) as caught:
        check_study(Path("config/jaren.toml"))
    told = caught.value.to("nl")

    for file in ("e1_eig.csv", "stand-2023.csv", "stand-2024.csv"):
        assert f"{file}: 'GESLACHT'" in told
    assert "stand-2024.csv: 'GEBDAT'" in told
    assert set(caught.value.paste) == {"extract.codes.sex", "history.codes.sex"}


def test_names_of_persons_mapped_to_a_code_are_not_told(project):
    given = delivered("t00_clean")
    given["GESLACHT"] = [f"Naam{number} van Kanarie" for number in range(len(given))]
    given.to_csv("namen.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    file = "../shared/cases/extracts/e1_eig.csv"
    Path("config/namen.toml").write_text(text.replace(file, "namen.csv"), "utf-8")

    with pytest.raises(ExtractError) as caught:
        check_study(Path("config/namen.toml"))

    assert "Kanarie" not in caught.value.to("nl") + caught.value.to("en")


def test_a_file_without_a_header_names_no_person(project):
    given = delivered("t00_clean")
    given.to_csv("zonder.csv", sep=";", index=False, header=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    file = "../shared/cases/extracts/e1_eig.csv"
    Path("config/zonder.toml").write_text(text.replace(file, "zonder.csv"), "utf-8")

    with pytest.raises(ClustersError) as caught:
        check_study(Path("config/zonder.toml"))
    told = caught.value.to("nl") + caught.value.to("en")

    assert "lijkt geen kop maar gegevens" in told
    assert not [value for value in given.iloc[0] if len(value) > 3 and value in told]


def test_an_empty_age_beside_a_date_of_birth_refuses_nobody(project):
    given = delivered("t00_clean").assign(LEEFTIJD="")
    given.to_csv("leeg.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    file = "../shared/cases/extracts/e1_eig.csv"
    text = text.replace(file, "leeg.csv").replace(
        'sex = "GESLACHT"', 'sex = "GESLACHT"\nage = "LEEFTIJD"'
    )
    Path("config/leeg.toml").write_text(text, "utf-8")

    assert studied(check_study(Path("config/leeg.toml"))) == 593


def test_keys_that_match_for_a_part_are_counted(project):
    given = delivered("t00_clean")
    homes = given[["ANR", "EIG"]].iloc[: len(given) // 2]
    more = pd.DataFrame({"ANR": [f"x{n}" for n in range(900)], "EIG": "K"})
    given.drop(columns="EIG").to_csv("mensen.csv", sep=";", index=False)
    pd.concat([homes, more]).to_csv("woningen.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    joined = 'persons = "mensen.csv"\nhomes = { file = "woningen.csv", key = "ANR" }'
    text = text.replace(
        'persons = { file = "../shared/cases/extracts/e1_eig.csv" }', joined
    ).replace('person_id = "ANR"', 'person_id = "persons.ANR"')
    Path("config/deel.toml").write_text(text, "utf-8")

    to_do = check_study(Path("config/deel.toml")).split("In orde")[0]

    assert "woningen.csv: ongeveer 300 personen zonder rij" in to_do
    assert "woningen.csv: ongeveer 75 % van de rijen hoort bij niemand" in to_do


def test_a_check_is_told_in_the_language_that_is_asked_for(project):
    told = check_study(study("e1_eig"), language="en")

    assert "Delivered but empty: Tenure" in told
    assert not re.search("Geleverd|Onderzoeksgroep|Kenmerk", told)
    page = Path("data/processed/e1-eig/check.html").read_text("utf-8")
    assert 'lang="en"' in page


def test_the_page_of_a_check_holds_no_person_and_loads_nothing(project):
    told = check_study(study("e1_eig"))
    page = Path(told.splitlines()[-1])

    assert page == Path("data/processed/e1-eig/check.html")
    text = page.read_text("utf-8")
    assert not [key for key in delivered("e1_eig")["ANR"] if key in text]
    assert "http" not in text.replace("http-equiv", "")
    assert "jonger dan 25 jaar" in text


@pytest.mark.parametrize("lacking", ["GEBLAND", "BRON"])
def test_a_history_that_lacks_a_column_does_not_end_a_run(project, lacking):
    given = delivered("t00_clean")
    for year in (2023, 2024):
        there = given[given["VESTDAT"] < f"{year}0101"]
        kept = there.drop(columns=lacking).assign(born_abroad="yes")
        kept.to_csv(f"stand-{year}.csv", sep=";", index=False)
    text = (CASES / "e1_eig.toml").read_text("utf-8")
    columns = {
        "person_id": "ANR",
        "birth_date": "GEBDAT",
        "sex": "GESLACHT",
        "arrival_date": "VESTDAT",
    }
    text += "\n[history.files]\n2023 = 'stand-2023.csv'\n2024 = 'stand-2024.csv'\n"
    text += "[history.columns]\n"
    text += "".join(f'{ours} = "{own}"\n' for ours, own in columns.items())
    text += '[history.codes.sex]\nM = "man"\nV = "woman"\n'
    Path("config/jaren.toml").write_text(text, "utf-8")

    assert (run_study(Path("config/jaren.toml")) / "report.pdf").exists()
