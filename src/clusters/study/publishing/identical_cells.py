"""How the tables of a report hang together where they do not show it themselves.

Residents by origin, internationals by origin and the people of the study by origin are
parts of one another; who subtracts them learns of the rest. So are the internationals
who came in a year and those of that year who are followed. A table that is attacked and
not shown ties them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import LinkedTable
from clusters.perspectives.groups import ORIGIN18
from clusters.profiles import EVERYBODY, CountTable
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure.equations import Cell
    from clusters.disclosure.history import Known

_STANDING = "standing"
_FOLLOWED, _COHORTS = "standing_arrivals", "standing_stays"
_NOT, _AFTER = "not", " after "


def standing(residents: pd.DataFrame, studied: pd.Index) -> LinkedTable:
    """Return residents by origin and by whether they are studied; it is not shown."""
    who = pd.Series("other_international", index=residents.index)
    who = who.mask(residents["type"] == NOT_INTERNATIONAL, "not_international")
    who = who.mask(residents.index.isin(studied), "studied")
    origin = residents["origin"].astype(object).fillna(UNKNOWN)
    cells = pd.crosstab(who, origin)
    nine = {group.code: group.joined for group in ORIGIN18 if group.code in cells}
    for joined in sorted(set(nine.values()) - set(cells.columns)):
        members = [code for code, coarse in nine.items() if coarse == joined]
        cells[joined] = cells[members].sum(axis="columns")
    cells[EVERYBODY] = cells[[c for c in cells if c in nine or c == UNKNOWN]].sum(
        axis=1
    )
    international = [c for c in cells.index if c != "not_international"]
    cells.loc["international"] = cells.loc[international].sum()
    cells.loc[EVERYBODY] = cells.loc[[*international, *_rest(cells)]].sum()
    long = cells.rename_axis(index=_STANDING, columns="origin").melt(
        value_name="persons", ignore_index=False
    )
    parents = dict.fromkeys(international, "international")
    parents |= dict.fromkeys(("international", *_rest(cells)), EVERYBODY)
    of_origin = {code: coarse for code, coarse in nine.items() if code != coarse}
    of_origin |= dict.fromkeys((*nine.values(), *({UNKNOWN} & set(cells))), EVERYBODY)
    return LinkedTable(
        name=_STANDING,
        dimensions=(_STANDING, "origin"),
        counts=long.reset_index().astype({"origin": str, "persons": "int64"}),
        population=f"origin={EVERYBODY}",
        parents={_STANDING: parents, "origin": of_origin},
        shown=False,
    )


def _rest(cells: pd.DataFrame) -> list[str]:
    return [code for code in ("not_international",) if code in cells.index]


def followed(
    years: pd.Series, cohorts: pd.Series, left: pd.Series, lengths: pd.Series
) -> tuple[LinkedTable, LinkedTable]:
    """Return arrivals by who of them is followed, and cohorts by who has arrived.

    Neither is shown. Of who came in a year and of the cohort of that year nearly all
    are the same people, in two tables: their difference is a few, such as who came to
    the city later. Of a cohort those have left since the residents were counted who
    left after as many years as lie in between.

    Parameters
    ----------
    years : the year in which each international came, as the tables have it.
    cohorts, left, lengths : of each stay the year of arrival, whether it ended, and
        how long it was seen, as the tables have it.
    """
    cohort, outcome = cohorts.astype(str), left.map({True: "left", False: "here"})
    became = outcome + _AFTER + lengths
    same_year = years.reindex(cohort.index).eq(cohort)
    arrived = pd.DataFrame(
        {
            "year": years,
            "followed": became[same_year].reindex(years.index).fillna(_NOT),
        }
    )
    stayed = pd.DataFrame(
        {
            "cohort": cohort,
            "became": became,
            "arrived": same_year.map({True: "arrived", False: _NOT}),
        }
    )
    either_way = pd.concat([stayed, stayed.assign(arrived=EVERYBODY)])
    return (
        _not_shown(_FOLLOWED, arrived, f"type={EVERYBODY}"),
        _not_shown(_COHORTS, either_way, "stays"),
    )


def _not_shown(name: str, people: pd.DataFrame, population: str) -> LinkedTable:
    """Return the answers that go together, each of which adds up to everybody.

    Those that do not are no cells: who knows how people come and go may know that.
    """
    counts = people.value_counts(sort=False).rename("persons").reset_index()
    return LinkedTable(
        name=name,
        dimensions=tuple(people),
        counts=counts.astype({**dict.fromkeys(people, "str"), "persons": "int64"}),
        population=population,
        parents={
            each: dict.fromkeys(sorted(set(people[each]) - {EVERYBODY}), EVERYBODY)
            for each in people
        },
        shown=False,
    )


def _followed_cells(named: dict[str, CountTable]) -> list[tuple[Cell, Cell]]:
    """Return who came in a year and is in its cohort, as the tables have them."""
    if _FOLLOWED not in named or _COHORTS not in named:
        return []
    arrived, stayed = named[_FOLLOWED].counts, named[_COHORTS].counts
    of_year = set(zip(arrived["year"], arrived["followed"], strict=True))
    pairs: list[tuple[Cell, Cell]] = []
    for cohort, became, way in zip(
        stayed["cohort"], stayed["became"], stayed["arrived"], strict=True
    ):
        cell = (_COHORTS, {"cohort": cohort, "became": became, "arrived": way})
        if way == EVERYBODY:
            outcome, _, stay = became.partition(_AFTER)
            told = {"cohort": cohort, "stay": stay, "outcome": outcome}
            pairs.append((("stays_by_cohort", told), cell))
        elif way != _NOT and (cohort, became) in of_year:
            told = {"year": cohort, "followed": became}
            pairs.append(((_FOLLOWED, told), cell))
    return pairs


def shared_cells(tables: list[CountTable]) -> list[tuple[Cell, Cell]]:
    """Return the cells that count the same people though their tables do not show it.

    Origins of residents, internationals and the people of the study hang together by
    the table `_STANDING`, which is attacked and not shown.
    """
    named = {table.name: table for table in tables}
    followed_cells = _followed_cells(named)
    if _STANDING not in named:
        return followed_cells
    whole = {"standing": "international", "origin": EVERYBODY}
    studied = {"standing": "studied", "origin": EVERYBODY}
    pairs: list[tuple[Cell, Cell]] = [
        *followed_cells,
        (("types", {"type": EVERYBODY}), (_STANDING, whole)),
        (("sizes", {"cluster": EVERYBODY}), (_STANDING, studied)),
    ]
    standing = named[_STANDING].counts
    inflow = named.get("arrivals_by_origin")
    if inflow is not None:
        codes = set(inflow.counts["origin"]) & set(standing["origin"])
        pairs += [
            (
                ("arrivals_by_origin", {"year": EVERYBODY, "origin": code}),
                (_STANDING, {"standing": "international", "origin": code}),
            )
            for code in sorted(codes - {EVERYBODY})
        ]
    drilled = named.get("drilldown")
    if drilled is not None:
        asked = {"cluster": EVERYBODY, "feature": "origin"}
        told = drilled.counts.query("cluster == @EVERYBODY and feature == 'origin'")
        pairs += [
            (
                ("drilldown", asked | {"category": c}),
                (_STANDING, {"standing": "studied", "origin": c}),
            )
            for c in told["category"]
            if c in set(standing["origin"])
        ]
    return pairs


def never_given(tables: Iterable[CountTable]) -> list[Known]:
    """Return the answers that nobody in the study gave, as known to everybody.

    Their row has the marker, as every small number has. But who knows the registers
    knows that of nobody the age is missing, so such a row hides no other.
    """
    return [
        (
            (table.name, {"cluster": EVERYBODY, "feature": feature, "category": code}),
            0,
            1,
        )
        for table in tables
        if "feature" in table.dimensions
        for cluster, feature, code, persons in zip(
            *(table.counts[name] for name in (*table.dimensions, "persons")),
            strict=True,
        )
        if cluster == EVERYBODY and not persons
    ]
