"""Which of the nine types of the WRR a municipality is, and how near the next one.

The WRR (De nieuwe verscheidenheid, 2018) describes its types in words and names
municipalities; of numbers it printed one: homogeneous is over 90 % of Dutch origin.
**Every other limit here is our choice**, set so that the municipalities it names and
whose composition is known get the type it gives them. Like the WRR's, the types are a
snapshot and leave room for judgement, so the distance to the border is part of the
answer.

The rules are tried in the order of `MUNICIPALITY_TYPES`; the first that fits decides.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from clusters.perspectives.origin.birth import diversity
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.perspectives.origin.municipality_types import (
    MUNICIPALITY_TYPES,
    MunicipalityType,
)

# Groups of origin of which one may be a municipality's large minority: the WRR says
# neither European nor Anglo-Saxon.
_ELSEWHERE = (
    "INDONESIA", "TURKEY", "MOROCCO", "ARAB", "LATAM", "SSA", "SASIA", "CASIA",
    "SEAPAC", "EASIA", "WINDIES",
)  # fmt: skip
_CLASSIC = ("TURKEY", "MOROCCO", "WINDIES")


@dataclass(frozen=True)
class Placement:
    """The type of one municipality.

    Attributes
    ----------
    type
        The type that fits first.
    measures
        What the conditions look at: ``dutch``, ``diversity`` (times 100),
        ``neighbours`` (German or Belgian), ``eastern`` (Central and Eastern European),
        ``classic`` (Turkish, Moroccan, West Indian) as per cent of residents of
        non-Dutch origin, ``eastern_all`` and ``minority`` (the largest group from
        elsewhere) as per cent of all residents, ``minority_lead`` (how often it is as
        large as the next), ``inhabitants`` and ``by_big_city`` (100 or 0).
    distances
        Per other type the points that one measure must change, at least, before that
        type would fit first; nearest first. Each measure is moved by itself while in
        truth they move together, so these are signs, not forecasts.
    """

    type: MunicipalityType
    measures: dict[str, float]
    distances: dict[str, float]

    @property
    def nearest(self) -> str:
        """The code of the type whose border is nearest."""
        return next(iter(self.distances))


def municipality_type(
    origins: pd.Series, inhabitants: int, *, by_big_city: bool = False
) -> Placement:
    """Return the type of a municipality by the origin of all its residents.

    Parameters
    ----------
    origins : counts or shares of the 18 groups, indexed by the codes of `ORIGIN18`; an
        absent group is zero.
    inhabitants : number of residents.
    by_big_city : whether it is a suburb of Amsterdam, Rotterdam or Den Haag, which the
        composition cannot tell.

    Raises
    ------
    ValueError
        For a code that is none of the 18, or a number of inhabitants below one.
    """
    measures = _measures(origins, inhabitants, by_big_city=by_big_city)
    order = [
        (kind, all(condition.holds(measures) for condition in kind.conditions))
        for kind in MUNICIPALITY_TYPES
    ]
    found = next(kind for kind, fits in order if fits)
    distances = {
        kind.code: _distance(kind, measures)
        for kind in MUNICIPALITY_TYPES
        if kind is not found
    }
    nearest_first = sorted(distances.items(), key=lambda item: item[1])
    return Placement(found, measures, dict(nearest_first))


def _measures(
    origins: pd.Series, inhabitants: int, *, by_big_city: bool
) -> dict[str, float]:
    codes = [group.code for group in ORIGIN18]
    if not set(origins.index) <= set(codes) or inhabitants < 1:
        raise ValueError(
            "Give the 18 groups by their codes, and at least one inhabitant."
        )
    percent = 100 * origins.reindex(codes, fill_value=0) / origins.sum()
    others = 100 - percent["NL"]
    elsewhere = percent[list(_ELSEWHERE)].sort_values(ascending=False).tolist()

    def of_others(*groups: str) -> float:
        return float(100 * percent[list(groups)].sum() / others) if others > 0 else 0.0

    return {
        "dutch": float(percent["NL"]),
        "diversity": 100 * diversity(percent),
        "neighbours": of_others("GERMAN", "BELGIUM"),
        "eastern": of_others("CEE"),
        "eastern_all": float(percent["CEE"]),
        "classic": of_others(*_CLASSIC),
        "minority": elsewhere[0],
        "minority_lead": elsewhere[0] / elsewhere[1] if elsewhere[1] > 0 else 0.0,
        "inhabitants": float(inhabitants),
        "by_big_city": 100.0 * by_big_city,
    }


def _distance(kind: MunicipalityType, measures: dict[str, float]) -> float:
    """Return the points to go before ``kind`` fits and no earlier type does.

    All conditions of ``kind`` must come to hold, and one of each earlier type that
    holds now must come to fail.
    """
    into = max((-c.margin(measures) for c in kind.conditions), default=0.0)
    earlier = MUNICIPALITY_TYPES[: MUNICIPALITY_TYPES.index(kind)]
    out_of = [
        min(c.margin(measures) for c in other.conditions)
        for other in earlier
        if all(c.holds(measures) for c in other.conditions)
    ]
    return max(into, *out_of, 0.0)
