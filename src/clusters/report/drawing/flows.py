"""Bands from one division to another, as wide as the persons who are in both.

Only released numbers are drawn. A block is as high as its bands together, so that no
gap tells what was hidden. Bands of neighbouring blocks differ in lightness.
"""

from __future__ import annotations

from collections import defaultdict
from math import cos, pi
from typing import TYPE_CHECKING

from clusters.report.drawing.canvas import POINTS_PER_CM, SOFT, WHITE, Canvas
from clusters.report.drawing.fonts import fitted
from clusters.settings.colours import ACCENT

if TYPE_CHECKING:
    from clusters.report.drawings import Flows

_WIDTH, _HEIGHT, _GAP = 16.6, 9.0, 0.22
_LEFT, _RIGHT, _BLOCK = 5.3, 11.2, 0.28
_STRENGTHS = (0.75, 0.3, 0.55, 0.15)
_STEPS = 24  # straight pieces of a curve
_SIZE = 8.0
_LINE = 0.38  # centimetres of a line beside a block


def draw_flows(drawing: Flows) -> bytes:
    """Return bands between two columns of blocks as SVG."""
    starts, ends = _sums(drawing, "start"), _sums(drawing, "end")
    persons = max(sum(starts.values()), 1)
    gaps = _GAP * (max(len(starts), len(ends)) - 1)
    scale = (_HEIGHT - gaps) / persons
    canvas = Canvas(_WIDTH, _HEIGHT + 0.3)
    left = _tops(starts, scale, len(drawing.starts))
    right = _tops(ends, scale, len(drawing.ends))
    used: dict[tuple[str, int], float] = defaultdict(float)
    for flow in sorted(drawing.flows, key=lambda each: (each.start, each.end)):
        height = flow.persons * scale
        upper = left[flow.start] + used["start", flow.start]
        lower = right[flow.end] + used["end", flow.end]
        used["start", flow.start] += height
        used["end", flow.end] += height
        strength = _STRENGTHS[flow.start % len(_STRENGTHS)]
        canvas.shape(
            [_band(upper, lower, height)], ACCENT, edge=WHITE, strength=strength
        )
    _blocks(canvas, drawing.starts, starts, left, (_LEFT - _BLOCK, "right"), scale)
    _blocks(canvas, drawing.ends, ends, right, (_RIGHT, "left"), scale)
    return canvas.svg()


def _sums(drawing: Flows, side: str) -> dict[int, int]:
    sums: dict[int, int] = defaultdict(int)
    for flow in drawing.flows:
        sums[getattr(flow, side)] += flow.persons
    return dict(sorted(sums.items()))


def _tops(sums: dict[int, int], scale: float, number: int) -> dict[int, float]:
    """Return where each block begins; blocks without bands take no room."""
    tops, at = {}, 0.15
    for place in range(number):
        tops[place] = at
        if place in sums:
            at += sums[place] * scale + _GAP
    return tops


def _band(upper: float, lower: float, height: float) -> list[tuple[float, float]]:
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    curve = [
        (
            _LEFT + (_RIGHT - _LEFT) * step,
            upper + (lower - upper) * (1 - cos(pi * step)) / 2,
        )
        for step in steps
    ]
    below = [(x, y + height) for x, y in reversed(curve)]
    return [*curve, *below, curve[0]]


def _blocks(  # noqa: PLR0913 - one column: names, heights, places and side
    canvas: Canvas,
    names: tuple[str, ...],
    sums: dict[int, int],
    tops: dict[int, float],
    where: tuple[float, str],
    scale: float,
) -> None:
    x, side = where
    room = _LEFT - _BLOCK - 0.2 if side == "right" else _WIDTH - _RIGHT - 0.6
    texts = [fitted(names[at], room * POINTS_PER_CM, _SIZE, lines=2) for at in sums]
    heights = [max(persons * scale, 0.03) for persons in sums.values()]
    for place, height in zip(sums, heights, strict=True):
        canvas.box((x, tops[place]), (_BLOCK, height), SOFT)
    middles = [tops[at] + high / 2 for at, high in zip(sums, heights, strict=True)]
    for text, middle in zip(texts, _spread(texts, middles), strict=True):
        if side == "right":
            canvas.text(x - 0.12, middle, text, size=_SIZE, align="right")
        else:
            canvas.text(x + _BLOCK + 0.12, middle, text, size=_SIZE)


def _spread(texts: list[str], middles: list[float]) -> list[float]:
    """Return where texts stand: beside their blocks, but not over each other."""
    halves = [_LINE * (text.count("\n") + 1) / 2 for text in texts]
    spread: list[float] = []
    lowest = 0.0
    for half, middle in zip(halves, middles, strict=True):
        spread.append(max(middle, lowest + half))
        lowest = spread[-1] + half
    highest = _HEIGHT + 0.3
    for place in reversed(range(len(spread))):
        spread[place] = min(spread[place], highest - halves[place])
        highest = spread[place] - halves[place]
    return spread
