"""Earlier years of the made-up city.

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
from clusters.synthetic.figures import ORIGIN_GROUPS, origin_counts
from clusters.synthetic.leavers import LEAVE, make_leavers
from clusters.synthetic.years.file import yearly_file
from clusters.synthetic.years.growth import FIRST_YEAR, type_growth
from clusters.synthetic.years.kinds import (
    ADULT,
    EMPLOYEES,
    WINDOW,
    kinds_on,
    with_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.synthetic.draws import Flags, Strings

# Of all who are no internationals, this share moves in and out each year, fewer of who
# have roots abroad; with newcomers, who move more, that is nearest to the published
# moves, which span some years.
CHURN = dict.fromkeys(ORIGIN_GROUPS, 0.004) | {"NL": 0.013}
_NEWCOMERS_CHURN = 0.03
# How far the numbers lie around the published ones: by one per cent of a thousand, and
# of more by less, as with chance.
_SPREAD, _OF = 0.01, 1_000
# Of the students that an earlier year lacks this share live there still, and work: with
# it about as many stay as of who graduated in Eindhoven (Nuffic: half in five years).
_STAYED_ON, _STUDENT_UNTIL = 0.5, 26


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
    people, scale = (
        with_kinds(residents, last),
        len(residents) / origin_counts(last).sum(),
    )
    there = np.ones(len(people), dtype=bool)
    kinds = kinds_on(people, there, last)
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
        kinds = kinds_on(people, there, year)
        people, there, kinds = _with_types(people, there, kinds, aim, rng)
        people, there, kinds = _with_background(people, there, kinds, aim, rng)
        yield year, yearly_file(people[there], kinds[there], year, rng)


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
    settled = (people["came"] < aim.year - WINDOW).to_numpy()
    # Status holders have a home found for them by one municipality.
    moves = ~settled & (people["kind"] != "status_holder").to_numpy()
    later = there & moves & (rng.random(len(people)) < _NEWCOMERS_CHURN)
    for name in ORIGIN_GROUPS:
        rows = np.flatnonzero(there & ~later & (group == name))
        wanted = aim.origins[name]
        moving = max(len(rows) - wanted, 0) + int(CHURN[name] * wanted)
        order = rng.permutation(rows)
        order = order[np.argsort(~settled[order], kind="stable")]
        later[order[:moving]] = True
    return np.asarray(later)


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
    young = (ages >= ADULT) & (ages <= _STUDENT_UNTIL)
    rows = np.flatnonzero(there & young & np.isin(kinds, (*EMPLOYEES, "other")))
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
        "partner": ("partner_id", EMPLOYEES),
        "child_dutch": ("mother_id", EMPLOYEES),
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
