"""A sample with weights: estimates shown, thresholds on persons, nothing more told."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from attacked import SHIPPED, release
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import calinski_harabasz_score
from small_study import delivery, run  # noqa: F401 - fixtures

from clusters.clustering import ClusteringOptions, cluster_people
from clusters.clustering.famd import FAMD
from clusters.clustering.kmeans import separation
from clusters.disclosure import release_all
from clusters.errors import ExtractError, SettingsError
from clusters.people.weights import effective_number, refuse_unfit_weights, weights_of
from clusters.profiles import EVERYBODY, CountTable, cluster_sizes, count_profiles
from clusters.settings import load_study
from clusters.study import run_study

ANSWERS = ("low", "middle", "high")


def people(persons, seed=0):
    """Features and clusters of made-up persons, one cell of a few among them."""
    draw = np.random.default_rng(seed)
    names = pd.Index([f"p{number:04}" for number in range(persons)], name="person_id")
    clusters = pd.Series(draw.choice([1, 2, 3], persons, p=[0.5, 0.3, 0.2]), names)
    told = draw.choice([*ANSWERS, None], persons, p=[0.58, 0.3, 0.02, 0.1])
    features = pd.DataFrame(
        {
            "education": pd.Categorical(told, categories=ANSWERS),
            "sex": pd.Categorical(draw.choice(["man", "woman"], persons)),
        },
        index=names,
    )
    return features, clusters


def released(features, clusters, weights=None):
    return release_all(
        [
            cluster_sizes(clusters, weights),
            count_profiles(features, clusters, weights=weights),
        ],
        SHIPPED,
    ).tables


def sex_of(size, weights):
    """One cluster of 200 persons, of whom ``size`` are men with these weights."""
    names = pd.RangeIndex(200)
    sex = pd.Categorical(["man"] * size + ["woman"] * (200 - size))
    told = pd.Series([weights] * size + [1.5] * (200 - size), names)
    table = count_profiles(
        pd.DataFrame({"sex": sex}, names), pd.Series(1, names), weights=told
    )
    return release(table, SHIPPED).where(cluster="1", category="man").iloc[0]


def test_weights_of_one_release_the_same_bytes():
    features, clusters = people(1500)
    ones = pd.Series(1.0, features.index)

    plain, weighted = released(features, clusters), released(features, clusters, ones)

    for name, table in plain.items():
        assert weighted[name].rows.to_csv() == table.rows.to_csv()
        assert weighted[name].bases == table.bases


def test_a_weight_of_two_is_a_person_counted_twice():
    features, clusters = people(1500)
    weights = pd.Series(
        np.random.default_rng(1).choice([1.0, 2.0], 1500), clusters.index
    )
    twice = clusters.index.repeat(weights.astype(int))

    for weighted, doubled in (
        (cluster_sizes(clusters, weights), cluster_sizes(clusters.loc[twice])),
        (
            count_profiles(features, clusters, weights=weights),
            count_profiles(
                features.loc[twice].reset_index(drop=True),
                clusters.loc[twice].reset_index(drop=True),
            ),
        ),
    ):
        assert (
            weighted.counts["weighted"].tolist() == doubled.counts["persons"].tolist()
        )


def test_an_estimate_is_near_what_the_persons_stand_for():
    features, clusters = people(1500)
    weights = pd.Series(
        np.random.default_rng(2).lognormal(7, 0.8, 1500), clusters.index
    )
    rows = released(features, clusters, weights)["profiles"].where(cluster="1")
    mine = clusters == 1

    shown = rows.set_index(["feature", "category"])
    women = weights[mine & (features["sex"] == "woman")].sum()
    assert shown.loc[("sex", "woman"), "persons"] == pytest.approx(women, abs=10_000)
    share = 100 * women / weights[mine].sum()
    assert abs(shown.loc[("sex", "woman"), "share"] - share) <= 2
    # unweighted it is another one
    assert (shown["persons"].dropna() % 10_000 == 0).all()


@pytest.mark.parametrize(
    ("men", "weight", "is_hidden"),
    [(9, 1000.0, True), (10, 1000.0, False), (9, 0.01, True), (10, 0.01, False)],
)
def test_a_cell_is_hidden_by_its_persons_whatever_they_weigh(men, weight, is_hidden):
    assert bool(sex_of(men, weight)["hidden"]) is is_hidden


def test_a_cluster_is_profiled_by_its_persons_whatever_they_weigh():
    clusters = pd.Series([1] * 150 + [2] * 99)
    sex = pd.DataFrame({"sex": pd.Categorical(["man", "woman"] * 124 + ["man"])})
    weights = pd.Series([1.0] * 150 + [1000.0] * 99)

    rows = release(count_profiles(sex, clusters, weights=weights), SHIPPED).rows

    assert set(rows["cluster"]) == {EVERYBODY, "1"}


def test_a_group_is_dominated_by_persons_whatever_they_weigh():
    def shown(weight):
        sources = ["disability"] * 181 + ["wage"] * 19
        names = pd.RangeIndex(200)
        frame = pd.DataFrame({"income_source": pd.Categorical(sources)}, names)
        told = pd.Series([weight] * 181 + [1.0] * 19, names)
        return release(
            count_profiles(frame, pd.Series(1, names), weights=told), SHIPPED
        )

    for weight in (0.01, 1.0, 1000.0):
        rows = shown(weight).where(cluster="1", category="disability")
        assert rows["hidden"].all()


def test_small_groups_keep_coarse_shares_whatever_they_weigh():
    clusters = pd.Series([1] * 300)
    answers = ["man"] * 37 + ["woman"] * 43 + [None] * 220
    sex = pd.DataFrame({"sex": pd.Categorical(answers)})
    weights = pd.Series(np.linspace(100, 300, 300))

    rows = release(count_profiles(sex, clusters, weights=weights), SHIPPED)

    # 80 persons answered: whatever they stand for, shares go in steps of five
    assert rows.value("known", cluster="1", category="man") > 1000
    assert rows.value("share", cluster="1", category="man") % 5 == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_nobody_can_tell_by_estimates_how_many_persons_are_hidden(few, seed):
    """Other persons by which counts round alike give the same released bytes."""
    draw = np.random.default_rng(seed)
    weights = draw.lognormal(3, 1, 3)

    def table(hidden):
        # Two that are shown take what the hidden one has less, at the mean weight.
        moved = hidden - few
        persons = np.array([302 - moved, hidden, 300])
        residuals = np.array([200.0, -100.0, -100.0]) * weights[0]
        mean = 10 * weights.mean()
        counts = pd.DataFrame(
            {
                "group": [EVERYBODY, "a", "b", "c"],
                "persons": [602 + few, *persons],
                "weighted": [mean * (602 + few), *(mean * persons + residuals)],
            }
        )
        return CountTable(
            "groups", ("group",), counts,
            reference={"group": EVERYBODY}, mean_weight=float(mean),
        )  # fmt: skip

    told: dict[str, str] = {}
    for hidden in range(1, 10):
        weighted = table(hidden)
        counts = weighted.counts[["group", "persons"]]
        persons = CountTable("groups", ("group",), counts, reference=weighted.reference)
        rounded = release(persons, SHIPPED).rows.to_csv()
        estimates = release(weighted, SHIPPED).rows.to_csv()
        assert told.setdefault(rounded, estimates) == estimates
    assert len(told) < 9


def test_clusters_of_weighted_persons_are_those_of_repeated_ones():
    draw = np.random.default_rng(4)
    kind = draw.choice(3, 600, p=[0.5, 0.3, 0.2])
    names = pd.Index([f"p{number:04}" for number in range(600)])
    noise = draw.random((600, 5)) < 0.15
    answers = np.where(noise, draw.integers(0, 3, (600, 5)), kind[:, None])
    frame = pd.DataFrame(answers, names, list("abcde")).astype(str).astype("category")
    # the smallest kind stands for most
    weights = pd.Series(np.where(kind == 2, 4.0, 1.0), names)
    repeated = frame.loc[names.repeat(weights.astype(int))].reset_index(drop=True)
    options = ClusteringOptions(clusters=3, starts=5, seed=1)

    weighted = cluster_people(frame, options, weights=weights)
    again = cluster_people(repeated, options)

    assert weighted.clusters["cluster"].map({1: 2, 2: 0, 3: 1}).eq(kind).mean() > 0.95
    alike = again.clusters["cluster"].groupby(names.repeat(weights.astype(int))).first()
    assert weighted.clusters["cluster"].tolist() == alike.tolist()
    assert weighted.model["weights"] == pytest.approx(again.model["weights"], abs=1e-4)
    plain = cluster_people(frame, options).clusters["cluster"]
    assert plain.map({1: 0, 2: 1, 3: 2}).eq(kind).mean() > 0.95


def overlapping(seed=4):
    """Persons of three kinds that overlap, of which the smallest stands for most."""
    draw = np.random.default_rng(seed)
    kind = draw.choice(3, 600, p=[0.5, 0.3, 0.2])
    names = pd.Index([f"p{number:04}" for number in range(600)])
    noise = draw.random((600, 5)) < 0.3
    answers = np.where(noise, draw.integers(0, 3, (600, 5)), kind[:, None])
    frame = pd.DataFrame(answers, names, list("abcde")).astype(str).astype("category")
    return frame, pd.Series(np.where(kind == 2, 4.0, 1.0), names)


@pytest.mark.parametrize("method", ["kmeans", "ward"])
def test_methods_by_distance_count_a_weight_as_so_many_persons(method):
    frame, weights = overlapping()
    names = frame.index.repeat(weights.astype(int))
    repeated = frame.loc[names].reset_index(drop=True)
    options = ClusteringOptions(method=method, clusters=3, starts=10, seed=1)

    weighted = cluster_people(frame, options, weights=weights)
    again = cluster_people(repeated, options)
    plain = cluster_people(frame, options)

    alike = again.clusters["cluster"].groupby(names).first()
    assert weighted.clusters["cluster"].tolist() == alike.tolist()
    centers = np.array(weighted.model["centers"])
    np.testing.assert_allclose(centers, again.model["centers"], atol=1e-6)
    assert not np.allclose(centers, plain.model["centers"], atol=1e-3)


def test_the_axes_are_of_weighted_persons():
    frame, weights = overlapping()
    frame = frame.assign(number=np.arange(600.0) % 7)
    names = frame.index.repeat(weights.astype(int))

    weighted = FAMD(4).fit(frame, sample_weight=weights.to_numpy())
    repeated = FAMD(4).fit(frame.loc[names])

    np.testing.assert_allclose(weighted.eigenvalues_, repeated.eigenvalues_)
    np.testing.assert_allclose(
        weighted.transform(frame), repeated.transform(frame), atol=1e-9
    )


def test_separation_is_that_of_scikit_learn_for_persons_counted_often():
    draw = np.random.default_rng(3)
    points, labels = draw.normal(size=(60, 3)), np.arange(60) % 3
    weights = draw.integers(1, 4, 60)
    twice = np.repeat(np.arange(60), weights)

    assert separation(points, labels, np.ones(60)) == pytest.approx(
        calinski_harabasz_score(points, labels)
    )
    assert separation(points, labels, weights.astype(float)) == pytest.approx(
        calinski_harabasz_score(points[twice], labels[twice])
    )


def test_density_takes_no_weights():
    features, _ = people(200)
    weights = pd.Series(1.5, features.index)

    with pytest.raises(ValueError, match="hdbscan takes no weights"):
        cluster_people(features, ClusteringOptions(method="hdbscan"), weights=weights)


def test_the_effective_number_is_that_of_kish():
    equal = pd.Series([7.0] * 50)
    assert effective_number(equal) == pytest.approx(50)
    # (1 + 1 + 4)^2 / (1 + 1 + 16)
    assert effective_number(pd.Series([1.0, 1.0, 4.0])) == pytest.approx(2)


def test_persons_without_a_weight_above_zero_are_refused_without_a_value():
    weights = [812.5, np.nan, 0.0, -33.25, np.inf]
    frame = pd.DataFrame(
        {"weight": weights}, index=["key1", "key2", "key3", "key4", "k"]
    )

    with pytest.raises(ExtractError) as refused:
        refuse_unfit_weights(frame)

    for told in (refused.value.en, refused.value.nl):
        assert re.findall(r"\d+", told) == ["2", "2"]
        assert "key" not in told
    assert "2 persons have no weight and 2 persons have one of zero" in refused.value.en
    assert "2 personen hebben geen weegfactor" in refused.value.nl


def test_who_all_stand_for_themselves_are_no_sample():
    assert weights_of(pd.DataFrame({"age": [1]})) is None
    assert weights_of(pd.DataFrame({"weight": [1.0, 1.0]})) is None
    assert weights_of(pd.DataFrame({"weight": [1.0, 2.0]})).tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ('method = "hdbscan"', 'method = "hdbscan"'),
        ('[history.files]\n2018 = "x.csv"', "[history]"),
        ('[report]\nprevious = "reports/x"', "[report] previous"),
    ],
)
def test_what_cannot_be_weighted_is_refused_with_a_sentence(tmp_path, changed, named):
    file = tmp_path / "een.toml"
    file.write_text(
        '[study]\nname = "een"\nreference_date = 2019-01-01\n'
        '[extract]\nlayout = "person"\nweight = "W"\n'
        '[extract.tables]\npersons = "x.csv"\n'
        '[population]\ndefinition = "born_abroad"\n'
        f"[clustering]\nseed = 1\n{changed}\n",
        "utf-8",
    )

    with pytest.raises(SettingsError) as refused:
        load_study(file)

    assert f"extract.weight: {named} cannot be weighted" in refused.value.en
    assert f"extract.weight: {named} kan niet gewogen worden" in refused.value.nl


def declared(delivery, weights):  # noqa: F811 - the fixture's value
    """The delivery with weights, and a study that says so."""
    file = Path("config/een.toml")
    told = file.read_text("utf-8").replace('"person"', '"person"\nweight = "W"', 1)
    return delivery.assign(W=weights), told, file


def test_a_weighted_study_tells_estimates_of_a_sample(run, delivery):  # noqa: F811
    weights = np.random.default_rng(6).lognormal(4, 0.7, len(delivery))
    plain = run()
    people_, told, file = declared(delivery, weights)
    people_.to_parquet("een.parquet", index=False)
    file.write_text(told, "utf-8")
    report = run_study(file)

    sizes = pd.read_csv(report / "tables" / "sizes.csv").set_index("cluster")
    profiles = pd.read_csv(report / "tables" / "profiles.csv")
    studied = pd.read_parquet(
        Path("data/processed") / report.parent.name / report.name / "people.parquet"
    )
    heavy = studied["weight"]
    assert sizes.loc["all", "persons"] == pytest.approx(heavy.sum(), rel=0.01)
    women = 100 * heavy[studied["sex"] == "woman"].sum() / heavy.sum()
    row = profiles.query(
        "cluster == 'all' and feature == 'sex' and category == 'woman'"
    )
    assert abs(row["share"].iloc[0] - women) <= 1
    counted = pd.read_csv(report / "tables" / "funnel.csv").set_index("step")["persons"]
    before = pd.read_csv(plain / "tables" / "funnel.csv").set_index("step")["persons"]
    assert counted["kept"] == before["kept"]
    page = re.sub("<[^>]+>", "", (report / "report.html").read_text("utf-8"))
    assert "Schattingen uit een steekproef" in page
    effective = f"{int(effective_number(heavy)) // 10 * 10:,}".replace(",", ".")
    assert f"evenveel als {effective} personen" in page
    impact = (report / "dpia.md").read_text("utf-8")
    assert f"{counted['kept']:,.0f}".replace(",", ".") in impact
    # what is told of other people than the clusters' was not weighted
    assert {path.stem for path in (report / "tables").iterdir()} == {
        "drilldown", "funnel", "profiles", "sizes",
    }  # fmt: skip
