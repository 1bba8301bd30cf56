"""People times clusters, as counts per cell: counts, never shares."""

from clusters.profiles.alike import Answers, alike_answers
from clusters.profiles.counts import (
    EVERYBODY,
    NO_CLEAR_PROFILE,
    CountTable,
    cluster_sizes,
    count_profiles,
    with_unknown,
)
from clusters.profiles.units import units_of

__all__ = [
    "EVERYBODY",
    "NO_CLEAR_PROFILE",
    "Answers",
    "CountTable",
    "alike_answers",
    "cluster_sizes",
    "count_profiles",
    "units_of",
    "with_unknown",
]
