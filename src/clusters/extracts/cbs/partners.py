"""Partners who live together, married or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_PARTNERS = ("partner_without_children", "partner_with_children")
_COUPLE = 2


def partners_at_home(households: pd.Series, positions: pd.Series) -> pd.Series:
    """Return per person the partner in the same household.

    The two persons in a household whose position is that of a partner are each
    other's; where there are more or fewer than two, nobody can tell who belongs to
    whom.

    Parameters
    ----------
    households, positions : household_id and household_position, by person_id.
    """
    partners = households[positions.isin(_PARTNERS)].dropna()
    ids = partners.index.to_series()
    by_household = ids.groupby(partners)
    size = by_household.transform("size")
    first, last = by_household.transform("first"), by_household.transform("last")
    other = first.mask(first == ids, last)
    return other[size == _COUPLE].reindex(households.index)
