"""The words of the chapter on the clusters beside published ones."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text(
    "De clusters naast de gepubliceerde", "The clusters beside the published ones"
)
LEAD = Text(
    "Beide reeksen staan van groot naar klein. Dat twee clusters op één regel staan, "
    "zegt niet dat het dezelfde mensen zijn.",
    "Both series run from large to small. That two clusters stand on one line does not "
    "say that they are the same people.",
)
TABLE = Text(
    "Aandeel van de clusters: gepubliceerd, gevonden en het verschil",
    "Share of the clusters: published, found and the difference",
)
CLUSTER_PUBLISHED = Text("Gepubliceerd cluster", "Published cluster")
CLUSTER_FOUND = Text("Gevonden cluster", "Cluster found")
POINTS_MORE = Text("{points} groter", "{points} larger")
POINTS_LESS = Text("{points} kleiner", "{points} smaller")
ONE_POINT = Text("1 punt", "1 point")
POINTS = Text("{number} punten", "{number} points")
