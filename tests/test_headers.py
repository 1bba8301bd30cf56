"""What may be told of the columns of a file: never a row that can be a person."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest
from conftest import PROJECT
from typer.testing import CliRunner

from clusters.cli.app import app
from clusters.errors import ExtractError
from clusters.extracts.header import header_row, shown_names
from clusters.extracts.readers import open_table
from clusters.settings import Extract, Table

# A made-up person, without one cell that looks like a number or a day.
PERSON = ["Kanarievogel", "KANARIEx", "vrouw", "partner", "uitkering", "Marokko"]
OTHERS = [["Naam", f"K{n}x", "man", "partner", "loon", "Polen"] for n in range(30)]
HEADER = ["NAAM", "ANR", "GESLACHT", "POSITIE", "BRON", "GEBLAND"]
STUDY = """
[study]
name = "stad"
reference_date = 2019-01-01
[extract]
layout = "person"
[extract.tables]
persons = "{file}"
[extract.columns]
person_id = "NUMMER"
sex = "SEKSE"
age = "LEEFTIJD"
[population]
definition = "born_abroad"
[clustering]
seed = 1
"""
SHEETS = ["xlsx", "ods"]


def written(folder, kind, rows):
    path = folder / f"p.{kind}"
    frame = pd.DataFrame(rows)
    match kind:
        case "csv":
            frame.to_csv(path, sep=";", index=False, header=False)
        case "xlsx":
            frame.to_excel(path, index=False, header=False)
        case "ods":
            _ods(path, rows)
        case "parquet":
            frame.set_axis(rows[0], axis=1).to_parquet(path)
    return path


def _ods(path, rows):
    """A sheet of LibreOffice, as little of it as is read."""
    from zipfile import ZipFile

    names = 'xmlns:{0}="urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"'
    spaces = " ".join(names.format(each) for each in ("office", "table", "text"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p>'
    body = "".join(
        "<table:table-row>"
        + "".join(cell.format(each) + "</table:table-cell>" for each in row)
        + "</table:table-row>"
        for row in rows
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            f"<m:manifest {names.format('m').replace(':m:1.0', ':manifest:1.0')}/>",
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Blad1">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def said(folder, monkeypatch, *words):
    shutil.copytree(PROJECT / "config", folder / "config")
    monkeypatch.chdir(folder)
    ended = CliRunner().invoke(app, [*words])
    assert ended.exit_code == 3, ended.output
    return " ".join(ended.output.split())


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize("kind", ["csv", *SHEETS])
def test_a_first_row_that_is_a_person_is_told_by_nobody(
    tmp_path, monkeypatch, kind, command
):
    path = written(tmp_path, kind, [PERSON, *OTHERS])
    (tmp_path / "s.toml").write_text(STUDY.format(file=path.name))

    told = said(tmp_path, monkeypatch, command, "s.toml")

    assert "KANARIE" not in told.upper()
    assert "6 cellen" in told
    assert "niet getoond" in told


@pytest.mark.parametrize("kind", ["csv", *SHEETS])
def test_init_drafts_nothing_from_a_first_row_that_is_a_person(
    tmp_path, monkeypatch, kind
):
    path = written(tmp_path, kind, [PERSON, *OTHERS])

    told = said(tmp_path, monkeypatch, "init", path.name)

    assert "KANARIE" not in told.upper()
    assert "niet getoond" in told
    assert not [*tmp_path.glob("*.toml"), *tmp_path.glob("config/p.toml")]


@pytest.mark.parametrize("kind", ["csv", *SHEETS])
def test_a_header_further_down_is_told_by_its_row(tmp_path, monkeypatch, kind):
    path = written(tmp_path, kind, [PERSON, PERSON, HEADER, *OTHERS])
    (tmp_path / "s.toml").write_text(STUDY.format(file=path.name))

    told = said(tmp_path, monkeypatch, "check", "s.toml")

    assert "KANARIE" not in told.upper()
    assert "header = 3" in told


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "parquet"])
def test_a_header_is_told_with_the_names_in_it(tmp_path, monkeypatch, kind):
    path = written(tmp_path, kind, [HEADER, *OTHERS])
    (tmp_path / "s.toml").write_text(STUDY.format(file=path.name))

    told = said(tmp_path, monkeypatch, "check", "s.toml")

    assert all(name in told for name in HEADER)


def test_a_header_cut_at_another_sign_is_told(tmp_path, monkeypatch):
    path = written(tmp_path, "csv", [HEADER, *OTHERS])
    setting = f'{{ file = "{path.name}", delimiter = "," }}'
    (tmp_path / "s.toml").write_text(
        STUDY.replace('"{file}"', "{file}").format(file=setting)
    )

    assert ";".join(HEADER) in said(tmp_path, monkeypatch, "check", "s.toml")


def test_columns_of_parquet_that_are_a_person_are_not_told(tmp_path, monkeypatch):
    """What was once read without a header and stored."""
    person = ["Kanarievogel", "123456782", "1980-02-03"]
    path = written(tmp_path, "parquet", [person, ["Naam", "2", "1990-01-01"]])
    (tmp_path / "s.toml").write_text(STUDY.format(file=path.name))

    told = said(tmp_path, monkeypatch, "check", "s.toml")

    assert not [value for value in person if value in told]


def test_a_part_without_a_header_is_not_told(tmp_path):
    (tmp_path / "parts").mkdir()
    written(tmp_path / "parts", "csv", [HEADER, *OTHERS]).rename(
        tmp_path / "parts" / "a.csv"
    )
    written(tmp_path / "parts", "csv", [PERSON, *OTHERS])

    with pytest.raises(ExtractError) as caught:
        open_table(
            "p", Table(file=tmp_path / "parts"), Extract(layout="person", tables={})
        )

    assert "KANARIE" not in (caught.value.to("nl") + caught.value.to("en")).upper()


def test_values_that_occur_twice_in_a_first_row_are_not_told(tmp_path):
    path = written(tmp_path, "csv", [["Kanarie", "Kanarie", *"abcd"], *OTHERS])

    with pytest.raises(ExtractError) as caught:
        open_table("p", Table(file=path), Extract(layout="person", tables={}))

    assert "KANARIE" not in (caught.value.to("nl") + caught.value.to("en")).upper()


def test_sheets_are_counted_and_only_one_like_what_was_asked_is_told(tmp_path):
    path = tmp_path / "p.xlsx"
    with pd.ExcelWriter(path) as book:
        for name in ("Kanarievogel", "personen"):
            pd.DataFrame([HEADER]).to_excel(book, sheet_name=name, index=False)

    for sheet, is_near in ((None, False), ("persoonen", True)):
        with pytest.raises(ExtractError) as caught:
            open_table(
                "p",
                Table(file=path, sheet=sheet),
                Extract(layout="person", tables={}),
            )
        told = caught.value.to("nl")
        assert "KANARIE" not in told.upper()
        assert ("'personen'" in told) is is_near


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        (["GEBOORTELAND", "X"], True),
        (["rinpersoon", "X"], True),
        (["EIGEN NAAM", "X"], True),  # asked for
        (["GEBOORTELAND", "123456782"], False),
        (["Jansen", "vrouw", "partner"], False),
        (["01.01.20", "03.10.30"], False),
        (["root:x:0:0:root"], False),
    ],
)
def test_a_record_is_a_header_by_the_names_in_it(cells, is_told):
    assert bool(shown_names(cells, {"eigen naam"})) is is_told


def test_a_name_that_is_asked_for_shows_names_and_no_values():
    assert shown_names(["NR", "123456782"], {"nr"}) == ("NR",)


def test_a_header_is_looked_for_in_the_first_ten_rows():
    rows = [["a"]] * 9 + [["GESLACHT"]]
    assert header_row(rows, ()) == 10
    assert header_row([["a"], *rows], ()) is None
