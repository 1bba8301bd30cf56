"""The report as an accessible PDF, set by Typst.

What is said reaches the template as JSON and never as source text, so a name that looks
like a command is printed and not obeyed. The compiler refuses a document without title,
language or alternative text.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import asdict, is_dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from clusters.findings.house_style import Look
from clusters.report.blocks import Beside, Figure
from clusters.report.drawing.figures import draw
from clusters.report.drawing.fonts import FAMILY, FOLDER, printable
from clusters.report.formats.last_pages import End, set_closer
from clusters.report.formats.row_headings import with_row_headings

if TYPE_CHECKING:
    from clusters.report.blocks import Block, Report
    from clusters.settings import Logo

_LOGO = "logo.svg"
_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"

# Readable for everybody (PDF/UA) and for a long time (PDF/A, tagged).
_STANDARDS: list[Any] = ["ua-1", "a-2a"]

# Only the type we ship.
_TYPE: Any = {"font_paths": [FOLDER], "ignore_system_fonts": True}


def write_pdf(report: Report, path: Path) -> None:
    """Write the report as PDF/UA-1 and PDF/A-2a; same report, same bytes.

    Parameters
    ----------
    report
        The content.
    path
        The file to write.
    """
    files = {"main.typ": _TEMPLATE.read_bytes()}
    virtual: Any = files  # the stub knows files on disk only
    sections = []
    for section in report.sections:
        blocks = [_plain_block(block, report.look, files) for block in section.blocks]
        called = printable(section.called)
        sections.append(_plain(section) | {"blocks": blocks, "called": called})
    content = _plain(replace(report, sections=(), look=Look())) | {
        "sections": sections,
        "family": FAMILY,
        "look": _plain_look(report.look, files),
    }

    def ends_of(closer: frozenset[int]) -> list[End]:
        files["report.json"] = json.dumps(
            content | {"closer": sorted(closer)}, default=str
        ).encode()
        marks = typst.query(virtual, "<end>", field="value", **_TYPE)
        return [End(**mark) for mark in json.loads(marks)]

    content["closer"] = sorted(set_closer(ends_of))
    files["report.json"] = json.dumps(content, default=str).encode()
    # Counted from the reference date: the hour of printing is not part of the result.
    stamp = datetime.combine(report.reference_date, time(12), tzinfo=UTC)
    written: bytes = typst.compile(
        virtual, pdf_standards=_STANDARDS, timestamp=stamp, **_TYPE
    )
    path.write_bytes(with_row_headings(written))


def _plain_look(look: Look, files: dict[str, bytes]) -> dict[str, Any]:
    """Return the house style for JSON; a logo becomes a file beside it."""
    if look.logo:
        files[_LOGO] = _as_svg(look.logo)
    return _plain(replace(look, logo=None)) | {"logo": _LOGO if look.logo else ""}


def _as_svg(logo: Logo) -> bytes:
    """Return a logo as SVG: the files that Typst is handed must be text."""
    if logo.kind == "svg":
        return logo.content
    width, height = (int.from_bytes(logo.content[at : at + 4]) for at in (16, 20))
    pixels = b64encode(logo.content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{pixels}"/></svg>'
    ).encode()


def _plain_block(block: Block, look: Look, files: dict[str, bytes]) -> dict[str, Any]:
    """Return a block for JSON; a drawing becomes a file beside it."""
    kind = {"kind": type(block).__name__.lower()}
    if isinstance(block, Beside):
        return kind | {
            side: [_plain_block(each, look, files) for each in blocks]
            for side, blocks in (("left", block.left), ("right", block.right))
        }
    plain = _plain(block) | kind
    if isinstance(block, Figure):
        name = f"figure-{len(files)}.svg"
        files[name] = draw(block.drawing, look.accent)
        plain["drawing"] = name
    return plain


def _plain(content: object) -> dict[str, Any]:
    """Return content as a dictionary of which every text can be printed."""
    if not is_dataclass(content) or isinstance(content, type):
        raise TypeError(f"{type(content).__name__} is no content")
    return {key: _printable(value) for key, value in asdict(content).items()}


def _printable(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _printable(each) for key, each in value.items()}
        case list() | tuple():
            return [_printable(each) for each in value]
        case _:
            return value
