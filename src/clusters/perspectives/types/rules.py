"""The rules by which internationals get a type, one function for each kind of people.

A rule answers yes, no or unknown for everybody; `clusters.perspectives.types.assign`
lets the first that is not answered by no decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from clusters.people.dates import age, moment
from clusters.people.population import is_foreign_born, is_foreign_national
from clusters.perspectives.types import links
from clusters.perspectives.types.wage_limits import (
    MONTHS_WITH_HOLIDAY_PAY,
    YOUNG_BELOW,
    Scheme,
    WageLimit,
)

if TYPE_CHECKING:
    from datetime import date

# Both are the edges of the city's tables: children 0-17, the others up to 66. Those of
# 16 and 17 are in both; we count them as children.
ADULT_FROM = 18
WORKING_UNTIL = 66
# From this year on the asylum permits are known (CBS, Asiel en integratie). We go by
# the year of arrival, because the year of the permit is not in the extract.
STATUS_HOLDERS_SINCE = 2014


@dataclass(frozen=True)
class TypeRules:
    """The choices that the rules leave open.

    Attributes
    ----------
    definition, arrived_since
        Who is an international, as in the population of the study.
    scheme, own_limit
        The wage limit of a knowledge worker; an own limit goes before the scheme. All
        schemes are Dutch and in euro: for another country choose None, and employees
        are not divided unless there is an own limit.
    income
        What the limit is held against: ``personal_income`` (euro a year, the default,
        because the city's table shows yearly incomes) or ``wage`` (euro a month without
        holiday pay, which is added).
    income_year
        The year of the incomes; by default that of the day before the reference date.
    only_students_with_income
        Whether students without income fall outside the type, as on the city's
        dashboard.
    adult_from, working_until
        Below the first age somebody is a child, above the second not of working age.
    status_holders
        False leaves status holders and their families in the other types: a choice for
        an extract without motives, in which otherwise few types can be determined.
    """

    definition: Literal["born_abroad", "foreign_nationality", "either"] = "born_abroad"
    arrived_since: int | None = None
    scheme: Scheme | None = "ruling"
    own_limit: WageLimit | None = None
    income: Literal["personal_income", "wage"] = "personal_income"
    income_year: int | None = None
    only_students_with_income: bool = False
    adult_from: int = ADULT_FROM
    working_until: int = WORKING_UNTIL
    status_holders: bool = True


@dataclass(frozen=True)
class Who:
    """Answers about each person that several rules ask."""

    years: pd.Series
    international: pd.Series
    arrived: pd.Series
    minor: pd.Series
    of_working_age: pd.Series


@dataclass(frozen=True)
class Step:
    """A rule: the type, whether it holds, and the reason if that is unknown."""

    type: str
    holds: pd.Series
    if_unknown: str


def describe(people: pd.DataFrame, on: date, rules: TypeRules) -> Who:
    """Answer what several rules ask about each person."""
    years = age(people, on).astype("Float64")
    abroad = _told(is_foreign_born(people), people)
    foreign = _told(is_foreign_national(people), people)
    international = {
        "born_abroad": abroad,
        "foreign_nationality": foreign,
        "either": abroad | foreign,
    }[rules.definition]
    arrived = moment(people, "arrival_date", "arrival_year").dt.year.astype("Float64")
    # Those born here have been here since birth.
    here_since = (on.year - years).where(abroad.eq(False).fillna(False))
    arrived = arrived.fillna(here_since)
    if rules.arrived_since is not None:
        international = international & (arrived >= rules.arrived_since)
    return Who(
        years=years,
        international=international,
        arrived=arrived,
        minor=years < rules.adult_from,
        of_working_age=(years >= rules.adult_from) & (years <= rules.working_until),
    )


def status_steps(people: pd.DataFrame, who: Who, rules: TypeRules) -> list[Step]:
    """Return the rules for status holders and their families."""
    if not rules.status_holders:
        return []
    recent = who.arrived >= STATUS_HOLDERS_SINCE
    # Who was born here did not come, and has no motive.
    came = _told(is_foreign_born(people), people)
    asylum = _is(people, "migration_motive", "asylum") & came
    holder = who.international & recent & asylum
    of_parent = links.of_either_parent(people, holder)
    followed = _is(people, "migration_motive", "family") & came
    kin = (
        links.of_partner(people, holder)
        | of_parent
        | links.of_any_child(people, holder)
        | (links.of_household(people, holder) & followed)
    )
    family = kin & (who.international | (who.minor & of_parent))
    return [
        Step("status_holder", holder, "motive_unknown"),
        Step("status_family", family, "family_unknown"),
    ]


def child_steps(people: pd.DataFrame, who: Who) -> list[Step]:
    """Return the rules for those under 18."""
    of_international = links.of_either_parent(people, who.international)
    child = who.minor & (who.international | of_international)
    foreign = _told(is_foreign_national(people), people)
    return [
        Step("child_foreign", child & foreign, "child_unknown"),
        Step("child_dutch", child & ~foreign, "child_unknown"),
    ]


def adult_steps(
    people: pd.DataFrame, who: Who, limit: WageLimit | None, rules: TypeRules
) -> list[Step]:
    """Return the rules for those of working age, by what they live on."""
    adult = who.international & who.of_working_age
    earns = _amount(people, "personal_income") > 0
    student = adult & _is(people, "income_source", "student")
    employee = adult & _is(people, "income_source", "employee")
    skilled = _reaches(limit, people, who, rules)
    why_not = "limit_unknown" if limit is None else "income_unknown"
    # The city's "economically active internationals": its three types with income.
    active = employee | (student & earns)
    dependent = adult & _is(people, "income_source", "none")
    # Unknown without a source of income, no with one: never yes.
    in_doubt = links.unknown(people).mask(_is_told(people, "income_source"), False)
    return [
        Step("undetermined", adult & in_doubt, "income_source_unknown"),
        Step(
            "student",
            student & earns if rules.only_students_with_income else student,
            "income_unknown",
        ),
        Step("knowledge_worker", employee & skilled, why_not),
        Step("labour_migrant", employee & ~skilled, why_not),
        Step(
            "partner", dependent & links.of_partner(people, active), "partner_unknown"
        ),
    ]


def _reaches(
    limit: WageLimit | None, people: pd.DataFrame, who: Who, rules: TypeRules
) -> pd.Series:
    """Return whose income is at or above the limit for their age."""
    if limit is None:
        return links.unknown(people)
    income = _amount(people, rules.income)
    if rules.income == "wage":
        income = income * MONTHS_WITH_HOLIDAY_PAY
    young = (who.years < YOUNG_BELOW).fillna(False)
    return income >= np.where(young, limit.under_30, limit.regular)


def _told(answers: pd.Series | None, people: pd.DataFrame) -> pd.Series:
    return links.unknown(people) if answers is None else answers


def _is(people: pd.DataFrame, column: str, code: str) -> pd.Series:
    if column not in people:
        return links.unknown(people)
    codes = people[column]
    return (codes == code).astype("boolean").mask(codes.isna())


def _is_told(people: pd.DataFrame, column: str) -> pd.Series:
    absent = pd.Series(pd.NA, index=people.index)
    return people.get(column, absent).notna()


def _amount(people: pd.DataFrame, column: str) -> pd.Series:
    missing = pd.Series(pd.NA, index=people.index, dtype="Float64")
    return people.get(column, missing).astype("Float64")
