"""People times clusters, as counts per cell: counts, never shares."""

from clusters.profiles.counts import (
    EVERYBODY,
    NO_CLEAR_PROFILE,
    CountTable,
    cluster_sizes,
    count_profiles,
)

__all__ = [
    "EVERYBODY",
    "NO_CLEAR_PROFILE",
    "CountTable",
    "cluster_sizes",
    "count_profiles",
]
