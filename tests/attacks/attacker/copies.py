"""The same number in another place: hidden in one, told in the other."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from attacks.attacker.documents import read_page, read_pdf, read_workbook
from attacks.attacker.reading import PERSONS, read_tables
from attacks.attacker.words import counts_of_persons, shares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from attacks.attacker.reading import Table

Other = tuple[str, str]
# A rectangle in a drawing on paper: from its left upper corner all around.
_BOX = re.compile(
    r"(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) \2 l \3 (-?[\d.]+) l \1 \4 l\s*h"
)


def differing(folder: Path, words: tuple[str, str]) -> Iterator[Other]:
    """Yield places where a copy tells something else than the tables for programs.

    ``words`` are what the workbook calls persons and shares.
    """
    tables = read_tables(folder)
    yield from _in_workbook(folder, tables, words)
    yield from _in_words(folder, tables)
    yield from _in_data(folder, tables)
    yield from _in_manifest(folder, tables)


def printed_counts(tables: list[Table]) -> set[int]:
    """Return every count of persons that the tables show."""
    return {row.persons for t in tables for row in t.rows if row.persons is not None}


def lengths_on_page(folder: Path) -> set[float]:
    """Return the lengths of all bars on the page, as its drawings hold them."""
    return {
        float(attributes["width"])
        for tag, attributes in read_page(folder / "report.html").tags
        if tag == "rect" and attributes.get("width", "%").replace(".", "").isdigit()
    }


def lengths_on_paper(folder: Path) -> list[list[float]]:
    """Return per group of bars on paper their lengths, as parts of the longest.

    Bars of one group begin at one line and are equally thick.
    """
    reader, _ = read_pdf(folder / "report.pdf")
    groups = []
    for page in reader.pages:
        drawn = page.get_contents().get_data().decode("latin-1")
        bars: dict[tuple[float, float], list[float]] = defaultdict(list)
        for left, top, right, bottom in _BOX.findall(drawn):
            thick = round(abs(float(top) - float(bottom)), 1)
            bars[round(float(left), 1), thick].append(float(right) - float(left))
        groups += [
            [each / max(found) for each in found]
            for found in bars.values()
            if len(found) > 1 and max(found) > 0
        ]
    return groups


def _in_workbook(
    folder: Path, tables: list[Table], words: tuple[str, str]
) -> Iterator[Other]:
    """Compare sheets with the tables that have as many rows."""
    for name, rows in read_workbook(folder / "tables.xlsx").items():
        at = [place for place, row in enumerate(rows) if set(words) & set(row)]
        if not at:
            continue
        header, body = rows[at[0]], rows[at[0] + 1 :]
        for measure, word in zip((PERSONS, "share"), words, strict=True):
            if word not in header:
                continue
            told = [row[header.index(word)] for row in body]
            alike = [
                [str(row.numbers.get(measure) or "") for row in table.rows]
                for table in tables
                if len(table.rows) == len(told)
            ]
            bare = ["" if not each.isdigit() or each == "0" else each for each in told]
            plain = [[each if each != "0" else "" for each in one] for one in alike]
            if bare not in plain:
                yield name, word


def _in_words(folder: Path, tables: list[Table]) -> Iterator[Other]:
    counts = printed_counts(tables)
    told = {
        "report.html": read_page(folder / "report.html").words,
        "report.pdf": "\n".join(read_pdf(folder / "report.pdf")[1]),
    }
    for name, text in told.items():
        for each in sorted(counts_of_persons(text) - counts):
            if each < 10:  # a household of three persons is an answer
                continue
            yield name, f"{each} personen"
        for each in sorted(share for share in shares(text) if "," in share):
            yield name, f"{each} %"


def _in_data(folder: Path, tables: list[Table]) -> Iterator[Other]:
    """What the script of the page works with: no number that no table shows."""
    known = {
        number
        for table in tables
        for row in table.rows
        for number in row.numbers.values()
        if number is not None
    }
    for block in read_page(folder / "report.html").data:
        for each in _numbers(json.loads(block)):
            if each not in known and each > len(known):
                yield "report.html", f"{each} in its data"


def _in_manifest(folder: Path, tables: list[Table]) -> Iterator[Other]:
    path = folder / "run.json"
    if path.exists():
        rows = json.loads(path.read_text("utf-8")).get("rows", {})
        for name, persons in rows.items():
            if persons is not None and persons not in printed_counts(tables):
                yield "run.json", name


def _numbers(content: object) -> Iterator[float]:
    if isinstance(content, dict):
        for each in content.values():
            yield from _numbers(each)
    elif isinstance(content, list):
        for each in content:
            yield from _numbers(each)
    elif isinstance(content, int | float) and not isinstance(content, bool):
        yield content
