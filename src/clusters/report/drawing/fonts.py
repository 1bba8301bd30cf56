"""The type we ship, so that a report looks alike everywhere and needs no network."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

from clusters.report.words import letters
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "IBM Plex Sans"
_REGULAR = FOLDER / "IBMPlexSans-Regular.ttf"
_SEMIBOLD = FOLDER / "IBMPlexSans-SemiBold.ttf"
_NO_GLYPH = "?"
_PARTS = re.compile(r"[^-]*-|[^-]+")
_BREAKS = re.compile(r"[^\S\u00a0]+")  # a hard space is no place to break a line
_POINTS_PER_INCH = 72
_UNITS_PER_POINT = 64  # FreeType measures in sixty-fourths


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in points."""
    font = _opened(bold)
    font.set_size(size, _POINTS_PER_INCH)
    font.set_text(printable(text), 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / _UNITS_PER_POINT


def fitted(
    text: str, room: float, size: float, *, lines: int = 1, bold: bool = False
) -> str:
    """Return text broken into lines that fit ``room`` points; the rest is cut off."""
    broken = [""]
    for space, word in _words(text, room, size, bold=bold):
        longer = f"{broken[-1]}{space}{word}".strip()
        if width_of(longer, size, bold=bold) <= room or not broken[-1]:
            broken[-1] = longer
        else:
            broken.append(word)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], " ".join(broken[lines - 1 :])]
    return "\n".join(_cut(line, room, size, bold=bold) for line in broken)


def _words(
    text: str, room: float, size: float, *, bold: bool
) -> Iterator[tuple[str, str]]:
    """Yield words and what stands before them; too long a word in parts at hyphens."""
    for word in _BREAKS.split(text.strip()):
        fits = width_of(word, size, bold=bold) <= room
        parts = [word] if fits else _PARTS.findall(word)
        yield from zip([" ", *[""] * (len(parts) - 1)], parts, strict=True)


def _cut(line: str, room: float, size: float, *, bold: bool) -> str:
    if width_of(line, size, bold=bold) <= room:
        return line
    while line and width_of(f"{line}…", size, bold=bold) > room:
        line = line[:-1]
    return f"{line.rstrip(' ,.;:')}…"


@cache
def _opened(bold: bool) -> FT2Font:
    return FT2Font(str(_SEMIBOLD if bold else _REGULAR))


@cache
def face(*, bold: bool = False) -> FontProperties:
    """Return the face that figures are lettered in."""
    return FontProperties(fname=_SEMIBOLD if bold else _REGULAR)


def printable(text: str) -> str:
    """Return text with every character the shipped type cannot print replaced.

    PDF/UA forbids a character without a glyph, and a name from a file may hold any.
    Characters that steer (NUL, direction marks) are dropped, and so are accents that
    belong to no letter of their own.

    Examples
    --------
    >>> printable("één" + chr(0x202E) + " grapje " + chr(0x1F600))
    'één grapje ?'
    """
    glyphs, whole = _glyphs(), normalize("NFC", text)
    spaced = (" " if sign.isspace() and sign != "\u00a0" else sign for sign in whole)
    return "".join(
        sign if ord(sign) in glyphs else _NO_GLYPH
        for sign in spaced
        if sign in " \u00a0" or (sign.isprintable() and not combining(sign))
    )


def unprintable(*texts: str) -> tuple[Text, ...]:
    """Return what readers must know of signs that a PDF cannot show, if there are."""
    lost = any(
        printable(text).count(_NO_GLYPH) > text.count(_NO_GLYPH) for text in texts
    )
    return (letters.LOST,) if lost else ()


@cache
def _glyphs() -> frozenset[int]:
    tables = [set(FT2Font(str(path)).get_charmap()) for path in FOLDER.glob("*.ttf")]
    return frozenset(set.intersection(*tables))
