"""The house style of who publishes the report."""

from __future__ import annotations

from math import floor
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from clusters.schema.text import grouped
from clusters.settings.base import Frozen, misfit
from clusters.settings.colours import (
    LEAST_CONTRAST,
    MIST,
    contrast,
    is_readable,
    nearest_readable,
)


def _readable(colour: str) -> str:
    """Refuse a colour in which, or on which, text is hard to read."""
    if is_readable(colour):
        return colour
    here = floor(100 * contrast(colour, MIST)) / 100  # 4.499 is not yet 4.5
    nearest = nearest_readable(colour)
    en, nl = (
        (grouped(here, language), grouped(LEAST_CONTRAST, language))
        for language in ("en", "nl")
    )
    raise misfit(
        f"{colour} has a contrast of {en[0]}, and {en[1]} is needed to read text (WCAG "
        f"AA); the nearest that passes is {nearest}",
        f"{colour} heeft een contrast van {nl[0]}, en om tekst te lezen is {nl[1]} "
        f"nodig (WCAG AA); de dichtstbijzijnde die voldoet is {nearest}",
    )


Colour = Annotated[
    str, Field(pattern=r"^#[0-9a-fA-F]{6}$"), AfterValidator(str.lower),
    AfterValidator(_readable),
]  # fmt: skip


class Style(Frozen):
    """Whose report it is, and what that looks like.

    Parameters
    ----------
    organisation
        Who publishes it, such as "Gemeente Eindhoven"; the place if nothing is said.
    logo
        A file in SVG or PNG, shown on white.
    accent
        The colour of headings, bars and links, as ``#rrggbb``.
    cover
        The colour behind the title, on which white text stands; the accent if nothing
        is said.
    """

    organisation: str | None = Field(default=None, min_length=2, max_length=80)
    logo: Path | None = None
    accent: Colour = "#0b4f6c"
    cover: Colour | None = None
