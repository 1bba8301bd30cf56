import numpy as np
import pandas as pd
import pytest

from clusters.clustering import LatentClass
from clusters.clustering.agreement import agreement
from clusters.clustering.apart import told_apart
from clusters.clustering.matching import matched_jaccard
from clusters.clustering.refit import (
    classes_of,
    encode,
    fit_again,
    rivals,
    table_of,
)
from clusters.clustering.stability import grade, resample, without_each_feature


def planted(n_persons=1200, clarity=0.7, seed=0):
    """Three clusters, the last of which is everybody who answers at random."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(3, n_persons, p=[0.5, 0.3, 0.2])
    typical = np.array([[0] * 8, [1] * 8, [2] * 8])
    drawn = rng.integers(3, size=(n_persons, 8))
    codes = np.where(rng.random(drawn.shape) < clarity, typical[truth], drawn)
    return pd.DataFrame(np.array(list("abc"))[codes]).add_prefix("f")


@pytest.mark.parametrize(
    ("jaccard", "allowed"),
    [
        (0.85, "highly stable"),
        (0.84, "stable"),
        (0.75, "stable"),
        (0.74, "pattern"),
        (0.6, "pattern"),
        (0.59, "withheld"),
    ],
)
def test_gates_are_clusterboots(jaccard, allowed):
    assert grade(jaccard) == allowed


def test_a_cluster_that_is_not_apart_is_a_pattern_however_often_it_comes_back():
    assert grade(0.95, apart=0.79) == "pattern"
    assert grade(0.95, apart=0.8) == "highly stable"
    assert grade(0.5, apart=1.0) == "withheld"


def test_slices_of_one_scale_come_back_and_are_no_names():
    rng = np.random.default_rng(4)
    place = rng.normal(size=(3000, 1))
    answers = pd.DataFrame(place + rng.normal(size=(3000, 8)) > 0).astype(str)
    answers = answers.add_prefix("f").astype("category")
    labels = LatentClass(3, n_init=5).fit(answers).labels_

    told = resample(answers, labels, seed=0, n_samples=10)

    assert told["jaccard"].max() > 0.75
    assert told["apart"].max() < 0.8
    assert not told["grade"].isin(["stable", "highly stable"]).any()


def test_how_far_clusters_lie_apart_is_what_the_table_of_placing_says():
    table = np.array([[0.4, 0.1], [0.0, 0.5]])

    assert told_apart(table) == pytest.approx([0.4 / 0.5, 0.5 / 0.6])


def test_clusters_are_matched_one_to_one_whatever_their_numbers():
    labels = np.array([0, 0, 0, 1, 1, 2, -1])
    again = np.array([2, 2, 1, 0, 0, 1, 0])

    # The second half of cluster 0 went to cluster 1 of the refit, with cluster 2.
    jaccard, _ = matched_jaccard(labels, again, 3)
    assert jaccard == pytest.approx([2 / 3, 2 / 3, 1 / 2])


def test_a_cluster_that_melted_into_another_is_not_found_again():
    labels, again = np.array([0, 0, 0, 1]), np.zeros(4, dtype=int)

    jaccard, _ = matched_jaccard(labels, again, 2)
    assert jaccard == pytest.approx([3 / 4, 0])


def test_a_cluster_of_nearly_everybody_is_worth_nothing_by_chance():
    labels, again = np.zeros(100, dtype=int), np.zeros(100, dtype=int)
    labels[:10], again[5:15] = 1, 1  # half of the small one is found again

    jaccard, above = matched_jaccard(labels, again, 2)

    assert jaccard[0] > 0.85
    assert above[0] < 0.5
    assert grade(jaccard[0], above[0]) == "withheld"
    assert matched_jaccard(labels, labels, 2)[1] == pytest.approx([1, 1])


def test_planted_clusters_are_highly_stable_and_those_of_noise_are_not():
    answers = planted()
    noise = planted(clarity=0.0)
    labels = LatentClass(3, n_init=5).fit(answers).labels_
    fancied = LatentClass(3, n_init=5).fit(noise).labels_

    stable = resample(answers, labels, seed=0, n_samples=6)
    accident = resample(noise, fancied, seed=0, n_samples=6)

    assert stable["grade"].eq("highly stable").all()
    # The largest cluster of noise is nearly everybody, and that is always found again.
    assert accident["grade"].eq("withheld").all()


@pytest.mark.parametrize("method", ["kmeans", "ward", "hdbscan"])
def test_every_method_can_be_done_again(method):
    answers = planted(600)
    labels = LatentClass(3, n_init=3).fit(answers).labels_

    again = resample(answers, labels, seed=0, n_samples=3, method=method)

    assert again["jaccard"].between(0, 1).all()
    if method != "hdbscan":
        assert again["jaccard"].min() > 0.7


def test_stability_is_the_same_twice_and_tells_how_far_it_is():
    answers, seen = planted(400), []
    labels = LatentClass(3, n_init=2).fit(answers).labels_

    def once():
        def tell(*step):
            seen.append(step)

        return resample(answers, labels, seed=3, n_samples=4, progress=tell)

    assert once().equals(once())
    assert seen[3] == ("stability", 4, 4)


def test_another_method_and_fewer_features_find_clear_clusters_too():
    answers = planted(600)
    labels = LatentClass(3, n_init=5).fit(answers).labels_

    _, agreed, elsewhere = agreement(answers, labels, seed=0, method="latent_class")
    assert agreed > 0.85
    assert elsewhere.min() > 0.85
    other, agreed, _ = agreement(answers, labels, seed=0, method="kmeans")
    assert other == "latent_class"
    assert agreed > 0.95
    similarity = without_each_feature(answers, labels, seed=0)
    assert similarity.index.tolist() == list(answers.columns)
    assert similarity.min() > 0.8


def test_refits_start_from_worthy_rivals_of_what_was_found():
    answers = encode(planted(600))
    labels = LatentClass(3, n_init=5).fit(planted(600)).labels_
    worthless = np.random.default_rng(0).integers(3, size=600)

    found = fit_again(answers, 3, (1,), rivals(answers, 3, (0,)), n_starts=0)
    beaten = fit_again(answers, 3, (1,), [table_of(answers, worthless, 3)])

    for summit in (found, beaten):
        again = classes_of(answers, summit, 3)
        assert matched_jaccard(labels, again, 3)[0].min() > 0.95
