"""The clusters as one divided bar, and how they are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.profiles.counts import NO_CLEAR_PROFILE
from clusters.report.blocks import Strip
from clusters.report.words import sentences

if TYPE_CHECKING:
    from clusters.report.source import Source


def strip(source: Source, highlight: str | None = None) -> Strip:
    """Return the clusters as one divided bar, those without a profile last."""
    parts = [known(source.size_share(each)) or 0 for each in source.clusters]
    parts.append(known(source.size_share(NO_CLEAR_PROFILE)) or 0)
    place = source.clusters.index(highlight) if highlight else None
    return Strip(tuple(parts), place)


def numbered(source: Source, cluster: str) -> str:
    """Return the name of a cluster with its number in front."""
    name = source.name(cluster)
    return (
        f"{cluster}. {name}" if cluster in source.clusters else sentences.capital(name)
    )
