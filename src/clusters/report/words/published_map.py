"""The words of the map beside the one that the city published."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Naast de gepubliceerde kaart", "Beside the published map")
LEAD = Text(
    "De gemeente Eindhoven publiceerde in 2020 het grootste cluster per buurt. In "
    "{both} buurten zeggen beide kaarten iets. In {same} daarvan is het hetzelfde "
    "cluster, in {either} is het gepubliceerde cluster een van die welke hier na "
    "afronding even groot zijn, in {other} is het een ander.",
    "The city of Eindhoven published the largest cluster by neighbourhood in 2020. In "
    "{both} neighbourhoods both maps say something. In {same} of those it is the same "
    "cluster, in {either} the published cluster is one of those that are equally large "
    "here once rounded, in {other} it is another.",
)
NO_AREA = Text("geen enkele", "none")
HOW = Text(
    "Welk gevonden cluster bij welk gepubliceerd cluster hoort, volgt uit grootte en "
    "woonvorm, niet uit de kaart. De stad van deze demo is verzonnen en volgt de "
    "gepubliceerde aantallen.",
    "Which found cluster belongs to which published one follows from size and tenure, "
    "not from the map. The city of this demo is made up and follows the published "
    "numbers.",
)
TABLE = Text("Waar de kaarten verschillen", "Where the maps differ")
HERE = Text("Hier", "Here")
PUBLISHED = Text("Gepubliceerd", "Published")
