"""How the tables of a report hang together where they do not show it themselves.

Residents by origin, internationals by origin and the people of the study by origin are
parts of one another; who subtracts them learns of the rest. So are the internationals
who came in a year and those of that year who are followed. A table that is attacked and
not shown ties them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.perspectives.origin.groups import ORIGIN18
from clusters.profiles import EVERYBODY
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.schema import UNKNOWN
from clusters.study.publishing.linked import tying

if TYPE_CHECKING:
    from clusters.disclosure import LinkedTable

_STANDING = "standing"
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
    counts = long.reset_index().astype({"origin": str, "persons": "int64"})
    return tying(_STANDING, counts, {_STANDING: parents, "origin": of_origin})


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
        tying("standing_arrivals", _together(arrived)),
        tying("standing_stays", _together(either_way)),
    )


def _together(people: pd.DataFrame) -> pd.DataFrame:
    """Return the answers that go together, each of which adds up to everybody.

    Those that do not are no cells: who knows how people come and go may know that.
    """
    counts = people.value_counts(sort=False).rename("persons").reset_index()
    return counts.astype({**dict.fromkeys(people, "str"), "persons": "int64"})
