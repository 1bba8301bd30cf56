from __future__ import annotations

import re
import socket
from dataclasses import replace
from io import BytesIO

import findings as study
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from clusters.report import build_report
from clusters.report.blocks import flat
from clusters.report.formats.pdf import write_pdf

ATTACKS = (
    '#read("report.json")',
    "]#panic()[",
    "$x$ *b* _c_ `d` <e> @f \\ // /* ",
    "{{7*7}} {% for %}",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\u202eomgekeerd\x00 \U0001f600",
)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> PdfReader:
    return PdfReader(BytesIO(written(study.make_findings(), tmp_path_factory)))


def written(findings, tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    write_pdf(build_report(findings), path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def pages(pdf) -> list[str]:
    return pages_of(pdf)


def pages_of(reader: PdfReader) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def pages_per_chapter(reader: PdfReader) -> dict[str, int]:
    """How many pages each chapter takes, in order, by its bookmark."""
    marks = [each for each in reader.outline if not isinstance(each, list)]
    starts = [reader.get_destination_page_number(each) for each in marks]
    ends = [*starts[1:], len(reader.pages)]
    return {
        f"{number} {mark.title}": end - start
        for number, (mark, start, end) in enumerate(
            zip(marks, starts, ends, strict=True)
        )
    }


def elements(reader: PdfReader) -> list[DictionaryObject]:
    """All elements of the structure tree, in reading order."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop()
        each = each.get_object() if isinstance(each, IndirectObject) else each
        if isinstance(each, ArrayObject):
            waiting.extend(reversed(each))
        elif isinstance(each, DictionaryObject):
            if "/S" in each:
                found.append(each)
            if "/K" in each:
                waiting.append(each["/K"])
    return found


def elements_of(element: DictionaryObject) -> list[DictionaryObject]:
    return [each.get_object() for each in element["/K"]]


def table_of(cell: DictionaryObject) -> DictionaryObject:
    """What a cell says of itself as part of a table."""
    return next(each for each in cell["/A"] if each["/O"] == "/Table")


def test_the_document_has_title_language_and_tags(pdf):
    root = pdf.trailer["/Root"]

    assert pdf.metadata.title == "Internationals in beeld – Eindhoven"
    assert root["/Lang"].startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_the_document_names_nobody(pdf):
    assert not pdf.metadata.author
    assert set(pdf.metadata) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert "/EmbeddedFiles" not in pdf.trailer["/Root"].get("/Names", {})


def test_every_chapter_is_a_heading_and_a_bookmark(pdf):
    report = build_report(study.make_findings())
    headings = [each for each in elements(pdf) if each["/S"] == "/H1"]
    bookmarks = [each.title for each in pdf.outline if not isinstance(each, list)]

    titles = [section.title for section in report.sections]

    assert [title for title in bookmarks if title in titles] == titles
    assert len(headings) >= len(titles)


def test_a_line_of_the_contents_is_read_out_by_the_name_of_its_chapter(pdf):
    report = build_report(study.make_findings())
    links = [
        each.get_object()
        for page in pdf.pages
        for each in page.get("/Annots", [])
        if each.get_object()["/Subtype"] == "/Link"
    ]

    told = [str(each["/Contents"]) for each in links]

    assert [each.rpartition(", pagina ")[0] for each in told] == [
        section.called for section in report.sections
    ]
    assert "Cluster 2: Jong, kort in Nederland, zonder kinderen, pagina 9" in told


def test_headings_skip_no_level(pdf):
    levels = [
        int(each["/S"][2:])
        for each in elements(pdf)
        if re.fullmatch(r"/H\d", each["/S"])
    ]

    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_every_figure_has_its_alternative_text(pdf):
    report = build_report(study.make_findings())
    wanted = [
        block.alt
        for section in report.sections
        for block in flat(section.blocks)
        if hasattr(block, "alt")
    ]

    alts = [str(each["/Alt"]) for each in elements(pdf) if "/Alt" in each]

    assert set(wanted) <= set(alts)


def test_every_table_has_header_cells(pdf):
    tables = [each for each in elements(pdf) if each["/S"] == "/Table"]
    headers = [each for each in elements(pdf) if each["/S"] == "/TH"]

    assert tables
    assert len(headers) >= 2 * len(tables)


def test_every_row_of_a_table_has_a_heading_that_its_cells_refer_to(pdf):
    rows = [
        [cell.get_object() for cell in each["/K"]]
        for body in elements(pdf)
        if body["/S"] == "/TBody"
        for each in elements_of(body)
        if each["/S"] == "/TR"
    ]

    told = [row for row in rows if len(row) > 1]  # a theme heads the rows below it
    assert told
    for heading, *cells in told:
        assert heading["/S"] == "/TH"
        assert table_of(heading)["/Scope"] == "/Row"
        for cell in cells:
            assert cell["/S"] == "/TD"
            assert heading["/ID"] in table_of(cell)["/Headers"]


def test_every_heading_that_a_cell_refers_to_can_be_found(pdf):
    names = pdf.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"][::2]
    told = [bytes(each, "latin-1") if isinstance(each, str) else each for each in names]
    referred = {
        bytes(each, "latin-1") if isinstance(each, str) else bytes(each)
        for cell in elements(pdf)
        if cell["/S"] == "/TD"
        for each in table_of(cell)["/Headers"]
    }

    assert told == sorted(told)
    assert referred <= set(map(bytes, told))


def test_the_document_says_which_standards_it_keeps(pdf):
    told = pdf.trailer["/Root"]["/Metadata"].get_object().get_data().decode()

    assert pdf.pdf_header == "%PDF-1.7"
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
    assert pdf.trailer["/Root"]["/OutputIntents"]
    assert not pdf.is_encrypted


def test_chapters_are_read_in_the_order_in_which_they_stand(pdf):
    report = build_report(study.make_findings())
    marks = [each for each in pdf.outline if not isinstance(each, list)]
    pages = [pdf.get_destination_page_number(each) for each in marks]

    assert pages == sorted(pages)
    first = [each["/S"] for each in elements(pdf) if each["/S"] in {"/H1", "/Figure"}]
    assert first[0] == "/H1", "the strip on the cover is decoration"
    assert len(report.sections) <= len(marks)


def test_each_cluster_has_one_page(pdf):
    taken = pages_per_chapter(pdf)

    names = study.NAMES["nl"]
    of_clusters = [n for title, n in taken.items() if title.split(" ", 1)[1] in names]
    assert of_clusters == [1] * 7


def test_pages_are_numbered_and_not_many(pages):
    last = len(pages)

    assert 18 <= last <= 26
    assert f"Pagina {last} van {last}" in pages[-1]


def test_the_type_is_ours_and_embedded(pdf):
    fonts = {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }

    assert fonts
    assert all("IBMPlexSans" in font for font in fonts)
    assert all("+" in font for font in fonts), "a subset is embedded"


def test_every_count_on_paper_is_a_released_one(pages):
    findings = study.make_findings()
    tables = (findings.sizes, findings.profiles, findings.funnel, findings.drilldown)
    released = {
        int(each) for table in tables for each in table.rows["persons"].dropna()
    }
    bands = {
        int(each.replace(".", ""))
        for feature in findings.dictionary
        for code in feature.categories
        for each in re.findall(r"\d+\.\d{3}", code.meaning.nl)
    }

    counts = re.findall(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])", " ".join(pages))

    assert counts
    assert {int(each.replace(".", "")) for each in counts} <= released | bands


def test_the_same_findings_give_the_same_bytes(tmp_path_factory):
    findings = study.make_findings(clusters=3, features=6, persons=1500)

    first = written(findings, tmp_path_factory)

    assert first == written(findings, tmp_path_factory)


def test_names_that_look_like_commands_are_printed(tmp_path_factory):
    findings = study.make_findings(features=4)
    labels = {
        number: replace(label, name=attack)
        for (number, label), attack in zip(
            findings.labels.items(), ATTACKS, strict=True
        )
    }
    poisoned = replace(findings, title=ATTACKS[0], place=ATTACKS[1], labels=labels)

    reader = PdfReader(BytesIO(written(poisoned, tmp_path_factory)))

    text = plain(" ".join(pages_of(reader)))
    assert all(plain(attack) in text for attack in ATTACKS)
    assert plain('"sections":') not in text


def plain(text: str) -> str:
    """The letters and signs that no line break or missing glyph changes."""
    return "".join(re.findall(r"[a-zA-Z0-9#(){}$<>=]", text))


@pytest.mark.parametrize("clusters", [2, 12])
def test_long_names_and_many_clusters_lay_out(clusters, tmp_path_factory):
    name = "Werkt in de zakelijke dienstverlening, huurt van een corporatie, met kind"
    findings = study.renamed(
        study.make_findings(clusters=clusters, persons=9000, drilldown=False), name
    )

    reader = PdfReader(BytesIO(written(findings, tmp_path_factory)))

    taken = pages_per_chapter(reader)
    of_clusters = [pages for title, pages in taken.items() if "corporatie" in title]
    assert of_clusters == [1] * clusters


def test_few_features_in_english_lay_out(tmp_path_factory):
    findings = study.make_findings(
        clusters=3, features=2, persons=1500, language="en", drilldown=False
    )

    reader = PdfReader(BytesIO(written(findings, tmp_path_factory)))

    assert reader.trailer["/Root"]["/Lang"].startswith("en")


def test_nothing_is_asked_of_the_network(tmp_path_factory, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)

    assert written(study.make_findings(clusters=2, features=3), tmp_path_factory)
