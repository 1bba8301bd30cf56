import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from clusters.clustering import ClusteringOptions, MixedHDBSCAN, cluster_people
from clusters.errors import SettingsError


def crowds(n_persons=600, seed=0):
    """Persons in two crowds and a tenth anywhere, and where they are."""
    rng = np.random.default_rng(seed)
    crowd = rng.choice(3, n_persons, p=[0.5, 0.4, 0.1])
    centers = np.array([[0, 0], [10, 10], [5, 5]])
    spread = np.array([1, 1, 8])[crowd]
    return centers[crowd] + rng.normal(size=(n_persons, 2)) * spread[:, None], crowd


@parametrize_with_checks([MixedHDBSCAN()])
@pytest.mark.filterwarnings("ignore::FutureWarning:sklearn")
def test_the_estimator_keeps_scikit_learns_promises(estimator, check):
    check(estimator)


def test_crowds_are_found_and_the_rest_has_no_cluster():
    people, crowd = crowds()
    model = MixedHDBSCAN(smallest_share=0.1).fit(people)

    inside = crowd < 2
    assert adjusted_rand_score(crowd[inside], model.labels_[inside]) > 0.8
    assert (model.labels_[~inside] == -1).mean() > 0.4
    assert set(model.probabilities_[model.labels_ == -1]) == {0}


def test_whoever_has_no_cluster_still_belongs_a_little_to_the_nearest():
    people, crowd = crowds()
    model = MixedHDBSCAN(smallest_share=0.1).fit(people)
    inside = model.labels_ >= 0

    assert model.membership_.shape == (600, 2)
    assert ((model.membership_ >= 0) & (model.membership_ <= 1)).all()
    nearest = model.membership_.argmax(axis=1)
    assert (nearest[inside] == model.labels_[inside]).mean() > 0.98
    belongs = model.membership_.sum(axis=1)
    assert belongs[inside].mean() > belongs[~inside].mean() + 0.2
    assert belongs[~inside].min() > 0


def test_identical_rows_are_counted_once():
    # hdbscan 94: thirty clusters of persons who are exactly alike.
    rng = np.random.default_rng(0)
    few = pd.DataFrame({name: rng.choice(list("abcd"), 5000) for name in "xyz"})

    model = MixedHDBSCAN().fit(few)

    assert model.labels_.max() < 10


def test_a_number_of_clusters_cannot_be_asked_for():
    few = pd.DataFrame(
        {"x": pd.Categorical(list("abcdefghij"))}, index=list("qwertyuiop")
    )

    with pytest.raises(SettingsError, match='Set clusters = "auto"'):
        cluster_people(few, ClusteringOptions(method="hdbscan", clusters=3))
