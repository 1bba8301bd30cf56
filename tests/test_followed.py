from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from lifelines import KaplanMeierFitter

from clusters.disclosure import LinkedTable, load_policy, release
from clusters.perspectives.followed import (
    Seen,
    are_same_keys,
    moves_between,
    stays_of,
)
from clusters.perspectives.stay import observed_stays, stay_curve
from clusters.profiles import EVERYBODY
from clusters.profiles.through_time import (
    count_inflow,
    count_stays_by_year,
    count_years,
)
from clusters.report.view_numbers import stay_curves
from clusters.schema import UNKNOWN

EXPECTED = Path(__file__).parent / "expected" / "followed.csv"
PROJECT = Path(__file__).parents[1]
YEARS = (2015, 2016, 2017)


def worked_out():
    table = pd.read_csv(EXPECTED, dtype=str, index_col="person_id")
    for column in ("born_on", "arrived_on", "left_on"):
        table[column] = pd.to_datetime(table[column])
    for column in ("type", "origin9"):
        table[column] = table[column].astype("category")
    return table


def files():
    table = worked_out()
    kept = ["type", "origin9", "born_on", "arrived_on"]
    return [
        Seen(date(year, 1, 1), table.loc[table[str(year)].notna(), kept])
        for year in YEARS
    ]


def last_seen():
    table = worked_out()
    last = {
        person: max(year for year in YEARS if pd.notna(row[str(year)]))
        for person, row in table.iterrows()
    }
    return pd.Series({each: pd.Timestamp(year, 1, 1) for each, year in last.items()})


def test_stays_are_those_worked_out_by_hand():
    expected = worked_out().dropna(subset="cohort")

    stays = stays_of(files(), last_seen())

    assert stays.index.tolist() == expected.index.tolist()
    assert stays["cohort"].tolist() == expected["cohort"].astype(int).tolist()
    assert stays["left_on"].tolist() == expected["left_on"].tolist()
    assert stays["type"].tolist() == expected["type"].tolist()


def test_moves_are_those_worked_out_by_hand():
    expected = [
        (person, *move.split())
        for person, moves in worked_out()["moved"].dropna().items()
        for move in moves.split("; ")
    ]

    found = []
    for earlier, later in zip(files(), files()[1:], strict=False):
        moved = moves_between(earlier, later)
        found += [(earlier.on.year, each) for each in moved["direction"]]

    assert sorted(found) == sorted((int(year), way) for _, way, year in expected)


def test_other_keys_in_the_next_file_are_noticed():
    one, other, _ = files()

    assert are_same_keys(one, other)
    assert not are_same_keys(one, Seen(other.on, other.people.add_prefix("x", axis=0)))


def test_the_curve_is_that_of_lifelines():
    years = pd.Series([0.5, 0.5, 1.5, 2.5, 2.5, 2.5, 3.0, 4.0, 4.0, 6.5])
    left = pd.Series([True, False, True, True, True, False, False, True, False, False])

    curve = stay_curve(years, left)
    theirs = KaplanMeierFitter().fit(years, left)

    ends = curve.index
    survival = theirs.survival_function_["KM_estimate"].loc[ends]
    band = theirs.confidence_interval_.loc[ends]
    assert curve["staying"].tolist() == pytest.approx(survival.tolist())
    assert curve["low"].tolist() == pytest.approx(band.iloc[:, 0].tolist())
    assert curve["high"].tolist() == pytest.approx(band.iloc[:, 1].tolist())


def test_years_are_counted_without_the_year_of_the_extract():
    years = pd.DataFrame(
        {
            "year": [2015, 2015, 2016, 2015],
            "perspective": ["type", "type", "type", "origin"],
            "code": ["student", "other", "student", "NL"],
            "persons": [4, 0, 9, 7],
        }
    )

    table = count_years(years, "type", but=2016)

    assert table.name == "types_by_year"
    assert table.counts.to_dict("records") == [
        {"year": "2015", "type": "student", "persons": 4},
        {"year": "2015", "type": "other", "persons": 0},
    ]


def test_arrivals_add_up_to_everybody_of_a_type_and_of_a_year():
    years = pd.Series([2015, 2015, 2016, pd.NA, 2004], dtype="Int64")
    types = pd.Series(["a", "b", "a", "a", "b"], dtype="category")

    counts = count_inflow(years, types, group="type", since=2010, until=2016).counts

    told = counts.set_index(["year", "type"])["persons"]
    assert told["2015", EVERYBODY] == 2
    assert told[UNKNOWN, "a"] == 1  # born here
    assert told[UNKNOWN, "b"] == 1  # before 2010
    assert told[EVERYBODY, "a"] == 3
    assert told[EVERYBODY, EVERYBODY] == 5
    assert ("2012", "a") not in told.index  # nobody can have come: no cell


def many_stays():
    """60 came in 2015: 20 left in each of two years, 20 are still here."""
    arrived = pd.Timestamp("2015-01-01")
    left = ["2015-07-02"] * 20 + ["2016-07-02"] * 20 + [None] * 20
    stays = pd.DataFrame({"arrived_on": arrived, "left_on": pd.to_datetime(left)})
    return observed_stays(stays, date(2018, 1, 2)), pd.Series(
        ["2015"] * 60, dtype="category"
    )


def test_stays_are_counted_only_where_they_can_be():
    seen, cohorts = many_stays()

    counts = count_stays_by_year(seen, cohorts, group="cohort", last=10).counts

    assert counts.to_numpy().tolist() == [
        ["2015", EVERYBODY, EVERYBODY, 60],
        ["2015", "0", "left", 20],
        ["2015", "1", "left", 20],
        ["2015", "3", "here", 20],
    ]


def test_a_curve_follows_from_the_released_cells_alone():
    seen, cohorts = many_stays()
    counted = count_stays_by_year(seen, cohorts, group="cohort", last=10)
    policy = load_policy(PROJECT / "config" / "disclosure.toml", "openbaar")
    table = LinkedTable(**vars(counted), population="stays")

    (curve,) = stay_curves(release(table, policy))

    # two in three after a year, one in three after two, and nobody leaves in the third
    assert curve.persons == 60
    assert curve.staying == (100, 67, 33, 33, 33)
    assert curve.low[1] < 67 < curve.high[1]
