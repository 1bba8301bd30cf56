"""What chance alone gives, against the published formula and against drawing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from clusters.perspectives.areas.chance import (
    dissimilarity_by_chance,
    share_interval,
    wilson,
)
from clusters.perspectives.areas.indices import dissimilarity


@pytest.mark.parametrize(("part", "whole"), [(0, 50), (30, 60), (90, 220), (50, 50)])
def test_the_interval_is_that_of_wilson(part, whole):
    expected = binomtest(part, whole).proportion_ci(0.95, method="wilson")

    assert wilson(part, whole) == pytest.approx((expected.low, expected.high))


@given(st.integers(10, 900), st.integers(0, 900), st.sampled_from([1, 5, 10]))
def test_the_interval_holds_that_of_every_count_that_rounds_to_the_same(
    part, more, base
):
    whole = part + more
    released = [(each + base // 2) // base * base for each in (part, whole)]
    low, high = share_interval(*released, base)

    exact = wilson(part, whole)
    assert low <= exact[0] + 1e-9
    assert high >= exact[1] - 1e-9


def test_half_of_sixty_after_rounding_may_be_a_third_or_two_thirds():
    low, high = share_interval(30, 60, 10)

    assert low < 0.33
    assert high > 0.67


@pytest.mark.parametrize("base", [1, 10])
def test_chance_is_the_mean_of_drawing_people_at_random(base):
    dice = np.random.default_rng(8)
    persons = pd.Series([40, 60, 80, 120, 200, 500])
    size, everybody = 300, int(persons.sum())
    found = []
    for _ in range(400):
        drawn = dice.multivariate_hypergeometric(persons.to_numpy(), size)
        members = pd.Series((drawn + base // 2) // base * base)
        away = (members - persons * size / everybody).abs().sum()
        found.append(away * everybody / (2 * size * (everybody - size)))

    expected = dissimilarity_by_chance(persons, size, everybody, base, least=0)

    assert expected == pytest.approx(np.mean(found), abs=0.005)


def test_without_rounding_it_is_the_mean_of_the_index_itself():
    dice = np.random.default_rng(9)
    persons = pd.Series([20, 50, 130])
    found = []
    for _ in range(400):
        drawn = pd.Series(dice.multivariate_hypergeometric([20, 50, 130], 80))
        found.append(dissimilarity(drawn, persons - drawn))

    expected = dissimilarity_by_chance(persons, 80, 200, base=1, least=0)

    assert expected == pytest.approx(np.mean(found), abs=0.01)


@pytest.mark.parametrize("size", [0, 200])
def test_of_nobody_or_everybody_there_is_no_chance_level(size):
    assert np.isnan(dissimilarity_by_chance(pd.Series([200]), size, 200, 5, 10))


def test_a_group_of_which_the_size_is_hidden_has_no_chance_level():
    persons = pd.Series([1010.0, np.nan, 60.0])

    assert np.isnan(dissimilarity_by_chance(persons, np.nan, 855, 10, 10))
