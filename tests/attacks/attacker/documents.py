"""The report as page, paper and workbook: words, tables, hidden texts and properties."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree
from zipfile import ZipFile

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VOID = {"meta", "link", "img", "br", "hr", "input", "col", "source", "wbr"}


@dataclass
class Page:
    """A page of HTML: its elements, words, tables and the drawings inside it."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    @property
    def data(self) -> list[str]:
        """What a script is given to work with: blocks of JSON in the page."""
        return [each for each in self.scripts if _is_json(each)]

    @cached_property
    def words(self) -> str:
        """Everything that is read, seen or heard: texts, attributes and drawings."""
        told = [
            value
            for _, attributes in self.tags
            for name, value in attributes.items()
            if name in {"alt", "title", "aria-label", "content", "summary", "id"}
            or name.startswith("data-")
        ]
        drawn = [words_of_drawing(each) for each in self.drawings]
        return "\n".join([*self.texts, *told, *self.comments, *drawn, *self.data])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[str] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags.append((tag, attributes))
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "table":
            self.page.tables.append([])
        elif tag == "tr" and self.page.tables:
            self.page.tables[-1].append([])
        elif tag in {"td", "th"}:
            self._cell = []
        for name in ("src", "href"):
            drawing = _drawing(attributes.get(name, ""))
            if drawing:
                self.page.drawings.append(drawing)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in {"td", "th"} and self._cell is not None and self.page.tables[-1]:
            self.page.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.page.styles.append(data)
            return
        if self._open[-1:] == ["script"]:
            self.page.scripts.append(data)
            return
        if self._cell is not None:
            self._cell.append(data)
        if data.strip():
            self.page.texts.append(data.strip())

    def handle_comment(self, data: str) -> None:
        self.page.comments.append(data)


def read_page(path: Path) -> Page:
    """Return a page of HTML, taken apart."""
    return _page_of(path.read_bytes())


@lru_cache(maxsize=4)
def _page_of(raw: bytes) -> Page:
    reader = _Reader()
    reader.feed(raw.decode())
    return reader.page


def words_of_drawing(svg: str) -> str:
    """Return the texts, titles, comments and data attributes of a drawing."""
    comments = re.findall(r"<!--(.*?)-->", svg, re.DOTALL)
    root = ElementTree.fromstring(svg)
    texts = [text for each in root.iter() for text in (each.text, each.tail) if text]
    told = [
        value
        for each in root.iter()
        for name, value in each.attrib.items()
        if name.startswith("data-") or name.endswith(("label", "title"))
    ]
    return "\n".join([*comments, *texts, *told])


def read_pdf(path: Path) -> tuple[PdfReader, list[str]]:
    """Return a document and all words in it: pages, bookmarks and hidden texts."""
    return _pdf_of(path.read_bytes())


@lru_cache(maxsize=4)
def _pdf_of(raw: bytes) -> tuple[PdfReader, list[str]]:
    """A paper is taken apart once: each reader of it asks for all its words."""
    reader = PdfReader(BytesIO(raw))
    words = [page.extract_text() for page in reader.pages]
    words += [str(each.get("/Title", "")) for each in _flat(reader.outline)]
    words += [
        str(element[key])
        for element in elements(reader)
        for key in ("/Alt", "/ActualText", "/T", "/E")
        if key in element
    ]
    return reader, words


def elements(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every element of the structure that a screen reader reads."""
    waiting = [reader.trailer["/Root"].get("/StructTreeRoot")]
    while waiting:
        each = waiting.pop()
        each = each.get_object() if isinstance(each, IndirectObject) else each
        if isinstance(each, ArrayObject):
            waiting.extend(each)
        elif isinstance(each, DictionaryObject):
            yield each
            if "/K" in each:
                waiting.append(each["/K"])


def _flat(outline: object) -> Iterator[dict[str, object]]:
    if isinstance(outline, list):
        for each in outline:
            yield from _flat(each)
    elif isinstance(outline, dict):
        yield outline


def read_workbook(path: Path) -> dict[str, list[list[str]]]:
    """Return the sheets of a workbook as grids of text, by the XML and nothing else."""
    with ZipFile(path) as archive:
        shared = _shared(archive)
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [each.attrib["name"] for each in book.iter(f"{_CELL}sheet")]
        return {
            name: _sheet(archive.read(f"xl/worksheets/sheet{number}.xml"), shared)
            for number, name in enumerate(names, start=1)
        }


def parts_of_workbook(path: Path) -> dict[str, bytes]:
    """Return every file in a workbook."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_manifest(folder: Path) -> dict[str, object]:
    """Return what run.json says."""
    told: dict[str, object] = json.loads((folder / "run.json").read_text("utf-8"))
    return told


def _shared(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(each.itertext()) for each in root.iter(f"{_CELL}si")]


def _sheet(raw: bytes, shared: list[str]) -> list[list[str]]:
    rows = []
    for row in ElementTree.fromstring(raw).iter(f"{_CELL}row"):
        cells = []
        for cell in row.iter(f"{_CELL}c"):
            value = cell.find(f"{_CELL}v")
            text = value.text or "" if value is not None else "".join(cell.itertext())
            cells.append(shared[int(text)] if cell.attrib.get("t") == "s" else text)
        rows.append(cells)
    return rows


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _drawing(address: str) -> str:
    if not address.startswith("data:image/svg+xml"):
        return ""
    head, _, body = address.partition(",")
    raw = base64.b64decode(body) if head.endswith("base64") else unquote_to_bytes(body)
    return raw.decode()
