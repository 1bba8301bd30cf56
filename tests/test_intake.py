"""A study file drafted from files that nobody has described yet."""

import json
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from conftest import PROJECT
from typer.testing import CliRunner

from clusters.cli.app import app
from clusters.errors import ExtractError, SettingsError
from clusters.intake import Answers, draft_study
from clusters.schema.own_names import columns_named
from clusters.settings.json_schema import study_schema
from clusters.study import check_study, run_study
from clusters.synthetic import make_city, write_person_extract
from clusters.synthetic.cbs import write_cbs_extract

ON = date(2019, 1, 1)
ANSWERS = Answers("proef", ON)
SPAIN = sorted(Path("../shared/data/ecv_spain").glob("raw_*"))
BOGOTA = Path("../shared/data/geih_bogota/geih_bogota_fb_open_2022_2023.csv.gz")

BRP = {
    "person_id": "inp.a-nummer",
    "household_id": "huishoudnummer",
    "partner_id": "partner.anummer",
    "mother_id": "moeder_anummer",
    "birth_date": "geboortedatum",
    "sex": "geslachtsaanduiding",
    "birth_country": "geboorteland",
    "birth_country_mother": "geboortelandMoeder",
    "nationality": "nationaliteit",
    "arrival_date": "datumVestigingInNederland",
    "marital_status": "burgerlijkeStaat",
    "moved_in_date": "datumAanvangAdreshouding",
    "municipality": "gemeenteVanInschrijving",
    "neighbourhood": "buurtcode",
    "benefit": "uitkering",
    "tenure": "koop/huur",
}


@pytest.fixture(scope="module")
def city():
    return make_city(3_000, 3, ON)


@pytest.fixture(scope="module")
def persons(city, tmp_path_factory):
    folder = tmp_path_factory.mktemp("person")
    write_person_extract(city, folder, "csv", 3)
    return pd.read_csv(
        folder / "persons.csv", sep=";", dtype=str, keep_default_na=False
    )


@pytest.fixture
def project(tmp_path, monkeypatch):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(draft):
    return tomllib.loads(draft.text)


def columns_of(draft):
    return read(draft)["extract"]["columns"]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("GEB_DATUM", "birth_date"),
        ("geboortelandVader", "birth_country_father"),
        ("CD_GESLACHT", "sex"),
        ("lft", "age"),
        ("country of birth", "birth_country"),
        ("HHNR", None),
        ("hh_nr", "household_id"),
        ("burgerservicenummer", "person_id"),
        ("Burgerlijke staat (code)", "marital_status"),
        ("datum aanvang adreshouding", "moved_in_date"),
        ("wozwaarde", "dwelling_value"),
        ("birth_country_mother", "birth_country_mother"),
        ("datum overlijden", None),
        ("geboorteplaats", None),
        ("geboortegemeente", None),
        ("", None),
    ],
)
def test_a_name_is_read_by_its_words(name, column):
    assert columns_named(name) == ((column,) if column else ())


def test_a_municipality_under_brp_names_is_recognised_whole(project, persons):
    delivered = persons[list(BRP)].rename(columns=BRP)
    delivered["geslachtsaanduiding"] = persons["sex"].map({"man": "M", "woman": "V"})
    states = {"never_married": "1", "married": "2", "divorced": "3", "widowed": "4"}
    delivered["burgerlijkeStaat"] = persons["marital_status"].map(states).fillna("0")
    for name in ("geboortedatum", "datumVestigingInNederland"):
        delivered[name] = delivered[name].str.replace("-", "")
    delivered.to_csv("brp.csv", sep=";", index=False)
    draft = draft_study([Path("brp.csv")], ANSWERS, "nl")
    assert columns_of(draft) == BRP
    assert draft.to_do == ()
    Path("config/brp.toml").write_text(draft.text, "utf-8")
    assert "Onderzoeksgroep" in check_study(Path("config/brp.toml"))


def test_tables_of_cbs_are_recognised_by_their_names(project, city):
    write_cbs_extract(city, Path("cbs"), "csv", 3, ON)
    Path("cbs/GBAPERSOONTAB.csv").rename("cbs/GBAPERSOON2019TABV1.csv")
    draft = draft_study([Path("cbs")], Answers("cbs"), "nl")
    extract = read(draft)["extract"]
    assert extract["layout"] == "cbs"
    assert len(extract["tables"]) == 24
    assert "2019-01-01" in draft.to_do[0].nl
    written = draft_study([Path("cbs")], ANSWERS, "nl").text
    Path("config/cbs.toml").write_text(written, "utf-8")
    assert "Onderzoeksgroep" in check_study(Path("config/cbs.toml"))


def test_tables_are_joined_by_what_their_keys_hold(project, persons):
    homes = persons[["address_id", "tenure", "dwelling_type"]]
    homes = homes[homes["address_id"] != ""].drop_duplicates("address_id")
    homes.rename(columns={"address_id": "OBJECT"}).to_csv("woningen.csv", index=False)
    persons[["person_id", "benefit"]].head(900).to_csv("uitkering.csv", index=False)
    rest = persons.drop(columns=["tenure", "dwelling_type", "benefit"])
    rest.to_csv("inwoners.csv", index=False)
    files = [Path(f"{name}.csv") for name in ("woningen", "uitkering", "inwoners")]
    draft = draft_study(files, ANSWERS, "nl")
    tables = read(draft)["extract"]["tables"]
    assert tables["persons"]["file"] == "inwoners.csv"
    assert tables["woningen"]["key"] == "OBJECT"
    assert tables["woningen"]["by"] == "address_id"
    assert tables["uitkering"]["key"] == "person_id"
    Path("config/proef.toml").write_text(draft.text, "utf-8")
    check_study(Path("config/proef.toml"))


def test_numbers_that_count_from_one_do_not_join_by_accident(project, persons):
    persons.assign(volgnummer=range(1, len(persons) + 1)).to_csv("p.csv", index=False)
    shops = pd.DataFrame({"winkel": range(1, 801), "gemeente": "Eindhoven"})
    shops.to_csv("winkels.csv", index=False)
    draft = draft_study([Path("p.csv"), Path("winkels.csv")], ANSWERS, "nl")
    assert [*read(draft)["extract"]["tables"]] == ["persons"]
    assert "winkels" in draft.text


def test_what_cannot_be_told_is_left_as_a_comment(project, persons):
    frame = persons.assign(
        tenure=persons["tenure"].map({"owned": "1", "social_rent": "2"}).fillna("3"),
        benefit=[f"Z{number}" for number in range(len(persons))],
        birth_country="X",
        arrival_date="01/02/2010",
    )
    frame.to_csv("p.csv", index=False)
    draft = draft_study([Path("p.csv")], ANSWERS, "nl")
    found = columns_of(draft)
    assert not {"tenure", "benefit", "birth_country", "arrival_date"} & set(found)
    assert '# tenure = "tenure" # NOG' in draft.text
    assert '# tenure = { 1 = "?", 2 = "?", 3 = "?" }' in draft.text
    assert "Z1" not in draft.text


def test_no_value_of_a_person_is_written(project, persons):
    strange = persons.assign(sex=[f"Jansen-{n}" for n in range(len(persons))])
    strange.loc[:4, "marital_status"] = "Pietersen"
    strange.to_csv("p.csv", index=False)
    draft = draft_study([Path("p.csv")], ANSWERS, "nl")
    told = draft.text + "".join(each.nl for each in draft.to_do)
    assert "Jansen" not in told
    assert "Pietersen" not in told
    for name in ("person_id", "birth_date", "address_id"):
        values = set(persons[name]) - {""}
        assert not any(f'"{value}"' in told for value in values)


def nameless(persons):
    """The columns under names that say nothing to anybody."""
    own = {
        "person_id": "PTKEY",
        "birth_date": "PTDG",
        "sex": "PTX",
        "birth_country": "PTLK",
        "arrival_date": "PTVG",
        "tenure": "PTEH",
        "wage": "PTB",
    }
    words = {"owned": "koop", "social_rent": "huur corporatie"}
    return persons.assign(
        sex=persons["sex"].map({"man": "M", "woman": "V"}),
        tenure=persons["tenure"].map(words).fillna("particuliere huur"),
    )[list(own)].rename(columns=own)


def test_names_that_nobody_knows_are_drafted_by_what_stands_under_them(
    project, persons
):
    nameless(persons).to_csv("p.csv", sep=";", index=False)

    draft = draft_study([Path("p.csv")], ANSWERS, "nl")

    assert columns_of(draft) == {"person_id": "PTKEY"}
    for line in (
        '# birth_date = "PTDG" # NOG: naar de inhoud alleen',
        '# sex = "PTX" # NOG: naar de inhoud alleen',
        '# birth_country = "PTLK" # NOG: naar de inhoud alleen',
        '# arrival_date = "PTVG" # NOG: naar de inhoud alleen',
        '# tenure = "PTEH" # NOG: naar de inhoud alleen',
        '# ? = "PTB" # NOG: getallen',
    ):
        assert line in draft.text
    assert '# sex = { M = "man", V = "woman" }' in draft.text
    assert any("sex (PTX?)" in each.nl for each in draft.to_do)
    # what is confirmed by taking the # away is a study
    chosen = "\n".join(
        line.removeprefix("# ")
        if re.match("# (birth|sex|tenure|arrival)[a-z_]* = ", line)
        else line
        for line in draft.text.splitlines()
    )
    Path("config/p.toml").write_text(chosen, "utf-8")
    with pytest.raises(ExtractError, match="socioeconomic"):
        check_study(Path("config/p.toml"))
    chosen = chosen.replace('# ? = "PTB"', 'wage = "PTB"')
    Path("config/p.toml").write_text(chosen, "utf-8")
    assert "Onderzoeksgroep" in check_study(Path("config/p.toml"))


def test_a_person_in_the_first_row_is_no_header(project, persons):
    nameless(persons).to_csv("p.csv", sep=";", index=False, header=False)
    first = [each for each in nameless(persons).iloc[0] if len(str(each)) > 3]

    with pytest.raises(ExtractError, match="looks like data") as caught:
        draft_study([Path("p.csv")], ANSWERS, "nl")

    told = caught.value.to("nl") + caught.value.to("en")
    assert not [value for value in first if value in told]


def test_a_person_in_letters_only_is_no_header_either(project):
    letters = pd.DataFrame({n: ["Jansen", "Pietersen", "Smit"] * 40 for n in "abc"})
    letters.to_csv("p.csv", sep=";", index=False, header=False)

    with pytest.raises(ExtractError) as caught:
        draft_study([Path("p.csv")], ANSWERS, "nl")

    assert "Jansen" not in caught.value.to("nl")


def test_formats_of_dates_are_seen_per_column(project, persons):
    birth = pd.to_datetime(persons["birth_date"].replace("", None), errors="coerce")
    arrival = pd.to_datetime(persons["arrival_date"].replace("", None), errors="coerce")
    zero = pd.Timestamp("1899-12-30")
    frame = persons.assign(
        birth_date=birth.dt.strftime("%m/%d/%Y"),
        arrival_date=(arrival - zero).dt.days.astype("Int64"),
    )
    frame.to_csv("p.csv", index=False)
    told = read(draft_study([Path("p.csv")], ANSWERS, "nl"))["extract"]
    assert told["date_format"]["birth_date"] == "%m/%d/%Y"
    assert told["date_format"]["arrival_date"] == "excel"


def test_countries_in_another_notation_are_declared(project, persons):
    letters = {"6030": "NL", "5001": "CA"}
    codes = persons["birth_country"].map(letters).fillna("BE")
    abroad = pd.Series(["DE", "FR", "GB", "US", "CN", "IN"] * 500)[: len(persons)]
    frame = persons.assign(birth_country=codes.where(codes == "NL", abroad))
    frame.to_csv("p.csv", index=False)
    told = read(draft_study([Path("p.csv")], ANSWERS, "nl"))["extract"]
    assert told["lists"] == {"birth_country": "iso2"}


def test_a_weight_is_proposed_and_taken_of_a_standard_only(project, persons):
    persons.assign(Weegfactor="1.5").to_csv("p.csv", index=False)

    draft = draft_study([Path("p.csv")], ANSWERS, "nl")

    line = '# weight = "Weegfactor" # NOG: alleen van een steekproef'
    assert line in draft.text.split("[extract.tables")[0]
    assert "weight" not in read(draft)["extract"]
    without = draft_study([Path("p.csv")], ANSWERS, "en").text
    assert "of a sample only" in without


def test_an_english_study_has_english_remarks(project, persons):
    persons.drop(columns="sex").to_csv("p.csv", index=False)
    draft = draft_study([Path("p.csv")], Answers("test"), "en")
    assert "VERMOED" not in draft.text
    assert "NOG" not in draft.text
    assert 'language = "en"' in draft.text
    assert any("sex" in each.en for each in draft.to_do)


@pytest.mark.skipif(not SPAIN, reason="the real extracts are not beside this project")
def test_the_spanish_tables_need_the_day_only():
    draft = draft_study(SPAIN, Answers("spanje"), "nl")
    assert len(draft.to_do) == 1
    assert read(draft)["extract"]["weight"] == "PB040"
    assert 'weight = "PB040" # VERMOED: EU-SILC; alle aantallen worden' in draft.text
    tables = read(draft)["extract"]["tables"]
    assert tables["persons"]["file"].endswith("raw_esudb10r.csv.gz")
    assert {name: table.get("drop_last", 0) for name, table in tables.items()} == {
        "persons": 0,
        "raw_esudb10d": 2,
        "raw_esudb10h": 2,
        "raw_esudb10p": 0,
    }


@pytest.mark.skipif(not BOGOTA.exists(), reason="the real extract is not here")
def test_codes_without_a_list_are_left_to_the_reader_of_the_codebook():
    draft = draft_study([BOGOTA], Answers("bogota"), "nl")
    assert set(columns_of(draft)) >= {"person_id", "age", "sex"}
    assert not {"nationality", "birth_country"} & set(columns_of(draft))
    assert "dwelling_type" in draft.text


def test_init_writes_a_study_and_the_schema_and_never_over_one(project, persons):
    persons.to_csv("mijn gemeente.csv", index=False)
    run = CliRunner()
    told = ["init", "mijn gemeente.csv", "--date", "2019-01-01"]
    first = run.invoke(app, told)
    assert first.exit_code == 0, first.output
    study = Path("config/mijn-gemeente.toml")
    assert first.stdout.splitlines()[-1] == str(study)
    assert study.read_text("utf-8").startswith("#:schema ./study.schema.json\n")
    assert json.loads(Path("config/study.schema.json").read_text("utf-8"))
    check_study(study)
    assert run.invoke(app, told).exit_code == SettingsError.exit_code


def test_the_schema_in_the_project_is_that_of_the_settings():
    assert (PROJECT / "config/study.schema.json").read_text("utf-8") == study_schema()
    schema = json.loads(study_schema())
    assert "reference_date" in schema["$defs"]["StudyInfo"]["properties"]
    assert schema["$defs"]["Table"]["additionalProperties"] is False


def test_every_study_file_names_its_schema():
    for file in (PROJECT / "config").glob("*.toml"):
        text = file.read_text("utf-8")
        if "[study]" in text:
            assert text.startswith("#:schema ./study.schema.json\n"), file.name


def test_a_drafted_study_runs_to_its_report(project):
    # a few columns only: no parents, no income, no motive, nothing that describes
    write_person_extract(make_city(6_000, 3, ON), Path("raw"), "csv", 3)
    frame = pd.read_csv("raw/persons.csv", sep=";", dtype=str, keep_default_na=False)
    kept = ["person_id", "birth_date", "sex", "birth_country", "in_education", "tenure"]
    frame[kept].to_csv("p.csv", index=False)
    text = draft_study([Path("p.csv")], ANSWERS, "en").text
    quick = "clusters = 3\nstarts = 2\nstability_samples = 0\n"
    Path("config/p.toml").write_text(
        f"{text}{quick}compare_with_noise = false\n", "utf-8"
    )
    assert (run_study(Path("config/p.toml")) / "report.pdf").exists()
