"""The made-up city as tables about income and wealth."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.synthetic.cbs.draft import PERSON, Draft, keys, missing_keys

_EARNER = ("RINPERSOONSHKW", "RINPERSOONHKW")
_UNKNOWN = 999_999_999.0


def incomes(draft: Draft) -> pd.DataFrame:
    """INPATAB: an unknown income is nines; nobody is left out."""
    earner = _earners(draft)
    income = draft.column("personal_income").astype(float).round(2)
    return pd.DataFrame(
        {
            **keys(draft.people["person_id"], *PERSON),
            "INPPERSINK": income.fillna(_UNKNOWN),
            **missing_keys(earner, *_EARNER),
        }
    )


def household_incomes(draft: Draft) -> pd.DataFrame:
    """INHATAB: one row per household."""
    return _per_household(draft, "household_income", "INHGESTINKH")


def wealth(draft: Draft) -> pd.DataFrame:
    """VEHTAB: one row per household."""
    return _per_household(draft, "wealth", "VEHW1000VERH")


def _per_household(draft: Draft, column: str, variable: str) -> pd.DataFrame:
    earner = _earners(draft)
    is_earner = (earner == draft.people["person_id"]).to_numpy()
    amount = draft.column(column).astype(float).round(2)
    return pd.DataFrame(
        {
            **keys(earner[is_earner], *_EARNER),
            variable: amount[is_earner].fillna(_UNKNOWN),
        }
    )


def _earners(draft: Draft) -> pd.Series:
    """Return the main earner of everybody, missing where no amount is known.

    Members of a household whose amounts differ, because one is made unknown, get an
    earner each: a table per household can hold one amount only.
    """
    people = draft.people
    home = draft.column("household_id").fillna(people["person_id"])
    income = draft.column("household_income").astype(float)
    fortune = draft.column("wealth").astype(float)
    first = people["person_id"].groupby(
        [home, income.fillna(-np.inf), fortune.fillna(-np.inf)]
    )
    return first.transform("first").where(income.notna() | fortune.notna())
