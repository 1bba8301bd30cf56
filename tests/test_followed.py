from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from attacked import release
from lifelines import KaplanMeierFitter

from clusters.disclosure import LinkedTable, load_policy
from clusters.findings.derived import stay_curves
from clusters.perspectives.stay.followed import (
    Seen,
    are_same_keys,
    moves_between,
    stays_of,
)
from clusters.perspectives.stay.survival import observed_stays
from clusters.profiles import EVERYBODY
from clusters.profiles.through_time import (
    BORN_HERE,
    EARLIER,
    arrival_codes,
    count_by_arrival,
    count_stays_by_year,
    count_years,
)
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


@pytest.mark.parametrize(
    ("arrived", "first", "cohort"),
    [
        ("2015-12-31", 2016, 2015),
        ("2015-12-31", 2017, None),  # 366 days, and yet not the first day after
        ("2016-01-01", 2017, 2016),  # with all who come that year
        ("2016-01-01", 2016, 2016),
        ("2014-12-31", 2015, None),  # before the first file
    ],
)
def test_a_stay_begins_on_the_first_day_after_arrival(arrived, first, cohort):
    person = pd.DataFrame(
        {"type": ["student"], "arrived_on": pd.to_datetime([arrived])}, index=["a"]
    )
    seen = [Seen(date(y, 1, 1), person if y >= first else person[:0]) for y in YEARS]

    stays = stays_of(seen, pd.Series(pd.Timestamp(2017, 1, 1), index=["a"]))

    assert stays["cohort"].tolist() == ([cohort] if cohort else [])
    if cohort:
        assert stays["seen_on"].tolist() == [pd.Timestamp(cohort + 1, 1, 1)]


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


def test_who_has_no_year_of_arrival_says_why():
    years = pd.Series([2015, 2009, None, None, None, 2017, 2012], dtype="Int64")
    born_here = pd.Series([False, False, True, False, None, False, True], dtype=object)

    codes = arrival_codes(years, born_here.astype("boolean"), 2010, 2016)

    assert codes.tolist() == [
        "2015", EARLIER, BORN_HERE, UNKNOWN, UNKNOWN, UNKNOWN, "2012",
    ]  # fmt: skip


def test_arrivals_add_up_to_everybody_of_a_type_and_of_a_year():
    codes = pd.Series(["2015", "2015", "2016", BORN_HERE, EARLIER, UNKNOWN])
    types = pd.Series(["a", "b", "a", "a", "b", "b"], dtype="category")

    counts = count_by_arrival(codes, types, group="type", since=2010, until=2016).counts

    told = counts.set_index(["year", "type"])["persons"]
    assert told["2015", EVERYBODY] == 2
    assert told[BORN_HERE].to_dict() == {"a": 1, "b": 0, EVERYBODY: 1}
    assert told[EARLIER].to_dict() == {"a": 0, "b": 1, EVERYBODY: 1}
    assert told[UNKNOWN].to_dict() == {"a": 0, "b": 1, EVERYBODY: 1}
    assert told[EVERYBODY, "a"] == 3
    assert told[EVERYBODY, EVERYBODY] == 6
    assert told["2012"].to_dict() == {"a": 0, "b": 0, EVERYBODY: 0}  # nobody came


def many_stays():
    """60 were seen in 2015: 20 left in each of two years, 20 are still here."""
    left = ["2015-07-02"] * 20 + ["2016-07-02"] * 20 + [None] * 20
    stays = pd.DataFrame(
        {"seen_on": pd.Timestamp("2015-01-01"), "left_on": pd.to_datetime(left)}
    )
    return observed_stays(stays, date(2018, 1, 1)), pd.Series(
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


def released_curves(seen, groups, group, last=10):
    return stay_curves(released(seen, groups, group, last))


def released(seen, groups, group, last=10):
    counted = count_stays_by_year(seen, groups, group=group, last=last)
    policy = load_policy(PROJECT / "config" / "disclosure.toml", "openbaar")
    parents = {
        name: dict.fromkeys(sorted(set(counted.counts[name]) - {EVERYBODY}), EVERYBODY)
        for name in ("stay", "outcome")
    }
    whom = f"{group}={EVERYBODY}"
    return release(
        LinkedTable(**vars(counted), population=whom, parents=parents), policy
    )


def test_a_curve_follows_from_the_released_cells_alone():
    seen, cohorts = (pd.concat([each] * 2, ignore_index=True) for each in many_stays())

    (curve,) = released_curves(seen, cohorts, "cohort")

    # two in three after a year, one in three after two, and nobody leaves in the third
    assert curve.persons == 120
    assert curve.staying == (100, 67, 33, 33)
    assert curve.low[1] < 67 < curve.high[1]


def test_a_small_group_has_its_shares_in_steps_of_five_as_in_its_table():
    (curve,) = released_curves(*many_stays(), "cohort")

    assert curve.persons == 60
    assert curve.staying == (100, 65, 35, 35)


def test_a_curve_ends_where_the_last_of_the_cohort_was_seen():
    """Half of the cohort came before the reference date, in July, and half after it."""
    left = ["2016-01-01"] * 30 + [None] * 30 + ["2017-01-01"] * 30 + [None] * 30
    seen_on = pd.to_datetime(["2015-07-01"] * 60 + ["2016-07-01"] * 60)
    stays = pd.DataFrame({"seen_on": seen_on, "left_on": pd.to_datetime(left)})
    seen = observed_stays(stays, date(2018, 7, 1))

    (curve,) = released_curves(
        seen, pd.Series("2015", index=seen.index, dtype="category"), "cohort"
    )

    assert curve.staying == (100, 50, 50)
    assert curve.persons == 120


def test_stays_of_the_last_class_of_all_are_no_step():
    left = ["2011-01-01", "2012-01-01", "2013-01-01", "2015-01-01", None]
    stays = pd.DataFrame(
        {"seen_on": pd.Timestamp("2010-07-01"), "left_on": pd.to_datetime(left * 30)}
    )
    seen = observed_stays(stays, date(2018, 7, 1))
    groups = pd.Series("student", index=seen.index, dtype="category")

    (curve,) = released_curves(seen, groups, "type", last=3)

    assert curve.staying == (100, 80, 60, 40)


def test_the_share_after_the_last_year_is_that_of_the_table():
    """Of two rounded numbers, 150 and 1,840 of 1,980, the second is what one reads."""
    left = pd.to_datetime([None] * 1838 + ["2019-07-02"] * 146)
    stays = pd.DataFrame({"seen_on": pd.Timestamp("2019-01-01"), "left_on": left})
    seen = observed_stays(stays, date(2020, 1, 1))
    groups = pd.Series("6", index=seen.index, dtype="category")
    table = released(seen, groups, "cluster")

    (curve,) = stay_curves(table)

    assert table.value("share", cluster="6", stay="0") == 8  # and so not 92
    assert curve.staying == (100, table.value("share", cluster="6", stay="1"))


@pytest.mark.parametrize("seed", range(5))
def test_released_curves_of_a_made_up_history_are_those_of_lifelines(seed):
    """Of the exact persons, to within half a point and the half that is rounded off."""
    rng = np.random.default_rng(seed)
    came = pd.Series(rng.integers(2012, 2019, 60_000))
    goes = came + np.ceil(rng.exponential(rng.uniform(2, 9), len(came))).astype(int)
    kinds = pd.Series(rng.choice(["a", "b", "c"], len(came)), dtype="category")
    stays = pd.DataFrame(
        {
            "seen_on": pd.to_datetime((came + 1).astype(str) + "-01-01"),
            "left_on": pd.to_datetime(goes.astype(str) + "-07-02").where(goes < 2020),
        }
    )
    seen = observed_stays(stays, date(2020, 1, 1))

    for name, groups in (("cohort", came.astype("category")), ("type", kinds)):
        curves = released_curves(seen, groups, name)
        assert len(curves) == groups.nunique()
        for curve in curves:
            mine = groups.astype(str) == curve.group
            exact = lifelines_of(seen[mine])
            assert len(curve.staying) - 1 == (
                2019 - int(curve.group) if name == "cohort" else followed_to(seen[mine])
            )
            for years, share in enumerate(curve.staying):
                assert share == pytest.approx(100 * exact.predict(years), abs=1.0)


def followed_to(seen):
    """The last year of which a tenth was there for all of it or left in it."""
    years = range(1, 9)
    there = [(seen["years"] + seen["left"] >= year).mean() for year in years]
    return max(year for year, share in zip(years, there, strict=True) if share >= 0.1)


def lifelines_of(seen):
    """Who left after so many whole years left in the course of the next."""
    return KaplanMeierFitter().fit(seen["years"] + seen["left"] * 0.5, seen["left"])
