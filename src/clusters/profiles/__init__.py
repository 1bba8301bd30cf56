"""People times clusters, as counts per cell: counts, never shares."""

from clusters.profiles.counts import (
    EVERYBODY,
    NO_CLEAR_PROFILE,
    CountTable,
    cluster_sizes,
    count_profiles,
    counted,
    with_unknown,
)
from clusters.profiles.identical_answers import Answers, identical_answers
from clusters.profiles.units import units_of

__all__ = [
    "EVERYBODY",
    "NO_CLEAR_PROFILE",
    "Answers",
    "CountTable",
    "identical_answers",
    "cluster_sizes",
    "count_profiles",
    "counted",
    "units_of",
    "with_unknown",
]
