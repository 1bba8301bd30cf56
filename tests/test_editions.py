from __future__ import annotations

import pandas as pd
import pytest

from clusters.editions import Fate, fates_by_looks, fates_by_persons, flows, likeness


def persons(**rows):
    return pd.DataFrame(rows, index=["1", "2", "3"]).T


def told(transitions):
    return {each.old or each.new: (each.fate, each.new) for each in transitions}


def test_a_cluster_that_stays_together_survives_under_another_number():
    found = told(fates_by_persons(persons(a=[0, 90, 10], b=[95, 0, 5], c=[5, 5, 80])))

    assert found["a"] == (Fate.SURVIVED, ("2",))
    assert found["b"] == (Fate.SURVIVED, ("1",))


def test_a_cluster_whose_people_go_two_ways_is_split():
    found = told(fates_by_persons(persons(a=[48, 45, 7], b=[0, 0, 100])))

    assert found["a"] == (Fate.SPLIT, ("1", "2"))


def test_a_small_cluster_that_drowns_in_a_large_one_is_merged():
    found = told(fates_by_persons(persons(a=[300, 0, 0], b=[60, 0, 0], c=[0, 50, 50])))

    assert found["a"][0] is Fate.SURVIVED
    assert found["b"] == (Fate.MERGED, ("1",))


def test_a_cluster_that_scatters_vanishes_and_what_comes_from_none_is_new():
    matrix = pd.DataFrame(
        [[20, 20, 20, 20, 20], [90, 0, 0, 0, 0]],
        index=["a", "b"],
        columns=["1", "2", "3", "4", "5"],
    )

    found = told(fates_by_persons(matrix))

    assert found["a"] == (Fate.VANISHED, ())
    assert found[("2",)][0] is Fate.NEW


def profile(**clusters):
    return pd.DataFrame(
        [
            {"cluster": cluster, "feature": "f", "category": category, "share": share}
            for cluster, shares in clusters.items()
            for category, share in zip("ab", shares, strict=True)
        ]
    )


def test_likeness_is_one_minus_half_the_sum_of_differences():
    old, new = profile(x=[80, 20]), profile(y=[60, 40])

    assert likeness(old, new, "x", "y").loc["x", "y"] == pytest.approx(0.8)


def test_looks_pair_clusters_that_are_alike_and_no_others():
    old = profile(x=[90, 10], z=[50, 50])
    new = profile(p=[10, 90], q=[88, 12])

    found = told(fates_by_looks(likeness(old, new, ["x", "z"], ["p", "q"])))

    assert found["x"] == (Fate.SURVIVED, ("q",))
    assert found["z"] == (Fate.VANISHED, ())
    assert found[("p",)][0] is Fate.NEW


def test_flows_count_those_who_are_in_both_runs():
    old = pd.Series({"p1": 1, "p2": 1, "p3": 2, "gone": 2})
    new = pd.Series({"p1": 2, "p2": 2, "p3": 1, "came": 1})

    counts = flows(old, new).counts.set_index(["from", "to"])["persons"]

    assert counts["1", "2"] == 2
    assert counts.sum() == 3
