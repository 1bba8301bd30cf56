from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clusters.labels import Trait
from clusters.report import numbers, words
from clusters.schema import NO, YES, Code, FeatureMeaning, Text, Theme

HARD = "\u00a0"


@pytest.mark.parametrize(
    ("share", "dutch", "english"),
    [
        (0, "een klein deel", "a small part"),
        (5, "een op de twintig", "one in twenty"),
        (10, "een op de tien", "one in ten"),
        (15, "ruim een op de tien", "just over one in ten"),
        (19, "bijna een op de vijf", "nearly one in five"),
        (24, "bijna een kwart", "nearly a quarter"),
        (25, "een kwart", "a quarter"),
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
    assert words.fraction(share, "nl").words == dutch
    assert words.fraction(share, "en").words == english


@pytest.mark.parametrize("share", range(101))
def test_ruim_is_more_and_bijna_less_than_the_fraction_itself(share):
    said = words.fraction(share, "nl").words
    exact = {words.fraction(each, "nl").words: each for each in range(94, -1, -1)}

    if said.startswith("ruim "):
        assert share > exact[said.removeprefix("ruim ")]
    elif said.startswith("bijna ") and said != "bijna iedereen":
        assert share < exact[said.removeprefix("bijna ")]


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (1, f"1{HARD}persoon", f"1{HARD}person"),
        (5, f"5{HARD}personen", f"5{HARD}persons"),
        (1234, f"1.234{HARD}personen", f"1,234{HARD}persons"),
    ],
)
def test_one_person_is_singular(number, dutch, english):
    assert words.people(number, "nl") == dutch
    assert words.people(number, "en") == english


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


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (35, "Ruim een derde (35 %) heeft als plaats in het huishouden ‘partner’; "),
        (42, "Ruim vier op de tien (42 %) hebben als plaats in het huishouden ‘par"),
    ],
)
def test_the_verb_follows_its_subject(share, expected):
    place = Text("Plaats in het huishouden", "Position in the household")
    feature = meaning("position", place, Code("x", Text("partner", "partner")))
    trait = Trait("position", "x", share, 21, 0.5)

    said = words.trait_sentence(trait, feature, "nl").replace(HARD, " ")

    assert said.startswith(expected)
    assert said.endswith("van allen is dat 21 %.")


def test_a_question_is_told_as_a_question():
    studies = Text("Volgt onderwijs", "In education")
    ja, nee = Code(YES, Text("ja", "yes")), Code(NO, Text("nee", "no"))
    trait = Trait("in_education", YES, 62, 21, 0.8)

    said = words.trait_sentence(trait, meaning("in_education", studies, ja, nee), "nl")

    assert "geldt ‘volgt onderwijs: ja’" in said


def test_an_abbreviation_keeps_its_capitals_in_a_sentence():
    assert words.lower("WOZ-waarde") == "WOZ-waarde"
    assert words.lower("Leeftijd") == "leeftijd"
