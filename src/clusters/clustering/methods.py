"""The methods a study may choose, each from answers and options to what it finds.

One outcome for every number of clusters asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clusters.clustering.by_latent_class import by_latent_class
from clusters.clustering.hdbscan import by_hdbscan
from clusters.clustering.kmeans import by_kmeans
from clusters.clustering.ward import by_ward

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.found import Found, Progress
    from clusters.clustering.options import ClusteringOptions, Method

By = Callable[["pd.DataFrame", "ClusteringOptions", "Progress"], "list[Found]"]
ByWeights = Callable[
    ["pd.DataFrame", "ClusteringOptions", "Progress", "NDArray[np.float64]"],
    "list[Found]",
]

METHODS: dict[Method, By] = {
    "latent_class": by_latent_class,
    "kmeans": by_kmeans,
    "ward": by_ward,
    "hdbscan": by_hdbscan,
}

# HDBSCAN looks for dense places among persons and cannot count one for more.
WEIGHTED: dict[Method, ByWeights] = {
    "latent_class": by_latent_class,
    "kmeans": by_kmeans,
    "ward": by_ward,
}
