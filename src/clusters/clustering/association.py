"""What clusters and answers of the same persons tell of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import scipy.stats

from clusters.association import cramers_v

if TYPE_CHECKING:
    from numpy.typing import NDArray


def counted(one: pd.Series, other: pd.Series) -> NDArray[np.int64]:
    """Return how many have each pair of answers, of who gave both.

    The answers that occur are sorted, as in ``pandas.crosstab``, which takes ten times
    as long; so floating sums come out the same in any order of categories.
    """
    rows, columns = _numbered(one), _numbered(other)
    both = (rows >= 0) & (columns >= 0)
    if not both.any():
        return np.zeros((0, 0), dtype=np.int64)
    width = int(columns.max()) + 1
    cells = np.bincount(rows[both].astype(np.int64) * width + columns[both])
    cells = np.pad(cells, (0, -len(cells) % width))
    table: NDArray[np.int64] = cells.reshape(-1, width).astype(np.int64)
    return table[table.any(axis=1)][:, table.any(axis=0)]


def association(one: pd.Series, other: pd.Series) -> float | None:
    """Return Cramer's V of who has both answers; None if all have the same one."""
    return cramers_v(counted(one, other))


def guessed_right(known: pd.Series, asked: pd.Series) -> tuple[float, float]:
    """Return how often the commonest answer is right: per known group, and overall."""
    table = counted(known, asked)
    if not table.size:
        return 0.0, 0.0
    n = table.sum()
    return float(table.max(axis=1).sum() / n), float(table.sum(axis=0).max() / n)


def told_alone(
    features: pd.DataFrame, clusters: pd.Series, weights: pd.Series | None = None
) -> pd.Series:
    """Return which part of the clusters each feature tells if nothing else is known.

    Theil's uncertainty coefficient, 0 (nothing) to 1 (all): the mutual information of
    cluster and feature over what there is to know of the cluster. Who did not answer
    tells nothing. Features overlap, so the parts do not add up to anything. ``weights``
    are how many each person stands for, one where none are given.
    """
    each = pd.Series(1.0, clusters.index) if weights is None else weights
    sizes = each.groupby(clusters.to_numpy()).sum().to_numpy() / each.sum()
    to_know = -float((sizes * np.log(sizes)).sum())
    told = {}
    for name in features:
        known = features[name].notna().to_numpy()
        table = pd.crosstab(
            features[name][known].to_numpy(),
            clusters[known].to_numpy(),
            each[known].to_numpy(),
            aggfunc="sum",
        )
        part = each[known].sum() / each.sum()
        told[name] = part * _mutual(table.fillna(0).to_numpy()) if table.size else 0.0
    return pd.Series(told, dtype=np.float64) / (to_know or 1.0)


def v_test(
    both: NDArray[np.int64], category: NDArray[np.int64], cluster: int, everybody: int
) -> NDArray[np.float64]:
    """Return catdes' v-test of categories in a cluster, to rank them and no more.

    The hypergeometric probability of at least (or at most) so many, the observed number
    counted half, as a normal quantile (FactoMineR's catdes; Husson, Josse & Pages). It
    grows with the root of the number of persons: never call a value "significant".

    Parameters
    ----------
    both
        Persons in the cluster with the category, for each category.
    category
        Persons with the category.
    cluster, everybody
        Persons in the cluster, and in all.
    """
    law = scipy.stats.hypergeom(everybody, category, cluster)
    here = law.logpmf(both)
    more = np.logaddexp(np.log(2) + law.logsf(both), here)
    less = np.logaddexp(np.log(2) + law.logcdf(both - 1), here)
    over = both * everybody > category * cluster
    size = -scipy.special.ndtri_exp(np.minimum(more, less) - np.log(2))
    signed: NDArray[np.float64] = np.where(over, size, -size)
    return signed


def _numbered(answers: pd.Series) -> NDArray[np.int64]:
    """Return the place of each answer among all, sorted; -1 where there is none."""
    told = answers.astype("category").cat
    place = np.argsort(np.argsort(told.categories.to_numpy(), kind="stable"))
    numbered: NDArray[np.int64] = np.append(place, -1)[told.codes.to_numpy()]
    return numbered


def _mutual(table: NDArray[np.float64]) -> float:
    shares = table / table.sum()
    alone = shares.sum(axis=1, keepdims=True) * shares.sum(axis=0, keepdims=True)
    seen = shares > 0
    return float((shares[seen] * np.log(shares[seen] / alone[seen])).sum())
