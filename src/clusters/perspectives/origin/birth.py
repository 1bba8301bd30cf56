"""Where people, or else their parents, were born: a country and its group.

Everybody in the city has an origin, also those born here. The rule is that of the WRR
(De nieuwe verscheidenheid, 2018, section 3.2) and, since 2022, of Statistics
Netherlands: the own country of birth if that is abroad, else the mother's, else the
father's; otherwise the Netherlands.

The WRR printed no list of countries. Ours is `reference/origins.csv`: the city's map
of 2020 where it is drawn, and a reason wherever it is silent or left. A change of that
file is a new `MAPPING_VERSION`, because figures before and after do not compare.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.population import NETHERLANDS, UNKNOWN_CODE
from clusters.perspectives.origin.groups import ORIGIN9, ORIGIN18, ORIGIN_CBS
from clusters.perspectives.tables import read_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.perspectives.origin.groups import OriginGroup

MAPPING_VERSION = "1"

_PARENTS = ("birth_country_mother", "birth_country_father")


def origin_country(people: pd.DataFrame) -> pd.Series:
    """Return the country of origin of each person, a code of BRP table 34.

    Parameters
    ----------
    people : one row per person, with ``birth_country`` and for those born in the
        Netherlands ``birth_country_mother`` and ``birth_country_father``.

    Returns
    -------
    Series
        Codes on the index of ``people``; missing where it cannot be determined: own
        country unknown, or born here while neither parent's is known. If one parent
        is known to be born here and the other is unknown, the Netherlands. Without
        the columns of both parents nobody born here has an origin.
    """
    unknown = pd.Series(pd.NA, index=people.index, dtype="object")
    if "birth_country" not in people:
        return unknown
    own = _known(people["birth_country"])
    if not set(_PARENTS) <= set(people.columns):
        return own.where(own != NETHERLANDS)
    mother, father = (_known(people[parent]) for parent in _PARENTS)
    # Where the mother is unknown or born here, the father decides; where he is
    # unknown, she does.
    foreign_mother = mother.notna() & (mother != NETHERLANDS)
    parents = father.fillna(mother).mask(foreign_mother, mother)
    return own.mask(own == NETHERLANDS, parents)


def origins18(people: pd.DataFrame) -> pd.Series:
    """Return everybody's group of origin among the 18 of the WRR, as a categorical."""
    return group18(origin_country(people))


def origins9(people: pd.DataFrame) -> pd.Series:
    """Return everybody's group of origin among the nine of the city's maps."""
    return joined9(origins18(people))


def joined9(origins: pd.Series) -> pd.Series:
    """Return the group among nine that each of the 18 of the WRR is part of."""
    joined = {group.code: group.joined for group in ORIGIN18}
    return _categorical(origins.astype(object).map(joined), ORIGIN9, "origin9")


def origins_cbs(people: pd.DataFrame) -> pd.Series:
    """Return everybody's group of origin among the ten of CBS since 2022."""
    groups = origin_country(people).map(_groups_of("cbs2022"))
    return _categorical(groups, ORIGIN_CBS, "origin_cbs")


def group18(countries: pd.Series) -> pd.Series:
    """Return the group of the WRR of each BRP country code, as a categorical."""
    return _categorical(countries.map(_groups_of("origin18")), ORIGIN18, "origin18")


def unlisted(people: pd.DataFrame) -> tuple[str, ...]:
    """Return the country codes in ``people`` that the mapping does not hold, sorted.

    A code newer than `MAPPING_VERSION` leaves its people without a group, which the
    report must say.
    """
    columns = [name for name in ("birth_country", *_PARENTS) if name in people]
    found = {code for name in columns for code in people[name].dropna().unique()}
    return tuple(sorted(found - set(mapping().index)))


def diversity(shares: pd.Series) -> float:
    """Return the chance that two residents drawn at random differ in origin.

    That is 1 - sum s^2 over the shares s of the groups, the Netherlands among them
    (WRR, De nieuwe verscheidenheid, 2018, section 3.2): 0 if all have one origin,
    17/18 at most with 18 groups. Counts or percents serve as well: they are divided by
    their sum. Raises ValueError for negative numbers or a sum of zero.

    Examples
    --------
    >>> diversity(pd.Series([0.5, 0.5]))
    0.5
    """
    total = shares.sum()
    if (shares < 0).any() or not total > 0:
        raise ValueError("Shares must not be negative, and must not all be zero.")
    return float(1 - ((shares / total) ** 2).sum())


@cache
def mapping() -> pd.DataFrame:
    """Return the mapping of countries to groups, by BRP code.

    Columns: name_nl, valid_from, valid_until (the term of the code), origin18,
    city_map (the group on the city's map, blank if not drawn), cbs2022, and reason_nl
    and reason_en where ``origin18`` is not the city's.
    """
    return read_reference("origins.csv").set_index("code")


def _known(codes: pd.Series) -> pd.Series:
    return codes.astype(object).where(codes.notna() & (codes != UNKNOWN_CODE))


def _groups_of(column: str) -> dict[str, str]:
    groups = mapping()[column]
    return dict(groups[groups != ""])


def _categorical(
    groups: pd.Series, known: Iterable[OriginGroup], name: str
) -> pd.Series:
    kind = pd.CategoricalDtype([group.code for group in known])
    return groups.astype(kind).rename(name)
