"""People followed from year to year: who came, who left, how long they stayed.

A file of a year tells who was there on one day. Who is in one file and no longer in the
next left in between; on which day is not known, so the middle of the year stands for
it. Who died is counted as having left, because a file does not tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from datetime import date

# Two files of one city a year apart share nearly everybody; if fewer than half of the
# keys return, they are other keys: our choice.
_SAME_KEYS = 0.5
HALF_A_YEAR = pd.Timedelta(days=182)


@dataclass(frozen=True)
class Seen:
    """Who was there on one day.

    Attributes
    ----------
    on
        The day.
    people
        Index ``person_id``; categoricals ``type`` and ``origin9``, the dates
        ``born_on`` and ``arrived_on`` (missing where unknown or born here).
    """

    on: date
    people: pd.DataFrame


def are_same_keys(earlier: Seen, later: Seen) -> bool:
    """Return whether two files know people by the same keys."""
    again = earlier.people.index.isin(later.people.index)
    return bool(len(again)) and float(again.mean()) >= _SAME_KEYS


def moves_between(earlier: Seen, later: Seen) -> pd.DataFrame:
    """Return one row per move: ``origin9`` and ``direction`` ("in" or "out").

    Who was born in between did not move.
    """
    left = earlier.people[~earlier.people.index.isin(later.people.index)]
    came = later.people[~later.people.index.isin(earlier.people.index)]
    came = came[~(came["born_on"] > pd.Timestamp(earlier.on))]
    moved = [
        each[["origin9"]].assign(direction=direction)
        for each, direction in ((came, "in"), (left, "out"))
    ]
    return pd.concat(moved, ignore_index=True)


def stays_of(internationals: list[Seen], last_seen: pd.Series) -> pd.DataFrame:
    """Return the stays of internationals who came while the city was followed.

    Parameters
    ----------
    internationals : in order of the day, one year apart; only internationals.
    last_seen : by ``person_id`` the last day on which somebody was there, also those
        who were no internationals any more by then.

    Returns
    -------
    DataFrame
        Index ``person_id``: ``arrived_on``, ``seen_on`` (the first day after arrival,
        from which the stay is counted), ``left_on`` (missing for who is still there),
        ``cohort`` (the year of arrival) and the ``type`` on the first day seen.
        Only who was there on the first such day after arrival: who came later to the
        city stayed elsewhere before, and how many of those left nobody knows. Who
        arrives on such a day is seen on the next, like all who come that year.
    """
    every = pd.concat(
        [each.people.assign(seen_on=pd.Timestamp(each.on)) for each in internationals]
    )
    every = every[every["arrived_on"] < every["seen_on"]]
    first = every[~every.index.duplicated(keep="first")]
    days = [pd.Timestamp(each.on) for each in internationals]
    day_before = first["seen_on"].map(dict(pairwise(reversed(days))))
    stays = first[first["arrived_on"] >= day_before]
    seen_last = last_seen.loc[stays.index]
    is_here = seen_last == pd.Timestamp(internationals[-1].on)
    return pd.DataFrame(
        {
            "arrived_on": stays["arrived_on"],
            "seen_on": stays["seen_on"],
            "left_on": (seen_last + HALF_A_YEAR).mask(is_here),
            "cohort": stays["arrived_on"].dt.year.astype("int64"),
            "type": stays["type"],
        }
    ).sort_index()
