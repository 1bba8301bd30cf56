"""The file of one year: what a register of that day would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.years.kinds import EMPLOYEES

if TYPE_CHECKING:
    from clusters.synthetic.draws import Floats, Ints, Strings

TYPES_ASK = ("migration_motive", "income_source", "personal_income")
COLUMNS = (
    "person_id", "household_id", "partner_id", "mother_id", "father_id", "birth_year",
    "sex", "birth_country", "birth_country_mother", "birth_country_father",
    "nationality", "arrival_date", *TYPES_ASK,
)  # fmt: skip


def yearly_file(
    people: pd.DataFrame, kinds: Strings, year: int, rng: np.random.Generator
) -> pd.DataFrame:
    """Return the columns of a yearly file, in random order."""
    people = people.reset_index(drop=True)
    ages = year - 1 - people["birth_year"].to_numpy(dtype=np.float64)
    told = people.assign(
        partner_id=_partners(people, kinds, rng),
        migration_motive=_motives(people, kinds),
        income_source=_sources(kinds),
        personal_income=_incomes(kinds, ages, rng),
    )
    shuffled: Ints = rng.permutation(len(told))
    return told[list(COLUMNS)].iloc[shuffled].reset_index(drop=True)


def _partners(
    people: pd.DataFrame, kinds: Strings, rng: np.random.Generator
) -> pd.Series:
    """Return partners; who depends on one that works has one, this year another."""
    working = people.loc[np.isin(kinds, EMPLOYEES), "person_id"].to_numpy()
    alone = (kinds == "partner") & ~people["partner_id"].isin(working).to_numpy()
    partners = people["partner_id"].to_numpy(dtype=object).copy()
    if len(working):
        partners[alone] = rng.choice(working, int(alone.sum()))
    return pd.Series(partners, dtype="str")


def _motives(people: pd.DataFrame, kinds: Strings) -> pd.Series:
    """Return motives; asylum is told of status holders only, as a type says."""
    motives = people["migration_motive"].astype(object)
    not_held = (motives == "asylum") & (kinds != "status_holder")
    return motives.mask(not_held, "other").astype("str")


def _sources(kinds: Strings) -> pd.Series:
    sources = {
        "knowledge_worker": "employee",
        "labour_migrant": "employee",
        "student": "student",
        "partner": "none",
        "other": "self_employed",
        "status_holder": "social_assistance",
        "status_family": "none",
    }
    return pd.Series(kinds).map(sources).astype("str")


def _incomes(kinds: Strings, ages: Floats, rng: np.random.Generator) -> Floats:
    """Draw incomes on the right side of every year's limit, by age."""
    young = ages < 30
    low = np.select(
        [kinds == "knowledge_worker", kinds == "labour_migrant", kinds == "student"],
        [np.where(young, 29_500, 38_500), np.where(young, 6_000, 8_000), 3_000],
        0,
    )
    high = np.select(
        [kinds == "knowledge_worker", kinds == "labour_migrant", kinds == "student"],
        [np.where(young, 48_000, 85_000), np.where(young, 25_500, 33_500), 14_000],
        0,
    )
    drawn = low + (high - low) * rng.beta(2, 2.5, len(kinds))
    return np.asarray(np.round(drawn, -1), dtype=np.float64)
