"""A .zip with one delivered file of text in it, read without unpacking it to disk."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from clusters.errors import ExtractError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC = b"PK\x03\x04"
# RuntimeError is zipfile's word for a password, NotImplementedError for a packing.
REFUSALS = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError)
_TEXT = (".csv", ".tsv", ".txt", ".asc")


def packed_name(file: Path) -> str:
    """Return the name of the one file in a .zip.

    Raises
    ------
    ExtractError
        If there are none or more, it is no text, or the .zip cannot be read.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _only(archive, file)
    except REFUSALS:
        raise unreadable(file) from None


@contextmanager
def unpacked(file: Path) -> Iterator[IO[bytes]]:
    """Give the one file in a .zip to read."""
    with zipfile.ZipFile(file) as archive, archive.open(_only(archive, file)) as opened:
        yield opened


def unreadable(file: Path) -> ExtractError:
    """Return the refusal of a .zip that is damaged or has a password."""
    return ExtractError(
        f"{file}: this .zip is cut off, damaged or protected by a password.\n"
        "Unpack it yourself, or ask for it again.",
        f"{file}: deze .zip is afgekapt, beschadigd of met een wachtwoord beveiligd.\n"
        "Pak hem zelf uit, of vraag hem opnieuw op.",
    )


def _only(archive: zipfile.ZipFile, file: Path) -> str:
    names = [
        each.filename
        for each in archive.infolist()
        if not each.is_dir() and not each.filename.startswith("__MACOSX/")
    ]
    if len(names) == 1 and names[0].lower().endswith(_TEXT):
        return names[0]
    raise ExtractError(
        f"{file}: this .zip holds {len(names)} files; a .zip is read if it holds one "
        "file of "
        "text.\nUnpack it, and name the files in [extract.tables].",
        f"{file}: deze .zip bevat {len(names)} bestanden; een .zip wordt gelezen als "
        "er één "
        "tekstbestand in zit.\nPak hem uit, en noem de bestanden in [extract.tables].",
    )
