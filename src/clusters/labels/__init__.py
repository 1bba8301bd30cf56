"""A name for each cluster, made from its strongest released traits."""

from clusters.labels.names import Label, Phrases, load_phrases, name_clusters
from clusters.labels.traits import Trait, traits_of

__all__ = ["Label", "Phrases", "Trait", "load_phrases", "name_clusters", "traits_of"]
