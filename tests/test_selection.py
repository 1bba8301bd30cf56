import json

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import ClusteringOptions, cluster_people
from clusters.clustering.choosing import choose
from clusters.clustering.found import Found
from clusters.clustering.selection import (
    clustergram,
    compare_with_noise,
)
from clusters.errors import SettingsError

QUICK = {"starts": 3, "maximum": 5}


def planted(n_persons=1500, n_classes=3, n_features=8, clarity=0.7, seed=1):
    """Features of persons by name, a gate among them, and the cluster of each."""
    rng = np.random.default_rng(seed)
    shares = np.arange(n_classes, 0, -1) / np.arange(n_classes + 1).sum()
    truth = rng.choice(n_classes, n_persons, p=shares)
    typical = rng.integers(4, size=(n_classes, n_features))
    drawn = rng.integers(4, size=(n_persons, n_features))
    codes = np.where(rng.random(drawn.shape) < clarity, typical[truth], drawn)
    features = pd.DataFrame(np.array(list("abcd"))[codes]).add_prefix("f")
    features["f1"] = features["f1"].mask(features["f0"] == "a", "not_applicable")
    features = features.mask(rng.random(features.shape) < 0.05).astype("category")
    names = pd.Index([f"p{i:05d}" for i in range(n_persons)], name="person_id")
    return features.set_index(names), pd.Series(truth, names)


@pytest.mark.parametrize("method", ["latent_class", "kmeans", "ward"])
def test_planted_clusters_are_found_by_every_method(method):
    features, truth = planted()
    found = cluster_people(
        features, ClusteringOptions(method=method, clusters=3, **QUICK)
    )

    assert adjusted_rand_score(truth, found.clusters["cluster"]) > 0.75
    assert found.n_clusters == 3
    assert found.clusters.index.equals(features.index)
    assert found.clusters.dtypes.astype(str).to_dict() == {
        "cluster": "int64",
        "probability": "float64",
    }


def test_the_number_of_clusters_is_the_best_of_which_every_cluster_comes_back():
    found = cluster_people(planted()[0], ClusteringOptions(**QUICK))
    curve = found.curve.set_index("k")

    assert found.n_clusters == 3
    assert curve.index.tolist() == [2, 3, 4, 5]
    assert curve["bic"].idxmin() == 3
    assert curve.loc[3, "weakest"] >= 0.6
    assert 1 <= found.times_best_found <= found.starts == 3
    assert found.tried[3].max() == 2


@pytest.mark.parametrize("method", ["latent_class", "kmeans", "ward", "hdbscan"])
def test_the_order_of_persons_and_features_has_no_say(method):
    features, _ = planted(700, clarity=0.5)
    shuffled = features.sample(frac=1, random_state=2)[features.columns[::-1]]
    options = ClusteringOptions(method=method, **QUICK)

    one, other = cluster_people(features, options), cluster_people(shuffled, options)

    assert other.clusters.reindex(features.index).equals(one.clusters)
    assert other.curve.equals(one.curve)
    assert json.dumps(other.model) == json.dumps(one.model)


@pytest.mark.parametrize("method", ["latent_class", "kmeans", "ward"])
def test_the_doubtful_have_no_clear_profile_and_clusters_go_by_size(method):
    features, _ = planted(clarity=0.5)
    found = cluster_people(
        features,
        ClusteringOptions(method=method, clusters=4, min_probability=0.7, **QUICK),
    )

    clusters = found.clusters
    assert (clusters["cluster"].eq(0) == clusters["probability"].lt(0.7)).all()
    sizes = clusters["cluster"].value_counts().drop(0)
    assert sizes.sort_index().is_monotonic_decreasing
    assert sizes.index.max() == found.n_clusters


def test_what_the_model_keeps_scores_a_person_again():
    features, _ = planted(400)
    found = cluster_people(features, ClusteringOptions(clusters=3, **QUICK))
    model = json.loads(json.dumps(found.model))

    joint = np.log(model["weights"])
    person = features.iloc[0].dropna()
    for name, answer in person.items():
        gates = model["gates"].get(name, {})
        implied = any(person.get(gate) in shut for gate, shut in gates.items())
        if answer == "not_applicable" and implied:
            continue
        known = model["features"][name]
        place = known["categories"].index(answer)
        joint = joint + np.log([row[place] for row in known["probabilities"]])
    shares = np.exp(joint) / np.exp(joint).sum()
    first = found.clusters.iloc[0]
    assert first["probability"] == pytest.approx(shares.max())
    assert model["cluster"][int(shares.argmax())] in (first["cluster"], 0)


def test_more_clusters_than_persons_who_differ_are_refused():
    alike = pd.DataFrame({"f": pd.Categorical(["a", "b"] * 20)}).rename("p{}".format)

    with pytest.raises(SettingsError, match="only 2 persons differ"):
        cluster_people(alike, ClusteringOptions(clusters=3))


def test_automatic_choice_tries_no_more_clusters_than_persons_who_differ():
    alike = pd.DataFrame({"f": pd.Categorical(["a", "b"] * 20)}).rename("p{}".format)

    found = cluster_people(alike, ClusteringOptions(min_probability=0))

    assert found.curve["k"].tolist() == [2]


def test_progress_runs_to_the_end():
    seen = []
    options = ClusteringOptions(halves=2, **QUICK)

    cluster_people(planted(300)[0], options, progress=lambda *step: seen.append(step))

    assert seen[0] == ("starts", 1, 12)
    assert ("starts", 12, 12) in seen
    assert seen[-1] == ("numbers", 4, 4)


def test_unrelated_features_have_no_profiles():
    features, _ = planted(800)
    rng = np.random.default_rng(0)
    noise = features.apply(lambda column: rng.permutation(column.astype(object)))

    assert compare_with_noise(features, seed=0, n_null=3).has_profiles
    assert not compare_with_noise(noise, seed=0, n_null=3).has_profiles


def test_a_clustergram_follows_everybody_from_number_to_number():
    features, truth = planted(300)
    labels = {2: np.minimum(truth.to_numpy(), 1), 3: truth.to_numpy()}

    flows = clustergram(features, labels)

    assert flows.groupby("k")["persons"].sum().tolist() == [300, 300]
    assert flows.query("k == 3 and cluster == 2")["origin"].tolist() == [1]


def made(k, labels, criterion):
    """What a method may find for one number of clusters."""
    labels = np.asarray(labels)
    return Found(k, labels, np.ones(len(labels)), 1, 1, criterion)


def two_and_three():
    """Answers of two kinds of people: found as such, and with one cut at random."""
    features, truth = planted(n_classes=2, clarity=0.8)
    half = np.random.default_rng(2).random(len(truth)) < 0.5
    cut = np.where((truth == 0) & half, 2, truth)
    return features, made(2, truth, criterion=2.0), made(3, cut, criterion=1.0)


def test_a_number_with_an_accidental_cluster_is_passed_over():
    features, two, three = two_and_three()
    options = ClusteringOptions(halves=5)

    choice = choose([two, three], features, options, lambda *_: None)

    assert choice.place == 0
    assert choice.curve["weakest"].tolist()[0] > 0.8
    assert choice.curve["weakest"].tolist()[1] < 0.6


def test_without_halves_the_criterion_decides():
    features, two, three = two_and_three()
    options = ClusteringOptions(halves=0)

    choice = choose([two, three], features, options, lambda *_: None)

    assert choice.place == 1
    assert choice.curve["weakest"].isna().all()


@pytest.mark.parametrize(("smallest", "place"), [(1, 1), (500, 0), (2000, 0)])
def test_a_number_with_a_cluster_too_small_to_publish_is_passed_over(smallest, place):
    features, two, three = two_and_three()
    options = ClusteringOptions(halves=0, smallest=smallest)

    choice = choose([two, three], features, options, lambda *_: None)

    assert choice.place == place
    assert choice.curve["smallest"].tolist() == [
        np.bincount(each.labels).min() for each in (two, three)
    ]
