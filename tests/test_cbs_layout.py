"""CBS tables: spells cut at the date, one job, one city through three formats."""

from __future__ import annotations

import traceback
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from clusters.errors import ClustersError, ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.extracts.cbs import database
from clusters.schema import COLUMNS, ROSTER
from clusters.schema.cbs import CBS_TABLES
from clusters.schema.cbs.document import as_markdown
from clusters.settings import Study
from clusters.synthetic import make_city, with_dirt
from clusters.synthetic.cbs import tables_setting, write_cbs_extract

CANARY = "473920118"
ON = date(2019, 1, 1)
SEED = 3
EXPECTED = Path(__file__).parent / "expected"
FORMATS = ("csv", "parquet", "sav")

# What the tables do not hold: counted or derived in `clusters.people`, or the sum of
# two parts that CBS does not deliver.
NOT_WRITTEN = {
    "age",
    "household_minors",  # no table of CBS has it
    "weight",  # nor is it a sample
    "foreign_nationality",
    "arrival_year",
    "moved_in_year",
    "minor_children",
    "youngest_child_age",
    "has_partner",
    "household_income_total",
}
KEYS = ("person_id", "partner_id", "mother_id", "father_id")


def study(tables, municipality="0772", **extract):
    return Study.model_validate(
        {
            "study": {
                "name": "test",
                "reference_date": "2019-01-01",
                "municipality": municipality,
            },
            "extract": {"layout": "cbs", "tables": tables, **extract},
            "population": {"definition": "born_abroad"},
            "clustering": {"seed": 1},
        }
    )


def opened(tables, work, municipality=None, **extract):
    return open_extract(study(tables, municipality, **extract), work)


def persons(*numbers, **columns):
    """GBAPERSOONTAB with an ordinary person per number."""
    return pd.DataFrame(
        {
            "RINPERSOONS": "R",
            "RINPERSOON": list(numbers),
            "GBAGESLACHT": "1",
            "GBAGEBOORTEJAAR": "1980",
            "GBAGEBOORTELAND": "6030",
            **columns,
        }
    )


def of(*numbers, **columns):
    """Rows of another table about these persons."""
    return pd.DataFrame(
        {"RINPERSOONS": "R", "RINPERSOON": list(numbers), **columns}, dtype="str"
    )


@pytest.fixture
def delivered(tmp_path):
    """Write tables as CSV and return what goes under [extract.tables]."""

    def write(**tables):
        files = {}
        for name, rows in tables.items():
            file = tmp_path / f"{name}.csv"
            rows.to_csv(file, sep=";", index=False)
            files[name] = file.as_posix()
        return files

    return write


# --- one city, three formats ---------------------------------------------------------


@pytest.fixture(scope="module")
def city():
    return make_city(3_000, seed=SEED, on=ON)


@pytest.fixture(scope="module")
def files(city, tmp_path_factory):
    """The city in each format."""
    folder = tmp_path_factory.mktemp("city")
    return {
        each: write_cbs_extract(city, folder / each, each, SEED, ON) for each in FORMATS
    }


@pytest.fixture(scope="module")
def read(files, tmp_path_factory):
    """Roster and details of everybody, per format."""
    frames = {}
    for each in FORMATS:
        work = tmp_path_factory.mktemp("work")
        frames[each] = everybody(open_extract(study(tables_setting(files[each])), work))
    return frames


def everybody(extract):
    roster = extract.roster()
    return roster, extract.details(pd.Index(roster["person_id"]))


def test_the_same_persons_are_read_from_every_format(read):
    for each in ("parquet", "sav"):
        pd.testing.assert_frame_equal(read[each][0], read["csv"][0])
        pd.testing.assert_frame_equal(read[each][1], read["csv"][1])


def test_the_order_of_rows_does_not_matter(files, read, tmp_path):
    shuffled = {}
    for name, file in files["csv"].items():
        rows = pd.read_csv(file, sep=";", dtype="str", keep_default_na=False)
        shuffled[name] = tmp_path / file.name
        rows.sample(frac=1, random_state=7).to_csv(shuffled[name], sep=";", index=False)

    roster, details = everybody(
        open_extract(study(tables_setting(shuffled)), tmp_path / "work")
    )

    pd.testing.assert_frame_equal(roster, read["csv"][0])
    pd.testing.assert_frame_equal(details, read["csv"][1])


def test_a_city_is_read_back_as_it_was(city, read):
    roster, details = read["csv"]
    back = roster.set_index("person_id").join(details)
    made = as_registers_tell(with_dirt(city.residents, SEED))

    assert list(back.index) == list(made.index)
    written = [each.name for each in COLUMNS if each.name not in NOT_WRITTEN]
    for name in written[1:]:
        if name in ("household_id", "address_id"):  # numbers of the tables' own
            continue
        pd.testing.assert_series_equal(back[name], made[name], check_names=False)


@pytest.mark.parametrize("key", ["household_id", "address_id"])
def test_a_home_is_read_back_with_its_members(city, read, key):
    roster, details = read["csv"]
    back = roster.set_index("person_id").join(details)[key]
    made = as_registers_tell(city.residents)[key]
    pairs = pd.DataFrame({"made": made, "back": back}).drop_duplicates()

    assert not pairs["made"].duplicated().any()
    assert not pairs["back"].duplicated().any()


def test_planted_clusters_carry_the_keys_of_the_tables(files, read):
    truth = pd.read_parquet(files["csv"]["GBAPERSOONTAB"].with_name("truth.parquet"))

    assert set(truth["person_id"]) <= set(read["csv"][0]["person_id"])


def test_who_lives_elsewhere_is_counted_but_not_in_the_roster(city, files, tmp_path):
    extract = open_extract(study(tables_setting(files["csv"])), tmp_path)

    assert len(extract.roster()) == len(city.residents)
    assert extract.rows_read > len(city.residents)


def test_columns_are_told_before_anything_is_read(files, read, tmp_path):
    extract = open_extract(study(tables_setting(files["parquet"])), tmp_path)
    roster, details = read["parquet"]

    assert extract.columns == {*roster.columns, *details.columns}
    assert set(roster.columns) <= set(ROSTER)
    assert extract.notices == ()


def test_details_come_in_the_order_asked_for(files, read, tmp_path):
    extract = open_extract(study(tables_setting(files["parquet"])), tmp_path)
    _, details = read["parquet"]
    some = details.index[[40, 7, 300]]

    pd.testing.assert_frame_equal(extract.details(some), details.loc[some])


def as_registers_tell(residents):
    """The residents with what registers cannot tell left out, sorted by key."""
    made = residents.assign(**{name: "R" + residents[name] for name in KEYS})
    # Who lives on an own business is self-employed, unless a job says otherwise.
    own = made["income_source"] == "self_employed"
    relation = made["working_relation"].mask(
        made["working_relation"].isna() & own, "self_employed"
    )
    # Who is not enrolled is not in education.
    return (
        made.assign(
            working_relation=relation, in_education=made["in_education"].fillna("no")
        )
        .set_index("person_id")
        .sort_index()
    )


# --- the date and the job ------------------------------------------------------------


def test_a_spell_holds_on_its_first_and_last_day(delivered, tmp_path):
    cases = pd.read_csv(EXPECTED / "cbs_spells.csv", dtype="str", keep_default_na=False)
    numbers = [f"{number:09d}" for number in range(len(cases))]
    tables = delivered(
        GBAPERSOONTAB=persons(*numbers),
        GBABURGERLIJKESTAATBUS=of(
            *numbers,
            GBAAANVANGBURGERLIJKESTAAT=cases["begin"].tolist(),
            GBAEINDEBURGERLIJKESTAAT=cases["end"].tolist(),
            GBABURGERLIJKESTAATNW="H",
        ),
    )

    _, details = everybody(opened(tables, tmp_path / "work"))

    holds = details["marital_status"].eq("married").map({True: "yes", False: "no"})
    assert dict(zip(cases["case"], holds, strict=True)) == dict(
        zip(cases["case"], cases["holds"], strict=True)
    )


def test_the_main_job_is_the_same_whatever_the_order(delivered, tmp_path):
    cases = pd.read_csv(EXPECTED / "cbs_main_job.csv", dtype="str")
    main = cases[cases["main"] == "yes"].set_index("case")["sector"]
    number = dict(zip(main.index, (f"{i:09d}" for i in range(9)), strict=False))
    for seed in range(3):
        rows = cases.sample(frac=1, random_state=seed)
        tables = delivered(
            GBAPERSOONTAB=persons(*number.values()),
            SPOLISBUS=of(
                *rows["case"].map(number),
                IKVID=rows["job"].tolist(),
                SDATUMAANVANGIKO=rows["begin"].tolist(),
                SDATUMEINDEIKO=rows["end"].tolist(),
                SBASISLOON=rows["wage"].tolist(),
                SBASISUREN=rows["hours"].tolist(),
                SBI2008=rows["sector"].tolist(),
            ),
        )

        _, details = everybody(opened(tables, tmp_path / f"work{seed}", decimal=","))

        assert details["sector"].tolist() == main.tolist()


def test_a_job_of_half_a_month_counts_as_a_whole_month(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001", "000000002"),
        SPOLISBUS=of(
            "000000001",
            "000000002",
            SDATUMAANVANGIKO=["20190101", "20190101"],
            SDATUMEINDEIKO=["20190131", "20190110"],
            SBASISLOON=["3100", "1000"],
            SBASISUREN=["173.33", "55.91"],
        ),
    )

    _, details = everybody(opened(tables, tmp_path / "work"))

    assert details["wage"].tolist() == [3100.0, 3100.0]
    assert details["weekly_hours"].tolist() == [40.0, 40.0]


def test_dutch_comes_before_another_nationality(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"),
        GBANATIONALITEITBUS=of(
            *["000000001"] * 3,
            DATUMAANVANGNATIONALITEIT=["20100101", "20050101", "19800101"],
            DATUMEINDENATIONALITEIT=["", "88888888", "20050101"],
            NATIONALITEIT=["0339", "0001", "0000"],
        ),
    )

    roster, _ = everybody(opened(tables, tmp_path / "work"))

    assert roster["nationality"].tolist() == ["0001"]


@pytest.mark.parametrize(
    ("told", "arrived"),
    [
        ("20150600", "2015-06-01"),
        ("20150000", "2015-01-01"),
        ("00000000", None),
        ("2015-06-10", "2015-06-10"),
    ],
)
def test_an_unknown_day_of_a_move_is_the_first(delivered, tmp_path, told, arrived):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"),
        GBAMIGRATIEBUS=of("000000001", DATUMVESTIGING=[told]),
    )

    roster, _ = everybody(opened(tables, tmp_path / "work"))

    expected = pd.Timestamp(arrived) if arrived else pd.NaT
    assert roster["arrival_date"].tolist() == [expected]


def test_the_last_settlement_before_the_date_is_the_arrival(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"),
        GBAMIGRATIEBUS=of(
            *["000000001"] * 3,
            DATUMVESTIGING=["20050200", "20150610", "20190601"],
        ),
    )

    roster, _ = everybody(opened(tables, tmp_path / "work"))

    assert roster["arrival_date"].tolist() == [pd.Timestamp("2015-06-10")]


@pytest.mark.parametrize(
    ("month", "day", "born"),
    [
        ("3", "7", "1980-03-07"),
        ("03", "00", "1980-03-15"),
        ("03", "--", "1980-03-15"),
        ("00", "00", None),
        ("--", "--", None),
    ],
)
def test_an_unknown_day_of_birth_is_the_middle_of_the_month(
    delivered, tmp_path, month, day, born
):
    rows = persons("000000001", GBAGEBOORTEMAAND=month, GBAGEBOORTEDAG=day)

    roster, _ = everybody(opened(delivered(GBAPERSOONTAB=rows), tmp_path / "work"))

    assert roster["birth_date"].tolist() == [pd.Timestamp(born) if born else pd.NaT]
    assert roster["birth_year"].tolist() == [1980.0]


# --- households, partners, addresses ------------------------------------------------


def household(*positions, number="H1"):
    size = len(positions)
    return {
        "HUISHOUDNR": [number] * size,
        "DATUMAANVANGHH": ["20180101"] * size,
        "DATUMEINDEHH": ["88888888"] * size,
        "PLHH": list(positions),
    }


def test_two_partners_in_a_household_are_each_others(delivered, tmp_path):
    ids = ("000000001", "000000002", "000000003")
    tables = delivered(
        GBAPERSOONTAB=persons(*ids),
        GBAHUISHOUDENSBUS=of(*ids, **household("5", "1", "5")),
    )

    roster, _ = everybody(opened(tables, tmp_path / "work"))

    assert roster["partner_id"].fillna("").tolist() == ["R000000003", "", "R000000001"]


@pytest.mark.parametrize("positions", [("5", "1", "2"), ("5", "5", "5")])
def test_other_than_two_partners_in_a_household_are_nobodys(
    delivered, tmp_path, positions
):
    ids = ("000000001", "000000002", "000000003")
    tables = delivered(
        GBAPERSOONTAB=persons(*ids),
        GBAHUISHOUDENSBUS=of(*ids, **household(*positions)),
    )

    roster, _ = everybody(opened(tables, tmp_path / "work"))

    assert roster["partner_id"].isna().all()


def test_a_registered_partner_may_live_elsewhere(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"),
        GBAHUISHOUDENSBUS=of("000000001", **household("2")),
        GBAVERBINTENISPARTNERBUS=of(
            "000000001",
            RINPERSOONSVERBINTENISP="R",
            RINPERSOONVERBINTENISP="000000099",
            AANVANGVERBINTENIS="20100101",
            EINDEVERBINTENIS="88888888",
        ),
    )

    roster, _ = everybody(opened(tables, tmp_path / "work"))

    assert roster["partner_id"].tolist() == ["R000000099"]


def address(*objects, begin="20100101", end="88888888"):
    return {
        "GBADATUMAANVANGADRESHOUDING": begin,
        "GBADATUMEINDEADRESHOUDING": end,
        "SOORTOBJECTNUMMER": "B",
        "RINOBJECTNUMMER": list(objects),
    }


AREAS = pd.DataFrame(
    {
        "SOORTOBJECTNUMMER": "B",
        "RINOBJECTNUMMER": ["01", "02", "03"],
        "gem2018": ["0772", "0772", "0772"],
        "gem2019": ["0772", "0794", "0772"],
        "wc2019": ["01", "02", "--"],
    }
)


def test_residents_live_in_the_municipality_of_that_year(delivered, tmp_path):
    ids = ("000000001", "000000002", "000000003")
    tables = delivered(
        GBAPERSOONTAB=persons(*ids),
        GBAADRESOBJECTBUS=of(*ids, **address("01", "02", "03")),
        VSLGWBTAB=AREAS,
    )

    roster, _ = everybody(opened(tables, tmp_path / "work", "0772"))

    assert roster["person_id"].tolist() == ["R000000001", "R000000003"]
    assert roster["district"].fillna("").tolist() == ["01", ""]


def test_areas_of_another_year_can_be_mapped(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"),
        GBAADRESOBJECTBUS=of("000000001", **address("02")),
        VSLGWBTAB=AREAS.assign(gem2018="GM0772"),
    )

    roster, _ = everybody(
        opened(
            tables,
            tmp_path / "work",
            "0772",
            columns={"VSLGWBTAB.gem2019": "gem2018"},
            codes={"municipality": {"GM0772": "0772"}},
        )
    )

    assert roster["municipality"].tolist() == ["0772"]


def test_of_two_addresses_the_last_begun_decides_who_is_resident(delivered, tmp_path):
    moved = of(
        *["000000001"] * 2,
        **address("01", "02")
        | {"GBADATUMAANVANGADRESHOUDING": ["20100101", "20180101"]},
    )
    stayed = of("000000002", **address("01"))
    tables = delivered(
        GBAPERSOONTAB=persons("000000001", "000000002"),
        GBAADRESOBJECTBUS=pd.concat([moved, stayed]),
        VSLGWBTAB=AREAS,
    )

    roster, _ = everybody(opened(tables, tmp_path / "work", "0772"))

    assert roster["person_id"].tolist() == ["R000000002"]


def test_a_key_of_another_kind_is_another_person(delivered, tmp_path):
    benefits = of(
        "000000001",
        BIJSTANDaanvangUitkeringPersoon1A="20180101",
        BIJSTANDEindeUitkeringPersoon1A="",
        BIJSTANDStatistiekcodeA="01",
    ).assign(RINPERSOONS="S")
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"), BIJSTANDUITKERINGTAB=benefits
    )

    _, details = everybody(opened(tables, tmp_path / "work"))

    assert details["benefit"].isna().all()


# --- names, codes, and what is missing -----------------------------------------------


def test_absent_tables_cost_their_columns_and_a_notice_says_so(delivered, tmp_path):
    extract = opened(delivered(GBAPERSOONTAB=persons("000000001")), tmp_path / "work")

    assert "arrival_date" not in extract.columns
    assert "arrival_date" not in extract.roster()
    told = [notice.to("nl") for notice in extract.notices]
    assert any("GBAMIGRATIEBUS" in each and "arrival_date" in each for each in told)
    assert any("GBAGEBOORTELANDNL" in each and "born_abroad" in each for each in told)


def test_household_tables_without_their_link_are_left_out(delivered, tmp_path):
    wealth = pd.DataFrame(
        {"RINPERSOONSHKW": ["R"], "RINPERSOONHKW": ["1"], "VEHW1000VERH": ["5"]}
    )
    extract = opened(
        delivered(GBAPERSOONTAB=persons("000000001"), VEHTAB=wealth), tmp_path / "work"
    )

    assert "wealth" not in extract.columns
    assert any("VEHTAB" in notice.to("en") for notice in extract.notices)


def test_own_names_and_codes_are_mapped(delivered, tmp_path):
    tables = delivered(
        gbapersoontab=persons("000000001").rename(columns=str.lower),
        GBAMIGRATIEBUS=of("000000001", EIGEN_NAAM=["20150610"]),
        VRLMIGMOTBUS=of(
            "000000001", DATUMVESTIGING=["20150610"], MIGRATIEMOTIEF=["ARB"]
        ),
    )

    roster, details = everybody(
        opened(
            tables,
            tmp_path / "work",
            columns={"gbamigratiebus.datumvestiging": "eigen_naam"},
            codes={"VRLMIGMOTBUS.migratiemotief": {"ARB": "labour"}},
        )
    )

    assert roster["arrival_date"].notna().all()
    assert details["migration_motive"].tolist() == ["labour"]


@pytest.mark.parametrize(
    ("tables", "extract", "error", "told"),
    [
        ({"GBAPERSONTAB": "x.csv"}, {}, SettingsError, "did you mean 'GBAPERSOONTAB'"),
        ({"SPOLISBUS": "x.csv"}, {}, ExtractError, "no GBAPERSOONTAB"),
        (
            {"GBAPERSOONTAB": "x.csv"},
            {"columns": {"SPOLISBUS.SSOORTBAN": "y"}},
            SettingsError,
            "did you mean 'SPOLISBUS.SSOORTBAAN'",
        ),
        (
            {"GBAPERSOONTAB": "x.csv"},
            {"codes": {"SPOLISBUS.SSOORTBAAN": {"6": "agnecy"}}},
            SettingsError,
            "'agnecy' is no code of working_relation",
        ),
        (
            {"GBAPERSOONTAB": "x.csv"},
            {"codes": {"worknig_relation": {"6": "agency"}}},
            SettingsError,
            "did you mean 'working_relation'",
        ),
        (
            {"GBAPERSOONTAB": "x.csv"},
            {"extra": {"INPATAB.INPPOSHHK": "Positie"}},
            SettingsError,
            "of a table in",
        ),
        ({"GBAPERSOONTAB": "absent.csv"}, {}, ExtractError, "not there"),
    ],
)
def test_a_study_file_that_cannot_be_followed_says_what_to_write(
    tmp_path, tables, extract, error, told
):
    with pytest.raises(error, match=told):
        opened(tables, tmp_path, **extract)


def test_extra_columns_are_kept_under_the_name_given(delivered, tmp_path):
    ids = ("000000001", "000000002", "000000003")
    tables = delivered(
        GBAPERSOONTAB=persons(*ids, GBAGENERATIE=["1", "-", "2"]),
        INPATAB=of(*ids, INPPOSHHK=["1", "2", "8"]),
    )

    _, details = everybody(
        opened(
            tables,
            tmp_path / "work",
            extra={
                "INPATAB.INPPOSHHK": "Positie",
                "GBAPERSOONTAB.gbageneratie": "Generatie",
            },
            codes={"INPATAB.INPPOSHHK": {"1": "main earner", "*": ""}},
        )
    )

    assert details["INPATAB.INPPOSHHK"].fillna("").tolist() == ["main earner", "", ""]
    generation = details["GBAPERSOONTAB.gbageneratie"]
    assert generation.fillna("").tolist() == ["1", "", "2"]


def test_details_of_somebody_else_are_a_fault_of_ours(delivered, tmp_path):
    extract = opened(delivered(GBAPERSOONTAB=persons("000000001")), tmp_path / "work")

    with pytest.raises(ValueError, match="not in the roster"):
        extract.details(pd.Index(["R000000002"]))


def test_a_municipality_needs_addresses(delivered, tmp_path):
    extract = opened(
        delivered(GBAPERSOONTAB=persons("000000001")), tmp_path / "work", "0772"
    )

    with pytest.raises(ExtractError, match="GBAADRESOBJECTBUS and no VSLGWBTAB"):
        extract.roster()


def test_nobody_in_the_municipality_is_told(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001"),
        GBAADRESOBJECTBUS=of("000000001", **address("01")),
        VSLGWBTAB=AREAS,
    )

    with pytest.raises(ExtractError, match="Nobody .* 0363"):
        opened(tables, tmp_path / "work", "0363").roster()


# --- faults never quote a cell -------------------------------------------------------


def spoilt(**replaced):
    tables = {
        "GBAPERSOONTAB": persons(CANARY),
        "GBABURGERLIJKESTAATBUS": of(
            CANARY,
            GBAAANVANGBURGERLIJKESTAAT="20180101",
            GBAEINDEBURGERLIJKESTAAT="88888888",
            GBABURGERLIJKESTAATNW="H",
        ),
        "INPATAB": of(CANARY, INPPERSINK="1000"),
    }
    return tables | replaced


@pytest.mark.parametrize(
    ("replaced", "told"),
    [
        ({"GBAPERSOONTAB": persons(CANARY, CANARY)}, "more than one row"),
        ({"INPATAB": of(CANARY, CANARY, INPPERSINK="1000")}, "more than one row"),
        ({"INPATAB": of(CANARY, INPPERSINK=f"{CANARY}x")}, "INPPERSINK"),
        ({"INPATAB": of(CANARY)}, None),
        ({"GBAPERSOONTAB": persons(CANARY, GBAGESLACHT="3")}, "GBAGESLACHT"),
        (
            {
                "GBABURGERLIJKESTAATBUS": of(
                    CANARY,
                    GBAAANVANGBURGERLIJKESTAAT=CANARY,
                    GBAEINDEBURGERLIJKESTAAT="",
                    GBABURGERLIJKESTAATNW="H",
                )
            },
            "not a date",
        ),
        (
            {"GBABURGERLIJKESTAATBUS": of(CANARY, GBABURGERLIJKESTAATNW="H")},
            "GBAAANVANGBURGERLIJKESTAAT is missing",
        ),
    ],
)
def test_a_fault_is_told_without_a_cell(delivered, tmp_path, replaced, told):
    tables = delivered(**spoilt(**replaced))
    if told is None:
        everybody(opened(tables, tmp_path / "work"))
        return

    with pytest.raises(ClustersError, match=told) as caught:
        everybody(opened(tables, tmp_path / "work"))

    assert CANARY not in "".join(traceback.format_exception(caught.value))


def test_all_that_is_wrong_with_a_delivery_is_told_at_once(delivered, tmp_path):
    ids = [f"{number:09d}" for number in range(1, 21)]
    tables = delivered(
        # roster: two columns with a code that nobody explained
        GBAPERSOONTAB=persons(*ids, GBAGESLACHT="9", GBAGEBOORTEJAAR="onbekend"),
        # details: a table without what it needs, one with codes and amounts that are
        # none, one with a period that is none, one with a person twice
        GBABURGERLIJKESTAATBUS=of(*ids, AANVANG="20180101", BURGST="H"),
        INPATAB=of(*ids, INPPERSINK="veel", INPP100PBRUT="Z"),
        SECMBUS=of(*ids, AANVSECM="gisteren", EINDSECM="88888888", SECM="11"),
        GBAHUISHOUDENSBUS=of(
            *ids,
            DATUMAANVANGHH="20180101",
            DATUMEINDEHH="88888888",
            HUISHOUDNR=ids,
            TYPHH="X",
            PLHH="1",
        ),
        HOOGSTEOPLTAB=of(*ids, *ids, OPLNIVSOI2016AGG4HBMETNIRWO="1110"),
    )

    with pytest.raises(ExtractError) as caught:
        everybody(opened(tables, tmp_path / "work"))

    told = caught.value
    for wrong in (
        "GBAGESLACHT",
        "GBAGEBOORTEJAAR",
        "GBAAANVANGBURGERLIJKESTAAT",
        "INPPERSINK",
        "SECMBUS.csv (SECMBUS): 20 rows begin or end",
        "TYPHH",
        "HOOGSTEOPLTAB.csv (HOOGSTEOPLTAB): 20 keys",
    ):
        assert wrong in told.en, wrong
        assert wrong.split(":")[0] in told.nl
    assert told.paste["extract.codes.sex"] == ('"9" = ""  # man | woman',)
    assert '"X" = ""' in told.paste["extract.codes.household_type"][0]
    assert told.paste["extract.columns"] == (
        '"GBABURGERLIJKESTAATBUS.GBAAANVANGBURGERLIJKESTAAT" = ""',
        '"GBABURGERLIJKESTAATBUS.GBABURGERLIJKESTAATNW" = ""',
    )


def test_every_table_that_cannot_be_opened_is_told(delivered, tmp_path):
    tables = delivered(GBAPERSOONTAB=persons("000000001"))
    tables |= {name: f"{name}.csv" for name in ("INPATAB", "SPOLISBUS")}

    with pytest.raises(ExtractError) as caught:
        opened(tables, tmp_path / "work")

    assert "INPATAB.csv: this file is not there" in caught.value.en
    assert "SPOLISBUS.csv: this file is not there" in caught.value.en


def test_an_extra_column_that_is_nowhere_is_told_with_the_rest(delivered, tmp_path):
    tables = delivered(
        GBAPERSOONTAB=persons("000000001", GBAGESLACHT="9"),
        INPATAB=of("000000001", INPPERSINK="1000"),
    )
    extra = {"INPATAB.INPPOSHHK": "Positie", "GBAPERSOONTAB.GENERATIE": "Generatie"}

    with pytest.raises(ExtractError) as caught:
        opened(tables, tmp_path / "work", extra=extra)

    assert "'INPPOSHHK'" in caught.value.en
    assert "'GENERATIE'" in caught.value.en


def test_a_truncated_file_is_told_in_our_words(delivered, tmp_path):
    tables = delivered(**spoilt())
    tables["INPATAB"] = {"file": tables["INPATAB"], "rows": 2}

    with pytest.raises(ExtractError, match="1 row where .* declares 2") as caught:
        everybody(opened(tables, tmp_path / "work"))

    assert CANARY not in "".join(traceback.format_exception(caught.value))


def test_numbers_in_sav_files_are_read_as_codes(tmp_path):
    file = tmp_path / "persoon.sav"
    rows = persons("000000001").assign(
        GBAGESLACHT=2.0, GBAGEBOORTEJAAR=1980.0, GBAGEBOORTELAND=6030.0
    )
    pyreadstat.write_sav(rows, str(file))

    roster, _ = everybody(opened({"GBAPERSOONTAB": file.as_posix()}, tmp_path / "work"))

    assert roster["sex"].tolist() == ["woman"]
    assert roster["birth_country"].tolist() == ["6030"]


def test_a_table_without_room_is_refused_in_our_words(delivered, tmp_path, monkeypatch):
    narrow = {"memory_limit": "1MB", "max_temp_directory_size": "0KB"}
    monkeypatch.setattr(database, "_SETTINGS", narrow)
    numbers = [f"{number:09d}" for number in range(60_000)]
    tables = delivered(GBAPERSOONTAB=persons(*numbers))

    with pytest.raises(ExtractError, match="No room"):
        everybody(opened(tables, tmp_path / "work"))


# --- the schema ----------------------------------------------------------------------


def test_cbs_codes_lead_to_agreed_codes():
    agreed = {each.name: set(each.code_names) for each in COLUMNS}
    for table in CBS_TABLES:
        for variable in table.variables:
            for column, codes in variable.fills.items():
                assert set(codes.values()) - {""} <= agreed[column], variable.name


def test_the_manual_lists_the_tables_as_they_are_read():
    page = Path(__file__).parents[1] / "docs" / "cbs-layout.md"

    assert page.read_text(encoding="utf-8") == as_markdown()


def test_nines_are_an_unknown_amount(delivered, tmp_path):
    ids = ("000000001", "000000002", "000000003")
    incomes = of(*ids, INPPERSINK=["999999999", "9999999999", "-500"])
    tables = delivered(GBAPERSOONTAB=persons(*ids), INPATAB=incomes)

    _, details = everybody(opened(tables, tmp_path / "work"))

    np.testing.assert_array_equal(details["personal_income"], [np.nan, np.nan, -500.0])
