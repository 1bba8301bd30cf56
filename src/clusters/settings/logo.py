"""A logo from a file: a drawing that holds nothing but shapes, or a clean picture.

The report is opened by people who trust it, so a logo may not run, fetch or tell
anything: an SVG is refused for what it holds beyond shapes, a PNG loses its remarks.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from xml.etree import ElementTree as Xml

from clusters.errors import SettingsError
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LARGEST = 500_000  # bytes; a page with it stays easy to mail
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "style", "title", "desc"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("clipPath", "mask", "linearGradient", "radialGradient", "stop"),
    }
)
# What points outside the file: addresses other than '#name', imports, and the escapes
# with which either can be spelt otherwise.
_POINTS_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@|\\|javascript:", re.IGNORECASE)

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"pHYs"}

_TOO_LARGE = Text("groter dan 500 kB", "larger than 500 kB")
_NEITHER = Text("geen SVG of PNG", "neither SVG nor PNG")
_BROKEN = Text("beschadigd", "damaged")
_NO_SIZE = Text("zonder viewBox", "without a viewBox")
_ENTITIES = Text("met een DOCTYPE", "with a DOCTYPE")


@dataclass(frozen=True)
class Logo:
    """A checked logo, as it goes into the report."""

    kind: Literal["svg", "png"]
    content: bytes


class _UnfitError(Exception):
    """Why a logo is refused."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def read_logo(path: Path) -> Logo:
    """Return the logo in a file.

    Raises
    ------
    SettingsError
        If it cannot be opened, is too large, or holds more than shapes.
    """
    try:
        # A device that never ends is no file, and would be read for ever.
        if not path.is_file():
            raise FileNotFoundError
        with path.open("rb") as file:
            return _checked(file.read(_LARGEST + 1))
    except OSError:
        raise SettingsError(
            f"[report.style] logo: {path} cannot be opened.\n"
            "Relative paths count from the folder in which you call clusters.",
            f"[report.style] logo: {path} kan niet worden geopend.\n"
            "Relatieve paden gelden vanaf de map waarin u clusters aanroept.",
        ) from None
    except _UnfitError as error:
        raise SettingsError(
            f"[report.style] logo: {path} is {error.why.en}.\n"
            "Save it as plain SVG, lettering as outlines and pictures left out, or as "
            "PNG.",
            f"[report.style] logo: {path} is {error.why.nl}.\n"
            "Bewaar het als gewone SVG, letters als omtrek en zonder foto's, of als "
            "PNG.",
        ) from None


def _checked(content: bytes) -> Logo:
    if len(content) > _LARGEST:
        raise _UnfitError(_TOO_LARGE)
    if content.startswith(_SIGNATURE):
        return Logo("png", b"".join([_SIGNATURE, *_kept_chunks(content)]))
    _refuse_more_than_shapes(content)
    return Logo("svg", content)


def _refuse_more_than_shapes(content: bytes) -> None:
    if b"<!doctype" in content.lower() or b"<!entity" in content.lower():
        raise _UnfitError(_ENTITIES)
    try:
        root = Xml.fromstring(content)  # noqa: S314 - entities are refused above
    except (Xml.ParseError, ValueError, LookupError):
        raise _UnfitError(_NEITHER) from None
    if root.tag != f"{_SVG}svg":
        raise _UnfitError(_NEITHER)
    if "viewBox" not in root.attrib:
        raise _UnfitError(_NO_SIZE)
    for element in root.iter():
        _refuse_unless_shape(element)


def _refuse_unless_shape(element: Xml.Element) -> None:
    name = str(element.tag)
    if name.removeprefix(_SVG) not in _SHAPES:
        short = name.rpartition("}")[2]
        raise _UnfitError(Text(f"een SVG met <{short}>", f"an SVG with <{short}>"))
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2].lower()
        points = attribute == "href" and not value.startswith("#")
        if attribute.startswith("on") or points or _POINTS_OUTSIDE.search(value):
            raise _UnfitError(
                Text(f"een SVG met {attribute}='…'", f"an SVG with {attribute}='…'")
            )
    if _POINTS_OUTSIDE.search(element.text or ""):
        raise _UnfitError(
            Text("een SVG die naar buiten wijst", "an SVG that points outside")
        )


def _kept_chunks(content: bytes) -> Iterator[bytes]:
    """Yield the chunks of a PNG that make the picture; remarks and dates are left."""
    at, kind, pixels = len(_SIGNATURE), b"", zlib.decompressobj()
    while kind != b"IEND":
        length = int.from_bytes(content[at : at + 4], "big")
        chunk = content[at : at + 12 + length]
        kind, told = chunk[4:8], chunk[-4:]
        if len(chunk) < 12 + length or zlib.crc32(chunk[4:-4]) != int.from_bytes(told):
            raise _UnfitError(_BROKEN)
        if kind == b"IDAT":
            _decompress(pixels, chunk[8:-4])
        if kind in _KEPT:
            yield chunk
        at += len(chunk)
    if not pixels.eof:
        raise _UnfitError(_BROKEN)


def _decompress(pixels: zlib._Decompress, part: bytes) -> None:
    """Read pixels and forget them; 40 MB of them is far more than a logo has."""
    try:
        pixels.decompress(part, 40_000_000)
    except zlib.error:
        raise _UnfitError(_BROKEN) from None
    if pixels.unconsumed_tail:
        raise _UnfitError(_TOO_LARGE)
