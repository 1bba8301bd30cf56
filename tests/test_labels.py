from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import pandas as pd
import pytest
from conftest import PROJECT
from test_disclosure import RULES

from clusters.disclosure import release
from clusters.features import FEATURES
from clusters.features.bands import DURATION, banded, spans
from clusters.labels import Trait, load_phrases, name_clusters, spans_of, traits_of
from clusters.profiles import count_profiles
from clusters.schema import FeatureMeaning, Text, Theme
from clusters.schema.column import codes_of
from clusters.settings import NameOverride


def meaning(name, *codes, ordered=False):
    answers = codes_of(*((code, code, code) for code in codes))
    return FeatureMeaning(name, Theme.DEMOGRAPHIC, Text(name, name), answers, ordered)


DICTIONARY = (
    meaning("age", "<25", "25-34", "35-44", "45-54", "55-66", "67+", ordered=True),
    meaning("tenure", "owned", "social_rent", "private_rent", "other"),
    meaning("minor_children", "0", "1", "2", "3+", ordered=True),
    meaning("years_in_country", "<1", "1-2", "2-3", "3+", ordered=True),
)


def trait(feature, category, share=70, reference=20, effect=0.8):
    return Trait(feature, category, share, reference, effect)


@pytest.fixture(params=["nl", "en"])
def phrases(request):
    path = PROJECT / "config" / f"labels.{request.param}.toml"
    return load_phrases(path, DICTIONARY, "Nederland")


@pytest.fixture
def dutch():
    return load_phrases(PROJECT / "config/labels.nl.toml", DICTIONARY, "Nederland")


def names(traits, phrases, overrides=()):
    labels, _ = name_clusters(traits, phrases, overrides)
    return {cluster: label.name for cluster, label in labels.items()}


def test_a_name_is_made_of_the_strongest_traits(dutch):
    found = [
        trait("years_in_country", "<1", effect=1.2),
        trait("age", "<25", effect=1.0),
        trait("minor_children", "0", share=95, reference=60, effect=0.9),
        trait("tenure", "private_rent", effect=0.3),
    ]

    assert names({"1": found}, dutch) == {
        "1": "Jong, kort in Nederland, zonder minderjarige kinderen"
    }


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (19, "Gemiddeld profiel"),
        (20, "Vaker koopwoning"),
        (34, "Vaker koopwoning"),  # "often retired" was said of 34 in 100
        (50, "Vaker koopwoning"),
        (51, "Vaak koopwoning"),
        (66, "Vaak koopwoning"),
        (67, "Koopwoning"),
    ],
)
def test_a_name_says_often_of_over_half_and_leaves_it_out_from_two_thirds(
    share, said, dutch
):
    found = [trait("tenure", "owned", share=share, reference=10)]

    assert names({"1": found}, dutch) == {"1": said}


def test_a_feature_that_is_often_unknown_in_any_cluster_names_none(dutch):
    known = trait("tenure", "owned")
    young = trait("age", "<25", effect=2.0)

    for most, said in ((30, "Jong, koopwoning"), (31, "Koopwoning")):
        told = {"1": [replace(young, most_unknown=most), known]}

        assert names(told, dutch) == {"1": said}


@pytest.mark.parametrize(
    "weak",
    [
        trait("tenure", "other", share=60, reference=5),
        trait("tenure", "owned", 5, 60, -1),
    ],
)
def test_a_trait_without_words_or_found_less_often_names_nobody(weak, dutch):
    assert names({"1": [weak]}, dutch) == {"1": "Gemiddeld profiel"}


def test_what_is_rare_joins_a_name_that_would_say_too_little(dutch):
    rare = trait("tenure", "owned", share=29, reference=5, effect=0.5)

    assert names({"1": [trait("minor_children", "2"), rare]}, dutch) == {
        "1": "Met minderjarige kinderen, vaker koopwoning"
    }
    assert names(
        {"1": [trait("age", "<25"), trait("minor_children", "2"), rare]}, dutch
    ) == {"1": "Jong, met minderjarige kinderen"}


def test_names_are_unique_however_alike_the_clusters(phrases):
    alike = [
        trait("age", "<25"),
        trait("tenure", "owned"),
        trait("minor_children", "0"),
    ]
    found = {str(number): alike for number in range(1, 12)}

    given = names(found, phrases)

    assert len(set(given.values())) == len(given) == 11


def test_a_name_by_hand_follows_the_look_and_not_the_number(dutch):
    override = NameOverride(name="Starters", match={"age": "<25"})
    young, settled = [trait("age", "<25")], [trait("tenure", "owned")]

    first = names({"1": young, "2": settled}, dutch, [override])
    permuted = names({"1": settled, "2": young}, dutch, [override])

    assert first["1"] == permuted["2"] == "Starters"


def test_a_name_by_hand_that_fits_nobody_is_told(dutch):
    override = NameOverride(name="Starters", match={"age": "67+"})

    labels, notices = name_clusters({"1": [trait("age", "<25")]}, dutch, [override])

    assert labels["1"].name == "Jong"
    assert "Starters" in notices[0].nl


def test_the_generated_name_is_kept_under_a_name_by_hand(dutch):
    override = NameOverride(name="Starters", match={"age": "<25"})

    labels, _ = name_clusters({"1": [trait("age", "<25")]}, dutch, [override])

    assert labels["1"].generated == "Jong"


def profiles(young_in_first):
    persons = 1000
    answers = ["<25"] * young_in_first + ["25-34"] * (persons - young_in_first)
    answers += ["<25"] * 200 + ["25-34"] * 800
    clusters = pd.Series([1] * persons + [2] * persons)
    ages = pd.Categorical(answers, categories=["<25", "25-34"])
    return release(count_profiles(pd.DataFrame({"age": ages}), clusters), RULES)


@pytest.mark.parametrize(("young", "stands_out"), [(280, False), (600, True)])
def test_a_trait_passes_both_floors_or_is_none(young, stands_out):
    found = traits_of(profiles(young), "1", ["age"])

    assert bool(found) is stands_out


def is_band(code):
    """Whether a code could be a band: an analyst may draw other bands."""
    band = r"(<\d+|\d+(-\d+)?|\d+\+)"
    return re.fullmatch(rf"{band}(\.\.{band})?|low|high", code) is not None


def levels(first, second):
    """Two clusters of 1,000 in which so many (low, high) are known."""
    answers, clusters = [], []
    for number, (low, high) in enumerate((first, second), start=1):
        answers += ["low"] * low + ["high"] * high + [None] * (1000 - low - high)
        clusters += [number] * 1000
    education = pd.Categorical(answers, categories=["low", "high"])
    table = count_profiles(pd.DataFrame({"education": education}), pd.Series(clusters))
    return release(table, RULES)


def test_a_trait_is_of_those_who_answered_and_knows_how_many_did_not():
    table = levels((60, 460), (700, 220))

    high = next(t for t in traits_of(table, "1", ["education"]) if t.difference > 0)

    # 460 of 520 and 680 of 1,440 are known; 460 of 1,000 was told before
    assert (high.category, high.share, high.reference_share) == ("high", 88, 47)
    assert (high.unknown, high.reference_unknown, high.most_unknown) == (48, 28, 48)
    assert high.is_often_unknown
    assert high.of_everybody == 68


def test_the_same_answers_are_no_trait_because_fewer_are_known():
    table = levels((150, 350), (300, 700))

    assert {t.category for t in traits_of(table, "1", ["education"])} == {"unknown"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_phrase_is_for_an_answer_that_can_be_given(language):
    """A phrase for another answer would never be said."""
    text = (PROJECT / f"config/labels.{language}.toml").read_text("utf-8")
    features = {feature.name: feature for feature in FEATURES}

    for topic in tomllib.loads(text)["phrases"].values():
        for name, phrases in topic.items():
            feature = features[name]
            coded = set() if feature.edges else {c.code for c in feature.categories}
            wrong = {code for code in phrases if code not in coded}
            assert not wrong if coded else all(map(is_band, wrong)), (name, wrong)


def test_what_is_hidden_because_it_is_nearly_everybody_still_names_the_cluster(dutch):
    persons = 1000
    tenure = ["owned"] * persons + ["owned", "social_rent"] * (persons // 2)
    clusters = pd.Series([1] * persons + [2] * persons)
    answers = pd.Categorical(tenure, categories=["owned", "social_rent"])
    table = release(count_profiles(pd.DataFrame({"tenure": answers}), clusters), RULES)

    (found,) = [t for t in traits_of(table, "1", ["tenure"]) if t.category == "owned"]

    assert found.is_above
    assert found.share == RULES.dominant_percent
    assert names({"1": [found]}, dutch) == {"1": "Koopwoning"}


def test_traits_that_too_few_people_have_together_are_not_named_together(dutch):
    found = [trait("age", "<25"), trait("tenure", "owned")]

    labels, _ = name_clusters(
        {"1": found}, dutch, holds=lambda cluster, traits: len(traits) == 1
    )

    assert labels["1"].name == "Jong"


def test_what_another_phrase_already_says_is_not_in_a_name():
    income = meaning("personal_income", "<1", "1-2", "2+", ordered=True)
    words = load_phrases(
        PROJECT / "config/labels.nl.toml",
        [*DICTIONARY, income, meaning("income_source", "none", "employee")],
        "Nederland",
    )
    found = [
        trait("income_source", "none"),
        trait("personal_income", "<1", share=40),
        trait("tenure", "owned", effect=0.1),
    ]

    assert names({"1": found}, words) == {"1": "Zonder eigen inkomen, koopwoning"}


STAY = (1, 2, 3, 5, 7, 10)
SPANS = spans(STAY, DURATION, "€")
BANDS = banded(pd.Series([0.5]), STAY, DURATION, "€")[1]
LENGTH = FeatureMeaning(
    "years_in_country", Theme.DEMOGRAPHIC, Text("Verblijfsduur", "Length of stay"),
    BANDS, ordered=True, spans=SPANS,
)  # fmt: skip


def stay_tables(*persons_per_band):
    """1,000 people of cluster 1 over the bands of stay, and 1,000 spread evenly."""
    codes = [code.code for code in BANDS]
    own = [code for code, n in zip(codes, persons_per_band, strict=True)
           for _ in range(n)]  # fmt: skip
    others = [codes[number % len(codes)] for number in range(1000)]
    answers = pd.Categorical(own + others, categories=codes)
    clusters = pd.Series([1] * 1000 + [2] * 1000)
    people = pd.DataFrame({"years_in_country": answers})
    return release(count_profiles(people, clusters), RULES)


def test_bands_that_stand_out_together_are_one_trait():
    strongest = spans_of(stay_tables(210, 240, 190, 90, 90, 90, 90), "1", [LENGTH])[0]

    assert strongest.category == "<1..2-3"
    assert LENGTH.category(strongest.category).nl == "korter dan 3 jaar"
    assert strongest.answers == ("<1", "1-2", "2-3")
    # 640 of 1,000; and 355 + 385 + 335 of 2,000, rounded to fives
    assert (strongest.share, strongest.reference_share) == (64, 54)


def test_bands_that_differ_in_opposite_ways_or_are_hidden_are_not_joined():
    released = stay_tables(400, 5, 395, 50, 50, 50, 50)

    joined = {each.category for each in spans_of(released, "1", [LENGTH])}

    assert not {"<1..1-2", "<1..2-3", "1-2..2-3"} & joined


def test_what_bands_are_together_reaches_a_name():
    found = spans_of(stay_tables(390, 350, 52, 52, 52, 52, 52), "1", [LENGTH])
    said = load_phrases(PROJECT / "config/labels.nl.toml", [LENGTH], "Nederland")

    assert names({"1": found}, said) == {"1": "Kort in Nederland"}
