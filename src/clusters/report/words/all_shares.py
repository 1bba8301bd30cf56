"""The words of the annex of all shares."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Bijlage: alle aandelen", "Annex: all shares")
IN_PERCENT = Text("In %", "In %")
LEAD = Text(
    "Per kenmerk het aandeel van elk antwoord in elk cluster, in hele procenten van "
    "wie een antwoord heeft. Daaronder staat van hoeveel procent van iedereen het "
    "antwoord onbekend is. Het teken ‘{marker}’ is een getal dat niet wordt getoond. "
    "Door afronding tellen kolommen niet altijd op tot 100.",
    "For each feature the share of each answer in each cluster, in whole percentages "
    "of those with an answer. Below them stands for what percentage of everybody the "
    "answer is unknown. The sign ‘{marker}’ is a number that is not shown. Because of "
    "rounding columns do not always add up to 100.",
)
LARGEST_ONLY = Text(
    "De {number} grootste; het werkboek heeft ze alle.",
    "The {number} largest; the workbook has them all.",
)
