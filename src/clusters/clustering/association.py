"""How strongly two lists of answers go together, whatever the number of persons.

Nothing here is a test of significance: with 60,000 persons every difference is
significant, and with a nation more so. Effect sizes stay what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import scipy.stats

if TYPE_CHECKING:
    from numpy.typing import NDArray


def cramers_v(one: pd.Series, other: pd.Series) -> float:
    """Return Cramer's V of who has both answers, corrected for chance, 0 to 1.

    Bergsma (2013, Journal of the Korean Statistical Society 42:323-328): without it a
    list of fifty countries would go together with any clusters.
    """
    table = pd.crosstab(one.to_numpy(), other.to_numpy()).to_numpy()
    n = table.sum()
    if n < 2 or min(table.shape) < 2:
        return 0.0
    squares = scipy.stats.chi2_contingency(table, correction=False).statistic
    rows, columns = np.array(table.shape) - (np.array(table.shape) - 1) ** 2 / (n - 1)
    free = (table.shape[0] - 1) * (table.shape[1] - 1) / (n - 1)
    excess = max(0.0, squares / n - free)
    return float(min(1.0, np.sqrt(excess / max(min(rows, columns) - 1, 1e-12))))


def guessed_right(known: pd.Series, asked: pd.Series) -> tuple[float, float]:
    """Return how often the commonest answer is right: per known group, and overall."""
    table = pd.crosstab(known.to_numpy(), asked.to_numpy()).to_numpy()
    if not table.size:
        return 0.0, 0.0
    n = table.sum()
    return float(table.max(axis=1).sum() / n), float(table.sum(axis=0).max() / n)


def shared_information(features: pd.DataFrame, clusters: pd.Series) -> pd.Series:
    """Return the share of each feature in what the clusters tell of the features.

    Mutual information (in nats) of the cluster and each feature, for the part of the
    persons of whom it is known; the shares add up to 1.
    """
    told = {}
    for name in features:
        known = features[name].notna().to_numpy()
        table = pd.crosstab(
            features[name][known].to_numpy(), clusters[known].to_numpy()
        ).to_numpy(np.float64)
        told[name] = known.mean() * _mutual(table) if table.size else 0.0
    shares = pd.Series(told, dtype=np.float64)
    total = shares.sum()
    return shares / total if total else shares


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


def _mutual(table: NDArray[np.float64]) -> float:
    shares = table / table.sum()
    alone = shares.sum(axis=1, keepdims=True) * shares.sum(axis=0, keepdims=True)
    seen = shares > 0
    return float((shares[seen] * np.log(shares[seen] / alone[seen])).sum())
