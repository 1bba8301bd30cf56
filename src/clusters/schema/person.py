"""The canonical columns: one row per person, whatever layout they came in.

To add a column, add it to its theme; readers, data dictionary and tests follow.
"""

from __future__ import annotations

from clusters.schema.column import Column, Kind, Theme
from clusters.schema.demographic import DEMOGRAPHIC
from clusters.schema.housing import AREA, HOUSING
from clusters.schema.socioeconomic import SOCIOECONOMIC
from clusters.schema.text import Text

IDENTITY: tuple[Column, ...] = (
    Column(
        "person_id",
        Text("Sleutel van de persoon", "Key of the person"),
        Theme.IDENTITY,
        Kind.KEY,
        empty=Text("niet toegestaan", "not allowed"),
    ),
    Column(
        "household_id",
        Text("Sleutel van het huishouden", "Key of the household"),
        Theme.IDENTITY,
        Kind.KEY,
    ),
    Column(
        "address_id",
        Text("Sleutel van het adres", "Key of the address"),
        Theme.IDENTITY,
        Kind.KEY,
    ),
    Column(
        "partner_id",
        Text("Sleutel van de partner", "Key of the partner"),
        Theme.IDENTITY,
        Kind.KEY,
        empty=Text("geen partner of onbekend", "no partner or unknown"),
    ),
    Column(
        "mother_id",
        Text("Sleutel van de moeder", "Key of the mother"),
        Theme.IDENTITY,
        Kind.KEY,
    ),
    Column(
        "father_id",
        Text("Sleutel van de vader", "Key of the father"),
        Theme.IDENTITY,
        Kind.KEY,
    ),
    Column(
        "weight",
        Text("Weegfactor van de persoon", "Survey weight of the person"),
        Theme.IDENTITY,
        Kind.NUMBER,
        empty=Text("niet toegestaan", "not allowed"),
    ),
)

COLUMNS: tuple[Column, ...] = (
    *IDENTITY,
    *DEMOGRAPHIC,
    *SOCIOECONOMIC,
    *HOUSING,
    *AREA,
)

# What is read of everybody before the population rule: enough to apply the rule, to
# find the children and partner of each person, and to describe the whole city.
ROSTER: tuple[str, ...] = (
    "person_id",
    "household_id",
    "partner_id",
    "mother_id",
    "father_id",
    "birth_date",
    "birth_year",
    "age",
    "sex",
    "birth_country",
    "birth_country_mother",
    "birth_country_father",
    "nationality",
    "born_abroad",
    "foreign_nationality",
    "arrival_date",
    "arrival_year",
    "municipality",
    "district",
    "neighbourhood",
)

_BY_NAME = {column.name: column for column in COLUMNS}


def column(name: str) -> Column:
    """Return the column called ``name``; a KeyError says there is none."""
    return _BY_NAME[name]


def names_of(kind: Kind) -> tuple[str, ...]:
    """Return the names of all columns of one kind, in schema order."""
    return tuple(column.name for column in COLUMNS if column.kind is kind)
