"""Persons into clusters."""

from clusters.clustering.famd import FAMD
from clusters.clustering.latent_class import LatentClass
from clusters.clustering.options import ClusteringOptions
from clusters.clustering.partition import Clustering, cluster_people

__all__ = [
    "FAMD",
    "Clustering",
    "ClusteringOptions",
    "LatentClass",
    "cluster_people",
]
