"""Means, sums and quantiles at the gate."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from attacked import SHIPPED, rules
from hypothesis import given
from hypothesis import strategies as st

from clusters.disclosure import (
    ReleasedNumber,
    release_mean,
    release_quantile,
    release_sum,
)
from clusters.errors import DisclosureError


def amounts(*values):
    return pd.Series(values, dtype=float)


def spread(count):
    return amounts(*(1000.0 + 10 * each for each in range(count)))


def total(values, policy=SHIPPED, unit=1):
    return release_sum(values, policy, name="total", unit=unit)


def mean(values, policy=SHIPPED, unit=1):
    return release_mean(values, policy, name="mean", unit=unit)


def quantile(values, at=0.5, policy=SHIPPED, unit=1):
    return release_quantile(values, at, policy, name="quantile", unit=unit)


@pytest.mark.parametrize(("persons", "hidden"), [(0, True), (9, True), (10, False)])
def test_a_sum_has_ten_persons_behind_it(persons, hidden):
    assert total(spread(persons)).hidden is hidden


def test_missing_answers_are_not_persons_behind_a_number():
    values = pd.concat([spread(9), amounts(np.nan, np.nan)])

    assert total(values).hidden


@pytest.mark.parametrize(("persons", "hidden"), [(49, True), (50, False)])
def test_a_mean_has_fifty_persons_behind_it(persons, hidden):
    assert mean(spread(persons)).hidden is hidden


def test_a_mean_is_the_sum_over_the_rounded_count_in_its_unit():
    values = amounts(*range(100, 152))  # 52 persons, printed as 50

    assert mean(values).value == np.floor(values.sum() / 50 + 0.5)
    assert mean(values, unit=100).value == 100


@pytest.mark.parametrize(
    ("largest", "hidden"),
    [
        ([49.0], False),
        ([51.0], True),  # one has more than half
        ([35.0, 31.0], False),
        ([35.0, 33.0], True),  # two have more than 67 %
    ],
)
def test_nobody_dominates_a_sum(largest, hidden):
    others = (100 - sum(largest)) / 50
    values = amounts(*largest, *[others] * 49, others)

    assert total(values).hidden is hidden


def test_dominance_looks_at_sizes_and_not_at_signs():
    assert total(amounts(-900.0, *[10.0] * 60)).hidden
    assert not total(amounts(*[-10.0] * 30, *[10.0] * 31)).hidden


def test_the_runner_up_cannot_work_out_the_largest():
    loose = rules(largest_percent=100, two_largest_percent=100)
    near, far = ([500.0, 400.0, *[each] * 10] for each in (4.9, 5.0))

    assert total(amounts(*near), loose).hidden
    assert not total(amounts(*far), loose).hidden


def test_a_number_that_is_everybodys_is_hidden():
    assert total(amounts(*[500.0] * 80)).hidden
    assert total(amounts(*[0.0] * 80)).hidden


@pytest.mark.parametrize(
    ("at", "enough"), [(0.5, 20), (0.25, 40), (0.75, 40), (0.1, 100), (0.9, 100)]
)
def test_a_quantile_has_ten_persons_on_its_thin_side(at, enough):
    assert not quantile(spread(enough), at).hidden
    assert quantile(spread(enough - 1), at).hidden


def test_a_quantile_is_nobodys_value_but_a_mean_of_ten():
    values = amounts(*range(0, 200, 10))  # 0 to 190: the middle ten are 50 to 140

    assert quantile(values).value == 95
    assert quantile(values, unit=100).value == 100


@given(st.lists(st.integers(0, 10**6), min_size=20, max_size=60))
def test_a_median_is_never_the_smallest_nor_the_largest_alone(values):
    shown = quantile(amounts(*values)).value
    ordered = sorted(values)

    assert np.mean(ordered[:10]) - 1 <= shown <= np.mean(ordered[-10:]) + 1


@pytest.mark.parametrize("at", [0, 1, -0.1, 2])
def test_there_is_no_smallest_and_no_largest(at):
    with pytest.raises(DisclosureError):
        quantile(spread(500), at)


def test_an_amount_that_is_no_number_is_refused_without_telling_it():
    with pytest.raises(DisclosureError, match="finite") as refused:
        total(amounts(*range(60), np.inf))
    assert "59" not in str(refused.value)
    with pytest.raises(DisclosureError, match="unit"):
        total(spread(60), unit=0)


def test_nobody_else_makes_a_released_number():
    with pytest.raises(DisclosureError, match="gate"):
        ReleasedNumber("n", 1.0, SHIPPED, seal=object())
