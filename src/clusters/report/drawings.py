"""Drawings still to be drawn: what each shows, in released numbers and words.

Nothing here knows how wide a page is, or which colour a line has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from clusters.schema import Language


@dataclass(frozen=True)
class Bar:
    """One bar: what it stands for, its length, and the number that is printed.

    A missing length is a hidden cell; ``shown`` then is the marker. ``pale`` bars stand
    apart from the rest.
    """

    label: str
    length: int | None
    shown: str
    pale: bool = False


@dataclass(frozen=True)
class Bars:
    """Horizontal bars under each other."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Pair:
    """A share in one cluster against everybody's, in whole percents."""

    feature: str
    category: str
    share: int
    reference: int
    shown: str


@dataclass(frozen=True)
class Pairs:
    """Two dots per line: everybody (open) and the cluster (filled)."""

    pairs: tuple[Pair, ...]
    cluster: str
    everybody: str


@dataclass(frozen=True)
class Row:
    """One category over all clusters; the first share is everybody's.

    ``above`` tells of hidden shares what they are known to be more than, if anything.
    """

    feature: str
    category: str
    shares: tuple[int | None, ...]
    above: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Small bars, one column per cluster; ``columns`` starts with everybody."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    marker: str


@dataclass(frozen=True)
class Curve:
    """A line over the number of clusters tried, with the chosen number marked."""

    points: tuple[tuple[int, float], ...]
    chosen: int
    across: str
    upward: str
    language: Language


@dataclass(frozen=True)
class Patch:
    """One area of a map.

    Parameters
    ----------
    name
        What it is called.
    rings
        Its outline: closed rings of points on a map that is one wide, y running down;
        a ring within another is a hole.
    middle, room
        Where a word fits best, and how far the edge is from there.
    shade
        Its place in the legend; none where nothing is shown of it.
    mark
        A short word within it, such as a number; may be empty.
    shown
        What is released of it, in words.
    """

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    middle: tuple[float, float]
    room: float
    shade: int | None
    mark: str
    shown: str


@dataclass(frozen=True)
class AreaMap:
    """Areas by what is released of them.

    Parameters
    ----------
    patches
        The areas.
    height
        Of the map, which is one wide.
    legend
        What each shade stands for. Of ``steps`` the first is the least and the last
        the most. Of ``kinds`` none is more than another, and the last one stands for
        areas that are of two kinds.
    nothing
        What the legend says of areas of which nothing is shown.
    scale
        Whether shades are steps or kinds.
    small
        Whether it stands in a column; else it is as wide as the text.
    """

    patches: tuple[Patch, ...]
    height: float
    legend: tuple[str, ...]
    nothing: str
    scale: Literal["steps", "kinds"]
    small: bool = False


@dataclass(frozen=True)
class Panel:
    """One small graph; every series has a place for each tick, missing where hidden.

    ``published`` is what others found; ``low`` and ``high`` are a band around the line.
    No line is drawn to a tick of ``cuts`` from the tick before.
    """

    title: str
    found: tuple[int | None, ...]
    published: tuple[int | None, ...] = ()
    low: tuple[int | None, ...] = ()
    high: tuple[int | None, ...] = ()
    cuts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Panels:
    """Small graphs over the same ticks, ``across`` beside each other.

    ``found`` and ``published`` say what the line and the open dots are, where that must
    be said; ``highest`` is the end of the scale, zero for each graph its own.
    """

    panels: tuple[Panel, ...]
    ticks: tuple[str, ...]
    language: Language
    found: str = ""
    published: str = ""
    across: int = 3
    highest: int = 0
    unit: str = ""


@dataclass(frozen=True)
class Flow:
    """Persons who are in one block on the left and one on the right, by place."""

    start: int
    end: int
    persons: int


@dataclass(frozen=True)
class Flows:
    """Bands between two divisions of the same people; only what is released."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    flows: tuple[Flow, ...]


Drawing = Bars | Pairs | Comparison | Curve | Panels | AreaMap | Flows
