"""How people make a living: source of income, job, schooling and benefit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import blend, by_rank, choose, only
from clusters.synthetic.parts import SECTORS, WORK, Work

if TYPE_CHECKING:
    from clusters.synthetic.draws import Flags, Floats, Strings

LEVELS = ("primary", "lower_secondary", "upper_secondary", "bachelor", "master")
PENSION_AGE = 66.0
_SCHOOL_AGE = 4.0

# Sources of income that are benefits carry their own name as benefit; pensions and
# these too.
_BENEFITS = ("social_assistance", "unemployment", "disability", "pension")


def draw_work(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add source of income, job, education and benefit, part by part.

    ``earned`` is an employee's year on a scale still to be set (see `incomes`).
    """
    older = (people["age"] >= PENSION_AGE) & (people["cluster"] == 0)
    people = people.assign(work=people["part"].where(~older, "elderly"))
    drawn = [
        _draw_part(group, WORK[str(part)], rng)
        for part, group in people.groupby("work", sort=True)
    ]
    return people.join(pd.concat(drawn))


def _draw_part(
    group: pd.DataFrame, work: Work, rng: np.random.Generator
) -> pd.DataFrame:
    size = len(group)
    career = group["career"].to_numpy()
    # The well placed are in work, the others more often on benefits.
    placed = blend(rng, (0.35, -career))
    source = by_rank(placed, work.sources)
    employed = source == "employee"
    schooling = blend(rng, (0.6, career))
    studying = _studying(group, source, work, rng)
    relation = only(employed, choose(rng, size, work.relations))
    relation[source == "self_employed"] = "self_employed"
    works = (source == "student") & (rng.random(size) < work.side_jobs)
    relation[works] = "on_call"
    in_job = employed | ((source == "student") & (relation == "on_call"))
    # Nobody registers the hours of the self-employed: they stay unknown.
    hours = np.where(in_job, _hours(relation, work, rng, size), np.nan)
    return pd.DataFrame(
        {
            "income_source": source,
            "education": by_rank(
                schooling, dict(zip(LEVELS, work.education, strict=True))
            ),
            "in_education": np.where(studying, "yes", "no"),
            "working_relation": relation,
            "contract": _contracts(group, relation, in_job, work, rng),
            "sector": only(
                in_job | (source == "self_employed"), _sectors(relation, work, rng)
            ),
            "weekly_hours": hours,
            "benefit": np.where(np.isin(source, _BENEFITS), source, "none"),
            "earned": _earned(career, hours, work, rng),
        },
        index=group.index,
    ).astype({"education": object})


def _studying(
    group: pd.DataFrame, source: Strings, work: Work, rng: np.random.Generator
) -> Flags:
    age = group["age"].to_numpy()
    draw = rng.random(len(group))
    # Nearly everybody who lives on studies is enrolled.
    chance = np.where(source == "student", 0.96, work.studying / 3)
    return np.where(age < 16, age >= _SCHOOL_AGE, draw < chance)


def _hours(
    relation: Strings, work: Work, rng: np.random.Generator, size: int
) -> Floats:
    mean, spread = work.hours
    # Who is on call works shorter weeks; nobody's week is over 48 or under 2 hours.
    shift = np.where(relation == "on_call", -0.15 * mean, 0.0)
    hours = mean + shift + spread * rng.standard_normal(size)
    return np.asarray(np.round(np.clip(hours, 2, 48)), dtype=np.float64)


def _contracts(
    group: pd.DataFrame,
    relation: Strings,
    in_job: Flags,
    work: Work,
    rng: np.random.Generator,
) -> Strings:
    """Careers and long stays lead to permanent contracts, agencies do not."""
    leaning = blend(rng, (0.45, group["career"].to_numpy()))
    stay = group["stay"].fillna(20.0).to_numpy()
    leaning = leaning + 0.12 * np.minimum(stay - np.median(stay), 6.0)
    leaning = leaning - np.where(np.isin(relation, ["agency", "on_call"]), 1.2, 0.0)
    contract = by_rank(
        leaning, {"temporary": 1 - work.permanent, "permanent": work.permanent}
    )
    return only(in_job, contract)


def _sectors(relation: Strings, work: Work, rng: np.random.Generator) -> Strings:
    drawn = choose(rng, len(relation), SECTORS[work.sectors])
    agency = choose(rng, len(relation), {"78201": 0.84, "78202": 0.12, "78203": 0.04})
    return np.asarray(np.where(relation == "agency", agency, drawn))


def _earned(
    career: Floats, hours: Floats, work: Work, rng: np.random.Generator
) -> Floats:
    level = blend(rng, (0.75, career))
    week = np.where(np.isnan(hours), work.hours[0], hours) / work.hours[0]
    return np.asarray(work.income * np.exp(work.spread * level) * week**0.8)
