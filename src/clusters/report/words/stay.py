"""The words of the chapter on staying, leaving and moving."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Blijven en vertrekken", "Staying and leaving")
LEAD = Text(
    "Welk deel van de internationals die naar de stad kwamen, woont er na een aantal "
    "jaren nog? De band geeft de onzekerheid: 95 %.",
    "Which part of the internationals who came to the city still lives there after a "
    "number of years? The band shows the uncertainty: 95%.",
)
HOW = Text(
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
OF_TYPES = Text(
    "Van een type kwam niet iedereen in hetzelfde jaar. Voor elk jaar telt daarom wie "
    "dat hele jaar te volgen was (Kaplan en Meier), zolang dat een tiende van het type "
    "is.",
    "Not everybody of a type came in the same year. So for each year those count who "
    "could be followed for all of it (Kaplan and Meier), as long as that is a tenth of "
    "the type.",
)
BY_COHORT = Text(
    "Aandeel dat nog in de stad woont, per jaar van vestiging (in %)",
    "Share still living in the city, by year of arrival (in %)",
)
BY_TYPE = Text(
    "Aandeel dat nog in de stad woont, per type bij aankomst (in %)",
    "Share still living in the city, by type at arrival (in %)",
)
BY_CLUSTER = Text(
    "Aandeel dat er na de peildatum nog woont, per cluster (in %)",
    "Share still living there after the reference date, by cluster (in %)",
)
ALT = Text(
    "Lijngrafieken van het aandeel dat blijft, van 0 tot 100 %, met een band. "
    "{panels}.",
    "Line graphs of the share that stays, from 0 to 100%, with a band. {panels}.",
)
PANEL_ALT = Text(
    "{name}: na {years} jaar {share} (band {low} tot {high})",
    "{name}: after {years} years {share} (band {low} to {high})",
)
TABLE = Text(
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
