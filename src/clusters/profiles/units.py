"""Homes behind persons: ten persons may be one family, twelve households one block."""

from __future__ import annotations

import pandas as pd

# What a table counts besides persons, and the key that tells one from another.
_KEYS = {"households": "household_id", "addresses": "address_id"}
_UNKNOWN = -1


def units_of(people: pd.DataFrame) -> pd.DataFrame | None:
    """Return the household and the address of each person, as far as they are told.

    Parameters
    ----------
    people : one row per person, with ``household_id`` and ``address_id`` if delivered.

    Returns
    -------
    DataFrame or None
        A number per person in ``households`` and ``addresses``, on the same index; a
        key that is known of nobody has no column, and without columns there is None.
        Of persons without a key nobody can say that they are of different homes, so
        those have one number together.
    """
    told = {
        unit: pd.factorize(people[key])[0]
        for unit, key in _KEYS.items()
        if key in people and people[key].notna().any()
    }
    return pd.DataFrame(told, index=people.index) if told else None


def of_persons(units: pd.DataFrame, persons: pd.Index) -> pd.DataFrame:
    """Return the units of these persons; of one who is not among them, the unknown."""
    return units.reindex(persons, fill_value=_UNKNOWN)
