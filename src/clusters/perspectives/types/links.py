"""What is true of somebody's partner, parents, children or household.

Answers are true, false or missing. Without the column that holds the key the answer is
missing; an empty key, or the key of somebody who is not among ``people``, is false: the
other does not live in the city, or there is none.
"""

from __future__ import annotations

import pandas as pd

_PARENTS = ("mother_id", "father_id")


def unknown(people: pd.DataFrame) -> pd.Series:
    """Return a missing answer for everybody."""
    return pd.Series(pd.NA, index=people.index, dtype="boolean")


def of_partner(people: pd.DataFrame, fact: pd.Series) -> pd.Series:
    """Return whether ``fact`` holds of the partner."""
    return _of_other(people, fact, "partner_id")


def of_either_parent(people: pd.DataFrame, fact: pd.Series) -> pd.Series:
    """Return whether ``fact`` holds of the mother or of the father."""
    mother, father = (_of_other(people, fact, parent) for parent in _PARENTS)
    return mother | father


def of_any_child(people: pd.DataFrame, fact: pd.Series) -> pd.Series:
    """Return whether ``fact`` holds of one of the children."""
    answers = pd.Series(data=False, index=people.index, dtype="boolean")
    for parent in _PARENTS:
        if parent not in people:
            answers |= unknown(people)
            continue
        for value in (pd.NA, True):  # a certain child outweighs an uncertain one
            holds = fact.isna() if value is pd.NA else fact.fillna(False)
            parents = people.loc[holds, parent].dropna()
            answers = answers.mask(
                people.index.isin(parents) & ~answers.eq(True), value
            )
    return answers


def of_household(people: pd.DataFrame, fact: pd.Series) -> pd.Series:
    """Return whether ``fact`` holds of anybody in the household, oneself included."""
    if "household_id" not in people:
        return unknown(people)
    homes = people["household_id"]
    certain = homes.isin(homes[fact.fillna(False)].dropna())
    uncertain = homes.isin(homes[fact.isna()].dropna())
    return certain.astype("boolean").mask(uncertain & ~certain)


def _of_other(people: pd.DataFrame, fact: pd.Series, key: str) -> pd.Series:
    if key not in people:
        return unknown(people)
    places = fact.index.get_indexer(pd.Index(people[key]))
    answers = pd.Series(fact.array.take(places, allow_fill=True), index=people.index)
    return answers.mask(places < 0, False)
