"""Persons into clusters."""

from clusters.clustering.latent_class import LatentClass

__all__ = ["LatentClass"]
