"""Every table that may be made, and what it may contain: said once, used by all."""

from clusters.tables.catalogue import CATALOGUE
from clusters.tables.spec import (
    ADDRESSES,
    EVERYBODY,
    HOUSEHOLDS,
    NO_CLEAR_PROFILE,
    PERSONS,
    WEIGHTED,
    Audience,
    Population,
    SamePeople,
    TableSpec,
    find_spec,
    spec_of,
)

__all__ = [
    "ADDRESSES",
    "CATALOGUE",
    "EVERYBODY",
    "HOUSEHOLDS",
    "NO_CLEAR_PROFILE",
    "PERSONS",
    "WEIGHTED",
    "Audience",
    "Population",
    "SamePeople",
    "TableSpec",
    "find_spec",
    "spec_of",
]
