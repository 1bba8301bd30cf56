"""How far clusters lie apart, by the model that they make themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.clustering.refit import encode, shares_of, some_of, table_of

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.layout import Pairs

    Labels = NDArray[np.intp]
    Floats = NDArray[np.float64]

# So many persons show how far clusters lie apart; more take more time.
MOST_PERSONS = 10_000


def classification(
    answers: pd.DataFrame,
    labels: Labels,
    together: Pairs = (),
    weights: Floats | None = None,
) -> Floats:
    """Return how many persons of each cluster belong to which, (k, k), as shares.

    The row is the cluster that a person is in, the column where the model that the
    clusters make would have the person by lot; all of it adds up to 1. Of who has a
    cluster, at most `MOST_PERSONS`.
    """
    k = int(labels.max()) + 1
    clear = np.flatnonzero(labels >= 0)
    chosen = clear[some_of(len(clear), MOST_PERSONS, (0,))]
    sample, here = encode(answers, together, weights).of(chosen), labels[chosen]
    shares = shares_of(sample, table_of(sample, here, k), k)
    table = np.zeros((k, k))
    np.add.at(table, here, shares * sample.weights[:, None])
    return table / float(sample.weights.sum())


def told_apart(table: Floats) -> Floats:
    """Return how far each cluster would be the same if people were placed by lot.

    The Jaccard similarity that the model itself expects of a cluster and the class
    behind it: 1 if nobody is in doubt.
    """
    both = np.diag(table)
    apart: Floats = both / (table.sum(axis=0) + table.sum(axis=1) - both)
    return apart
