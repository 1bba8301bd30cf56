"""What a part of the report tells, for who asks where its numbers come from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from clusters.report.drawings import Curve, Panel, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.report.blocks import Report, Section
    from clusters.report.source import Source


def refuse_unknown(source: Source, part: Report | Section) -> None:
    """Refuse a part with a number that was not given for it.

    Raises
    ------
    DisclosureError
        If there is one; it never says which.
    """
    source.ledger.refuse_unknown(_texts(part), _drawn(part))


def _texts(thing: object) -> Iterator[str]:
    """Yield every text in a part but for what only a program reads."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _texts(each)
    elif is_dataclass(thing):
        for each in fields(thing):
            if each.name not in {"key", "look", "language"}:
                yield from _texts(getattr(thing, each.name))


def _drawn(thing: object) -> Iterator[int]:
    """Yield the numbers that are written where they are drawn."""
    match thing:
        case Row(shares=shares, above=above):
            yield from (each for each in (*shares, *above) if each is not None)
        case Panel(found=found, published=published, low=low, high=high):
            told = (*found, *published, *low, *high)
            yield from (each for each in told if each is not None)
        case Curve(points=points):
            yield from (number for number, _ in points)
        case tuple():
            for each in thing:
                yield from _drawn(each)
        case _ if is_dataclass(thing):
            for each in fields(thing):
                yield from _drawn(getattr(thing, each.name))
