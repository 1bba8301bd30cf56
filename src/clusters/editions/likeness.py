"""How much two clusters of different runs look alike, from what was released."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

_CELL = ["feature", "category"]


def likeness(
    old: pd.DataFrame, new: pd.DataFrame, old_clusters: Iterable[str],
    new_clusters: Iterable[str],
) -> pd.DataFrame:  # fmt: skip
    """Return 1 minus the mean distance between the profiles of two runs.

    The distance on one feature is half the sum of absolute differences in share, over
    the answers that both runs show; features that only one run has are left out.

    Parameters
    ----------
    old, new : the released profiles of two runs, with columns cluster, feature,
        category and share (percent, missing where hidden).
    old_clusters, new_clusters : the clusters to hold against each other.

    Returns
    -------
    DataFrame
        Rows are old clusters, columns new ones; 1 is the same, 0 nothing in common.
    """
    before = {each: _shares(old, each) for each in old_clusters}
    after = {each: _shares(new, each) for each in new_clusters}
    return pd.DataFrame(
        [[_alike(one, other) for other in after.values()] for one in before.values()],
        index=list(before),
        columns=list(after),
    )


def _shares(profiles: pd.DataFrame, cluster: str) -> pd.Series:
    rows = profiles[profiles["cluster"] == cluster]
    return rows.set_index(_CELL)["share"].astype(float) / 100


def _alike(one: pd.Series, other: pd.Series) -> float:
    shared = one.index.intersection(other.index)
    # a hidden share is a small one, so nothing is the best guess
    gap = (one[shared].fillna(0) - other[shared].fillna(0)).abs()
    by_feature = gap.groupby(level="feature").sum() / 2
    return float(1 - by_feature.mean()) if len(by_feature) else 0.0
