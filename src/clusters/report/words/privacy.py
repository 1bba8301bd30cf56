"""The rules that the tables meet, and what counts are rounded to."""

from __future__ import annotations

from clusters.schema import Text

PARTS = Text(
    "Daardoor tellen delen niet altijd precies op tot het geheel.",
    "Parts therefore do not always add up exactly to the whole.",
)
RULES = (
    Text(
        "Aantallen onder {least} worden niet getoond, ook nul niet. Soms is ook een "
        "groter aantal verborgen, omdat een ander getal er anders uit volgt of omdat "
        "bijna iedereen hetzelfde antwoord heeft. Er staat dan ‘{marker}’, wat de "
        "reden ook is.",
        "Counts under {least} are not shown, nor is zero. Sometimes a larger count is "
        "hidden too, because another number would follow from it or because nearly "
        "everybody has the same answer. ‘{marker}’ then stands there, whatever the "
        "reason.",
    ),
    Text(
        "In de tabel met alle aandelen (profiles) is zo {hidden} van de cellen "
        "verborgen.",
        "In the table of all shares (profiles) {hidden} of the cells are hidden that "
        "way.",
    ),
    Text("{rounding} Totalen ook.", "{rounding} So are totals."),
    Text(
        "Aandelen zijn hele procenten en berekend uit de afgeronde aantallen, van wie "
        "een antwoord heeft. Van groepen onder {steps} personen zijn het veelvouden "
        "van 5; van groepen onder {group} personen wordt geen aandeel getoond. Is het "
        "aantal onbekende antwoorden verborgen, dan telt het mee in het geheel; het "
        "aandeel staat er alleen als dat hoogstens {off} punten scheelt.",
        "Shares are whole percentages worked out from the rounded counts, of those "
        "with an answer. Of groups under {steps} persons they are multiples of 5; of "
        "groups under {group} persons no share is shown. Where the number of unknown "
        "answers is hidden it counts in the whole; the share is shown only if that "
        "makes {off} points of difference at most.",
    ),
    Text(
        "Clusters onder {cluster} personen worden niet beschreven. Deze grenzen gelden "
        "voor het aantal vóór het afronden: er kan dus {cluster} staan bij een cluster "
        "dat er net onder zit.",
        "Clusters under {cluster} persons are not described. These limits hold for the "
        "number before rounding: so {cluster} may stand at a cluster that is just "
        "below.",
    ),
)
ROUNDED = Text(
    "Aantallen zijn afgerond op veelvouden van {base}.",
    "Counts are rounded to multiples of {base}.",
)
ROUNDED_BOTH = Text(
    "Aantallen zijn afgerond op veelvouden van {base}, en waar mensen eerder te "
    "herkennen zijn op veelvouden van {coarse}.",
    "Counts are rounded to multiples of {base}, and where people are easier to "
    "recognise to multiples of {coarse}.",
)
