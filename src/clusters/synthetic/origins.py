"""Where people and their parents were born, and which passport they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import by_rank, choose
from clusters.synthetic.figures import (
    CLUSTERS,
    NETHERLANDS,
    ORIGIN_GROUPS,
    countries,
    group_of_country,
)

if TYPE_CHECKING:
    from clusters.synthetic.draws import Flags, Floats, Strings

# How common each origin is among the newcomers of a cluster, in per cent: our choice.
# It leans on the growth per group 2010-2019 and the published rank order per type
# (knowledge workers, labour migrants, students, partners, status holders).
_ABROAD = tuple(group for group in ORIGIN_GROUPS if group != "NL")
_NEWCOMERS = pd.DataFrame(
    {
        1: (1, 2, 3, 0, 6, 4, 1, 19, 23, 2, 6, 1, 22, 3, 2, 10, 1),
        2: (1, 2, 3, 1, 3, 6, 1, 16, 26, 4, 6, 7, 10, 3, 3, 11, 3),
        3: (1, 1, 8, 2, 2, 2, 0, 9, 46, 6, 5, 8, 3, 2, 2, 2, 4),
        4: (1, 1, 8, 4, 4, 2, 1, 9, 20, 6, 6, 4, 20, 3, 4, 8, 2),
        5: (1, 2, 5, 1, 8, 4, 1, 13, 24, 2, 6, 2, 14, 4, 2, 11, 1),
        6: (0, 1, 6, 4, 1, 1, 0, 5, 8, 38, 3, 20, 1, 9, 1, 1, 5),
        7: (1, 2, 9, 3, 3, 4, 1, 11, 28, 10, 5, 7, 3, 5, 2, 3, 4),
    },
    index=list(_ABROAD),
)
# Asylum is given to people from these countries: the published list of status holders.
ASYLUM = {
    "7009": 50, "6013": 10, "9003": 9, "5043": 5, "5020": 4, "6023": 4, "5012": 2,
    "6051": 2, "7040": 2, "5054": 6,
}  # fmt: skip
EU = {
    "5010", "6029", "5009", "5039", "6002", "5015", "6037", "7044", "6003", "5002",
    "7050", "7028", "7047", "7024", "5017", "6066", "6067", "5051", "7066", "6007",
    "6039", "6027", "5003",
}  # fmt: skip

# Share with a Dutch passport, our choice: five years is the legal term, citizens of
# the EU gain little by it, and the Antilles are part of the Kingdom.
_NATURALISED = {"newcomer": 0.12, "newcomer_eu": 0.01, "earlier": 0.74, "eu": 0.16}
_DUTCH_SECOND_GENERATION = 0.93


def newcomer_countries(planted: pd.DataFrame, rng: np.random.Generator) -> Strings:
    """Draw the country of birth of each planted person, by cluster and motive."""
    result = np.empty(len(planted), dtype=object)
    asylum = (planted["motive"] == "asylum").to_numpy()
    result[asylum] = choose(rng, int(asylum.sum()), ASYLUM)
    for cluster in CLUSTERS:
        rows = np.flatnonzero((planted["cluster"] == cluster).to_numpy() & ~asylum)
        shares = _NEWCOMERS[cluster].to_dict()
        groups = rng.permutation(by_rank(np.arange(len(rows), dtype=float), shares))
        result[rows] = countries_in(groups, "newcomers", rng)
    return result


def countries_in(groups: Strings, column: str, rng: np.random.Generator) -> Strings:
    """Draw a country inside each origin group, by our weights in ``column``."""
    result = np.empty(len(groups), dtype=object)
    for group, listed in countries().groupby("group"):
        rows = np.flatnonzero(groups == group)
        result[rows] = choose(rng, len(rows), listed[column].to_dict())
    return result


def origin_groups(people: pd.DataFrame) -> Strings:
    """Return everybody's origin: own country if abroad, else mother's, else father's.

    The rule of the published counts.
    """
    own, mother, father = (
        people[name].to_numpy()
        for name in ("birth_country", "birth_country_mother", "birth_country_father")
    )
    parents = np.where(mother != NETHERLANDS, mother, father)
    origin = np.where(own != NETHERLANDS, own, parents)
    groups = pd.Series(origin).map(group_of_country())
    return np.asarray(groups, dtype=object)


def parents_births(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Return the countries of birth of both parents.

    Parents who live in the city speak for themselves. For others ``roots`` tells
    where they came from; one parent in eight of those born abroad, and one in three
    of the second generation, was born in the Netherlands.
    """
    own, roots = people["birth_country"].to_numpy(), people["roots"].to_numpy()
    abroad = own != NETHERLANDS
    dutch = rng.random(len(people)) < np.where(abroad, 0.02, 0.34)
    which = rng.random(len(people)) < 0.6
    mother = np.where(dutch & which, NETHERLANDS, roots)
    father = np.where(dutch & ~which, NETHERLANDS, roots)
    for parent, births in (("mother", mother), ("father", father)):
        key = people[parent].to_numpy()
        births[key >= 0] = own[key[key >= 0]]
    return people.assign(birth_country_mother=mother, birth_country_father=father)


def nationalities(people: pd.DataFrame, rng: np.random.Generator) -> Strings:
    """Return everybody's nationality; with more than one, Dutch goes first."""
    own = people["birth_country"].to_numpy()
    abroad = own != NETHERLANDS
    roots = np.where(abroad, own, _foreign_root(people))
    passport = countries()["nationality"]
    foreign = pd.Series(roots).map(passport).to_numpy(dtype=object)
    dutch = rng.random(len(people)) < _dutch_share(people, abroad, roots)
    dutch = _inherited(people, dutch, abroad)
    return np.where(dutch, "0001", foreign)


def _foreign_root(people: pd.DataFrame) -> Strings:
    mother = people["birth_country_mother"].to_numpy()
    father = people["birth_country_father"].to_numpy()
    return np.asarray(np.where(mother != NETHERLANDS, mother, father))


def _dutch_share(people: pd.DataFrame, abroad: Flags, roots: Strings) -> Floats:
    european = np.isin(roots, list(EU))
    recent = (people["stay"] < 5).to_numpy()
    newcomer = (people["cluster"] > 0).to_numpy()
    fresh = np.where(european, _NATURALISED["newcomer_eu"], _NATURALISED["newcomer"])
    long_ago = np.where(european, _NATURALISED["eu"], _NATURALISED["earlier"])
    share = np.where(newcomer, np.where(recent, 0.0, fresh), long_ago)
    second = np.where(roots == NETHERLANDS, 1.0, _DUTCH_SECOND_GENERATION)
    return np.where(abroad, share, second)


def _inherited(people: pd.DataFrame, dutch: Flags, abroad: Flags) -> Flags:
    """Give children at home the passport of their parents, Dutch if either is."""
    mother, father = people["mother"].to_numpy(), people["father"].to_numpy()
    known = (mother >= 0) | (father >= 0)
    either = ((mother >= 0) & dutch[mother]) | ((father >= 0) & dutch[father])
    return np.where(known, either, dutch)
