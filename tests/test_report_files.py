from __future__ import annotations

import csv
import re
from dataclasses import replace
from html.parser import HTMLParser
from zipfile import ZipFile

import findings as study
import openpyxl
import pytest

from clusters.labels import Label
from clusters.report import write_report
from clusters.report.formats.tables import inert

FILES = (
    "report.pdf",
    "report.html",
    "tables.xlsx",
    "register.json",
    "register.txt",
    "dpia.md",
    "tables/profiles.csv",
    "tables/sizes.csv",
    "tables/funnel.csv",
    "tables/drilldown.csv",
)


def small(**changes):
    return study.make_findings(clusters=3, features=6, persons=1500, **changes)


def poisoned():
    findings = small()
    label = findings.labels["1"]
    evil = Label("1", '=1+1</style><script>"', label.named_by, label.traits)
    return replace(findings, title="<b>&", labels={**findings.labels, "1": evil})


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    write_report(poisoned(), folder)
    return folder


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_written_named_and_told(tmp_path):
    told = []

    names = write_report(small(), tmp_path, lambda *step: told.append(step))

    assert names == FILES
    assert [done for _, done, _ in told] == list(range(8))
    assert {(stage, steps) for stage, _, steps in told} == {("report", 7)}
    found = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*")}
    assert found == set(FILES)


def test_the_same_findings_give_the_same_files(tmp_path):
    for name in ("a", "b"):
        write_report(small(), tmp_path / name)

    for name in FILES:
        one, other = tmp_path / "a" / name, tmp_path / "b" / name
        assert one.read_bytes() == other.read_bytes()


def test_without_drilldown_there_is_no_such_table(tmp_path):
    assert "tables/drilldown.csv" not in write_report(small(drilldown=False), tmp_path)


def test_profiles_have_the_agreed_columns_and_whole_numbers(folder):
    rows = rows_of(folder / "tables" / "profiles.csv")

    assert list(rows[0]) == [
        "cluster",
        "label",
        "feature",
        "category",
        "persons",
        "share",
        "index",
        "hidden",
        "above",
        "unknown",
    ]
    for row in rows:
        assert row["hidden"] in {"true", "false"}
        assert (row["persons"] == "") == (row["hidden"] == "true")
        assert re.fullmatch(r"\d*", row["persons"] + row["share"] + row["index"])
    assert len(rows) == len(small().profiles.rows)


def test_a_hidden_share_that_is_more_than_ninety_percent_is_told_to_be(tmp_path):
    findings = study.make_findings()
    write_report(findings, tmp_path)

    rows = rows_of(tmp_path / "tables" / "profiles.csv")

    told = [row for row in rows if row["above"]]
    assert len(told) == findings.profiles.rows["above"].notna().sum() > 0
    for row in told:
        assert (row["hidden"], row["share"], row["above"]) == ("true", "", "90")
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    header, *cells = book["Profielen"].values
    place = header.index("Meer dan (%)")
    assert [row[place] for row in cells if row[place]] == [90] * len(told)
    notes = [str(name) for name, *_ in book.worksheets[0].values]
    assert "Meer dan (%)" in notes


def test_profiles_are_the_released_numbers(folder):
    rows = rows_of(folder / "tables" / "profiles.csv")
    released = small().profiles.rows["persons"]

    shown = [int(row["persons"]) if row["persons"] else None for row in rows]

    assert shown == [None if value is study.pd.NA else value for value in released]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_is_neutralised_in_csv(start):
    assert inert(f"{start}1") == f"'{start}1"


def test_a_name_like_a_formula_is_text_everywhere(folder):
    labels = {row["label"] for row in rows_of(folder / "tables" / "sizes.csv")}
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    cells = [cell for page in book for row in page for cell in row]

    assert "'=1+1</style><script>\"" in labels
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert '=1+1</style><script>"' in [cell.value for cell in cells]
    with ZipFile(folder / "tables.xlsx") as archive:
        sheets = [name for name in archive.namelist() if "worksheets" in name]
        assert not [name for name in sheets if b"<f>" in archive.read(name)]


def test_the_workbook_is_tidy_and_names_nobody(folder):
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    profiles = book["Profielen"]

    assert book.sheetnames[0] == "Inhoud"
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
    assert profiles.freeze_panes == "A2"
    persons = [row[4] for row in profiles.iter_rows(min_row=2, values_only=True)]
    assert {type(value) for value in persons} <= {int, str}
    assert {value for value in persons if isinstance(value, str)} <= {"."}


def test_the_contents_of_the_workbook_lead_to_every_sheet_and_explain_the_sign(folder):
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    contents = book["Inhoud"]
    cells = [cell for row in contents for cell in row]

    links = {cell.value: cell.hyperlink.location for cell in cells if cell.hyperlink}
    notes = {row[0]: row[1] for row in contents.iter_rows(values_only=True) if row[0]}

    assert links == {name: f"'{name}'!A1" for name in book.sheetnames[1:]}
    assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert "Het teken ‘.’" in notes
    assert "Afgerond" in notes
    assert "Waarvoor niet" in notes


def test_every_table_of_the_workbook_can_be_read_as_it_stands(folder):
    book = openpyxl.load_workbook(folder / "tables.xlsx")

    for page in book.worksheets[1:]:
        header, *rows = page.iter_rows(values_only=True)
        assert all(header)
        assert len(set(header)) == len(header)
        assert all(None not in row for row in rows)
        assert page.auto_filter.ref == page.dimensions
        assert not page.merged_cells.ranges


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.fixture
def page(folder) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Page()
    parser.feed((folder / "report.html").read_text(encoding="utf-8"))
    return parser.tags


def test_the_page_runs_only_our_script_and_loads_nothing(page):
    tags = [tag for tag, _ in page]
    sources = [attrs["src"] for tag, attrs in page if "src" in attrs]
    links = [attrs["href"] for _, attrs in page if "href" in attrs]

    assert not {"link", "iframe", "object", "embed", "form"} & set(tags)
    assert tags.count("script") == 2  # the released values, and ours
    assert not [attrs for _, attrs in page if "style" in attrs]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    assert all(link.startswith("#") for link in links)
    assert not [name for _, attrs in page for name in attrs if name.startswith("on")]


def test_the_page_is_structured(page):
    levels = [int(tag[1]) for tag, _ in page if re.fullmatch(r"h\d", tag)]
    html = next(attrs for tag, attrs in page if tag == "html")
    ids = [attrs["id"] for _, attrs in page if "id" in attrs]

    assert html["lang"] == "nl"
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
    assert all(attrs["alt"] for tag, attrs in page if tag == "img")
    assert all(attrs.get("scope") for tag, attrs in page if tag == "th")
    assert len(ids) == len(set(ids))
