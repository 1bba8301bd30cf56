"""People times clusters, as counts per cell: counts, never shares."""

from clusters.profiles.counts import (
    EVERYBODY,
    CountTable,
    cluster_sizes,
    count_profiles,
)

__all__ = ["EVERYBODY", "CountTable", "cluster_sizes", "count_profiles"]
