"""Who lived there, came, left and was born: bound together by the years.

Who lives there at the end or left since, lived there at the start, came since or was
born there. So residents of two years and the moves between them tell how many were
born of every origin, which no table says. Tables that are attacked and not shown tie
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.perspectives.origin.groups import ORIGIN9, ORIGIN18
from clusters.profiles import EVERYBODY
from clusters.study.publishing.linked import tying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure import LinkedTable
    from clusters.profiles import CountTable

_YEARS, _MOVES = "origins_by_year", "moves"
_NINE, _END, _START = "standing_years", "standing_end", "standing_start"
_NOBODY = pd.Series(dtype="int64")
_JOINED = {group.code: group.joined for group in ORIGIN18}


def balance(tables: Sequence[CountTable], year: int) -> list[LinkedTable]:
    """Return what ties residents of the first and last year to moves; none without.

    Parameters
    ----------
    tables : all that is counted; of origins by year, moves, and origins of ``year``.
    year : of the reference date, which is in the table of origins.
    """
    named = {table.name: table for table in tables}
    if not {_YEARS, _MOVES, "origins"} <= named.keys():
        return []
    now = named["origins"].counts.query("origin != @EVERYBODY").assign(year=str(year))
    residents = pd.concat([named[_YEARS].counts, now], ignore_index=True)
    told = sorted(residents["year"].astype(int).unique())
    if told != list(range(told[0], told[0] + len(told))) or len(told) < 2:  # noqa: PLR2004
        return []
    first, last = (_by_nine(residents, str(each)) for each in (told[0], told[-1]))
    moved = named[_MOVES].counts.set_index(["direction", "origin9"])["persons"]
    came, left = (
        _every_group(moved.get(way, pd.Series(dtype=int))) for way in ("in", "out")
    )
    born = last + left - first - came
    # Where origins were recorded otherwise in between, nothing adds up.
    kept = born.index[born >= 0]
    ends = {"there": last[kept], "left": left[kept]}
    starts = {"there": first[kept], "came": came[kept], "born": born[kept]}
    both = residents[residents["year"].isin([str(told[0]), str(told[-1])])]
    return [
        _by_year(both),
        _sides(_END, "end", ends),
        _sides(_START, "start", starts),
    ]


def _by_nine(residents: pd.DataFrame, year: str) -> pd.Series:
    mine = residents[residents["year"] == year]
    return _every_group(mine.groupby(mine["origin"].map(_JOINED))["persons"].sum())


def _every_group(persons: pd.Series) -> pd.Series:
    codes = [group.code for group in ORIGIN9]
    return persons.reindex(codes, fill_value=0).astype("int64")


def _by_year(residents: pd.DataFrame) -> LinkedTable:
    """Return residents of some years by the eighteen groups, and by the nine."""
    joined = residents.assign(origin=residents["origin"].map(_JOINED))
    coarse = joined.groupby(["year", "origin"], as_index=False)["persons"].sum()
    coarse = coarse[~coarse["origin"].isin(set(residents["origin"]))]
    counts = pd.concat([residents[["year", "origin", "persons"]], coarse])
    parents = {
        code: _JOINED[code] if _JOINED.get(code, code) != code else EVERYBODY
        for code in counts["origin"]
    }
    counts = counts.reset_index(drop=True).astype({"persons": "int64"})
    return tying(_NINE, counts, {"origin": parents})


def _sides(name: str, side: str, persons: dict[str, pd.Series]) -> LinkedTable:
    """Return one side of the balance by origin, without what is nobody."""
    cells = [
        (code, what, int(n))
        for what, groups in persons.items()
        for code, n in groups.items()
        if n
    ]
    counts = pd.DataFrame(cells, columns=["origin", side, "persons"])
    return tying(name, counts)
