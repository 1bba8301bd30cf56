"""The words of the chapter with the sizes of the clusters."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("De clusters in één oogopslag", "The clusters at a glance")
CAPTION = Text("Personen per cluster", "Persons per cluster")
TABLE = Text(
    "De clusters, hun grootte en hun sterkste kenmerken",
    "The clusters, their size and their strongest traits",
)
STRONGEST = Text(
    "Sterkste kenmerken (aandeel in het cluster tegen allen)",
    "Strongest traits (share in the cluster against all)",
)
LEAD = Text(
    "De clusters staan op volgorde van grootte; cluster 1 is het grootste.",
    "The clusters are in order of size; cluster 1 is the largest.",
)
ALT = Text(
    "Staafdiagram van het aantal personen per cluster.",
    "Bar chart of the number of persons per cluster.",
)
