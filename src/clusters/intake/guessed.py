"""What a guess is: a column of ours, a delivered one, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusters.schema.codelists import Notation


class Verdict(IntEnum):
    """How sure it is; what is left is written down as a comment only."""

    LEFT = 0
    GUESSED = 1
    SURE = 2


@dataclass(frozen=True)
class Guess:
    """A column of ours and the delivered one that may fill it.

    ``placeholders`` are codes that are in the data and on no list we know; ``"*"``
    stands for those that are too rare to be told. A suggestion was made by its content
    alone.
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
    is_suggestion: bool = False

    def of(self, column: str, **told: Any) -> Guess:  # noqa: ANN401 - its own fields
        """Return the same of another column of ours, with what is told of it."""
        return replace(self, column=column, **told)

    def left(self, nl: str, en: str) -> Guess:
        """Return it as one that has to be said, and why."""
        return replace(self, verdict=Verdict.LEFT, why=Text(nl, en))

    def guessed(self, nl: str, en: str) -> Guess:
        """Return it as one to look at, and why."""
        return replace(self, verdict=Verdict.GUESSED, why=Text(nl, en))
