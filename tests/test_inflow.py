from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from lifelines import KaplanMeierFitter

from clusters.errors import ExtractError
from clusters.people.dates import years_since
from clusters.perspectives.stay.inflow import arrival_years, moves
from clusters.perspectives.stay.survival import (
    leaving_of_all_seen,
    observed_stays,
    stay_by_year,
)

EXPECTED = Path(__file__).parent / "expected"
UNTIL = date(2020, 1, 1)

# Weeks of remission of 21 patients on 6-MP (Freireich and others, 1963; worked out in
# Kalbfleisch and Prentice, 1980): the textbook case of a curve with people still seen.
ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_SEEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def by_year(ended, still_seen):
    """Return counts per year; who ended after six years left in the sixth."""
    last = max(*ended, *still_seen)
    left = [ended.count(year) for year in range(1, last + 1)]
    here = [still_seen.count(year) for year in range(last)]
    return stay_by_year(pd.Series(left), pd.Series(here), len(ended) + len(still_seen))


def stays(*rows):
    table = pd.DataFrame(rows, columns=["seen_on", "left_on"])
    return table.apply(pd.to_datetime)


def categories(values, known):
    return pd.Series(pd.Categorical(values, categories=known), name="type")


def test_the_curve_is_the_one_of_the_textbook():
    worked = pd.read_csv(EXPECTED / "stay_curve.csv", index_col="years")

    curve = by_year(ENDED, STILL_SEEN).loc[worked.index]

    assert curve["at_risk"].tolist() == worked["at_risk"].tolist()
    assert curve["staying"].round(4).tolist() == worked["staying"].tolist()


def test_the_band_follows_from_the_standard_error_of_the_textbook():
    worked = pd.read_csv(EXPECTED / "stay_curve.csv", index_col="years")

    curve = by_year(ENDED, STILL_SEEN)

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
    rng = np.random.default_rng(seed)
    years = np.ceil(rng.exponential(5, 300)).astype(int)
    left = rng.random(300) < 0.6
    fitter = KaplanMeierFitter().fit(years, left)
    theirs = fitter.survival_function_.join(fitter.confidence_interval_)
    theirs.columns = ["staying", "low", "high"]

    ours = by_year(years[left].tolist(), years[~left].tolist())

    some_stay = ours[ours["staying"] > 0].loc[lambda rows: rows.index.isin(years)]
    expected = theirs.loc[some_stay.index]
    np.testing.assert_allclose(some_stay[expected.columns], expected, atol=1e-10)


def test_the_band_is_missing_once_nobody_stays():
    curve = by_year([1, 2], [])

    assert curve["staying"].tolist() == [0.5, 0]
    assert curve["low"].isna().tolist() == [False, True]
    assert curve["high"].isna().tolist() == [False, True]


def test_where_nobody_leaves_everybody_stays():
    curve = by_year([], [1, 2])

    assert curve[["staying", "low", "high"]].to_numpy().tolist() == [[1, 1, 1]] * 2


def test_a_curve_gives_back_the_published_departures_of_a_cohort():
    # EU and EFTA, cohort 2010 (CBS 2025/28): 41.0 % left within 2 years, 63.6 % in 5.
    curve = by_year([2] * 410 + [5] * 226, [9] * 364)

    assert curve.loc[2, "staying"] == pytest.approx(1 - 0.410)
    assert curve.loc[5, "staying"] == pytest.approx(1 - 0.636)
    assert curve.loc[1, "staying"] == 1


def test_who_was_seen_a_whole_year_was_seen_for_all_of_it_and_not_for_the_next():
    # 100 were seen at the start; 10 of them for no year and 20 for one.
    worked = pd.read_csv(EXPECTED / "stay_by_year.csv", index_col="year")

    table = stay_by_year(worked["left"], worked["here"], 100)

    assert table["at_risk"].tolist() == worked["at_risk"].tolist()
    assert table["staying"].round(4).tolist() == worked["staying"].tolist()
    assert table.index.tolist() == [1, 2, 3, 4]
    assert (
        (table["low"] < table["staying"]) & (table["staying"] < table["high"])
    ).all()


def test_after_a_hidden_count_nothing_is_estimated():
    left = pd.Series([20, None, 10], dtype="Int64")
    here = pd.Series([0, 10, 10], dtype="Int64")

    table = stay_by_year(left, here, 100)

    assert table["staying"].isna().tolist() == [False, True, True]
    assert table["staying"].iloc[0] == 0.8


def test_the_last_share_of_who_were_all_seen_is_that_of_who_is_here():
    # Rounded to tens: 1,980 of whom 150 left and 1,840 are here, which is 92.93 %.
    left = leaving_of_all_seen(pd.Series([150.0]), 1840, 1980)

    assert stay_by_year(left, pd.Series([0]), 1980)["staying"].tolist() == [
        pytest.approx(1840 / 1980)
    ]


def test_rounded_leavers_never_leave_fewer_than_are_here():
    left = leaving_of_all_seen(pd.Series([60.0, 30.0, 20.0]), 100, 200)

    assert left.tolist() == [60, 30, 10]
    assert leaving_of_all_seen(pd.Series([60.0, 50.0]), 100, 200).tolist() == [60, 40]
    assert leaving_of_all_seen(pd.Series([110.0, 0.0]), 100, 200).tolist() == [100, 0]


def test_what_happens_after_the_last_day_was_not_seen():
    table = stays(
        ("2018-01-01", "2019-01-01"),
        ("2018-01-01", "2021-01-01"),
        ("2020-01-02", "2020-06-01"),
    )

    seen = observed_stays(table, UNTIL)

    assert seen["left"].tolist() == [True, False]
    assert seen["years"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2019-01-01", "2020-01-01", 1),  # 365 days
        ("2019-01-01", "2019-12-31", 0),
        ("2016-01-01", "2020-01-01", 4),
        ("2020-02-29", "2021-02-28", 1),
        ("2020-02-29", "2024-02-28", 4),
        ("2020-02-28", "2024-02-29", 4),
        ("2020-02-29", "2021-02-27", 0),
        ("2020-03-01", "2021-02-28", 0),
    ],
)
def test_a_stay_is_counted_in_whole_calendar_years(start, end, years):
    table = stays((start, None), ("2001-01-01", "2001-06-01"))

    seen = observed_stays(table, date.fromisoformat(end))

    assert seen["years"].tolist() == [years, 0]


def test_on_an_anniversary_a_year_is_whole():
    start = pd.Series(pd.to_datetime(["2018-01-01", "2018-01-02", None]))

    since = years_since(start, date(2019, 1, 1))

    assert since.iloc[0] == 1
    assert 0.99 < since.iloc[1] < 1
    assert since.isna().tolist() == [False, False, True]


def test_stays_of_residents_alone_say_nothing_about_leaving():
    with pytest.raises(ExtractError, match="No stay has ended") as refused:
        observed_stays(stays(("2015-01-01", None)), UNTIL)

    assert "Geen enkel verblijf" in refused.value.nl


def test_a_stay_that_ends_before_it_begins_is_refused():
    with pytest.raises(ExtractError, match="1 stays end before"):
        observed_stays(stays(("2015-01-01", "2014-01-01")), UNTIL)


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
