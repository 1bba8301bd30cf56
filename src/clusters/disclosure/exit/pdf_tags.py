"""The tags of a PDF: which runs of text are one paragraph, heading or row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.disclosure.exit.decoded import Piece
from clusters.disclosure.exit.pdf_objects import Objects, references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KIDS = re.compile(rb"/K\s*\[((?:[^\[\]<>]|<<[^<>]*>>)*)\]")
_KID = re.compile(rb"<<[^<>]*>>|\d+ 0 R|\d+")


def tagged(
    objects: Objects,
    root: int,
    texts: Mapping[tuple[int, int], str],
    places: Mapping[int, int],
) -> Iterator[Piece]:
    """Yield every paragraph, heading and row in reading order.

    Parameters
    ----------
    objects, root
        The file, and the root of its tags.
    texts
        What is set, by the page and the mark that it stands in.
    places
        The number of each page.
    """
    left = dict(texts)
    for number in objects.references(root, b"/K"):
        yield from _elements(objects, number, left, places)
    for (page, _), text in left.items():
        yield Piece(f"page {places[page]}", (text,))


def _elements(
    objects: Objects,
    number: int,
    left: dict[tuple[int, int], str],
    places: Mapping[int, int],
) -> Iterator[Piece]:
    kids = list(_kids(objects, number))
    if _kind(objects, number) == b"TR":
        runs = [_runs(objects, kid, left) for kid in objects.references(number, b"/K")]
        cells = tuple("".join(text for _, text in cell) for cell in runs)
        page = next((page for cell in runs for page, _ in cell), 0)
        yield Piece(f"page {places.get(page, 0)}", cells)
    elif any(isinstance(kid, tuple) for kid in kids):
        runs_ = _runs(objects, number, left)
        text = "".join(told for _, told in runs_)
        page = runs_[0][0] if runs_ else 0
        leads = _leads_to(objects, number, places)
        where = f"page {places.get(page, 0)}"
        yield Piece(where, (text,), around=leads > 0, page=leads)
    else:
        for kid in kids:
            if isinstance(kid, int):
                yield from _elements(objects, kid, left, places)


def _kind(objects: Objects, number: int) -> bytes:
    found = re.search(rb"/S\s*/(\w+)", objects.heads[number])
    return found[1] if found else b""


def _kids(objects: Objects, number: int) -> Iterator[int | tuple[int, int]]:
    """Yield the elements in an element, and the page and mark of its own text."""
    head = objects.heads[number]
    found, page = _KIDS.search(head), references(_KIDS.sub(b"", head), b"/Pg")
    for kid in _KID.findall(found[1]) if found else ():
        if kid.endswith(b" R"):
            yield int(kid.split()[0])
        elif not kid.startswith(b"<<"):
            yield page[0], int(kid)
        elif told := re.search(rb"/MCID\s+(\d+)", kid):
            yield (references(kid, b"/Pg") or page)[0], int(told[1])


def _runs(
    objects: Objects, number: int, left: dict[tuple[int, int], str]
) -> list[tuple[int, str]]:
    """Return all text in an element with its page, and take it from what is left."""
    runs: list[tuple[int, str]] = []
    for kid in _kids(objects, number):
        if isinstance(kid, int):
            runs += _runs(objects, kid, left)
        elif kid in left:
            runs.append((kid[0], left.pop(kid)))
    return runs


def _leads_to(objects: Objects, number: int, places: Mapping[int, int]) -> int:
    """Return the page that a way leads to, by its place; zero where it is no way."""
    ways = re.findall(rb"/Obj (\d+) 0 R", objects.heads[number])
    return destination(objects, int(ways[0]), places) if ways else 0


def destination(objects: Objects, number: int, places: Mapping[int, int]) -> int:
    """Return the page that an object leads to, by its place; zero for none."""
    head = objects.heads[number]
    found = re.search(rb"/Dest\s*\[?\s*(\d+) 0 R", head)
    target = int(found[1]) if found else 0
    if target and target not in places:
        pages = re.findall(rb"(\d+) 0 R", objects.heads[target])
        target = int(pages[0]) if pages else 0
    return places.get(target, 0)
