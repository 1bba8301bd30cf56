from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from conftest import frame

from clusters.errors import ExtractError, SettingsError
from clusters.features import (
    FEATURES,
    build_features,
    describe_extra,
    describe_features,
)
from clusters.features.bands import (
    AGE,
    COUNT,
    DURATION,
    MEMBERS,
    MONEY,
    banded,
    even_edges,
)
from clusters.features.sectors import sector_group
from clusters.schema import NOT_APPLICABLE, FeatureMeaning, Text
from clusters.settings import Features

ON = date(2019, 1, 1)


def people(**columns):
    length = len(next(iter(columns.values())))
    ordinary = {
        "age": [30.0] * length,
        "income_source": ["employee"] * length,
        "tenure": ["owned"] * length,
    }
    return frame(**{**ordinary, **columns})


def built(person_columns, **choice):
    return build_features(
        people(**person_columns), ON, Features(**choice), currency="€"
    )


@pytest.mark.parametrize(
    ("value", "band"), [(0, "0"), (1, "1"), (2, "2"), (3, "3+"), (12, "3+")]
)
def test_a_value_on_an_edge_belongs_to_the_band_above(value, band):
    bands, _ = banded(pd.Series([float(value)]), (1, 2, 3), COUNT, "€")

    assert bands.tolist() == [band]


def test_an_unknown_value_has_no_band():
    bands, _ = banded(pd.Series([None, 4.0]), (1, 2), COUNT, "€")

    assert bands.isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("unit", "edges", "dutch", "english"),
    [
        (
            AGE,
            (25, 35),
            ["jonger dan 25 jaar", "25 tot 35 jaar", "35 jaar of ouder"],
            ["under 25", "25 to 34", "35 or over"],
        ),
        (
            MONEY,
            (10_000, 20_000),
            ["minder dan € 10.000", "€ 10.000 tot 20.000", "€ 20.000 of meer"],
            ["less than €10,000", "€10,000 to 20,000", "€20,000 or more"],
        ),
        (
            DURATION,
            (1, 2),
            ["korter dan 1 jaar", "1 tot 2 jaar", "2 jaar of langer"],
            ["less than 1 year", "1 to 2 years", "2 years or more"],
        ),
        (
            MEMBERS,
            (2, 3),
            ["1 persoon", "2 personen", "3 of meer personen"],
            ["1 person", "2 persons", "3 or more persons"],
        ),
    ],
)
def test_bands_are_worded_in_both_languages(unit, edges, dutch, english):
    _, bands = banded(pd.Series([1.0]), edges, unit, "€")

    assert [band.meaning.nl for band in bands] == dutch
    assert [band.meaning.en for band in bands] == english


def test_even_bands_have_rounded_edges_that_are_nobodys_value():
    values = pd.Series(range(1013, 9013, 7), dtype=float)

    edges = even_edges(values, 4)

    assert edges == (3000.0, 5000.0, 7000.0)


def test_unknown_and_not_applicable_are_different_answers():
    table = built(
        {
            "income_source": ["employee", "pension", "employee"],
            "weekly_hours": [36.0, None, None],
        }
    )

    hours = table.frame["weekly_hours"]

    assert hours.tolist()[:2] == ["35+", NOT_APPLICABLE]
    assert hours.isna().tolist() == [False, False, True]


def test_the_self_employed_have_no_contract_to_ask_about():
    table = built(
        {
            "income_source": ["employee", "self_employed"],
            "contract": ["permanent", None],
        }
    )

    assert table.frame["contract"].tolist() == ["permanent", NOT_APPLICABLE]


def test_somebody_without_children_has_no_youngest_child():
    table = built({"minor_children": [0.0, 1.0], "youngest_child_age": [None, 3.0]})

    assert table.frame["youngest_child_age"].tolist() == [NOT_APPLICABLE, "<4"]


def test_years_in_the_country_are_counted_to_the_reference_date():
    table = built({"arrival_date": pd.to_datetime(["2018-01-02", "2016-12-31"])})

    assert table.frame["years_in_country"].tolist() == ["<1", "2-3"]


def test_an_absent_column_leaves_its_feature_out_with_a_notice():
    table = built({"age": [30.0]})

    assert "cars" not in table.frame
    assert any("Cars" in notice.en for notice in table.notices)
    assert any("Auto's" in notice.nl for notice in table.notices)


def test_an_empty_theme_refuses():
    without_housing = people(age=[30.0]).drop(columns="tenure")

    with pytest.raises(ExtractError, match="housing"):
        build_features(without_housing, ON, Features(), currency="€")


def test_a_feature_that_does_not_exist_is_named_with_the_nearest():
    with pytest.raises(SettingsError, match="did you mean tenure"):
        built({"age": [30.0]}, use=("tenur",))


@pytest.mark.parametrize("edges", [(), (3, 2), (2, 2)])
def test_bands_must_rise(edges):
    with pytest.raises(SettingsError, match="edges"):
        built({"age": [30.0]}, bands={"age": edges})


def test_a_coded_feature_has_no_bands():
    with pytest.raises(SettingsError, match="not measured"):
        built({"age": [30.0]}, bands={"tenure": (1,)})


def test_every_answer_is_a_category_that_the_meaning_names():
    table = built({"age": [30.0, 70.0], "sex": ["man", None]})

    for meaning in table.meanings:
        named = [code.code for code in meaning.categories]
        assert table.frame[meaning.name].cat.categories.tolist() == named


def test_a_meaning_survives_being_written():
    meaning = built({"age": [30.0]}).meanings[0]

    assert FeatureMeaning.from_json(meaning.to_json()) == meaning


def test_feature_names_are_unique_and_every_theme_is_there():
    names = [feature.name for feature in FEATURES]

    assert len(names) == len(set(names))
    assert len({feature.theme for feature in FEATURES}) == 3


@pytest.mark.parametrize(
    ("sbi", "group"),
    [
        ("78201", "business_support"),
        ("62.01", "information"),
        ("i", "hospitality"),
        ("c+d+e", "industry"),
        ("00", None),
        ("-", None),
    ],
)
def test_sbi_codes_fall_in_their_group(sbi, group):
    found = sector_group(pd.Series([sbi]))[0]

    assert found == group or (group is None and pd.isna(found))


def test_an_extra_column_describes_unless_it_has_too_many_answers():
    answers, meaning = describe_extra(
        pd.Series(["a", None, "b"], name="x"), "Vraag", least=1
    )

    assert answers.cat.categories.tolist() == ["a", "b", "rare answers"], (
        "none is rare here"
    )
    assert not meaning.clustered
    with pytest.raises(SettingsError, match="40 different"):
        describe_extra(
            pd.Series([f"a{n}" for n in range(40)], name="x"), "Vraag", least=1
        )


def test_answers_that_few_people_gave_are_joined_and_not_named():
    given = pd.Series(["a"] * 10 + ["b"] * 9 + ["c"], name="x")

    answers, meaning = describe_extra(given, "Vraag", least=10)

    assert answers.value_counts().tolist() == [10, 10]
    assert "b" not in {code.meaning.nl for code in meaning.categories}


def test_a_minor_is_not_counted_as_a_child_in_the_own_household():
    table = built({"age": [17.0, 40.0, 16.0], "household_minors": [1.0, 1.0, 3.0]})

    # a boy of 17 alone with his mother, his mother, and a girl with two brothers
    assert table.frame["household_minors"].tolist() == ["0", "1", "2"]


def test_nobody_is_told_that_what_stands_in_for_another_column_is_absent():
    table = built({"age": [30.0]})

    assert not [each for each in table.notices if "minderjarigen" in each.nl]


@pytest.mark.parametrize(
    ("nationality", "meaning", "value", "pension"),
    [
        (None, "Geen Nederlandse nationaliteit", "WOZ-waarde", "AOW of pensioen"),
        (
            Text("Colombiaanse nationaliteit", "Colombiaanse nationaliteit"),
            "Geen Colombiaanse nationaliteit",
            "Woningwaarde",
            "pensioen",
        ),
    ],
)
def test_features_have_the_words_of_the_country_that_is_studied(
    nationality, meaning, value, pension
):
    told = people(
        foreign_nationality=["yes"], dwelling_value=[1e5], benefit=["pension"]
    )
    names = ["foreign_nationality", "dwelling_value", "benefit", "origin"]

    table = describe_features(
        told, ON, names, {}, currency="€", nationality=nationality
    )

    called = {each.name: each.meaning.nl for each in table.meanings}
    assert called["foreign_nationality"] == meaning
    assert called["dwelling_value"] == value
    assert table.meanings[2].category("pension").nl == pension
    if nationality:
        said = " ".join(each.nl for each in table.notices) + " ".join(called.values())
        assert "Nederland" not in said
        assert "WOZ" not in said
