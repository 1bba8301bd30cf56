"""The made-up city as GBAHUISHOUDENSBUS."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.synthetic.cbs.draft import (
    NEVER,
    Draft,
    days,
    encoded,
    spells,
    stacked,
)

_YEAR = 365


def households(draft: Draft) -> pd.DataFrame:
    """GBAHUISHOUDENSBUS: now, before, and for some what comes after."""
    number = draft.column("household_id")
    in_one = number.notna()
    begin = _begins(draft, number)
    goes_on = ~draft.some(in_one, 0.05)
    ends = np.where(goes_on, NEVER, draft.on + draft.rng.integers(0, 300, len(number)))
    now = _rows(draft, in_one, begin, ends).assign(
        HUISHOUDNR=number[in_one].to_numpy(),
        TYPHH=_code(draft, "household_type", "TYPHH")[in_one].to_numpy(),
        PLHH=_code(draft, "household_position", "PLHH")[in_one].to_numpy(),
        AANTALPERSHH=draft.column("household_size").astype(float)[in_one].to_numpy(),
    )
    earlier, since = draft.some(in_one, 0.4), begin - 3 * _YEAR
    before = _single(draft, earlier, _rows(draft, earlier, since, begin - 1), "7")
    later = in_one & ~goes_on
    after = _single(draft, later, _rows(draft, later, ends + 1, NEVER), "8")
    return stacked(now, before, after)


def _begins(draft: Draft, number: pd.Series) -> np.ndarray:
    """Return since when: all members of a household have the same begin."""
    moved = days(draft.column("moved_in_date"))
    guess = draft.days_before(len(number), 0, 4 * _YEAR)
    own = pd.Series(np.where(np.isnat(moved), guess, moved)).clip(upper=draft.on)
    joint = own.groupby(number.to_numpy()).transform("max")
    return days(joint.fillna(own))


def _single(
    draft: Draft, of_whom: pd.Series, rows: pd.DataFrame, first: str
) -> pd.DataFrame:
    """Return rows of a household of one, with numbers of its own."""
    ids = draft.people["person_id"][np.asarray(of_whom, dtype=bool)]
    return rows.assign(
        HUISHOUDNR=(first + ids.str[1:]).to_numpy(),
        TYPHH="1",
        PLHH="2",
        AANTALPERSHH=1.0,
    )


def _rows(
    draft: Draft, of_whom: pd.Series, begin: np.ndarray, end: np.ndarray | np.datetime64
) -> pd.DataFrame:
    return spells(draft, of_whom, begin, end).rename(
        columns={"begin": "DATUMAANVANGHH", "end": "DATUMEINDEHH"}
    )


def _code(draft: Draft, column: str, variable: str) -> pd.Series:
    where = f"GBAHUISHOUDENSBUS.{variable}"
    return encoded(draft.column(column), where, draft.rng, unknown="--")
