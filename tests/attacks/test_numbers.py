"""Numbers one by one: shares, groups, sums and thresholds. A05, A13, A15 and A34."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from attacked import SHIPPED, one_way, rules

import clusters.disclosure as sound
from attacks.attacker.amounts import closest_guess, without_own
from attacks.attacker.groups import certain
from attacks.attacker.linear import Solver, model_of
from attacks.attacker.reading import read_tables
from attacks.attacker.shares import recovered
from attacks.printed import published
from attacks.verdict import FEW
from attacks.weakened import (
    NO_DOMINANCE,
    NO_GROUP_AUDIT,
    NO_REPAIR,
    NOTHING_SENSITIVE,
    SHARES_OF_TRUTH,
    TRUE_COUNTS,
    UNPROVEN,
    gate,
)
from clusters.profiles import cluster_sizes, count_profiles

LOOSE_SHARES = gate(SHARES_OF_TRUTH, TRUE_COUNTS)
TYING = gate(NO_DOMINANCE, NOTHING_SENSITIVE, NO_REPAIR, UNPROVEN)
UNTYING_NOBODY = gate(NO_GROUP_AUDIT)


# A05


def test_a05_fails_on_a_study(city):
    tables = read_tables(city.folder)

    assert any(row.numbers.get("share") for table in tables for row in table.rows)
    assert recovered(tables) == []


def test_a05_bites_shares_of_true_counts(city):
    found = recovered(read_tables(city.again(gate=LOOSE_SHARES).folder))

    hidden = [each for each in found if each.row.persons is None]
    sharper = [
        each
        for each in found
        if each.row.persons is not None and each.high - each.low < 4
    ]
    assert [each for each in hidden if each.high in FEW]
    assert sharper


# A13

BENEFITS = ("none", "social_assistance", "unemployment", "disability", "other")


def benefits(exceptions, persons=405, answer="social_assistance"):
    """Sizes and profiles of two clusters; all of the first but some have a benefit."""
    told = [answer] * (persons - exceptions) + ["none"] * exceptions
    dice = np.random.default_rng(1)
    others = dice.choice(BENEFITS, 910, p=[0.4, 0.3, 0.1, 0.1, 0.1])
    answers = pd.DataFrame(
        {
            "benefit": pd.Categorical([*told, *others], categories=list(BENEFITS)),
            "cars": pd.Categorical(dice.choice(["0", "1", "2"], persons + 910)),
        }
    )
    clusters = pd.Series([1] * persons + [2] * 910)
    return [cluster_sizes(clusters), count_profiles(answers, clusters)]


@pytest.mark.parametrize("exceptions", [0, 1, 3, 20, 39])
def test_a13_fails_on_a_group_that_all_but_a_few_receive_a_benefit(exceptions):
    found, _ = published(benefits(exceptions))

    assert found
    assert most_certain(found) <= 0.92


@pytest.mark.parametrize("exceptions", [0, 1, 8])
def test_a13_bites_a_gate_that_does_not_look_at_groups(exceptions):
    found, _ = published(benefits(exceptions), gate=TYING)

    assert most_certain(found) > 0.92


def test_a13_bites_a_gate_that_hides_the_cell_and_not_the_way_to_it():
    """Everybody less the other cluster is the one that is hidden."""
    found, _ = published(benefits(1), gate=UNTYING_NOBODY)

    assert most_certain(found) > 0.92


def test_a13_fails_on_a_study(city):
    tables = read_tables(city.folder)
    sensitive = {
        (name, code)
        for name, codes in SHIPPED.sensitive.items()
        for code in (codes if codes != ("*",) else {"*"})
    }
    model = model_of(tables)

    found = certain(Solver(model), sensitive, above=0.92)
    tied = [each for each in found if each.share > 0.92]

    assert tied == []


def most_certain(found):
    """The largest part of the first cluster that is certain to receive a benefit."""
    model = model_of(found)
    pairs = {("benefit", code) for code in BENEFITS if code != "none"}
    return max(
        each.share
        for each in certain(Solver(model), pairs)
        if ("cluster", "1") in each.group
    )


# A15


@pytest.mark.parametrize(
    "amounts",
    [
        [800.0] + [2.0] * 99,
        [400.0, 400.0] + [2.0] * 98,
        [-800.0] + [2.0] * 99,
        [500.0, 430.0] + [0.4] * 60,
        [300.0] * 60,
    ],
)
def test_a15_fails_on_sums_and_means(amounts):
    for release in (sound.release_sum, sound.release_mean):
        told = release(pd.Series(amounts), SHIPPED, name="wealth", unit=1)
        assert guesses(told.value, amounts, release is sound.release_mean) == []


@pytest.mark.parametrize(
    "amounts",
    [[800.0] + [0.4] * 99, [400.0, 400.0] + [0.3] * 98, [500.0, 430.0] + [0.4] * 60],
)
def test_a15_bites_a_gate_that_does_not_look_who_makes_the_sum(amounts):
    blind = gate(("    if len(sizes) < 2 or total == 0", "    return False\n    if len(sizes) < 2 or total == 0"))  # fmt: skip
    told = blind.release_sum(pd.Series(amounts), SHIPPED, name="wealth", unit=1)

    assert guesses(told.value, amounts, mean=False)


def test_a15_fails_on_ordinary_incomes():
    """A sum that is shown gives nobody's income to the person next to them."""
    amounts = np.random.default_rng(3).lognormal(10, 0.5, 200).round().tolist()
    told = sound.release_sum(pd.Series(amounts), SHIPPED, name="income", unit=100)

    assert told.value is not None
    assert guesses(told.value, amounts, mean=False) == []


def guesses(value, amounts, mean):
    """Who is estimated within a tenth: by anybody, or by the second largest."""
    if value is None:
        return []
    total = value * (len(amounts) if mean else 1)
    largest, second = sorted(amounts, key=abs, reverse=True)[:2]
    found = [closest_guess(total), without_own(total, second)]
    return [each for each in found if abs(each - largest) <= 0.1 * abs(largest)]


# A34


@pytest.mark.parametrize(
    ("persons", "shown"),
    [(0, None), (1, None), (9, None), (10, 10), (11, 10), (13, 15)],
)
def test_a34_fails_on_counts_around_the_threshold(persons, shown):
    assert told_of(sound, persons) == shown


@pytest.mark.parametrize(
    ("edit", "persons"),
    [
        (("counts[placed.rows] < policy.min", "counts[placed.rows] <= policy.min"), 10),
        (("counts[placed.rows] < policy.minimum_persons",
          "counts[placed.rows] < policy.minimum_persons - 1"), 9),
    ],
)  # fmt: skip
def test_a34_bites_a_threshold_that_is_one_off(edit, persons):
    weak = gate(edit, NO_REPAIR, UNPROVEN)

    assert told_of(weak, persons) != told_of(sound, persons)


def told_of(through, persons):
    counts = {"a": persons, "b": 5000, "c": 6000, "d": 6100}
    found, _ = published([one_way(counts)], gate=through)
    (row,) = [row for row in found[0].rows if row.codes["step"] == "a"]
    return row.persons


@pytest.mark.parametrize(("exceptions", "shown"), [(400, None), (401, 3600)])
def test_a34_fails_on_a_share_of_just_ninety_percent(exceptions, shown):
    """3,600 of 4,000 is tied to one answer; 3,599 is not."""
    found, _ = published(benefits(exceptions, persons=4000))
    (row,) = [
        row
        for table in found
        for row in table.rows
        if row.codes == {"cluster": "1", "feature": "benefit",
                         "category": "social_assistance"}
    ]  # fmt: skip

    assert row.persons == shown


@pytest.mark.parametrize(
    ("persons", "at", "hidden"),
    [(19, 0.5, True), (20, 0.5, False), (39, 0.25, True), (40, 0.25, False)],
)
def test_a34_fails_on_quantiles_of_just_too_few(persons, at, hidden):
    incomes = pd.Series(np.linspace(10_000, 40_000, persons))
    told = sound.release_quantile(incomes, at, SHIPPED, name="income", unit=100)

    assert told.hidden is hidden


def test_a34_bites_quantiles_with_a_thinner_tail():
    incomes = pd.Series(np.linspace(10_000, 40_000, 39))
    thin = rules(minimum_tail=9)
    told = sound.release_quantile(incomes, 0.25, thin, name="income", unit=100)

    assert not told.hidden
