"""The words of the chapter on where the clusters live."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Waar de clusters wonen", "Where the clusters live")
LEAD = Text(
    "In {shown} van de {all} {areas} is één cluster het grootst. Het vaakst is dat "
    "cluster {cluster}: {often} keer.",
    "In {shown} of the {all} {areas} one cluster is the largest. Most often that is "
    "cluster {cluster}: {often} times.",
)
LEAD_NONE_ALONE = Text(
    "In geen van de {all} {areas} is één cluster het grootst.",
    "In none of the {all} {areas} one cluster is the largest.",
)
LEAD_NOTHING = Text(
    "Van geen van de {all} {areas} is te zeggen welk cluster daar het grootst is: "
    "overal zijn er te weinig waarnemingen.",
    "Of none of the {all} {areas} it can be told which cluster is the largest there: "
    "everywhere there are too few observations.",
)
COLLAPSED = Text(
    "Per {area} waren de aantallen te klein om te beschermen. De kaart toont daarom "
    "wat voor het hele stadsdeel of de hele wijk geldt.",
    "By {area} the numbers were too small to protect. So for each {area} the map shows "
    "what holds for the whole district.",
)
LEAD_TIED = Text(
    "In {tied} andere is door de afronding niet te zeggen welk van de grootste "
    "clusters het eerst komt.",
    "In {tied} others rounding hides which of the largest clusters comes first.",
)
LEAD_UNTOLD = Text(
    "In {untold} is het niet te zeggen: er zijn te weinig waarnemingen, of er is te "
    "veel verborgen.",
    "In {untold} it cannot be told: there are too few observations, or too much is "
    "hidden.",
)
DOMINANT_CAPTION = Text(
    "Het grootste cluster per {area}", "The largest cluster by {area}"
)
DOMINANT_ALT = Text(
    "Kaart van {place}. {counts}. {none} {areas} hebben te weinig waarnemingen. Alle "
    "{areas} staan met naam in de bijlage.",
    "Map of {place}. {counts}. {none} {areas} have too few observations. All {areas} "
    "are named in the annex.",
)
DOMINANT_COUNT = Text(
    "cluster {cluster} is in {number} {areas} het grootst",
    "cluster {cluster} is the largest in {number} {areas}",
)
TIED_COUNT = Text(
    "in {number} {areas} zijn twee of meer clusters na afronding even groot",
    "in {number} {areas} two or more clusters are equally large once rounded",
)
TIED = Text("na afronding even groot", "equally large once rounded")
# What a map tells of an area that is pointed at.
LARGEST_HERE = Text(
    "cluster {cluster} is het grootst ({persons} van {all} personen)",
    "cluster {cluster} is the largest ({persons} of {all} persons)",
)
TIED_HERE = Text(
    "clusters {clusters} zijn na afronding even groot (elk {persons} van {all} "
    "personen)",
    "clusters {clusters} are equally large once rounded (each {persons} of {all} "
    "persons)",
)
DOMINANT_NOTE = Text(
    "Te weinig waarnemingen: minder dan {least} onderzochte personen, of het is niet "
    "te zeggen. Het grootste cluster hoeft geen meerderheid te zijn. {rounding} Ook "
    "clusters die iets verschillen, kunnen daardoor even groot lijken; op de kaart "
    "staan dan beide nummers, of = bij meer dan twee. Grenzen: {source}.",
    "Too few observations: fewer than {least} persons studied, or it cannot be told. "
    "The largest cluster need not be a majority. {rounding} So clusters that differ a "
    "little can seem equally large; the map then has both numbers, or = for more than "
    "two. Outlines: {source}.",
)
SEGREGATION = Text("Hoe gespreid de clusters wonen", "How the clusters are spread")
SEGREGATION_LEAD = Text(
    "Ongelijke spreiding (dissimilarity) is het deel van een cluster dat zou moeten "
    "verhuizen om net zo over de {areas} verdeeld te zijn als de andere clusters "
    "samen: 0 is gelijk verdeeld, 1 is geheel apart. Omdat {areas} klein zijn, is hij "
    "nooit 0: ‘bij toeval’ is wat er uitkomt als iedereen op een willekeurige plek "
    "woont (Carrington en Troske, 1997). Alleen wat daarboven ligt, telt. Onder elkaar "
    "(isolation) is het aandeel van het eigen cluster in de {area} van een gemiddeld "
    "lid; dat is op zijn minst het aandeel in de stad.",
    "Uneven spread (dissimilarity) is the part of a cluster that would have to move to "
    "be spread over the {areas} as the other clusters together: 0 is spread alike, 1 "
    "is wholly apart. Because {areas} are small, it is never 0: ‘by chance’ is what "
    "results if everybody lives just anywhere (Carrington and Troske, 1997). Only what "
    "lies above that counts. Among themselves (isolation) is the share of the own "
    "cluster in the {area} of an average member; at the least that is its share in "
    "the city.",
)
SEGREGATION_TABLE = Text(
    "Spreiding van de clusters over de {areas}",
    "Spread of the clusters over the {areas}",
)
SEGREGATION_NOTE = Text(
    "Berekend uit de afgeronde aantallen; wat verborgen is, is naar verhouding "
    "ingevuld. Verschillen van enkele honderdsten zeggen niets.",
    "Worked out from the rounded numbers; what is hidden is filled in by proportion. "
    "Differences of a few hundredths say nothing.",
)
UNEVEN = Text("Ongelijke spreiding", "Uneven spread")
BY_CHANCE = Text("Bij toeval", "By chance")
AMONG = Text("Onder elkaar (%)", "Among themselves (%)")
IN_CITY = Text("In de stad (%)", "In the city (%)")
DISTRICTS = Text(
    "Stadsdelen en wijken tegen het gemiddelde", "Districts against the average"
)
DISTRICTS_TABLE = Text(
    "Verschil van elk stadsdeel of elke wijk met {place} (procentpunten)",
    "Difference of each district from {place} (percentage points)",
)
DISTRICTS_NOTE = Text(
    "Eerste rij: aandeel van elk cluster in alle onderzochte personen (%). Daaronder "
    "hoeveel procentpunten het gebied daarboven (+) of daaronder (−) zit. Tussen "
    "haakjes: het verschil kan toeval of afronding zijn.",
    "First row: share of each cluster in all persons studied (%). Under it how many "
    "percentage points the district is above (+) or below (−) that. In brackets: the "
    "difference may be chance or rounding.",
)
DISTRICT = Text("Stadsdeel of wijk", "District")
