"""Small graphs as shapes for the web page: lines and bands over the same ticks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from clusters.numbers import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.report.drawings import Panel, Panels

WIDE, HIGH = 240, 96  # units of a graph, in which its shapes are placed
_EDGE = 6  # left free on every side, so that a dot is drawn whole

Point = tuple[float, float]
Place = TypeVar("Place")


@dataclass(frozen=True)
class Dot:
    """A value at a tick, and what is told of it."""

    x: float
    y: float
    told: str


@dataclass(frozen=True)
class Graph:
    """A graph: bands and lines as points in a row, and the dots on them."""

    title: str
    highest: str
    bands: tuple[str, ...]
    lines: tuple[str, ...]
    found: tuple[Dot, ...]
    published: tuple[Dot, ...]


def graphs(drawing: Panels) -> list[Graph]:
    """Return the small graphs of a drawing; a line stops where a value is hidden."""
    return [_graph(drawing, panel) for panel in drawing.panels]


def _graph(drawing: Panels, panel: Panel) -> Graph:
    shown = [n for n in (*panel.found, *panel.published, *panel.high) if n is not None]
    highest = drawing.highest or max(shown, default=0) or 1

    def at(tick: int, value: int) -> Point:
        across = (WIDE - 2 * _EDGE) / max(len(drawing.ticks) - 1, 1)
        up = (HIGH - 2 * _EDGE) * value / highest
        return round(_EDGE + across * tick, 1), round(HIGH - _EDGE - up, 1)

    def written(value: int) -> str:
        return f"{count(value, drawing.language)}{drawing.unit}"

    def dots(series: Sequence[int | None], name: str) -> tuple[Dot, ...]:
        called = f" ({name})" if name and panel.published else ""
        return tuple(
            Dot(*at(tick, value), f"{drawing.ticks[tick]}{called}: {written(value)}")
            for tick, value in enumerate(series)
            if value is not None
        )

    edges = [
        None if low is None or high is None else (at(tick, low), at(tick, high))
        for tick, (low, high) in enumerate(zip(panel.low, panel.high, strict=True))
    ]
    line: list[Point | None] = []
    for tick, n in enumerate(panel.found):
        # A line that is cut ends before the tick, as at a value that is hidden.
        line += [None] * (tick in panel.cuts)
        line.append(None if n is None else at(tick, n))
    return Graph(
        panel.title,
        written(highest),
        bands=tuple(
            _joined([low for low, _ in run] + [high for _, high in reversed(run)])
            for run in _runs(edges)
        ),
        lines=tuple(_joined(run) for run in _runs(line)),
        found=dots(panel.found, drawing.found),
        published=dots(panel.published, drawing.published),
    )


def _runs(places: Sequence[Place | None]) -> list[list[Place]]:
    """Return what follows on one another, without the gaps.

    Examples
    --------
    >>> _runs([1, 2, None, 4])
    [[1, 2], [4]]
    """
    return [
        [each for each in run if each is not None]
        for is_gap, run in groupby(places, key=lambda each: each is None)
        if not is_gap
    ]


def _joined(points: Sequence[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
