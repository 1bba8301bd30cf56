"""The words of the chapter on who was studied."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Wie zijn onderzocht", "Who was studied")
FUNNEL_CAPTION = Text(
    "Van de bestanden naar de onderzochte personen",
    "From the files to the persons studied",
)
NOTICES = Text("Over de gegevens", "About the data")
ON_DATE = Text(
    "Het gaat om de situatie op {day}. Wie op die dag niet aan de omschrijving "
    "voldeed, telt niet mee.",
    "This is the situation on {day}. Whoever did not fit the description on that day "
    "is not counted.",
)
FUNNEL_ALT = Text(
    "Staafdiagram van het aantal personen per stap. {steps}.",
    "Bar chart of the number of persons per step. {steps}.",
)
NO_NOTICES = Text(
    "Er zijn geen kenmerken weggelaten en er is niets bijzonders te melden.",
    "No features were left out and there is nothing particular to report.",
)
