"""Every file of a report against what was released, before any of it is kept.

Nothing here trusts a renderer: files are unpacked from their bytes. What is not known,
cannot be read, or was not released, refuses the whole report; the refusal names the
file, the place and the rule, and never what stood there.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from clusters.disclosure.exit.built import PAGE, PAGES, bare, has_number, unit
from clusters.disclosure.exit.decoded import Decoded, refusal
from clusters.disclosure.exit.listing import check_listing
from clusters.disclosure.exit.page import read_page
from clusters.disclosure.exit.paper import read_json_texts, read_lines
from clusters.disclosure.exit.pdf import read_pdf
from clusters.disclosure.exit.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from clusters.disclosure.exit.built import Built
    from clusters.disclosure.exit.registered import Registered
    from clusters.errors import DisclosureError

# A name of one or more words for a key; a decimal number is no key but one word.
_KEY = re.compile(rb"[0-9A-Za-z_]+(?:[.-][0-9A-Za-z_]+)*")
_DECIMAL = re.compile(rb"\d+\.\d+")
# A shorter key cannot be told from a count or a year, and tells no more than they do.
SHORTEST_KEY = 6


def check_files(
    folder: Path,
    files: Iterable[str],
    registered: Registered,
    keys: Collection[str] = (),
) -> None:
    """Refuse a report of which a file holds anything but what was released.

    Parameters
    ----------
    folder, files
        Where the report was written, and its files.
    registered
        What may stand in them.
    keys
        The keys of persons, households and addresses, and whatever else must not be in
        any byte; shorter ones than `SHORTEST_KEY` are left out.

    Raises
    ------
    DisclosureError
        With the file, the place and the rule (TXT-01, FIG-05, FILE-01, FILE-02).
    """
    secret = frozenset(key.encode() for key in keys if len(key) >= SHORTEST_KEY)
    listed = sorted(files)
    found = {path.relative_to(folder).as_posix() for path in _files_in(folder)}
    listings = [each.listing for each in registered.files.values() if each.listing]
    if found != set(listed):
        raise _unasked(sorted(found ^ set(listed))[0])
    for name in listed:
        decoded = _decoded(name, folder / name, registered)
        if name not in registered.files:
            raise _unasked(name)
        _refuse_keys(name, (name.encode(), *decoded.streams), decoded, secret)
        _refuse_metadata(name, decoded, registered)
        _refuse_unbuilt(name, decoded, registered.files[name])
        _refuse_unreleased(name, decoded, registered)
        own = registered.files[name].listing
        for listing in decoded.listings:
            check_listing(name, listing, registered.tables, [own] if own else listings)


def _files_in(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if not path.is_dir())


def _decoded(name: str, path: Path, registered: Registered) -> Decoded:
    content = path.read_bytes()
    match path.suffix:
        case ".pdf":
            return read_pdf(name, content)
        case ".html":
            return read_page(name, _text(name, content), registered.assets)
        case ".xlsx":
            return read_workbook(name, path)
        case ".csv":
            rows = list(csv.reader(io.StringIO(_text(name, content), newline="")))
            return Decoded(listings=(rows,), streams=(content,))
        case ".txt" | ".md":
            return read_lines(_text(name, content))
        case ".json":
            return read_json_texts(_text(name, content))
        case _:
            raise refusal(
                name,
                "FILE-02",
                "nobody knows how to look into it",
                "niemand weet hoe erin te kijken",
            )


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise refusal(
            name, "FILE-02", "it is no text in UTF-8", "het is geen tekst in UTF-8"
        ) from None


def _refuse_keys(
    name: str,
    streams: Iterable[bytes],
    decoded: Decoded,
    secret: frozenset[bytes],
) -> None:
    if not secret:
        return
    texts = "\n".join(cell for piece in decoded.pieces for cell in piece.cells)
    for stream in (*streams, texts.encode()):
        words = set(_KEY.findall(stream))
        parts = {
            part
            for word in words
            if not _DECIMAL.fullmatch(word)
            for part in re.split(rb"[._-]", word)
        }
        if not secret.isdisjoint(words) or not secret.isdisjoint(parts):
            raise refusal(
                name,
                "FILE-02",
                "it holds the key of a person, household or address",
                "er staat een sleutel van een persoon, huishouden of adres in",
            )


def _refuse_metadata(name: str, decoded: Decoded, registered: Registered) -> None:
    allowed = registered.told
    for field, value in decoded.told:
        if field not in allowed or not any(
            re.fullmatch(pattern, value) for pattern in allowed[field]
        ):
            raise refusal(
                name,
                "FILE-01",
                "it says something of itself that is not on the list",
                "het zegt iets over zichzelf dat niet op de lijst staat",
            )


def _refuse_unbuilt(name: str, decoded: Decoded, built: Built) -> None:
    """Refuse a text with a number that is not shown there, or not as often."""
    left = built.texts.copy()
    for piece in decoded.pieces:
        if not has_number(*piece.cells):
            continue
        if not piece.around:
            told = unit(piece.cells)
            left[told] -= 1
            if left[told] >= 0:
                continue
        elif _may_return(bare("".join(piece.cells)), piece.page, decoded.pages, built):
            continue
        raise _unregistered(name, piece.where)


def _may_return(text: str, page: int, pages: int, built: Built) -> bool:
    """Return whether a text around the others is theirs, with the right page."""
    if not page:
        return text in built.around
    return any(
        PAGE in each
        and text == each.replace(PAGE, str(page)).replace(PAGES, str(pages))
        for each in built.around
    )


def _refuse_unreleased(name: str, decoded: Decoded, registered: Registered) -> None:
    """Refuse numbers that are kept as numbers and stand in no row of a table."""
    for where, numbers in decoded.amounts:
        if not registered.allows_row(numbers):
            raise _unregistered(name, where)


def _unasked(name: str) -> DisclosureError:
    return refusal(
        name,
        "FILE-02",
        "it is not one of the files of a report",
        "het is geen bestand van een rapport",
    )


def _unregistered(name: str, where: str) -> DisclosureError:
    return refusal(
        name,
        "TXT-01",
        f"{where}: a number stands there that was not released, or not with the others",
        f"{where}: er staat een getal dat niet is vrijgegeven, of niet met de andere",
    )
