"""What a report may know of the last edition: released numbers and what became of them.

Everything here was released once, then or now; nothing is about a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Became = Literal["survived", "split", "merged", "new"]


@dataclass(frozen=True)
class Former:
    """A cluster of the last edition, as it was released; nothing where hidden.

    ``stayed`` is the percentage of its people, of those still studied, who are in the
    cluster that it is held against; nothing where that was not counted. With
    ``stayed_above`` it is only known to be more.
    """

    name: str
    persons: int | None
    share: int | None
    stayed: int | None = None
    stayed_above: bool = False


@dataclass(frozen=True)
class Change:
    """Where a cluster comes from: the clusters of the last edition behind it."""

    became: Became
    former: tuple[Former, ...] = ()


@dataclass(frozen=True)
class LastEdition:
    """The last edition beside this one.

    Parameters
    ----------
    reference_date
        Of the last edition.
    by_persons
        Whether clusters were matched by who is in both; else by their profiles.
    changes
        By cluster of now; clusters without a profile are absent.
    vanished
        Clusters of then that no cluster of now follows.
    """

    reference_date: date
    by_persons: bool
    changes: Mapping[str, Change]
    vanished: tuple[Former, ...]
