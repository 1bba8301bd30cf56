"""Titles above the header: records with few cells, where what follows is a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Key, sex and age at least; a narrower header would be no table of persons.
_NARROWEST = 3
# Further down nobody looks for the header.
MOST_TITLES = 20


def titles_above(records: Sequence[Sequence[object]]) -> int:
    """Return how many filled records at the start are titles, not the header.

    Examples
    --------
    >>> titles_above([["Uitlevering", ""], ["ANR", "SEX", "AGE"], ["1", "M", "30"]])
    1
    >>> titles_above([["ANR", "SEX", ""], ["1", "M", "30"]])
    0
    """
    filled = [
        sum(cell is not None and str(cell).strip() != "" for cell in record)
        for record in records
    ]
    widest = max(filled, default=0)
    if widest < _NARROWEST:
        return 0
    # a header names every column; one that lacks a name is refused, not skipped
    return next(place for place, cells in enumerate(filled) if 2 * cells > widest)
