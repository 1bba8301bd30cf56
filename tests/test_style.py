"""The house style: colours that can be read, a logo that only shows."""

from __future__ import annotations

import shutil
import zlib
from dataclasses import replace
from pathlib import Path

import findings as study
import pytest
from conftest import PROJECT
from pypdf import PdfReader

from clusters.errors import SettingsError
from clusters.findings.house_style import Look
from clusters.report import build_report
from clusters.report.drawing.figures import draw
from clusters.report.drawings import Bar, Bars
from clusters.report.formats.pdf import write_pdf
from clusters.settings import Logo, load_study, read_logo
from clusters.settings.colours import contrast, is_readable, nearest_readable
from clusters.study import open_run

SHAPES = '<path d="M0 0h30v10H0z" fill="#c8102e"/><use href="#a"/>'


def svg(inside, attributes='viewBox="0 0 30 10"'):
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f"<svg {space} {attributes}>{inside}</svg>".encode()


def chunk(kind, content):
    told = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + told


def png(*extra, pixels=None):
    """One red pixel."""
    header = (1).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    data = zlib.compress(b"\x00\xff\x00\x00") if pixels is None else pixels
    chunks = (
        chunk(b"IHDR", header),
        *extra,
        chunk(b"IDAT", data),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.fixture
def logo(tmp_path):
    def read(content):
        path = tmp_path / "logo"
        path.write_bytes(content)
        return read_logo(path)

    return read


def study_file(folder, line):
    path = folder / "study.toml"
    path.write_text(
        '[study]\nname = "a"\nreference_date = 2019-01-01\n[extract]\n'
        'layout = "person"\ntables = { persons = "p.csv" }\n[population]\n'
        'definition = "born_abroad"\n[clustering]\nseed = 1\n'
        f"[report.style]\n{line}\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def styled(tmp_path):
    return lambda line: load_study(study_file(tmp_path, line)).report.style


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#ffffff", "#ffffff", 1.0),
        ("#ff0000", "#ffffff", 4.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize("colour", ["#ffff00", "#ff0000", "#ffffff", "#9bd0e8"])
def test_the_nearest_colour_that_passes_is_told_and_passes(styled, colour):
    nearest = nearest_readable(colour)

    with pytest.raises(SettingsError, match=nearest) as told:
        styled(f'accent = "{colour}"')

    assert is_readable(nearest)
    assert "report.style.accent" in str(told.value)
    assert nearest in told.value.to("nl")
    assert styled(f'accent = "{nearest}"').accent == nearest


def test_capitals_in_a_colour_are_the_same_colour(styled):
    assert styled('accent = "#0B4F6C"') == styled('accent = "#0b4f6c"')


@pytest.mark.parametrize("line", ['accent = "red"', 'acent = "#000000"', 'logo = ""x'])
def test_what_is_no_style_is_refused(styled, line):
    with pytest.raises(SettingsError):
        styled(line)


def test_a_drawing_of_shapes_is_a_logo(logo):
    assert logo(svg(SHAPES)) == Logo("svg", svg(SHAPES))


@pytest.mark.parametrize(
    "content",
    [
        svg("<script>alert(1)</script>"),
        svg("<foreignObject/>"),
        svg('<image href="data:image/png;base64,AA"/>'),
        svg("<text>Gemeente</text>"),
        svg('<use href="https://example.org/a.svg#b"/>'),
        svg('<path onclick="alert(1)"/>'),
        svg('<path fill="url(https://example.org/a)"/>'),
        svg('<path style="fill: u\\72l(https://example.org/a)"/>'),
        svg("<style>@import 'https://example.org/a.css';</style>"),
        svg('<a href="javascript:alert(1)"/>'),
        svg('<path xmlns="urn:other"/>'),
        svg(SHAPES, 'width="3" height="3"'),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(SHAPES),
        b"<html/>",
        b"no picture",
        b"",
        svg(f"<desc>{'a' * 500_000}</desc>"),
        png()[:-6],
        png(pixels=b"no pixels"),
        png()[:40] + b"\x00" + png()[41:],
        png(pixels=zlib.compress(bytes(50_000_000))),
    ],
)
def test_what_is_more_or_less_than_a_logo_is_refused(logo, content):
    with pytest.raises(SettingsError, match=r"report\.style"):
        logo(content)


def test_a_logo_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SettingsError, match="cannot be opened"):
        read_logo(tmp_path / "nergens.svg")


def test_a_picture_keeps_no_remarks(logo):
    told = chunk(b"tEXt", b"Author\x00J. Jansen")

    assert logo(png(told)) == Logo("png", png())


def test_the_colour_of_the_house_takes_the_place_of_ours():
    bars = Bars((Bar("a", 10, "10"),))

    assert b"#0b4f6c" in draw(bars)
    assert b"#0b4f6c" not in draw(bars, "#7a1f5c")
    assert b"#7a1f5c" in draw(bars, "#7a1f5c")


def test_a_run_keeps_its_own_copy_of_the_logo_and_is_named_by_it(tmp_path, monkeypatch):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    Path("p.csv").write_text("person_id\n", encoding="utf-8")
    Path("logo.svg").write_bytes(svg(SHAPES))
    study_file(tmp_path, 'logo = "logo.svg"')

    first = open_run(Path("study.toml"))
    Path("logo.svg").write_bytes(svg(SHAPES + SHAPES))
    second = open_run(Path("study.toml"))

    assert (first.work / "logo").read_bytes() == svg(SHAPES)
    assert first.name != second.name


def test_a_run_with_an_unfit_logo_does_not_begin(tmp_path, monkeypatch):
    shutil.copytree(PROJECT / "config", tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    Path("logo.svg").write_bytes(svg("<script/>"))
    study_file(tmp_path, 'logo = "logo.svg"')

    with pytest.raises(SettingsError, match="<script>"):
        open_run(Path("study.toml"))


@pytest.mark.parametrize(
    "content", [svg('<path d="M0 0h30v10H0z"/>'), png()], ids=["svg", "png"]
)
def test_the_pdf_wears_the_house_style(tmp_path, logo, content):
    findings = study.make_findings(clusters=3, features=6, persons=1500)
    look = Look("Gemeente Eindhoven", logo(content), "#7a1f5c", "#3d0f2e")

    write_pdf(build_report(replace(findings, look=look)), tmp_path / "a.pdf")

    cover = PdfReader(tmp_path / "a.pdf").pages[0]
    assert "Gemeente Eindhoven" in cover.extract_text()
