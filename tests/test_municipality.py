from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from clusters.perspectives.origin.groups import ORIGIN18
from clusters.perspectives.origin.municipality import municipality_type
from clusters.perspectives.origin.municipality_types import (
    MUNICIPALITY_TYPES,
    Condition,
)

EXPECTED = Path(__file__).parent / "expected"
BIG, SMALL = 200_000, 40_000


def city(name):
    shares = pd.read_csv(EXPECTED / "origin18_cities_2017_pct.csv", index_col="group")
    return shares[name].set_axis([group.code for group in ORIGIN18])


def residents(**percent):
    """A municipality of these percentages; the rest is of Dutch origin."""
    return pd.Series({"NL": 100 - sum(percent.values()), **percent})


def type_of(origins, inhabitants, **where):
    return municipality_type(origins, inhabitants, **where).type.code


# Inhabitants of 2022 (CBS). The WRR names the first six; of the other three it says
# nothing, so that is what our limits make of them.
@pytest.mark.parametrize(
    ("name", "inhabitants", "kind", "nearest"),
    [
        ("Amsterdam", 882_633, "majority_minority", "big_provincial"),
        ("Rotterdam", 655_468, "majority_minority", "big_provincial"),
        ("Den Haag", 553_417, "majority_minority", "big_provincial"),
        ("Utrecht", 361_699, "big_provincial", "average"),
        ("Eindhoven", 238_326, "big_provincial", "expat"),
        ("Tilburg", 224_459, "big_provincial", "average"),
        ("Breda", 184_702, "average", "big_provincial"),
        ("Den Bosch", 156_538, "average", "big_provincial"),
        ("Helmond", 93_476, "average", "horticulture"),
    ],
)
def test_the_nine_cities_with_a_known_composition(name, inhabitants, kind, nearest):
    placement = municipality_type(city(name), inhabitants)

    assert placement.type.code == kind
    assert placement.nearest == nearest


@pytest.mark.parametrize(
    ("origins", "inhabitants", "kind"),
    [
        (residents(CEE=9.9), SMALL, "homogeneous"),
        (residents(CEE=4, TURKEY=3, GERMAN=3), SMALL, "horticulture"),
        (residents(GERMAN=30, MOROCCO=3, CEE=3), SMALL, "border"),
        (residents(BELGIUM=10, TURKEY=3, CEE=3), SMALL, "border"),
        (residents(CEE=6, TURKEY=3, ANGLO=5), SMALL, "horticulture"),
        (residents(MOROCCO=9, TURKEY=2, CEE=2, ANGLO=6), SMALL, "large_minority"),
        (residents(MOROCCO=9, TURKEY=2, CEE=2, ANGLO=6), BIG, "average"),
        (residents(EASIA=5, SASIA=6, ANGLO=9, MEDIT=6, WINDIES=4), SMALL, "expat"),
        (residents(TURKEY=5, MOROCCO=4, CEE=3, ANGLO=3), SMALL, "average"),
        (residents(TURKEY=20, MOROCCO=20, WINDIES=11), SMALL, "majority_minority"),
        (pd.Series({"NL": 1.0}), SMALL, "homogeneous"),
    ],
)
def test_each_type_has_its_rule(origins, inhabitants, kind):
    assert type_of(origins, inhabitants) == kind


def test_a_suburb_is_told_by_where_it_lies():
    origins = residents(TURKEY=9, MOROCCO=6, WINDIES=9, CEE=6, ANGLO=6)

    assert type_of(origins, SMALL, by_big_city=True) == "suburb"
    assert type_of(origins, SMALL) == "average"


def test_ninety_and_fifty_per_cent_are_on_the_diverse_and_the_dutch_side():
    assert type_of(residents(TURKEY=5, CEE=2, ANGLO=3), SMALL) != "homogeneous"
    assert type_of(residents(TURKEY=25, CEE=12, ANGLO=13), BIG) == "big_provincial"


def test_the_distance_is_what_one_measure_must_change():
    placement = municipality_type(city("Rotterdam"), 655_468)

    # 49.7 of 99.8 per cent is 49.80: a fifth of a point more and the majority is Dutch.
    assert placement.distances["big_provincial"] == pytest.approx(0.2, abs=0.01)
    assert list(placement.distances.values()) == sorted(placement.distances.values())
    assert set(placement.distances) == {
        kind.code for kind in MUNICIPALITY_TYPES if kind.code != "majority_minority"
    }


def test_the_distance_to_a_later_type_counts_the_way_out_of_the_present_one():
    placement = municipality_type(residents(ANGLO=5), SMALL)

    # 95 % Dutch: five points down it is no longer homogeneous, and then average.
    assert placement.distances["average"] == pytest.approx(5)


def test_counts_and_shares_give_the_same_answer():
    shares = city("Eindhoven")

    by_share = municipality_type(shares / 100, 238_326)
    by_count = municipality_type(shares * 2_000, 238_326)

    assert by_share.measures == pytest.approx(by_count.measures)


def test_inhabitants_are_compared_in_per_cent_of_the_limit():
    big = Condition("inhabitants", "at least", 100_000)

    assert big.margin({"inhabitants": 93_000}) == pytest.approx(-7)


@pytest.mark.parametrize(
    ("origins", "inhabitants"), [(pd.Series({"Turkije": 1}), 10), (city("Breda"), 0)]
)
def test_what_is_no_composition_is_refused(origins, inhabitants):
    with pytest.raises(ValueError, match="18 groups"):
        municipality_type(origins, inhabitants)


@pytest.mark.parametrize("kind", MUNICIPALITY_TYPES, ids=lambda kind: kind.code)
def test_the_rule_in_words_names_every_limit(kind):
    for condition in kind.conditions:
        if condition.measure == "by_big_city":
            continue
        limit = condition.limit
        index = limit / 100 if condition.measure == "diversity" else limit
        told = f"{index:.3f}".rstrip("0").rstrip(".") if index < 1 else f"{index:,g}"
        if condition.measure == "inhabitants":
            told = f"{limit:,.0f}"
        assert told in kind.rule.en
        assert told.translate(str.maketrans(",.", ".,")) in kind.rule.nl
