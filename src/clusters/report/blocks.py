"""What a report is made of: words, numbers as shown, and drawings still to be drawn.

Every value is already text in the reader's language or a released whole number, so no
renderer can show more than the gate let through. Nothing here knows Typst or HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from clusters.findings.house_style import Look
    from clusters.schema import Language

Side = Literal["left", "right"]


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


@dataclass(frozen=True)
class Figure:
    """A drawing with its caption and what it shows, in words, for who cannot see it."""

    drawing: Drawing
    caption: str
    alt: str
    note: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a table; ``width`` is its part of the line."""

    heading: str
    width: float = 1.0
    side: Side = "left"


@dataclass(frozen=True)
class Table:
    """A table of text; a row of one cell is a heading over the rows after it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    small: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text; ``lead`` opens a section in larger type."""

    text: str
    lead: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading within a section; with ``new_page`` it starts one on paper."""

    text: str
    new_page: bool = False


@dataclass(frozen=True)
class Bullets:
    """Points of which the order does not matter."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """Short entries: a name in bold and what there is to say of it."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Legend:
    """What the numbers of the clusters stand for, in two columns."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Facts:
    """Numbers shown large, each with what it counts."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Callout:
    """A remark that must not be overlooked."""

    title: str
    text: str


@dataclass(frozen=True)
class Strip:
    """The clusters as one divided bar, decoration beside numbers told elsewhere."""

    parts: tuple[int, ...]
    highlight: int | None = None


@dataclass(frozen=True)
class Beside:
    """Two columns of blocks; on a narrow screen the second comes under the first."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = (
    Figure
    | Table
    | Paragraph
    | Heading
    | Bullets
    | Named
    | Legend
    | Facts
    | Callout
    | Strip
    | Beside
)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks in reading order, those in columns one by one."""
    for block in blocks:
        if isinstance(block, Beside):
            yield from flat((*block.left, *block.right))
        else:
            yield block


@dataclass(frozen=True)
class Section:
    """A part of the report under one heading; each starts on a new page.

    ``kicker`` is a small line over the heading; ``short`` stands before the title in
    the contents.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    short: str = ""

    @property
    def called(self) -> str:
        """What it is called where there is nothing beside it, as when read out."""
        return f"{self.short}: {self.title}" if self.short else self.title


@dataclass(frozen=True)
class Frame:
    """The words that a renderer needs around the content."""

    contents: str
    reading: str
    page: str
    of: str
    published: str
    skip: str


@dataclass(frozen=True)
class Report:
    """The whole report, ready to be rendered.

    ``answer`` is the one sentence for who reads no further; ``reading`` explains the
    signs and words that return on every page.
    """

    title: str
    place: str
    kicker: str
    date_line: str
    reference_date: date
    language: Language
    answer: str
    strip: Strip
    reading: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    frame: Frame
    look: Look
