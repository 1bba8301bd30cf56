"""Unknowns and gaps as registers have them, put on clean residents.

The shares are our choice; what they depend on is not: Dutch registers know a diploma
if it was obtained here, an income if somebody was here for the whole year, and the
day of birth if the country of birth kept records.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

# Education unknown: foreign diplomas are hardly registered, unless somebody asked.
EDUCATION_UNKNOWN = {
    "came as adult": 0.45,
    "came as adult, on assistance": 0.12,
    "in education": 0.02,
    "born here, 45 and over": 0.30,
    "otherwise": 0.06,
}
# Incomes of the year before are unknown for those who came during it.
INCOME_UNKNOWN_FIRST_YEAR, INCOME_UNKNOWN = 0.40, 0.01
BIRTH_DAY_UNKNOWN = 0.03  # of those born abroad; the year is always known
HOURS_UNKNOWN = 0.02
VALUE_UNKNOWN = 0.015
WEALTH_UNKNOWN = 0.03
PARENT_BIRTH_UNKNOWN = 0.02
_ADULT = 18.0
_OLD = 45.0


def with_dirt(residents: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Return the residents with unknown values, some at random and some not.

    Nothing is made wrong and no key is touched. What a household shares is unknown
    for all of its members.
    """
    streams = iter(np.random.default_rng(seed).spawn(8))
    recent = residents["arrival_year"] >= residents["arrival_year"].max() - 0.5
    income = np.where(recent, INCOME_UNKNOWN_FIRST_YEAR, INCOME_UNKNOWN)
    abroad = (residents["born_abroad"] == "yes").to_numpy()
    unknown = {
        "education": _drawn(education_unknown(residents), next(streams)),
        "personal_income": _drawn(income, next(streams)),
        "birth_date": _drawn(BIRTH_DAY_UNKNOWN * abroad, next(streams)),
        "weekly_hours": _drawn(HOURS_UNKNOWN, next(streams), len(residents)),
        "birth_country_mother": _drawn(PARENT_BIRTH_UNKNOWN * abroad, next(streams)),
        "wealth": _shared(residents, WEALTH_UNKNOWN, next(streams)),
        "dwelling_value": _shared(residents, VALUE_UNKNOWN, next(streams)),
    }
    unknown["household_income"] = _households(
        residents, unknown["personal_income"] & recent
    )
    return residents.assign(
        **{name: residents[name].mask(gap) for name, gap in unknown.items()}
    )


def education_unknown(residents: pd.DataFrame) -> np.ndarray:
    """Return the chance that somebody's education is unknown."""
    age_then = residents["arrival_year"] - residents["birth_year"]
    adult = (residents["born_abroad"] == "yes") & (age_then >= _ADULT)
    shares = EDUCATION_UNKNOWN
    return np.select(
        [
            residents["in_education"] == "yes",
            adult & (residents["benefit"] == "social_assistance"),
            adult,
            ~adult & (residents["age"] >= _OLD),
        ],
        [
            shares["in education"],
            shares["came as adult, on assistance"],
            shares["came as adult"],
            shares["born here, 45 and over"],
        ],
        default=shares["otherwise"],
    )


def _drawn(
    share: np.ndarray | float, rng: np.random.Generator, size: int | None = None
) -> np.ndarray:
    chances = np.broadcast_to(share, (size,)) if size is not None else np.asarray(share)
    gaps: np.ndarray = rng.random(len(chances)) < chances
    return gaps


def _shared(
    residents: pd.DataFrame, share: float, rng: np.random.Generator
) -> np.ndarray:
    household = pd.factorize(residents["household_id"])[0]
    gaps: np.ndarray = (rng.random(household.max() + 1) < share)[household]
    return gaps


def _households(residents: pd.DataFrame, gap: pd.Series) -> np.ndarray:
    """Spread a gap to all members of the household."""
    spread: np.ndarray = (
        gap.groupby(residents["household_id"]).transform("any").to_numpy()
    )
    return spread
