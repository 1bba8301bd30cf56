from __future__ import annotations

import pandas as pd
import pytest
from conftest import PROJECT
from hypothesis import given
from hypothesis import strategies as st

from clusters.disclosure import ReleasedTable, load_policy, release
from clusters.errors import DisclosureError
from clusters.profiles import EVERYBODY, CountTable, cluster_sizes, count_profiles

POLICY_FILE = PROJECT / "config" / "disclosure.toml"
RULES = load_policy(POLICY_FILE, "openbaar")


def table(counts, **kwargs):
    cells = pd.DataFrame(
        {"step": [f"s{number}" for number in range(len(counts))], "persons": counts}
    )
    return CountTable("t", ("step",), cells, reference={"step": "s0"}, **kwargs)


@pytest.mark.parametrize(
    ("people", "shown"),
    [(0, None), (1, None), (9, None), (10, 10), (11, 10), (12, 10), (13, 15), (18, 20)],
)
def test_a_cell_is_hidden_below_ten_and_rounded_from_ten(people, shown):
    rows = release(table([1000, people]), RULES).rows

    assert rows["hidden"].tolist()[1] is (shown is None)
    assert (None if pd.isna(rows["persons"][1]) else rows["persons"][1]) == shown


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_nothing_small_and_nothing_unrounded_is_ever_shown(counts):
    rows = release(table([10_000, *counts]), RULES).rows
    shown = rows["persons"].dropna()

    assert (shown >= RULES.minimum_persons).all()
    assert (shown % RULES.round_base == 0).all()
    assert rows.loc[rows["hidden"], ["persons", "share"]].isna().all(axis=None)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=30))
def test_a_share_can_be_worked_out_from_the_counts_shown(counts):
    rows = release(table([10_000, *counts]), RULES).rows
    known = rows.dropna(subset=["persons"])

    # nothing but rounded counts goes into a share
    assert (known["share"] == (known["persons"] / 100 + 0.5) // 1).all()


def profile_table(sizes):
    clusters = pd.Series(
        [number for number, size in sizes.items() for _ in range(size)]
    )
    answers = pd.Categorical(
        ["a" if position % 3 else "b" for position in range(len(clusters))],
        categories=["a", "b", "never"],
    )
    return count_profiles(pd.DataFrame({"f": answers}), clusters)


def test_every_category_is_counted_also_one_that_nobody_gave():
    counts = profile_table({1: 300, 2: 150}).counts

    assert set(counts["category"]) == {"a", "b", "never", "unknown"}
    assert (counts.groupby("cluster")["persons"].sum() == [300, 150, 450]).all()


def test_a_cluster_under_a_hundred_is_not_profiled():
    released = release(profile_table({1: 300, 2: 99, 3: 100}), RULES)

    assert set(released.rows["cluster"]) == {EVERYBODY, "1", "3"}


def test_people_without_a_clear_profile_are_counted_and_not_profiled():
    sizes = release(cluster_sizes(pd.Series([0] * 120 + [1] * 300)), RULES)
    profiles = release(profile_table({0: 120, 1: 300}), RULES)

    assert sizes.value("persons", cluster="0") == 120
    assert set(profiles.rows["cluster"]) == {EVERYBODY, "1"}


def test_index_and_difference_come_from_the_shares_shown():
    rows = release(profile_table({1: 300, 2: 300}), RULES).rows.dropna()

    assert (rows["difference"] == rows["share"] - rows["reference_share"]).all()
    assert (
        rows["index"] == (100 * rows["share"] / rows["reference_share"]).round()
    ).all()


def test_small_groups_have_coarse_shares_or_none():
    few = CountTable(
        "t",
        ("area", "answer"),
        pd.DataFrame(
            {
                "area": ["x", "x", "y", "y"],
                "answer": ["a", "b", "a", "b"],
                "persons": [20, 29, 41, 40],
            }
        ),
        within=("area",),
    )

    shares = release(few, RULES).rows["share"]

    assert shares[:2].isna().all()
    assert (shares[2:] % 5 == 0).all()


@pytest.mark.parametrize("counts", [[1.5, 20.0], [-1, 20]])
def test_only_whole_counts_pass(counts):
    with pytest.raises(DisclosureError):
        release(table(counts), RULES)


def test_nobody_else_makes_a_released_table():
    with pytest.raises(DisclosureError, match="gate"):
        ReleasedTable("t", ("step",), pd.DataFrame(), RULES, seal=object())


def test_a_missing_or_unknown_rule_refuses(tmp_path):
    complete = POLICY_FILE.read_text(encoding="utf-8")
    path = tmp_path / "disclosure.toml"
    path.write_text(complete.replace("round_base = 5", "", 1))
    with pytest.raises(DisclosureError, match="round_base"):
        load_policy(path, "openbaar")
    path.write_text(complete.replace("round_base", "rond_base", 1))
    with pytest.raises(DisclosureError, match="did you mean round_base"):
        load_policy(path, "openbaar")
    path.unlink()
    with pytest.raises(DisclosureError):
        load_policy(path, "openbaar")
