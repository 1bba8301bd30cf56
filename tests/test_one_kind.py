"""Classes that are one kind of people."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import ClusteringOptions, LatentClass, cluster_people
from clusters.clustering.alike import ONE_KIND, alike, facts, misplaced
from clusters.clustering.choosing import choose
from clusters.clustering.found import Found
from clusters.clustering.selection import compare_with_noise
from clusters.clustering.stability import resample


def households(n_persons=2000, n_features=12, seed=4):
    """Two kinds of people; in both, three features of the household are one fact."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(2, size=n_persons)
    clear = np.where(truth[:, None] == 0, 0.85, 0.15)
    codes = (rng.random((n_persons, n_features)) < clear).astype(int)
    frame = pd.DataFrame(np.array(["no", "yes"])[codes]).add_prefix("f")
    large = rng.random(n_persons) < 0.4
    for name in ("household_size", "minor_children", "floor_area_per_person"):
        told = large ^ (rng.random(n_persons) < 0.02)
        frame[name] = np.where(told, "large", "small")
    names = pd.Index([f"p{i:05d}" for i in range(n_persons)], name="person_id")
    return frame.astype("category").set_index(names), truth


def test_what_is_misplaced_is_a_share_of_the_class_that_loses_most():
    shares = np.array([[1.0, 0.0], [1.0, 0.0], [0.8, 0.2], [0.2, 0.8], [0.0, 1.0]])
    told = np.array([[0.9, 0.1], [0.2, 0.8], [0.7, 0.3], [0.1, 0.9], [0.1, 0.9]])

    # The first class is 3 persons and loses 1 + .2; the second is 2 and loses .2.
    assert misplaced(shares, shares) == pytest.approx(0.2 / 2)
    assert misplaced(shares, told) == pytest.approx(1.2 / 3)


def test_a_fact_is_a_feature_and_all_that_are_bound_to_it():
    pairs = [("size", "children"), ("size", "floor"), ("age", "stay")]

    assert facts(["children", "floor", "size", "age"], pairs) == [
        ("children", "floor", "size"),
        ("children", "size"),
        ("floor", "size"),
    ]


def test_classes_cut_by_one_fact_are_one_kind_and_kinds_are_not():
    answers, truth = households()
    kinds, cut = (LatentClass(k, n_init=5).fit(answers) for k in (2, 4))

    assert adjusted_rand_score(truth, kinds.labels_) > 0.9
    assert alike(answers, kinds.labels_, ()) < 0.05
    assert alike(answers, cut.labels_, ()) > 0.9


def test_the_number_of_clusters_is_not_raised_by_one_fact_though_the_cut_comes_back():
    answers, truth = households()
    options = ClusteringOptions(starts=3, maximum=4, halves=3, together=())

    found = cluster_people(answers, options)
    cut = LatentClass(4, n_init=3).fit(answers).labels_
    again = resample(answers, cut, seed=0, n_samples=3)

    assert found.curve.set_index("k")["adjusted_bic"].idxmin() == 4
    assert again["grade"].eq("highly stable").all()
    assert found.n_clusters == 2
    assert adjusted_rand_score(truth, found.clusters["cluster"]) > 0.9


def test_people_who_only_differ_in_one_fact_have_no_profiles():
    answers, _ = households()
    rng = np.random.default_rng(1)
    blurred = answers.apply(
        lambda column: rng.permutation(column) if column.name[0] == "f" else column
    ).drop(columns="floor_area_per_person")
    options = {"seed": 0, "n_null": 2, "together": ()}

    assert compare_with_noise(answers, **options).has_profiles
    assert not compare_with_noise(blurred.astype("category"), **options).has_profiles


def made(k, criterion, far):
    """What a method may find, of which two clusters are so much alike."""
    labels = np.arange(60) % k
    return Found(k, labels, np.ones(60), 1, 1, criterion, alike=far)


@pytest.mark.parametrize(
    ("each", "place"),
    [
        ((0.0, 0.0, 0.0), 2),
        ((0.0, 0.1, ONE_KIND), 1),
        ((0.0, 0.5, 0.3), 0),
        ((0.4, 0.3, 0.5), 1),
    ],
)
def test_a_number_of_which_two_are_one_kind_is_passed_over(each, place):
    tried = [made(k, -k, far) for k, far in zip((2, 3, 4), each, strict=True)]
    answers = pd.DataFrame({"f": ["a", "b"] * 30}, dtype="category")

    options = ClusteringOptions(halves=0)

    assert choose(tried, answers, options, lambda *_: None).place == place
