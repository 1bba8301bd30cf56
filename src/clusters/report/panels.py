"""Small graphs beside and under each other: lines over the years, or curves of stay.

Every graph starts from zero. What was found is a line with filled dots in the accent
colour, what was published are open dots in grey; so they differ in grey print too. A
band is pale, with the line on top of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from clusters.report.canvas import ACCENT, INK, PALE, POINTS_PER_CM, SOFT, Canvas
from clusters.report.fonts import fitted
from clusters.report.numbers import count

if TYPE_CHECKING:
    from clusters.report.blocks import Panel, Panels

_STEP = 3.5  # centimetres from one row of graphs to the next
_HEIGHT = 1.75  # of which the plot itself
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

    def at(self, tick: int, value: int) -> tuple[float, float]:
        """Return the place of a value."""
        across = (self.right - self.left - 0.3) / max(self.ticks - 1, 1)
        up = (self.bottom - self.upper) * value / self.highest
        return self.left + 0.15 + across * tick, self.bottom - up


def draw_panels(drawing: Panels, width: float) -> bytes:
    """Return small graphs as SVG, ``drawing.across`` beside each other."""
    rows = -(-len(drawing.panels) // drawing.across)
    top = 0.6 if drawing.found else 0.0
    canvas = Canvas(width, top + _STEP * rows)
    if drawing.found:
        _key(canvas, drawing)
    step = (width + _BETWEEN) / drawing.across
    for number, panel in enumerate(drawing.panels):
        row, column = divmod(number, drawing.across)
        upper = top + _STEP * row + 1.05
        told = (*panel.found, *panel.published, *panel.high)
        highest = drawing.highest or max((n for n in told if n is not None), default=0)
        plot = _Plot(
            left=step * column,
            right=step * column + step - _BETWEEN,
            upper=upper,
            bottom=upper + _HEIGHT,
            highest=highest or 1,
            ticks=len(drawing.ticks),
        )
        _frame(canvas, drawing, panel, plot)
        _band(canvas, panel, plot)
        _line(canvas, panel, plot)

    return canvas.svg()


def _key(canvas: Canvas, drawing: Panels) -> None:
    canvas.line([0, 0.6], [0.2, 0.2], color=ACCENT, width=1.4)
    canvas.dot(0.3, 0.2, filled=True, size=4)
    canvas.text(0.8, 0.2, drawing.found, size=8, color=INK)
    if drawing.published:
        canvas.dot(5.2, 0.2, filled=False, size=6)
        canvas.text(5.45, 0.2, drawing.published, size=8, color=SOFT)


def _frame(canvas: Canvas, drawing: Panels, panel: Panel, plot: _Plot) -> None:
    width = plot.right - plot.left
    title = fitted(panel.title, width * POINTS_PER_CM, 7.8, lines=2)
    canvas.text(plot.left, plot.upper - 0.66, title, size=7.8, bold=True)
    for y, color in ((plot.bottom, SOFT), (plot.upper, PALE)):
        canvas.line([plot.left, plot.right], [y, y], color=color)
    high = f"{count(plot.highest, drawing.language)}{drawing.unit}"
    canvas.text(
        plot.right, plot.upper - 0.15, high, size=6.5, color=SOFT, align="right"
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
        if other == one + 1:
            ends = (plot.at(one, value), plot.at(other, following))
            xs, ys = zip(*ends, strict=True)
            canvas.line(xs, ys, color=ACCENT, width=1.4)
    for tick, published in enumerate(panel.published):
        if published is not None:
            canvas.dot(*plot.at(tick, published), filled=False, size=6)
    for tick, value in known:
        canvas.dot(*plot.at(tick, value), filled=True, size=2.6)
