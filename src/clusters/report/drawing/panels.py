"""Small graphs beside and under each other: lines over the years, or curves of stay.

Every graph starts from zero. What was found is a line with filled dots in the accent
colour, what was published are open dots in grey; so they differ in grey print too. A
band is pale, with the line on top of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from clusters.numbers import count
from clusters.report.drawing.canvas import (
    INK,
    PALE,
    POINTS_PER_CM,
    SOFT,
    Canvas,
)
from clusters.report.drawing.fonts import fitted
from clusters.settings.colours import ACCENT

if TYPE_CHECKING:
    from clusters.report.drawings import Panel, Panels

# Centimetres: the plot itself, over it the end of its scale, under it the years.
_HEIGHT, _OVER, _UNDER = 1.45, 0.5, 0.6
_TITLE, _LINE = 7.8, 0.34  # a title in points, and a line of it in centimetres
_LINES = 4  # of a title at the most
_DOT = 6.0  # points, of what was published
_BETWEEN = 0.6  # centimetres between two graphs


@dataclass(frozen=True)
class _Plot:
    """Where a graph lies: its sides in centimetres, and what its height stands for."""

    left: float
    right: float
    upper: float
    bottom: float
    highest: int
    ticks: int

    @property
    def dot(self) -> float:
        """How large a dot may be, in points, so that it stands free of the next."""
        between = (self.right - self.left - 0.3) / max(self.ticks - 1, 1)
        return min(between * POINTS_PER_CM * 0.8, _DOT)

    def at(self, tick: int, value: int) -> tuple[float, float]:
        """Return the place of a value."""
        across = (self.right - self.left - 0.3) / max(self.ticks - 1, 1)
        up = (self.bottom - self.upper) * value / self.highest
        return self.left + 0.15 + across * tick, self.bottom - up


def draw_panels(drawing: Panels, width: float) -> bytes:
    """Return small graphs as SVG, ``drawing.across`` beside each other."""
    step = (width + _BETWEEN) / drawing.across
    titles = [_title(panel, step - _BETWEEN) for panel in drawing.panels]
    top = 0.6 if drawing.found else 0.0
    uppers = _uppers(titles, drawing.across, top)
    canvas = Canvas(width, max(uppers, default=top) + _HEIGHT + _UNDER)
    if drawing.found:
        _key(canvas, drawing)
    for number, panel in enumerate(drawing.panels):
        left = step * (number % drawing.across)
        values = (*panel.found, *panel.published, *panel.high)
        shown = [n for n in values if n is not None]
        highest = drawing.highest or max(shown, default=0)
        plot = _Plot(
            left=left,
            right=left + step - _BETWEEN,
            upper=uppers[number],
            bottom=uppers[number] + _HEIGHT,
            highest=highest or 1,
            ticks=len(drawing.ticks),
        )
        _frame(canvas, drawing, titles[number], plot)
        _band(canvas, panel, plot)
        _line(canvas, panel, plot)
    return canvas.svg()


def _title(panel: Panel, width: float) -> str:
    return fitted(panel.title, width * POINTS_PER_CM, _TITLE, lines=_LINES, bold=True)


def _uppers(titles: list[str], across: int, top: float) -> list[float]:
    """Return the upper side of every plot; a row is as high as its longest title."""
    uppers: list[float] = []
    for first in range(0, len(titles), across):
        row = titles[first : first + across]
        top += _LINE * max(title.count("\n") + 1 for title in row) + _OVER
        uppers += [top] * len(row)
        top += _HEIGHT + _UNDER
    return uppers


def _key(canvas: Canvas, drawing: Panels) -> None:
    canvas.line([0, 0.6], [0.2, 0.2], color=ACCENT, width=1.4)
    canvas.dot(0.3, 0.2, filled=True, size=4)
    canvas.text(0.8, 0.2, drawing.found, size=8, color=INK)
    if drawing.published:
        canvas.dot(5.2, 0.2, filled=False, size=6)
        canvas.text(5.45, 0.2, drawing.published, size=8, color=SOFT)


def _frame(canvas: Canvas, drawing: Panels, title: str, plot: _Plot) -> None:
    lines = title.count("\n") + 1
    y = plot.upper - _OVER - _LINE * lines / 2
    canvas.text(plot.left, y, title, size=_TITLE, bold=True)
    for y, color in ((plot.bottom, SOFT), (plot.upper, PALE)):
        canvas.line([plot.left, plot.right], [y, y], color=color)
    high = f"{count(plot.highest, drawing.language)}{drawing.unit}"
    canvas.text(
        plot.right, plot.upper - 0.27, high, size=6.5, color=SOFT, align="right"
    )
    y = plot.bottom + 0.2
    canvas.text(plot.left, y, drawing.ticks[0], size=6.5, color=SOFT)
    if plot.ticks > 1:
        last = drawing.ticks[-1]
        canvas.text(plot.right, y, last, size=6.5, color=SOFT, align="right")


def _band(canvas: Canvas, panel: Panel, plot: _Plot) -> None:
    known = [
        (tick, low, high)
        for tick, (low, high) in enumerate(zip(panel.low, panel.high, strict=True))
        if low is not None and high is not None
    ]
    for (one, low, high), (other, next_low, next_high) in pairwise(known):
        if other == one + 1:
            corners = [
                plot.at(one, low),
                plot.at(other, next_low),
                plot.at(other, next_high),
                plot.at(one, high),
            ]
            canvas.area(corners, PALE)


def _line(canvas: Canvas, panel: Panel, plot: _Plot) -> None:
    known = [(tick, n) for tick, n in enumerate(panel.found) if n is not None]
    for (one, value), (other, following) in pairwise(known):
        if other == one + 1 and other not in panel.cuts:
            ends = (plot.at(one, value), plot.at(other, following))
            xs, ys = zip(*ends, strict=True)
            canvas.line(xs, ys, color=ACCENT, width=1.4)
    for tick, published in enumerate(panel.published):
        if published is not None:
            canvas.dot(*plot.at(tick, published), filled=False, size=plot.dot)
    for tick, value in known:
        canvas.dot(*plot.at(tick, value), filled=True, size=0.43 * plot.dot)
