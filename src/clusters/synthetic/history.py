"""Earlier years of the made-up city: one file per year in the person layout.

The numbers are planted, from the last year back to the first: by origin they are drawn
around what Eindhoven published; by type they grew as Eindhoven's did, to the number
that the city itself has now, so that its years agree. Who lives there now and had come
by then was there; who is lacking of a type or origin is somebody who left since; who is
too many moved in later, from elsewhere in the country.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import apportion
from clusters.synthetic.figures import (
    NETHERLANDS,
    ORIGIN_GROUPS,
    origin_counts,
    type_counts,
)
from clusters.synthetic.leavers import ASYLUM_SINCE, LEAVE, make_leavers
from clusters.synthetic.origins import origin_groups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.synthetic.draws import Flags, Floats, Ints, Strings

FIRST_YEAR = 2010
# As many years as the study counts newcomers: 2019 less 2010.
_WINDOW = 9
# Of all who are no internationals, this share moves in and out each year, fewer of who
# have roots abroad; with newcomers, who move more, that is nearest to the published
# moves, which span some years.
_CHURN = dict.fromkeys(ORIGIN_GROUPS, 0.004) | {"NL": 0.013}
_NEWCOMERS_CHURN = 0.03
# How far the numbers lie around the published ones: by one per cent of a thousand, and
# of more by less, as with chance.
_SPREAD, _OF = 0.01, 1_000
_ADULT, _LAST_WORKING = 18, 66
# Above these incomes a year an employee of 2018 is a knowledge worker: the norm of the
# 30%-ruling (see `clusters.perspectives.limits`).
_YOUNG_BELOW, _LIMIT_YOUNG, _LIMIT = 30, 28_350, 37_296
_ASYLUM = ["status_holder", "status_family"]
# Of the students that an earlier year lacks this share live there still, and work: with
# it about as many stay as of who graduated in Eindhoven (Nuffic: half in five years).
_STAYED_ON, _STUDENT_UNTIL = 0.5, 26
_EMPLOYEES = ("knowledge_worker", "labour_migrant")
_TYPES_ASK = ("migration_motive", "income_source", "personal_income")
_COLUMNS = (
    "person_id", "household_id", "partner_id", "mother_id", "father_id", "birth_year",
    "sex", "birth_country", "birth_country_mother", "birth_country_father",
    "nationality", "arrival_date", *_TYPES_ASK,
)  # fmt: skip


@dataclass(frozen=True)
class _Aim:
    """A year that is to be made: persons by origin and by type, and who newcomers are.

    ``newcomers`` are persons by origin, of those who are newcomers now.
    """

    year: int
    origins: dict[str, int]
    types: dict[str, int]
    newcomers: pd.Series


def earlier_years(
    residents: pd.DataFrame, last: int, seed: int
) -> Iterator[tuple[int, pd.DataFrame]]:
    """Yield each earlier year and everybody who lived there on its first day.

    Parameters
    ----------
    residents : who lives there on the first day of ``last``, under register keys.
    last : that year; the years before it are made, back to `FIRST_YEAR`.
    seed : decides all that is drawn.
    """
    rng = np.random.default_rng([seed, last])
    people, scale = _pool(residents, last), len(residents) / origin_counts(last).sum()
    there = np.ones(len(people), dtype=bool)
    kinds = _kinds(people, there, last)
    growth = type_growth(pd.Series(kinds).value_counts(), last)
    newcomers = people["group"][kinds != "background"].value_counts()
    for year in range(last - 1, FIRST_YEAR - 1, -1):
        came, born = people["came"].to_numpy(), people["birth_year"].to_numpy()
        there &= (came < year) & ~(born >= year)
        aim = _Aim(
            year,
            _around(origin_counts(year), scale, rng),
            _around(growth.loc[year], 1, rng),
            newcomers,
        )
        there &= ~_moved_in_later(people, there, aim, rng)
        kinds = _kinds(people, there, year)
        people, there, kinds = _with_types(people, there, kinds, aim, rng)
        people, there, kinds = _with_background(people, there, kinds, aim, rng)
        yield year, _told(people[there], kinds[there], year, rng)


def write_history(
    residents: pd.DataFrame, folder: Path, last: int, seed: int
) -> dict[int, Path]:
    """Write a parquet file per earlier year and of the next; return them by year.

    The first and the next tell no types: nothing was published of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {last + 1: folder / f"{last + 1}.parquet"}
    later_year(residents, last, seed).to_parquet(files[last + 1], index=False)
    for year, people in earlier_years(residents, last, seed):
        told = people.drop(columns=list(_TYPES_ASK)) if year == FIRST_YEAR else people
        files[year] = folder / f"{year}.parquet"
        told.to_parquet(files[year], index=False)
    return files


def type_growth(now: pd.Series, last: int) -> pd.DataFrame:
    """Return persons by year and type: as many as now, after the published growth.

    Parameters
    ----------
    now : persons of each type on the first day of ``last``.
    last : the last year of the table.
    """
    published = type_counts().reindex(range(FIRST_YEAR, last + 1)).ffill().bfill()
    # Who is of no published type is as large a part of all as now.
    published = published.assign(other=published.drop(columns=_ASYLUM).sum(axis=1))
    # A file of the first day of a year knows nobody who came in it.
    published.loc[: min(ASYLUM_SINCE, last), _ASYLUM] = 0
    return published / published.loc[last] * now.reindex(published.columns).fillna(0)


def later_year(residents: pd.DataFrame, last: int, seed: int) -> pd.DataFrame:
    """Return who lives there a year after ``last``: who stayed, and as many who came.

    The shorter somebody has been there, the likelier they leave: our choice.
    """
    rng = np.random.default_rng([seed, last + 1])
    people = _pool(residents, last)
    stay = last - people["came"].to_numpy(dtype=np.float64)
    newcomer = (people["came"] > 0).to_numpy() & (stay <= _WINDOW)
    settled = people["group"].map(_CHURN).to_numpy(dtype=np.float64)
    leaves = np.where(newcomer, 0.04 + 0.26 * np.exp(-stay / 2.5), settled)
    # Status holders leave about as seldom as everybody else does.
    leaves = np.where(newcomer & (people["kind"] == "status_holder"), 0.04, leaves)
    gone = rng.random(len(people)) < leaves
    groups = people.loc[gone, "group"].to_numpy(dtype=object)
    parts = [people[~gone]]
    for kind, mine in (("background", groups == "NL"), ("other", groups != "NL")):
        first = 950_000_000 + len(parts) * len(people)
        made = make_leavers(kind, groups[mine], last + 1, first, rng)
        days = pd.to_timedelta(rng.integers(0, 365, len(made)), unit="D")
        came = pd.Series(pd.Timestamp(last, 1, 1) + days)
        parts.append(made.assign(arrival_date=came if kind == "other" else pd.NaT))
    told = [name for name in _COLUMNS if name not in _TYPES_ASK]
    everybody = pd.concat(parts, ignore_index=True)
    return everybody[told].iloc[rng.permutation(len(everybody))]


def _pool(residents: pd.DataFrame, last: int) -> pd.DataFrame:
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
    active = residents["person_id"][(employee | student) & (came >= last - _WINDOW)]
    kinds = np.full(len(residents), "other", dtype=object)
    kinds[(source == "none") & residents["partner_id"].isin(active)] = "partner"
    kinds[employee] = "labour_migrant"
    limit = np.where(young, _LIMIT_YOUNG, _LIMIT)
    kinds[employee & (income >= limit)] = "knowledge_worker"
    kinds[student] = "student"
    asylum = residents["migration_motive"].to_numpy(dtype=object) == "asylum"
    kinds[asylum & (came >= ASYLUM_SINCE)] = "status_holder"
    return kinds


def _around(
    counts: pd.Series, scale: float, rng: np.random.Generator
) -> dict[str, int]:
    expected = counts.to_numpy(dtype=np.float64)
    spread = _SPREAD * np.sqrt(_OF / np.maximum(expected, _OF))
    drawn = expected * scale * (1 + spread * rng.standard_normal(len(expected)))
    return dict(zip(counts.index, drawn.round().astype(int), strict=True))


def _moved_in_later(
    people: pd.DataFrame, there: Flags, aim: _Aim, rng: np.random.Generator
) -> Flags:
    """Mark who came to the city during the year: too many of an origin, and others."""
    group = people["group"].to_numpy()
    settled = (people["came"] < aim.year - _WINDOW).to_numpy()
    # Status holders have a home found for them by one municipality.
    moves = ~settled & (people["kind"] != "status_holder").to_numpy()
    later = there & moves & (rng.random(len(people)) < _NEWCOMERS_CHURN)
    for name in ORIGIN_GROUPS:
        rows = np.flatnonzero(there & ~later & (group == name))
        wanted = aim.origins[name]
        moving = max(len(rows) - wanted, 0) + int(_CHURN[name] * wanted)
        order = rng.permutation(rows)
        order = order[np.argsort(~settled[order], kind="stable")]
        later[order[:moving]] = True
    return np.asarray(later)


def _kinds(people: pd.DataFrame, there: Flags, year: int) -> Strings:
    """Return everybody's type on the first day of a year, "background" for none."""
    ages = year - 1 - people["birth_year"].to_numpy(dtype=np.float64)
    came = people["came"].to_numpy()
    newcomer = (came >= year - _WINDOW) & (came > 0)
    recent = pd.Series(newcomer & there, index=people["person_id"])
    parents = [
        people[name].map(recent).fillna(value=False).to_numpy(dtype=bool)
        for name in ("mother_id", "father_id")
    ]
    kinds = np.where(newcomer, people["kind"].to_numpy(dtype=object), "background")
    kinds[newcomer & (ages > _LAST_WORKING)] = "other"
    child = (ages < _ADULT) & (newcomer | parents[0] | parents[1])
    child &= people["kind"].to_numpy(dtype=object) != "status_holder"
    foreign = (people["nationality"] != "0001").to_numpy()
    kinds[child] = np.where(foreign[child], "child_foreign", "child_dutch")
    return np.asarray(kinds)


def _with_types(
    people: pd.DataFrame,
    there: Flags,
    kinds: Strings,
    aim: _Aim,
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, Flags, Strings]:
    """Give a year its numbers by type: some moved in later, some have left."""
    people, kinds = _studied_then(people, there, kinds, aim, rng)
    there = there.copy()
    for kind, number in aim.types.items():
        rows = rng.permutation(np.flatnonzero(there & (kinds == kind)))
        leaving = max(number - len(rows), round(LEAVE.get(kind, 0) * number))
        there[rows[max(number - leaving, 0) :]] = False
        if leaving > 0:
            groups = _lacking(people["group"][there], aim, leaving, rng)
            made = make_leavers(kind, groups, aim.year, _next_id(people), rng)
            made = _linked(made, kind, people, there, kinds, rng)
            people, there, kinds = _joined(people, there, kinds, made, kind)
    return people, there, kinds


def _studied_then(
    people: pd.DataFrame,
    there: Flags,
    kinds: Strings,
    aim: _Aim,
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, Strings]:
    """Let some of who work now have come to study, and stayed."""
    lacking = aim.types["student"] - int((there & (kinds == "student")).sum())
    ages = aim.year - 1 - people["birth_year"].to_numpy(dtype=np.float64)
    young = (ages >= _ADULT) & (ages <= _STUDENT_UNTIL)
    rows = np.flatnonzero(there & young & np.isin(kinds, (*_EMPLOYEES, "other")))
    chosen = rng.permutation(rows)[: max(round(_STAYED_ON * lacking), 0)]
    kinds, kind = kinds.copy(), people["kind"].to_numpy(dtype=object).copy()
    kinds[chosen] = kind[chosen] = "student"
    return people.assign(kind=kind), kinds


def _with_background(
    people: pd.DataFrame,
    there: Flags,
    kinds: Strings,
    aim: _Aim,
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, Flags, Strings]:
    """Fill every origin up with people who were there for long, and left since."""
    found = people.loc[there, "group"].value_counts()
    lacking = [
        max(aim.origins[name] - int(found.get(name, 0)), 0) for name in ORIGIN_GROUPS
    ]
    groups = np.repeat(np.array(ORIGIN_GROUPS, dtype=object), lacking)
    made = make_leavers("background", groups, aim.year, _next_id(people), rng)
    return _joined(people, there, kinds, made, "background")


def _lacking(
    present: pd.Series, aim: _Aim, size: int, rng: np.random.Generator
) -> Strings:
    """Draw origins for who is made: those of newcomers, where the year has too few."""
    found = present.value_counts()
    abroad = [name for name in ORIGIN_GROUPS if name != "NL"]
    room = np.array([aim.origins[name] > found.get(name, 0) for name in abroad])
    new = np.array([aim.newcomers.get(name, 0) for name in abroad], dtype=float)
    groups = np.repeat(
        np.array(abroad, dtype=object), apportion(size, np.where(room, new, 0) + 0.1)
    )
    return np.asarray(rng.permutation(groups))


def _linked(  # noqa: PLR0913 - the state of a year, and whom it is about
    made: pd.DataFrame,
    kind: str,
    people: pd.DataFrame,
    there: Flags,
    kinds: Strings,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Give partners a partner who works, children a mother, kin a household."""
    to, among = {
        "partner": ("partner_id", _EMPLOYEES),
        "child_dutch": ("mother_id", _EMPLOYEES),
        "status_family": ("household_id", ("status_holder",)),
    }.get(kind, ("", ()))
    rows = np.flatnonzero(there & np.isin(kinds, among))
    if not to or not len(rows):
        return made
    chosen = people.iloc[rng.choice(rows, len(made))].reset_index(drop=True)
    if to == "household_id":
        return made.assign(household_id=chosen["household_id"])
    made = made.assign(**{to: chosen["person_id"]})
    if to == "mother_id":
        # The origin of who is born here is the mother's, who must have come before.
        made = made.assign(
            birth_country_mother=chosen["birth_country"],
            group=chosen["group"],
            came=np.maximum(chosen["came"], made["birth_year"]),
        )
    return made


def _joined(
    people: pd.DataFrame,
    there: Flags,
    kinds: Strings,
    made: pd.DataFrame,
    kind: str,
) -> tuple[pd.DataFrame, Flags, Strings]:
    size = len(made)
    return (
        pd.concat([people, made], ignore_index=True),
        np.concatenate([there, np.ones(size, dtype=bool)]),
        np.concatenate([kinds, np.full(size, kind, dtype=object)]),
    )


def _next_id(people: pd.DataFrame) -> int:
    return 900_000_000 + len(people)


def _told(
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
    return told[list(_COLUMNS)].iloc[shuffled].reset_index(drop=True)


def _partners(
    people: pd.DataFrame, kinds: Strings, rng: np.random.Generator
) -> pd.Series:
    """Return partners; who depends on one that works has one, this year another."""
    working = people.loc[np.isin(kinds, _EMPLOYEES), "person_id"].to_numpy()
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
