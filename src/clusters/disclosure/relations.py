"""What is known of tables that they do not show themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusters.disclosure.equations import Cell
    from clusters.disclosure.history import Known
    from clusters.profiles import Answers


@dataclass(frozen=True)
class Relations:
    """What an attacker knows of the cells of tables besides what is printed.

    Parameters
    ----------
    same
        Pairs of cells that count the same people, each as a table's name and
        ``{dimension: code}``; besides those that the catalogue names.
    identical_answers
        Groups of answers that the same people gave, as `profiles.identical_answers`
        finds them; who knows that one means the other counts them as one.
    known
        What everybody knows without a table, such as that nobody gave an answer: a
        cell, its number, and what that is rounded to.
    published
        What others printed, likewise, such as the fives of Statistics Netherlands. A
        cell that they give away is not ours to protect; its neighbours are (SDC-28).
    """

    same: tuple[tuple[Cell, Cell], ...] = ()
    identical_answers: tuple[Sequence[Answers], ...] = ()
    known: tuple[Known, ...] = ()
    published: tuple[Known, ...] = ()

    def without(self, table: str) -> Relations:
        """Return the relations of the tables that are left when one is dropped."""
        kept = tuple(
            (one, other) for one, other in self.same if table not in (one[0], other[0])
        )
        return replace(self, same=kept)
