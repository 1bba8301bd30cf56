"""Names from a phrase list: two or three of the strongest traits, all names unique."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusters.labels.traits import Trait


@dataclass(frozen=True)
class Label:
    """The name of a cluster and the evidence under it.

    ``named_by`` are the traits the name is made of, ``traits`` all that stand out.
    ``generated`` is the name we made where a person chose another.
    """

    cluster: str
    name: str
    named_by: tuple[Trait, ...]
    traits: tuple[Trait, ...]
    generated: str | None = None
