"""What published files tell besides their numbers, or twice: A25 and A35."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
import xlsxwriter

from attacks.attacker.bytes import any_of, found_in
from attacks.attacker.copies import differing, lengths_on_page, lengths_on_paper
from attacks.attacker.properties import properties
from attacks.attacker.reading import read_tables
from attacks.attacker.words import counts_of_persons


@pytest.fixture
def copy_of(city, tmp_path):
    """The report in a folder of its own, to be spoilt."""

    def made():
        return shutil.copytree(city.folder, tmp_path / "report")

    return made


# A25

ALLOWED = {
    "report.pdf": {
        "/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Language",
        "title", "Creator", "CreatorTool", "Producer", "CreateDate", "ModifyDate",
        "MetadataDate", "format", "language", "li", "part", "conformance", "about",
        "lang", "RenditionClass", "DocumentID", "InstanceID", "NPages", "rev", "toolkit",
        "xmptk", "alt", "identifier", "parseType", "action", "when", "instanceID",
        "softwareAgent", "schema", "namespaceURI", "prefix", "category", "description",
        "name", "valueType", "PDFVersion",
    },
    "tables.xlsx": {
        "title", "created", "modified", "Application", "AppVersion", "DocSecurity",
        "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "lpstr", "i4",
    },
    "report.html": {
        "meta charset", "meta viewport", "meta color-scheme", "meta theme-color",
        "meta generator", "meta Content-Security-Policy", "meta referrer",
    },
}  # fmt: skip
PERSONAL = any_of(["/root/", "/home/", "/tmp/"])


def test_a25_fails_on_a_study(city):
    told = list(properties(city.folder))

    unknown = [each for each in told if not is_allowed(each)]
    assert unknown == []
    assert not [each for each in told if PERSONAL.search(" ".join(each).encode())]
    assert found_in([city.folder], PERSONAL) == []


def test_a25_bites_an_author_and_a_hidden_sheet(copy_of):
    folder = copy_of()
    book = xlsxwriter.Workbook(str(folder / "tables.xlsx"))
    book.set_properties({"author": "A. Analist", "company": "Gemeente"})
    book.add_worksheet("open")
    book.add_worksheet("work").hide()
    book.define_name("secret", "=open!$A$1")
    book.close()
    page = folder / "report.html"
    page.write_text(
        page.read_text("utf-8").replace(
            "<head>", '<head><meta name="author" content="A. Analist"><!-- A -->', 1
        ),
        encoding="utf-8",
    )

    found = {told[:2] for told in properties(folder) if not is_allowed(told)}

    assert {
        ("tables.xlsx", "creator"),
        ("tables.xlsx", "Company"),
        ("tables.xlsx", "sheet state"),
        ("tables.xlsx", "defined name"),
        ("report.html", "meta author"),
        ("report.html", "comment"),
    } <= found


def is_allowed(told):
    file, field, value = told
    if (file, field) == ("tables.xlsx", "defined name"):
        return value.startswith("_xlnm.")  # what a sheet prints, and its filter
    return field in ALLOWED[file]


# A35

WORDS = ("Personen", "Aandeel (%)")


def test_a35_fails_on_a_study(city):
    assert list(differing(city.folder, WORDS)) == []


def test_a35_reads_no_count_in_the_end_of_a_digest():
    assert counts_of_persons("c0ffee3484 personen.csv; 84 personen") == {84}


def test_a35_fails_on_the_lengths_of_bars(city):
    """A bar gives the number printed beside it to somebody with a ruler, no other."""
    sizes = sizes_in(city)

    assert lengths_on_page(city.folder) <= printed_numbers(city.folder)
    assert off(city.folder, sizes) < off(city.folder, true_sizes(city))


def test_a35_bites_bars_of_true_counts(city, unrounded):
    weak = unrounded

    assert not lengths_on_page(weak.folder) <= printed_numbers(city.folder)
    assert off(weak.folder, sizes_in(city)) > off(weak.folder, true_sizes(city))


def printed_numbers(folder):
    return {
        number
        for table in read_tables(folder)
        for row in table.rows
        for number in row.numbers.values()
        if number is not None
    } | set(range(101))


def sizes_in(city):
    return [
        row.persons
        for table in read_tables(city.folder)
        if table.name == "sizes"
        for row in table.rows
        if row.persons and row.codes["cluster"] not in {"all", "0"}
    ]


def true_sizes(city):
    truth = city.published.truth
    clusters = range(1, len(sizes_in(city)) + 1)
    return [truth[frozenset({("cluster", str(each))})] for each in clusters]


def off(folder, sizes):
    """How far the bars that fit best are from sizes, as parts of the largest."""
    return min(
        max(
            abs(bar - size / max(sizes)) for bar, size in zip(bars, sizes, strict=False)
        )
        for bars in lengths_on_paper(folder)
        if len(sizes) <= len(bars) <= len(sizes) + 1
    )


def test_a35_bites_true_counts_in_texts_for_who_cannot_see(city):
    # A true number that rounding would change, or it could have been printed.
    exact = next(size for size in true_sizes(city) if size % 5)

    def spoken(report):
        sections = []
        for section in report.sections:
            blocks = tuple(
                replace(block, alt=f"{block.alt} Dit zijn {exact} personen.")
                if hasattr(block, "alt")
                else block
                for block in section.blocks
            )
            sections.append(replace(section, blocks=blocks))
        return replace(report, sections=tuple(sections))

    weak = city.report(say=spoken)

    assert ("report.pdf", f"{exact} personen") in differing(weak.folder, WORDS)


def test_a35_bites_a_workbook_that_shows_what_the_tables_hide(copy_of, unrounded):
    folder = copy_of()
    shutil.copyfile(unrounded.folder / "tables.xlsx", folder / "tables.xlsx")

    assert list(differing(folder, WORDS))
