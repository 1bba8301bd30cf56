"""Every byte of what is published, and what is left behind: A23, A25, A31, A32, A35."""

from __future__ import annotations

import base64
import gzip
import os
import shutil
import socket
import stat
import subprocess
from dataclasses import replace

import pytest
import xlsxwriter

from attacks.attacker.bytes import any_of, found_in, keys_in
from attacks.attacker.copies import differing, lengths_on_page, lengths_on_paper
from attacks.attacker.properties import calls_of_page, calls_out, properties
from attacks.attacker.reading import read_tables
from attacks.city import RARE_CODE

KEYS = ("person_id", "household_id", "partner_id", "mother_id", "father_id")
# One word for all names, streets and mail addresses of the city.
CANARY = any_of(["anarie-", "anariestraat", "anarie.test"])
RARE = any_of([RARE_CODE])


@pytest.fixture
def copy_of(city, tmp_path):
    """The report in a folder of its own, to be spoilt."""

    def made():
        return shutil.copytree(city.folder, tmp_path / "report")

    return made


# A23


def keys_of(city):
    return {str(key) for name in KEYS for key in city.persons[name].dropna().unique()}


def test_a23_fails_on_every_byte_that_is_published_or_left_behind(city, tmp_path):
    said = tmp_path / "said"
    said.mkdir()
    (said / "out.txt").write_text(city.said, encoding="utf-8")
    open_to_all = [city.folder, city.root / "temporary", said]
    settings = [
        path for path in city.work.iterdir() if path.suffix in {".toml", ".lock"}
    ]

    assert found_in(open_to_all, CANARY) == []
    assert keys_in(open_to_all, keys_of(city)) == set()
    assert not any(CANARY.search(path.read_bytes()) for path in settings)


def test_a23_fails_on_a_rare_answer(city):
    """That an answer exists tells that somebody gave it."""
    assert (city.persons["club"] == RARE_CODE).sum() == 2
    assert found_in([city.folder], RARE) == []


@pytest.mark.parametrize("form", ["plain", "base64", "gzip", "utf-16", "hex", "sheet"])
def test_a23_bites_in_every_form(city, copy_of, form):
    folder, key = copy_of(), str(city.persons["person_id"].iloc[7])
    token = f"{city.persons['email'].iloc[7]} {key}"
    spoilt = folder / f"extra.{form}"
    match form:
        case "plain":
            spoilt.write_text(token)
        case "base64":
            spoilt.write_bytes(b"data:," + base64.b64encode(token.encode() * 2))
        case "gzip":
            spoilt.write_bytes(gzip.compress(token.encode()))
        case "utf-16":
            spoilt.write_bytes(token.encode("utf-16-le"))
        case "hex":
            spoilt.write_text(token.encode().hex())
        case "sheet":
            book = xlsxwriter.Workbook(str(spoilt))
            book.add_worksheet().write_string(0, 0, token)
            book.close()

    assert found_in([folder], CANARY) == [spoilt.name]
    if form != "utf-16":
        assert keys_in([folder], keys_of(city)) == {key}


def test_a23_bites_the_closed_room(city):
    assert keys_in([city.work], keys_of(city))


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


# A31


def test_a31_fails_on_a_study(heard_and_city):
    heard, city = heard_and_city

    assert heard == []
    assert list(calls_out(city.folder)) == []


def test_a31_bites_a_renderer_that_calls_home(calls):
    def home():
        with socket.socket() as line:
            line.settimeout(0.1)
            line.connect_ex(("127.0.0.1", 9))

    _, heard = calls(home)

    assert [event for event, _ in heard] == ["socket.connect"]


@pytest.mark.parametrize(
    "addition",
    [
        '<img src="https://cdn.example/logo.png">',
        '<link rel="stylesheet" href="//fonts.example/a.css">',
        "<style>@import 'https://fonts.example/a.css'</style>",
        '<p style="background:url(https://x.example/p)">a</p>',
        "<script>fetch('/a')</script>",
    ],
)
def test_a31_bites_a_page_that_fetches(copy_of, addition):
    folder = copy_of()
    page = folder / "report.html"
    page.write_text(
        page.read_text("utf-8").replace("</body>", f"{addition}</body>"), "utf-8"
    )

    assert list(calls_of_page(page))


# A32


def test_a32_fails_on_the_closed_room_under_an_open_umask(city):
    """The city was run under umask 000."""
    room = [city.root / "data" / "processed"]
    inside = [path for folder in room for path in [folder, *folder.rglob("*")]]

    assert len(inside) > 8
    assert readable_by_others(inside) == []


def test_a32_bites_a_room_that_leans_on_the_umask(tmp_path):
    open_, closed = tmp_path / "people.parquet", tmp_path / "safe"
    open_.touch()
    open_.chmod(0o644)
    closed.touch()
    closed.chmod(0o600)

    assert readable_by_others([open_, closed]) == [open_]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a32_fails_for_another_user_of_the_machine(city, tmp_path):
    """Every folder above is opened, so that only the room itself keeps them out."""
    modes = {each: each.stat().st_mode for each in city.work.parents}
    try:
        for folder in modes:
            if folder.name not in {"processed", "stad"} and str(folder).startswith(
                "/tmp"
            ):
                folder.chmod(folder.stat().st_mode | 0o755)
        ended = subprocess.run(  # noqa: S603
            ["ls", str(city.work)],  # noqa: S607
            user=65534, capture_output=True, text=True, check=False, env={"LC_ALL": "C"},
        )  # fmt: skip
    finally:
        for folder, mode in modes.items():
            if str(folder).startswith("/tmp"):
                folder.chmod(stat.S_IMODE(mode))

    assert ended.returncode != 0
    assert "Permission denied" in ended.stderr


def readable_by_others(paths):
    return [
        path for path in paths if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]


# A35

WORDS = ("Personen", "Aandeel (%)")


def test_a35_fails_on_a_study(city):
    assert list(differing(city.folder, WORDS)) == []


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
    exact = city.published.truth[frozenset({("cluster", "1")})]
    assert exact % 5

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
