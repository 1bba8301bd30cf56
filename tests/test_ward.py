from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.cluster.hierarchy import linkage
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from clusters.clustering import Ward
from clusters.clustering.ward import cut, ward_tree

BENCHMARKS = Path(__file__).parents[2] / "shared/data/benchmarks"


@parametrize_with_checks([Ward(2)])
def test_the_estimator_keeps_scikit_learns_promises(estimator, check):
    check(estimator)


@pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="no published data sets")
def test_tea_drinkers_fall_apart_as_published():
    # HCPC on an MCA of columns 1-18, 20 axes (factominer.free.fr, HCPC example).
    tea = pd.read_csv(BENCHMARKS / "tea_FactoMineR.csv.gz").iloc[:, :18]

    model = Ward(3, n_components=20).fit(tea)

    assert np.bincount(model.labels_).tolist() == [176, 92, 32]


def test_the_tree_of_single_persons_is_scipys():
    points = np.random.default_rng(0).normal(size=(40, 3))

    _, gains = ward_tree(points, np.ones(40, dtype=np.int64))

    heights = linkage(points, "ward")[:, 2]
    assert gains == pytest.approx(heights**2 / 2)


def test_a_point_that_stands_for_many_weighs_as_many():
    rng = np.random.default_rng(1)
    points, sizes = rng.normal(size=(15, 2)), rng.integers(1, 5, 15)
    owner = np.repeat(np.arange(15), sizes)

    merges, gains = ward_tree(points, sizes)
    single, single_gains = ward_tree(points[owner], np.ones(len(owner), dtype=np.int64))

    assert gains == pytest.approx(single_gains[-14:])
    assert (
        adjusted_rand_score(cut(merges, 15, 4)[owner], cut(single, len(owner), 4)) == 1
    )


def test_many_persons_grow_on_a_first_fine_partition():
    rng = np.random.default_rng(2)
    kind = rng.integers(3, size=3000)
    people = rng.normal(size=(3000, 4)) + 6 * kind[:, None]

    model = Ward(3).fit(people)

    assert adjusted_rand_score(kind, model.labels_) > 0.99
    assert len(model.gains_) < 1000
