"""The report as one HTML file that loads nothing; its script only helps to look.

Without the script everything can be read. The page's policy lets exactly our style and
our script work, by their digests, and forbids every other source, also to the script;
the values it shows are put in as text and never as markup.
"""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clusters.report.drawing.figures import draw
from clusters.report.drawing.fonts import FOLDER
from clusters.report.drawing.map_shapes import Atlas, shades
from clusters.report.drawing.panel_shapes import graphs
from clusters.report.words import page as said

if TYPE_CHECKING:
    from clusters.findings.house_style import Look
    from clusters.report.blocks import Block, Report
    from clusters.report.drawings import Drawing
    from clusters.report.formats.explore import Explorable
    from clusters.settings import Logo

_TEMPLATES = Path(__file__).parent / "templates"
_WEIGHTS = {300: "Light", 400: "Regular", 600: "SemiBold"}
# What would end the element that the JSON stands in, or begin a comment.
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def write_html(report: Report, explorable: Explorable, path: Path) -> None:
    """Write the report as one self-contained HTML file.

    Parameters
    ----------
    report
        The content.
    explorable
        The released values that the page compares and saves.
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
    style = style_sheet(report.look)
    page = templates.get_template("report.html.j2").render(
        report=report,
        explorable=explorable,
        content=Markup(content_of(explorable)),  # noqa: S704 - escaped for JSON
        style=Markup(style),  # noqa: S704 - ours
        script=Markup(script()),  # noqa: S704 - ours
        policy=_POLICY.format(script=_digest(script()), style=_digest(style)),
        kind=_kind,
        picture=lambda drawing: _picture(drawing, report.look),
        logo=_logo_address,
        grouped=_grouped,
        graphs=graphs,
        atlas=Atlas(),
        refuse=_refuse,
        ways=_ways(report),
        least_choices=said.LEAST_CHOICES,
        order_choices=said.ORDER_CHOICES,
        say=lambda name: getattr(said, name).to(report.language),
    )
    path.write_text(page, encoding="utf-8", newline="\n")


def style_sheet(look: Look) -> str:
    """Return the style sheet with the colours of the house and the type we ship."""
    colours = f":root {{ --accent: {look.accent}; --cover: {look.cover}; }}\n"
    sheet = (_TEMPLATES / "report.css").read_text(encoding="utf-8")
    return colours + _faces() + sheet + shades()


def script() -> str:
    """Return the script of the page, which only helps to look."""
    return (_TEMPLATES / "report.js").read_text(encoding="utf-8")


def content_of(explorable: Explorable) -> str:
    """Return the values to explore as JSON that is inert within a script element."""
    written = json.dumps(explorable.content, ensure_ascii=False, separators=(",", ":"))
    return written.translate(_ESCAPED)


@cache
def _faces() -> str:
    return "".join(
        '@font-face { font-family: "IBM Plex Sans"; font-weight: '
        f"{weight}; src: url(data:font/woff2;base64,"
        f"{b64encode((FOLDER / f'IBMPlexSans-{face}.woff2').read_bytes()).decode()}"
        ') format("woff2"); }\n'
        for weight, face in _WEIGHTS.items()
    )


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _kind(block: Block | Drawing) -> str:
    return type(block).__name__.lower()


def _ways(report: Report) -> dict[str, str]:
    """Return the page of each cluster by its number and name, as a text writes them."""
    pages = (each for each in report.sections if each.short)
    return {f"{each.key.rpartition('-')[2]}. {each.title}": each.key for each in pages}


def _refuse(kind: str) -> None:
    """Stop where a block has no place on the page, rather than leave it out."""
    raise TypeError(f"blocks.html.j2 has no place for a {kind}")


def _picture(drawing: Drawing, look: Look) -> str:
    """Return a drawing as the address of an image, so that nothing is fetched."""
    return _address("svg+xml", draw(drawing, look.accent))


def _logo_address(logo: Logo) -> str:
    return _address("svg+xml" if logo.kind == "svg" else "png", logo.content)


def _address(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


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
    return [group for group in groups if any(group)]
