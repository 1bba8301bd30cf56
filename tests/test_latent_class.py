from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from clusters.clustering import LatentClass

# poLCA's data sets (Linzer & Lewis 2011, Journal of Statistical Software 42(10)).
BENCHMARKS = Path(__file__).parents[2] / "shared/data/benchmarks"
needs_benchmarks = pytest.mark.skipif(
    not BENCHMARKS.is_dir(), reason="the published data sets are not beside the clone"
)


def published(name):
    return pd.read_csv(BENCHMARKS / f"{name}_poLCA.csv.gz")


def planted(n_persons, n_classes=4, n_features=10, n_levels=4, seed=1, clarity=0.75):
    """Answers of persons whose class is known, as text, and that class."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(
        n_classes,
        n_persons,
        p=np.arange(n_classes, 0, -1) / (n_classes * (n_classes + 1) / 2),
    )
    typical = rng.integers(n_levels, size=(n_classes, n_features))
    codes = rng.integers(n_levels, size=(n_persons, n_features))
    clear = rng.random(codes.shape) < clarity
    codes = np.where(clear, typical[truth], codes)
    columns = {
        f"f{j}": np.array(list("abcdefgh"))[codes[:, j]] for j in range(n_features)
    }
    return pd.DataFrame(columns), truth


def fit(answers, k=4, **options):
    return LatentClass(k, **{"n_init": 5, **options}).fit(answers)


@parametrize_with_checks([LatentClass(n_clusters=2, n_init=2, max_iter=200)])
def test_the_estimator_keeps_scikit_learns_promises(estimator, check):
    check(estimator)


@needs_benchmarks
@pytest.mark.parametrize(
    ("name", "k", "log_likelihood", "bic"),
    [
        # poLCA manual 1.4, p. 23; k = 2 recomputed
        ("carcinoma", 2, -317.2568, 706.0739),
        ("carcinoma", 3, -293.705, 697.1357),
        # poLCA manual: the best of 500 starts
        ("gss82", 3, -2754.545, 5650.926),
        # complete cases, no covariate; confirmed with StepMix 3.0
        ("election", 1, -18647.312, 37553.05),
        ("election", 2, -17344.923, 35213.88),
        ("election", 3, -16714.659, 34218.96),
        ("election", 4, -16350.589, 33756.42),
    ],
)
def test_published_log_likelihoods_are_reached(name, k, log_likelihood, bic):
    answers = published(name)
    if name == "election":
        answers = answers.iloc[:, :12].dropna()

    model = LatentClass(k).fit(answers)

    assert model.log_likelihood_ == pytest.approx(log_likelihood, abs=1e-3)
    assert model.bic(answers) == pytest.approx(bic, abs=1e-2)
    assert model.converged_


@needs_benchmarks
def test_four_classes_of_carcinoma_are_at_least_as_good_as_the_best_known():
    # The manual's own four-class result (BIC 727.5) is a local summit.
    model = LatentClass(4, n_init=50).fit(published("carcinoma"))

    assert model.log_likelihood_ >= -289.2860


def test_planted_classes_are_found_again():
    answers, truth = planted(3000)

    assert adjusted_rand_score(truth, fit(answers).labels_) > 0.97


def test_shuffled_rows_and_columns_give_the_same_model_and_the_same_answers():
    answers, _ = planted(2000, clarity=0.4)
    shuffled = answers.sample(frac=1, random_state=3)[answers.columns[::-1]]

    one, other = fit(answers), fit(shuffled)

    labels = pd.Series(other.labels_, shuffled.index).reindex(answers.index)
    assert one.labels_.tolist() == labels.tolist()
    assert np.array_equal(one.class_weights_, other.class_weights_)
    assert one.log_likelihood_ == other.log_likelihood_


def test_the_number_of_threads_changes_no_bit():
    answers, _ = planted(2000, clarity=0.4)

    one, other = fit(answers, n_jobs=1), fit(answers, n_jobs=4)

    assert np.array_equal(one.predict_proba(answers), other.predict_proba(answers))
    assert np.array_equal(one.start_log_likelihoods_, other.start_log_likelihoods_)


def test_weights_count_as_that_many_rows():
    answers, _ = planted(300)
    weights = np.random.default_rng(0).integers(0, 4, len(answers))

    weighted = fit(answers, k=2).fit(answers, sample_weight=weights)
    repeated = fit(answers.loc[answers.index.repeat(weights)], k=2)

    assert weighted.log_likelihood_ == pytest.approx(repeated.log_likelihood_)
    assert weighted.predict(answers).tolist() == repeated.predict(answers).tolist()


def test_unknown_answers_drop_out_of_the_likelihood():
    answers, truth = planted(3000)
    holes = answers.mask(np.random.default_rng(5).random(answers.shape) < 0.3)

    assert adjusted_rand_score(truth, fit(holes).labels_) > 0.9


def test_a_person_of_whom_nothing_is_known_is_as_probable_as_the_classes():
    answers, _ = planted(500)
    model = fit(answers)

    nothing = pd.DataFrame(None, index=[0], columns=answers.columns, dtype="str")

    assert np.allclose(model.predict_proba(nothing), model.class_weights_)
    assert model.score_samples(nothing) == pytest.approx(0)


def test_whole_numbers_are_codes_and_negative_ones_unknown():
    answers, _ = planted(500)
    codes = answers.apply(lambda column: column.map(ord) - ord("a")).to_numpy()
    holes = np.random.default_rng(5).random(codes.shape) < 0.2

    by_code = fit(np.where(holes, -1, codes))
    by_name = fit(answers.mask(holes))

    assert by_code.log_likelihood_ == pytest.approx(by_name.log_likelihood_)


def test_not_applicable_is_an_answer_like_any_other():
    answers = pd.DataFrame({"hours": ["not_applicable", "full", "part", None] * 5})

    model = fit(answers, k=1)

    assert model.categories_ == [("full", "not_applicable", "part")]
    assert np.allclose(model.category_probabilities_[0], 1 / 3)


@pytest.mark.parametrize("extra", ["same", None])
def test_a_column_that_says_nothing_changes_nothing(extra):
    answers, _ = planted(500)

    with_it = fit(answers.assign(extra=pd.Series(extra, answers.index, dtype="str")))

    assert with_it.log_likelihood_ == pytest.approx(fit(answers).log_likelihood_)
    assert with_it.n_parameters_ == fit(answers).n_parameters_


def test_one_column_is_enough():
    answers, _ = planted(500)

    assert set(fit(answers[["f0"]], k=2).labels_) == {0, 1}


def test_clusters_are_numbered_by_falling_size():
    answers, _ = planted(1000)

    sizes = np.bincount(fit(answers).labels_)

    assert sizes.tolist() == sorted(sizes, reverse=True)


def test_more_clusters_than_different_rows_is_refused_in_words():
    answers = pd.DataFrame({"a": ["x", "y"] * 10, "b": ["x", "y"] * 10})

    with pytest.raises(ValueError, match="3 clusters need as many rows that differ"):
        fit(answers, k=3)


def test_nothing_known_at_all_is_refused_in_words():
    with pytest.raises(ValueError, match="0 columns of which anything is known"):
        fit(pd.DataFrame({"a": [None] * 5}, dtype="str"), k=1)


def test_probabilities_too_small_for_a_product_are_still_told_apart():
    answers, truth = planted(200, n_features=600, n_levels=8, clarity=0.5)

    model = fit(answers, n_init=2)

    assert adjusted_rand_score(truth, model.labels_) > 0.97
    assert np.isfinite(model.log_likelihood_)


def test_every_start_reports_where_it_ended():
    answers, _ = planted(1000)
    model = fit(answers, n_init=7)

    best = model.start_log_likelihoods_.max()
    assert len(model.start_log_likelihoods_) == 7
    assert model.log_likelihood_ == pytest.approx(best)
    assert 1 <= model.times_best_found_ <= 7
