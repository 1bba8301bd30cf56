"""The published map of Eindhoven beside the one of its double.

For the made-up city only: it follows the published numbers, so its map can be held
against theirs. Which cluster of ours goes with which of theirs is decided by what was
released of size and tenure, never by the map that is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from clusters.perspectives.areas.indices import TOO_FEW
from clusters.synthetic.figures import cluster_profiles, published_dominant

if TYPE_CHECKING:
    from clusters.disclosure import ReleasedTable

_TENURE = {
    "own_pct": "owned",
    "social_rent_pct": "social_rent",
    "private_rent_pct": "private_rent",
}


def published_map(sizes: ReleasedTable, profiles: ReleasedTable) -> dict[str, str]:
    """Return by neighbourhood our number of the published largest cluster.

    Ours and theirs are paired so that they differ least together, in percentage points
    of size and tenure; a cluster that is left over has no pair.
    """
    published = cluster_profiles()
    found = _found(sizes, profiles)
    if found.empty:
        return {}
    wanted = published[["share_pct", *_TENURE]].to_numpy(float)
    apart = np.abs(found.to_numpy()[:, None, :] - wanted[None, :, :]).sum(axis=2)
    rows, columns = linear_sum_assignment(apart)
    ours = {
        str(published.index[column]): str(found.index[row])
        for row, column in zip(rows, columns, strict=True)
    }
    return {
        area: ours.get(number, TOO_FEW) for area, number in published_dominant().items()
    }


def _found(sizes: ReleasedTable, profiles: ReleasedTable) -> pd.DataFrame:
    """Return size and tenure of each profiled cluster, in percents; hidden is none."""
    rows = profiles.rows[profiles.rows["feature"] == "tenure"]
    tenure = rows.pivot_table("share", "cluster", "category", "first", dropna=False)
    share = sizes.rows.set_index("cluster")["share"]
    table = tenure.reindex(columns=list(_TENURE.values())).drop(
        index="all", errors="ignore"
    )
    table.insert(0, "share", share.reindex(table.index))
    return table.astype("Float64").fillna(0).astype(float).sort_index()
