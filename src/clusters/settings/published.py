"""Figures that were published before, to hold what is found against."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

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
    rounded_to
        What the figures of ``types`` and ``origins`` are a multiple of, for the attack
        on the tables of this study, which knows them. Those of Eindhoven are exact.
    """

    types: Path | None = None
    origins: Path | None = None
    moves: Path | None = None
    clusters: Path | None = None
    source: str = ""
    rounded_to: Annotated[int, Field(ge=1)] = 1

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
