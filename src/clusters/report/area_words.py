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
    "In {shown} van de {all} {areas} is te zeggen welk cluster daar het grootst is. "
    "Het vaakst is dat cluster {cluster}: {often} keer.",
    "In {shown} of the {all} {areas} it can be told which cluster is the largest "
    "there. Most often that is cluster {cluster}: {often} times.",
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
    "{tied} keer zijn er twee even groot.",
    "{tied} times there are two of the same size.",
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
    "in {number} {areas} zijn twee clusters even groot",
    "in {number} {areas} two clusters are equally large",
)
TIED = Text("twee even groot", "two equally large")
TOO_FEW = Text("te weinig waarnemingen", "too few observations")
DOMINANT_NOTE = Text(
    "Te weinig waarnemingen: minder dan {least} onderzochte personen, of het is niet "
    "te zeggen. Het grootste cluster hoeft geen meerderheid te zijn. Aantallen zijn "
    "afgerond, dus twee clusters kunnen even groot zijn. Grenzen: {source}.",
    "Too few observations: fewer than {least} persons studied, or it cannot be told. "
    "The largest cluster need not be a majority. Numbers are rounded, so two clusters "
    "can be equally large. Outlines: {source}.",
)

APART = Text("Hoe gespreid de clusters wonen", "How the clusters are spread")
APART_LEAD = Text(
    "Ongelijke spreiding (dissimilarity) is het deel van een cluster dat zou moeten "
    "verhuizen om net zo over de {areas} verdeeld te zijn als de andere clusters "
    "samen: 0 is gelijk verdeeld, 1 is geheel apart. Onder elkaar (isolation) is het "
    "aandeel van het eigen cluster in de {area} van een gemiddeld lid; dat is op zijn "
    "minst het aandeel in de stad.",
    "Uneven spread (dissimilarity) is the part of a cluster that would have to move to "
    "be spread over the {areas} as the other clusters together: 0 is spread alike, 1 "
    "is wholly apart. Among themselves (isolation) is the share of the own cluster in "
    "the {area} of an average member; at the least that is its share in the city.",
)
APART_TABLE = Text(
    "Spreiding van de clusters over de {areas}",
    "Spread of the clusters over the {areas}",
)
APART_NOTE = Text(
    "Berekend uit de afgeronde aantallen; wat verborgen is, is naar verhouding "
    "ingevuld. In kleine {areas} is ongelijke spreiding ook bij toeval hoger dan 0. "
    "Verschillen van enkele honderdsten zeggen niets.",
    "Worked out from the rounded numbers; what is hidden is filled in by proportion. "
    "In small {areas} uneven spread is above 0 by chance, too. Differences of a few "
    "hundredths say nothing.",
)
UNEVEN = Text("Ongelijke spreiding", "Uneven spread")
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
    "hoeveel procentpunten het gebied daarboven (+) of daaronder (−) zit.",
    "First row: share of each cluster in all persons studied (%). Under it how many "
    "percentage points the district is above (+) or below (−) that.",
)
DISTRICT = Text("Stadsdeel of wijk", "District")

PUBLISHED = Text("Naast de gepubliceerde kaart", "Beside the published map")
PUBLISHED_LEAD = Text(
    "De gemeente Eindhoven publiceerde in 2020 het grootste cluster per buurt. In "
    "{both} buurten zeggen beide kaarten iets. In {same} daarvan is het hetzelfde "
    "cluster, in {either} is het gepubliceerde cluster een van de twee die hier even "
    "groot zijn, in {other} is het een ander.",
    "The city of Eindhoven published the largest cluster by neighbourhood in 2020. In "
    "{both} neighbourhoods both maps say something. In {same} of those it is the same "
    "cluster, in {either} the published cluster is one of two equally large "
    "here, in {other} it is another.",
)
NO_AREA = Text("geen enkele", "none")
PUBLISHED_HOW = Text(
    "Welk gevonden cluster bij welk gepubliceerd cluster hoort, volgt uit grootte en "
    "woonvorm, niet uit de kaart. De stad van deze demo is verzonnen en volgt de "
    "gepubliceerde aantallen.",
    "Which found cluster belongs to which published one follows from size and tenure, "
    "not from the map. The city of this demo is made up and follows the published "
    "numbers.",
)
PUBLISHED_TABLE = Text("Waar de kaarten verschillen", "Where the maps differ")
OURS = Text("Hier", "Here")
THEIRS = Text("Gepubliceerd", "Published")

QUOTIENT_CAPTION = Text(
    "Waar zij wonen (keer het aandeel in de stad)",
    "Where they live (times the share in the city)",
)
QUOTIENT_ALT = Text(
    "Kaart van {place}: in {more} {areas} komt het cluster 1,25 keer zo vaak voor als "
    "gemiddeld of vaker, in {less} minder dan 0,8 keer. {told}",
    "Map of {place}: in {more} {areas} the cluster is 1.25 times as common as on "
    "average or more, in {less} less than 0.8 times. {told}",
)
# From this and to this many times the city's share: our choice, the same for all.
QUOTIENT_EDGES = (0.5, 0.8, 1.25, 2.0)
QUOTIENTS = Text(
    "tot 0,5|0,5 tot 0,8|0,8 tot 1,25|1,25 tot 2|2 en meer",
    "below 0.5|0.5 to 0.8|0.8 to 1.25|1.25 to 2|2 and more",
)
TOO_FEW_SHORT = Text("te weinig", "too few")
TIMES = Text("{times} keer", "{times} times")
IN_WORDS = Text(
    "Springt eruit in {listed}; in heel {place} is het {all}.",
    "Stands out in {listed}; in all of {place} it is {all}.",
)
IN_WORDS_ONE = Text("{mark}\u00a0{area} ({share})", "{mark}\u00a0{area} ({share})")
WHERE_ASKED = Text("Waar wonen zij?", "Where do they live?")
MOST_IN = Text(
    "van cluster {cluster} in {area} ({share} tegen {all})",
    "of cluster {cluster} in {area} ({share} against {all})",
)
IN_SHORT = Text(
    "Naar verhouding wonen er veel mensen {listed}; het tweede getal is het aandeel in "
    "heel {place}. Op de pagina van elk cluster staat een kaart.",
    "Found relatively often are people {listed}; the second number is the share in all "
    "of {place}. The page of each cluster has a map.",
)
NOWHERE = Text(
    "Het cluster springt er in geen enkele {area} duidelijk uit.",
    "The cluster clearly stands out in no {area}.",
)

ANNEX = Text("Bijlage: per {area}", "Annex: by {area}")
ANNEX_LEAD = Text(
    "Alle {areas} met het grootste cluster en het aandeel van elk cluster (in %). Het "
    "teken ‘{marker}’ is een getal dat niet wordt getoond. Van {areas} met minder dan "
    "{base} personen worden geen aandelen gegeven.",
    "All {areas} with the largest cluster and the share of each cluster (in %). The "
    "sign ‘{marker}’ is a number that is not shown. Of {areas} with fewer than {base} "
    "persons no shares are given.",
)
ANNEX_TABLE = Text("Clusters per {area}", "Clusters by {area}")
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
    "Personen per gebied en cluster, en hun aandeel in het gebied.",
    "Persons by area and cluster, and their share of the area.",
)
