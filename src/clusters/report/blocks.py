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
    from clusters.report.drawings import Drawing
    from clusters.schema import Language

Side = Literal["left", "right"]


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

    @property
    def running(self) -> str:
        """The title as it stands on every page, with the place where it lacks it."""
        known = self.place in self.title
        return self.title if known else f"{self.title} – {self.place}"
