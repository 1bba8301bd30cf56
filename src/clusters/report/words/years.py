"""What is said of numbers through the years, and of years that do not compare."""

from __future__ import annotations

from clusters.schema import Text

YEAR = Text("Jaar", "Year")
ALT = Text(
    "Lijngrafieken over {first} tot en met {last}, van nul. {panels}.",
    "Line graphs over {first} to {last}, from zero. {panels}.",
)
PANEL_ALT = Text("{name}: van {first} naar {last}", "{name}: from {first} to {last}")
UNDETERMINED_YEAR = Text(
    "In {year} is van {share} het type niet te bepalen, in elk ander jaar van hooguit "
    "{elsewhere}. De typen van dat jaar staan daarom niet in de figuur.",
    "In {year} the type of {share} cannot be determined, in every other year of at "
    "most {elsewhere}. So the types of that year are not in the figure.",
)
UNDETERMINED_ONLY = Text(
    "In {year} is van {share} het type niet te bepalen, veel meer dan in elk ander "
    "jaar. De typen van dat jaar staan daarom niet in de figuur.",
    "In {year} the type of {share} cannot be determined, far more than in every other "
    "year. So the types of that year are not in the figure.",
)
LACKING_YEAR = Text(
    "In {year} is van {share} het type niet te bepalen, meer dan in elk ander jaar. De "
    "typen lijken daardoor in dat jaar kleiner dan zij zijn.",
    "In {year} the type of {share} cannot be determined, more than in every other "
    "year. So in that year the types seem smaller than they are.",
)
JUST_CAME = Text(
    "Wie kort voor de peildatum kwam, heeft vaak nog geen inkomen over een heel jaar.",
    "Those who came shortly before the reference date often have no income over a "
    "whole year yet.",
)
NO_LINE = Text(
    "Tussen {before} en {year} is geen lijn getrokken bij {names}: het aantal "
    "verandert er veel meer dan tussen andere jaren. Of dat echt zo is, is hieruit "
    "niet te zeggen.",
    "Between {before} and {year} no line is drawn for {names}: the number changes far "
    "more there than between other years. Whether that is real cannot be told from "
    "this.",
)
OTHER_SOURCE = Text(
    "De aantallen van {year} komen uit een andere levering dan die van de andere "
    "jaren; de sprong kan daardoor komen.",
    "The numbers of {year} come from another delivery than those of the other years, "
    "which may be the cause.",
)
PART_OF_YEAR = Text(
    "Het jaar {year} loopt tot de peildatum en is dus niet heel; er loopt geen lijn "
    "heen.",
    "The year {year} runs to the reference date and so is not whole; no line is drawn "
    "to it.",
)
EVERY_LINE = Text("alle groepen", "all groups")
