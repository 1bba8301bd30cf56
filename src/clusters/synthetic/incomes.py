"""Incomes: each person's own, and what the household can spend per head.

Persons earn, households spend: the standardised income is worked out from the
incomes of all members. Two scales per cluster, one for persons and one for
households, are then set so that the published medians come out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.figures import CLUSTERS, cluster_profiles

if TYPE_CHECKING:
    from clusters.synthetic.draws import Floats, Ints

# A year's income of those who do not live on wages, euro: median and spread on a log
# scale. Our choice, near the Dutch amounts of 2018.
_OTHER_SOURCES = {
    "self_employed": (15_500.0, 0.75),
    "unemployment": (16_000.0, 0.25),
    "social_assistance": (14_000.0, 0.07),
    "disability": (15_500.0, 0.15),
    "other_benefit": (13_000.0, 0.15),
    "pension": (17_500.0, 0.40),
    "student": (3_600.0, 0.70),
    "none": (1_200.0, 0.70),
}
_NOTHING = {"none": 0.80, "student": 0.22}
_COUPLE_ON_ASSISTANCE = 0.71  # each of two partners gets half of 1.42 single amounts
_ANNUAL_MONTHS = 12.96  # twelve months and 8 % holiday pay
# Weights of Statistics Netherlands, simplified: first adult 1, others 0.37, child 0.30.
_NEXT_ADULT, _CHILD = 0.37, 0.30
_CHILD_BENEFIT = 1_400.0
_ROUNDS = 12


def draw_incomes(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add personal income, wage and standardised household income."""
    income = _personal(people, rng)
    scale = _personal_scale(people, income)
    income = np.round(income * scale)
    wage = people["earned"].to_numpy() * scale / _ANNUAL_MONTHS
    has_wage = people["contract"].notna().to_numpy()
    student = (people["income_source"] == "student").to_numpy()
    wage = np.where(student, income / _ANNUAL_MONTHS, wage)
    wage = wage * np.exp(0.04 * rng.standard_normal(len(people)))
    people = people.assign(
        personal_income=np.where(people["age"] < 16, 0.0, income),
        wage=np.where(has_wage, np.round(np.maximum(wage, 20), 2), np.nan),
    )
    return people.assign(household_income=_household(people, rng))


def _personal(people: pd.DataFrame, rng: np.random.Generator) -> Floats:
    source = people["income_source"].to_numpy()
    income = people["earned"].to_numpy(copy=True)
    for name, (median, spread) in _OTHER_SOURCES.items():
        rows = np.flatnonzero(source == name)
        level = 0.4 * people["career"].to_numpy()[rows]
        level = level + 0.92 * rng.standard_normal(len(rows))
        income[rows] = median * np.exp(spread * level)
        none = rng.random(len(rows)) < _NOTHING.get(name, 0.0)
        income[rows[none]] = 0.0
    halved = (source == "social_assistance") & (people["partner"] >= 0).to_numpy()
    income = np.where(halved, income * _COUPLE_ON_ASSISTANCE, income)
    # Who came during the year earned during part of it.
    present = people["stay"].fillna(99.0).clip(0.05, 1.0).to_numpy()
    years: Floats = income * present
    return years


def _personal_scale(people: pd.DataFrame, income: Floats) -> Floats:
    """Return the factor that brings each cluster to its published median."""
    targets = cluster_profiles()["personal_income_eur"].dropna()
    cluster = people["cluster"].to_numpy()
    scale = np.ones(len(people))
    for number, target in targets.items():
        rows = cluster == number
        median = float(np.median(income[rows])) if rows.any() else 0.0
        if median > 0:
            scale[rows] = target / median
    return scale


def net_of_tax(income: Floats) -> Floats:
    """Return what is left of a year's income: our simple scale of two brackets."""
    left: Floats = income - 0.06 * np.minimum(income, 20_000)
    return left - 0.42 * np.maximum(income - 20_000, 0)


def _household(people: pd.DataFrame, rng: np.random.Generator) -> Floats:
    household = people["household"].to_numpy()
    size = len(people)
    minor = (people["age"] < 18).to_numpy()
    spendable = net_of_tax(people["personal_income"].to_numpy())
    total = np.bincount(household, spendable + _CHILD_BENEFIT * minor, size)
    adults = np.bincount(household, ~minor, size)
    children = np.bincount(household, minor, size)
    weight = 1 + _NEXT_ADULT * np.maximum(adults - 1, 0) + _CHILD * children
    standard = total / weight * np.exp(0.08 * rng.standard_normal(size))
    # Savings, gifts from abroad: nobody's household lives on nothing.
    standard = standard + 300 * np.exp(0.8 * rng.standard_normal(size))
    institution = (people["role"] == "institution").to_numpy()
    own = np.where(institution, spendable, standard[household])
    return np.round(own * _household_scale(people, own))


def _household_scale(people: pd.DataFrame, income: Floats) -> Floats:
    """Scale households so that each cluster's median over persons is as published.

    A household is scaled once, by the cluster that marks it: a pupil's or a partner's
    before the head's. Clusters share households, hence the rounds.
    """
    mark = _marks(people)
    targets = cluster_profiles()["std_disp_hh_income_eur"]
    cluster = people["cluster"].to_numpy()
    factor = np.ones(len(CLUSTERS) + 1)
    for _ in range(_ROUNDS):
        for number in CLUSTERS:
            rows = cluster == number
            if rows.any():
                median = np.median((income * factor[mark])[rows])
                factor[number] *= targets[number] / max(median, 1.0)
    scale: Floats = factor[mark]
    return scale


def _marks(people: pd.DataFrame) -> Ints:
    """Return the cluster that scales each person's household, 0 for none."""
    household, cluster = people["household"].to_numpy(), people["cluster"].to_numpy()
    mark = np.zeros(len(people), dtype=np.int64)
    for number in (2, 3, 6, 1, 5, 4, 7):
        mark[household[cluster == number]] = number
    marks: Ints = mark[household]
    return marks
