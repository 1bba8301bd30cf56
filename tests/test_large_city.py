"""A city of 200 neighbourhoods in 12 clusters lays out without anybody's help."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import findings as study
import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader
from shapely import box
from test_report_pdf import elements

from clusters.disclosure import release_all
from clusters.findings.areas import Places
from clusters.perspectives.areas.people import find_areas
from clusters.profiles import cluster_sizes
from clusters.report import check_report, write_report
from clusters.schema import Text
from clusters.settings import Maps
from clusters.study.publishing.areas import area_table

pytestmark = pytest.mark.slow

CLUSTERS, ACROSS, DOWN = 12, 20, 10
NAME = "Werkt in de zakelijke dienstverlening, huurt van een corporatie, met kind"
LEAST_LINES = 6  # our choice: fewer is a page that nobody wants to turn to
LEFT, RIGHT, BOTTOM = 2.2, 21.0 - 2.2, 29.7 - 1.0  # centimetres, of the template
POINTS_PER_CM = 72 / 2.54


def grid(path):
    """A map of 200 areas with long names, in ten districts."""
    cells = [
        {
            "code": f"BU9999{row:02}{column:02}",
            "name": f"Buurt {column + 1} aan de Sint-Catharinaweg-{row + 1}",
            "district": f"Stadsdeel {row + 1}",
            "geometry": box(
                column * 900, row * 900, column * 900 + 900, row * 900 + 900
            ),
        }
        for row in range(DOWN)
        for column in range(ACROSS)
    ]
    gpd.GeoDataFrame(cells, crs="EPSG:28992").to_file(path, driver="GeoJSON")
    return Maps(file=path, code="code", name="name", district="district")


def places(maps, policy, *, persons=40_000, seed=5):
    """Where 40,000 people live; each cluster leans to a part of the city."""
    dice = np.random.default_rng(seed)
    codes = [
        f"BU9999{row:02}{column:02}" for row in range(DOWN) for column in range(ACROSS)
    ]
    clusters = dice.integers(1, CLUSTERS + 1, persons)
    at = (dice.beta(1 + clusters / 4, 4 - clusters / 4) * len(codes)).astype(int)
    everybody = pd.DataFrame(
        {
            "neighbourhood": np.array(codes)[at],
            "household_id": dice.integers(0, persons // 2, persons).astype(str),
            "cluster": clusters,
        },
        index=pd.Index([f"p{number}" for number in range(persons)], name="person_id"),
    )
    found = find_areas(everybody, maps)
    released = release_all(
        [
            cluster_sizes(everybody["cluster"]),
            area_table(found, everybody, everybody["cluster"]),
        ],
        policy,
    )
    return Places(
        table=released["areas"],
        sizes=released["sizes"],
        by="neighbourhood",
        outlines=found.outlines,
        names=found.names,
        part_of=found.part_of,
        source=Text("een rooster", "a grid"),
    )


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    maps = grid(tmp_path_factory.mktemp("map") / "areas.geojson")
    made = study.make_findings(clusters=CLUSTERS, persons=40_000)
    named = study.renamed(made, NAME)
    return replace(named, places=places(maps, made.sizes.policy))


@pytest.fixture(scope="module")
def folder(city, tmp_path_factory):
    made = tmp_path_factory.mktemp("large")
    write_report(city, made)
    return made


@pytest.fixture(scope="module")
def reader(folder):
    return PdfReader(folder / "report.pdf")


def lines_of(page) -> list[str]:
    """The lines of a page, without those at its head and foot."""
    told = [line.strip() for line in page.extract_text().split("\n")]
    return [line for line in told if line and not re.search(r"Pagina \d+ van", line)]


def drawn_on(reader) -> set[int]:
    """The numbers of the pages with a figure; its lettering is outlines, not text."""
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, start=1)
    }
    figures = [each for each in elements(reader) if each["/S"] == "/Figure"]
    return {numbers[each.raw_get("/Pg").idnum] for each in figures}


def starts_of(reader) -> dict[str, int]:
    marks = [each for each in reader.outline if not isinstance(each, list)]
    return {each.title: reader.get_destination_page_number(each) for each in marks}


def test_it_has_as_many_pages_as_its_chapters_ask(reader):
    assert 30 <= len(reader.pages) <= 45


def test_each_of_its_clusters_has_one_page(reader):
    starts = [*starts_of(reader).values(), len(reader.pages)]
    taken = [end - start for start, end in pairwise(starts)]
    of_clusters = [
        pages
        for title, pages in zip(starts_of(reader), taken, strict=True)
        if title.startswith("Werkt in")
    ]

    assert of_clusters == [1] * CLUSTERS


def test_none_of_its_pages_holds_a_few_lines_only(reader):
    told = {number: lines_of(page) for number, page in enumerate(reader.pages, start=1)}
    cover, drawn = {1}, drawn_on(reader)

    assert not {
        number: lines
        for number, lines in told.items()
        if number not in cover | drawn and len(lines) < LEAST_LINES
    }


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext of Poppler")
def test_none_of_its_words_runs_off_a_page(folder):
    told = subprocess.run(  # noqa: S603 - a program of the machine, on our own file
        [shutil.which("pdftotext"), "-bbox", folder / "report.pdf", "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    words = re.findall(r'<word xMin="(.+?)" yMin=".+?" xMax="(.+?)" yMax="(.+?)"', told)

    assert len(words) > 5_000
    for start, end, foot in words:
        assert float(start) >= LEFT * POINTS_PER_CM - 1
        assert float(end) <= RIGHT * POINTS_PER_CM + 1
        assert float(foot) <= BOTTOM * POINTS_PER_CM


def test_its_web_page_stays_under_five_megabytes(folder):
    assert (folder / "report.html").stat().st_size < 5_000_000


def test_its_workbook_lists_every_area_by_every_cluster(city, folder):
    book = openpyxl.load_workbook(folder / "tables.xlsx", read_only=True)
    rows = sum(1 for _ in book["Gebieden"].rows) - 1

    assert rows == len(city.places.table.rows)
    assert rows > ACROSS * DOWN * CLUSTERS


def test_the_look_at_its_files_lets_them_pass(city, folder):
    files = [
        str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()
    ]

    check_report(city, folder, files, keys=["p1"])
