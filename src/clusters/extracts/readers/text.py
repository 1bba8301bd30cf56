"""Delivered bytes as text, decoded strictly: a wrong encoding must never pass."""

from __future__ import annotations

import codecs
import gzip
import re
import zlib
from itertools import chain
from typing import IO, TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.readers import packed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"

# A byte that is no UTF-8, as Python hands it on, and any letter beyond ASCII.
_ESCAPED = re.compile("[\udc80-\udcff]")
_LETTER = re.compile("[^\x00-\x7f\udc80-\udcff]")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(file: Path, declared: str | None) -> str:
    """Return the encoding to read with: declared, or as the bytes show.

    UTF-8 is not a guess: text in another encoding almost never is valid UTF-8. What is
    not UTF-8 anywhere is taken for cp1252, in which Western Europe exports; that is
    told, because cp1250 or cp1254 would differ in a few letters only.
    """
    start = next(_chunks(file), b"")
    seen = _seen(start)
    if declared is None:
        return seen or _unmarked(file, start)
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        raise ExtractError(
            f"{file}: encoding {declared!r} is not known.\n"
            "Known are among others utf-8, cp1252 (Western Europe), cp1254 (Turkish) "
            "and utf-16.",
            f"{file}: tekenset {declared!r} is onbekend.\n"
            "Bekend zijn onder meer utf-8, cp1252 (West-Europa), cp1254 (Turks) en "
            "utf-16.",
        ) from None
    if seen is None:
        return name
    if not name.startswith(seen.removesuffix("-sig")):
        proven = seen.removesuffix("-sig")
        raise ExtractError(
            f"{file}: it is declared as {declared}, but it is {proven}.\n"
            "Correct 'encoding' for this table, or leave it out.",
            f"{file}: het is opgegeven als {declared}, maar het is {proven}.\n"
            "Verbeter 'encoding' bij deze tabel, of laat het weg.",
        )
    return seen


def decoded(file: Path, encoding: str) -> Iterator[str]:
    """Yield the text of a file in chunks, gunzipped where it is gzipped.

    Raises
    ------
    ExtractError
        If bytes do not fit the encoding, or the gzip file is cut or damaged.
    """
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for chunk in _chunks(file):
            yield _checked(decoder.decode(chunk), file, encoding)
        yield _checked(decoder.decode(b"", final=True), file, encoding)
    except UnicodeError:
        raise ExtractError(
            f"{file}: not all of it is {encoding}.\n"
            "Set 'encoding' for this table to what the supplier used: often cp1252 "
            "(Western Europe), cp1254 (Turkish), cp1250 (Central Europe) or utf-8.",
            f"{file}: niet alles is {encoding}.\n"
            "Zet 'encoding' bij deze tabel op wat de leverancier gebruikte: vaak "
            "cp1252 (West-Europa), cp1254 (Turks), cp1250 (Midden-Europa) of utf-8.",
        ) from None


def _checked(text: str, file: Path, encoding: str) -> str:
    if "\0" in text:
        raise ExtractError(
            f"{file}: this file holds NUL characters when read as {encoding}.\n"
            "It may be utf-16 (set 'encoding'), damaged, or no text at all.",
            f"{file}: dit bestand bevat NUL-tekens, gelezen als {encoding}.\n"
            "Het is misschien utf-16 (zet 'encoding'), beschadigd, of helemaal geen "
            "tekst.",
        )
    return text


def _unmarked(file: Path, start: bytes) -> str:
    """Return UTF-16 by its NUL bytes, or cp1252 where no letter is one of UTF-8."""
    for encoding, nul in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if nul and 2 * nul.count(0) > len(nul):
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    is_utf8, is_other = False, False
    for text in map(decoder.decode, chain(_chunks(file), [b""])):
        if not text.isascii():
            is_other |= bool(_ESCAPED.search(text))
            is_utf8 |= bool(_LETTER.search(text))
    # letters of both: a damaged file, refused where it is read
    return "cp1252" if is_other and not is_utf8 else "utf-8"


def _seen(start: bytes) -> str | None:
    """Return the encoding that the first bytes prove, if they prove one."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(start)
    except UnicodeDecodeError:
        return None
    return None if start.isascii() else "utf-8"


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as raw:
        start = raw.read(len(packed.MAGIC))
        raw.seek(0)
        if start.startswith(_GZIP):
            yield from _gunzipped(raw, file)
        elif start == packed.MAGIC:
            yield from _unzipped(file)
        else:
            while chunk := raw.read(_CHUNK):
                yield chunk


def _unzipped(file: Path) -> Iterator[bytes]:
    try:
        with packed.unpacked(file) as unpacked:
            while chunk := unpacked.read(_CHUNK):
                yield chunk
    except packed.REFUSALS:
        raise packed.unreadable(file) from None


def _gunzipped(raw: IO[bytes], file: Path) -> Iterator[bytes]:
    try:
        with gzip.open(raw) as unpacked:
            while chunk := unpacked.read(_CHUNK):
                yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise ExtractError(
            f"{file}: this gzip file is cut off or damaged.\nAsk for it again.",
            f"{file}: dit gzip-bestand is afgekapt of beschadigd.\n"
            "Vraag het opnieuw op.",
        ) from None
