"""What we know about a person, as columns a clustering can use."""

from clusters.features.build import FeatureTable, build_features, describe_extra
from clusters.features.registry import FEATURES, SENSITIVE

__all__ = [
    "FEATURES",
    "SENSITIVE",
    "FeatureTable",
    "build_features",
    "describe_extra",
]
