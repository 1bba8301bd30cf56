"""A PDF as its text, its alternative texts and its metadata.

It reads what Typst writes: plain objects, deflated streams, fonts that say which
character a glyph is. A file that is made in another way, with encryption or objects
packed in streams, is refused: what cannot be read is not released. A library that reads
every PDF is slower by far than setting one, and forgives what must be refused here.
"""

from __future__ import annotations

import re
import zlib
from html import unescape
from typing import TYPE_CHECKING

from clusters.disclosure.exit.decoded import Decoded, Piece, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clusters.errors import DisclosureError

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n(.*)\r?\nendstream", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)")
_ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|Filespec|RichMedia|URI|GoToR|SubmitForm|"
    rb"AcroForm|ObjStm|Encrypt|AA|OpenAction|Movie|Sound|Thumb|PieceInfo)\b"
)
# Strings of PDF: in hexadecimal, or in round brackets, which may hold pairs of those
# and escapes. No text of ours has pairs within pairs as deep as this.
_PAIRS = 8
_STRING = rb"\((?:[^\\()]|\\.)*\)"
for _ in range(_PAIRS):
    _STRING = rb"\((?:[^\\()]|\\.|" + _STRING + rb")*\)"
_HEX = rb"<[0-9A-Fa-f\s]*>"
_STRINGS = re.compile(rb"(?<!<)(" + _STRING + rb"|" + _HEX + rb")", re.DOTALL)
_SHOWN = re.compile(
    rb"/([^\s/\[\]()<>]+)\s+[\d.]+\s+Tf"
    rb"|\[((?:[^\[\]()<>]|" + _STRING + rb"|" + _HEX + rb")*)\]\s*TJ"
    rb"|(" + _STRING + rb"|" + _HEX + rb")\s*(?:Tj|'|\")",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BFCHAR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_BFRANGE = re.compile(
    rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", re.DOTALL
)
_INFO = re.compile(rb"/(\w+)\s*(" + _STRING + rb"|" + _HEX + rb")", re.DOTALL)
_XMP = re.compile(rb"<([a-zA-Z]+:\w+)[^<>/]*>([^<>]+)</")
# What Typst calls the cells of a table, for who reads them aloud, and its colours.
_STRUCTURE = re.compile(r"U\d+x\d+y\d+|sRGB v4\.2")
# What the standards for archives and accessibility make every file say, of the format.
_OF_THE_FORMAT = ("pdfaProperty:", "pdfaSchema:", "pdfaid:", "pdfuaid:", "stEvt:")

Characters = dict[int, str]


def read_pdf(file: str, content: bytes) -> Decoded:
    """Return what stands in a PDF that Typst wrote.

    Raises
    ------
    DisclosureError
        If it holds anything that acts, hides or cannot be read.
    """
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(content)}
    bodies = {number: _unpacked(file, body) for number, body in objects.items()}
    heads = {number: head for number, (head, _) in bodies.items()}
    _refuse_active(file, content, heads)
    fonts = _fonts(heads, {number: stream for number, (_, stream) in bodies.items()})
    trailer = content[content.rfind(b"trailer") :]
    own = _references(trailer, b"/Info")
    pieces = [
        Piece(f"object {number}", (text,))
        for number, head in heads.items()
        if number not in own
        for text in _texts(head)
    ]
    leaves = _pages(heads)
    for page, number in enumerate(leaves, start=1):
        named = _named(heads, number, fonts)
        drawn = b"\n".join(
            bodies[each][1] for each in _references(heads[number], b"/Contents")
        )
        pieces += [Piece(f"page {page}", (run,)) for run in _runs(drawn, named)]
    return Decoded(
        pieces=tuple(pieces),
        streams=(content, *(stream for _, stream in bodies.values() if stream)),
        told=tuple(_told(own, heads, bodies)),
        pages=len(leaves),
    )


def _unpacked(file: str, body: bytes) -> tuple[bytes, bytes]:
    """Return the dictionary of an object and its stream, inflated."""
    found = _STREAM.search(body)
    if not found:
        return body, b""
    head = body[: found.start()]
    packed = found[1]
    if b"/Filter" not in head:
        return head, packed
    if not re.search(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(/|>)", head):
        raise _unreadable(file)
    try:
        return head, zlib.decompress(packed)
    except zlib.error:
        raise _unreadable(file) from None


def _refuse_active(file: str, content: bytes, heads: Mapping[int, bytes]) -> None:
    trailer = content[content.rfind(b"trailer") :]
    if b"trailer" not in trailer or content.count(b"startxref") != 1 or not heads:
        raise _unreadable(file)
    for head in (*heads.values(), trailer):
        bare = _STRINGS.sub(b"()", head)
        if _ACTIVE.search(bare):
            raise refusal(
                file,
                "FILE-01",
                "it holds something that acts, links or is attached",
                "er zit iets in dat iets doet, verwijst of is bijgevoegd",
            )


def _pages(heads: Mapping[int, bytes]) -> list[int]:
    """Return the pages in reading order."""
    (root,) = [
        number for number, head in heads.items()
        if re.search(rb"/Type\s*/Pages\b", head) and b"/Parent" not in head
    ]  # fmt: skip

    def leaves(number: int) -> Iterator[int]:
        kids = _references(heads[number], b"/Kids")
        if not re.search(rb"/Type\s*/Pages\b", heads[number]):
            yield number
        for kid in kids:
            yield from leaves(kid)

    return list(leaves(root))


def _references(head: bytes, key: bytes) -> list[int]:
    found = re.search(re.escape(key) + rb"\s*(\[[^\]]*\]|\d+ 0 R)", head)
    return [int(each) for each in re.findall(rb"(\d+) 0 R", found[1])] if found else []


def _fonts(
    heads: Mapping[int, bytes], streams: Mapping[int, bytes]
) -> dict[int, Characters]:
    """Return per font which character each glyph is."""
    fonts = {}
    for number, head in heads.items():
        maps = _references(head, b"/ToUnicode")
        if maps:
            fonts[number] = _characters(streams[maps[0]])
    return fonts


def _characters(cmap: bytes) -> Characters:
    found: Characters = {}
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for glyph, code in _BFCHAR.findall(section):
            found[int(glyph, 16)] = _utf16(code)
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, code in _BFRANGE.findall(section):
            start = _utf16(code)
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return found


def _named(
    heads: Mapping[int, bytes], page: int, fonts: Mapping[int, Characters]
) -> dict[bytes, Characters]:
    """Return the fonts of a page by the names it uses for them."""
    resources = _references(heads[page], b"/Resources")
    told = heads[resources[0]] if resources else heads[page]
    listed = re.search(rb"/Font\s*(<<.*?>>|\d+ 0 R)", told, re.DOTALL)
    if not listed:
        return {}
    reference = re.fullmatch(rb"(\d+) 0 R", listed[1])
    names = heads[int(reference[1])] if reference else listed[1]
    return {
        name: fonts[int(number)]
        for name, number in re.findall(rb"/([^\s/<>]+)\s+(\d+) 0 R", names)
        if int(number) in fonts
    }


def _runs(drawn: bytes, fonts: Mapping[bytes, Characters]) -> Iterator[str]:
    """Yield the text that is set in one go."""
    characters: Characters = {}
    for font, several, one in _SHOWN.findall(drawn):
        if font:
            characters = fonts.get(font, {})
            continue
        glyphs = b"".join(_bytes(each) for each in _STRINGS.findall(several or one))
        codes = (
            int.from_bytes(glyphs[at : at + 2], "big")
            for at in range(0, len(glyphs) - 1, 2)
        )
        yield "".join(characters.get(code, "\ufffd") for code in codes)


def _texts(head: bytes) -> Iterator[str]:
    for each in _STRINGS.findall(re.sub(rb"/ID\s*\[.*?\]", b"", head)):
        text = _text(_bytes(each))
        if not text.startswith("D:") and not _STRUCTURE.fullmatch(text):
            yield text


def _told(
    own: list[int],
    heads: Mapping[int, bytes],
    bodies: Mapping[int, tuple[bytes, bytes]],
) -> Iterator[tuple[str, str]]:
    for number in own:
        for name, value in _INFO.findall(heads[number]):
            yield name.decode("latin-1"), _text(_bytes(value))
    for head, stream in bodies.values():
        if re.search(rb"/Subtype\s*/XML\b", head):
            for name, value in _XMP.findall(stream):
                named = name.decode("latin-1")
                if not named.startswith(_OF_THE_FORMAT):
                    yield named, unescape(value.decode("utf-8", "replace"))


def _bytes(string: bytes) -> bytes:
    if string.startswith(b"<"):
        digits = re.sub(rb"\s", b"", string[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))

    def plain(found: re.Match[bytes]) -> bytes:
        told = found[1]
        if told[:1].isdigit():
            return bytes([int(told, 8) & 0xFF])
        return b"" if told.endswith(b"\n") else _ESCAPED.get(told, told)

    return _ESCAPE.sub(plain, string[1:-1])


def _text(value: bytes) -> str:
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")


def _utf16(code: bytes) -> str:
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be", "replace")


def _unreadable(file: str) -> DisclosureError:
    return refusal(
        file,
        "FILE-02",
        "it is packed in a way that cannot be looked into",
        "het is verpakt op een manier waar niet in te kijken is",
    )
