"""Counting through time: types and origins by year, arrivals, lengths of stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.profiles.counts import EVERYBODY, CountTable, counted
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands in place of a year of arrival: of who came before the years that are
# counted, and of who was born in the country and so never came.
EARLIER, BORN_HERE = "earlier", "born_here"


def count_years(years: pd.DataFrame, perspective: str, *, but: int) -> CountTable:
    """Return persons per year and code; shares are of the year.

    Parameters
    ----------
    years : ``year``, ``perspective``, ``code`` and exact ``persons``.
    perspective : "type" or "origin", and what the column of codes is called.
    but : the year of the extract, which is counted in a table of its own.
    """
    mine = (years["perspective"] == perspective) & (years["year"] != but)
    counts = years[mine].rename(columns={"code": perspective})
    counts = counts.astype({"year": str, perspective: str, "persons": np.int64})
    return counted(
        f"{perspective}s_by_year",
        counts[["year", perspective, "persons"]].reset_index(drop=True),
    )


def count_by_arrival(
    arrived: pd.Series, groups: pd.Series, *, group: str, since: int, until: int
) -> CountTable:
    """Return who lives there by year of arrival and group, with everybody of each.

    Parameters
    ----------
    arrived : the year of each person, as of `arrival_codes`.
    groups : categorical on the same index, "type" or "origin"; everybody has a type,
        of who has no origin it is unknown.
    group : what the groups are called in the table.
    since, until : the years that are counted.
    """
    codes = [str(code) for code in groups.cat.categories]
    codes += [UNKNOWN] if group == "origin" else []
    people = pd.DataFrame(
        {"year": arrived, group: groups.astype(object).fillna(UNKNOWN).astype(str)}
    )
    calendar = [EARLIER, *map(str, range(since, until + 1)), BORN_HERE, UNKNOWN]
    cells = pd.crosstab(people["year"], people[group])
    # A year or group of nobody is a row too: its absence would tell that it is zero.
    cells = cells.reindex(index=calendar, columns=codes, fill_value=0)
    cells[EVERYBODY] = cells.sum(axis="columns")
    cells.loc[EVERYBODY] = cells.sum()
    long = cells.rename_axis(index="year", columns=group).melt(
        value_name="persons", ignore_index=False
    )
    counts = long.reset_index().astype({"year": str, group: str, "persons": np.int64})
    return counted(f"arrivals_by_{group}", counts)


def arrival_codes(
    years: pd.Series, born_here: pd.Series, since: int, until: int
) -> pd.Series:
    """Return the year in which each person came, or why there is none.

    Parameters
    ----------
    years : the year in which each person came, missing where none is told.
    born_here : on the same index, whether somebody was born in the country; missing
        where that is unknown. Who was born here and came back has a year.
    since, until : the first and last year that are counted. Who came before is
        `EARLIER`; a year after it is one that nobody can have come in, and `UNKNOWN`.
    """
    told = years.where(years.between(since, until)).astype(object)
    codes = told.astype(str).where(told.notna(), UNKNOWN)
    codes = codes.mask((years < since).fillna(value=False), EARLIER)
    never_came = years.isna() & born_here.fillna(value=False).astype(bool)
    return codes.mask(never_came, BORN_HERE)


def stay_codes(seen: pd.DataFrame, last: int) -> pd.Series:
    """Return the whole years that each stay was seen, ``last`` and more as one class.

    ``seen`` is as of `clusters.perspectives.stay.survival.observed_stays`.
    """
    codes = seen["years"].astype(str)
    return codes.mask(seen["years"] >= last, f"{last}+")


def count_stays_by_year(
    seen: pd.DataFrame, groups: pd.Series, *, group: str, last: int
) -> CountTable:
    """Return per group how many left and were last seen in each year of their stay.

    Parameters
    ----------
    seen : as of `clusters.perspectives.stay.survival.observed_stays`.
    groups : the group of each stay, a categorical on its index.
    group : what the groups are called in the table: "cohort", "type" or "cluster".
    last : the longest stay in completed years; it and longer ones are one class.

    Returns
    -------
    CountTable
        Dimensions ``group``, ``stay`` (completed years) and ``outcome`` ("left",
        "here"). `EVERYBODY` in all of them is a group as a whole. Cells that cannot be
        are absent: those of one cohort who are still here came as long ago. Shares are
        of the group.
    """
    stays = pd.DataFrame(
        {
            group: groups.reindex(seen.index).astype(str),
            "stay": seen["years"].clip(upper=last),
            "outcome": np.where(seen["left"], "left", "here"),
        }
    )
    counts = stays.groupby([group, "stay", "outcome"]).size().rename("persons")
    rows = []
    for code in map(str, groups.cat.categories):
        if code in counts.index.get_level_values(0):
            mine = counts[code]
            rows.append((code, EVERYBODY, EVERYBODY, int(mine.sum())))
            rows += [(code, *cell) for cell in _stay_cells(mine, last)]
    return counted(
        f"stays_by_{group}",
        pd.DataFrame(rows, columns=[group, "stay", "outcome", "persons"]),
    )


def _stay_cells(mine: pd.Series, last: int) -> Iterator[tuple[str, str, int]]:
    """Yield who left in each year that somebody can have, and who are still here."""
    for outcome in ("left", "here"):
        found = mine[mine.index.get_level_values("outcome") == outcome]
        if found.empty:
            continue
        years = found.index.get_level_values("stay")
        first = 0 if outcome == "left" else int(years.min())
        for year in range(first, int(years.max()) + 1):
            code = f"{last}+" if year == last else str(year)
            yield code, outcome, int(mine.get((year, outcome), 0))
