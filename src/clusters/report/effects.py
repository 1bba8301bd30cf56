"""How strongly an answer goes together with the clusters, from released numbers.

Nothing here is a test: with so many persons every difference is significant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.profiles.counts import EVERYBODY

if TYPE_CHECKING:
    import pandas as pd

    from clusters.disclosure import ReleasedTable

# Below the first an association is called negligible, below the second small, below the
# third medium: the small, medium and large effects of Cohen (1988) for two answers.
SMALL, MEDIUM, LARGE = 0.1, 0.3, 0.5


def released_counts(
    table: ReleasedTable, sizes: ReleasedTable, feature: str
) -> pd.DataFrame:
    """Return persons per cluster and answer of one feature, from what is released.

    What is hidden of a cluster is divided over its hidden answers as everybody's are,
    as if it went together with nothing: what is hidden makes no association.
    """
    rows = table.rows[table.rows["feature"] == feature]
    wide = rows.pivot_table("persons", "cluster", "category", "first", dropna=False)
    counts = wide.astype("Float64").astype(float)
    persons = sizes.rows.set_index("cluster")["persons"].astype("Float64").astype(float)
    left = (persons.reindex(counts.index) - counts.sum(axis="columns")).clip(lower=0)
    everybody = counts.loc[EVERYBODY]
    small = left[EVERYBODY] / max(int(everybody.isna().sum()), 1)
    weights = counts.isna() * everybody.fillna(small)
    total = weights.sum(axis="columns")
    parts = weights.div(total.where(total > 0), axis="index").mul(left, axis="index")
    return counts.fillna(parts).fillna(0).drop(index=EVERYBODY)


def cramers_v(counts: pd.DataFrame) -> float:
    """Return Cramer's V of a table of counts, 0 to 1 (Cramer 1946, chapter 21).

    The root of chi-square over the number of persons, over the smaller number of rows
    or columns less one; rows and columns without anybody do not count.

    Examples
    --------
    >>> import pandas as pd
    >>> cramers_v(pd.DataFrame([[30, 10], [10, 30]]))
    0.5
    """
    cells = counts.to_numpy(float)
    cells = cells[cells.sum(axis=1) > 0][:, cells.sum(axis=0) > 0]
    if min(cells.shape) < 2:
        return 0.0
    everybody = cells.sum()
    expected = np.outer(cells.sum(axis=1), cells.sum(axis=0)) / everybody
    chi_square = ((cells - expected) ** 2 / expected).sum()
    return float(np.sqrt(chi_square / everybody / (min(cells.shape) - 1)))
