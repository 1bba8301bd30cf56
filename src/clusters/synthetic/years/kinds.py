"""Of which type and origin everybody in the made-up city is, in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.figures import NETHERLANDS
from clusters.synthetic.leavers import ASYLUM_SINCE
from clusters.synthetic.origins import origin_groups

if TYPE_CHECKING:
    from clusters.synthetic.draws import Flags, Strings

# As many years as the study counts newcomers: 2019 less 2010.
WINDOW = 9
EMPLOYEES = ("knowledge_worker", "labour_migrant")
ADULT, _LAST_WORKING = 18, 66
# Above these incomes a year an employee of 2018 is a knowledge worker: the norm of the
# 30%-ruling (see `clusters.perspectives.types.wage_limits`).
_YOUNG_BELOW, _LIMIT_YOUNG, _LIMIT = 30, 28_350, 37_296


def with_kinds(residents: pd.DataFrame, last: int) -> pd.DataFrame:
    """Return the residents with what they live on for a type, group and year."""
    abroad = (residents["birth_country"] != NETHERLANDS).to_numpy()
    came = residents["arrival_date"].dt.year.to_numpy(dtype=np.float64, na_value=0)
    return residents.reset_index(drop=True).assign(
        kind=_base_kinds(residents, last),
        group=origin_groups(residents),
        came=np.where(abroad, came, 0),
    )


def _base_kinds(residents: pd.DataFrame, last: int) -> Strings:
    """Return the type that each resident would have as an adult newcomer."""
    source = residents["income_source"].to_numpy(dtype=object)
    income = residents["personal_income"].to_numpy(dtype=np.float64, na_value=0)
    came = residents["arrival_date"].dt.year.to_numpy(dtype=np.float64, na_value=0)
    young = last - 1 - residents["birth_year"].to_numpy(dtype=np.float64) < _YOUNG_BELOW
    employee = source == "employee"
    student = (source == "student") & (income > 0)
    active = residents["person_id"][(employee | student) & (came >= last - WINDOW)]
    kinds = np.full(len(residents), "other", dtype=object)
    kinds[(source == "none") & residents["partner_id"].isin(active)] = "partner"
    kinds[employee] = "labour_migrant"
    limit = np.where(young, _LIMIT_YOUNG, _LIMIT)
    kinds[employee & (income >= limit)] = "knowledge_worker"
    kinds[student] = "student"
    asylum = residents["migration_motive"].to_numpy(dtype=object) == "asylum"
    kinds[asylum & (came >= ASYLUM_SINCE)] = "status_holder"
    return kinds


def kinds_on(people: pd.DataFrame, there: Flags, year: int) -> Strings:
    """Return everybody's type on the first day of a year, "background" for none."""
    ages = year - 1 - people["birth_year"].to_numpy(dtype=np.float64)
    came = people["came"].to_numpy()
    newcomer = (came >= year - WINDOW) & (came > 0)
    recent = pd.Series(newcomer & there, index=people["person_id"])
    parents = [
        people[name].map(recent).fillna(value=False).to_numpy(dtype=bool)
        for name in ("mother_id", "father_id")
    ]
    kinds = np.where(newcomer, people["kind"].to_numpy(dtype=object), "background")
    kinds[newcomer & (ages > _LAST_WORKING)] = "other"
    child = (ages < ADULT) & (newcomer | parents[0] | parents[1])
    child &= people["kind"].to_numpy(dtype=object) != "status_holder"
    foreign = (people["nationality"] != "0001").to_numpy()
    kinds[child] = np.where(foreign[child], "child_foreign", "child_dutch")
    return np.asarray(kinds)
