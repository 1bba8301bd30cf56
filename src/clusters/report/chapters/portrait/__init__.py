"""The page of a cluster, filled as far as it has room."""

from clusters.report.chapters.portrait.page import portrait, portraits

__all__ = ["portrait", "portraits"]
