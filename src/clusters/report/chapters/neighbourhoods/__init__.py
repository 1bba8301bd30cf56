"""The chapter on where the clusters live, with its maps."""

from clusters.report.chapters.neighbourhoods.chapter import neighbourhoods

__all__ = ["neighbourhoods"]
