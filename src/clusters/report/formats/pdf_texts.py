"""Every text that the PDF shows, for who looks into the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure.exit import PAGE, PAGES, Built
from clusters.report.blocks import (
    Bullets,
    Callout,
    Facts,
    Figure,
    Heading,
    Legend,
    Named,
    Paragraph,
    Table,
    flat,
)
from clusters.report.drawing.fonts import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.report.blocks import Block, Report

Cells = tuple[str, ...]

_PAGE_READ_OUT = {"nl": "pagina", "en": "page"}


def pdf_built(report: Report) -> Built:
    """Return what the template sets of a report, each text as often as it does."""
    return Built.of(
        (tuple(map(printable, cells)) for cells in _texts(report)),
        map(_set, _around(report)),
    )


def _set(text: str) -> str:
    """Return text as it is set, the places for page numbers as they are."""
    return "".join(
        part if part in (PAGE, PAGES) else printable(part)
        for part in text.replace(PAGE, f"\0{PAGE}\0").replace(PAGES, f"\0{PAGES}\0")
        .split("\0")
    )  # fmt: skip


def _texts(report: Report) -> Iterator[Cells]:
    yield (report.look.organisation or report.place,)
    for text in (report.title, report.kicker, report.answer, report.date_line):
        yield (text,)
    frame = report.frame
    for text in (frame.published, frame.contents, frame.reading):
        yield (text,)
    for pair in report.reading:
        for text in pair:
            yield (text,)
    for section in report.sections:
        for text in (section.kicker, section.title):
            yield (text,)
        for block in flat(section.blocks):
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Cells]:
    match block:
        case Paragraph(text=text) | Heading(text=text):
            yield (text,)
        case Bullets(items=items):
            yield from ((item,) for item in items)
        case Named(items=items) | Facts(items=items):
            yield from ((f"{first}{second}",) for first, second in items)
        case Legend(items=items):
            yield from ((each,) for pair in items for each in pair)
        case Callout(title=title, text=text):
            yield from ((title,), (text,))
        case Figure(caption=caption, note=note):
            yield from ((caption,), (note,))
        case Table():
            yield from ((block.caption,), _head(block), *block.rows, (block.note,))


def _head(table: Table) -> Cells:
    return tuple(column.heading for column in table.columns)


def _around(report: Report) -> Iterator[str]:
    """Yield what returns: heads and feet of pages, ways to chapters, what is spoken."""
    frame, running = report.frame, report.running
    yield from (running, f"{report.date_line}{frame.page}{PAGE}{frame.of}{PAGES}")
    yield report.look.organisation or report.place
    for text in (frame.contents, frame.reading):
        yield from (text, _way(report, text))
    for section in report.sections:
        yield from (section.title, f"{running}{section.title}")
        yield f"{section.short}{section.title}{PAGE}"
        yield from (section.called, _way(report, section.called))
        for block in flat(section.blocks):
            if isinstance(block, Heading):
                yield block.text
            elif isinstance(block, Figure):
                yield block.alt
            elif isinstance(block, Table):
                yield from _returning(block)


def _way(report: Report, called: str) -> str:
    """Return how a way to a chapter is read out; Typst writes the word for a page."""
    return f"{called}, {_PAGE_READ_OUT[report.language]} {PAGE}"


def _returning(table: Table) -> Iterator[str]:
    """Yield the head of a table as it returns on a new page, also over a group."""
    head = "".join(_head(table))
    yield head
    yield from (f"{head}{row[0]}" for row in table.rows if len(row) == 1)
