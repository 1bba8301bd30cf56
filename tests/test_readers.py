"""Every format gives the same strings, and a bad file is refused without a value."""

from __future__ import annotations

import csv
import gzip
import io
import random
import traceback
import uuid
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clusters.errors import ExtractError
from clusters.extracts.readers import open_table, statistical
from clusters.extracts.readers.text import decoded
from clusters.settings import Extract, Table

# A value that belongs to a person: it must never be told.
CANARY = "Jansen-473920118"


def read(
    file: Path, columns: list[str] | None = None, **declared: object
) -> pd.DataFrame:
    return opened(file, **declared).batches(columns).read_all().to_pandas()


def opened(file: Path, **declared: object):
    table = Table(file=file, **declared)
    return open_table(
        "persons", table, Extract(layout="person", tables={"persons": table})
    )


def test_a_key_that_is_a_uuid_is_its_text(tmp_path):
    key = uuid.UUID("c0ffee00-0000-4000-8000-000000000007")
    file = tmp_path / "p.parquet"
    column = pa.array([key.bytes, None], pa.uuid())
    pq.write_table(pa.table({"person_id": column}), file)

    assert read(file)["person_id"].fillna("-").tolist() == [str(key), "-"]


def test_bytes_without_a_meaning_are_refused(tmp_path):
    file = tmp_path / "p.parquet"
    column = pa.array([b"\x01abc", None], pa.binary(4))
    pq.write_table(pa.table({"person_id": column}), file)

    assert "no plain value" in refusal(lambda: read(file))


def test_what_pyreadstat_gives_of_sas_is_read_as_it_is_meant(tmp_path, monkeypatch):
    # it cannot write such a file: this is all that comes after its reading
    frame = pd.DataFrame(
        {
            "ID": [7.0, 8.0],
            "DAY": pd.to_datetime(["1980-01-02", None]),
            # a number with a format of days that it did not take for a day
            "RAW": [7306.0, None],
            "WORD": ["a", ""],
        }
    )
    meta = SimpleNamespace(
        column_names=list(frame),
        original_variable_types={
            "ID": "BEST",
            "DAY": "DATE",
            "RAW": "DATE",
            "WORD": "$",
        },
        variable_value_labels={},
        number_rows=2,
        file_encoding="WINDOWS-1252",
    )

    def given(file, *, encoding, metadataonly=False, row_offset=0, **options):
        del file, encoding
        assert metadataonly or options["dates_as_pandas_datetime"]
        return frame.iloc[row_offset:], meta

    monkeypatch.setitem(statistical._READ, "sas7bdat", given)
    file = tmp_path / "p.sas7bdat"
    file.write_bytes(b"x")
    found = read(file)

    assert found["ID"].tolist() == ["7", "8"]
    assert found["DAY"].fillna("-").tolist() == ["1980-01-02", "-"]
    assert found["RAW"].fillna("-").tolist() == ["7306", "-"]
    assert found["WORD"].fillna("-").tolist() == ["a", "-"]


def opened_table(file: Path):
    table = Table(file=file)
    return open_table(
        "persons", table, Extract(layout="person", tables={"persons": table})
    )


def refusal(act) -> str:
    """Return what an ExtractError tells, having seen that it tells no value."""
    with pytest.raises(ExtractError) as caught:
        act()
    told = "".join(traceback.format_exception(caught.value))
    assert CANARY not in told
    assert CANARY not in caught.value.en + caught.value.nl
    assert caught.value.en != caught.value.nl
    return str(caught.value)


def read_or_refusal(file: Path) -> pd.DataFrame | str:
    try:
        return read(file)
    except ExtractError:
        return refusal(lambda: read(file))


def write(folder: Path, content: str | bytes, name: str = "persons.csv") -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


# --- CSV: what survives ---


def test_codes_that_look_like_something_else_survive(tmp_path):
    file = write(tmp_path, 'id,country,city\n1,NA,0772\n2,NO,0344\n3,null,"nan"\n')

    assert read(file).to_numpy().tolist() == [
        ["1", "NA", "0772"],
        ["2", "NO", "0344"],
        ["3", "null", "nan"],
    ]


@pytest.mark.parametrize("cell", ["", " ", '""', '"  "', "\t", "\u00a0"])
def test_a_cell_of_nothing_or_blanks_is_missing(tmp_path, cell):
    frame = read(write(tmp_path, f"a;b\n1;{cell}\n"))

    assert frame["b"].isna().all()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("last", ["", "newline"])
def test_any_writing_of_the_same_table_reads_alike(
    tmp_path, delimiter, newline, encoding, last
):
    rows = [["naam", "land"], ["Şahin", "NA"], [f'a{delimiter}"b"', "é"], ["c\nd", ""]]
    text = io.StringIO()
    csv.writer(
        text, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL
    ).writerows(rows)
    content = text.getvalue() if last else text.getvalue().removesuffix(newline)

    table = opened(write(tmp_path, content.encode(encoding)))
    frame = table.batches().read_all().to_pandas()

    assert table.columns == ("naam", "land")
    assert table.source.delimiter == delimiter
    assert frame["naam"].tolist() == ["Şahin", f'a{delimiter}"b"', "c\nd"]
    assert frame["land"].fillna("-").tolist() == ["NA", "é", "-"]


def test_a_gzipped_file_reads_as_the_plain_one(tmp_path):
    content = b"a;b\n1;2\n"
    packed = write(tmp_path, gzip.compress(content), "p.csv.gz")

    assert read(packed).equals(read(write(tmp_path, content)))


@pytest.mark.parametrize("declared", ["cp1252", "cp1254", "latin-1"])
def test_a_declared_encoding_is_used(tmp_path, declared):
    file = write(tmp_path, "naam;n\nGonçalves;1\n".encode(declared))

    table = opened(file, encoding=declared)

    assert table.batches().read_all().to_pydict()["naam"] == ["Gonçalves"]
    assert "encoding" not in table.source.detected


@pytest.mark.parametrize(
    ("content", "decimal"),
    [
        ("a;b\n1,5;x\n2;y\n", ","),
        ("a,b\n1.5,x\n", "."),
        ("a;b\n1.234;x\n", None),
        ("a;b\n1,5;2.5\n", None),
        ("a;b\n1;2\n", None),
    ],
)
def test_the_decimal_sign_is_seen_once_or_left_open(tmp_path, content, decimal):
    source = opened(write(tmp_path, content)).source

    assert source.decimal == decimal
    assert ("decimal" in source.detected) == (decimal is not None)


def test_what_is_declared_is_not_detected(tmp_path):
    file = write(tmp_path, "a,b;c\n1,5;2\n")

    table = opened(file, delimiter=",", decimal=".", encoding="utf-8")

    assert table.columns == ("a", "b;c")
    assert table.source.detected == ()


def test_a_table_may_differ_from_the_extract(tmp_path):
    file = write(tmp_path, "a|b\n1|2\n")
    table = Table(file=file, delimiter="|")
    extract = Extract(layout="person", tables={"persons": table}, delimiter=";")

    assert open_table("persons", table, extract).columns == ("a", "b")


def test_excels_own_first_line_is_understood(tmp_path):
    assert read(write(tmp_path, "sep=|\r\na|b\r\n1|2\r\n")).to_numpy().tolist() == [
        ["1", "2"]
    ]


def test_a_separator_after_every_record_is_no_column(tmp_path):
    table = opened(write(tmp_path, "a;b;\n1;2;\n3;4;\n"))

    assert table.columns == ("a", "b")
    assert table.batches(["b"]).read_all().to_pydict() == {"b": ["2", "4"]}


def test_names_are_matched_without_case_and_given_as_asked(tmp_path):
    file = write(tmp_path, "LEEFTIJD;geslacht\n30;1\n")

    assert read(file, ["Geslacht", "leeftijd"]).to_dict("list") == {
        "Geslacht": ["1"],
        "leeftijd": ["30"],
    }


def test_a_header_alone_is_an_empty_table(tmp_path):
    assert len(read(write(tmp_path, "a;b"))) == 0


def test_a_table_can_be_read_again(tmp_path):
    table = opened(write(tmp_path, "a;b\n1;2\n"))

    assert table.batches().read_all() == table.batches().read_all()


def test_a_long_file_streams_in_batches(tmp_path):
    line = "x" * 990 + ";1\n"
    table = opened(write(tmp_path, "a;b\n" + line * 20_000))

    sizes = [len(batch) for batch in table.batches(["b"])]

    assert len(sizes) > 1
    assert sum(sizes) == 20_000


def test_a_source_tells_the_digest_and_no_folder(tmp_path):
    source = opened(write(tmp_path, b"a;b\n1;2\n")).source

    assert source.file == "persons.csv"
    assert len(source.sha256) == 64


CELL = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff"),
    max_size=8,
)


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), max_size=8))
@example(rows=[('"', ";", "\n")])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_whatever_was_written_is_read_back(tmp_path, rows):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([("a", "b", "c"), *rows])

    frame = read(write(tmp_path, text.getvalue()), delimiter=";")

    expected = [[cell.strip() for cell in row] for row in rows]
    assert frame.fillna("").to_numpy().tolist() == expected


# --- CSV: what is refused ---


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"a;b\n1;2\n3;{CANARY};4\n", "record 3 has 3 cells"),
        (f"a;b\n1;2\n{CANARY}\n", "record 3 has 1 cells"),
        (f'a;b\n1;2\n3;"{CANARY}', "ends halfway a quoted cell"),
        (f'a;b\n1;2\n3;"{CANARY}\n', "ends halfway a quoted cell"),
        (f'a;b\n1;2\n"{CANARY}', "ends halfway a quoted cell"),
        (f"a;b;\n1;2;{CANARY}\n", "values but no name"),
        (f"a;b\n1;{CANARY}\0\n", "NUL"),
        (f"a;b\n1;{CANARY}é\n".encode() + b"2;\xe9\n", "not all of it is utf-8"),
        ('a;b\n1;"' + CANARY + "x" * (20 << 20), "longer than 8 MB"),
    ],
)
def test_a_faulty_delimited_file_is_refused(tmp_path, content, said):
    file = write(tmp_path, content)

    assert said in refusal(lambda: read(file, delimiter=";"))


def test_bytes_of_another_encoding_are_refused_with_a_suggestion(tmp_path):
    file = write(tmp_path, f"a;b\n{CANARY};\x81\n".encode("latin-1"))

    assert "cp1254" in refusal(lambda: read(file))
    assert "utf-8" in refusal(lambda: read(file, encoding="cp1252"))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_an_encoding_without_a_mark_is_recognised_and_told(tmp_path, encoding):
    padding = "1;2\n" * 400_000
    content = f"a;b\n{padding}1;Zoë\n".encode(encoding)

    opened = opened_table(write(tmp_path, content))

    assert opened.source.encoding == encoding
    assert "encoding" in opened.source.detected
    last = opened.batches(["b"]).read_all().column("b")[-1].as_py()
    assert last == "Zoë"


def test_bad_bytes_far_into_a_file_are_refused_too(tmp_path):
    content = "a;é\n".encode() + b"1;2\n" * 500_000 + CANARY.encode() + b";\xff\n"

    assert "utf-8" in refusal(lambda: read(write(tmp_path, content), ["a"]))


@pytest.mark.parametrize(
    ("written", "declared"),
    [("utf-8-sig", "cp1252"), ("utf-8", "latin-1"), ("utf-16", "cp1252")],
)
def test_a_declared_encoding_that_the_bytes_disprove_is_refused(
    tmp_path, written, declared
):
    file = write(tmp_path, f"a;b\n{CANARY};é\n".encode(written))

    assert f"declared as {declared}" in refusal(lambda: opened(file, encoding=declared))


@pytest.mark.parametrize("declared", ["utf-8", "UTF8", "utf-8-sig"])
def test_a_mark_at_the_start_is_no_part_of_the_first_name(tmp_path, declared):
    file = write(tmp_path, "a;b\n1;2\n".encode("utf-8-sig"))

    assert opened(file, encoding=declared).columns == ("a", "b")


def test_an_unknown_encoding_is_refused(tmp_path):
    file = write(tmp_path, "a;b\n1;2\n")

    assert "not known" in refusal(lambda: opened(file, encoding="utf-nine"))


def test_a_file_cut_between_records_is_seen_by_the_declared_rows(tmp_path):
    file = write(tmp_path, f"a;b\n1;{CANARY}\n2;x\n")

    assert "2 rows where the study file declares 3" in refusal(
        lambda: read(file, rows=3)
    )
    assert len(read(file, rows=2)) == 2


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_cut_gzip_file_is_refused(tmp_path, cut):
    whole = gzip.compress((f"a;b\n{CANARY};1\n" * 3).encode())
    file = write(tmp_path, whole[:-cut], "p.csv.gz")

    refusal(lambda: read(file))


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("sex;sex", "found twice: sex"),
        ("sex;SEX", "found twice: sex"),
        ("a;;c", "column 2 has no name"),
        (";b;c", "column 1 has no name"),
    ],
)
def test_a_header_must_name_every_column_once(tmp_path, header, said):
    file = write(tmp_path, f"{header}\n1;2;3\n")

    assert said in refusal(lambda: opened(file))


def test_a_file_of_blank_lines_has_no_header(tmp_path):
    assert "no header" in refusal(lambda: opened(write(tmp_path, "\n\n \n")))


def test_a_missing_column_is_named_with_the_nearest(tmp_path):
    file = write(tmp_path, "leeftijd;geslacht\n1;2\n")

    assert "did you mean 'leeftijd'" in refusal(lambda: read(file, ["leftijd"]))


def test_a_missing_file_is_named_as_given():
    assert "data/raw/none.csv" in refusal(lambda: opened(Path("data/raw/none.csv")))


@pytest.mark.parametrize("name", ["p.pkl", "p.xls", "p.rds", "p.csv.bz2", "p"])
def test_other_formats_are_refused(tmp_path, name):
    assert ".parquet" in refusal(lambda: opened(write(tmp_path, CANARY, name)))


@pytest.mark.parametrize("name", ["p.csv", "p.parquet", "p.sav", "p.xlsx"])
def test_an_empty_file_is_refused(tmp_path, name):
    assert "empty" in refusal(lambda: opened(write(tmp_path, b"", name)))


@pytest.mark.parametrize("name", ["p.parquet", "p.sav", "p.zsav", "p.xlsx"])
@pytest.mark.parametrize(
    "content", [CANARY, "PK\x03\x04" + CANARY, "$FL2@(#)" + CANARY]
)
def test_a_file_of_another_format_than_its_name_is_refused(tmp_path, name, content):
    refusal(lambda: read(write(tmp_path, content, name)))


# --- typed formats ---


def persons() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": ["001", "002", "003"],
            "country": ["NA", "6030", None],
            "hours": [38.0, None, 19.5],
            "size": [1.0, 2.0, 3.0],
            "born": [date(1980, 1, 2), None, date(1999, 12, 31)],
        }
    )


def save(folder: Path, frame: pd.DataFrame, kind: str) -> Path:
    """Write persons in a format, as a supplier would."""
    file = folder / f"persons.{kind}"
    match kind:
        case "csv":
            frame.astype({"size": "Int64"}).to_csv(file, index=False, sep=";")
        case "parquet":
            frame.to_parquet(file)
        case "sav":
            pyreadstat.write_sav(frame, file)
        case "zsav":
            pyreadstat.write_sav(frame, file, compress=True)
        case "xlsx":
            frame.to_excel(file, index=False)
    return file


@pytest.mark.parametrize("kind", ["csv", "parquet", "sav", "zsav", "xlsx"])
def test_the_same_persons_give_the_same_strings_in_every_format(tmp_path, kind):
    frame = read(save(tmp_path, persons(), kind))

    assert frame.fillna("-").to_numpy().tolist() == [
        ["001", "NA", "38" if kind != "csv" else "38.0", "1", "1980-01-02"],
        ["002", "6030", "-", "2", "-"],
        ["003", "-", "19.5", "3", "1999-12-31"],
    ]


@pytest.mark.parametrize("kind", ["parquet", "sav", "xlsx"])
def test_a_declared_decimal_comma_holds_for_typed_formats_too(tmp_path, kind):
    frame = read(save(tmp_path, persons(), kind), ["hours"], decimal=",")

    assert frame["hours"].dropna().tolist() == ["38", "19,5"]


@pytest.mark.parametrize("kind", ["parquet", "sav", "xlsx"])
def test_declared_rows_hold_for_typed_formats_too(tmp_path, kind):
    file = save(tmp_path, persons(), kind)

    assert "3 rows" in refusal(lambda: read(file, rows=4))


@pytest.mark.parametrize("kind", ["parquet", "sav", "zsav", "xlsx"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_cut_typed_file_is_refused(tmp_path, kind, share):
    frame = pd.DataFrame({"id": [f"{CANARY}{n}" for n in range(500)], "n": range(500)})
    file = save(tmp_path, frame, kind)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])

    refusal(lambda: read(file))


@pytest.mark.parametrize(
    ("values", "strings"),
    [
        (pa.array([3.0, 0.1, 1e300, float("nan")]), ["3", "0.1", "1e+300", None]),
        (pa.array([0.1, 2.0], pa.float32()), ["0.1", "2"]),
        (pa.array([3, None], pa.int8()), ["3", None]),
        (pa.array([2**63 - 1]), [str(2**63 - 1)]),
        (pa.array([True, False]), ["true", "false"]),
        (pa.array([date(2020, 1, 2)], pa.date64()), ["2020-01-02"]),
        (pa.array([datetime(2020, 1, 2)], pa.timestamp("ns")), ["2020-01-02"]),
        (
            pa.array([datetime(2020, 1, 2, 3, 4)], pa.timestamp("s")),
            ["2020-01-02 03:04:00"],
        ),
        (
            pa.array([datetime(2020, 1, 1, 23)], pa.timestamp("s", "Europe/Amsterdam")),
            ["2020-01-02"],
        ),
        (pa.array(["NA", " a "]).dictionary_encode(), ["NA", "a"]),
        (pa.array(["x"], pa.large_string()), ["x"]),
        (pa.array([Decimal("1.00"), Decimal("2.50")]), ["1", "2.5"]),
        (pa.array([None, None], pa.null()), [None, None]),
    ],
)
def test_parquet_types_become_plain_strings(tmp_path, values, strings):
    file = tmp_path / "p.parquet"
    pq.write_table(pa.table({"a": values}), file)

    assert opened(file).batches().read_all().to_pydict() == {"a": strings}


def test_a_list_in_a_cell_is_refused_only_if_it_is_wanted(tmp_path):
    file = tmp_path / "p.parquet"
    pq.write_table(pa.table({"a": [[CANARY]], "b": [1]}), file)

    assert read(file, ["b"])["b"].tolist() == ["1"]
    assert "one value per cell" in refusal(lambda: read(file, ["a"]))


def test_a_flipped_byte_in_parquet_never_passes_as_a_value(tmp_path):
    frame = pd.DataFrame({"id": [f"{CANARY}{n}" for n in range(300)]})
    file = tmp_path / "p.parquet"
    frame.to_parquet(file, compression="zstd", write_page_checksum=True)
    whole = bytearray(file.read_bytes())
    for at in range(4, len(whole), 97):
        broken = whole.copy()
        broken[at] ^= 0xFF
        file.write_bytes(broken)
        # a byte that only describes, such as in statistics, may pass
        found = read_or_refusal(file)
        assert isinstance(found, str) or found.iloc[:, 0].equals(frame["id"])


def test_spss_labels_are_left_alone_and_user_missing_is_missing(tmp_path):
    file = tmp_path / "p.sav"
    frame = pd.DataFrame({"sex": [1.0, 2.0, 9.0]})
    pyreadstat.write_sav(
        frame,
        file,
        variable_value_labels={"sex": {1: "man", 2: "vrouw", 9: "onbekend"}},
        missing_ranges={"sex": [9]},
    )

    assert opened(file).batches().read_all().to_pydict() == {"sex": ["1", "2", None]}


def test_spss_moments_are_written_as_dates_where_they_are(tmp_path):
    file = tmp_path / "p.sav"
    moments = [datetime(2020, 1, 2, 3, 4), datetime(1582, 10, 15), datetime(1955, 5, 5)]
    pyreadstat.write_sav(pd.DataFrame({"at": pd.Series(moments, dtype="object")}), file)

    assert opened(file).batches().read_all().to_pydict() == {
        "at": ["2020-01-02 03:04:00", "1582-10-15", "1955-05-05"]
    }


@pytest.mark.parametrize("rows", [0, 1, 20_000, 40_000, 40_001])
def test_an_spss_file_reads_alike_in_any_number_of_chunks(tmp_path, rows, monkeypatch):
    monkeypatch.setattr(statistical, "_CELLS_AT_ONCE", 1)
    file = tmp_path / "p.sav"
    pyreadstat.write_sav(
        pd.DataFrame({"n": pd.Series(range(rows), dtype="float")}), file
    )

    assert read(file)["n"].tolist() == [str(n) for n in range(rows)]


@pytest.mark.parametrize("kind", ["parquet", "sav", "zsav", "xlsx", "csv.gz"])
@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_spoilt_bytes_is_read_or_refused(tmp_path, kind, seed):
    file = tmp_path / f"persons.{kind}"
    frame = persons().assign(id=[f"{CANARY}{number}" for number in range(3)])
    if kind == "csv.gz":
        frame.to_csv(file, index=False)
    else:
        save(tmp_path, frame, kind)
    whole, chance = bytearray(file.read_bytes()), random.Random(seed)  # noqa: S311
    for _ in range(3):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    file.write_bytes(whole)

    read_or_refusal(file)


# --- workbooks ---


def workbook(
    file: Path, rows: list[list[object]], **sheets: list[list[object]]
) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    book.save(file)
    return file


def test_cells_of_a_workbook_become_plain_strings(tmp_path):
    file = workbook(
        tmp_path / "p.xlsx",
        [
            ["a", "b", None],
            ["0772", 3],
            [3.0, 2.5],
            [True, datetime(2020, 1, 2)],
            [None, None],
            [" NA ", "x"],
        ],
    )

    assert read(file).fillna("-").to_numpy().tolist() == [
        ["0772", "3"],
        ["3", "2.5"],
        ["true", "2020-01-02"],
        ["NA", "x"],
    ]


def test_a_workbook_with_more_sheets_asks_which(tmp_path):
    file = workbook(tmp_path / "p.xlsx", [["a"], [CANARY]], uitleg=[["b"], ["x"]])

    told = refusal(lambda: opened(file))
    assert "It has 2." in told
    assert "uitleg" not in told  # a sheet may be called after a person
    assert read(file, sheet="uitleg")["b"].tolist() == ["x"]
    assert "which sheet" in refusal(lambda: opened(file, sheet="none"))


def test_an_excel_error_in_a_cell_is_refused(tmp_path):
    file = workbook(tmp_path / "p.xlsx", [["a", "b"], [CANARY, "#N/A"], ["x", "#REF!"]])

    assert "'b': 2 cells" in refusal(lambda: read(file))
    assert read(file, ["a"])["a"].tolist() == [CANARY, "x"]


def test_a_workbook_that_unpacks_to_far_more_is_refused_unread(tmp_path):
    file = tmp_path / "p.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<c/>" * (8 << 20))

    assert "unpacks to 32 MB" in refusal(lambda: opened(file))


def test_an_empty_sheet_is_refused(tmp_path):
    assert "empty" in refusal(lambda: opened(workbook(tmp_path / "p.xlsx", [])))


# --- streams ---


def test_a_file_that_changes_between_opening_and_reading_is_refused(tmp_path):
    file = write(tmp_path, "a;b\n1;2\n")
    table = opened(file)
    file.write_text(f"a;b\n1;2\n3;{CANARY}\n")

    assert "changed" in refusal(lambda: table.batches().read_all())


def test_a_header_of_very_many_names_is_refused_at_once(tmp_path):
    file = write(tmp_path, "a;" * 200_000 + "\n")

    refusal(lambda: opened(file))


def test_a_dot_in_a_name_is_no_path_into_parquet(tmp_path):
    file = tmp_path / "p.parquet"
    pd.DataFrame({"p.1": [1], "p": [2]}).to_parquet(file)

    assert read(file, ["P.1"])["P.1"].tolist() == ["1"]


def test_what_a_stream_raised_can_be_raised_again(tmp_path):
    table = opened(write(tmp_path, f"a;b\n1;2\n{CANARY}\n"))

    refusal(lambda: table.batches().read_all())

    assert "record 3" in str(table.failures[0])


def test_a_character_over_the_edge_of_a_chunk_is_whole(tmp_path):
    text = "x" * ((1 << 20) - 1) + "é;"
    file = write(tmp_path, text)

    assert "".join(decoded(file, "utf-8")) == text
