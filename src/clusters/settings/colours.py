"""Whether text in a colour can be read, by the measure of WCAG 2.

Contrast is (L1 + 0.05) / (L2 + 0.05) with L the relative luminance of the lighter and
the darker colour: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

PAPER = "#ffffff"
ACCENT = "#0b4f6c"  # of headings, bars and links where a house style names none
MIST = "#eef2f4"  # under remarks and the column of everybody

LEAST_CONTRAST = 4.5  # WCAG 2 level AA, for text of ordinary size

_WEIGHTS = (0.2126, 0.7152, 0.0722)
_STEPS = 1000  # of lightness, finer than the 255 a colour has


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21.

    Examples
    --------
    >>> contrast("#000000", "#ffffff"), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_readable(colour: str) -> bool:
    """Return whether text in ``colour`` can be read on all we print on.

    Then white can be read on it, too: mist is a little darker than white.
    """
    return contrast(colour, MIST) >= LEAST_CONTRAST


def nearest_readable(colour: str) -> str:
    """Return the lightest colour of the same hue that can be read.

    Examples
    --------
    >>> nearest_readable("#0b4f6c"), nearest_readable("#ffff00")
    ('#0b4f6c', '#727200')
    """
    if is_readable(colour):
        return colour
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    darker = (
        _written(hls_to_rgb(hue, lightness * step / _STEPS, saturation))
        for step in range(_STEPS, -1, -1)
    )
    return next(each for each in darker if is_readable(each))


def _luminance(colour: str) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{int(part * 255):02x}" for part in parts)
