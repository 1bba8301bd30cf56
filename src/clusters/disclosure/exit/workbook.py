"""An .xlsx file as its texts, its numbers and its metadata; no part of it unread."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from clusters.disclosure.exit.decoded import Decoded, Piece, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.errors import DisclosureError

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|xl/workbook\.xml|"
    r"xl/_rels/workbook\.xml\.rels|xl/(styles|sharedStrings)\.xml|xl/theme/theme1\.xml|"
    r"xl/worksheets/sheet\d+\.xml"
)
_MOST_BYTES = 200_000_000  # unpacked; ours has a thousandth
_TEXTS = frozenset({"s", "str", "inlineStr"})
# Elements that can hold what no cell shows.
_HIDING = re.compile(
    rb"<(definedName|externalReference|hyperlink|legacyDrawing|drawing|oleObject|control|"
    rb"f|extLst|comment|pivot\w*|dataValidation|conditionalFormatting)\b|<!--|<!DOCTYPE"
)
# What a table needs to be found and filtered: ways within the book, and the name that
# Excel gives to the cells of a filter.
_SHEET = r"(?:'[^'!<>&\"]{1,31}'|\w{1,31})"
_ORDINARY = re.compile(
    r"<hyperlink ref=\"A\d+\" location=\"'(?P<to>[^'!<>&\"]{1,31})'!A1\" "
    r"display=\"(?P=to)\"/>"
    r"|<definedName name=\"_xlnm\._FilterDatabase\" localSheetId=\"\d+\" hidden=\"1\">"
    rf"{_SHEET}!\$A\$1:\$[A-Z]+\$\d+</definedName>"
)
_HIDDEN = re.compile(rb"\b(state=\"(hidden|veryHidden)\"|hidden=\"1\"|[tT]argetMode=)")


def read_workbook(file: str, path: Path) -> Decoded:
    """Return what stands in a workbook.

    Raises
    ------
    DisclosureError
        If it holds a part, a formula or a hidden sheet that has no place in it.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            parts = _unpacked(file, packed)
        shared = _strings(parts.get("xl/sharedStrings.xml", b""))
        pieces = [Piece("sharedStrings", (text,), around=True) for text in shared]
        amounts: list[tuple[str, tuple[float, ...]]] = []
        names = _names(parts["xl/workbook.xml"])
        pieces += [Piece("sheet", (name,), around=True) for name in names]
        for place, name in enumerate(names, start=1):
            content = parts[f"xl/worksheets/sheet{place}.xml"]
            for where, cells, numbers in _rows(name, content, shared):
                pieces.append(Piece(where, (name, *cells)))
                amounts.append((where, numbers))
            pieces += [
                Piece(where, (told,), around=True)
                for told in re.findall(r'display="([^"]*)"', content.decode())
            ]
        told = [*_told(parts["docProps/core.xml"]), *_told(parts["docProps/app.xml"])]
        told = [each for each in told if each[1] not in {*names, str(len(names))}]
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        KeyError,
        ValueError,
        IndexError,
    ):
        raise refusal(
            file, "FILE-02", "it cannot be unpacked", "het is niet uit te pakken"
        ) from None
    return Decoded(
        pieces=tuple(pieces),
        amounts=tuple(amounts),
        streams=tuple(parts.values()),
        told=tuple(told),
    )


def _unpacked(file: str, packed: zipfile.ZipFile) -> dict[str, bytes]:
    if (
        sum(each.file_size for each in packed.infolist()) > _MOST_BYTES
        or packed.comment
    ):
        raise _unwanted(file)
    parts = {}
    for each in packed.infolist():
        if not _PARTS.fullmatch(each.filename) or each.comment or each.extra:
            raise _unwanted(file)
        parts[each.filename] = packed.read(each)
    for name, content in parts.items():
        is_ours = name.startswith("xl/") and not name.startswith("xl/theme")
        other = _ORDINARY.sub("", content.decode()).encode()
        if is_ours and (_HIDING.search(other) or _HIDDEN.search(other)):
            raise _unwanted(file)
    return parts


def _unwanted(file: str) -> DisclosureError:
    return refusal(
        file,
        "FILE-01",
        "it holds a formula, a comment, a hidden part or a part nobody asked for",
        "er zit een formule, opmerking, verborgen deel of ongevraagd deel in",
    )


def _strings(content: bytes) -> list[str]:
    if not content:
        return []
    return ["".join(each.itertext()) for each in _parsed(content)]


def _rows(
    name: str, content: bytes, shared: list[str]
) -> Iterator[tuple[str, tuple[str, ...], tuple[float, ...]]]:
    """Yield per row where it is, what stands in its columns, and its numbers."""
    for row in _parsed(content).iter(_tag("row")):
        cells: list[str] = []
        numbers = []
        for cell in row:
            told = "".join(cell.itertext())
            kind = cell.get("t", "n")
            if kind == "s":
                told = shared[int(told)]
            elif told and kind not in _TEXTS:
                numbers.append(float(told))
            cells += [""] * (_column(cell.get("r", "")) - len(cells)) + [told]
        while cells and not cells[-1]:
            cells.pop()
        yield f"{name} row {row.get('r')}", tuple(cells), tuple(numbers)


def _column(reference: str) -> int:
    """Return the place of the column of a cell, from zero.

    Examples
    --------
    >>> _column("A2"), _column("AB17")
    (0, 27)
    """
    place = 0
    for letter in reference.rstrip("0123456789"):
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _names(content: bytes) -> list[str]:
    return [each.get("name", "") for each in _parsed(content).iter(_tag("sheet"))]


def _told(content: bytes) -> Iterator[tuple[str, str]]:
    for each in _parsed(content).iter():
        text = (each.text or "").strip()
        if text:
            yield each.tag.rpartition("}")[2], text


def _parsed(content: bytes) -> ElementTree.Element:
    # Written by ourselves a moment ago; what has an entity was refused above.
    if b"<!" in content:
        raise ValueError
    return ElementTree.fromstring(content)  # noqa: S314


def _tag(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/spreadsheetml/2006/main}}{name}"
