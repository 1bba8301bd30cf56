"""A number that nobody released, alone in any place of a file: A33.

A list of all numbers of a report has every number from 0 to 100 in it, so that a look
for numbers alone lets each of them pass anywhere.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import zipfile
from dataclasses import replace
from unittest import mock

import pytest
from findings import make_findings

from clusters.disclosure.exit import check_files, has_number, scan
from clusters.disclosure.exit.pdf import read_pdf
from clusters.errors import DisclosureError
from clusters.report import build_report, content, write_report
from clusters.report.blocks import Figure, Paragraph, Section, Table
from clusters.report.formats.pdf import write_pdf
from clusters.report.source import Source
from clusters.report.wording import registered_in

NUMBERS = (*map(str, range(101)), "1.234", "25.430", "7,5", "-3", "½", "٤٣")
BLOCKS = ("a paragraph", "a cell", "a caption", "a spoken text", "a kicker")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lone")
    findings = make_findings(4, features=6, persons=3000)
    files = write_report(findings, folder)
    return folder, files, registered_in(findings, build_report(findings))


def places(text, pattern, number):
    """A text with a number put in at each of a few places, by lot."""
    at = [found.end() for found in re.finditer(pattern, text)]
    dice = random.Random(number)  # noqa: S311 - not for secrets
    for place in dice.sample(at, 2):
        yield f"{text[:place]}{number}{text[place:]}"


PAGE = {
    "a text": (r"</p>|</h2>|</ul>|</table>", "<p>{}</p>"),
    "within a text": (r"<p>|<h2[^>]*>|<li>|<td[^>]*>|<dd>|<title>", "{} "),
    "a spoken text": (r"<(?:p|h2|li|svg)(?= )", ' aria-label="{}"'),
    "data for a script": (r"<(?:p|h2|li|svg)(?= )", ' data-persons="{}"'),
    "a tip": (r"<(?:p|h2|li|svg)(?= )", ' title="{}"'),
    "the name of a part": (r"</p>|</h2>|</ul>", '<p id="n-{}"></p>'),
    "a class": (r"</p>|</h2>|</ul>", '<p class="n-{}"></p>'),
    "a value for the script": (r'"header":\[|"words":\{|"features":\[', "{},"),
}


def is_refused(written, name, content):
    """Whether a file with other content is refused."""
    _, _, registered = written
    folder = written[0].parent / f"{written[0].name}-one"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_bytes(content)
    try:
        check_files(folder, [name], registered)
    except DisclosureError:
        return True
    return False


def refused(written, name, contents):
    """How many of the contents are refused, and how many there are."""
    told = [is_refused(written, name, each.encode()) for each in contents]
    return sum(told), len(told)


@pytest.mark.parametrize("place", PAGE)
def test_a33_fails_with_a_lone_number_in_the_page(written, place):
    page = (written[0] / "report.html").read_text("utf-8")
    pattern, around = PAGE[place]
    weak = [
        each
        for number in NUMBERS[:: 1 if place == "a text" else 9]
        for each in places(page, pattern, around.format(number))
    ]

    assert refused(written, "report.html", weak) == (len(weak), len(weak))


@pytest.mark.parametrize("name", ["register.txt", "dpia.md", "register.json"])
def test_a33_fails_with_a_lone_number_in_a_paper(written, name):
    paper = (written[0] / name).read_text("utf-8")
    if name.endswith(".json"):
        weak = [
            json.dumps(json.loads(paper) | {key: number}, ensure_ascii=False)
            for number in NUMBERS
            for key in ("goal", "persons")
        ]
    else:
        weak = [
            each
            for number in NUMBERS
            for pattern in (r"\n", r" ")
            for each in places(paper, pattern, f"{number}\n")
        ]

    assert refused(written, name, weak) == (len(weak), len(weak))


@pytest.mark.parametrize("name", ["tables/profiles.csv", "tables/sizes.csv"])
def test_a33_fails_with_a_lone_number_in_a_listing(written, name):
    rows = (written[0] / name).read_text("utf-8").splitlines()
    dice, weak = random.Random(1), []  # noqa: S311 - not for secrets
    for number in NUMBERS:
        place = dice.randrange(1, len(rows))
        cells = rows[place].split(",")
        for column in (1, dice.randrange(len(cells))):  # the name is no number
            if cells[column] != number:
                other = [*cells[:column], number, *cells[column + 1 :]]
                weak.append([*rows[:place], ",".join(other), *rows[place + 1 :]])
        weak.append([*rows, number])

    assert refused(written, name, ("\n".join(each) for each in weak)) == (
        len(weak), len(weak),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("part", "pattern", "cell"),
    [
        ("xl/worksheets/sheet{}.xml", r"</row>", '<c r="ZZ1"><v>{}</v></c></row>'),
        ("xl/worksheets/sheet{}.xml", r"</row>",
         '<c r="ZZ1" t="inlineStr"><is><t>{}</t></is></c></row>'),
        ("xl/sharedStrings.xml", r"</si>", "</si><si><t>{}</t></si>"),
        ("xl/sharedStrings.xml", r"</t></si>", " {}</t></si>"),
    ],
)  # fmt: skip
def test_a33_fails_with_a_lone_number_in_the_workbook(written, part, pattern, cell):
    with zipfile.ZipFile(written[0] / "tables.xlsx") as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    told = []
    for number in NUMBERS[::3]:
        dice = random.Random(number)  # noqa: S311 - not for secrets
        name = part.format(dice.randrange(1, 5))
        text = parts[name].decode()
        at = dice.choice([found.span() for found in re.finditer(pattern, text)])
        weak = f"{text[: at[0]]}{cell.format(number)}{text[at[1] :]}"
        path = written[0].parent / "weak.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for each, before in parts.items():
                packed.writestr(each, weak if each == name else before)
        told.append(is_refused(written, "tables.xlsx", path.read_bytes()))

    assert all(told)


def told_more(report, place, number):
    """The report of which one place of a chapter tells a number more."""
    sections = list(report.sections)
    where = next(
        at for at, each in enumerate(sections)
        if any(isinstance(block, Table) for block in each.blocks)
        and any(isinstance(block, Figure) for block in each.blocks)
    )  # fmt: skip
    blocks = list(sections[where].blocks)
    table = next(at for at, each in enumerate(blocks) if isinstance(each, Table))
    figure = next(at for at, each in enumerate(blocks) if isinstance(each, Figure))
    first, *rows = blocks[table].rows
    match place:
        case "a paragraph":
            blocks.append(Paragraph(number))
        case "a cell":
            weak = (*first[:-1], number)
            blocks[table] = replace(blocks[table], rows=(weak, *rows))
        case "a caption":
            blocks[table] = replace(blocks[table], caption=number)
        case "a spoken text":
            blocks[figure] = replace(blocks[figure], alt=number)
    section = replace(sections[where], blocks=tuple(blocks))
    if place == "a kicker":
        section = replace(section, kicker=number)
    sections[where] = section
    return replace(report, sections=tuple(sections))


@pytest.mark.parametrize(
    ("place", "number"),
    list(zip(BLOCKS, ("43", "7", "0", "100", "1.234"), strict=True)),
)
def test_a33_fails_with_a_lone_number_that_is_set_in_the_pdf(written, place, number):
    findings = make_findings(4, features=6, persons=3000)
    weak = told_more(build_report(findings), place, number)
    path = written[0].parent / "weak.pdf"
    write_pdf(weak, path)

    assert is_refused(written, "report.pdf", path.read_bytes())


def test_a33_fails_with_a_lone_number_anywhere_in_the_pdf(written):
    """In the place of any paragraph, cell, head of a page, bookmark or spoken text."""
    decoded = read_pdf("report.pdf", (written[0] / "report.pdf").read_bytes())
    built = written[2].files["report.pdf"]
    dice = random.Random(1)  # noqa: S311 - not for secrets
    for number in NUMBERS:
        place = dice.randrange(len(decoded.pieces))
        more = replace(decoded.pieces[place], cells=(number,), page=0)
        weak = list(decoded.pieces)
        weak.insert(place, more)
        with pytest.raises(DisclosureError, match="TXT-01"):
            scan._refuse_unbuilt(
                "report.pdf", replace(decoded, pieces=tuple(weak)), built
            )


def test_a33_fails_with_a_number_that_no_chapter_was_given():
    """In a chapter that tells nothing else there is no number to take it for."""
    known = Source(make_findings(4, features=6, persons=3000)).clusters
    passed = []
    for number in NUMBERS:

        def told(source, number=number):
            return Section("more", "Meer", (Paragraph(number),))

        with mock.patch.object(content, "CHAPTERS", (told,)):
            try:
                build_report(make_findings(4, features=6, persons=3000))
            except DisclosureError:
                continue
        passed.append(number)

    # The number of a cluster is its name, and no number of people.
    assert set(passed) <= {*known, "0", "-3"}


def test_a33_bites_a_look_for_numbers_alone(written):
    """What is prevented: each number from 0 to 100 stands somewhere in a report."""
    built = written[2].files
    words = {
        word
        for each in built.values()
        for cells in each.texts
        for cell in cells
        for word in re.findall(r"\d+", cell)
    }

    assert len({*map(str, range(101))} & words) > 80
    assert all(map(has_number, NUMBERS))
