"""The six types of internationals, as rules with precedence.

Eindhoven did not publish its rules. These follow what its tables show (ages, a wage
limit by age, children by nationality, status holders since 2014) and the nearest
published rules (Decisio 2013; Statistics Netherlands). `TYPES` says each rule in words;
the first that holds decides, so nobody has two types.

Every rule answers yes, no or unknown. If an answer that comes before the deciding one
is unknown, the type "cannot be determined", and the reason is counted; it is never
guessed. An absent column makes every answer that needs it unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from clusters.perspectives.types.names import REASONS, TYPES
from clusters.perspectives.types.rules import (
    Step,
    TypeRules,
    Who,
    adult_steps,
    child_steps,
    describe,
    status_steps,
)
from clusters.perspectives.types.wage_limits import WageLimit, wage_limit

if TYPE_CHECKING:
    from datetime import date

__all__ = ["REASONS", "TYPES", "TypeRules", "Types", "assign_types"]


@dataclass(frozen=True)
class Types:
    """The type of each person, and why.

    Attributes
    ----------
    type
        Categorical with the codes of `TYPES`, on the index of the people.
    reason
        Categorical with the codes of `REASONS`: why the type cannot be determined, or
        why an international has none of the six; missing for all others.
    limit
        The wage limit that was applied; None if there was none.
    """

    type: pd.Series
    reason: pd.Series
    limit: WageLimit | None

    def reason_counts(self) -> pd.DataFrame:
        """Return type, reason and exact ``persons``, for every pair that occurs."""
        given = pd.DataFrame({"type": self.type, "reason": self.reason}).dropna()
        counts = given.groupby(["type", "reason"], observed=True).size()
        return counts.rename("persons").reset_index()


def assign_types(people: pd.DataFrame, on: date, rules: TypeRules) -> Types:
    """Give every resident one of the `TYPES`.

    Parameters
    ----------
    people : every resident, children too, with canonical columns; the index is
        ``person_id``, which the keys of partners and parents refer to.
    on : the reference date.
    rules : the choices that the rules leave open.

    Raises
    ------
    SettingsError
        If there is no wage limit for the year of the incomes.
    """
    limit = limit_of(rules, on)
    who = describe(people, on, rules)
    steps = [*status_steps(people, who, rules), *child_steps(people, who)]
    steps += adult_steps(people, who, limit, rules)
    steps += [
        Step("other", who.international, "definition_unknown"),
        Step("not_international", ~who.international, "definition_unknown"),
    ]
    return _decide(people, who, steps, limit)


def limit_of(rules: TypeRules, on: date) -> WageLimit | None:
    """Return the wage limit that rules ask for; None for another country without one.

    Raises
    ------
    SettingsError
        If there is no wage limit for the year of the incomes.
    """
    if rules.own_limit or not rules.scheme:
        return rules.own_limit
    return wage_limit(rules.scheme, income_year_of(rules, on))


def income_year_of(rules: TypeRules, on: date) -> int:
    """Return the year of the incomes that are held against the limit."""
    return rules.income_year or (pd.Timestamp(on) - pd.Timedelta(days=1)).year


def _decide(
    people: pd.DataFrame, who: Who, steps: list[Step], limit: WageLimit | None
) -> Types:
    """Let the first rule decide that is not answered by no."""
    kind = pd.Series(pd.NA, index=people.index, dtype="object")
    reason = kind.copy()
    for step in steps:
        open_ = kind.isna()
        in_doubt = open_ & step.holds.isna()
        kind = kind.mask(open_ & step.holds.fillna(False), step.type)
        kind = kind.mask(in_doubt, "undetermined")
        reason = reason.mask(in_doubt, step.if_unknown)
    # Who somebody is comes before what they do, whichever rule met the doubt first.
    doubtful = reason.notna()
    reason = reason.mask(doubtful & who.international.isna(), "definition_unknown")
    reason = reason.mask(doubtful & who.years.isna(), "age_unknown")
    rest = kind == "other"
    reason = reason.mask(rest, _why_other(people, who))
    return Types(
        type=kind.astype(pd.CategoricalDtype([each.code for each in TYPES])),
        reason=reason.astype(pd.CategoricalDtype([each.code for each in REASONS])),
        limit=limit,
    )


def _why_other(people: pd.DataFrame, who: Who) -> pd.Series:
    source = people.get("income_source", pd.Series(pd.NA, index=people.index))
    why = source.map(
        {
            "self_employed": "self_employed",
            "none": "no_income",
            "student": "student_without_income",
        }
    )
    why = why.astype(object).fillna("benefit")
    return why.mask(~who.of_working_age.fillna(True), "too_old")
