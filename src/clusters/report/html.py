"""The report as one HTML file that loads nothing and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clusters.report.figures import draw

if TYPE_CHECKING:
    from clusters.report.blocks import Block, Drawing, Report

_TEMPLATES = Path(__file__).parent / "templates"


def write_html(report: Report, path: Path) -> None:
    """Write the report as one self-contained HTML file.

    Parameters
    ----------
    report
        The content.
    path
        The file to write.
    """
    templates = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = templates.get_template("report.html.j2").render(
        report=report, kind=_kind, picture=_picture, grouped=_grouped
    )
    path.write_text(page, encoding="utf-8", newline="\n")


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _picture(drawing: Drawing) -> str:
    """Return a drawing as the address of an image, so that nothing is fetched."""
    return f"data:image/svg+xml;base64,{b64encode(draw(drawing)).decode()}"


def _grouped(
    rows: tuple[tuple[str, ...], ...],
) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return the rows under each heading; rows before the first have an empty one."""
    groups: list[tuple[str, list[tuple[str, ...]]]] = [("", [])]
    for row in rows:
        if len(row) == 1:
            groups.append((row[0], []))
        else:
            groups[-1][1].append(row)
    return [group for group in groups if group[1]]
