"""Paper, page, workbook and tables of one study give the same numbers."""

from __future__ import annotations

import csv
import re
from collections import Counter
from html.parser import HTMLParser

import openpyxl
import pytest
from pypdf import PdfReader

from clusters.report import build_report
from clusters.report.blocks import Paragraph, Table, flat

_NUMBER = re.compile(r"\d[\d.,]*")


def numbers(text):
    return [each.strip(".,") for each in _NUMBER.findall(text)]


class _Page(HTMLParser):
    """The rows of every table of a web page, and its running text."""

    def __init__(self):
        super().__init__()
        self.rows, self.cells, self.open = [], [], None

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.cells = []
        if tag in {"td", "th", "p", "dd"}:
            self.open = ""

    def handle_data(self, data):
        if self.open is not None:
            self.open += data

    def handle_endtag(self, tag):
        if tag in {"td", "th"} and self.open is not None:
            self.cells.append(" ".join(self.open.split()))
        if tag in {"p", "dd"} and self.open is not None:
            self.rows.append((" ".join(self.open.split()),))
        if tag in {"td", "th", "p", "dd"}:
            self.open = None
        if tag == "tr":
            self.rows.append(tuple(self.cells))


@pytest.fixture(scope="module")
def page(known_study):
    parser = _Page()
    parser.feed((known_study.reports / "report.html").read_text("utf-8"))
    return {tuple(numbers(" ".join(row))) for row in parser.rows}


@pytest.fixture(scope="module")
def paper(known_study):
    """All numbers of the PDF in reading order, between spaces."""
    reader = PdfReader(known_study.reports / "report.pdf")
    text = " ".join(each.extract_text() for each in reader.pages)
    return f" {' '.join(numbers(text))} "


def lines(report):
    """Every row of every table, and every paragraph."""
    for section in report.sections:
        for block in flat(section.blocks):
            if isinstance(block, Table):
                yield from block.rows
            elif isinstance(block, Paragraph):
                yield (block.text,)


def test_every_row_stands_on_page_and_on_paper_alike(known_study, page, paper):
    made = list(lines(build_report(known_study.findings)))

    assert len(made) > 100
    for line in made:
        told = tuple(numbers(" ".join(line)))
        assert told in page, line
        assert f" {' '.join(told)} " in paper or not told, line


def rows_of_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline())
        file.seek(0)
        return list(csv.DictReader(file, dialect=dialect))


def test_every_number_of_the_tables_is_in_the_workbook(known_study):
    book = openpyxl.load_workbook(known_study.reports / "tables.xlsx", read_only=True)
    sheets = [
        sorted(
            tuple(cell for cell in row if isinstance(cell, int)) for row in
            sheet.iter_rows(min_row=2, values_only=True)
        )
        for sheet in book
    ]  # fmt: skip
    paths = sorted((known_study.reports / "tables").glob("*.csv"))

    assert len(paths) >= 6
    for path in paths:
        told = [
            [int(row[name]) for name in ("persons", "share") if row.get(name)]
            for row in rows_of_csv(path)
            if row["persons"]
        ]
        assert any(_holds(sheet, told) for sheet in sheets), path.name


def _holds(sheet, told):
    """Return whether rows of a sheet begin with these numbers, one row for each."""
    lengths = {len(row) for row in told}
    begun = {size: Counter(row[:size] for row in sheet) for size in lengths}
    asked = Counter(map(tuple, told))
    return all(begun[len(row)][row] >= times for row, times in asked.items())
