"""Tables of databases: a DuckDB file, and a PostgreSQL that the test itself starts."""

import getpass
import os
import shutil
import subprocess
import tempfile
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from uuid import UUID

import duckdb
import pandas as pd
import pytest

from clusters.errors import ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.extracts.readers import open_table
from clusters.extracts.readers.database import _strings, asked_of
from clusters.settings import Extract, Study, Table

PEOPLE = pd.DataFrame(
    {
        "anr": ["001", "002", "003", "004"],
        "geslacht": ["M", "V", "M", "V"],
        "geboren": [date(1980, 1, 2), date(1975, 12, 31), date(1990, 6, 5), None],
        "land": ["5001", "6030", "5010", "7037"],
        "loon": [2500.5, None, 1800.0, 0.0],
        "gemeente": ["0772", "0772", "0344", "0772"],
        "geheim": ["a", "b", "c", "d"],
    }
)
COLUMNS = {
    "person_id": "anr",
    "sex": "geslacht",
    "birth_date": "geboren",
    "birth_country": "land",
    "wage": "loon",
}
ONLY = {"gemeente": "0772"}


def study(persons):
    return Study.model_validate(
        {
            "study": {"name": "een", "reference_date": date(2019, 1, 1)},
            "extract": {
                "layout": "person",
                "tables": {"persons": persons},
                "columns": COLUMNS,
                "codes": {"sex": {"M": "man", "V": "woman"}},
            },
            "population": {"definition": "born_abroad"},
            "clustering": {"seed": 1},
        }
    )


def seen(persons, work):
    extract = open_extract(study(persons), work)
    roster = extract.roster()
    wages = extract.details(pd.Index(roster["person_id"]))["wage"]
    return roster, wages


def check_people(roster, wages):
    assert roster["person_id"].tolist() == ["001", "002", "004"]
    assert roster["birth_country"].tolist() == ["5001", "6030", "7037"]
    assert roster["birth_date"].dt.date.tolist()[:2] == [
        date(1980, 1, 2),
        date(1975, 12, 31),
    ]
    assert wages.fillna(-1).tolist() == [2500.5, -1, 0]


@pytest.fixture
def duck(tmp_path):
    file = tmp_path / "a.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.register("people", PEOPLE)
        connection.execute("CREATE TABLE inwoners AS SELECT * FROM people")
        connection.execute("CREATE TABLE anders AS SELECT 1 AS x")
    return file


def test_a_table_of_a_duckdb_file_is_read(duck, tmp_path):
    told = {"file": str(duck), "table": "inwoners", "only": ONLY}
    check_people(*seen(told, tmp_path / "work"))


def test_a_duckdb_file_with_more_tables_asks_which(duck):
    with pytest.raises(ExtractError, match="'anders', 'inwoners'"):
        open_table("p", Table(file=duck), Extract(layout="person", tables={}))


@pytest.mark.parametrize("table", ["weg", 'x"; DROP TABLE inwoners; --'])
def test_a_table_that_is_not_there_is_told(duck, table):
    with pytest.raises(ExtractError, match="DuckDB"):
        open_table(
            "p", Table(file=duck, table=table), Extract(layout="person", tables={})
        )
    with duckdb.connect(str(duck), read_only=True) as connection:
        assert connection.sql("SELECT * FROM inwoners").fetchall()


def _programs():
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="module")
def postgres():
    """The address of a PostgreSQL that listens on a socket in a folder of its own."""
    pytest.importorskip("psycopg", reason="no driver for PostgreSQL")
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL on this machine (apt-get install postgresql)")
    is_root = getpass.getuser() == "root"
    # it does not start as root, and a socket's path must be short
    who = ["runuser", "-u", "postgres", "--"] if is_root else []
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if is_root:
        shutil.chown(folder, "postgres")

    def run(program, *told):
        subprocess.run(  # noqa: S603
            [*who, str(programs / program), *told], check=True, capture_output=True,
            cwd=folder,
        )  # fmt: skip

    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder}"
    run("pg_ctl", "-D", data, "-w", "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql+psycopg://tester@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def filled(postgres, monkeypatch):
    from sqlalchemy import create_engine, text

    engine = create_engine(postgres)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS brp CASCADE"))
        connection.execute(text("CREATE SCHEMA brp"))
        PEOPLE.to_sql("personen", connection, schema="brp", index=False)
    monkeypatch.setenv("STADSCLUSTERS_DB", postgres)
    yield engine
    engine.dispose()


TABLE = {"database": "STADSCLUSTERS_DB", "table": "brp.personen", "only": ONLY}


def test_a_table_of_postgresql_is_read(filled, tmp_path):
    check_people(*seen(TABLE, tmp_path / "work"))


def test_only_what_is_needed_leaves_the_database(filled):
    extract = study(TABLE).extract
    opened = open_table("persons", extract.tables["persons"], extract)
    assert set(opened.columns) == {"anr", "geslacht", "geboren", "land", "loon"}
    assert opened.source.rows == 3
    assert opened.source.format == "postgresql"


def test_the_digest_is_of_what_was_read_in_any_order(filled):
    from sqlalchemy import text

    extract = study(TABLE).extract

    def digest():
        opened = open_table("persons", extract.tables["persons"], extract)
        return opened.source.sha256

    before = digest()
    with filled.begin() as connection:
        connection.execute(text("UPDATE brp.personen SET geheim = 'z'"))
        # an update moves a row to the end
        connection.execute(
            text("UPDATE brp.personen SET geslacht = geslacht WHERE anr = '001'")
        )
    assert digest() == before
    with filled.begin() as connection:
        connection.execute(text("UPDATE brp.personen SET loon = 1 WHERE anr = '001'"))
    assert digest() != before


def test_a_table_that_grows_while_it_is_read_is_refused(filled):
    from sqlalchemy import text

    extract = study(TABLE).extract
    opened = open_table("persons", extract.tables["persons"], extract)
    with filled.begin() as connection:
        connection.execute(text("INSERT INTO brp.personen SELECT * FROM brp.personen"))
    with pytest.raises(ExtractError, match="changed"):
        opened.batches().read_pandas()


def test_what_the_driver_says_stays_inside(filled, postgres, monkeypatch):
    wrong = {**TABLE, "table": "brp.weg"}
    with pytest.raises(ExtractError) as caught:
        seen(wrong, Path("unused"))
    assert caught.value.__cause__ is None
    monkeypatch.setenv("STADSCLUSTERS_DB", "postgresql+psycopg://u:geheim@/x?host=/no")
    with pytest.raises(ExtractError) as caught:
        seen(TABLE, Path("unused"))
    assert "geheim" not in str(caught.value)


def test_without_an_address_or_a_driver_it_says_so(monkeypatch):
    monkeypatch.delenv("STADSCLUSTERS_DB", raising=False)
    with pytest.raises(SettingsError, match="STADSCLUSTERS_DB"):
        seen(TABLE, Path("unused"))
    monkeypatch.setenv("STADSCLUSTERS_DB", "nosuch://server/x")
    with pytest.raises(SettingsError, match="driver"):
        seen(TABLE, Path("unused"))


def test_what_is_asked_of_sql_server_is_its_own_sql():
    mssql = pytest.importorskip("sqlalchemy.dialects.mssql")
    table = Table(database="DB", table="dbo.Inwoners", only={"Gemeente": ("0772", "1")})

    asked = asked_of(table, ["ANR", "Geboren op", "user"])
    told = " ".join(str(asked.compile(dialect=mssql.dialect())).split())

    # names that need it in brackets, values never in the statement
    assert told == (
        "SELECT [ANR], [Geboren op], [user] FROM dbo.[Inwoners] "
        "WHERE CAST([Gemeente] AS NVARCHAR(100)) IN (__[POSTCOMPILE_param_1])"
    )
    assert asked.compile(dialect=mssql.dialect()).params == {"param_1": ["0772", "1"]}


def test_cells_of_sql_server_become_the_strings_of_a_csv():
    # as pyodbc gives them: numeric, uniqueidentifier, datetime2, bit, date
    given = [Decimal("2500.50"), None, Decimal(12)]
    assert _strings(given, ",").to_pylist() == ["2500,5", None, "12"]
    key = UUID(int=7)
    assert _strings([key, None], ".").to_pylist() == [str(key), None]
    moments = [datetime(1980, 1, 2), None]  # noqa: DTZ001 - as a driver gives it
    assert _strings(moments, ".").to_pylist() == ["1980-01-02", None]
    assert _strings([True, False], ".").to_pylist() == ["true", "false"]
    assert _strings([date(1980, 1, 2)], ".").to_pylist() == ["1980-01-02"]


@pytest.mark.skipif(bool(find_spec("pyodbc")), reason="the driver is here")
def test_an_address_of_sql_server_without_its_driver_says_which_to_install(monkeypatch):
    monkeypatch.setenv("STADSCLUSTERS_DB", "mssql+pyodbc://u:geheim@server/x")
    with pytest.raises(SettingsError, match=r"\[sqlserver\]") as caught:
        seen(TABLE, Path("unused"))
    assert "geheim" not in caught.value.to("nl")


def test_a_table_is_a_file_or_in_a_database():
    for wrong in ({}, {"file": "a.csv", "database": "X", "table": "t"}):
        with pytest.raises(ValueError, match="file"):
            Table.model_validate(wrong)
    assert os.environ.get("STADSCLUSTERS_DB") is None
