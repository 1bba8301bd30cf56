"""What is said of where one cluster lives, and its small map."""

from __future__ import annotations

from clusters.schema import Text

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
# Between the edges of `findings.area_counts.QUOTIENT_EDGES`.
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
    "Het cluster springt er in geen van de {areas} met ten minste {least} onderzochte "
    "personen duidelijk uit.",
    "The cluster clearly stands out in none of the {areas} of at least {least} persons "
    "studied.",
)
CLEAR_HOW = Text(
    "Duidelijk: het verschil met de stad is meer dan toeval en afronding verklaren "
    "(interval van Wilson, 95\u00a0%).",
    "Clear: the difference from the city is more than chance and rounding explain "
    "(Wilson interval, 95%).",
)
