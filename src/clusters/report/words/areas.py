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
TOO_FEW = Text("te weinig waarnemingen", "too few observations")
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

APART = Text("Hoe gespreid de clusters wonen", "How the clusters are spread")
APART_LEAD = Text(
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
APART_TABLE = Text(
    "Spreiding van de clusters over de {areas}",
    "Spread of the clusters over the {areas}",
)
APART_NOTE = Text(
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

QUOTIENT_CAPTION = Text(
    "Waar zij wonen (keer het aandeel in de stad)",
    "Where they live (times the share in the city)",
)
QUOTIENT_ALT = Text(
    "Kaart van {place}: in {more} {areas} komt het cluster duidelijk vaker voor dan "
    "in de hele stad, ten minste 1,25 keer; in {less} duidelijk minder, hooguit 0,8 "
    "keer. {told}",
    "Map of {place}: in {more} {areas} the cluster is clearly more common than in the "
    "whole city, at least 1.25 times; in {less} clearly less, at most 0.8 times. "
    "{told}",
)
# From this and to this many times the city's share: our choice, the same for all.
QUOTIENT_EDGES = (0.5, 0.8, 1.25, 2.0)
QUOTIENTS = Text(
    "tot 0,5|0,5 tot 0,8|weinig verschil|1,25 tot 2|2 en meer",
    "below 0.5|0.5 to 0.8|little difference|1.25 to 2|2 and more",
)
TOO_FEW_SHORT = Text("te weinig", "too few")
TIMES = Text("{times} keer het aandeel in de stad", "{times} times the city's share")
NOT_CLEAR = Text(
    "geen duidelijk verschil met de stad", "no clear difference from the city"
)
IN_WORDS = Text(
    "Springt eruit in {listed}; in heel {place} is het {all}.",
    "Stands out in {listed}; in all of {place} it is {all}.",
)
IN_WORDS_ONE = Text(
    "{mark}\u00a0{area} ({persons} personen, {share})",
    "{mark}\u00a0{area} ({persons} persons, {share})",
)
WHERE_ASKED = Text("Waar wonen zij?", "Where do they live?")
MOST_IN = Text(
    "cluster {cluster} in {area} ({persons} personen)",
    "cluster {cluster} in {area} ({persons} persons)",
)
MOST_IN_EACH = Text(
    "cluster {cluster} in {area} (elk {persons} personen)",
    "cluster {cluster} in {area} ({persons} persons each)",
)
MOST_OF_ALL = Text(
    "Hier wonen er van elk cluster het meest: {listed}.",
    "Here each cluster has its largest number: {listed}.",
)
OFTEN_IN = Text(
    "cluster {cluster} in {area} ({persons} personen, {share} tegen {all})",
    "cluster {cluster} in {area} ({persons} persons, {share} against {all})",
)
IN_SHORT = Text(
    "Duidelijk vaker dan in heel {place} wonen er: {listed}; het eerste aandeel is dat "
    "van de onderzochte inwoners daar.",
    "Clearly more common than in all of {place}: {listed}; the first share is that of "
    "the residents studied there.",
)
MAPS_FOLLOW = Text(
    "Op de pagina van elk cluster staat een kaart.",
    "The page of each cluster has a map.",
)
NOWHERE = Text(
    "Het cluster springt er in geen enkele {area} met ten minste {least} onderzochte "
    "personen duidelijk uit.",
    "The cluster clearly stands out in no {area} of at least {least} persons studied.",
)
CLEAR_HOW = Text(
    "Duidelijk: het verschil met de stad is meer dan toeval en afronding verklaren "
    "(interval van Wilson, 95\u00a0%).",
    "Clear: the difference from the city is more than chance and rounding explain "
    "(Wilson interval, 95%).",
)

ANNEX = Text("Bijlage: per {area}", "Annex: by {area}")
ANNEX_LEAD = Text(
    "Alle {all} {areas} met het grootste cluster en de personen van elk cluster. Het "
    "teken ‘{marker}’ is een getal dat niet wordt getoond; dat kan ook nul zijn. "
    "{rounding}",
    "All {all} {areas} with the largest cluster and the persons of each cluster. The "
    "sign ‘{marker}’ is a number that is not shown; it may also be zero. {rounding}",
)
ANNEX_TABLE = Text("Personen per {area} en cluster", "Persons by {area} and cluster")
LARGEST = Text("Grootste", "Largest")
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
