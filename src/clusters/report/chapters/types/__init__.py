"""The chapter on types of internationals, and the rules for them in words."""

from clusters.report.chapters.types.chapter import types

__all__ = ["types"]
