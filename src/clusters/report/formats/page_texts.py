"""Every text that the web page shows, for who looks into the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.disclosure.exit import Built, digest_of
from clusters.report.blocks import (
    Beside,
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
from clusters.report.drawing.figures import draw
from clusters.report.drawing.map_shapes import Atlas, shades
from clusters.report.drawing.panel_shapes import graphs
from clusters.report.drawings import AreaMap, Bars, Comparison, Pairs, Panels
from clusters.report.formats.html import content_of, script, style_sheet
from clusters.report.words import page as said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusters.report.blocks import Block, Report, Section
    from clusters.report.drawings import Drawing
    from clusters.report.formats.explore import Choice, Explorable

Cells = tuple[str, ...]

# Under the dots of a drawing of pairs.
_SCALE = "0 25 50 75 100"
# What the page draws itself; other drawings are pictures in it.
_SHAPED = (Bars, Pairs, Comparison, Panels, AreaMap)


def page_built(report: Report, explorable: Explorable) -> Built:
    """Return what the template shows of a report, each text as often as it does."""
    texts = [*_frame(report), *_downloads(report, explorable)]
    for section in report.sections:
        texts += _section(report, section)
        if section.key == "compare" and explorable.clusters:
            texts += _explore(report, explorable)
    return Built.of(texts, _names(report))


def page_assets(report: Report, explorable: Explorable) -> frozenset[str]:
    """Return the digests of what the page holds as it is: script, style, pictures."""
    look = report.look
    drawings = (
        block.drawing
        for section in report.sections
        for block in flat(section.blocks)
        if isinstance(block, Figure) and not isinstance(block.drawing, _SHAPED)
    )
    return frozenset(
        digest_of(each)
        for each in (
            script().encode(),
            style_sheet(look).encode(),
            content_of(explorable).encode(),
            *(draw(each, look.accent) for each in drawings),
            *([look.logo.content] if look.logo else []),
        )
    )


def _frame(report: Report) -> Iterator[Cells]:
    """Yield what stands above and below the chapters, and the ways to them."""
    sender = report.look.organisation or report.place
    for text in (report.running, sender, report.kicker, report.title, report.answer):
        yield (text,)
    for text in (report.date_line, report.frame.contents, report.frame.published):
        yield (text,)
    yield from ((report.frame.reading,), (report.frame.reading,))
    for section in report.sections:
        title = section.title if section.title != section.short else ""
        yield (f"{section.short}{title}",)
    yield from ((f"{name}{text}",) for name, text in report.reading)


def _section(report: Report, section: Section) -> Iterator[Cells]:
    yield from ((section.kicker,), (section.title,))
    for block in section.blocks:
        # What the head of the page says is not said again.
        if getattr(block, "text", "") != report.answer:
            for each in flat([block]):
                yield from _of_block(each)


def _of_block(block: Block) -> Iterator[Cells]:
    match block:
        case Paragraph(text=text) | Heading(text=text):
            yield (text,)
        case Bullets(items=items):
            yield from ((item,) for item in items)
        case Named(items=items) | Legend(items=items):
            yield from ((f"{first}{second}",) for first, second in items)
        case Facts(items=items):
            yield from ((f"{text}{value}",) for value, text in items)
        case Callout(title=title, text=text):
            yield from ((title,), (text,))
        case Figure(caption=caption, note=note):
            yield from ((caption,), (note,), *_drawn(block.drawing, block.alt))
        case Table():
            yield from ((block.caption,), (block.note,), *block.rows)
            yield tuple(column.heading for column in block.columns)


def _drawn(drawing: Drawing, alt: str) -> Iterator[Cells]:
    match drawing:
        case Bars(bars=bars):
            yield from ((f"{bar.label}{bar.shown}",) for bar in bars)
        case Pairs():
            yield from _paired(drawing)
        case Comparison():
            yield from _compared(drawing)
        case Panels():
            yield from ((alt,), (f"{drawing.found}{drawing.published}",))
            yield from _panels(drawing)
        case AreaMap(patches=patches):
            words = (alt, drawing.nothing, *drawing.legend)
            areas = (f"{patch.name}: {patch.shown}" for patch in patches)
            marks = (patch.mark for patch in patches)
            yield from ((each,) for each in (*words, *areas, *marks))
        case _:
            yield (alt,)


def _paired(drawing: Pairs) -> Iterator[Cells]:
    yield from ((f"{drawing.cluster}{drawing.everybody}",), (_SCALE,))
    for pair in drawing.pairs:
        yield (f"{pair.feature}{pair.category}{pair.shown}",)


def _compared(drawing: Comparison) -> Iterator[Cells]:
    yield ("", *drawing.columns)
    for row in drawing.rows:
        shares = (drawing.marker if n is None else f"{n}" for n in row.shares)
        yield (f"{row.feature}{row.category}", *shares)


def _panels(drawing: Panels) -> Iterator[Cells]:
    for graph in graphs(drawing):
        yield (f"{graph.title}{graph.highest}",)
        yield (f"{drawing.ticks[0]}{drawing.ticks[-1]}",)
        yield from ((dot.told,) for dot in (*graph.found, *graph.published))


def _explore(report: Report, explorable: Explorable) -> Iterator[Cells]:
    yield (said.EXPLORE_NOTE.to(report.language),)
    for cluster in explorable.clusters:
        yield from ((cluster.value,), (cluster.name,))
        yield (f"{cluster.value}{cluster.name}",)
    yield from _options("theme ", explorable.themes)
    yield from _options("feature ", explorable.features)
    yield from _options("feature ", explorable.describing)
    for value, text in (*said.LEAST_CHOICES, *said.ORDER_CHOICES):
        yield from ((value,), (text.to(report.language),))


def _options(prefix: str, choices: Iterable[Choice]) -> Iterator[Cells]:
    for choice in choices:
        yield from ((f"{prefix}{choice.value}",), (choice.name,))


def _downloads(report: Report, explorable: Explorable) -> Iterator[Cells]:
    save = said.SAVE.to(report.language)
    for table in explorable.tables:
        yield (f"{table.name}{table.file}{table.about}",)
        yield from ((table.file,), (f"{save}{table.file}",))


def _names(report: Report) -> Iterator[str]:
    """Yield what parts of the page are called, and the classes of their looks."""
    yield from re.findall(r"\.([\w-]+) \{", shades())
    atlas = Atlas()
    for section in report.sections:
        yield from (section.key, f"{section.key}-title")
        for place, block in enumerate(section.blocks, start=1):
            yield from _places(block, f"{section.key}-{place}")
        for each in flat(section.blocks):
            if isinstance(each, Figure) and isinstance(each.drawing, AreaMap):
                atlas.shapes(each.drawing)
    yield from (name for name, _ in atlas.outlines)


def _places(block: Block, name: str) -> Iterator[str]:
    yield name
    if isinstance(block, Beside):
        for side, blocks in enumerate((block.left, block.right), start=1):
            for place, each in enumerate(blocks, start=1):
                yield from _places(each, f"{name}-{side}{place}")
