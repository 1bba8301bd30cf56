"""What the report says of clusters crossed with other answers, in Dutch and English."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Clusters en andere indelingen", "Clusters and other divisions")
LEAD = Text(
    "De clusters zijn niet op deze kenmerken ingedeeld. Hier staat welke mensen er "
    "toch vaker in een cluster zitten dan in de hele groep.",
    "The clusters were not made from these features. Here is who is in a cluster more "
    "often than in the whole group all the same.",
)
FLOW_CAPTION = Text(
    "Van type naar cluster (personen)", "From type to cluster (persons)"
)
FLOW_ALT = Text(
    "Stromen van type naar cluster. De grootste: {largest}. De aandelen van alle typen "
    "per cluster staan in de bijlage.",
    "Flows from type to cluster. The largest: {largest}. The shares of all types by "
    "cluster are in the annex.",
)
FLOW_ONE = Text(
    "{kind} naar cluster {cluster}: {persons}", "{kind} to cluster {cluster}: {persons}"
)
FLOW_NOTE = Text(
    "Hoe breder een band, hoe meer personen. Een aantal dat niet wordt getoond, is "
    "niet getekend, ook niet als het groot is; de blokken zijn zo hoog als de "
    "getekende banden samen.",
    "The wider a band, the more persons. A number that is not shown is not drawn, not "
    "even if it is large; the blocks are as high as the bands drawn.",
)
NO_BAND = Text(
    "Van cluster {clusters} is geen aantal te tonen.",
    "Of cluster {clusters} no number can be shown.",
)
NO_TYPE = Text(
    "Van {share} is het type niet te bepalen; zij staan niet in de figuur.",
    "Of {share} the type cannot be determined; they are not in the figure.",
)
TABLE = Text(
    "Waarin elk cluster het meest verschilt van alle onderzochte personen",
    "Where each cluster differs most from all persons studied",
)
NOTE = Text(
    "Samenhang: Cramérs V, van 0 (geen) tot 1 (volledig), gecorrigeerd voor toeval; "
    "klein vanaf {small}, middelgroot vanaf {medium}, groot vanaf {large}. Verschil: "
    "Cohens h van het aandeel in het cluster tegen dat van allen. Genoemd is per "
    "cluster het grootste verschil naar boven, vanaf {points} procentpunt en een h van "
    "{effect}. Alles is berekend uit de getoonde aantallen van wie een antwoord heeft. "
    "Samenhang zegt niet waardoor.",
    "Association: Cramér's V, from 0 (none) to 1 (complete), corrected for chance; "
    "small from {small}, medium from {medium}, large from {large}. Difference: "
    "Cohen's h of the share in the cluster against that of all. Named is the largest "
    "difference upwards of each cluster, from {points} percentage points and an h of "
    "{effect}. All is worked out from the numbers shown of those with an answer. "
    "Association does not say why.",
)
GROUP = Text(
    "{feature}: samenhang {strength} ({v})", "{feature}: {strength} association ({v})"
)
OFTEN_UNKNOWN = Text(
    "{group}; onbekend bij {all} van allen, in één groep bij {most}",
    "{group}; unknown for {all} of all, in one group for {most}",
)
OFTEN_UNKNOWN_SOMEWHERE = Text(
    "{group}; onbekend in één groep bij {most}",
    "{group}; unknown in one group for {most}",
)
GROUP_ALIKE = Text(
    "{feature}: samenhang {strength}", "{feature}: association {strength}"
)
ANSWER = Text("Vaker", "More often")
IN_CLUSTER = Text("Cluster (%)", "Cluster (%)")
OF_ALL = Text("Allen (%)", "All (%)")
EFFECT = Text("Verschil (h)", "Difference (h)")
