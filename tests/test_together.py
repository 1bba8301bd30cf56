"""Two features that go together within classes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import LatentClass
from clusters.clustering.layout import Layout, each_alone, put_together, translate
from clusters.clustering.residuals import bivariate_residuals

# Three features of 2, 3 and 2 answers: places 1-2, 3-5 and 6-7, unknown 8.
PLAIN = Layout(np.array([1, 3, 6]), 9)


def copied(n_persons=4000, share=0.4, seed=3):
    """Answers of two classes; the second feature often copies the first, always so."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(2, size=n_persons)
    shares = np.where(truth[:, None] == 0, 0.8, 0.2)
    codes = (rng.random((n_persons, 6)) < shares).astype(int)
    copies = rng.random(n_persons) < share
    codes[:, 1] = np.where(copies, codes[:, 0], codes[:, 1])
    frame = pd.DataFrame(np.array(["no", "yes"])[codes]).add_prefix("f")
    return frame, truth


def test_a_pair_takes_a_place_for_every_pair_of_answers_and_for_each_alone():
    layout = put_together(PLAIN, ["a", "b", "c"], [("b", "a")])

    (pair,) = layout.together
    assert pair.levels == (2, 3)
    assert pair.pairs == slice(1, 7)
    assert pair.alone == (slice(7, 9), slice(9, 12))
    assert layout.begin.tolist() == [1, 12]
    assert layout.size == 15
    # Per class a weight and 1 + 2 + 1 answers; (2 - 1) (3 - 1) shared.
    assert layout.n_parameters(2) == 2 * (4 + 1) - 1 + 2


def test_answers_move_to_the_places_of_their_pairs():
    layout = put_together(PLAIN, ["a", "b", "c"], [("a", "b")])
    rows = np.array([[1, 3, 6], [2, 5, 7], [2, 8, 8], [8, 4, 6], [8, 8, 7]])

    assert translate(rows, PLAIN, layout).tolist() == [
        [1, 12],
        [6, 13],
        [8, 14],
        [10, 12],
        [14, 13],
    ]


def test_each_feature_alone_is_read_from_the_pair():
    layout = put_together(PLAIN, ["a", "b", "c"], [("a", "b")])
    table = np.arange(15.0)[:, None]

    assert each_alone(table, PLAIN, layout)[:, 0].tolist() == [
        0, 7, 8, 9, 10, 11, 12, 13, 1,
    ]  # fmt: skip


def test_a_feature_can_go_together_with_one_other_only():
    with pytest.raises(ValueError, match="one other"):
        put_together(PLAIN, ["a", "b", "c"], [("a", "b"), ("b", "c")])


def test_one_class_of_a_pair_has_the_observed_shares_of_every_pair():
    frame, _ = copied()
    model = LatentClass(1, n_init=1, together=[("f0", "f1")]).fit(frame)

    seen = pd.crosstab(frame["f0"], frame["f1"], normalize=True).to_numpy()
    (shares,) = model.pair_probabilities_.values()
    assert np.allclose(shares[0], seen, atol=1e-6)


def test_the_likelihood_counts_what_goes_together():
    frame, _ = copied()
    apart = LatentClass(2, n_init=5).fit(frame)
    together = LatentClass(2, n_init=5, together=[("f0", "f1")]).fit(frame)

    assert together.n_parameters_ == apart.n_parameters_ + 1
    assert together.bic(frame) < apart.bic(frame) - 100
    assert together.score_samples(frame).sum() == pytest.approx(
        together.log_likelihood_
    )


def test_clusters_are_found_better_and_the_residual_is_gone():
    frame, truth = copied(share=0.7)
    apart = LatentClass(2, n_init=5).fit(frame)
    together = LatentClass(2, n_init=5, together=[("f0", "f1")]).fit(frame)

    def residual(model):
        found = bivariate_residuals(model, frame).set_index(["one", "other"])
        return found.loc[("f0", "f1"), "residual"]

    assert residual(apart) > 10
    assert residual(together) < 2
    assert adjusted_rand_score(truth, together.labels_) > (
        adjusted_rand_score(truth, apart.labels_) + 0.02
    )


def test_the_climb_never_goes_down_with_pairs_and_unknown_answers():
    frame, _ = copied()
    holes = frame.mask(np.random.default_rng(1).random(frame.shape) < 0.2)
    heights = [
        LatentClass(3, n_init=1, max_iter=most, together=[("f0", "f1")])
        .fit(holes)
        .log_likelihood_
        for most in (10, 20, 40, 80, 160)
    ]

    assert np.diff(heights).min() >= -1e-9


def test_the_order_of_columns_changes_nothing_for_pairs():
    frame, _ = copied(1000)
    one = LatentClass(2, n_init=2, together=[("f0", "f4")]).fit(frame)
    other = LatentClass(2, n_init=2, together=[("f4", "f0")]).fit(
        frame[frame.columns[::-1]]
    )

    assert one.labels_.tolist() == other.labels_.tolist()
    assert one.log_likelihood_ == other.log_likelihood_
