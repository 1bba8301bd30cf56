"""Which two features still tell the same within clusters.

The latent class model holds that within a cluster features know nothing of each other.
Two that do (number of children and size of the household) count one fact twice and pull
clusters towards it: merging them or dropping one is for the analyst to decide.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.clustering.em import posterior
from clusters.clustering.layout import answers_of
from clusters.clustering.refit import Encoded, encode, some_of, table_of
from clusters.clustering.ties import told_within

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.latent_class import LatentClass
    from clusters.clustering.layout import Pairs

    Floats = NDArray[np.float64]

# From here two features tell largely the same within clusters. As Cramer's V of what
# the model leaves unexplained, so that it does not grow with the number of persons as
# the residual itself does. On real surveys household size with number of children (.39)
# and being in education with "student" (.36) lie above it, wage with hours (.23) below.
TELLS_THE_SAME = 0.35

# Cells expected to be emptier than this (in persons) say nothing about dependence.
LEAST_EXPECTED = 1.0


def bivariate_residuals(model: LatentClass, X: pd.DataFrame) -> pd.DataFrame:
    """Compare how often two answers go together with what a fitted model expects.

    Parameters
    ----------
    model
        Fitted on columns of these names.
    X
        (n_samples, n_features) answers.

    Returns
    -------
    pandas.DataFrame
        One row per pair of features, the strongest first: ``one``, ``other``,
        ``residual`` (Pearson chi-squared per degree of freedom, as Latent GOLD's
        bivariate residual; about 1 if the model is true) and ``strength`` (0 to 1; see
        `TELLS_THE_SAME`).
    """
    frame = X.set_axis(range(X.shape[1]), axis="columns")
    book = model._codebook  # noqa: SLF001 - our own estimator
    names = tuple(X.columns[place] for place in book.columns)
    layout, table = model._layout, model._table  # noqa: SLF001
    each = np.ones(len(frame))
    encoded = Encoded(names, book.rows(frame), book.layout, layout, each)
    return residuals(encoded, table)


def residuals_of_partition(
    answers: pd.DataFrame,
    labels: NDArray[np.int64],
    *,
    together: Pairs = (),
    most: int = 10_000,
) -> pd.DataFrame:
    """Return what `bivariate_residuals` does, of clusters that any method found.

    The model is the one that the clusters themselves make; at most ``most`` persons,
    all of whom have a cluster.
    """
    chosen = some_of(len(answers), most, (0,))
    encoded = encode(answers, together).of(chosen)
    table = table_of(encoded, labels[chosen], int(labels.max()) + 1)
    return residuals(encoded, table[:, : int(labels.max()) + 1])


def residuals(answers: Encoded, table: Floats) -> pd.DataFrame:
    """Return what `bivariate_residuals` does, of encoded answers and probabilities."""
    shares = posterior(answers.placed, table)
    codes, levels = answers_of(answers.rows, answers.plain), answers.plain.levels
    ties = {frozenset((tie.parent, tie.feature)): tie for tie in answers.layout.ties}
    rows = []
    for i, j in combinations(range(len(answers.names)), 2):
        tie = ties.get(frozenset((i, j)))
        # In the order of the tie, if there is one.
        pair = (tie.parent, tie.feature) if tie else (i, j)
        seen, one, other = told_within(codes, shares, pair, levels)
        if tie:
            pairs = table[tie.pairs].reshape(*tie.levels, -1)
            expected = (one[:, None] * pairs).sum(axis=2)
        else:
            expected = one / np.maximum(one.sum(axis=0), 1e-12) @ other.T
        misfit = _misfit(seen, expected)
        rows.append((answers.names[i], answers.names[j], *misfit))
    found = pd.DataFrame(rows, columns=["one", "other", "residual", "strength"])
    return found.sort_values("strength", ascending=False, ignore_index=True)


def _misfit(seen: Floats, expected: Floats) -> tuple[float, float]:
    """Return chi-squared per degree of freedom, and as a share of its largest."""
    told = expected >= LEAST_EXPECTED
    shape = np.array([told.any(axis=1).sum(), told.any(axis=0).sum()]) - 1
    persons = seen[told].sum()
    if shape.min() < 1 or persons == 0:
        return 0.0, 0.0
    squares = ((seen[told] - expected[told]) ** 2 / expected[told]).sum()
    return float(squares / shape.prod()), float(
        min(1.0, np.sqrt(squares / persons / shape.min()))
    )
