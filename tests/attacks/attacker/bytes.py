"""Every byte of a folder, and everything that is packed in those bytes.

Looks into zip, gzip, bzip2 and xz, streams of PDF, Parquet, base64 and hexadecimal
text, UTF-16, and whatever comes out of those again. A pickle holds its words as they
are.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import lzma
import re
import struct
import zlib
from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_DEEPEST = 5
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ZLIB_HEADS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def layers(raw: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield bytes, and all that is found packed in them."""
    yield raw
    if depth == _DEEPEST:
        return
    for inner in _unpacked(raw):
        yield from layers(inner, depth + 1)


def files_in(folder: Path) -> list[Path]:
    """Return all files under a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def found_in(folders: Iterable[Path], wanted: re.Pattern[bytes]) -> list[str]:
    """Return where a pattern stands in files under folders, or in their names."""
    places = []
    for folder in folders:
        for path in files_in(folder):
            name = str(path.relative_to(folder))
            if wanted.search(name.encode()):
                places.append(f"name of {name}")
            if any(wanted.search(layer) for layer in layers(path.read_bytes())):
                places.append(name)
    return places


def any_of(words: Iterable[str]) -> re.Pattern[bytes]:
    """Return a pattern for words as they stand in UTF-8 and in UTF-16."""
    spelled = [
        re.escape(word.encode(encoding))
        for word in words
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    return re.compile(b"|".join(spelled))


# What tells of one person: how it looks in a file.
SHAPES = {
    "key": re.compile(rb"(?<![0-9])[0-9]{9}(?![0-9])"),
    "amount": re.compile(rb"(?<![0-9])[0-9]+[.,][0-9]{6}(?![0-9])"),
    "day": re.compile(rb"(?<![0-9])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[0-9]{4})"),
    "square": re.compile(rb"E[0-9]{4}N[0-9]{4}"),
    "name": re.compile(rb"[Kk]anarie(?:-[0-9a-f]{7}|straat|\.test)"),
}  # fmt: skip


def tokens_in(
    folders: Iterable[Path], amounts: Iterable[float] = ()
) -> dict[str, set[str]]:
    """Return everything that has the shape of something personal, in any byte.

    ``amounts`` are looked for as a machine keeps them too, eight bytes each.
    """
    machine = {struct.pack("<d", amount): f"{amount:.6f}" for amount in amounts}
    seen: dict[str, set[str]] = defaultdict(set)
    for folder in folders:
        for path in files_in(folder):
            told = [str(path.relative_to(folder)).encode(), *layers(path.read_bytes())]
            for layer in told:
                seen["amount"] |= {
                    said for raw, said in machine.items() if raw in layer
                }
                plain = layer.replace(b"\0", b"") if b"\0" in layer else b""
                for name, shape in SHAPES.items():
                    for text in (layer, plain):
                        seen[name] |= {each.decode() for each in shape.findall(text)}
    return seen


def _unpacked(raw: bytes) -> Iterator[bytes]:
    if raw[:2] == b"PK":
        yield from _members(raw)
    elif raw[:2] == b"\x1f\x8b":
        yield from _inflated(raw, zlib.MAX_WBITS | 16)
    elif raw[:4] == b"PAR1":
        yield from _parquet(raw)
    elif raw[:3] == b"BZh":
        yield from _opened(bz2.decompress, raw)
    elif raw[:6] == b"\xfd7zXZ\x00":
        yield from _opened(lzma.decompress, raw)
    elif raw[:2] in _ZLIB_HEADS:
        yield from _inflated(raw, zlib.MAX_WBITS)
    elif raw[:5] == b"%PDF-":
        yield from (match.group(1) for match in _STREAM.finditer(raw))
    else:
        yield from _written_out(raw)


def _members(raw: bytes) -> Iterator[bytes]:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    except BadZipFile:
        return


def _parquet(raw: bytes) -> Iterator[bytes]:
    try:
        yield pd.read_parquet(BytesIO(raw)).to_csv().encode()
    except (ValueError, OSError):
        return


def _opened(unpack: Callable[[bytes], bytes], raw: bytes) -> Iterator[bytes]:
    try:
        yield unpack(raw)
    except (ValueError, OSError, EOFError, lzma.LZMAError):
        return


def _inflated(raw: bytes, bits: int) -> Iterator[bytes]:
    try:
        yield zlib.decompressobj(bits).decompress(raw)
    except zlib.error:
        return


def _written_out(raw: bytes) -> Iterator[bytes]:
    for match in _BASE64.finditer(raw):
        try:
            yield base64.b64decode(match.group() + b"==", validate=False)
        except binascii.Error:
            continue
    for match in _HEX.finditer(raw):
        yield bytes.fromhex(match.group().decode())
