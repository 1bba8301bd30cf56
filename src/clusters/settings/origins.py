"""A list of countries of one's own, for studies outside the Netherlands."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from clusters.settings.base import Frozen


class Origins(Frozen):
    """Countries as the extract codes them, and the regions they are joined into.

    ``file`` is a CSV with the columns ``code``, ``name`` and ``region``; ``home`` is
    the code of the country itself, in which natives are born. It takes the place of
    the BRP tables for countries and nationalities, and of the 18 groups of the WRR.
    """

    file: Path
    home: str = Field(min_length=1)
