"""What one file was made to show, so that nothing else may stand in it.

Texts are compared whole, and counted: a number that stands alone in a file is refused
even if another text has the same one. White space is no part of a text, since lines are
broken where they are set. A text without a number tells none, and is let through.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure.exit.decoded import Listing

# What stands for the number of a page, and of how many there are, in a text that is
# known before the pages are.
PAGE, PAGES = "\ue000", "\ue001"
# Signs that no reader sees: a soft hyphen, a joiner of words.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))

# A text that stands together, as its cells, without white space.
Unit = tuple[str, ...]


@dataclass(frozen=True)
class Built:
    """What one file was made to show.

    Parameters
    ----------
    texts
        Every text, and every row as its cells, as often as it is shown.
    around
        Whole texts that may return around those: running heads, bookmarks, the names
        of parts of a page. With `PAGE` and `PAGES` where those numbers stand.
    listing
        Of a file that is one table: its header and its rows.
    """

    texts: Counter[Unit] = field(default_factory=Counter)
    around: frozenset[str] = frozenset()
    listing: Listing | None = None

    @classmethod
    def of(cls, texts: Iterable[tuple[str, ...]], around: Iterable[str] = ()) -> Built:
        """Return what was built from texts as they were written."""
        told = Counter(map(unit, texts))
        return cls(
            Counter({each: times for each, times in told.items() if has_number(*each)}),
            frozenset(bare(each) for each in around),
        )


def unit(cells: Iterable[str]) -> Unit:
    """Return a text or row as it is compared."""
    return tuple(map(bare, cells))


def bare(text: str) -> str:
    """Return a text without white space and signs that nobody sees.

    Examples
    --------
    >>> bare(" 25.430 personen ")
    '25.430personen'
    """
    return "".join(text.translate(_UNSEEN).split())


def has_number(*texts: str) -> bool:
    """Return whether a text has any sign that stands for a number, of any script."""
    return any(sign.isnumeric() for text in texts for sign in text)
