"""Counting through time: types and origins by year, arrivals, lengths of stay."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.profiles.counts import EVERYBODY, CountTable
from clusters.schema import UNKNOWN


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
    return CountTable(
        name=f"{perspective}s_by_year",
        dimensions=("year", perspective),
        counts=counts[["year", perspective, "persons"]].reset_index(drop=True),
        within=("year",),
    )


def count_inflow(
    years: pd.Series, groups: pd.Series, *, group: str, since: int, until: int
) -> CountTable:
    """Return internationals by year of arrival and group, with everybody of each.

    Parameters
    ----------
    years : the year in which each person came, missing for who was born here.
    groups : categorical on the same index, "type" or "origin"; missing is unknown.
    group : what the groups are called in the table.
    since, until : the years that are counted; all others together are `UNKNOWN`.
    """
    codes = [str(code) for code in groups.cat.categories]
    people = pd.DataFrame(
        {
            "year": year_codes(years, since, until),
            group: groups.astype(object).fillna(UNKNOWN).astype(str),
        }
    )
    calendar = [*map(str, range(since, until + 1)), UNKNOWN]
    if (people[group] == UNKNOWN).any():
        codes.append(UNKNOWN)
    cells = pd.crosstab(people["year"], people[group])
    cells = cells.reindex(index=calendar, columns=codes, fill_value=0)
    # A year in which nobody of a group can have come is no cell.
    cells = cells.loc[:, cells.any()].loc[cells.any(axis="columns")]
    cells[EVERYBODY] = cells.sum(axis="columns")
    cells.loc[EVERYBODY] = cells.sum()
    long = cells.rename_axis(index="year", columns=group).melt(
        value_name="persons", ignore_index=False
    )
    counts = long.reset_index().astype({"year": str, group: str, "persons": np.int64})
    return CountTable(
        name=f"arrivals_by_{group}",
        dimensions=("year", group),
        counts=counts,
        within=("year",),
    )


def year_codes(years: pd.Series, since: int, until: int) -> pd.Series:
    """Return years as codes of a table; all but ``since`` to ``until`` are unknown."""
    told = years.where(years.between(since, until)).astype(object)
    return told.astype(str).where(told.notna(), UNKNOWN)


def count_stays_by_year(
    seen: pd.DataFrame, groups: pd.Series, *, group: str, last: int
) -> CountTable:
    """Return per group how many left and were last seen in each year of their stay.

    Parameters
    ----------
    seen : as of `clusters.perspectives.stay.observed_stays`.
    groups : the group of each stay, a categorical on its index.
    group : what the groups are called in the table: "cohort" or "type".
    last : the longest stay in completed years; longer ones are in its class.

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
            "stay": np.floor(seen["years"]).clip(upper=last).astype(int),
            "outcome": np.where(seen["left"], "left", "here"),
        }
    )
    counts = stays.groupby([group, "stay", "outcome"]).size().rename("persons")
    rows = []
    for code in map(str, groups.cat.categories):
        if code not in counts.index.get_level_values(0):
            continue
        mine = counts[code]
        rows.append((code, EVERYBODY, EVERYBODY, int(mine.sum())))
        for outcome in ("left", "here"):
            found = mine[mine.index.get_level_values("outcome") == outcome]
            years = found.index.get_level_values("stay")
            first = 0 if outcome == "left" else int(years.min()) if len(years) else 0
            ends = range(first, int(years.max()) + 1) if len(years) else ()
            rows += [
                (code, str(year), outcome, int(mine.get((year, outcome), 0)))
                for year in ends
            ]
    return CountTable(
        name=f"stays_by_{group}",
        dimensions=(group, "stay", "outcome"),
        counts=pd.DataFrame(rows, columns=[group, "stay", "outcome", "persons"]),
        within=(group,),
    )
