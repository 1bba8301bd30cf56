"""How and where somebody lives."""

from __future__ import annotations

from clusters.schema.column import Column, Kind, Theme, codes_of
from clusters.schema.demographic import OLDEST
from clusters.schema.text import Text

EURO = Text("euro", "euro")
NO_HOME = Text("onbekend of geen woning", "unknown or no dwelling")

HOUSING: tuple[Column, ...] = (
    Column(
        "tenure",
        Text("Eigendom van de woning", "Tenure of the dwelling"),
        Theme.HOUSING,
        Kind.CODE,
        codes_of(
            ("owned", "koopwoning", "owner-occupied"),
            ("social_rent", "sociale huur", "social rent"),
            ("private_rent", "particuliere huur", "private rent"),
            ("other", "anders", "other"),
        ),
        empty=NO_HOME,
    ),
    Column(
        "dwelling_type",
        Text("Type woning", "Type of dwelling"),
        Theme.HOUSING,
        Kind.CODE,
        codes_of(
            ("detached", "vrijstaand", "detached"),
            ("semi_detached", "twee-onder-een-kap", "semi-detached"),
            ("terraced", "rijwoning of hoekwoning", "terraced"),
            ("apartment", "appartement", "apartment"),
            ("other", "kamer of andere woning", "room or other dwelling"),
        ),
        empty=NO_HOME,
    ),
    Column(
        "dwelling_value",
        Text("WOZ-waarde van de woning", "Assessed value of the dwelling"),
        Theme.HOUSING,
        Kind.NUMBER,
        unit=EURO,
        low=0,
        high=100_000_000,
        in_euro=True,
        empty=NO_HOME,
    ),
    Column(
        "floor_area",
        Text("Oppervlakte van de woning", "Floor area of the dwelling"),
        Theme.HOUSING,
        Kind.NUMBER,
        unit=Text("m²", "m²"),
        low=1,
        high=100_000,
        empty=NO_HOME,
    ),
    Column(
        "moved_in_date",
        Text("Begin van bewoning van het adres", "Date of moving in"),
        Theme.HOUSING,
        Kind.DATE,
        past=True,
        within=OLDEST,
        since_birth=True,
    ),
    Column(
        "moved_in_year",
        Text("Jaar van bewoning van het adres", "Year of moving in"),
        Theme.HOUSING,
        Kind.NUMBER,
        past=True,
        within=OLDEST,
        since_birth=True,
    ),
    Column(
        "cars",
        Text("Auto's van het huishouden", "Cars of the household"),
        Theme.HOUSING,
        Kind.NUMBER,
        low=0,
        high=50,
    ),
)

AREA: tuple[Column, ...] = (
    Column(
        "municipality",
        Text("Gemeente", "Municipality"),
        Theme.AREA,
        Kind.CODE,
        width=4,
    ),
    Column("district", Text("Wijk", "District"), Theme.AREA, Kind.CODE),
    Column("neighbourhood", Text("Buurt", "Neighbourhood"), Theme.AREA, Kind.CODE),
    Column("square", Text("Vierkant", "Grid square"), Theme.AREA, Kind.CODE),
)
