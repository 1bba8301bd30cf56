"""A name for each cluster, made from its strongest released traits."""

from clusters.labels.names import Label, name_clusters, pattern_label
from clusters.labels.phrases import Phrases, load_phrases
from clusters.labels.spans import spans_of
from clusters.labels.traits import (
    MOST_UNKNOWN,
    Trait,
    strongest_first,
    traits_of,
    unknown_of,
)

__all__ = [
    "MOST_UNKNOWN",
    "Label",
    "Phrases",
    "Trait",
    "load_phrases",
    "name_clusters",
    "pattern_label",
    "spans_of",
    "strongest_first",
    "traits_of",
    "unknown_of",
]
