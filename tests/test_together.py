"""Features that go together within classes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import LatentClass
from clusters.clustering.layout import Layout, put_together, translate
from clusters.clustering.refit import encode, fit_again
from clusters.clustering.residuals import bivariate_residuals
from clusters.clustering.selection import compare_with_noise
from clusters.clustering.ties import learn_ties

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


def tied(pairs, known=(1, 1, 1)):
    """The three features in a model in which pairs of them go together."""
    return put_together(PLAIN, ["a", "b", "c"], pairs, np.array(known))


def test_a_tie_takes_a_place_for_every_pair_of_answers_below_all_features():
    layout = tied([("b", "a")])

    (tie,) = layout.ties
    assert (tie.parent, tie.feature, tie.levels) == (0, 1, (2, 3))
    assert tie.pairs == slice(8, 14)
    assert layout.begin.tolist() == [1, 3, 6]
    assert layout.levels.tolist() == [2, 3, 2]
    assert layout.size == 15
    # Per class a weight and 1 + 2 + 1 answers; (2 - 1) (3 - 1) shared.
    assert layout.n_parameters(2) == 2 * (4 + 1) - 1 + 2


def test_answers_move_to_the_places_of_their_pairs():
    layout = tied([("a", "b")])
    rows = np.array([[1, 3, 6], [2, 5, 7], [2, 8, 8], [8, 4, 6], [8, 8, 7]])

    assert translate(rows, PLAIN, layout).tolist() == [
        [1, 8, 6],
        [2, 13, 7],
        [2, 14, 14],
        [14, 4, 6],
        [14, 14, 7],
    ]


def test_features_that_hang_together_make_a_tree_from_the_one_that_is_known_best():
    def leans(layout):
        return [(tie.parent, tie.feature) for tie in layout.ties]

    pairs = [("a", "b"), ("b", "c")]
    assert leans(tied(pairs)) == [(1, 0), (1, 2)]
    assert leans(tied(pairs, known=(9, 5, 5))) == [(0, 1), (1, 2)]
    with pytest.raises(ValueError, match="circle"):
        tied([*pairs, ("c", "a")])


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


@pytest.mark.parametrize(
    "pairs",
    [[("f0", "f1")], [("f0", "f1"), ("f1", "f2"), ("f1", "f3"), ("f3", "f4")]],
)
def test_the_climb_never_goes_down_with_pairs_and_unknown_answers(pairs):
    frame, _ = copied()
    holes = frame.mask(np.random.default_rng(1).random(frame.shape) < 0.2)
    heights = [
        LatentClass(3, n_init=1, max_iter=most, together=pairs)
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


def in_a_chain(n_persons=3000, seed=5):
    """Answers of two classes; f1 mostly repeats f0 and f2 repeats f1, always so."""
    frame, truth = copied(n_persons, share=0.7, seed=seed)
    again = np.random.default_rng(seed).random(n_persons) < 0.7
    return frame.assign(f2=frame["f2"].mask(again, frame["f1"])), truth


def test_ties_are_learnt_and_no_others():
    frame, truth = in_a_chain()

    pairs = list(combinations(frame, 2))
    ties = learn_ties(encode(frame), 2, seed=0, may_tie=pairs)

    assert {frozenset(pair) for pair in ties} == {
        frozenset(("f0", "f1")),
        frozenset(("f1", "f2")),
    }
    together = LatentClass(2, n_init=5, together=ties).fit(frame)
    apart = LatentClass(2, n_init=5).fit(frame)
    assert adjusted_rand_score(truth, together.labels_) > (
        adjusted_rand_score(truth, apart.labels_) + 0.05
    )


def test_a_tie_is_learnt_though_one_answer_in_seven_is_unknown():
    frame, _ = copied(3000, share=0.7)
    rng = np.random.default_rng(2)
    unknown = {"f0": rng.random(3000) < 0.15, "f1": rng.random(3000) < 0.3}
    holes = frame.assign(**{name: frame[name].mask(unknown[name]) for name in unknown})

    assert learn_ties(encode(holes), 1, seed=0, may_tie=[("f0", "f1")])


def test_people_of_one_kind_whose_answers_go_together_have_no_profiles():
    rng = np.random.default_rng(0)
    codes = (rng.random((2000, 6)) < 0.5).astype(int)
    for place in range(1, 6):
        codes[:, place] = np.where(rng.random(2000) < 0.7, codes[:, 0], codes[:, place])
    frame = pd.DataFrame(np.array(["no", "yes"])[codes]).add_prefix("f")

    star = [("f0", f"f{place}") for place in range(1, 6)]

    assert not compare_with_noise(frame, seed=0, n_null=3, together=star).has_profiles
    assert compare_with_noise(frame, seed=0, n_null=3, together=()).has_profiles


def test_people_drawn_from_one_class_keep_shares_gaps_and_ties():
    frame, _ = in_a_chain()
    gaps = frame.mask(np.random.default_rng(1).random(frame.shape) < 0.1)
    answers = encode(gaps, [("f0", "f1"), ("f1", "f2")])
    table = fit_again(answers, 1, (0,)).table

    drawn = answers.drawn(table[:, 0], np.random.default_rng(0))

    unknown = answers.plain.unknown
    assert np.array_equal(drawn.rows == unknown, answers.rows == unknown)
    for one, other in [(0, 1), (1, 2)]:
        seen, again = (
            pd.crosstab(each.rows[:, one], each.rows[:, other], normalize=True)
            for each in (answers, drawn)
        )
        assert np.abs(seen - again).to_numpy().max() < 0.03
