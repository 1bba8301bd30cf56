"""The words of the annex of all areas."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Bijlage: per {area}", "Annex: by {area}")
LEAD = Text(
    "Alle {all} {areas} met het grootste cluster en de personen van elk cluster. Het "
    "teken ‘{marker}’ is een getal dat niet wordt getoond; dat kan ook nul zijn. "
    "{rounding}",
    "All {all} {areas} with the largest cluster and the persons of each cluster. The "
    "sign ‘{marker}’ is a number that is not shown; it may also be zero. {rounding}",
)
TABLE = Text("Personen per {area} en cluster", "Persons by {area} and cluster")
LARGEST = Text("Grootste", "Largest")
