"""Drawings of the report. Each draws the rounded numbers it is given and no others.

Scales run from nothing to everybody (0 to 100 %) or from zero to the longest bar shown,
never from the smallest to the largest value, which would tell extremes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from clusters.numbers import count, more_than
from clusters.report.drawing.canvas import (
    INK,
    MIDDLE,
    PALE,
    POINTS_PER_CM,
    SOFT,
    WHITE,
    Canvas,
)
from clusters.report.drawing.flows import draw_flows
from clusters.report.drawing.fonts import fitted
from clusters.report.drawing.maps import draw_map, size_of_map
from clusters.report.drawing.panels import draw_panels
from clusters.report.drawings import (
    AreaMap,
    Bars,
    Comparison,
    Curve,
    Flows,
    Pairs,
    Panels,
)
from clusters.settings.colours import ACCENT, MIST

if TYPE_CHECKING:
    from clusters.report.drawings import Bar, Drawing, Pair, Row

WIDTH = 16.6  # centimetres, the width of the text on a page

# From this many percentage points a share is drawn as higher or lower than everybody's;
# the floor under which we do not call it a trait.
_CLEAR = 5

# Centimetres that a pair takes, the key above the pairs, and the scale below them.
_PAIR, _PAIRS_TOP, _PAIRS_SCALE = 0.76, 0.75, 0.45

_MANY = 11  # columns, from which their room comes before that of the answers


def draw(drawing: Drawing, accent: str = ACCENT) -> bytes:
    """Return a drawing as SVG, the same bytes for the same drawing.

    Parameters
    ----------
    drawing
        What to draw; a released number is drawn as it was released.
    accent
        The colour of the house, which takes the place of ours. Lettering is outlines,
        so the colour's code stands nowhere else.

    Returns
    -------
    bytes
        SVG in UTF-8, lettering as outlines.
    """
    return _drawn(drawing).replace(ACCENT.encode(), accent.encode())


def size_of(drawing: Drawing) -> tuple[float, float]:
    """Return how wide and how high a drawing is set, in centimetres.

    Raises
    ------
    TypeError
        Of a drawing whose size follows from its lettering; none of those is measured.
    """
    match drawing:
        case Pairs(pairs):
            return WIDTH, _PAIRS_TOP + _PAIR * len(pairs) + _PAIRS_SCALE
        case AreaMap():
            return size_of_map(drawing)
        case _:
            raise TypeError(type(drawing).__name__)


@lru_cache(maxsize=256)  # drawn once, shown in the PDF and in the HTML
def _drawn(drawing: Drawing) -> bytes:  # noqa: PLR0911 - one for each kind
    match drawing:
        case Bars():
            return _bars(drawing)
        case Pairs():
            return _pairs(drawing)
        case Comparison():
            return _comparison(drawing)
        case Curve():
            return _curve(drawing)
        case Panels():
            return draw_panels(drawing, WIDTH)
        case AreaMap():
            return draw_map(drawing)
        case Flows():
            return draw_flows(drawing)
        case _:
            assert_never(drawing)


def _bars(drawing: Bars) -> bytes:
    label_end, bar_end = 6.6, WIDTH - 2.6
    room = (label_end - 0.3) * POINTS_PER_CM
    labels = [fitted(bar.label, room, 8.2, lines=2) for bar in drawing.bars]
    # Labels of one line stand closer.
    step = 0.86 if any("\n" in label for label in labels) else 0.68
    longest = max((bar.length or 0 for bar in drawing.bars), default=0) or 1
    canvas = Canvas(WIDTH, step * len(drawing.bars) + 0.1)
    canvas.line([label_end] * 2, [0, step * len(drawing.bars)], color=SOFT)
    for number, bar in enumerate(drawing.bars):
        middle = step * (number + 0.5)
        canvas.text(label_end - 0.2, middle, labels[number], size=8.2, align="right")
        length = (bar_end - label_end) * (bar.length or 0) / longest
        _bar(canvas, bar, (label_end, middle), length)
    return canvas.svg()


def _bar(canvas: Canvas, bar: Bar, start: tuple[float, float], length: float) -> None:
    x, middle = start
    if bar.length:
        fill = PALE if bar.pale else ACCENT
        edge = SOFT if bar.pale else None
        canvas.box((x, middle - 0.22), (length, 0.44), fill, edge=edge)
    size = 8.5 if bar.length is not None else 11  # a marker is small of itself
    canvas.text(x + length + 0.15, middle, bar.shown, size=size, bold=not bar.pale)


def _pairs(drawing: Pairs) -> bytes:
    start, end, step, top = 6.6, WIDTH - 3.2, _PAIR, _PAIRS_TOP
    bottom = top + step * len(drawing.pairs)
    canvas = Canvas(*size_of(drawing))
    canvas.dot(start, 0.25, filled=True)
    canvas.text(start + 0.25, 0.25, drawing.cluster, size=8, color=ACCENT, bold=True)
    canvas.dot(start + 4.2, 0.25, filled=False)
    canvas.text(start + 4.45, 0.25, drawing.everybody, size=8, color=SOFT)
    for percent in range(0, 101, 25):
        x = start + (end - start) * percent / 100
        canvas.line([x, x], [top, bottom], color=PALE)
        canvas.text(x, bottom + 0.22, f"{percent}", size=7, color=SOFT, align="center")
    for number, pair in enumerate(drawing.pairs):
        _pair(canvas, pair, top + step * (number + 0.5), (start, end))
    return canvas.svg()


def _pair(
    canvas: Canvas, pair: Pair, middle: float, scale: tuple[float, float]
) -> None:
    start, end = scale
    _two_lines(canvas, pair.feature, pair.category, middle, start - 0.4)
    here = start + (end - start) * pair.share / 100
    all_ = start + (end - start) * pair.reference / 100
    canvas.line([all_, here], [middle, middle], color=ACCENT, width=2)
    canvas.dot(all_, middle, filled=False)
    canvas.dot(here, middle, filled=True, size=8.5)
    canvas.text(WIDTH, middle, pair.shown, size=8.6, bold=True, align="right")


def _two_lines(
    canvas: Canvas, feature: str, category: str, middle: float, room: float
) -> None:
    points = room * POINTS_PER_CM
    canvas.text(0, middle - 0.17, fitted(feature, points, 7), size=7, color=SOFT)
    canvas.text(0, middle + 0.17, fitted(category, points, 8.4), size=8.4)


def _comparison(drawing: Comparison) -> bytes:
    start = 5.9 if len(drawing.columns) < _MANY else 4.8
    step, top = 0.84, 0.75
    width = (WIDTH - start) / len(drawing.columns)
    height = top + step * len(drawing.rows)
    canvas = Canvas(WIDTH, height + 0.1)
    canvas.box((start, 0), (width, height), MIST)
    for number, column in enumerate(drawing.columns):
        left = start + width * number
        color = INK if number else SOFT
        canvas.text(left + 0.12, 0.35, column, size=9, bold=True, color=color)
    for number, row in enumerate(drawing.rows):
        upper = top + step * number
        canvas.line([0, WIDTH], [upper, upper], color=PALE, width=0.5)
        _two_lines(canvas, row.feature, row.category, upper + step / 2, start - 0.2)
        for place in range(len(row.shares)):
            corner = (start + width * place + 0.12, upper)
            _cell(canvas, drawing, row, place, (*corner, width - 0.28))
    return canvas.svg()


def _cell(
    canvas: Canvas,
    drawing: Comparison,
    row: Row,
    place: int,
    room: tuple[float, float, float],
) -> None:
    left, upper, width = room
    share, all_ = row.shares[place], row.shares[0]
    above = row.above[place] if row.above else None
    shown = f"{share}" if above is None else more_than(above)
    share = above if share is None else share
    if share is None:
        canvas.text(left, upper + 0.3, drawing.marker, size=11, bold=True)
        return
    difference = share - all_ if all_ is not None and place else 0
    higher, lower = difference >= _CLEAR, difference <= -_CLEAR
    canvas.text(left, upper + 0.3, shown, size=8, bold=higher)
    fill = ACCENT if higher else WHITE if lower else MIDDLE
    edge = SOFT if lower else None
    canvas.box((left, upper + 0.5), (width * share / 100, 0.17), fill, edge=edge)
    if place and all_ is not None:
        x = left + width * all_ / 100
        canvas.line([x, x], [upper + 0.44, upper + 0.73], color=INK, width=0.9)


def _curve(drawing: Curve) -> bytes:
    left, right, top, bottom = 1.6, WIDTH - 0.4, 0.9, 5.2
    canvas = Canvas(WIDTH, 6.5)
    tried = [number for number, _ in drawing.points]
    worst = max(value for _, value in drawing.points) or 1
    across = (right - left - 0.8) / max(max(tried) - min(tried), 1)
    places = {
        number: (
            left + 0.4 + across * (number - min(tried)),
            bottom - (bottom - top) * value / worst,
        )
        for number, value in drawing.points
    }
    canvas.text(0, 0.3, drawing.upward, size=8, color=SOFT)
    canvas.line([left, right], [bottom, bottom], color=SOFT)
    canvas.text(left - 0.15, bottom, "0", size=7.5, color=SOFT, align="right")
    written = count(round(worst), drawing.language)
    canvas.text(left - 0.15, top, written, size=7.5, color=SOFT, align="right")
    xs, ys = zip(*places.values(), strict=True)
    canvas.line(xs, ys, color=ACCENT, width=1.6)
    for number, (x, y) in places.items():
        chosen = number == drawing.chosen
        canvas.dot(x, y, filled=chosen, size=10 if chosen else 6)
        canvas.text(x, bottom + 0.35, f"{number}", bold=chosen, align="center")
    canvas.text((left + right) / 2, 6.2, drawing.across, size=8, align="center")
    return canvas.svg()
