"""The words of the chapter in which all clusters stand beside each other."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("De clusters naast elkaar", "The clusters side by side")
CAPTION = Text(
    "Aandeel van de meest onderscheidende antwoorden per cluster (in %)",
    "Share of the most distinctive answers per cluster (in %)",
)
LEAD = Text(
    "Lees per rij: hoeveel procent van elk cluster geeft dit antwoord? Het gaat om wie "
    "een antwoord heeft. De eerste kolom is het aandeel van alle onderzochte personen.",
    "Read along a row: what percentage of each cluster gives this answer? Only those "
    "with an answer count. The first column is the share of all persons studied.",
)
NOTE = Text(
    "Donker en vet: ten minste 5 procentpunt meer dan bij allen. Wit met rand: ten "
    "minste 5 procentpunt minder. Streepje: het aandeel van allen. Het teken "
    "‘{marker}’ is een getal dat niet wordt getoond.",
    "Dark and bold: at least 5 percentage points more than among all. White with an "
    "edge: at least 5 percentage points less. Tick: the share of all. The sign "
    "‘{marker}’ is a number that is not shown.",
)
OFTEN_UNKNOWN = Text(
    "Let op: van {features} is het antwoord in een of meer clusters van meer dan "
    "{most} onbekend. Wie wel een antwoord heeft, kan anders zijn dan de rest.",
    "Mind: of {features} the answer is unknown for more than {most} in one or more "
    "clusters. Those with an answer may differ from the rest.",
)
ALT = Text(
    "Kleine staven per antwoord en per cluster. Waar elk antwoord het meest en het "
    "minst voorkomt:",
    "Small bars by answer and by cluster. Where each answer is found most and least:",
)
ALT_ROW = Text(
    "{row}: meest in cluster {most} ({high}), minst in cluster {least} ({low}), van "
    "allen {all}.",
    "{row}: most in cluster {most} ({high}), least in cluster {least} ({low}), of all"
    " {all}.",
)
