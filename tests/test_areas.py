from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from clusters.errors import ExtractError, SettingsError
from clusters.maps import (
    eindhoven_areas,
    larger_squares,
    read_areas,
    square_areas,
)
from clusters.perspectives.areas.indices import (
    against_average,
    dissimilarity,
    dominant_clusters,
    filled,
    isolation,
    location_quotients,
    segregation,
)
from clusters.perspectives.areas.outlines import outlines_of
from clusters.synthetic.figures import neighbourhoods

EXPECTED = Path(__file__).parent / "expected"
# Of everybody, 40 % is in cluster 1 and 60 % in cluster 2.
CITY = pd.Series({"1": 40.0, "2": 60.0})


def worked():
    return pd.read_csv(EXPECTED / "areas.csv", index_col="area")


def series(*values):
    return pd.Series(values, dtype=float)


def test_the_largest_cluster_is_told_where_enough_is_shown():
    expected = worked()

    found = dominant_clusters(expected[["1", "2"]], expected["persons"], minimum=25)

    assert found.to_dict() == expected["dominant"].to_dict()


def test_of_three_that_are_as_large_all_are_told():
    counts = pd.DataFrame({"1": [70], "2": [70], "3": [70]}, index=["a"])

    assert dominant_clusters(counts, pd.Series([220], ["a"]))["a"] == "1/2/3"


def test_an_area_of_which_every_cluster_is_hidden_has_no_largest():
    counts = pd.DataFrame({"1": [None], "2": [None]}, index=["a"], dtype=float)

    assert dominant_clusters(counts, pd.Series([60], ["a"]))["a"] == "too_few"


@pytest.mark.parametrize(("persons", "dominant"), [(20, "too_few"), (30, "1")])
def test_an_area_with_fewer_than_25_persons_has_no_largest_cluster(persons, dominant):
    counts = pd.DataFrame({"1": [persons]}, index=["a"])

    assert dominant_clusters(counts, pd.Series([persons], ["a"]))["a"] == dominant


def test_quotients_and_differences_are_those_worked_out_by_hand():
    expected = worked()
    shares = expected[["share_1"]].set_axis(["1"], axis="columns")

    quotients = location_quotients(shares, CITY[["1"]])["1"]
    points = against_average(shares, CITY[["1"]])["1"]

    np.testing.assert_allclose(quotients, expected["quotient_1"])
    np.testing.assert_allclose(points, expected["points_1"])


def test_quotients_weighted_by_persons_average_one():
    counts = pd.DataFrame({"1": [30, 10], "2": [10, 50]}, index=["a", "b"])
    persons = counts.sum(axis="columns")
    shares = 100 * counts.div(persons, axis="index")
    city = 100 * counts.sum() / persons.sum()

    quotients = location_quotients(shares, city)

    weighted = quotients.mul(persons, axis="index").sum() / persons.sum()
    np.testing.assert_allclose(weighted, 1)


def test_what_the_shown_cells_leave_fills_the_hidden_ones():
    counts = pd.DataFrame({"1": [10.0, 30.0], "2": [30.0, None]}, index=["a", "b"])
    persons, sizes = pd.Series({"a": 40, "b": 45}), pd.Series({"1": 40, "2": 45})

    assert filled(counts, persons, sizes)["2"].tolist() == [30, 15]


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


def test_both_indices_are_those_of_the_package_segregation():
    """Numbers of segregation 2.5.4 (PySAL), Dissim and Isolation."""
    counts = pd.read_csv(EXPECTED / "segregation.csv", index_col="area")
    persons, sizes = counts.sum(axis="columns"), counts.sum()

    found = segregation(counts, persons, sizes)

    np.testing.assert_allclose(
        found["dissimilarity"],
        [0.2857142857142857, 0.4583333333333333, 0.45238095238095233],
    )
    np.testing.assert_allclose(
        found["isolation"],
        [0.3794444444444445, 0.5370833333333332, 0.4444444444444445],
    )


def test_a_cluster_of_which_too_much_is_hidden_has_no_index():
    counts = pd.DataFrame({"1": [10.0, 30.0], "2": [30.0, None]}, index=["a", "b"])
    persons, sizes = pd.Series({"a": 40, "b": 45}), pd.Series({"1": 40, "2": 45})

    found = segregation(counts, persons, sizes)

    # In b 15 persons of cluster 2 are filled in: of 45 a third, more than a fifth.
    assert found.loc["2"].isna().all()
    assert found.loc["1", "share"] == 40 / 85
    assert found.loc["1", "dissimilarity"] == pytest.approx(
        (abs(10 / 40 - 30 / 45) + abs(30 / 40 - 15 / 45)) / 2
    )
    assert found.loc["1", "isolation"] == pytest.approx(
        10 / 40 * 10 / 40 + 30 / 40 * 30 / 45
    )


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


def test_outlines_lie_on_a_sheet_that_is_one_wide_with_north_up():
    squares = square_areas(pd.Index(["E1605N3840", "E1610N3845"]), 500)

    outlines = outlines_of(squares)

    south_west, north_east = outlines.areas
    assert outlines.height == 1
    assert south_west.middle == (0.25, 0.75)
    assert north_east.room == 0.25
    assert south_west.rings[0][0] == south_west.rings[0][-1]


def test_eindhoven_is_as_wide_and_high_as_it_is():
    flat = eindhoven_areas().to_crs("EPSG:28992")
    west, south, east, north = flat.total_bounds

    outlines = outlines_of(eindhoven_areas())

    assert outlines.height == pytest.approx((north - south) / (east - west), rel=0.02)
    assert all(0 < area.room < 0.2 for area in outlines.areas)


def test_an_area_of_two_parts_with_a_hole_keeps_all_rings(tmp_path):
    path = tmp_path / "place.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", '
        '"properties": {"buurtcode": "BU00010000"}, "geometry": '
        '{"type": "MultiPolygon", "coordinates": ['
        "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]],"
        "[[[5,0],[6,0],[6,1],[5,1],[5,0]]]]}}]}",
        encoding="utf-8",
    )

    (outline,) = outlines_of(read_areas(path)).areas

    assert len(outline.rings) == 3
