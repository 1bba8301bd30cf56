"""A made-up Eindhoven in which the answer of the cluster analysis is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from clusters.schema import COLUMNS, Kind
from clusters.synthetic.draws import only
from clusters.synthetic.figures import NETHERLANDS
from clusters.synthetic.homes import draw_homes
from clusters.synthetic.households import describe_households
from clusters.synthetic.incomes import draw_incomes
from clusters.synthetic.motives import motives
from clusters.synthetic.places import draw_places
from clusters.synthetic.settling import settle
from clusters.synthetic.work import draw_work

NEWCOMERS_SINCE = date(2010, 1, 1)
# The published mean stays reach 7.4 years, so the window must be longer than that;
# earlier immigrants need years before it.
_EARLIEST, _LATEST = date(2018, 7, 1), date(2026, 12, 31)
_SMALLEST = 500
_DAYS = 365.25


@dataclass(frozen=True)
class City:
    """A city's residents and, apart from them, who was planted in which cluster.

    Attributes
    ----------
    residents
        One row per resident with the columns of `clusters.schema`, without dirt.
    truth
        ``person_id`` and ``planted_cluster`` (1-7) of the planted internationals:
        everybody of 16 and over, born abroad, who arrived since 2010.
    """

    residents: pd.DataFrame
    truth: pd.DataFrame


def make_city(
    residents: int = 231_633, seed: int = 0, on: date = date(2019, 1, 1)
) -> City:
    """Draw a city as it is on the day ``on``.

    The same arguments give the same city. Raises ValueError for a city or a day the
    published figures cannot be met for.
    """
    if residents < _SMALLEST:
        raise ValueError(
            f"A city needs at least {_SMALLEST} residents; got {residents}."
        )
    if not _EARLIEST <= on <= _LATEST:
        raise ValueError(f"The day must lie in {_EARLIEST} to {_LATEST}; got {on}.")
    window = (on - NEWCOMERS_SINCE).days / _DAYS
    streams = np.random.default_rng(seed).spawn(16)
    people = settle(residents, on.year, window, streams[:8])
    people = _on_whole_days(people, on)
    people = describe_households(people, streams[8])
    people = draw_incomes(draw_work(people, streams[9]), streams[10])
    people = draw_places(draw_homes(people, streams[11]), streams[12])
    people = people.assign(motive=motives(people, streams[14]))
    addresses = _group_keys(_addresses(people), streams[15])
    return _deliver(people.assign(address_id=addresses), on, streams[13])


def _on_whole_days(people: pd.DataFrame, on: date) -> pd.DataFrame:
    """Round ages and stays to days, so that dates and durations agree."""
    day = pd.Timestamp(on)
    born = day - pd.to_timedelta(np.ceil(people["age"] * _DAYS), unit="D")
    came = day - pd.to_timedelta(np.ceil(people["stay"] * _DAYS), unit="D")
    # Somebody born on the day of arrival did not arrive before birth.
    came = came.mask(came < born, born)
    return people.assign(birth_date=born, arrival_date=came, age=full_years(born, on))


def full_years(since: pd.Series, on: date) -> pd.Series:
    """Return completed years from each date to ``on``, as birthdays count."""
    early = (since.dt.month > on.month) | (
        (since.dt.month == on.month) & (since.dt.day > on.day)
    )
    return (on.year - since.dt.year - early).astype(np.float64)


def _deliver(people: pd.DataFrame, on: date, rng: np.random.Generator) -> City:
    """Give everybody keys, dates and the agreed columns, in random order."""
    keys = _keys(len(people), rng)
    day = pd.Timestamp(on)
    moved = day - pd.to_timedelta(np.floor(people["lived_here"] * _DAYS), unit="D")
    abroad = people["birth_country"] != NETHERLANDS
    known = people.assign(
        person_id=keys,
        household_id=_group_keys(people["household"], rng),
        **{
            f"{name}_id": _linked(people[name], keys)
            for name in ("partner", "mother", "father")
        },
        birth_year=people["birth_date"].dt.year.astype(np.float64),
        sex=np.where(people["woman"], "woman", "man"),
        born_abroad=np.where(abroad, "yes", "no"),
        foreign_nationality=np.where(people["nationality"] != "0001", "yes", "no"),
        arrival_year=people["arrival_date"].dt.year.astype(np.float64),
        migration_motive=people["motive"].where(abroad),
        moved_in_date=moved,
        moved_in_year=moved.dt.year.astype(np.float64),
    )
    shuffled = known.iloc[rng.permutation(len(known))].reset_index(drop=True)
    planted = shuffled[shuffled["cluster"] > 0]
    truth = pd.DataFrame(
        {
            "person_id": planted["person_id"],
            "planted_cluster": planted["cluster"].astype(np.int64),
        }
    ).sort_values("person_id", ignore_index=True)
    told = [column.name for column in COLUMNS if column.name in shuffled]
    return City(_typed(shuffled[told]), truth)


def _keys(number: int, rng: np.random.Generator) -> np.ndarray:
    """Draw keys of nine digits that say nothing; leading zeros occur and count."""
    drawn = rng.permutation(4 * number)[:number] + 10_000_000
    return np.array([f"{key:09d}" for key in drawn], dtype=object)


def _group_keys(groups: pd.Series, rng: np.random.Generator) -> np.ndarray:
    """Give every group one key for all of its members."""
    places = groups.rank(method="dense").astype(int).to_numpy() - 1
    keys = _keys(places.max() + 1, rng)
    return np.asarray(keys[places])


def _addresses(people: pd.DataFrame) -> pd.Series:
    """Return a number per address: of a dwelling one household, of the rest several.

    What is no dwelling on the register is one building per grid square where all have
    their rooms: a block, a park or a shelter.
    """
    building = people["tenure"].isna()
    inside = people[building].groupby(["neighbourhood", "square"])["household"]
    return people["household"].mask(building, inside.transform("min"))


def _linked(rows: pd.Series, keys: np.ndarray) -> np.ndarray:
    return only((rows >= 0).to_numpy(), keys[rows])


def _typed(residents: pd.DataFrame) -> pd.DataFrame:
    text = [c.name for c in COLUMNS if c.kind in (Kind.KEY, Kind.CODE)]
    numbers = [c.name for c in COLUMNS if c.kind is Kind.NUMBER and c.name in residents]
    dates = [c.name for c in COLUMNS if c.kind is Kind.DATE]
    return residents.astype(
        {
            **dict.fromkeys(text, "str"),
            **dict.fromkeys(numbers, "float64"),
            **dict.fromkeys(dates, "datetime64[s]"),
        }
    )
