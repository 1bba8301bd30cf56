"""The house style of who publishes the report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

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
    here, nearest = f"{contrast(colour, MIST):.2f}", nearest_readable(colour)
    raise misfit(
        f"{colour} has a contrast of {here}, and {LEAST_CONTRAST} is needed to read "
        f"text (WCAG AA); the nearest that passes is {nearest}",
        f"{colour} heeft een contrast van {here}, en om tekst te lezen is "
        f"{LEAST_CONTRAST} nodig (WCAG AA); de dichtstbijzijnde die voldoet is "
        f"{nearest}",
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
