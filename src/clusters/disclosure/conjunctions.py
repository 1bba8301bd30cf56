"""Traits named together: a name may not narrow down to a few people (CL-06)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from clusters.disclosure.policy import Policy


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
        False where more than ``conjunction_traits`` are named, or where fewer than
        ``conjunction_persons`` persons have them all, everywhere or ``inside``.

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
    has_all = np.ones(len(people), dtype=bool)
    for feature, categories in traits.items():
        has_all &= people[feature].isin(categories).to_numpy(dtype=bool)
    if inside is not None:
        has_all &= inside.reindex(people.index).fillna(False).to_numpy(dtype=bool)
    return bool(has_all.sum() >= policy.conjunction_persons)
