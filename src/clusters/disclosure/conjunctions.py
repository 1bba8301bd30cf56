"""Traits named together: a name may not narrow down to a few people (CL-06)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.cells import EVERY
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from clusters.disclosure.policy import Policy
    from clusters.disclosure.released import ReleasedTable


def check_conjunction(
    people: pd.DataFrame,
    traits: Mapping[str, Collection[str]],
    policy: Policy,
    *,
    inside: pd.Series | None = None,
) -> bool:
    """Return whether traits may be named together in a label or sentence.

    Parameters
    ----------
    people
        One row per person of the city or population, one column per feature.
    traits
        By feature the categories that are named as one.
    policy
        The rules to meet.
    inside
        For the same rows, who is in the area or cluster that is named with them.

    Returns
    -------
    bool
        False where more than ``conjunction_traits`` are named, where fewer than
        ``conjunction_persons`` persons have them all, everywhere or ``inside``, or
        where all are sensitive, or one is that fewer than ``sensitive_name_persons``
        have there (CL-05).

    Raises
    ------
    DisclosureError
        If a trait is of a feature that ``people`` does not have.
    """
    unknown = sorted(set(traits) - set(people.columns))
    if unknown:
        raise DisclosureError(
            f"Traits of {', '.join(unknown)} cannot be counted; these features are "
            "not in the table of people.",
            f"Kenmerken van {', '.join(unknown)} zijn niet te tellen; ze staan niet in "
            "de tabel van personen.",
        )
    if len(traits) > policy.conjunction_traits:
        return False
    there = np.ones(len(people), dtype=bool)
    if inside is not None:
        there &= inside.reindex(people.index).fillna(False).to_numpy(dtype=bool)
    has_all, sensitive = there, 0
    for feature, categories in traits.items():
        has = people[feature].isin(categories).to_numpy(dtype=bool)
        has_all = has_all & has
        if is_sensitive(feature, categories, policy):
            sensitive += 1
            if (there & has).sum() < policy.sensitive_name_persons:
                return False
    if sensitive and sensitive == len(traits):
        return False
    return bool(has_all.sum() >= policy.conjunction_persons)


def may_be_said(
    profiles: ReleasedTable, size: int | None, about: tuple[str, str, Collection[str]]
) -> bool:
    """Return whether an answer may be told of a cluster in words or drawn (CL-05).

    What is sensitive may where enough people have it, by what is shown: a decision by
    true numbers would tell of them.

    Parameters
    ----------
    profiles
        As released.
    size
        The released persons of the cluster, none where hidden.
    about
        The cluster, the feature, and the answers that are told of as one.
    """
    cluster, feature, answers = about
    policy = profiles.policy
    if not is_sensitive(feature, answers, policy):
        return True
    rows = profiles.where(cluster=cluster, feature=feature)
    rows = rows[rows["category"].isin(list(answers))]
    # Of a hidden one is known at most that it is more than so many percent.
    least = rows["persons"].fillna(rows["above"] * (size or 0) // 100).fillna(0)
    return bool(least.sum() >= policy.sensitive_name_persons)


def is_sensitive(feature: str, categories: Collection[str], policy: Policy) -> bool:
    """Return whether one of some categories is one that nobody may be tied to."""
    told = policy.sensitive.get(feature, ())
    return EVERY in told or not set(told).isdisjoint(categories)
