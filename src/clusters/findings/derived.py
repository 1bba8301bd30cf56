"""What the chapters on other perspectives work out from released numbers.

Each is a function of released tables and published figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

import pandas as pd

from clusters.findings.breaks import UNDETERMINED
from clusters.numbers import known
from clusters.perspectives.origin.birth import diversity
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.perspectives.origin.municipality import Placement, municipality_type
from clusters.perspectives.stay.survival import leaving_of_all_seen, stay_by_year
from clusters.profiles.counts import EVERYBODY

if TYPE_CHECKING:
    from clusters.disclosure import ReleasedTable
    from clusters.findings.perspectives import Figures, Found, Views

_ORIGINS = tuple(group.code for group in ORIGIN18)
# Who are in one of these groups came, or were counted, in the same year.
_SEEN_TOGETHER = {"cohort", "cluster"}
# Of others a curve says little where few are left (Pocock, Clayton and Altman, The
# Lancet 359, 2002: end it at a tenth to a fifth of all), and rounding weighs most.
_FOLLOWED = 0.1


@dataclass(frozen=True)
class StayCurve:
    """Which share stays after so many whole years, with its band, in per cent.

    The first place is the day of arrival: everybody stays. ``persons`` is the group.
    """

    group: str
    persons: int
    staying: tuple[int | None, ...]
    low: tuple[int | None, ...]
    high: tuple[int | None, ...]


def found_in(views: Views, name: str, column: str = "persons") -> Found:
    """Return a column of a released table by its codes, empty if it is absent."""
    table = views.tables.get(name)
    if table is None:
        return {}
    codes = table.rows[list(table.dimensions)].itertuples(index=False, name=None)
    return dict(zip(codes, map(known, table.rows[column]), strict=True))


def told_types(views: Views) -> bool:
    """Return whether a type is shown of anybody, and not only that there is none."""
    return any(
        persons and code not in {EVERYBODY, UNDETERMINED}
        for (code,), persons in found_in(views, "types").items()
    )


def perhaps_no_internationals(views: Views) -> int | None:
    """Return of how many it is not known whether they are internationals.

    They are counted among those without a type; None where the number is hidden.
    """
    found = found_in(views, "type_reasons")
    return found.get((UNDETERMINED, "definition_unknown"), 0)


def by_year(views: Views, perspective: str, year: int) -> Found:
    """Return persons by year and code, the year of the extract among them."""
    now = found_in(views, f"{perspective}s")
    earlier = found_in(views, f"{perspective}s_by_year")
    today: Found = {
        (str(year), code): persons
        for (code,), persons in now.items()
        if code != EVERYBODY
    }
    return earlier | today


def differences(found: Found, published: Figures) -> Found:
    """Return found less published, missing where either is not there."""
    told: Found = {}
    for about, figure in published.items():
        here = found.get(about)
        told[about] = None if here is None else here - figure
    return told


def diversities(found: Found) -> dict[str, float]:
    """Return the index of diversity per year of which every group is shown."""
    indices = {}
    for year in sorted({year for year, _ in found}):
        counts = [found.get((year, code)) for code in _ORIGINS]
        told = [count for count in counts if count is not None]
        if len(told) == len(counts):
            indices[year] = round(diversity(pd.Series(told)), 2)
    return indices


def placement(views: Views) -> Placement | None:
    """Return the type of the municipality, if the origins of all residents are shown.

    Without anybody born here these are not all residents.
    """
    found = found_in(views, "origins")
    counts = {code: found.get((code,)) for code in _ORIGINS}
    shown = {code: count for code, count in counts.items() if count is not None}
    if len(shown) < len(_ORIGINS) or not shown["NL"]:
        return None
    inhabitants = found.get((EVERYBODY,)) or sum(shown.values())
    return municipality_type(
        pd.Series(shown), inhabitants, by_big_city=views.by_big_city
    )


def stay_curves(table: ReleasedTable | None) -> tuple[StayCurve, ...]:
    """Return a curve per group, worked out from the released cells alone."""
    if table is None:
        return ()
    group = table.dimensions[0]
    curves = [_curve(table, code) for code in dict.fromkeys(table.rows[group])]
    return tuple(curve for curve in curves if curve is not None)


def _curve(table: ReleasedTable, code: str) -> StayCurve | None:
    group = table.dimensions[0]
    persons = known(table.value("persons", **{group: code, "stay": EVERYBODY}))
    rows = table.where(**{group: code})
    rows = rows[rows["stay"] != EVERYBODY]
    if not persons or rows.empty:
        return None
    cells = rows.set_index(["outcome", "stay"])["persons"]
    together = group in _SEEN_TOGETHER
    last = _last_year(cells, together=together)
    left, here = (
        pd.Series(
            [_cell(cells, outcome, stay) for stay in range(last)], dtype="Float64"
        )
        for outcome in ("left", "here")
    )
    end = _cell(cells, "here", last)
    is_whole = together and [s for o, s in cells.index if o == "here"] == [str(last)]
    everybody = float(persons)
    if is_whole and last and end is not None and left.notna().all():
        left = leaving_of_all_seen(left, end, persons)
    elif cells.notna().all():
        # From rounded parts a few who are left at the end follow more nearly.
        everybody = float(cells.sum())
    curve = stay_by_year(left, here, everybody)
    if not together:
        curve = curve[~(curve["at_risk"] < _FOLLOWED * persons)]
    # As the shares in the table: in steps of five where the group is small.
    step = 5 if persons < table.policy.coarse_share_below else 1
    shares = {
        name: (100, *(_percent(value, step) for value in curve[name]))
        for name in ("staying", "low", "high")
    }
    return StayCurve(code, persons, **shares)


def _last_year(cells: pd.Series, *, together: bool) -> int:
    """Return the last whole year of stay of which the numbers tell.

    A group that came together is told of as long as all of it was seen; of others who
    were seen for longer tell of the rest. What comes after the last class of all is no
    year.
    """
    years = [(outcome, int(code.rstrip("+"))) for outcome, code in cells.index]
    still = [year for outcome, year in years if outcome == "here"]
    longest = max(year + (outcome == "left") for outcome, year in years)
    whole = min(still) if together and still else longest
    open_class = [int(code[:-1]) for _, code in cells.index if code.endswith("+")]
    return min([whole, *open_class])


def _cell(cells: pd.Series, outcome: str, stay: int) -> float | None:
    """Return a number; an absent cell is one that cannot be, a hidden is not known."""
    value = cells.get((outcome, str(stay)), 0)
    return None if pd.isna(value) else float(value)


def _percent(share: float, step: int) -> int | None:
    return None if pd.isna(share) else floor(100 * share / step + 0.5) * step
