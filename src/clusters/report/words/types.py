"""The words of the chapter on types of internationals, and the rules for them."""

from __future__ import annotations

from clusters.schema import Text

RULE = Text("Regel", "Rule")
TITLE = Text("Typen internationals", "Types of internationals")
LEAD = Text(
    "Op de peildatum tellen de bestanden van {place} {persons} internationals. Elk "
    "heeft hooguit één type; de eerste regel die opgaat, beslist.",
    "On the reference date the files of {place} hold {persons} internationals. Each "
    "has at most one type; the first rule that holds decides.",
)
LEAD_PERHAPS = Text(
    "Op de peildatum tellen de bestanden van {place} {persons} mensen die "
    "international zijn of dat misschien zijn. Elk heeft hooguit één type; de eerste "
    "regel die opgaat, beslist.",
    "On the reference date the files of {place} hold {persons} people who are "
    "internationals or may be. Each has at most one type; the first rule that holds "
    "decides.",
)
LEAD_HIDDEN = Text(
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
CAPTION = Text("Internationals per type", "Internationals by type")
ALT = Text(
    "Staafdiagram van internationals per type. {bars}.",
    "Bar chart of internationals by type. {bars}.",
)
TABLE = Text(
    "De typen en hun regel, in volgorde van voorrang",
    "The types and their rule, in order of precedence",
)
REASONS_TABLE = Text(
    "Waarom een type niet te bepalen is, of iemand geen van de typen heeft",
    "Why a type cannot be determined, or somebody has none of the types",
)
YEARS = Text("Typen door de jaren", "Types through the years")
YEARS_CAPTION = Text(
    "Internationals per type op de peildatum van elk jaar",
    "Internationals by type on the reference date of each year",
)
COMPARED = Text(
    "Per type en jaar: gepubliceerd, gevonden en het verschil",
    "By type and year: published, found and the difference",
)
WINDOW = Text(
    "Voor elk jaar geldt dezelfde regel. Ook de grens aan de verblijfsduur is in elk "
    "jaar dezelfde als in het onderzoek. De getallen van {year} komen uit de levering "
    "van het onderzoek, die van de andere jaren uit een bestand per jaar.",
    "The same rule holds for every year. The limit to the length of stay, too, is the "
    "same in each year as in the study. The numbers of {year} come from the extract of "
    "the study, those of the other years from a file for each year.",
)
WITH_INCOME = Text(
    "{adult}-{until} jaar, met studie als voornaamste bezigheid én met eigen inkomen, "
    "om welke reden iemand ook kwam. Studenten zonder inkomen vallen onder ‘overige’.",
    "Aged {adult}-{until} with studies as main activity and an income of their own, "
    "whatever the person came for. Students without income are among ‘other’.",
)
FROM_LIMIT = Text(
    "{adult}-{until} jaar, werknemer met een bruto jaarinkomen van {regular} of meer; "
    "wie jonger is dan 30, {under_30} of meer.",
    "Aged {adult}-{until}, employee with a gross yearly income of {regular} or more; "
    "for those under 30, {under_30} or more.",
)
BELOW_LIMIT = Text(
    "{adult}-{until} jaar, werknemer met een bruto jaarinkomen onder {regular}; wie "
    "jonger is dan 30, onder {under_30}.",
    "Aged {adult}-{until}, employee with a gross yearly income below {regular}; for "
    "those under 30, below {under_30}.",
)
LARGEST_REASON = Text(
    "{rule} De grootste groep ({persons}): {reason}.",
    "{rule} The largest group ({persons}): {reason}.",
)
LIMIT = Text(
    "Loongrens: {limit_from}, voor inkomens over {year}.",
    "Wage limit: {limit_from}, for incomes of {year}.",
)
