"""The known name that somebody meant: for messages."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from clusters.extracts.header import matching
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest(name: str, known: Sequence[str]) -> Text:
    """Return " (did you mean ...?)", or nothing where no name is near."""
    guess = nearest_name(name, known)
    if guess is None:
        return Text("", "")
    return Text(f" (bedoelt u {guess!r}?)", f" (did you mean {guess!r}?)")


def nearest_name(name: str, known: Sequence[str]) -> str | None:
    """Return the known name that is most like another, or None if none is near."""
    by_match = {matching(each): each for each in known}
    found = difflib.get_close_matches(matching(name), list(by_match), 1)
    return by_match[found[0]] if found else None
