"""What the report says of neighbourhoods, in Dutch and English."""

from __future__ import annotations

from clusters.schema import Text

# How areas are called: one, more of them.
AREA = {
    "neighbourhood": Text("buurt", "neighbourhood"),
    "square": Text("vierkant van 500 meter", "square of 500 metres"),
}
AREAS = {
    "neighbourhood": Text("buurten", "neighbourhoods"),
    "square": Text("vierkanten van 500 meter", "squares of 500 metres"),
}

# Where areas were too small, it is those that are told of.
LARGER_AREAS = Text("stadsdelen of wijken", "districts")

TOO_FEW = Text("te weinig waarnemingen", "too few observations")


AREA_NAME = Text("Gebied", "Area")

SHEET = Text("Gebieden", "Areas")
HEADER = (
    Text("Code", "Code"),
    AREA_NAME,
    Text("Deel van", "Part of"),
    Text("Cluster", "Cluster"),
    Text("Naam", "Name"),
    Text("Personen (afgerond)", "Persons (rounded)"),
    Text("Aandeel van het gebied (%)", "Share of the area (%)"),
)
ABOUT = Text(
    "Personen per gebied en cluster, en hun aandeel in het gebied. Door het afronden "
    "tellen aandelen van een klein gebied niet op tot 100.",
    "Persons by area and cluster, and their share of the area. Because of rounding the "
    "shares of a small area do not add up to 100.",
)
