"""Persons into clusters."""

from clusters.clustering.famd import FAMD
from clusters.clustering.hdbscan import MixedHDBSCAN
from clusters.clustering.kmeans import MixedKMeans
from clusters.clustering.latent_class import LatentClass
from clusters.clustering.options import ClusteringOptions
from clusters.clustering.partition import Clustering, cluster_people
from clusters.clustering.ward import Ward

__all__ = [
    "FAMD",
    "Clustering",
    "ClusteringOptions",
    "LatentClass",
    "MixedHDBSCAN",
    "MixedKMeans",
    "Ward",
    "cluster_people",
]
