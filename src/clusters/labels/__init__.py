"""A name for each cluster, made from its strongest released traits."""

from clusters.labels.names import Label, name_clusters
from clusters.labels.phrases import Phrases, load_phrases
from clusters.labels.traits import Trait, traits_of

__all__ = ["Label", "Phrases", "Trait", "load_phrases", "name_clusters", "traits_of"]
