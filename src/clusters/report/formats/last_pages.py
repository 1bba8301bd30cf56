"""Chapters that would leave little on their last page, so as to set them closer.

Where a chapter ends is known only once it is set. The template leaves a mark at the end
of each, with its page and how far down it is; the marks are asked for before the
document is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Centimetres from the top of the sheet: a quarter of the room, under the margin.
_HARDLY = 8.6


@dataclass(frozen=True)
class End:
    """Where something ends: its page, and how far down in centimetres."""

    page: int
    down: float


def set_closer(ends_of: Callable[[frozenset[int]], Sequence[End]]) -> frozenset[int]:
    """Return which chapters are better set closer, by their place.

    A chapter that would not take a page less is left as it is.

    Parameters
    ----------
    ends_of
        Given the chapters that are set closer: where the contents end, and then where
        each chapter does.
    """
    loose = _pages(ends_of(frozenset()))
    short = frozenset(
        place
        for place, (pages, down) in enumerate(loose)
        if pages > 1 and down < _HARDLY
    )
    if not short:
        return short
    close = _pages(ends_of(short))
    return frozenset(place for place in short if close[place][0] < loose[place][0])


def _pages(ends: Sequence[End]) -> list[tuple[int, float]]:
    """Return how many pages each chapter takes, and how far down the last one goes."""
    return [(this.page - before.page, this.down) for before, this in pairwise(ends)]
