"""The words of the chapters on other perspectives: types, origins, inflow and stay."""

from __future__ import annotations

from clusters.schema import UNKNOWN, Text

FOUND = Text("gevonden", "found")
PUBLISHED = Text("gepubliceerd", "published")
FOUND_COLUMN = Text("Gevonden", "Found")
PUBLISHED_COLUMN = Text("Gepubliceerd", "Published")
DIFFERENCE_COLUMN = Text("Verschil", "Difference")
MORE = Text("{number} meer", "{number} more")
LESS = Text("{number} minder", "{number} fewer")
EQUAL = Text("gelijk", "equal")
NOT_TOLD = Text("niet te zeggen", "cannot be told")
YEAR = Text("Jaar", "Year")
TYPE = Text("Type", "Type")
RULE = Text("Regel", "Rule")
ORIGIN = Text("Herkomst", "Origin")
SOURCE = Text("Gepubliceerd: {source}.", "Published: {source}.")
MISSING = Text("Wat ontbreekt", "What is missing")
CANNOT_BE_TOLD = Text("Wat niet te zeggen is", "What cannot be told")
LINE_ENDS = Text(
    "Waar een lijn ophoudt, wordt het getal niet getoond.",
    "Where a line ends, the number is not shown.",
)
UNKNOWN_WORD = Text("onbekend", "unknown")
OR = Text("{years} jaar", "{years} years")

TYPES_TITLE = Text("Typen internationals", "Types of internationals")
TYPES_LEAD = Text(
    "Op de peildatum tellen de bestanden van {place} {persons} internationals. Elk "
    "heeft hooguit één type; de eerste regel die opgaat, beslist.",
    "On the reference date the files of {place} hold {persons} internationals. Each "
    "has at most one type; the first rule that holds decides.",
)
TYPES_LEAD_PERHAPS = Text(
    "Op de peildatum tellen de bestanden van {place} {persons} mensen die "
    "international zijn of dat misschien zijn. Elk heeft hooguit één type; de eerste "
    "regel die opgaat, beslist.",
    "On the reference date the files of {place} hold {persons} people who are "
    "internationals or may be. Each has at most one type; the first rule that holds "
    "decides.",
)
TYPES_HIDDEN = Text(
    "Elke international heeft hooguit één type; de eerste regel die opgaat, beslist.",
    "Every international has at most one type; the first rule that holds decides.",
)
NOBODY_HAS_TYPE = Text(
    "Van niemand is te bepalen welk type international iemand is.",
    "Of nobody the type of international can be determined.",
)
PERHAPS_NONE = Text(
    "Onder hen zijn {persons} mensen van wie niet bekend is of zij international zijn; "
    "zij staan bij ‘niet te bepalen’.",
    "Among them are {persons} people of whom it is not known whether they are "
    "internationals; they are under ‘cannot be determined’.",
)
PERHAPS_NONE_HIDDEN = Text(
    "Onder hen kunnen mensen zijn van wie niet bekend is of zij international zijn; "
    "hoeveel wordt niet getoond. Zij staan bij ‘niet te bepalen’.",
    "Among them there may be people of whom it is not known whether they are "
    "internationals; how many is not shown. They are under ‘cannot be determined’.",
)
TYPES_CAPTION = Text("Internationals per type", "Internationals by type")
TYPES_ALT = Text(
    "Staafdiagram van internationals per type. {bars}.",
    "Bar chart of internationals by type. {bars}.",
)
TYPES_TABLE = Text(
    "De typen en hun regel, in volgorde van voorrang",
    "The types and their rule, in order of precedence",
)
REASONS_TABLE = Text(
    "Waarom een type niet te bepalen is, of iemand geen van de typen heeft",
    "Why a type cannot be determined, or somebody has none of the types",
)
REASON = Text("Reden", "Reason")
TYPES_YEARS = Text("Typen door de jaren", "Types through the years")
TYPES_YEARS_CAPTION = Text(
    "Internationals per type op de peildatum van elk jaar",
    "Internationals by type on the reference date of each year",
)
YEARS_ALT = Text(
    "Lijngrafieken over {first} tot en met {last}, van nul. {panels}.",
    "Line graphs over {first} to {last}, from zero. {panels}.",
)
PANEL_ALT = Text("{name}: van {first} naar {last}", "{name}: from {first} to {last}")
TYPES_COMPARED = Text(
    "Per type en jaar: gepubliceerd, gevonden en het verschil",
    "By type and year: published, found and the difference",
)
TYPES_WINDOW = Text(
    "Voor elk jaar geldt dezelfde regel. Ook de grens aan de verblijfsduur is in elk "
    "jaar dezelfde als in het onderzoek. De getallen van {year} komen uit de levering "
    "van het onderzoek, die van de andere jaren uit een bestand per jaar.",
    "The same rule holds for every year. The limit to the length of stay, too, is the "
    "same in each year as in the study. The numbers of {year} come from the extract of "
    "the study, those of the other years from a file for each year.",
)

ORIGINS_TITLE = Text("Herkomst van de inwoners", "Origin of the residents")
ORIGINS_LEAD = Text(
    "Iedereen heeft een herkomst: het eigen geboorteland als dat in het buitenland "
    "ligt, anders dat van de moeder, anders dat van de vader.",
    "Everybody has an origin: one's own country of birth if that is abroad, else the "
    "mother's, else the father's.",
)
ORIGINS_CAPTION = Text(
    "Inwoners per herkomst (18 groepen van de WRR)",
    "Residents by origin (18 groups of the WRR)",
)
ORIGINS_ALT = Text(
    "Staafdiagram van inwoners per herkomst. {bars}.",
    "Bar chart of residents by origin. {bars}.",
)
ORIGINS_NOT_DRAWN = Text(
    "Nederland ({share}) staat niet in de figuur; de andere groepen waren anders niet "
    "te zien.",
    "The Netherlands ({share}) is left out of the figure, or the other groups would "
    "not be seen.",
)
ORIGINS_YEARS = Text("Herkomst door de jaren", "Origins through the years")
ORIGINS_YEARS_CAPTION = Text(
    "Inwoners per herkomst op de peildatum van elk jaar",
    "Residents by origin on the reference date of each year",
)
ORIGINS_COMPARED = Text(
    "Gevonden min gepubliceerd, per herkomst en jaar",
    "Found less published, by origin and year",
)
ORIGINS_COMPARED_NOTE = Text(
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

ARRIVED_TITLE = Text(
    "Wie er wonen, naar jaar van vestiging", "Who live there, by year of arrival"
)
ARRIVED_LEAD = Text(
    "In welk jaar, sinds {year}, kwamen de internationals die er op de peildatum nog "
    "wonen? Dit is niet de instroom: wie weer vertrok, is er niet bij, en hoe langer "
    "geleden, hoe meer er ontbreken.",
    "In which year, since {year}, did the internationals come who still live there on "
    "the reference date? This is not the inflow: who left again is not among them, and "
    "the longer ago, the more are missing.",
)
ARRIVED_TYPE = Text(
    "Internationals die er op de peildatum wonen, per jaar van vestiging en type",
    "Internationals who live there on the reference date, by year of arrival and type",
)
ARRIVED_ORIGIN = Text(
    "Internationals die er op de peildatum wonen, per jaar van vestiging en herkomst "
    "(negen groepen)",
    "Internationals who live there on the reference date, by year of arrival and "
    "origin (nine groups)",
)
ARRIVED_ALT = Text(
    "Lijngrafieken over de jaren van vestiging {first} tot en met {last}, van nul. "
    "{panels}.",
    "Line graphs over the years of arrival {first} to {last}, from zero. {panels}.",
)
EARLIER = Text("daarvoor", "before that")
BORN_HERE = Text("hier geboren", "born here")
WITHOUT_YEAR_LEAD = Text(
    "Niet in deze jaren, en apart geteld:", "Not in these years, and counted apart:"
)
WITHOUT_YEAR = {
    "earlier": Text(
        "{persons} internationals kwamen vóór {year}.",
        "{persons} internationals came before {year}.",
    ),
    "born_here": Text(
        "{persons} internationals zijn hier geboren.",
        "{persons} internationals were born here.",
    ),
    UNKNOWN: Text(
        "Van {persons} internationals is het jaar van vestiging niet bekend.",
        "Of {persons} internationals the year of arrival is not known.",
    ),
}
WITHOUT_YEAR_HIDDEN = {
    "earlier": Text(
        "Hoeveel internationals vóór {year} kwamen, wordt niet getoond.",
        "How many internationals came before {year} is not shown.",
    ),
    "born_here": Text(
        "Hoeveel internationals hier zijn geboren, wordt niet getoond.",
        "How many internationals were born here is not shown.",
    ),
    UNKNOWN: Text(
        "Van hoeveel internationals het jaar van vestiging niet bekend is, wordt niet "
        "getoond.",
        "Of how many internationals the year of arrival is not known is not shown.",
    ),
}
CAME_TITLE = Text("Wie er kwamen", "Who came")
CAME_CAPTION = Text(
    "Internationals die per jaar kwamen, en wie uit dat jaar er nog wonen",
    "Internationals who came each year, and those of that year who still live there",
)
CAME_THEN = Text("Kwamen in dat jaar", "Came in that year")
STILL_HERE = Text("Wonen er op de peildatum", "Live there on the reference date")
CAME_NOTE = Text(
    "Wie kwamen, is geteld op de eerste peildatum na vestiging. Wie daarvoor weer "
    "vertrok, is niet gezien. Onder wie er wonen, zijn ook mensen die na hun komst "
    "naar het land eerst in een andere gemeente woonden.",
    "Who came is counted on the first reference date after arrival. Who left again "
    "before it was not seen. Among those who live there are also people who first "
    "lived in another municipality after coming to the country.",
)

STAY_TITLE = Text("Blijven en vertrekken", "Staying and leaving")
STAY_LEAD = Text(
    "Welk deel van de internationals die naar de stad kwamen, woont er na een aantal "
    "jaren nog? De band geeft de onzekerheid: 95 %.",
    "Which part of the internationals who came to the city still lives there after a "
    "number of years? The band shows the uncertainty: 95%.",
)
STAY_HOW = Text(
    "Geteld zijn wie op de eerste peildatum na vestiging in de stad woonden; vanaf die "
    "dag tellen de jaren. Wie daarvoor weer ging, is nooit gezien; wie overleed, telt "
    "als vertrokken. De lijnen volgen uit de vrijgegeven aantallen. Een lijn loopt tot "
    "het laatste hele jaar waarin de groep te volgen was, en houdt op waar een aantal "
    "verborgen is.",
    "Counted are those who lived in the city on the first reference date after "
    "arrival; the years count from that day. Who went before it was never seen; who "
    "died counts as having left. The lines follow from the released numbers. A line "
    "runs to the last whole year in which the group could be followed, and stops where "
    "a number is hidden.",
)
STAY_TYPES = Text(
    "Van een type kwam niet iedereen in hetzelfde jaar. Voor elk jaar telt daarom wie "
    "dat hele jaar te volgen was (Kaplan en Meier), zolang dat een tiende van het type "
    "is.",
    "Not everybody of a type came in the same year. So for each year those count who "
    "could be followed for all of it (Kaplan and Meier), as long as that is a tenth of "
    "the type.",
)
STAY_COHORT = Text(
    "Aandeel dat nog in de stad woont, per jaar van vestiging (in %)",
    "Share still living in the city, by year of arrival (in %)",
)
STAY_TYPE = Text(
    "Aandeel dat nog in de stad woont, per type bij aankomst (in %)",
    "Share still living in the city, by type at arrival (in %)",
)
STAY_CLUSTER = Text(
    "Aandeel dat er na de peildatum nog woont, per cluster (in %)",
    "Share still living there after the reference date, by cluster (in %)",
)
STAY_ALT = Text(
    "Lijngrafieken van het aandeel dat blijft, van 0 tot 100 %, met een band. "
    "{panels}.",
    "Line graphs of the share that stays, from 0 to 100%, with a band. {panels}.",
)
STAY_PANEL = Text(
    "{name}: na {years} jaar {share} (band {low} tot {high})",
    "{name}: after {years} years {share} (band {low} to {high})",
)
STAY_TABLE = Text(
    "{caption}: de getallen, tussen haakjes de band",
    "{caption}: the numbers, the band in brackets",
)
GROUP = Text("Groep", "Group")
CAME = Text("Personen", "Persons")
AFTER = Text("na {years} jaar", "after {years} yr")
ARRIVED_IN = Text("Gevestigd in {year}", "Arrived in {year}")
MOVES = Text("Verhuizingen over de gemeentegrens", "Moves over the city border")
MOVES_TABLE = Text(
    "Verhuizingen van {first} tot en met {last}, per herkomst",
    "Moves from {first} to {last}, by origin",
)
MOVES_NOTE = Text(
    "Hier gaat het om alle inwoners, niet alleen om internationals. Gevonden: wie het "
    "ene jaar in de bestanden staat en het andere niet. Over welke jaren het "
    "gepubliceerde gaat, is niet gezegd.",
    "This is about all residents, not about internationals alone. Found: who is in the "
    "files of one year and not of the next. Which years the published moves span was "
    "not said.",
)
MOVED = {
    "in": Text("De stad in", "Into the city"),
    "out": Text("De stad uit", "Out of the city"),
}

CLUSTERS_TITLE = Text(
    "De clusters naast de gepubliceerde", "The clusters beside the published ones"
)
CLUSTERS_LEAD = Text(
    "Beide reeksen staan van groot naar klein. Dat twee clusters op één regel staan, "
    "zegt niet dat het dezelfde mensen zijn.",
    "Both series run from large to small. That two clusters stand on one line does not "
    "say that they are the same people.",
)
CLUSTERS_TABLE = Text(
    "Aandeel van de clusters: gepubliceerd, gevonden en het verschil",
    "Share of the clusters: published, found and the difference",
)
CLUSTER_PUBLISHED = Text("Gepubliceerd cluster", "Published cluster")
CLUSTER_FOUND = Text("Gevonden cluster", "Cluster found")
POINTS_MORE = Text("{points} groter", "{points} larger")
POINTS_LESS = Text("{points} kleiner", "{points} smaller")
ONE_POINT = Text("1 punt", "1 point")
POINTS = Text("{number} punten", "{number} points")

SHEETS = {
    "types": (TYPES_CAPTION, Text("Typen", "Types")),
    "type_reasons": (REASONS_TABLE, Text("Type onbepaald", "Type undetermined")),
    "types_by_year": (TYPES_YEARS_CAPTION, Text("Typen per jaar", "Types by year")),
    "origins": (
        Text("Inwoners per herkomst", "Residents by origin"),
        Text("Herkomst", "Origins"),
    ),
    "origins_by_year": (
        ORIGINS_YEARS_CAPTION,
        Text("Herkomst per jaar", "Origins by year"),
    ),
    "arrivals_by_type": (ARRIVED_TYPE, Text("Vestiging en type", "Arrival by type")),
    "arrivals_by_origin": (
        ARRIVED_ORIGIN,
        Text("Vestiging en herkomst", "Arrival by origin"),
    ),
    "moves": (MOVES, Text("Verhuizingen", "Moves")),
    "stays_by_cohort": (
        Text(
            "Per jaar van vestiging: wie vertrok en wie er nog woont, naar "
            "verblijfsduur",
            "By year of arrival: who left and who is here, by length of stay",
        ),
        Text("Verblijf per jaar", "Stay by cohort"),
    ),
    "stays_by_cluster": (
        STAY_CLUSTER,
        Text("Verblijf per cluster", "Stay by cluster"),
    ),
    "stays_by_type": (
        Text(
            "Per type: wie vertrok en wie er nog woont, naar verblijfsduur",
            "By type: who left and who is here, by length of stay",
        ),
        Text("Verblijf per type", "Stay by type"),
    ),
}
HEADERS = {
    "type": TYPE,
    "reason": REASON,
    "year": YEAR,
    "origin": ORIGIN,
    "origin9": ORIGIN,
    "direction": Text("Richting", "Direction"),
    "cluster": Text("Cluster", "Cluster"),
    "cohort": Text("Jaar van vestiging", "Year of arrival"),
    "stay": Text("Jaren verblijf", "Years of stay"),
    "outcome": Text("Afloop", "Outcome"),
}
OUTCOMES = {
    "left": Text("vertrokken", "left"),
    "here": Text("woont er nog", "still here"),
}
ALL = Text("alle", "all")
