"""What files say of themselves, and where they send their reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from attacks.attacker.documents import (
    parts_of_workbook,
    read_page,
    read_pdf,
    words_of_drawing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Told = tuple[str, str, str]

# An address that something would be fetched from; a name of a format is none.
_ADDRESS = re.compile(r"""(?:https?:|ftp:|file:|ws:|//)[^\s"'<>)]+""")
_LOADING = ("src", "href", "srcset", "action", "data", "poster", "background", "ping")
_LOADED_IN_STYLE = re.compile(r"(?:url\(|@import)\s*['\"]?([^'\")]+)")
# Names of XML vocabularies and of the standard a file keeps; nobody fetches those.
_NAMES = ("http://www.w3.org/", "http://schemas.openxmlformats.org/",
          "http://purl.org/", "http://ns.adobe.com/", "http://www.aiim.org/",
          "http://schemas.microsoft.com/", "http://creativecommons.org/",
          "http://www.inkscape.org/")  # fmt: skip
_ACTIONS = (
    "/URI",
    "/JavaScript",
    "/JS",
    "/Launch",
    "/SubmitForm",
    "/GoToR",
    "/OpenAction",
    "/AA",
    "/EmbeddedFile",
)


def properties(folder: Path) -> Iterator[Told]:
    """Yield file, field and value of everything that a file says of itself."""
    yield from _of_pdf(folder / "report.pdf")
    yield from _of_workbook(folder / "tables.xlsx")
    yield from _of_page(folder / "report.html")


def calls_out(folder: Path) -> Iterator[Told]:
    """Yield every address and action by which a file would reach for the network."""
    yield from calls_of_page(folder / "report.html")
    yield from _calls_of_workbook(folder / "tables.xlsx")
    yield from _calls_of_pdf(folder / "report.pdf")


def calls_of_page(path: Path) -> Iterator[Told]:
    """Yield every address that a page would fetch something from."""
    page = read_page(path)
    for tag, attributes in page.tags:
        for name in _LOADING:
            value = attributes.get(name, "")
            if (
                value
                and not value.startswith(("#", "data:"))
                and tag != "a"
                or _is_address(value)
            ):
                yield "report.html", f"{tag} {name}", value
    for style in [
        *page.styles,
        *(a.get("style", "") for _, a in page.tags),
        *page.drawings,
    ]:
        for value in _LOADED_IN_STYLE.findall(style):
            if not value.startswith(("#", "data:")):
                yield "report.html", "style", value
    for script in page.scripts:
        for value in re.findall(
            r"\b(?:fetch|XMLHttpRequest|WebSocket|sendBeacon|import)\s*\(", script
        ):
            yield "report.html", "script", value
        for value in filter(_is_address, _ADDRESS.findall(script)):
            yield "report.html", "script", value


def _calls_of_pdf(path: Path) -> Iterator[Told]:
    reader, _ = read_pdf(path)
    listed = {number for part in reader.xref.values() for number in part}
    for number in sorted(listed | reader.xref_objStm.keys()):
        found = reader.get_object(number)
        if isinstance(found, dict):
            kinds = (found.get("/S"), found.get("/Type"))
            for action in _ACTIONS:
                if action in found or action in kinds:
                    yield path.name, "action", action


def _is_address(value: str) -> bool:
    return bool(_ADDRESS.match(value)) and not value.startswith(_NAMES)


def _of_pdf(path: Path) -> Iterator[Told]:
    reader, _ = read_pdf(path)
    for name, value in (reader.metadata or {}).items():
        yield path.name, name, str(value)
    packet = reader.trailer["/Root"].get("/Metadata")
    if packet is not None:
        root = ElementTree.fromstring(packet.get_object().get_data())
        for each in root.iter():
            value = (each.text or "").strip()
            if value:
                yield path.name, each.tag.rpartition("}")[2], value
            for name, told in each.attrib.items():
                yield path.name, name.rpartition("}")[2], told
    for page in reader.pages:
        for note in page.get("/Annots") or ():
            kind = note.get_object().get("/Subtype")
            if kind != "/Link":
                yield path.name, "annotation", str(kind)


def _of_workbook(path: Path) -> Iterator[Told]:
    parts = parts_of_workbook(path)
    for part, raw in parts.items():
        if part.startswith("docProps/"):
            for each in ElementTree.fromstring(raw).iter():
                if (each.text or "").strip():
                    yield path.name, each.tag.rpartition("}")[2], each.text or ""
        if any(
            word in part
            for word in (
                "comments",
                "vbaProject",
                "pivotCache",
                "externalLink",
                "media",
                "customXml",
                "thumbnail",
                "custom.xml",
                "printerSettings",
            )
        ):
            yield path.name, "part", part
    book = parts["xl/workbook.xml"].decode()
    for state in re.findall(r'state="(\w+)"', book):
        yield path.name, "sheet state", state
    for name in re.findall(r'<definedName name="([^"]+)"', book):
        yield path.name, "defined name", name


def _of_page(path: Path) -> Iterator[Told]:
    page = read_page(path)
    for tag, attributes in page.tags:
        if tag == "meta":
            name = attributes.get("name") or attributes.get("http-equiv") or "charset"
            yield (
                path.name,
                f"meta {name}",
                attributes.get("content") or attributes.get("charset", ""),
            )
    for comment in page.comments:
        yield path.name, "comment", comment
    for drawing in page.drawings:
        root = ElementTree.fromstring(drawing)
        for each in root.iter():
            if each.tag.endswith("}metadata"):
                yield path.name, "drawing", words_of_drawing(drawing)[:80]


def _calls_of_workbook(path: Path) -> Iterator[Told]:
    for part, raw in parts_of_workbook(path).items():
        if part.endswith(".rels"):
            for each in ElementTree.fromstring(raw):
                if each.attrib.get("TargetMode") == "External":
                    yield path.name, part, each.attrib["Target"]
