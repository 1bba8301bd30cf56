"""The words of the chapter on origins."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Herkomst van de inwoners", "Origin of the residents")
LEAD = Text(
    "Iedereen heeft een herkomst: het eigen geboorteland als dat in het buitenland "
    "ligt, anders dat van de moeder, anders dat van de vader.",
    "Everybody has an origin: one's own country of birth if that is abroad, else the "
    "mother's, else the father's.",
)
CAPTION = Text(
    "Inwoners per herkomst (18 groepen van de WRR)",
    "Residents by origin (18 groups of the WRR)",
)
ALT = Text(
    "Staafdiagram van inwoners per herkomst. {bars}.",
    "Bar chart of residents by origin. {bars}.",
)
NOT_DRAWN = Text(
    "Nederland ({share}) staat niet in de figuur; de andere groepen waren anders niet "
    "te zien.",
    "The Netherlands ({share}) is left out of the figure, or the other groups would "
    "not be seen.",
)
YEARS = Text("Herkomst door de jaren", "Origins through the years")
YEARS_CAPTION = Text(
    "Inwoners per herkomst op de peildatum van elk jaar",
    "Residents by origin on the reference date of each year",
)
COMPARED = Text(
    "Gevonden min gepubliceerd, per herkomst en jaar",
    "Found less published, by origin and year",
)
COMPARED_NOTE = Text(
    "Lees +10 als 10 meer gevonden dan gepubliceerd.",
    "Read +10 as 10 more found than published.",
)
LARGEST = Text(
    "Het grootste verschil is {number} bij {name} in {year}.",
    "The largest difference is {number}, for {name} in {year}.",
)
DIVERSITY = Text("Diversiteit en type gemeente", "Diversity and type of municipality")
DIVERSITY_TEXT = Text(
    "De diversiteit is {index}: zo groot is de kans dat twee inwoners die men treft "
    "een verschillende herkomst hebben.",
    "The diversity is {index}: the chance that two residents one meets differ in "
    "origin.",
)
DIVERSITY_TABLE = Text("Diversiteit per jaar", "Diversity by year")
MUNICIPALITY = Text(
    "Van de negen typen van de WRR past ‘{type}’: {rule} Het dichtst bij ligt "
    "‘{next}’, op {points} punten. De grenzen zijn van ons, want de WRR noemde er "
    "één; bij een kleine afstand is het type een kwestie van oordeel.",
    "Of the nine types of the WRR ‘{type}’ fits: {rule} Nearest is ‘{next}’, at "
    "{points} points. The limits are ours, because the WRR printed one; where the "
    "distance is small the type is a matter of judgement.",
)
