"""The type we ship, so that a report looks alike everywhere and needs no network."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "IBM Plex Sans"
_REGULAR = FOLDER / "IBMPlexSans-Regular.ttf"
_SEMIBOLD = FOLDER / "IBMPlexSans-SemiBold.ttf"
_NO_GLYPH = "?"


@cache
def face(*, bold: bool = False) -> FontProperties:
    """Return the face that figures are lettered in."""
    return FontProperties(fname=_SEMIBOLD if bold else _REGULAR)


def printable(text: str) -> str:
    """Return text with every character the shipped type cannot print replaced.

    PDF/UA forbids a character without a glyph, and a name from a file may hold any.
    Characters that steer (NUL, direction marks) are dropped.

    Examples
    --------
    >>> printable("één" + chr(0x202E) + " grapje " + chr(0x1F600))
    'één grapje ?'
    """
    glyphs = _glyphs()
    spaced = (" " if sign.isspace() and sign != "\u00a0" else sign for sign in text)
    return "".join(
        sign if ord(sign) in glyphs else _NO_GLYPH
        for sign in spaced
        if sign in " \u00a0" or sign.isprintable()
    )


@cache
def _glyphs() -> frozenset[int]:
    tables = [set(FT2Font(str(path)).get_charmap()) for path in FOLDER.glob("*.ttf")]
    return frozenset(set.intersection(*tables))
