"""The objects of a PDF that Typst wrote, unpacked, and the strings in them.

Plain objects, deflated streams, fonts that say which character a glyph is. A file that
is made in another way, with encryption or objects packed in streams, is refused: what
cannot be read is not released. A library that reads every PDF is slower by far than
setting one, and forgives what must be refused here.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.disclosure.exit.decoded import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clusters.errors import DisclosureError

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n(.*)\r?\nendstream", re.DOTALL)
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
STRING = _STRING + rb"|" + _HEX
STRINGS = re.compile(rb"(?<!<)(" + STRING + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BFCHAR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_BFRANGE = re.compile(
    rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", re.DOTALL
)

Characters = dict[int, str]


@dataclass(frozen=True)
class Objects:
    """The dictionaries and inflated streams of a file, by the number of the object."""

    heads: Mapping[int, bytes]
    streams: Mapping[int, bytes]
    trailer: bytes

    def references(self, number: int, key: bytes) -> list[int]:
        """Return the objects that an entry of one refers to."""
        return references(self.heads[number], key)

    def pages(self) -> list[int]:
        """Return the pages in reading order."""
        (root,) = [
            number for number, head in self.heads.items()
            if re.search(rb"/Type\s*/Pages\b", head) and b"/Parent" not in head
        ]  # fmt: skip
        return list(self._leaves(root))

    def _leaves(self, number: int) -> Iterator[int]:
        if not re.search(rb"/Type\s*/Pages\b", self.heads[number]):
            yield number
        for kid in self.references(number, b"/Kids"):
            yield from self._leaves(kid)

    def fonts(self, page: int) -> dict[bytes, Characters]:
        """Return per font of a page, by its name there, the character of a glyph."""
        resources = self.references(page, b"/Resources")
        told = self.heads[resources[0]] if resources else self.heads[page]
        listed = re.search(rb"/Font\s*(<<.*?>>|\d+ 0 R)", told, re.DOTALL)
        if not listed:
            return {}
        reference = re.fullmatch(rb"(\d+) 0 R", listed[1])
        names = self.heads[int(reference[1])] if reference else listed[1]
        found = {}
        for name, number in re.findall(rb"/([^\s/<>]+)\s+(\d+) 0 R", names):
            maps = self.references(int(number), b"/ToUnicode")
            if maps:
                found[name] = _characters(self.streams[maps[0]])
        return found


def read_objects(file: str, content: bytes) -> Objects:
    """Return the objects of a file.

    Raises
    ------
    DisclosureError
        If it holds anything that acts or cannot be read.
    """
    packed = {int(found[1]): found[2] for found in _OBJECT.finditer(content)}
    bodies = {number: _unpacked(file, body) for number, body in packed.items()}
    heads = {number: head for number, (head, _) in bodies.items()}
    trailer = content[content.rfind(b"trailer") :]
    if b"trailer" not in trailer or content.count(b"startxref") != 1 or not heads:
        raise unreadable(file)
    for head in (*heads.values(), trailer):
        if _ACTIVE.search(STRINGS.sub(b"()", head)):
            raise refusal(
                file,
                "FILE-01",
                "it holds something that acts, links or is attached",
                "er zit iets in dat iets doet, verwijst of is bijgevoegd",
            )
    streams = {number: stream for number, (_, stream) in bodies.items()}
    return Objects(heads, streams, trailer)


def references(head: bytes, key: bytes) -> list[int]:
    """Return the objects that an entry of a dictionary refers to."""
    found = re.search(re.escape(key) + rb"\s*(\[[^\]]*\]|\d+ 0 R)", head)
    return [int(each) for each in re.findall(rb"(\d+) 0 R", found[1])] if found else []


def text_of(string: bytes) -> str:
    """Return what a string says."""
    value = bytes_of(string)
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")


def bytes_of(string: bytes) -> bytes:
    """Return the bytes that a string stands for."""
    if string.startswith(b"<"):
        digits = re.sub(rb"\s", b"", string[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))

    def plain(found: re.Match[bytes]) -> bytes:
        told = found[1]
        if told[:1].isdigit():
            return bytes([int(told, 8) & 0xFF])
        return b"" if told.endswith(b"\n") else _ESCAPED.get(told, told)

    return _ESCAPE.sub(plain, string[1:-1])


def unreadable(file: str) -> DisclosureError:
    """Return the refusal of a file that cannot be looked into."""
    return refusal(
        file,
        "FILE-02",
        "it is packed in a way that cannot be looked into",
        "het is verpakt op een manier waar niet in te kijken is",
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
        raise unreadable(file)
    try:
        return head, zlib.decompress(packed)
    except zlib.error:
        raise unreadable(file) from None


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


def _utf16(code: bytes) -> str:
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be", "replace")
