"""A PDF as its text, its alternative texts and its metadata.

The file is tagged for who listens to it, so its tags say which runs of text are one
paragraph, heading or cell, over lines and pages. What stands in no tag is what Typst
puts around the text: the head and foot of a page, a heading of a table that returns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from clusters.disclosure.exit.decoded import Decoded, Piece
from clusters.disclosure.exit.pdf_objects import (
    STRING,
    STRINGS,
    Characters,
    Objects,
    bytes_of,
    read_objects,
    references,
    text_of,
    unreadable,
)
from clusters.disclosure.exit.pdf_tags import destination, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What a page does: open or close a mark, choose a font, set text.
_DONE = re.compile(
    rb"/(?P<tag>\w+)\s*(?P<about><<(?:[^<>]|<<[^<>]*>>|" + STRING + rb")*>>|/\w+)?"
    rb"\s*(?:BDC|BMC)\b"
    rb"|(?P<end>\bEMC\b)"
    rb"|/(?P<font>[^\s/\[\]()<>]+)\s+[\d.]+\s+Tf"
    rb"|\[(?P<several>(?:[^\[\]()<>]|" + STRING + rb")*)\]\s*TJ"
    rb"|(?P<one>" + STRING + rb")\s*(?:Tj|'|\")",
    re.DOTALL,
)
_INFO = re.compile(rb"/(\w+)\s*(" + STRING + rb")", re.DOTALL)
_XMP = re.compile(rb"<([a-zA-Z]+:\w+)[^<>/]*>([^<>]+)</")
# What Typst calls the cells of a table, for who reads them aloud, and its colours.
_STRUCTURE = re.compile(r"U\d+x\d+y\d+|sRGB v4\.2")
# What the standards for archives and accessibility make every file say, of the format.
_OF_THE_FORMAT = ("pdfaProperty:", "pdfaSchema:", "pdfaid:", "pdfuaid:", "stEvt:")


@dataclass
class _Marked:
    """The text of all pages: by page and mark, and by page what no tag holds."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    around: list[tuple[int, str, str]] = field(default_factory=list)


def read_pdf(file: str, content: bytes) -> Decoded:
    """Return what stands in a PDF that Typst wrote.

    Raises
    ------
    DisclosureError
        If it holds anything that acts, hides or cannot be read.
    """
    objects = read_objects(file, content)
    own = references(objects.trailer, b"/Info")
    places = {page: place for place, page in enumerate(objects.pages(), start=1)}
    marked = _Marked()
    for page in places:
        _read_page(objects, page, marked)
    roots = [
        number for number, head in objects.heads.items()
        if b"/Type/StructTreeRoot" in head
    ]  # fmt: skip
    if len(roots) != 1:
        raise unreadable(file)
    pieces = [
        *_strings(objects, own, places),
        *tagged(objects, roots[0], marked.texts, places),
        *_around(marked, places),
    ]
    return Decoded(
        pieces=tuple(pieces),
        streams=(content, *filter(None, objects.streams.values())),
        told=tuple(_told(own, objects)),
        pages=len(places),
    )


def _read_page(objects: Objects, page: int, marked: _Marked) -> None:
    """Sort the text of a page by the mark that it stands in."""
    drawn = b"\n".join(
        objects.streams[each] for each in objects.references(page, b"/Contents")
    )
    fonts, characters = objects.fonts(page), dict[int, str]()
    opened: list[tuple[int | None, str]] = []  # the mark, or the kind of what is around
    for done in _DONE.finditer(drawn):
        if done["tag"]:
            opened.append(_mark(done, opened))
            if said := re.search(rb"/(?:Alt|E)\s*(" + STRING + rb")", done[0]):
                marked.around.append((page, "spoken", text_of(said[1])))
        elif done["end"]:
            opened.pop()
        elif done["font"]:
            characters = fonts.get(done["font"], {})
        else:
            text = _set(done["several"] or done["one"], characters)
            number, kind = opened[-1] if opened else (None, "unmarked")
            if number is None:
                marked.around.append((page, kind, text))
            else:
                place = (page, number)
                marked.texts[place] = marked.texts.get(place, "") + text


def _mark(
    done: re.Match[bytes], opened: list[tuple[int | None, str]]
) -> tuple[int | None, str]:
    about = done["about"] or b""
    if number := re.search(rb"/MCID\s+(\d+)", about):
        return int(number[1]), ""
    if done["tag"] != b"Artifact":  # a part of what it stands in
        return opened[-1] if opened else (None, "unmarked")
    told = re.search(rb"/Subtype\s*/(\w+)", about) or re.search(
        rb"/Type\s*/(\w+)", about
    )
    return None, told[1].decode() if told else "unmarked"


def _set(strings: bytes, characters: Characters) -> str:
    """Return the text that is set in one go."""
    glyphs = b"".join(bytes_of(each) for each in STRINGS.findall(strings))
    codes = (
        int.from_bytes(glyphs[at : at + 2], "big")
        for at in range(0, len(glyphs) - 1, 2)
    )
    return "".join(characters.get(code, "\ufffd") for code in codes)


def _around(marked: _Marked, places: Mapping[int, int]) -> Iterator[Piece]:
    """Yield what stands around the text of each page, of each kind as one."""
    joined: dict[tuple[int, str], str] = {}
    for page, kind, text in marked.around:
        if kind == "unmarked":
            yield Piece(f"page {places[page]}", (text,))
        elif kind == "spoken":
            yield Piece(f"page {places[page]}", (text,), around=True)
        else:
            joined[page, kind] = joined.get((page, kind), "") + text
    for (page, kind), text in joined.items():
        place = places[page]
        numbered = place if kind == "Footer" else 0
        yield Piece(f"page {place}", (text,), around=True, page=numbered)


def _strings(
    objects: Objects, own: list[int], places: Mapping[int, int]
) -> Iterator[Piece]:
    """Yield what objects say: alternative texts, bookmarks, names of ways."""
    for number, head in objects.heads.items():
        if number in own:
            continue
        is_way = re.search(rb"/Subtype\s*/Link\b", head)
        page = destination(objects, number, places) if is_way else 0
        for each in STRINGS.findall(re.sub(rb"/ID\s*\[.*?\]", b"", head)):
            text = text_of(each)
            if not text.startswith("D:") and not _STRUCTURE.fullmatch(text):
                yield Piece(f"object {number}", (text,), around=True, page=page)


def _told(own: list[int], objects: Objects) -> Iterator[tuple[str, str]]:
    for number in own:
        for name, value in _INFO.findall(objects.heads[number]):
            yield name.decode("latin-1"), text_of(value)
    for number, head in objects.heads.items():
        if re.search(rb"/Subtype\s*/XML\b", head):
            for name, value in _XMP.findall(objects.streams[number]):
                named = name.decode("latin-1")
                if not named.startswith(_OF_THE_FORMAT):
                    yield named, unescape(value.decode("utf-8", "replace"))
