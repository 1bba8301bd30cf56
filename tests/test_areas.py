from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from clusters.errors import ExtractError, SettingsError
from clusters.perspectives.areas import (
    against_average,
    area_counts,
    area_shares,
    dissimilarity,
    dominant_clusters,
    isolation,
    location_quotients,
    segregation,
)
from clusters.perspectives.maps import (
    eindhoven_areas,
    larger_squares,
    read_areas,
    square_areas,
)
from clusters.synthetic.figures import neighbourhoods

EXPECTED = Path(__file__).parent / "expected" / "areas.csv"


def worked():
    return pd.read_csv(EXPECTED, index_col="area")


def counts():
    return worked()[["0", "1", "2"]].rename_axis(columns="cluster")


def series(*values):
    return pd.Series(values, dtype=float)


def test_persons_are_counted_per_area_and_cluster():
    areas = pd.Series(["b", "a", "a", None, "a"])
    clusters = pd.Series([2, 10, 2, 1, 0])

    found = area_counts(areas, clusters)

    assert found.index.tolist() == ["a", "b"]
    assert found.columns.tolist() == ["0", "1", "2", "10"]
    assert found.loc["a"].tolist() == [1, 0, 1, 1]


def test_an_area_without_persons_has_a_row_if_it_is_a_category():
    areas = pd.Series(pd.Categorical(["a", "a"], categories=["a", "park"]))

    found = area_counts(areas, pd.Series([1, 1]))

    assert found["1"].tolist() == [2, 0]


def test_the_dominant_cluster_is_the_largest_where_there_are_enough_people():
    expected = worked()

    found = dominant_clusters(counts(), minimum=25)

    assert found["persons"].tolist() == expected["persons"].tolist()
    assert found["dominant"].tolist() == expected["dominant"].tolist()
    np.testing.assert_allclose(found["share"], expected["share"], atol=1e-4)


def test_people_without_a_clear_profile_count_but_do_not_dominate():
    table = pd.DataFrame({"0": [30, 25], "1": [5, 0]}, index=["a", "b"])

    found = dominant_clusters(table, minimum=25)

    assert found["dominant"].tolist() == ["1", "too_few"]
    assert found["share"].iloc[0] == pytest.approx(5 / 35)


@pytest.mark.parametrize(("persons", "dominant"), [(24, "too_few"), (25, "1")])
def test_the_minimum_itself_is_enough(persons, dominant):
    table = pd.DataFrame({"1": [persons]}, index=["a"])

    assert dominant_clusters(table).loc["a", "dominant"] == dominant


def test_quotients_and_differences_are_those_worked_out_by_hand():
    expected = worked()

    quotients = location_quotients(counts())["1"]
    points = against_average(counts())["1"]

    np.testing.assert_allclose(quotients, expected["quotient_1"], atol=1e-4)
    np.testing.assert_allclose(points, expected["points_1"], atol=1e-4)
    assert area_shares(counts()).loc["north", "1"] == 0.75


def test_quotients_weighted_by_persons_average_one():
    table = counts()
    persons = table.sum(axis="columns")

    average = location_quotients(table).mul(persons, axis="index").sum() / persons.sum()

    np.testing.assert_allclose(average, 1)


@pytest.mark.parametrize(
    ("members", "others", "apart"),
    [
        (series(10, 30), series(10, 30), 0),
        (series(40, 0), series(0, 40), 1),
        (series(10, 30), series(30, 10), 0.5),
        # 1/2 (|0.5 - 0.1| + |0.3 - 0.3| + |0.2 - 0.6|)
        (series(50, 30, 20), series(10, 30, 60), 0.4),
        (series(10, 0, 0), series(10, 10, 0), 0.5),
    ],
)
def test_dissimilarity_is_that_worked_out_by_hand(members, others, apart):
    assert dissimilarity(members, others) == pytest.approx(apart)


@pytest.mark.parametrize(
    ("members", "everybody", "met"),
    [
        (series(40, 0), series(40, 40), 1),
        (series(20, 20), series(40, 40), 0.5),  # spread evenly: the share in the city
        (series(10, 30), series(40, 40), 10 / 40 * 1 / 4 + 30 / 40 * 3 / 4),
        (series(10, 0), series(20, 0), 0.5),
    ],
)
def test_isolation_is_that_worked_out_by_hand(members, everybody, met):
    assert isolation(members, everybody) == pytest.approx(met)


def test_both_indices_agree_with_the_other_way_of_writing_them():
    # As Massey and Denton (1988) write them, and the package segregation after them:
    # D = sum t|p - P| / 2TP(1 - P) and xPx = sum (x / X)(x / t).
    rng = np.random.default_rng(4)
    total = pd.Series(rng.integers(1, 500, 60), dtype=float)
    group = (total * rng.random(60)).round()
    overall = group.sum() / total.sum()
    apart = (total * (group / total - overall).abs()).sum()
    written = apart / (2 * total.sum() * overall * (1 - overall))

    assert dissimilarity(group, total - group) == pytest.approx(written)
    assert isolation(group, total) == pytest.approx(
        (group / group.sum() * (group / total)).sum()
    )


def test_an_empty_group_has_no_index():
    nobody, some = series(0, 0), series(3, 4)

    assert np.isnan(dissimilarity(nobody, some))
    assert np.isnan(dissimilarity(some, nobody))
    assert np.isnan(isolation(nobody, some))


def test_clusters_are_held_against_each_other_or_against_all_residents():
    table = pd.DataFrame({"1": [10, 30], "2": [30, 10]}, index=["a", "b"])

    among = segregation(table)
    in_city = segregation(table, pd.Series({"a": 100, "b": 100}))

    assert among.loc["1"].tolist() == [40, 0.5, 0.5, 0.625]
    assert in_city.loc["1", "share"] == 0.2
    assert in_city.loc["1", "dissimilarity"] == pytest.approx(
        (abs(10 / 40 - 90 / 160) + abs(30 / 40 - 70 / 160)) / 2
    )
    assert in_city.loc["1", "isolation"] == pytest.approx(0.25 * 0.1 + 0.75 * 0.3)


def test_more_persons_in_clusters_than_residents_is_refused():
    table = pd.DataFrame({"1": [10]}, index=["a"])

    with pytest.raises(ValueError, match="more persons"):
        segregation(table, pd.Series({"a": 9}))


def test_the_shipped_map_has_the_116_neighbourhoods_of_the_published_figures():
    areas = eindhoven_areas()

    assert set(areas.index) == set(neighbourhoods().index)
    assert areas.index.is_unique
    assert areas.geometry.is_valid.all()
    # Eindhoven measures 88.9 square kilometres, water included (CBS).
    assert areas.to_crs("EPSG:28992").area.sum() / 1e6 == pytest.approx(88.9, abs=0.5)


def test_neighbourhoods_of_the_shipped_map_do_not_overlap():
    flat = eindhoven_areas().to_crs("EPSG:28992")

    assert flat.area.sum() == pytest.approx(flat.union_all().area, rel=1e-3)


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_a_map_of_another_place_is_read_by_its_own_key(tmp_path, suffix):
    path = tmp_path / f"place{suffix}"
    eindhoven_areas().head(3).reset_index().rename(
        columns={"neighbourhood": "statcode"}
    ).to_file(path)

    areas = read_areas(path, "statcode")

    assert areas.index.name == "neighbourhood"
    assert areas.index.tolist() == eindhoven_areas().index[:3].tolist()


def test_a_map_without_the_key_tells_what_it_has(tmp_path):
    path = tmp_path / "place.geojson"
    eindhoven_areas().head(2).reset_index().to_file(path)

    with pytest.raises(SettingsError, match="It has: neighbourhood, name, district"):
        read_areas(path, "statcode")


@pytest.mark.parametrize("name", ["nowhere.geojson", "map.shp"])
def test_a_map_that_is_not_there_is_refused(tmp_path, name):
    with pytest.raises(SettingsError, match="no map is found"):
        read_areas(tmp_path / name, "code")


def test_a_file_that_is_no_map_is_refused_without_quoting_it(tmp_path):
    path = tmp_path / "secret.geojson"
    path.write_text("not a map of 123456782", encoding="utf-8")

    with pytest.raises(ExtractError) as refused:
        read_areas(path, "code")

    assert "123456782" not in refused.value.en


def test_a_code_that_occurs_twice_is_refused(tmp_path):
    path = tmp_path / "place.geojson"
    twice = eindhoven_areas().head(2).reset_index().assign(neighbourhood="x")
    twice.to_file(path)

    with pytest.raises(ExtractError, match="1 codes occur twice"):
        read_areas(path, "neighbourhood")


def test_squares_are_drawn_from_their_names():
    squares = square_areas(pd.Index(["E1605N3840", "elsewhere", None]), 500)

    assert squares.index.tolist() == ["E1605N3840"]
    assert squares.total_bounds.tolist() == [160_500, 384_000, 161_000, 384_500]


def test_small_squares_fall_in_the_larger_square_that_holds_them():
    small = pd.Series(["E1600N3840", "E1604N3844", "E1605N3845", "", None])

    found = larger_squares(small, 500)

    assert found[:3].tolist() == ["E1600N3840", "E1600N3840", "E1605N3845"]
    assert found[3:].isna().all()
