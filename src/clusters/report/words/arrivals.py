"""The words of the chapter on who came when."""

from __future__ import annotations

from clusters.schema import UNKNOWN, Text

LINE_ENDS = Text(
    "Waar een lijn ophoudt, wordt het getal niet getoond.",
    "Where a line ends, the number is not shown.",
)
TITLE = Text(
    "Wie er wonen, naar jaar van vestiging", "Who live there, by year of arrival"
)
LEAD = Text(
    "In welk jaar, sinds {year}, kwamen de internationals die er op de peildatum nog "
    "wonen? Dit is niet de instroom: wie weer vertrok, is er niet bij, en hoe langer "
    "geleden, hoe meer er ontbreken.",
    "In which year, since {year}, did the internationals come who still live there on "
    "the reference date? This is not the inflow: who left again is not among them, and "
    "the longer ago, the more are missing.",
)
BY_TYPE = Text(
    "Internationals die er op de peildatum wonen, per jaar van vestiging en type",
    "Internationals who live there on the reference date, by year of arrival and type",
)
BY_ORIGIN = Text(
    "Internationals die er op de peildatum wonen, per jaar van vestiging en herkomst "
    "(negen groepen)",
    "Internationals who live there on the reference date, by year of arrival and "
    "origin (nine groups)",
)
ALT = Text(
    "Lijngrafieken over de jaren van vestiging {first} tot en met {last}, van nul. "
    "{panels}.",
    "Line graphs over the years of arrival {first} to {last}, from zero. {panels}.",
)
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
