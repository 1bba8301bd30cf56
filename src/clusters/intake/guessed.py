"""What a guess is, and what the values of a column suggest when its name does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

import pandas as pd

from clusters.intake.fit import notation
from clusters.schema import Text
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clusters.intake.look import Seen
    from clusters.schema.codelists import Notation

# Fewer countries, and it may be a list of anything; more there are not.
_FEW, _MANY = 10, 500


class Verdict(IntEnum):
    """How sure it is; what is left is written down as a comment only."""

    LEFT = 0
    GUESSED = 1
    SURE = 2


@dataclass(frozen=True)
class Guess:
    """A column of ours and the delivered one that may fill it.

    ``placeholders`` are codes that are in the data and on no list we know; ``"*"``
    stands for those that are too rare to be told.
    """

    column: str
    table: str
    own: str
    verdict: Verdict
    why: Text = Text("", "")
    codes: Mapping[str, str] = field(default_factory=dict)
    placeholders: Sequence[str] = ()
    date_format: str | None = None
    notation: Notation | None = None


def suggestions(
    tables: Sequence[Seen], known: set[str], named: set[str]
) -> list[Guess]:
    """Return what the values alone suggest; never more than a suggestion."""
    left: list[Guess] = []
    for table in tables:
        for own in table.cells:
            if own not in named:
                suggested = _suggested(table, own)
                left += [each for each in suggested if each.column not in known]
    twice = Counter(each.column for each in left)
    return [each for each in left if twice[each.column] == 1]


def _suggested(table: Seen, own: str) -> Iterator[Guess]:
    why = Text("naar de inhoud alleen", "by its content alone")
    distinct = pd.Series(table.pointers[own], dtype="str")
    if {*distinct} in ({"M", "V"}, {"M", "F"}):
        yield Guess("sex", table.name, own, Verdict.LEFT, why)
    is_list = _FEW < len(distinct) < _MANY
    if is_list and notation(distinct, canonical("birth_country")):
        yield Guess("birth_country", table.name, own, Verdict.LEFT, why)
