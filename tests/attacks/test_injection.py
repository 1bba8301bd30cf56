"""Names, titles and answers that a program might obey: A26 and A27."""

from __future__ import annotations

import csv
import re
from dataclasses import replace

import pytest
import xlsxwriter
from pypdf import PdfReader

from attacks.attacker.documents import (
    parts_of_workbook,
    read_page,
    read_pdf,
    read_workbook,
)
from attacks.city import ORDERS, Published

# What a spreadsheet takes for the start of a formula.
STARTS = tuple("=+-@\t\r＝＋－＠")
ACTING = {"script", "iframe", "object", "embed", "form", "link", "base", "meta", "svg"}
LONG = "lang " * 2_000


@pytest.fixture(scope="module")
def poisoned(city) -> Published:
    """A report of which the title, the place and every name is an order."""

    def change(found):
        labels = {
            number: replace(label, name=order)
            for (number, label), order in zip(
                found.labels.items(), ORDERS[:4], strict=True
            )
        }
        return replace(
            found, title=ORDERS[5], place=ORDERS[8] + ORDERS[9], labels=labels
        )

    return city.report(change=change)


@pytest.fixture(params=["as it is", "poisoned"])
def folder(request, city, poisoned):
    """The study, of which an answer is an order already, and the poisoned one."""
    return city.folder if request.param == "as it is" else poisoned.folder


# A26


def test_a26_fails_on_a_study(folder):
    assert formulas_in(folder) == []
    shown = {cell for rows in read_workbook(folder / "tables.xlsx").values()
             for row in rows for cell in row}  # fmt: skip
    assert set(ORDERS[:5]) <= shown, "the orders are there, as words"


def test_a26_bites_a_careless_writer(tmp_path):
    (tmp_path / "tables").mkdir()
    with (tmp_path / "tables" / "sizes.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["label", "persons"], [ORDERS[0], 10], ["x", -5]])
    book = xlsxwriter.Workbook(str(tmp_path / "tables.xlsx"))
    book.add_worksheet().write(0, 0, "=1+1")
    book.close()

    assert formulas_in(tmp_path) == [
        ("sizes.csv", ORDERS[0]),
        ("tables.xlsx", "xl/worksheets/sheet1.xml"),
    ]


def formulas_in(folder):
    """Cells that a spreadsheet would work out; a number below zero is a number."""
    found = []
    for path in sorted((folder / "tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [
                (path.name, cell)
                for row in csv.reader(file)
                for cell in row
                if cell.startswith(STARTS) and not re.fullmatch(r"-\d+", cell)
            ]
    for name, raw in parts_of_workbook(folder / "tables.xlsx").items():
        if re.search(rb"<f[ >]|<ddeLink|oleObject|externalLink", raw):
            found.append(("tables.xlsx", name))
    return found


# A27


def test_a27_fails_on_a_study(city, folder):
    page, orders = read_page(folder / "report.html"), ORDERS[5:]
    text = squeezed(page.words)

    assert acting(page) == acting_in_clean(city)
    assert not [a for _, attributes in page.tags for a in attributes if a[:2] == "on"]
    assert all(squeezed(order) in text for order in orders)
    paper = "".join(read_pdf(folder / "report.pdf")[1])
    assert "JINJA" not in page.words + paper
    assert "root:" not in page.words + paper
    assert '"sections"' not in paper  # the file that Typst reads its words from
    assert all(letters(order) in letters(paper) for order in orders)


def test_a27_fails_on_drawings(folder):
    """Words in drawings are outlines, or text; a comment cannot be left early."""
    for drawing in read_page(folder / "report.html").drawings:
        assert not re.search(
            r"<script|\son\w+=", re.sub(r"<!--.*?-->", "", drawing, flags=re.DOTALL)
        )


def test_a27_fails_on_a_title_of_two_thousand_words(city):
    written = city.report(change=lambda found: replace(found, title=LONG))

    assert "lang lang" in read_page(written.folder / "report.html").words
    assert len(PdfReader(written.folder / "report.pdf").pages) > 10


@pytest.mark.parametrize("order", ORDERS[5:8])
def test_a27_bites_a_page_without_escaping(city, tmp_path, order):
    page = (city.folder / "report.html").read_text("utf-8")
    broken = page.replace("</h1>", f'{order}</h1><p title="{order}">', 1)
    (tmp_path / "report.html").write_text(broken, "utf-8")
    read = read_page(tmp_path / "report.html")

    attributes = {name for _, given in read.tags for name in given}
    assert acting(read) != acting_in_clean(city) or "onload" in attributes


def test_a27_bites_typst_by_interpolation(tmp_path):
    import typst

    (tmp_path / "secret.txt").write_text("kanarie")
    source = tmp_path / "main.typ"
    source.write_text('#set document(title: "a")\nNaam: #read("secret.txt")')
    paper = tmp_path / "report.pdf"
    typst.compile(str(source), output=str(paper))

    assert "kanarie" in "".join(read_pdf(paper)[1])


def acting(page):
    return sorted(
        (tag, attributes.get("src", "")[:5]) for tag, attributes in page.tags
        if tag in ACTING - {"svg"}
    )  # fmt: skip


def acting_in_clean(city):
    """What the page of the study has of its own: a charset, a policy, one script."""
    tags = acting(read_page(city.folder / "report.html"))
    assert [tag for tag, _ in tags].count("script") <= 2
    assert {tag for tag, _ in tags} <= {"meta", "script"}
    return tags


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def letters(text):
    """The signs that no line break, hyphen or missing glyph changes."""
    return "".join(re.findall(r"[a-zA-Z(){}#<>=]", text))
