from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from clusters.errors import ExtractError
from clusters.perspectives.inflow import arrival_years, arrivals, moves
from clusters.perspectives.stay import (
    observed_stays,
    stay_by_year,
    stay_curve,
    stay_curves,
    staying_after,
)

EXPECTED = Path(__file__).parent / "expected"
UNTIL = date(2020, 1, 1)

# Weeks of remission of 21 patients on 6-MP (Freireich and others, 1963; worked out in
# Kalbfleisch and Prentice, 1980): the textbook case of a curve with people still seen.
ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_SEEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def textbook():
    years = pd.Series([*ENDED, *STILL_SEEN], dtype=float)
    left = pd.Series([True] * len(ENDED) + [False] * len(STILL_SEEN))
    return years, left


def stays(*rows):
    table = pd.DataFrame(rows, columns=["arrived_on", "left_on"])
    return table.apply(pd.to_datetime)


def categories(values, known):
    return pd.Series(pd.Categorical(values, categories=known), name="type")


def test_the_curve_is_the_one_of_the_textbook():
    worked = pd.read_csv(EXPECTED / "stay_curve.csv", index_col="years")

    curve = stay_curve(*textbook())

    assert curve.index.tolist() == worked.index.tolist()
    assert curve["at_risk"].tolist() == worked["at_risk"].tolist()
    assert curve["left"].tolist() == worked["left"].tolist()
    assert curve["staying"].round(4).tolist() == worked["staying"].tolist()


def test_the_band_follows_from_the_standard_error_of_the_textbook():
    worked = pd.read_csv(EXPECTED / "stay_curve.csv", index_col="years")

    curve = stay_curve(*textbook())

    for length, row in worked.iterrows():
        share, error = row["staying"], row["standard_error"]
        spread = 1.959964 * error / abs(share * math.log(share))
        assert curve["low"][length] == pytest.approx(
            share ** math.exp(spread), abs=1e-3
        )
        high = share ** math.exp(-spread)
        assert curve["high"][length] == pytest.approx(high, abs=1e-3)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_curve_and_band_agree_with_lifelines(seed):
    lifelines = pytest.importorskip("lifelines")
    rng = np.random.default_rng(seed)
    years = pd.Series(np.ceil(rng.exponential(5, 300) * 12) / 12)
    left = pd.Series(rng.random(300) < 0.6)
    fitter = lifelines.KaplanMeierFitter().fit(years, left)
    theirs = fitter.survival_function_.join(fitter.confidence_interval_)
    theirs.columns = ["staying", "low", "high"]

    ours = stay_curve(years, left)

    some_stay = ours[ours["staying"] > 0]
    expected = theirs.loc[some_stay.index]
    np.testing.assert_allclose(some_stay[expected.columns], expected, atol=1e-10)


def test_the_band_is_missing_once_nobody_stays():
    curve = stay_curve(pd.Series([1.0, 2.0]), pd.Series([True, True]))

    assert curve["staying"].tolist() == [0.5, 0]
    assert curve["low"].isna().tolist() == [False, True]
    assert curve["high"].isna().tolist() == [False, True]


def test_nobody_leaving_is_an_empty_curve_on_which_everybody_stays():
    curve = stay_curve(pd.Series([1.0, 2.0]), pd.Series([False, False]))

    assert curve.empty
    assert staying_after(curve, 5) == {"staying": 1, "low": 1, "high": 1}


def test_a_curve_gives_back_the_published_departures_of_a_cohort():
    # EU and EFTA, cohort 2010 (CBS 2025/28): 41.0 % left within 2 years, 63.6 % in 5.
    left_on = ["2011-06-01"] * 410 + ["2014-06-01"] * 226 + [None] * 364
    cohort = stays(*(("2010-01-01", end) for end in left_on))
    by = pd.Series("2010", index=cohort.index, name="cohort")

    curve = stay_curves(cohort, UNTIL, by).loc["2010"]

    assert staying_after(curve, 2)["staying"] == pytest.approx(1 - 0.410)
    assert staying_after(curve, 5)["staying"] == pytest.approx(1 - 0.636)
    assert staying_after(curve, 1)["staying"] == 1


def test_groups_have_curves_of_their_own_and_the_groupless_none():
    table = stays(
        ("2010-01-01", "2012-01-01"),
        ("2010-01-01", None),
        ("2010-01-01", "2011-01-01"),
        ("2010-01-01", "2015-01-01"),
    )
    by = categories(["a", "a", "b", None], ["a", "b", "c"])

    curves = stay_curves(table, UNTIL, by)

    assert curves.index.names == ["type", "years"]
    assert curves.loc["a", "staying"].tolist() == [0.5]
    assert curves.loc["b", "staying"].tolist() == [0]
    assert "c" not in curves.index.get_level_values("type")


def test_the_life_table_is_that_worked_out_by_hand():
    # 100 persons; of those last seen during a year half count: 100 - 10 / 2 = 95.
    worked = pd.read_csv(EXPECTED / "stay_by_year.csv", index_col="year")

    table = stay_by_year(worked["left"], worked["here"], 100)

    assert table["at_risk"].tolist() == worked["at_risk"].tolist()
    assert table["staying"].round(4).tolist() == worked["staying"].tolist()
    assert table.index.tolist() == [1, 2, 3, 4]
    assert (
        (table["low"] < table["staying"]) & (table["staying"] < table["high"])
    ).all()


def test_without_people_last_seen_the_life_table_is_the_curve_at_whole_years():
    years = pd.Series([0.5] * 30 + [1.5] * 20 + [2.5] * 10)
    left = pd.Series([True] * 60)
    curve = stay_curve(years, left)

    table = stay_by_year(pd.Series([30, 20, 10]), pd.Series([0, 0, 0]), 60)

    for year in (1, 2):
        at_year = staying_after(curve, year)
        assert table.loc[year, ["staying", "low", "high"]].to_dict() == pytest.approx(
            at_year
        )


def test_after_a_hidden_count_nothing_is_estimated():
    left = pd.Series([20, None, 10], dtype="Int64")
    here = pd.Series([0, 10, 10], dtype="Int64")

    table = stay_by_year(left, here, 100)

    assert table["staying"].isna().tolist() == [False, True, True]
    assert table["staying"].iloc[0] == 0.8


def test_what_happens_after_the_last_day_was_not_seen():
    table = stays(
        ("2018-01-01", "2019-01-01"),
        ("2018-01-01", "2021-01-01"),
        ("2020-01-02", "2020-06-01"),
    )

    seen = observed_stays(table, UNTIL)

    assert seen["left"].tolist() == [True, False]
    assert seen["years"].round(2).tolist() == [1.0, 2.0]


def test_stays_of_residents_alone_say_nothing_about_leaving():
    with pytest.raises(ExtractError, match="No stay has ended") as refused:
        observed_stays(stays(("2015-01-01", None)), UNTIL)

    assert "Geen enkel verblijf" in refused.value.nl


def test_a_stay_that_ends_before_it_begins_is_refused():
    with pytest.raises(ExtractError, match="1 stays end before"):
        observed_stays(stays(("2015-01-01", "2014-01-01")), UNTIL)


def test_arrivals_are_counted_in_every_cell():
    years = pd.Series([2010, 2010, 2012, 2009, None], dtype="Int64")
    kinds = categories(["student", "partner", "student", "student", "student"], None)

    counts = arrivals(years, 2012, kinds)

    assert counts.to_dict("list") == {
        "year": [2010, 2010, 2011, 2011, 2012, 2012],
        "type": ["partner", "student"] * 3,
        "persons": [1, 1, 0, 0, 0, 1],
    }


def test_arrivals_cross_two_groups():
    years = pd.Series([2010, 2010], dtype="Int64")
    kinds = categories(["student", "student"], ["student"])
    origins = pd.Series(pd.Categorical(["CEE", "SASIA"]), name="origin18")

    counts = arrivals(years, 2010, kinds, origins)

    assert counts["persons"].tolist() == [1, 1]
    assert counts["origin18"].tolist() == ["CEE", "SASIA"]


def test_the_year_of_arrival_comes_from_the_date_or_else_the_year():
    people = pd.DataFrame(
        {
            "arrival_date": pd.to_datetime(["2015-12-31", None, None]),
            "arrival_year": [2015.0, 2012.0, None],
        }
    )

    assert arrival_years(people).fillna(0).tolist() == [2015, 2012, 0]


def test_moves_are_counted_by_group_and_direction_within_the_term():
    moved = pd.DataFrame(
        {
            "moved_on": pd.to_datetime(
                ["2015-01-01", "2015-06-01", "2015-12-31", "2016-01-01"]
            ),
            "direction": ["in", "out", "in", "in"],
        }
    )
    by = categories(["a", "a", "b", "a"], ["a", "b", "c"])

    counts = moves(moved, by, since=date(2015, 1, 1), until=date(2015, 12, 31))

    assert counts.to_dict("list") == {
        "type": ["a", "b", "c"],
        "moved_in": [1, 1, 0],
        "moved_out": [1, 0, 0],
    }
