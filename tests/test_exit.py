"""Files that hold more than was released do not get out."""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from base64 import b64decode, b64encode
from dataclasses import replace
from functools import cache
from unittest import mock

import pytest
from findings import make_findings
from test_neighbourhoods import people, places_for

from clusters.disclosure.exit import check_files
from clusters.errors import DisclosureError
from clusters.findings.house_style import Look
from clusters.report import build_report, check_report, content, write_report
from clusters.report.blocks import Paragraph, Section
from clusters.report.formats.pdf import write_pdf
from clusters.report.source import Source
from clusters.report.wording import registered_in
from clusters.settings import Logo

KEY = "R010000048"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    return folder, write_report(make_findings(), folder)


@pytest.fixture
def report(written, tmp_path):
    folder = tmp_path / "report"
    shutil.copytree(written[0], folder)
    return folder


@cache
def registered():
    return registered_in(make_findings(), build_report(make_findings()))


def look(folder, written, keys=(KEY,)):
    check_files(folder, written[1], registered(), keys)


def refused(folder, written, rule, file):
    with pytest.raises(DisclosureError) as refusal:
        look(folder, written)
    assert rule in refusal.value.en
    assert refusal.value.en.startswith(file)
    assert refusal.value.nl.startswith(file)
    return refusal.value


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("clusters", [0, 1, 7])
@pytest.mark.parametrize("drilldown", [True, False])
def test_a_report_as_it_is_written_passes(tmp_path, language, clusters, drilldown):
    findings = make_findings(clusters, language=language, drilldown=drilldown)
    files = write_report(findings, tmp_path)

    check_report(findings, tmp_path, files, [KEY])


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_report_in_the_style_of_a_house_passes(tmp_path, kind):
    shapes = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    pixel = (
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
        "AABJRU5ErkJggg=="
    )
    logo = Logo(kind, shapes if kind == "svg" else b64decode(pixel))
    look = Look("Gemeente Voorbeeld", logo, "#7a1f5c", "#3d0f2e")
    findings = replace(make_findings(3, features=6), look=look)
    files = write_report(findings, tmp_path)

    check_report(findings, tmp_path, files, [KEY])


def test_a_report_with_maps_passes(tmp_path):
    findings = make_findings(4, features=6, persons=3000)
    places = places_for(people(), findings.sizes.policy)
    mapped = replace(findings, places=places)
    files = write_report(mapped, tmp_path)

    check_report(mapped, tmp_path, files, [KEY])

    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<use class="area ' in page


def edited(path, *changes):
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert re.search(old, text), old
        text = re.sub(old, new, text, count=1)
    path.write_text(text, encoding="utf-8")


def one_more(found):
    return f"{found[1]}{int(found[2]) + 1}{found[3]}"


PAGE = {
    "a number in a cell is one more": (
        r'(<th scope="row">16 tot 25 jaar</th>\s*<td class="right">)(\d+)(</td>)',
        one_more,
        "TXT-01",
    ),
    "a spoken text has a number more": (
        r' alt="Lijndiagram',
        ' alt="43 Lijndiagram',
        "TXT-01",
    ),
    "a sentence has a count more": (r"<p>", "<p>1.237 personen ", "TXT-01"),
    "a tooltip": (r"<td ", '<td title="4.321" ', "TXT-01"),
    "data for a script": (r"<td ", '<td data-persons="4321" ', "TXT-01"),
    "a count for a name": (r"<table", '<table id="n-4321"', "TXT-01"),
    "a title": (r"<title>", "<title>4321 ", "TXT-01"),
    "embedded data": (
        r"</main>",
        '<script type="application/json">{"persons": [4321]}</script></main>',
        "TXT-01",
    ),
    "a comment": (r"</main>", "<!-- 43 --></main>", "FILE-01"),
    "a script": (r"</main>", "<script>alert(1)</script></main>", "FILE-01"),
    "a style of others": (r"</main>", "<style>p{}</style></main>", "FILE-01"),
    "an event": (r"<td ", '<td onclick="x()" ', "FILE-01"),
    "an address": (r"</main>", '<a href="https://example.org">x</a></main>', "FILE-01"),
    "a picture from elsewhere": (r"</main>", '<img src="x.png"></main>', "FILE-01"),
    "an element that loads": (r"</main>", "<iframe></iframe></main>", "FILE-01"),
    "an author": (
        r"<title>",
        '<meta name="author" content="A. Jansen"><title>',
        "FILE-01",
    ),
    "an instruction": (r"</main>", "<?php x ?></main>", "FILE-01"),
    "a key": (r"<p>", f"<p>{KEY} ", "FILE-02"),
    "a key in a name": (r"<td ", f'<td class="x-{KEY}" ', "FILE-02"),
    "a key in code for signs": (
        r"<p>",
        "<p>" + "".join(f"&#{ord(sign)};" for sign in KEY) + " ",
        "FILE-02",
    ),
}


@pytest.mark.parametrize("weakness", PAGE)
def test_a_weakened_page_is_refused(report, written, weakness):
    old, new, rule = PAGE[weakness]
    edited(report / "report.html", (old, new))

    told = refused(report, written, rule, "report.html")
    assert "4321" not in told.en + told.nl
    assert KEY not in told.en + told.nl


def redrawn(path, change):
    """The page with its first drawing changed."""

    def again(found):
        drawing = change(b64decode(found[1]).decode())
        return "data:image/svg+xml;base64," + b64encode(drawing.encode()).decode()

    edited(path, (r"data:image/svg\+xml;base64,([\w+/=]+)", again))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda svg: svg.replace("</svg>", "<text>4.321</text></svg>"), "TXT-01"),
        (lambda svg: svg.replace("</svg>", "<desc>4321</desc></svg>"), "TXT-01"),
        (lambda svg: svg.replace("</svg>", "<!-- 4321 --></svg>"), "TXT-01"),
        (lambda svg: svg.replace("<svg", '<svg aria-label="4321"'), "TXT-01"),
        (lambda svg: svg.replace("</svg>", "<script>1</script></svg>"), "FILE-01"),
        (lambda svg: svg.replace("</svg>", f"<g class='{KEY}'/></svg>"), "FILE-02"),
    ],
)
def test_a_drawing_is_unpacked_and_looked_at(report, written, change, rule):
    redrawn(report / "report.html", change)

    refused(report, written, rule, "report.html")


def repacked(path, part, old, new):
    """The workbook with one of its parts changed, or a part more."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    before = parts.get(part, b"")
    parts[part] = re.sub(old, new, before, count=1)
    assert parts[part] != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


SHEET = "xl/worksheets/sheet3.xml"
WORKBOOK = {
    "a value is one more": (
        SHEET,
        rb'(<c r="E2"[^>]*><v>)(\d+)(</v>)',
        lambda found: found[1] + str(int(found[2]) + 1).encode() + found[3],
        "TXT-01",
    ),
    "a share of another row": (
        SHEET,
        rb'(<c r="F2"[^>]*><v>)(\d+)(</v>)',
        lambda found: found[1] + str((int(found[2]) + 7) % 100).encode() + found[3],
        "TXT-01",
    ),
    "a cached value": (
        SHEET,
        rb'(<c r="E2"[^>]*>)<v>',
        rb"\1<f>SUM(A1)</f><v>",
        "FILE-01",
    ),
    "a hidden sheet": (
        "xl/workbook.xml",
        rb'sheetId="2"',
        b'state="hidden" sheetId="2"',
        "FILE-01",
    ),
    "a defined name": (
        "xl/workbook.xml",
        rb"</sheets>",
        b'</sheets><definedNames><definedName name="x">43</definedName></definedNames>',
        "FILE-01",
    ),
    "an author": (
        "docProps/core.xml",
        rb"<dc:creator>",
        b"<dc:creator>A. Jansen",
        "FILE-01",
    ),
    "a company": ("docProps/app.xml", rb"<Company>", b"<Company>4321 bv", "FILE-01"),
    "a comment": ("xl/comments1.xml", rb"^", b"<comments/>", "FILE-01"),
    "a text with a count": (
        "xl/sharedStrings.xml",
        rb"</sst>",
        b"<si><t>4.321 personen</t></si></sst>",
        "TXT-01",
    ),
    "a key": (
        "xl/sharedStrings.xml",
        rb"</sst>",
        f"<si><t>x {KEY}</t></si></sst>".encode(),
        "FILE-02",
    ),
    "a key in the colours": (
        "xl/theme/theme1.xml",
        rb'name="Office"',
        f'name="{KEY}"'.encode(),
        "FILE-02",
    ),
}


@pytest.mark.parametrize("weakness", WORKBOOK)
def test_a_weakened_workbook_is_refused(report, written, weakness):
    part, old, new, rule = WORKBOOK[weakness]
    repacked(report / "tables.xlsx", part, old, new)

    refused(report, written, rule, "tables.xlsx")


def test_a_workbook_that_cannot_be_unpacked_is_refused(report, written):
    (report / "tables.xlsx").write_bytes(b"PK\x03\x04 and then nothing")

    refused(report, written, "FILE-02", "tables.xlsx")


def test_a_pdf_with_other_numbers_than_the_report_is_refused(report, written):
    told = build_report(make_findings())
    first, *others = told.sections
    more = replace(first, blocks=(*first.blocks, Paragraph("4.321 van hen.")))
    write_pdf(replace(told, sections=(more, *others)), report / "report.pdf")

    refused(report, written, "TXT-01", "report.pdf")


PDF = {
    "an author": (rb"/Creator\(", b"/Author(A. Jansen)/Creator(", "FILE-01"),
    "a maker with a name": (rb"Typst [\d.]+\)", b"Typst of A. Jansen)", "FILE-01"),
    "an author beside it": (
        rb"<dc:format>",
        b"<dc:creator>A. Jansen</dc:creator><dc:format>",
        "FILE-01",
    ),
    "a script": (rb"/Type/Catalog", b"/Type/Catalog/OpenAction 1 0 R", "FILE-01"),
    "an attachment": (
        rb"/Type/Catalog",
        b"/Type/Catalog/EmbeddedFiles 1 0 R",
        "FILE-01",
    ),
    "a spoken text": (rb"/Alt<FEFF", b"/Alt<FEFF0034003300320031002000", "TXT-01"),
    "a bookmark": (rb"/Title\(Samenvatting\)", b"/Title(Samenvatting 4321)", "TXT-01"),
    "a key": (rb"/Title\(Samenvatting\)", f"/Title({KEY})".encode(), "FILE-02"),
    "a stream of another kind": (
        rb"/Filter/FlateDecode",
        b"/Filter/LZWDecode",
        "FILE-02",
    ),
    "an object packed in another": (
        rb"/Type/Catalog",
        b"/Type/Catalog/X/ObjStm",
        "FILE-01",
    ),
}


@pytest.mark.parametrize("weakness", PDF)
def test_a_weakened_pdf_is_refused(report, written, weakness):
    old, new, rule = PDF[weakness]
    path = report / "report.pdf"
    content = path.read_bytes()
    assert re.search(old, content), old
    path.write_bytes(re.sub(old, new, content, count=1))

    refused(report, written, rule, "report.pdf")


def test_a_key_in_a_packed_stream_is_found(report, written):
    path = report / "report.pdf"
    hidden = zlib.compress(f"a b {KEY} c".encode())
    extra = (
        b"\n9999 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n" % len(hidden)
        + hidden
        + b"\nendstream\nendobj\n"
    )
    content = path.read_bytes()
    at = content.rfind(b"\nxref")
    path.write_bytes(content[:at] + extra + content[at:])

    refused(report, written, "FILE-02", "report.pdf")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (r"(\nall,[^\n]*?,)(\d+)(,)", one_more, "FIG-05"),
        (r"(\n1,[^\n]*,)(false)", r"\1true", "FIG-05"),
        (r"\nall,", "\nall 4321,", "FIG-05"),
        (r"\n1,", "\n=1,", "FILE-01"),
        (r"^", "4321,", "FIG-05"),
    ],
)
def test_a_weakened_listing_is_refused(report, written, old, new, rule):
    edited(report / "tables" / "sizes.csv", (old, new))

    refused(report, written, rule, "tables/sizes.csv")


def test_a_file_that_nobody_asked_for_is_refused(report, written):
    (report / "tables" / "people.parquet").write_bytes(b"x")

    refused(report, written, "FILE-02", "tables/people.parquet")


def test_a_file_of_an_unknown_kind_is_refused(report, written):
    (report / "model.pkl").write_bytes(b"x")
    with pytest.raises(DisclosureError, match="model.pkl: nobody knows"):
        check_files(report, [*written[1], "model.pkl"], registered())


def test_a_key_too_short_to_tell_from_a_count_does_not_stop_a_report(report, written):
    look(report, written, keys=["10", "2020", "12345"])


def test_a_text_with_a_number_that_was_not_released_is_refused():
    def told(source):
        return Section("more", "Meer", (Paragraph("4.321 personen"),))

    with (
        mock.patch.object(content, "CHAPTERS", (*content.CHAPTERS, told)),
        pytest.raises(DisclosureError, match="TXT-01"),
    ):
        build_report(make_findings())


def test_a_number_that_is_called_released_and_is_not_is_refused():
    with pytest.raises(DisclosureError, match="TXT-01"):
        Source(make_findings()).count(4321)
