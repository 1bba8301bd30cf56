"""A table of persons with other tables hung on it: joined, checked, in fixed order."""

from __future__ import annotations

import traceback
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from clusters.errors import ClustersError, ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.settings import Study

CANARY = "473920118"
DATA = Path(__file__).parents[2] / "shared/data"

PERSONS = pd.DataFrame(
    {
        "NR": ["301", "102", "101", "201"],
        "SEKSE": ["1", "2", "1", "2"],
        "LFT": ["30", "31", "62", None],
        "LAND": ["NA", "NL", "CA", None],
        "UUR": ["38,5", None, "0", "12"],
        "WONING": ["w1", "w2", "w2", "w9"],
    }
)
HOMES = pd.DataFrame(
    {
        "CODE": ["w2", "w1", "w7"],
        "SOORT": ["h", "k", "h"],
        "WOZ": ["250000", "1e+05", None],
        "BUURT": ["b1", "b2", "b1"],
    }
)
BUURTEN = pd.DataFrame({"BUURT": ["b1", "b2"], "WIJK": ["west", "oost"]})

TABLES = {
    "persons": {"file": "persons"},
    "homes": {"file": "homes", "key": "CODE", "by": "WONING"},
    "areas": {"file": "areas", "key": "BUURT", "joins": "homes", "by": "BUURT"},
}
COLUMNS = {
    "person_id": "NR",
    "sex": "SEKSE",
    "age": "lft",
    "birth_country": "LAND",
    "weekly_hours": "UUR",
    "tenure": "SOORT",
    "dwelling_value": "homes.WOZ",
    "neighbourhood": "homes.BUURT",
    "district": "WIJK",
}
CODES = {
    "sex": {"1": "man", "2": "woman"},
    "tenure": {"k": "owned", "h": "social_rent"},
}


class Delivery:
    """Files and settings of an extract, to be varied by a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.frames = {"persons": PERSONS, "homes": HOMES, "areas": BUURTEN}
        self.tables = {name: dict(table) for name, table in TABLES.items()}
        self.columns = dict(COLUMNS)
        self.codes = {name: dict(codes) for name, codes in CODES.items()}
        self.extra: dict[str, str] = {}
        self.empty: dict[str, str] = {}
        self.kind = "csv"

    def open(self):
        for name, frame in self.frames.items():
            file = self.folder / f"{self.tables[name]['file']}.{self.kind}"
            self.tables[name]["file"] = save(frame, file)
        return open_extract(study(self), self.folder / "work")

    def read(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        extract = self.open()
        roster = extract.roster()
        return roster, extract.details(pd.Index(roster["person_id"]))

    def refused(self, kind: type[ClustersError] = ExtractError) -> str:
        with pytest.raises(kind) as caught:
            self.read()
        assert CANARY not in "".join(traceback.format_exception(caught.value))
        assert caught.value.en != caught.value.nl
        return str(caught.value)


@pytest.fixture
def delivery(tmp_path):
    return Delivery(tmp_path)


def study(delivery: Delivery) -> Study:
    return Study.model_validate(
        {
            "study": {"name": "test", "reference_date": "2024-01-01"},
            "population": {"definition": "born_abroad"},
            "clustering": {"seed": 1},
            "extract": {
                "layout": "person",
                "tables": delivery.tables,
                "columns": delivery.columns,
                "codes": delivery.codes,
                "extra": delivery.extra,
                "empty": delivery.empty,
            },
        }
    )


def save(frame: pd.DataFrame, file: Path) -> Path:
    match file.suffix:
        case ".csv":
            frame.to_csv(file, index=False, sep=";")
        case ".parquet":
            frame.to_parquet(file)
        case ".sav":
            pyreadstat.write_sav(frame, file)
        case ".xlsx":
            frame.to_excel(file, index=False)
    return file


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return persons as a statistical program holds them: numbers as fractions."""
    numbers = {
        name: pd.to_numeric(frame[name].str.replace(",", "."))
        for name in ("NR", "SEKSE", "LFT", "UUR", "WOZ")
        if name in frame
    }
    return frame.assign(**numbers)


# --- what is read ---


def test_everybody_is_in_the_roster_once_in_the_order_of_the_keys(delivery):
    roster = delivery.open().roster()

    assert roster["person_id"].tolist() == ["101", "102", "201", "301"]
    assert roster["sex"].tolist() == ["man", "woman", "woman", "man"]
    assert roster["age"].fillna(-1).tolist() == [62, 31, -1, 30]
    assert roster["birth_country"].fillna("-").tolist() == ["5001", "6030", "-", "9023"]
    assert roster["neighbourhood"].fillna("-").tolist() == ["b1", "b1", "-", "b2"]
    assert roster["district"].fillna("-").tolist() == ["west", "west", "-", "oost"]
    assert roster.index.equals(pd.RangeIndex(4))


def test_details_come_for_the_persons_asked_for_in_their_order(delivery):
    delivery.extra = {"homes.SOORT": "Soort", "LAND": "Land"}
    extract = delivery.open()

    details = extract.details(pd.Index(["301", "101", "201"]))

    assert details.index.tolist() == ["301", "101", "201"]
    assert details.index.name == "person_id"
    assert details["weekly_hours"].tolist() == [38.5, 0, 12]
    assert details["tenure"].fillna("-").tolist() == ["owned", "social_rent", "-"]
    assert details["dwelling_value"].fillna(-1).tolist() == [100000, 250000, -1]
    assert details["homes.SOORT"].fillna("-").tolist() == ["k", "h", "-"]
    assert details["LAND"].fillna("-").tolist() == ["NA", "CA", "-"]


def test_roster_and_details_together_are_the_columns(delivery):
    extract = delivery.open()
    roster, details = extract.roster(), extract.details(pd.Index(["101"]))

    assert {*roster.columns, *details.columns} == extract.columns == {*COLUMNS}
    assert not {*roster.columns} & {*details.columns}


def test_details_of_nobody_are_an_empty_table_of_the_right_types(delivery):
    extract = delivery.open()

    details = extract.details(pd.Index([], dtype="str"))

    assert len(details) == 0
    assert details.dtypes.equals(extract.details(pd.Index(["101"])).dtypes)


def test_details_of_a_stranger_are_a_fault_of_ours(delivery):
    with pytest.raises(ValueError, match="not in the roster"):
        delivery.open().details(pd.Index([CANARY]))


@pytest.mark.parametrize("kind", ["csv", "parquet", "sav", "xlsx"])
@pytest.mark.parametrize("seed", [None, 1, 2])
@pytest.mark.parametrize("is_typed", [True, False])
def test_format_and_order_change_nothing(tmp_path, kind, seed, is_typed):
    def tables(kind: str, seed: int | None, is_typed: bool):
        delivery = Delivery(tmp_path / f"{kind}{seed}{is_typed}")
        delivery.folder.mkdir(exist_ok=True)
        delivery.kind = kind
        for name, frame in delivery.frames.items():
            varied = typed(frame) if is_typed else frame
            if seed is not None:
                rows = varied.sample(frac=1, random_state=seed)
                varied = rows.sample(frac=1, axis="columns", random_state=seed)
            delivery.frames[name] = varied.reset_index(drop=True)
        delivery.tables["persons"]["decimal"] = "." if is_typed else ","
        return delivery.read()

    expected, found = tables("csv", None, False), tables(kind, seed, is_typed)

    for left, right in zip(expected, found, strict=True):
        pd.testing.assert_frame_equal(left, right)


def test_columns_under_our_own_names_need_no_mapping(delivery):
    named = PERSONS.rename(columns={"NR": "Person_ID", "SEKSE": "sex", "LFT": "AGE"})
    delivery.frames = {"persons": named}
    delivery.tables = {"anything": {"file": "persons"}}
    delivery.frames = {"anything": named}
    delivery.columns = {}

    assert delivery.open().columns == {"person_id", "sex", "age"}


def test_a_household_number_in_front_of_a_person_number_joins(delivery):
    households = pd.DataFrame({"HH": ["1", "2"], "INK": ["20000", "30000"]})
    delivery.frames = {"persons": PERSONS, "hh": households}
    delivery.tables = {
        "persons": {"file": "persons"},
        "hh": {"file": "hh", "key": "HH", "by": "NR", "drop_last": 2},
    }
    delivery.columns = {
        "person_id": "NR",
        "sex": "SEKSE",
        "age": "LFT",
        "household_id": "HH",
        "household_income": "INK",
    }
    extract = delivery.open()

    assert extract.roster()["household_id"].fillna("-").tolist() == ["1", "1", "2", "-"]
    assert extract.details(pd.Index(["201"]))["household_income"].tolist() == [30000]


def test_a_key_may_be_put_together_from_columns(delivery):
    delivery.frames["persons"] = pd.concat(
        [PERSONS.assign(JAAR="2023"), PERSONS.assign(JAAR="2024.0")]
    )
    delivery.columns |= {"person_id": "JAAR + NR", "household_id": "JAAR+WONING"}
    roster = delivery.open().roster()

    assert roster["person_id"].tolist()[::4] == ["2023+101", "2024+101"]
    assert roster["household_id"].tolist()[0] == "2023+w2"


def test_a_number_may_not_be_put_together(delivery):
    delivery.columns["age"] = "LFT+NR"

    assert "Only a key or a code" in delivery.refused(SettingsError)


def test_a_code_may_be_put_together_and_its_parts_may_be_empty(delivery):
    delivery.frames["persons"] = PERSONS.assign(
        WERKT=["1.0", "1", None, None], SOORTWERK=["3", None, "2", " "]
    )
    delivery.columns |= {
        "working_relation": "WERKT + SOORTWERK",
        "born_abroad": "WERKT+SEKSE",
    }
    delivery.codes["working_relation"] = {"1+3": "regular", "1+": "agency", "+2": ""}
    delivery.codes["born_abroad"] = {"1+1": "yes", "*": "no"}
    roster, details = delivery.read()

    # 101, 102, 201, 301
    assert details["working_relation"].fillna("-").tolist() == [
        "-",
        "agency",
        "-",
        "regular",
    ]
    assert roster["born_abroad"].tolist() == ["no", "no", "no", "yes"]


def test_codes_may_be_mapped_for_extra_columns(delivery):
    delivery.extra = {"SOORT": "Soort"}
    delivery.codes["SOORT"] = {"k": "Koop", "h": ""}

    details = delivery.open().details(pd.Index(["301", "101"]))

    assert details["SOORT"].fillna("-").tolist() == ["Koop", "-"]


def test_two_of_our_columns_may_stand_in_one_of_theirs(delivery):
    delivery.columns["benefit"] = "SOORT"
    delivery.codes["benefit"] = {"k": "none", "*": "other"}

    details = delivery.open().details(pd.Index(["301", "101"]))

    assert details["benefit"].tolist() == ["none", "other"]
    assert details["tenure"].tolist() == ["owned", "social_rent"]


# --- what is noticed ---


def test_sources_tell_rows_and_notices_tell_what_is_absent_or_unmatched(delivery):
    extract = delivery.open()
    told = "\n".join(notice.nl for notice in extract.notices)

    assert [source.rows for source in extract.sources] == [4, 3, 2]
    assert extract.rows_read == 4
    assert "Burgerlijke staat" in told
    assert "Geboortejaar" not in told
    assert "homes.csv: minder dan 10 personen zonder rij" in told
    assert "scheidingsteken ';'" in told


@pytest.mark.parametrize(
    ("persons", "some"),
    [(9, "minder dan 10"), (14, "ongeveer 10"), (26, "ongeveer 30")],
)
def test_a_notice_never_counts_persons_exactly(delivery, persons, some):
    strangers = pd.DataFrame(
        {"NR": [str(number) for number in range(900, 900 + persons - 1)], "SEKSE": "1"}
    )
    delivery.frames["persons"] = pd.concat([PERSONS, strangers])
    notices = [notice.nl for notice in delivery.open().notices]

    assert any(f"homes.csv: {some} personen" in notice for notice in notices)


# --- what is refused ---


def test_a_person_who_occurs_twice_is_counted_and_not_named(delivery):
    twice = PERSONS.assign(NR=[CANARY, CANARY, "1", "2"])
    delivery.frames["persons"] = twice

    assert "1 person occurs more than once" in delivery.refused()


def test_keys_that_differ_in_type_only_are_the_same_person(delivery):
    delivery.frames["persons"] = PERSONS.assign(NR=["1.0", "1", "2", "3"])

    assert "1 person occurs more than once" in delivery.refused()


def test_a_row_without_a_key_is_refused(delivery):
    delivery.frames["persons"] = PERSONS.assign(NR=[None, " ", "1", "2"])

    assert "2 rows have no key" in delivery.refused()


def test_a_table_without_persons_is_refused(delivery):
    delivery.frames["persons"] = PERSONS.head(0)

    assert "no rows" in delivery.refused()


def test_a_key_that_would_double_persons_is_refused(delivery):
    delivery.frames["homes"] = HOMES.assign(CODE=[CANARY, CANARY, "w1"])

    assert "1 value of key 'CODE' occurs more than once" in delivery.refused()


def test_a_join_that_matches_nobody_is_refused(delivery):
    delivery.frames["homes"] = HOMES.assign(CODE=["0w1", "0w2", "0w9"])

    assert "no 'WONING' of persons occurs in its column 'CODE'" in delivery.refused()


def test_rows_without_a_key_join_nobody(delivery):
    delivery.frames["homes"] = HOMES.assign(CODE=["w2", None, None])
    delivery.frames["persons"] = PERSONS.assign(WONING=["w2", None, None, "x"])

    details = delivery.open().details(pd.Index(["301", "102"]))

    assert details["tenure"].fillna("-").tolist() == ["social_rent", "-"]


def test_one_to_one_means_one_person_per_row(delivery):
    delivery.tables["homes"]["relation"] = "one_to_one"

    assert "1 rows belong to more than one person" in delivery.refused()


@pytest.mark.parametrize("name", ["person_id", "sex", "age"])
def test_an_extract_without_the_least_is_refused(delivery, name):
    del delivery.columns[name]

    assert f"no column for {name}" in delivery.refused()


@pytest.mark.parametrize("own", ["LEEFTJD", "persons.LEEFTJD"])
def test_a_mapped_column_that_is_not_there_is_named_with_the_nearest(delivery, own):
    delivery.frames["persons"] = PERSONS.rename(columns={"LFT": "LEEFTIJD"})
    delivery.columns["age"] = own

    assert "did you mean 'LEEFTIJD'" in delivery.refused()


@pytest.mark.parametrize("field", ["key", "by"])
def test_a_join_column_that_is_not_there_is_named(delivery, field):
    delivery.tables["homes"][field] = "WONIN"

    assert "no column 'WONIN'" in delivery.refused()


def test_a_column_in_more_tables_needs_its_table_in_front(delivery):
    delivery.frames["homes"] = HOMES.assign(WIJK="x")

    assert "'homes.WIJK'" in delivery.refused(SettingsError)


@pytest.mark.parametrize(
    ("section", "content", "said"),
    [
        ("columns", {"agee": "LFT"}, "unknown column agee (did you mean 'age'?)"),
        ("codes", {"sexe": {}}, "unknown column sexe (did you mean 'sex'?)"),
        ("codes", {"sex": {"1": "male"}}, "'male' is not one of man, woman"),
        ("codes", {"age": {"*": ""}}, "'*' is for coded columns only"),
        ("extra", {"tenure": "x"}, "tenure is one of our own"),
    ],
)
def test_what_the_study_file_says_wrongly_is_told(delivery, section, content, said):
    setattr(delivery, section, {**getattr(delivery, section), **content})

    assert said in delivery.refused(SettingsError)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"joins": "home"}, "areas: no table home (did you mean 'homes'?)"),
        ({"joins": "areas"}, "areas joins in a ring"),
        ({"key": None, "by": None}, "how does areas join"),
    ],
)
def test_a_table_that_hangs_on_nothing_is_told(delivery, table, said):
    delivery.tables["areas"] |= table

    assert said in delivery.refused(SettingsError)


def test_more_tables_need_one_called_persons(delivery):
    delivery.tables["people"] = delivery.tables.pop("persons")
    delivery.frames["people"] = delivery.frames.pop("persons")

    assert "Call the table" in delivery.refused(SettingsError)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("SEKSE", ["1", "2", "3", "1"]),
        ("LFT", ["1", "2", CANARY, "3"]),
        ("LFT", ["1", "2", f"x{CANARY}", "3"]),
        ("UUR", ["1", "2", CANARY, "3"]),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_file_and_column(
    delivery, column, values
):
    delivery.frames["persons"] = PERSONS.assign(**{column: values})

    told = delivery.refused()

    assert told.upper().startswith(f"PERSONS.CSV: '{column}'")


@pytest.mark.parametrize("name", ["persons", "homes"])
def test_what_a_reader_refuses_inside_a_join_is_told_as_the_reader_said(delivery, name):
    delivery.open()
    file = delivery.tables[name]["file"]
    file.write_text(file.read_text() + f"{CANARY}\n")
    with pytest.raises(ExtractError, match="record .* has 1 cells") as caught:
        open_extract(study(delivery), delivery.folder / "work")

    assert CANARY not in "".join(traceback.format_exception(caught.value))


def test_nothing_is_left_in_the_private_folder(delivery):
    extract = delivery.open()
    extract.details(pd.Index(["101"]))

    assert list((delivery.folder / "work").rglob("*")) == []


# --- real deliveries ---


def real_study(extract: dict[str, object], on: str = "2010-12-31") -> Study:
    return Study.model_validate(
        {
            "study": {"name": "test", "reference_date": on},
            "population": {"definition": "born_abroad"},
            "clustering": {"seed": 1},
            "extract": {"layout": "person"} | extract,
        }
    )


@pytest.mark.skipif(
    not (DATA / "ecv_spain").is_dir(), reason="the Spanish microdata are not here"
)
def test_four_untouched_tables_of_a_survey_become_persons(tmp_path):
    def file(letter: str) -> str:
        return str(DATA / f"ecv_spain/raw_esudb10{letter}.csv.gz")

    household = {"by": "RB030", "drop_last": 2}
    extract = open_extract(
        real_study(
            {
                "tables": {
                    "persons": {"file": file("r"), "rows": 37026},
                    "adults": {
                        "file": file("p"),
                        "key": "PB030",
                        "by": "RB030",
                        "relation": "one_to_one",
                    },
                    "households": {"file": file("h"), "key": "HB030"} | household,
                    "basic": {"file": file("d"), "key": "DB030"} | household,
                },
                "columns": {
                    "person_id": "RB030",
                    "household_id": "HB030",
                    "partner_id": "RB240",
                    "birth_year": "RB080",
                    "sex": "RB090",
                    "born_abroad": "PB210",
                    "weekly_hours": "PL060",
                    "household_income": "HY020",
                    "district": "DB040",
                },
                "codes": {
                    "sex": {"1": "man", "2": "woman"},
                    "born_abroad": {"1": "no", "*": "yes"},
                },
            }
        ),
        tmp_path / "work",
    )
    roster = extract.roster()
    abroad = roster["person_id"][roster["born_abroad"] == "yes"]
    details = extract.details(pd.Index(abroad))

    assert extract.rows_read == len(roster) == 37026
    assert [source.rows for source in extract.sources] == [37026, 30953, 13597, 13597]
    assert roster["household_id"].nunique() == 13597
    assert roster["partner_id"].dropna().isin(roster["person_id"]).all()
    assert 2000 < len(abroad) < 4000
    assert details["household_income"].notna().mean() > 0.99


@pytest.mark.skipif(
    not (DATA / "geih_bogota").is_dir(), reason="the Bogota microdata are not here"
)
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("geih_bogota_all_2023.parquet", 26284),
        ("geih_bogota_fb_open_2022_2023.csv.gz", 3010),
    ],
)
def test_a_survey_stored_as_fractions_becomes_persons(tmp_path, name, rows):
    extract = open_extract(
        real_study(
            {
                "tables": {"persons": str(DATA / "geih_bogota" / name)},
                "columns": {
                    "person_id": "id",
                    "household_id": "year+vivienda+hogar",
                    "age": "edad",
                    "sex": "sexo",
                    "arrival_year": "year_llego_col",
                },
                "codes": {
                    "sex": {"1": "man", "2": "woman"},
                    "arrival_year": {"98": "", "99": ""},
                },
            },
            on="2023-07-01",
        ),
        tmp_path / "work",
    )
    roster = extract.roster()

    assert len(roster) == rows
    assert not roster["person_id"].str.contains(".", regex=False).any()
    assert roster["arrival_year"].dropna().between(1920, 2023).all()


def test_an_empty_cell_and_a_missing_row_mean_what_the_study_file_says(delivery):
    delivery.empty = {"tenure": "other", "weekly_hours": "0"}

    details = delivery.open().details(pd.Index(["101", "102", "201"]))

    assert details["tenure"].tolist() == ["social_rent", "social_rent", "other"]
    assert details["weekly_hours"].tolist() == [0, 0, 12]


@pytest.mark.parametrize(
    ("name", "meaning"),
    [("tenure", "gehuurd"), ("weekly_hours", "geen"), ("tenuur", "other")],
)
def test_an_empty_cell_cannot_mean_what_is_not_ours(delivery, name, meaning):
    delivery.empty = {name: meaning}

    with pytest.raises(SettingsError, match=name):
        delivery.open()
