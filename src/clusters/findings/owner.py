"""What the owner of a study says of its own use, for the papers that go with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Owner:
    """As `settings.Register` has it; empty where nobody said it."""

    contact: str = ""
    status: str = "In ontwikkeling"
    category: str = "Overige algoritmes"
    begin: str = ""
    lawful_basis: str = ""
    website: str = ""
    processing_register: str = ""
    provider: str = ""
    keep_days: int | None = None
