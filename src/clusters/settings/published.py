"""Figures that were published before, to hold what is found against."""

from __future__ import annotations

from pathlib import Path

from clusters.settings.base import Frozen


class Published(Frozen):
    """CSV files of published figures, and where they come from.

    Parameters
    ----------
    types
        ``year,type,persons``, with our codes of types.
    origins
        ``year,origin,persons``, with our codes of the 18 groups of origin.
    moves
        ``origin9,direction,persons``: moves in and out by the nine groups.
    clusters
        ``name,share``: clusters and their share in whole per cent.
    source
        Who published them; printed under every table that shows them.
    """

    types: Path | None = None
    origins: Path | None = None
    moves: Path | None = None
    clusters: Path | None = None
    source: str = ""

    @property
    def files(self) -> dict[str, Path]:
        """The files that are named, by what they hold."""
        named = {
            "types": self.types,
            "origins": self.origins,
            "moves": self.moves,
            "clusters": self.clusters,
        }
        return {name: file for name, file in named.items() if file is not None}
