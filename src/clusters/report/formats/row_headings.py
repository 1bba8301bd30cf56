"""Make the first cell of every row of a table the heading of that row, in a PDF.

Typst marks the headings of columns; those of rows it can mark with an experimental
feature only, which its Python package does not switch on. Who listens to a table hears
both. The file is changed as Typst writes it, plain objects behind a plain table of
places, and anything else is refused.
"""

from __future__ import annotations

import re

_ENTRY = re.compile(rb"(\d{10}) 00000 n")
_CELL_NAME = re.compile(rb"\(U(\d+)x\d+y\d+\)")
_NAMED = re.compile(rb"\((U\d+x\d+y\d+)\)\s*(\d+) 0 R")
_NAMES = re.compile(rb"(/IDTree<</Names\[)(.*?)(\]>>)", re.DOTALL)
_KIDS = re.compile(rb"/K\[([\d R]*)\]")
# Typst names a cell after its table, column and row; no table of ours is this long.
_FIRST = 10_000
_HEADERS = re.compile(rb"/Headers\[([^\]]*)\]")


def with_row_headings(pdf: bytes) -> bytes:
    """Return a tagged PDF in which rows of tables have headings; same in, same out.

    Each gets the scope of its row, and the other cells of the row refer to it.

    Raises
    ------
    ValueError
        If the file is not as Typst writes it.
    """
    start = pdf.rfind(b"\nxref\n") + 1
    places = [int(each) for each in _ENTRY.findall(pdf[start:])]
    if not start or not places:
        raise ValueError("the PDF has no plain table of places")
    ends = dict(zip(sorted(places), [*sorted(places)[1:], start], strict=True))
    objects = {
        number: pdf[place : ends[place]] for number, place in enumerate(places, start=1)
    }
    named: dict[bytes, int] = {}
    for table in [n for n, each in objects.items() if b"/S/Table/" in each]:
        named |= _name_rows(objects, table)
    root = next(n for n, each in objects.items() if b"/Type/StructTreeRoot" in each)
    objects[root] = _NAMES.sub(lambda found: _with_names(found, named), objects[root])
    return _written(pdf, places, objects, start)


def _name_rows(objects: dict[int, bytes], table: int) -> dict[bytes, int]:
    """Mark the headings of the rows of one table; return their names and objects."""
    rows = [row for part in _kids(objects[table]) for row in _kids(objects[part])]
    named = {}
    for place, row in enumerate(rows):
        cells = _kids(objects[row])
        if not cells or b"/S/TD" not in objects[cells[0]]:
            continue
        head, *others = cells
        told = _CELL_NAME.search(objects[head])
        if told is None:
            raise ValueError("a cell of a table in the PDF refers to no heading")
        name = b"U%bx0y%d" % (told[1], _FIRST + place)
        objects[head] = (
            objects[head]
            .replace(b"/S/TD", b"/S/TH/ID(%b)" % name, 1)
            .replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
        )
        for cell in others:
            objects[cell] = _HEADERS.sub(rb"/Headers[\1(%b)]" % name, objects[cell], 1)
        named[name] = head
    return named


def _kids(element: bytes) -> list[int]:
    """Return the elements in an element; text and captions of no table have none."""
    found = _KIDS.search(element)
    return [int(each) for each in re.findall(rb"(\d+) 0 R", found[1])] if found else []


def _with_names(found: re.Match[bytes], named: dict[bytes, int]) -> bytes:
    known = {name: int(number) for name, number in _NAMED.findall(found[2])}
    if not known.keys().isdisjoint(named):
        raise ValueError("two cells of a table in the PDF have one name")
    every = sorted((known | named).items())
    listed = b"".join(b"(%b)%d 0 R" % each for each in every)
    return found[1] + listed + found[3]


def _written(
    pdf: bytes, places: list[int], objects: dict[int, bytes], start: int
) -> bytes:
    """Return the file with its objects in their old order and their new places."""
    written = bytearray(pdf[: min(places)])
    moved = {}
    for number in sorted(objects, key=lambda number: places[number - 1]):
        moved[number] = len(written)
        written += objects[number]
    head, _, trailer = pdf[start:].partition(b"trailer")
    entries = iter(sorted(moved))
    table = _ENTRY.sub(lambda _: b"%010d 00000 n" % moved[next(entries)], head)
    tail = re.sub(rb"(startxref\s+)\d+", rb"\g<1>%d" % len(written), trailer)
    return bytes(written + table + b"trailer" + tail)
