"""What the makers of CBS tables share: keys, codes, days and who is in the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from clusters.schema.cbs import cbs_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray

PERSON = ("RINPERSOONS", "RINPERSOON")
OPEN, NEVER = "88888888", np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Draft:
    """Everybody in the files, by position, and the means to make rows about them.

    ``people`` holds canonical columns; a column the city does not have is missing
    for all. The same seed gives the same files.
    """

    people: pd.DataFrame
    on: np.datetime64
    rng: np.random.Generator

    def column(self, name: str) -> pd.Series:
        """Return a canonical column, all missing if the city has none."""
        if name in self.people:
            return self.people[name]
        return pd.Series(pd.NA, index=self.people.index, dtype="str")

    def days_before(self, size: int, low: int, high: int) -> NDArray[np.datetime64]:
        """Return days from ``low`` to ``high`` days before the reference date."""
        return self.on - self.rng.integers(low, high + 1, size)

    def some(self, among: NDArray[np.bool_] | pd.Series, share: float) -> pd.Series:
        """Return a random part of those for whom ``among`` holds."""
        chosen = self.rng.random(len(among)) < share
        return pd.Series(np.asarray(among, dtype=bool) & chosen)


def keys(ids: pd.Series, letter: str, number: str) -> dict[str, pd.Series]:
    """Return an own key as the two variables in which CBS keeps it."""
    return {letter: ids.str[:1], number: ids.str[1:]}


def missing_keys(ids: pd.Series, letter: str, number: str) -> dict[str, pd.Series]:
    """Return keys likewise, with dashes where there is none."""
    parts = keys(ids, letter, number)
    return {
        letter: parts[letter].fillna("-"),
        number: parts[number].fillna("---------"),
    }


def encoded(
    values: pd.Series,
    where: str,
    rng: np.random.Generator,
    unknown: str = "-",
) -> pd.Series:
    """Return our codes as CBS codes; of several that mean the same, any.

    Parameters
    ----------
    where : ``TABLE.VARIABLE``, or ``TABLE.VARIABLE.column`` if it fills more.
    """
    table, variable, *column = where.split(".")
    fills = cbs_table(table).variable(variable).fills
    codes = fills[column[0]] if column else next(iter(fills.values()))
    return _chosen(values, codes, rng).fillna(unknown)


def _chosen(
    values: pd.Series, codes: Mapping[str, str], rng: np.random.Generator
) -> pd.Series:
    answers: dict[str, list[str]] = {}
    for code, ours in codes.items():
        answers.setdefault(ours, []).append(code)
    result = pd.Series(pd.NA, index=values.index, dtype="str")
    for ours, candidates in answers.items():
        is_this = values == ours
        drawn = rng.choice(np.array(candidates, dtype=object), int(is_this.sum()))
        result[is_this] = drawn
    return result


def day(on: date) -> np.datetime64:
    """Return a date as numpy counts days."""
    return np.datetime64(on, "D")


def days(dates: pd.Series | NDArray[np.datetime64]) -> NDArray[np.datetime64]:
    """Return dates as whole days, missing where unknown."""
    return np.asarray(dates, dtype="datetime64[D]")


def written(
    dates: pd.Series | NDArray[np.datetime64], missing: str = OPEN
) -> pd.Series:
    """Return dates as CBS writes them: YYYYMMDD, or ``missing``."""
    array = pa.array(days(dates), pa.date32())
    texts = pc.fill_null(pc.strftime(array, format="%Y%m%d"), missing)
    return pd.Series(texts.to_pandas(), dtype="str")


def stacked(*parts: pd.DataFrame) -> pd.DataFrame:
    """Return rows of several makers under each other."""
    return pd.concat(parts, ignore_index=True)


def spells(
    draft: Draft,
    of_whom: pd.Series,
    begin: NDArray[np.datetime64],
    end: NDArray[np.datetime64] | np.datetime64,
) -> pd.DataFrame:
    """Return one spell for each of these people; an end of NaT is open."""
    rows = np.flatnonzero(np.asarray(of_whom, dtype=bool))
    ends = np.broadcast_to(end, len(draft.people))[rows]
    ids = draft.people["person_id"].iloc[rows].reset_index(drop=True)
    return pd.DataFrame(
        {
            **keys(ids, *PERSON),
            "begin": written(begin[rows]),
            "end": written(ends),
        }
    )
