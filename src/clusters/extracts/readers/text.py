"""Delivered bytes as text, decoded strictly: a wrong encoding must never pass."""

from __future__ import annotations

import codecs
import gzip
import zlib
from typing import TYPE_CHECKING

from clusters.errors import ExtractError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(file: Path, declared: str | None) -> str:
    """Return the encoding to read with: declared, by byte order mark, or UTF-8.

    UTF-8 is not a guess: text in another encoding almost never is valid UTF-8, and
    one invalid byte ends the reading. Which other encoding it is cannot be seen.
    """
    start = next(_chunks(file), b"")
    seen = _seen(start)
    if declared is None:
        return seen or "utf-8"
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
            f"{file}: declared as {declared}, but it is {proven}.\n"
            "Correct 'encoding' for this table, or leave it out.",
            f"{file}: opgegeven als {declared}, maar het is {proven}.\n"
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
            f"{file}: holds NUL characters when read as {encoding}.\n"
            "It may be utf-16 (set 'encoding'), damaged, or no text at all.",
            f"{file}: bevat NUL-tekens, gelezen als {encoding}.\n"
            "Het is misschien utf-16 (zet 'encoding'), beschadigd, of helemaal geen "
            "tekst.",
        )
    return text


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
        start = raw.read(len(_GZIP))
        raw.seek(0)
        if start != _GZIP:
            while chunk := raw.read(_CHUNK):
                yield chunk
            return
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
