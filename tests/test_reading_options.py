"""What a study file says of a file that does not begin with a header and hold data."""

import gzip
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from python_calamine import CalamineWorkbook  # noqa: F401 - reads .ods

from clusters.errors import ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.extracts.readers import digest, open_table
from clusters.settings import Extract, Study, Table

ROWS = [["1", "M", "1980"], ["2", "V", "1975"], ["3", "M", "1990"]]
FRAME = pd.DataFrame(ROWS, columns=["ANR", "GESLACHT", "JAAR"])


def read(path, **settings):
    table = Table(file=path, **settings)
    opened = open_table("persons", table, Extract(layout="person", tables={}))
    return opened.batches().read_pandas()


def same(frame):
    return frame.astype("str").to_numpy().tolist() == ROWS


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


BODY = [";".join(row) for row in ROWS]


def test_a_header_stands_where_the_study_file_says(tmp_path):
    file = write(
        tmp_path / "a.csv",
        ["Levering 2019", "", "ANR;GESLACHT;JAAR", "nr;code;getal", *BODY],
    )
    frame = read(file, delimiter=";", header=3, skip=1)
    assert list(frame) == ["ANR", "GESLACHT", "JAAR"]
    assert same(frame)


def test_a_footer_is_no_data(tmp_path):
    file = write(
        tmp_path / "a.csv", ["ANR;GESLACHT;JAAR", *BODY, "", "Totaal: 3", "Bron: X"]
    )
    assert same(read(file, footer=2))
    with pytest.raises(ExtractError):
        read(file)


def test_a_footer_is_found_at_the_end_of_a_long_file(tmp_path):
    many = [f"{number};M;1980" for number in range(200_000)]
    file = write(tmp_path / "a.csv", ["ANR;GESLACHT;JAAR", *many, "Bron"])
    frame = read(file, footer=1, delimiter=";")
    assert len(frame) == 200_000
    assert frame["ANR"].iloc[-1] == "199999"


def test_names_of_two_rows_are_put_together(tmp_path):
    file = write(
        tmp_path / "a.csv",
        ["Persoon;;Geboren", "ANR;GESLACHT;JAAR", *BODY],
    )
    frame = read(file, header=[1, 2], delimiter=";")
    assert list(frame) == ["Persoon ANR", "Persoon GESLACHT", "Geboren JAAR"]
    assert same(frame)


def test_merged_cells_of_a_workbook_hold_for_all_their_columns(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Uitlevering", None, None])
    sheet.append(["ANR", "Persoon", None])
    sheet.append([None, "GESLACHT", "JAAR"])
    for row in [*ROWS, ["Totaal", None, "3"]]:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:C2")
    book.save(tmp_path / "a.xlsx")
    frame = read(tmp_path / "a.xlsx", header=[2, 3], footer=1)
    assert list(frame) == ["ANR", "Persoon GESLACHT", "Persoon JAAR"]
    assert same(frame)


def test_rows_can_be_numbered_for_want_of_a_key(tmp_path):
    file = write(tmp_path / "a.csv", ["ANR;GESLACHT;JAAR", *BODY])
    frame = read(file, row_number="rij")
    assert frame["rij"].tolist() == ["1", "2", "3"]
    only = open_table(
        "p", Table(file=file, row_number="rij"), Extract(layout="person", tables={})
    )
    assert only.batches(["rij"]).read_pandas()["rij"].tolist() == ["1", "2", "3"]


def test_a_zip_with_one_text_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("map/a.csv", "\n".join(["ANR;GESLACHT;JAAR", *BODY]))
        archive.writestr("__MACOSX/._a.csv", "x")
    assert same(read(tmp_path / "a.zip"))


def test_a_zip_with_more_files_or_damage_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "x")
    with pytest.raises(ExtractError, match="2 files"):
        read(tmp_path / "a.zip")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 half")
    with pytest.raises(ExtractError, match="damaged"):
        read(tmp_path / "b.zip")


def test_a_folder_and_a_pattern_are_one_table(tmp_path):
    folder = tmp_path / "delen"
    for sex, part in FRAME.groupby("GESLACHT"):
        (folder / f"GESLACHT={sex}").mkdir(parents=True)
        part.drop(columns="GESLACHT").to_parquet(
            folder / f"GESLACHT={sex}" / "0.parquet"
        )
    (folder / "_SUCCESS").write_text("")
    frame = read(folder).sort_values("ANR")[["ANR", "GESLACHT", "JAAR"]]
    assert same(frame)
    for number, row in enumerate(ROWS):
        columns = ["JAAR", "ANR", "GESLACHT"] if number else list(FRAME)
        one = pd.DataFrame([row], columns=list(FRAME))[columns]
        one.to_csv(tmp_path / f"d{number}.csv", index=False)
    assert same(read(tmp_path / "d*.csv"))


def test_parts_with_other_columns_are_refused(tmp_path):
    FRAME.to_csv(tmp_path / "d0.csv", index=False)
    FRAME.assign(EXTRA="1").to_csv(tmp_path / "d1.csv", index=False)
    with pytest.raises(ExtractError, match="extra"):
        read(tmp_path / "d*.csv")


def test_a_digest_of_a_folder_knows_every_file(tmp_path):
    FRAME.to_csv(tmp_path / "d0.csv", index=False)
    FRAME.to_csv(tmp_path / "d1.csv", index=False)
    before = digest(tmp_path)
    assert before == digest(tmp_path)
    FRAME.head(2).to_csv(tmp_path / "d1.csv", index=False)
    assert digest(tmp_path) != before


def test_stata_and_value_labels_are_read(tmp_path):
    frame = pd.DataFrame({"ANR": [1, 2, 3], "SEX": [1.0, 2.0, 9.0]})
    frame["DAG"] = pd.to_datetime(["1980-01-01", "1975-12-31", "1990-06-15"])
    labels = {"SEX": {1: "man", 2: "vrouw"}}
    frame.to_stata(tmp_path / "a.dta", write_index=False, convert_dates={"DAG": "td"})
    read_dta = read(tmp_path / "a.dta")
    assert read_dta["DAG"].tolist() == ["1980-01-01", "1975-12-31", "1990-06-15"]
    assert read_dta["SEX"].tolist() == ["1", "2", "9"]
    pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_value_labels=labels)
    assert read(tmp_path / "a.sav")["SEX"].tolist() == ["1", "2", "9"]
    labelled = read(tmp_path / "a.sav", labels=True)
    assert labelled["SEX"].tolist() == ["man", "vrouw", "9"]


def test_rows_of_parquet_are_not_skipped_in_silence(tmp_path):
    FRAME.to_parquet(tmp_path / "a.parquet")
    with pytest.raises(SettingsError, match="footer"):
        read(tmp_path / "a.parquet", footer=1)


def test_an_ods_is_read(tmp_path, ods):
    ods(tmp_path / "a.ods", [list(FRAME), *ROWS])
    assert same(read(tmp_path / "a.ods"))
    (tmp_path / "b.ods").write_bytes(b"PK\x03\x04 half")
    with pytest.raises(ExtractError, match="workbook"):
        read(tmp_path / "b.ods")


@pytest.fixture
def ods():
    """A function that writes a sheet as LibreOffice would, in its smallest form."""

    def write_ods(path, rows):
        cells = "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell office:value-type="string">'
                f"<text:p>{cell}</text:p></table:table-cell>"
                for cell in row
            )
            + "</table:table-row>"
            for row in rows
        )
        space = "urn:oasis:names:tc:opendocument:xmlns"
        content = (
            f'<office:document-content xmlns:office="{space}:office:1.0" '
            f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0">'
            '<office:body><office:spreadsheet><table:table table:name="Blad1">'
            f"{cells}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>"
        )
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", kind)
            archive.writestr(
                "META-INF/manifest.xml",
                f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type='
                f'"{kind}"/></manifest:manifest>',
            )
            archive.writestr("content.xml", content)

    return write_ods


def study(extract):
    return Study.model_validate(
        {
            "study": {"name": "een", "reference_date": date(2019, 1, 1)},
            "extract": {"layout": "person", **extract},
            "population": {"definition": "born_abroad"},
            "clustering": {"seed": 1},
        }
    )


def test_numbers_and_days_in_other_units_become_ours(tmp_path):
    lines = [
        "person_id;sex;birth_date;arrival_date;wage",
        "1;man;29221;01/02/2010;24000",
    ]
    with gzip.open(tmp_path / "a.csv.gz", "wt") as file:
        file.write("\n".join(lines) + "\n")
    told = {
        "tables": {"persons": str(tmp_path / "a.csv.gz")},
        "delimiter": ";",
        "decimal": ",",
        "scale": {"wage": {"divisor": 12}},
        "date_format": {"birth_date": "excel", "arrival_date": "%d/%m/%Y"},
    }
    extract = open_extract(study(told), tmp_path / "work")
    roster = extract.roster()
    assert roster["birth_date"].dt.date.tolist() == [date(1980, 1, 1)]
    assert roster["arrival_date"].dt.date.tolist() == [date(2010, 2, 1)]
    details = extract.details(pd.Index(roster["person_id"]))
    assert details["wage"].tolist() == [2000]


def test_only_numbers_are_scaled_and_only_dates_have_formats():
    for wrong in ({"scale": {"sex": {"factor": 2}}}, {"date_format": {"sex": "%Y"}}):
        with pytest.raises(ValueError, match="sex"):
            study({"tables": {"persons": "a.csv"}, **wrong})
