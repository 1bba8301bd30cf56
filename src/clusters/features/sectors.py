"""Groups of industries: SBI 2008 (NACE rev. 2) sections joined to twelve.

Business support (section N) stands apart from specialist services (M): temporary
employment agencies are in it, and a published Eindhoven cluster is made of them.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from clusters.schema import Code, Text

if TYPE_CHECKING:
    import pandas as pd

_GROUPS: tuple[tuple[str, str, str, str], ...] = (
    ("agriculture", "A", "landbouw", "agriculture"),
    ("industry", "BCDE", "industrie en energie", "industry and energy"),
    ("construction", "F", "bouw", "construction"),
    ("trade", "G", "handel", "trade"),
    ("transport", "H", "vervoer en opslag", "transport and storage"),
    ("hospitality", "I", "horeca", "hospitality"),
    ("information", "J", "informatie en communicatie", "information technology"),
    ("finance", "KL", "financiën en vastgoed", "finance and real estate"),
    ("specialist", "M", "specialistische diensten", "specialist services"),
    ("business_support", "N", "uitzend- en zakelijke diensten", "business support"),
    ("public", "OPQ", "overheid, onderwijs en zorg", "public sector and care"),
    ("other", "RSTU", "cultuur en overige diensten", "culture and other services"),
)
SECTOR_GROUPS = tuple(Code(code, Text(nl, en)) for code, _, nl, en in _GROUPS)

_BY_SECTION = {letter: code for code, letters, _, _ in _GROUPS for letter in letters}

# The first division (two digits) of each section; gaps in the list do not exist as
# divisions.
_FIRST_DIVISION = {
    1: "A", 5: "B", 10: "C", 35: "D", 36: "E", 41: "F", 45: "G", 49: "H", 55: "I",
    58: "J", 64: "K", 68: "L", 69: "M", 77: "N", 84: "O", 85: "P", 86: "Q", 90: "R",
    94: "S", 97: "T", 99: "U",
}  # fmt: skip
_STARTS = list(_FIRST_DIVISION)


def sector_group(sectors: pd.Series) -> pd.Series:
    """Return the group of each SBI code: a section letter or two to five digits."""
    return sectors.map({code: _group(code) for code in sectors.dropna().unique()})


def _group(code: str) -> str | None:
    """Return the group of one code; what is not an SBI code is unknown.

    Examples
    --------
    >>> _group("78.20"), _group("C"), _group("0111")
    ('business_support', 'industry', 'agriculture')
    """
    first, division = code[:1].upper(), code[:2]
    if first in _BY_SECTION:
        return _BY_SECTION[first]
    if division.isdecimal() and int(division) >= _STARTS[0]:
        start = _STARTS[bisect_right(_STARTS, int(division)) - 1]
        return _BY_SECTION[_FIRST_DIVISION[start]]
    return None
