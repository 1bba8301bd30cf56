"""Areas from coordinates: the right area, and not a trace of where somebody lives."""

from __future__ import annotations

import contextlib
import shutil

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from attacks.small import STUDY, people
from conftest import PROJECT
from shapely import box

from clusters.errors import ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.extracts.coordinates import located
from clusters.settings import load_study
from clusters.study import check_study, run_study

# Two squares of a kilometre that share a border, in Dutch coordinates.
WEST, SOUTH = 160_000, 380_000
AREAS = gpd.GeoDataFrame(
    {"buurtcode": ["B1", "B2"], "naam": ["Eén", "Twee"]},
    geometry=[
        box(WEST, SOUTH, WEST + 1000, SOUTH + 1000),
        box(WEST + 1000, SOUTH, WEST + 2000, SOUTH + 1000),
    ],
    crs="EPSG:28992",
)
PERSONS = 300


def lived_in():
    """Where each person lives: B1, B2, nowhere known, or outside."""
    return np.resize(["B1", "B2"], PERSONS).astype(object)


def coordinates():
    """Fractions that are found nowhere else, and the area that each lies in."""
    dice = np.random.default_rng(5)
    areas = lived_in()
    x = WEST + 1000 * (areas == "B2") + dice.uniform(1, 999, PERSONS).round(3)
    y = SOUTH + dice.uniform(1, 999, PERSONS).round(3)
    x[:20], areas[:20] = np.nan, None
    x[20:50], areas[20:50] = x[20:50] + 5_000, None
    return x, y, areas


@pytest.fixture
def project(tmp_path):
    project = tmp_path / "project"
    shutil.copytree(PROJECT / "config", project / "config")
    AREAS.to_file(project / "gebieden.gpkg")
    return project


def write(project, settings, **columns):
    people(PERSONS).assign(**columns).to_csv(
        project / "persons.csv", sep=";", index=False
    )
    text = STUDY.format(file="persons.csv").replace("[extract.tables]", settings)
    text += '[report]\nmaps = "gebieden.gpkg"\n'
    file = project / "config" / "stad.toml"
    file.write_text(text)
    return file


def areas_of(project, file):
    with contextlib.chdir(project):
        extract = open_extract(load_study(file), project)
        return extract, extract.roster()["neighbourhood"]


IN_FILE = '[extract.coordinates]\nx = "X_COORD"\ny = "Y_COORD"\n[extract.tables]'


@pytest.mark.parametrize("kind", ["rd", "degrees", "decimal comma"])
def test_people_live_in_the_area_that_holds_their_coordinates(project, kind):
    x, y, expected = coordinates()
    if kind == "degrees":
        points = gpd.GeoSeries(gpd.points_from_xy(x, y), crs="EPSG:28992")
        points = points.to_crs("EPSG:4326")
        x, y = points.x, points.y
    if kind == "decimal comma":
        x, y = (pd.Series(each).map("{:.3f}".format) for each in (x, y))
        x, y = (each.replace("nan", "").str.replace(".", ",") for each in (x, y))
    file = write(project, IN_FILE, X_COORD=x, Y_COORD=y)

    extract, found = areas_of(project, file)

    assert found.astype(object).where(found.notna(), None).tolist() == [*expected]
    told = [each.nl for each in extract.notices]
    without = "Ongeveer 20 personen hebben geen coördinaten; hun buurt is onbekend."
    assert without in told
    assert any(each.startswith("Ongeveer 30 personen wonen") for each in told)


def test_points_of_a_geopackage_are_joined_by_their_key(project):
    x, y, expected = coordinates()
    points = gpd.GeoDataFrame(
        {"adres": [str(n) for n in range(PERSONS)]},
        geometry=gpd.points_from_xy(x, y),
        crs="EPSG:28992",
    )
    # a point without a place is an empty one, and rows have an order of their own
    points.iloc[::-1].to_file(project / "adressen.gpkg")
    tables = (
        '[extract.coordinates]\nx = "x"\ny = "y"\n'
        "[extract.tables.adressen]\n"
        'file = "adressen.gpkg"\nkey = "adres"\nby = "ADRES"\n[extract.tables]'
    )
    file = write(project, tables, ADRES=[str(n) for n in range(PERSONS)])

    _, found = areas_of(project, file)

    assert found.astype(object).where(found.notna(), None).tolist() == [*expected]


def test_on_a_border_the_first_area_counts_in_any_order():
    point = pd.Series([f"{WEST + 1000}+{SOUTH + 500}"])
    keyed = AREAS.set_index("buurtcode").rename_axis("neighbourhood")

    for areas in (keyed, keyed.iloc[::-1]):
        assert located(point, areas, None, "p").areas.tolist() == ["B1"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"X_COORD": 5.0, "Y_COORD": 52.0}, "niemand woont in een gebied"),
        ({"X_COORD": SOUTH + 1.5, "Y_COORD": WEST + 7.25}, "geen RD-coördinaten"),
        ({"X_COORD": 1.0}, "y = 'Y_COORD'"),
    ],
)
def test_coordinates_that_cannot_be_are_refused_without_telling_one(
    project, columns, said
):
    file = write(project, IN_FILE, **columns)

    with pytest.raises(ExtractError) as caught:
        areas_of(project, file)

    told = caught.value.to("nl") + caught.value.to("en")
    assert said in told
    assert not [value for value in columns.values() if str(value) in told]


def test_coordinates_need_outlines_and_no_second_neighbourhood(project):
    x, y, _ = coordinates()
    file = write(project, IN_FILE, X_COORD=x, Y_COORD=y)
    text = file.read_text()
    file.write_text(text.replace('maps = "gebieden.gpkg"', ""))
    with pytest.raises(SettingsError, match="needs outlines"):
        areas_of(project, file)

    twice = '[extract.columns]\nneighbourhood = "sex"\n[population]'
    file.write_text(text.replace("[population]", twice))
    with pytest.raises(SettingsError, match="leave one out"):
        areas_of(project, file)

    kept = '[extract.extra]\nX_COORD = "X"\n[population]'
    file.write_text(text.replace("[population]", kept))
    with pytest.raises(SettingsError, match="cannot be in extra"):
        areas_of(project, file)


def test_no_coordinate_is_kept_by_a_run(project):
    x, y, _ = coordinates()
    file = write(project, IN_FILE, X_COORD=x, Y_COORD=y)

    with contextlib.chdir(project):
        told = check_study(file)
        report = run_study(file)

    assert (project / report).is_dir()
    assert "hebben geen coördinaten" in told
    areas = pd.read_csv(project / report / "tables" / "areas.csv", dtype=str)
    assert "buurt onbekend" in set(areas["name"])
    (kept,) = project.rglob("people.parquet")
    frame = pd.read_parquet(kept)
    assert set(frame["neighbourhood"].dropna()) == {"B1", "B2"}
    written = [path for path in project.rglob("*.parquet") if path.is_file()]
    for path in written:
        held = pd.read_parquet(path)
        assert not {"X_COORD", "Y_COORD"} & {*held.columns}
        texts = [str(cell) for cell in held.to_numpy().ravel()]
        assert not [
            cell for cell in texts if cell.startswith(("16", "38")) and "+" in cell
        ]
    told_of = [f"{each:.3f}" for each in (*x[50:], *y)]
    for folder in ("data", "reports"):
        for path in (project / folder).rglob("*"):
            if path.suffix in {".json", ".html", ".csv", ".txt"}:
                text = path.read_text("utf-8", errors="replace")
                assert not [each for each in told_of if each in text], path
