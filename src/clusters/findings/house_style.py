"""What the report looks like: the house style of who publishes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.settings.colours import ACCENT

if TYPE_CHECKING:
    from clusters.settings import Logo


@dataclass(frozen=True)
class Look:
    """Colours that were checked, and a logo that holds nothing but shapes.

    ``organisation`` is empty where nobody said who publishes; ``accent`` is the colour
    of headings, bars and links, ``cover`` the one behind the title.
    """

    organisation: str = ""
    logo: Logo | None = None
    accent: str = ACCENT
    cover: str = ACCENT
