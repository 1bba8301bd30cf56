"""The choices that the rules for types and municipalities leave open."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from clusters.settings.base import Frozen, misfit


class OwnLimit(Frozen):
    """A wage limit of one's own: gross a year with holiday pay, in the study's money.

    ``under_30`` is for those younger than 30, ``regular`` for all others.
    """

    regular: float = Field(gt=0)
    under_30: float = Field(gt=0)


class Perspectives(Frozen):
    """How internationals are divided into types, and what the city is.

    Parameters
    ----------
    scheme
        The wage limit of a knowledge worker: the norm of the 30%-ruling ("ruling"),
        the criterion of the immigration service ("ind"), the limits of Decisio's study
        ("decisio"), or "none" for another country, where employees are divided by an
        ``own_limit`` or not at all.
    own_limit
        Goes before the scheme.
    income, income_year
        What the limit is held against: ``personal_income`` (a year) or ``wage`` (a
        month without holiday pay, which is added); and of which year it is, by default
        that of the day before the reference date.
    adult_from, working_until
        Ages: below the first somebody is a child, above the second no longer of
        working age.
    only_students_with_income
        Leave students without income out of their type, as the city's dashboard does.
    status_holders
        False leaves status holders and their families in the other types: for an
        extract without motives of migration, in which few types can be determined.
    by_big_city
        Whether the municipality is a suburb of Amsterdam, Rotterdam or Den Haag, which
        the origins of its residents cannot tell.
    """

    scheme: Literal["ruling", "ind", "decisio", "none"] = "ruling"
    own_limit: OwnLimit | None = None
    income: Literal["personal_income", "wage"] = "personal_income"
    income_year: int | None = Field(default=None, ge=1900, le=2100)
    adult_from: int = Field(default=18, ge=16, le=21)
    working_until: int = Field(default=66, ge=50, le=80)
    only_students_with_income: bool = False
    status_holders: bool = True
    by_big_city: bool = False

    @model_validator(mode="after")
    def _limits_in_order(self) -> Perspectives:
        if self.own_limit and self.own_limit.under_30 > self.own_limit.regular:
            raise misfit(
                "own_limit.under_30 is larger than own_limit.regular",
                "own_limit.under_30 is groter dan own_limit.regular",
            )
        return self
