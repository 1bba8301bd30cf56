from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from clusters.clustering import FAMD, MixedKMeans

BENCHMARKS = Path(__file__).parents[2] / "shared/data/benchmarks"

# The example of Wikipedia's article "Factor analysis of mixed data".
SIX = pd.DataFrame(
    {
        "k1": [2, 5, 3, 4, 1, 6],
        "k2": [4.5, 4.5, 1, 1, 1, 1],
        "k3": [4, 4, 2, 2, 1, 2],
        "q1": list("ACBBAC"),
        "q2": list("BBBBAA"),
        "q3": list("CCBBAA"),
    }
)


def two_kinds(n_persons=200, seed=0):
    """Persons of two kinds, with a number, two answers and gaps, and their kind."""
    rng = np.random.default_rng(seed)
    kind = rng.integers(2, size=n_persons)
    clear = rng.random((2, n_persons)) < 0.9
    people = pd.DataFrame(
        {
            "age": np.where(kind == 0, 25, 60) + rng.normal(0, 5, n_persons),
            "home": np.where((kind == 0) == clear[0], "rents", "owns"),
            "work": np.where((kind == 0) == clear[1], "studies", "works"),
        }
    )
    return people.mask(rng.random(people.shape) < 0.05), kind


# enough starts for the best to be one, whether a row is weighted or repeated
@parametrize_with_checks([FAMD(3), MixedKMeans(2, n_init=20)])
def test_the_estimators_keep_scikit_learns_promises(estimator, check):
    check(estimator)


def test_the_published_eigenvalues_of_mixed_data_are_reached():
    # Computed with FactoMineR 2.11, by way of MaxHalford/prince tests/test_famd.py.
    published = [3.466804028, 2.5, 1.971104825, 0.055852845, 0.006238302]

    famd = FAMD(10).fit(SIX)

    assert famd.eigenvalues_ == pytest.approx(published, abs=1e-8)
    # Three numbers of 1 each, and 3 + 2 + 3 answers less one per feature.
    assert famd.total_inertia_ == pytest.approx(3 + 8 - 3)


@pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="no published data sets")
def test_answers_alone_give_multiple_correspondence_analysis():
    # FactoMineR's MCA of tea, columns 1-18 (factominer.free.fr).
    tea = pd.read_csv(BENCHMARKS / "tea_FactoMineR.csv.gz").iloc[:, :18]

    famd = FAMD(20).fit(tea)

    mca = famd.eigenvalues_ / 18
    assert mca[:3] == pytest.approx([0.148274, 0.121547, 0.090010], abs=1e-6)
    assert famd.eigenvalues_.sum() / famd.total_inertia_ == pytest.approx(
        0.8696, abs=1e-4
    )


def test_coordinates_have_the_variance_of_their_axis():
    famd = FAMD(3)
    coordinates = famd.fit_transform(SIX)

    assert coordinates.mean(axis=0) == pytest.approx([0, 0, 0], abs=1e-12)
    assert coordinates.var(axis=0) == pytest.approx(famd.eigenvalues_)


def test_a_person_of_whom_nothing_is_known_is_in_the_middle():
    famd = FAMD(3).fit(SIX)

    nobody = SIX.iloc[:1].mask(np.ones((1, 6), dtype=bool))

    assert famd.transform(nobody) == pytest.approx(np.zeros((1, 3)))


def test_columns_that_say_nothing_add_no_axis():
    with_them = SIX.assign(same="x", none=np.nan, constant=3.0)

    assert FAMD(10).fit(with_them).eigenvalues_ == pytest.approx(
        FAMD(10).fit(SIX).eigenvalues_
    )


def test_two_kinds_of_people_are_told_apart():
    people, kind = two_kinds()
    model = MixedKMeans(2).fit(people)

    assert adjusted_rand_score(kind, model.labels_) > 0.9
    assert model.times_best_found_ >= 1
    assert model.predict_proba(people).sum(axis=1) == pytest.approx(1)


def test_the_largest_cluster_comes_first_and_the_same_seed_gives_the_same():
    people, _ = two_kinds()
    model, again = (MixedKMeans(3, random_state=4).fit(people) for _ in range(2))

    sizes = np.bincount(model.labels_)
    assert sizes.tolist() == sorted(sizes, reverse=True)
    assert np.array_equal(model.predict_proba(people), again.predict_proba(people))
