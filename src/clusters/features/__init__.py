"""What we know about a person, as columns a clustering can use."""

from clusters.features.build import (
    FeatureTable,
    build_features,
    describe_features,
)
from clusters.features.extra import describe_extra
from clusters.features.origin import ORIGIN_FEATURES, SENSITIVE
from clusters.features.registry import FEATURES

__all__ = [
    "FEATURES",
    "ORIGIN_FEATURES",
    "SENSITIVE",
    "FeatureTable",
    "build_features",
    "describe_extra",
    "describe_features",
]
