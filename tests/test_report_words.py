from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clusters import numbers
from clusters.features import FEATURES
from clusters.labels import Trait
from clusters.report.words import sentences
from clusters.report.words.predicates import lower
from clusters.schema import NO, YES, Code, FeatureMeaning, Text, Theme

HARD = "\u00a0"
LANGUAGES = ("nl", "en")


@pytest.mark.parametrize(
    ("share", "dutch", "english"),
    [
        (0, "een klein deel", "a small part"),
        (5, "een op de twintig", "one in twenty"),
        (10, "een op de tien", "one in ten"),
        (7, "een op de vijftien", "one in fifteen"),
        (8, "een op de twaalf", "one in twelve"),
        (13, "ruim een op de acht", "just over one in eight"),
        (16, "bijna een op de zes", "nearly one in six"),
        (19, "bijna een op de vijf", "nearly one in five"),
        (24, "bijna een kwart", "nearly a quarter"),
        (25, "een kwart", "a quarter"),
        (31, "ruim drie op de tien", "just over three in ten"),
        (33, "een derde", "a third"),
        (35, "ruim een derde", "just over a third"),
        (41, "ruim vier op de tien", "just over four in ten"),
        (45, "bijna de helft", "nearly half"),
        (47, "bijna de helft", "nearly half"),
        (50, "de helft", "half"),
        (55, "ruim de helft", "just over half"),
        (66, "bijna twee derde", "nearly two thirds"),
        (75, "drie kwart", "three quarters"),
        (90, "negen op de tien", "nine in ten"),
        (95, "bijna iedereen", "nearly everyone"),
        (100, "bijna iedereen", "nearly everyone"),
    ],
)
def test_a_share_is_said_as_people_say_it(share, dutch, english):
    assert sentences.fraction(share, "nl").words == dutch
    assert sentences.fraction(share, "en").words == english


STANDS_FOR = {
    "een op de twintig": 1 / 20, "een op de vijftien": 1 / 15,
    "een op de twaalf": 1 / 12,
    "een op de tien": 1 / 10, "een op de acht": 1 / 8, "een op de zes": 1 / 6,
    "een op de vijf": 1 / 5, "een kwart": 1 / 4, "drie op de tien": 3 / 10,
    "een derde": 1 / 3, "vier op de tien": 4 / 10, "de helft": 1 / 2,
    "zes op de tien": 6 / 10, "twee derde": 2 / 3, "zeven op de tien": 7 / 10,
    "drie kwart": 3 / 4, "acht op de tien": 8 / 10, "negen op de tien": 9 / 10,
}  # fmt: skip


@pytest.mark.parametrize("share", range(5, 95))
def test_a_fraction_is_near_its_share_and_ruim_is_more_and_bijna_less(share):
    said = sentences.fraction(share, "nl").words
    exact = 100 * STANDS_FOR[said.removeprefix("ruim ").removeprefix("bijna ")]

    assert abs(share - exact) <= min(5, 0.15 * share)
    if said.startswith("ruim "):
        assert share > exact
    elif said.startswith("bijna "):
        assert share < exact
    else:
        assert abs(share - exact) <= 0.5


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (1, f"1{HARD}persoon", f"1{HARD}person"),
        (5, f"5{HARD}personen", f"5{HARD}persons"),
        (1234, f"1.234{HARD}personen", f"1,234{HARD}persons"),
    ],
)
def test_one_person_is_singular(number, dutch, english):
    assert sentences.people(number, "nl") == dutch
    assert sentences.people(number, "en") == english


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (numbers.count(1234567, "nl"), "1.234.567"),
        (numbers.count(1234567, "en"), "1,234,567"),
        (numbers.count(-5, "nl"), "\u22125"),
        (numbers.decimal(12.5, "nl"), "12,5"),
        (numbers.decimal(12.5, "en"), "12.5"),
        (numbers.percent(62, "nl"), f"62{HARD}%"),
        (numbers.percent(62, "en"), "62%"),
        (numbers.points(41), "+41"),
        (numbers.points(-5), "\u22125"),
        (numbers.points(0), "0"),
        (numbers.money(1234, "€", "nl"), f"€{HARD}1.234"),
        (numbers.money(1234, "€", "en"), "€1,234"),
        (numbers.money(1234, "COP", "en"), f"COP{HARD}1,234"),
        (numbers.long_date(date(2020, 3, 1), "nl"), f"1{HARD}maart 2020"),
        (numbers.long_date(date(2020, 3, 1), "en"), f"1{HARD}March 2020"),
    ],
)
def test_numbers_are_written_as_readers_write_them(written, expected):
    assert written == expected


def test_a_hidden_number_is_no_number():
    assert numbers.known(pd.NA) is None
    assert numbers.known(5) == 5


def meaning(name: str, both: Text, *categories: Code) -> FeatureMeaning:
    return FeatureMeaning(name, Theme.DEMOGRAPHIC, both, categories)


def sentence(name, category, share, language="nl", answers=(), above=False):
    codes = answers or (Code(category, Text("het antwoord", "the answer")),)
    feature = meaning(name, Text("Een kenmerk", "A feature"), *codes)
    trait = Trait(name, category, share, 21, 0.5, is_above=above)
    return sentences.trait_sentence(trait, feature, language).replace(HARD, " ")


@pytest.mark.parametrize(
    ("share", "dutch", "english"),
    [
        (35, "Ruim een derde woont alleen", "Just over a third live alone"),
        (42, "Ruim vier op de tien wonen alleen", "Just over four in ten live alone"),
        (97, "Bijna iedereen woont alleen", "Nearly everyone lives alone"),
    ],
)
def test_the_verb_follows_its_subject(share, dutch, english):
    said = [sentence("household_position", "single", share, each) for each in LANGUAGES]

    assert said == [
        f"{dutch} ({share} % tegen 21 % van allen).",
        f"{english} ({share}% against 21% of all).",
    ]


def test_what_is_only_known_to_be_more_is_said_to_be_more():
    answers = (Code("pension", Text("AOW of pensioen", "pension")),)
    said = sentence("benefit", "pension", 90, above=True, answers=answers)

    assert said == (
        "Meer dan negen op de tien krijgen AOW of pensioen "
        "(meer dan 90 % tegen 21 % van allen)."
    )


def test_an_answer_without_words_of_its_own_is_quoted():
    assert "heeft als een kenmerk ‘het antwoord’ (" in sentence("unheard_of", "x", 35)
    ja, nee = Code(YES, Text("ja", "yes")), Code(NO, Text("nee", "no"))
    said = sentence("unheard_of", YES, 62, answers=(ja, nee))

    assert "geven op ‘een kenmerk’ het antwoord ‘ja’ (" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("feature", FEATURES, ids=lambda each: each.name)
def test_every_feature_has_a_sentence_in_which_nothing_is_left_open(feature, language):
    codes = () if feature.edges else feature.categories
    answers = codes or (Code("2", Text("2 tot 5", "2 to 5")),)
    for code in answers:
        for share in (35, 62):
            said = sentence(feature.name, code.code, share, language, answers)
            assert not set("[]{}|") & set(said)
            assert said.count("(") == said.count(")") == 1
            assert said.endswith((" van allen).", " of all)."))


@pytest.mark.parametrize(
    ("feature", "code", "dutch", "english"),
    [
        ("minor_children", "0", "geen minderjarige kinderen", "no children under 18"),
        ("minor_children", "1", "één minderjarig kind", "one child under 18"),
        ("cars", "0", "geen auto", "no car"),
        ("cars", "1", "één auto", "one car"),
    ],
)
def test_none_and_one_are_told_as_people_say_them(feature, code, dutch, english):
    assert f"heeft {dutch} " in sentence(feature, code, 35)
    assert f"have {english} " in f"{sentence(feature, code, 35, 'en')} "


def test_an_abbreviation_keeps_its_capitals_in_a_sentence():
    assert lower("WOZ-waarde") == "WOZ-waarde"
    assert lower("Leeftijd") == "leeftijd"
