"""Maps of areas. What an area says is told by its shade and by the mark within it.

Shades differ in lightness, kinds carry a mark as well, and areas of which nothing is
shown are hatched, so a map can be read in grey and by who sees few colours. There are
no quantiles: the classes are fixed beforehand, so no edge tells a largest value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.report.drawing.canvas import (
    INK,
    MIDDLE,
    PALE,
    POINTS_PER_CM,
    SOFT,
    WHITE,
    Canvas,
)
from clusters.report.drawing.fonts import width_of
from clusters.settings.colours import ACCENT, contrast

if TYPE_CHECKING:
    from clusters.report.drawings import AreaMap, Patch

_WIDE, _HIGH, _STEP = 16.6, 14.0, 0.55  # centimetres, of a map as wide as the text
_COLUMN, _LOW, _SMALL_STEP = 8.0, 5.6, 0.42  # and of one in a column
_ON_A_LINE = 3  # keys that are words

# How much of the accent is in each step, for what is more or less.
STEPS = (0.05, 0.22, 0.45, 0.7, 1.0)
# Colours that stay apart for the colour-blind (Paul Tol, "muted", 2021), in an order
# for who prints in grey: the first four, of the largest clusters, differ in lightness,
# and so does each from the next. From the tenth on they return with stripes.
KINDS = (
    "#88ccee", "#332288", "#cc6677", "#117733", "#ddcc77", "#aa4499", "#44aa99",
    "#882255", "#999933",
)  # fmt: skip
_STRIPES = "\\\\\\\\"
NOTHING = "/////"
_DARK_FROM = 0.6  # the strength from which words are white
_Key = tuple[int | None, str]
_LEAST_MARK, _LARGEST_MARK = 4.6, 8.5  # points


def draw_map(drawing: AreaMap) -> bytes:
    """Return a map as SVG; see `clusters.report.drawing.figures.draw`."""
    sheet, _ = size_of_map(drawing)
    width = _width(drawing)
    height, left = width * drawing.height, (sheet - width) / 2
    canvas = Canvas(*size_of_map(drawing))
    for number, row in enumerate(_rows(drawing)):
        _legend_row(canvas, drawing, row, height + 0.45 + _step(drawing) * number)
    for patch in drawing.patches:
        _area(canvas, drawing, patch, left, width)
    for patch in drawing.patches:
        _mark(canvas, drawing, patch, left, width)
    return canvas.svg()


def size_of_map(drawing: AreaMap) -> tuple[float, float]:
    """Return how wide and how high a map is set with its legend, in centimetres."""
    legend = _step(drawing) * len(_rows(drawing))
    height = _width(drawing) * drawing.height
    return _COLUMN if drawing.small else _WIDE, height + 0.25 + legend


def _width(drawing: AreaMap) -> float:
    """Return how wide the land itself is set, in centimetres."""
    sheet, high = (_COLUMN, _LOW) if drawing.small else (_WIDE, _HIGH)
    return min(sheet, high / drawing.height)


def _step(drawing: AreaMap) -> float:
    return _SMALL_STEP if drawing.small else _STEP


@dataclass(frozen=True)
class Look:
    """How a shade is drawn: its colour, how much of it, and what is drawn over it."""

    fill: str
    strength: float = 1.0
    hatch: str = ""

    @property
    def ink(self) -> str:
        """The colour of words on it."""
        if self.strength < _DARK_FROM:
            return INK
        return max((INK, WHITE), key=lambda colour: contrast(colour, self.fill))


def look(drawing: AreaMap, shade: int | None) -> Look:
    """Return how a shade is drawn; none is the shade of what is not shown."""
    if shade is None:
        return Look(WHITE, hatch=NOTHING)
    if drawing.scale == "steps":
        return Look(ACCENT, STEPS[shade])
    if shade == len(drawing.legend) - 1:
        return Look(PALE)
    stripes = "" if shade < len(KINDS) else _STRIPES
    return Look(KINDS[shade % len(KINDS)], hatch=stripes)


def _area(
    canvas: Canvas, drawing: AreaMap, patch: Patch, left: float, width: float
) -> None:
    how = look(drawing, patch.shade)
    rings = [[(left + width * x, width * y) for x, y in ring] for ring in patch.rings]
    edge = MIDDLE if patch.shade is None or drawing.scale == "steps" else WHITE
    canvas.shape(rings, how.fill, edge=edge, hatch=how.hatch, strength=how.strength)


def _mark(
    canvas: Canvas, drawing: AreaMap, patch: Patch, left: float, width: float
) -> None:
    if not patch.mark:
        return
    room = 2 * patch.room * width * POINTS_PER_CM
    size = min(room * 0.8, room * 1.5 / len(patch.mark), _LARGEST_MARK)
    size, how = max(size, _LEAST_MARK), look(drawing, patch.shade)
    x, y = (left + width * patch.middle[0], width * patch.middle[1])
    if how.hatch:  # stripes would run through the word
        wide = width_of(f" {patch.mark} ", size, bold=True) / POINTS_PER_CM
        high = size * 1.1 / POINTS_PER_CM
        canvas.box((x - wide / 2, y - high / 2), (wide, high), how.fill)
    canvas.text(x, y, patch.mark, size=size, bold=True, color=how.ink, align="center")


def _rows(drawing: AreaMap) -> list[list[_Key]]:
    """Divide the legend over lines: short keys first, then what stands for no kind."""
    keys: list[_Key] = list(enumerate(drawing.legend))
    if drawing.scale == "kinds":
        return [keys[:-1], [keys[-1], (None, drawing.nothing)]]
    keys.append((None, drawing.nothing))
    return [
        keys[start : start + _ON_A_LINE] for start in range(0, len(keys), _ON_A_LINE)
    ]


def _legend_row(canvas: Canvas, drawing: AreaMap, keys: list[_Key], y: float) -> None:
    sheet = _COLUMN if drawing.small else _WIDE
    step = sheet / _ON_A_LINE if len(keys) <= _ON_A_LINE else sheet / max(len(keys), 8)
    for number, (shade, words) in enumerate(keys):
        _key(canvas, drawing, shade, words, (step * number, y))


def _key(
    canvas: Canvas,
    drawing: AreaMap,
    shade: int | None,
    words: str,
    at: tuple[float, float],
) -> None:
    x, y = at
    how = look(drawing, shade)
    box = [(x, y - 0.16), (x + 0.55, y - 0.16), (x + 0.55, y + 0.16), (x, y + 0.16)]
    square = [[*box, box[0]]]
    canvas.shape(square, how.fill, edge=SOFT, hatch=how.hatch, strength=how.strength)
    canvas.text(x + 0.7, y, words, size=7.5 if drawing.small else 8)
