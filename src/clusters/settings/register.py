"""What only the municipality can say of its own use, for the drafts of its papers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from clusters.settings.base import Frozen


class Register(Frozen):
    """Facts for the draft of the Algoritmeregister and for the annex to the DPIA.

    What is left out stands in the drafts as still to be filled in. Lengths and choices
    are those of publication standard 1.0.

    Parameters
    ----------
    contact
        An address or website for questions.
    status, category
        As the register calls them.
    begin
        The month of first use, as ``yyyy-mm``.
    lawful_basis
        The law, and what it is for.
    website, processing_register
        Addresses of a public page, and of the entry in the register of processing.
    provider
        Who made the software available.
    keep_days
        After how many days person-level work is deleted.
    """

    contact: str = Field(default="", max_length=500)
    status: Literal["In ontwikkeling", "In gebruik", "Buiten gebruik"] = (
        "In ontwikkeling"
    )
    category: Literal[
        "Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"
    ] = "Overige algoritmes"
    begin: str = Field(default="", pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$")
    lawful_basis: str = Field(default="", max_length=2500)
    website: str = Field(default="", max_length=500)
    processing_register: str = Field(default="", max_length=500)
    provider: str = Field(default="", max_length=200)
    keep_days: int | None = Field(default=None, ge=0)
