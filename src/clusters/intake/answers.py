"""What only people can say, asked in a terminal or given with the command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Answers:
    """The day the study looks at, and what the place is called; often not known yet."""

    name: str
    reference_date: date | None = None
    place: str | None = None
