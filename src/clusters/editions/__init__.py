"""What became of each cluster between two runs of a study."""

from clusters.editions.fates import (
    Fate,
    Transition,
    fates_by_looks,
    fates_by_persons,
    flows,
)
from clusters.editions.likeness import likeness

__all__ = [
    "Fate",
    "Transition",
    "fates_by_looks",
    "fates_by_persons",
    "flows",
    "likeness",
]
