"""What explains clusters: rules, association, what tells the same."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from clusters.clustering import LatentClass, Ward
from clusters.clustering.association import (
    association,
    guessed_right,
    told_alone,
    v_test,
)
from clusters.clustering.residuals import (
    TELLS_THE_SAME,
    bivariate_residuals,
    residuals_of_partition,
)
from clusters.clustering.rules import learn_rules

BENCHMARKS = Path(__file__).parents[2] / "shared/data/benchmarks"
AGES = ["<20", "20-30", "30-40", "40+"]


@pytest.fixture(scope="module")
def persons():
    """Cluster 1 is under 30, the others work or not; sex tells nothing."""
    rng = np.random.default_rng(0)
    age = rng.integers(4, size=2000)
    works = np.where(age < 2, "not_applicable", rng.choice(["yes", "no"], 2000))
    features = pd.DataFrame(
        {
            "age": pd.Categorical(np.array(AGES)[age], AGES),
            "works": pd.Categorical(works, ["yes", "no", "not_applicable"]),
            "sex": pd.Categorical(rng.choice(["man", "woman"], 2000)),
        }
    )
    clusters = pd.Series(np.where(age < 2, 1, np.where(works == "yes", 2, 3)))
    return features, clusters


def test_rules_ask_for_answers_and_repeat_the_clusters(persons):
    features, clusters = persons

    found = learn_rules(features, clusters, {"age"})

    assert found.fidelity == 1
    told = {rule.cluster: rule.when for rule in found.rules}
    assert set(told) == {1, 2, 3}
    assert "yes" in told[2]["works"]
    assert "no" not in told[2]["works"]
    assert not any("sex" in when for when in told.values())


def test_unknown_answers_are_asked_for_by_themselves(persons):
    features, clusters = persons
    gone = features.mask(np.random.default_rng(1).random(features.shape) < 0.05)

    assert learn_rules(gone, clusters, {"age"}).fidelity > 0.9


def test_a_rule_of_a_ranked_feature_is_one_range(persons):
    features, clusters = persons
    found = learn_rules(features[["age"]], clusters, {"age"})

    young = next(rule for rule in found.rules if rule.cluster == 1)

    assert set(young.when["age"]) & set(AGES) == {"<20", "20-30"}


def test_a_rule_never_tells_of_a_few_persons(persons):
    features, _ = persons
    few = pd.Series(np.where(np.arange(2000) < 30, 2, 1))

    found = learn_rules(features, few, {"age"})

    assert [rule.cluster for rule in found.rules] == [1]


def test_association_is_one_for_the_same_and_nothing_for_chance():
    rng = np.random.default_rng(1)
    one, other = (pd.Series(rng.integers(40, size=3000)) for _ in range(2))

    assert association(one, one) == pytest.approx(1, abs=0.01)
    assert association(one, other) < 0.05


def test_where_everybody_has_one_answer_there_is_nothing_to_go_together():
    # "born abroad: weak" was said of a study of people who were all born abroad
    one = pd.Series(np.arange(3000) % 5)

    assert association(one, pd.Series(["yes"] * 3000)) is None
    assert association(one, pd.Series(["yes", None] * 1500)) is None


def test_guessing_is_held_against_guessing_without_knowledge():
    known, asked = pd.Series(list("aabb")), pd.Series(list("xxxy"))

    assert guessed_right(known, asked) == (0.75, 0.75)
    assert guessed_right(asked, asked) == (1.0, 0.75)


def test_a_feature_tells_nothing_of_the_clusters_or_all_of_them(persons):
    features, clusters = persons

    told = told_alone(features.assign(same=clusters.astype(str)), clusters)

    # Half are in cluster 1, which age tells; a quarter in 2 and in 3: of the entropy,
    # 1.5 bits, age tells 1. Whether somebody works tells all.
    assert told["age"] == pytest.approx(1 / 1.5, abs=0.01)
    assert told["works"] == pytest.approx(1)
    assert told["same"] == pytest.approx(1)
    assert told["sex"] < 0.01


def test_who_did_not_answer_tells_nothing(persons):
    features, clusters = persons
    gone = features.mask(np.random.default_rng(1).random(features.shape) < 0.5)

    whole, half = (told_alone(each, clusters)["works"] for each in (features, gone))

    assert half == pytest.approx(whole / 2, abs=0.03)


@pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="no published data sets")
def test_tea_shops_rank_as_catdes_ranks_them():
    # catdes on HCPC of tea (FactoMineR): where=tea shop in the cluster of 32.
    tea = pd.read_csv(BENCHMARKS / "tea_FactoMineR.csv.gz")
    mine = Ward(3, n_components=20).fit(tea.iloc[:, :18]).labels_ == 2

    def ranked(name, answer):
        has = (tea[name] == answer).to_numpy()
        both, category = np.array([(has & mine).sum()]), np.array([has.sum()])
        return v_test(both, category, int(mine.sum()), len(tea))[0]

    assert ranked("where", "tea shop") == pytest.approx(11.410559, abs=1e-6)
    assert ranked("how", "unpackaged") == pytest.approx(9.156781, abs=1e-6)
    assert ranked("price", "p_upscale") == pytest.approx(8.472945, abs=1e-6)


def test_fewer_than_expected_ranks_below_nought():
    assert v_test(np.array([0]), np.array([50]), 100, 300)[0] < -4


def with_a_twin(seed=0):
    """Two clusters; two features are one within each, the others are not."""
    rng = np.random.default_rng(seed)
    cluster = rng.integers(2, size=3000)
    same = rng.integers(3, size=3000)

    def answers(clarity):
        typical = rng.random(3000) < clarity
        return np.where(typical, cluster * 2, rng.integers(3, size=3000))

    columns = {f"f{i}": answers(0.7) for i in range(6)}
    columns |= {"twin": same, "other_twin": same}
    frame = pd.DataFrame(columns).astype(str)
    return frame.mask(rng.random(frame.shape) < 0.03), cluster


def test_features_that_tell_the_same_are_found():
    answers, _ = with_a_twin()
    model = LatentClass(2, n_init=3).fit(answers)

    found = bivariate_residuals(model, answers)

    assert set(found.loc[0, ["one", "other"]]) == {"twin", "other_twin"}
    assert found.loc[0, "strength"] > TELLS_THE_SAME
    assert found["strength"][1:].max() < 0.15


def test_a_true_model_leaves_residuals_of_one_at_most():
    answers, cluster = with_a_twin()
    single = answers.drop(columns="other_twin")

    fitted = bivariate_residuals(LatentClass(2, n_init=3).fit(single), single)
    by_partition = residuals_of_partition(single, cluster)

    # Below one on average, as the model was fitted to these very answers.
    assert 0.2 < fitted["residual"].mean() < 1.2
    assert by_partition["strength"].max() < TELLS_THE_SAME
