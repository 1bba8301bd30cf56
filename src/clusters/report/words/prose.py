"""The sentences of the report that are the same in every study. Dutch and English.

Short sentences, everyday words, the terms of Statistics Netherlands. A word in braces
is a released number or a rule of the data owner.
"""

from __future__ import annotations

from clusters.schema import Text

ANSWER = Text(
    "De {all}\u00a0onderzochte inwoners van {place} zijn ingedeeld in {number} "
    "clusters; het grootste, ‘{name}’, telt {persons}\u00a0personen",
    "The {all}\u00a0residents of {place} in this study were divided into {number} "
    "clusters; the largest, ‘{name}’, has {persons}\u00a0persons",
)
ANSWER_NONE = Text(
    "Onder de {all}\u00a0onderzochte inwoners van {place} zijn geen clusters gevonden",
    "Among the {all}\u00a0residents of {place} in this study no clusters were found",
)
ANSWER_ONE = Text(
    "De {all}\u00a0onderzochte inwoners van {place} vormen één cluster: ‘{name}’",
    "The {all}\u00a0residents of {place} in this study form one cluster: ‘{name}’",
)
LARGEST = Text(
    "Het grootste is cluster {cluster}, ‘{name}’: {size}.",
    "The largest is cluster {cluster}, ‘{name}’: {size}.",
)
SMALLEST = Text(
    "Het kleinste is cluster {cluster}, ‘{name}’: {size}.",
    "The smallest is cluster {cluster}, ‘{name}’: {size}.",
)
SIZE_HIDDEN = Text("het aantal is verborgen", "the number is hidden")
SIZE = Text("{persons}\u00a0personen ({share}).", "{persons}\u00a0persons ({share}).")
VERSUS = Text("{here}\u00a0tegen\u00a0{all}", "{here}\u00a0against\u00a0{all}")
VERSUS_UNKNOWN = Text(
    "{here}\u00a0tegen\u00a0{all}; onbekend {unknown}\u00a0tegen\u00a0{unknown_all}",
    "{here}\u00a0against\u00a0{all}; unknown {unknown}\u00a0against\u00a0{unknown_all}",
)
ALSO = Text(
    "Ook duidelijk vaker (aandelen in de bijlage): {told}.",
    "Also clearly more often (shares in the annex): {told}.",
)
ALSO_ONE = Text(
    "Ook duidelijk vaker (aandelen in de bijlage): {told}; en nog één antwoord.",
    "Also clearly more often (shares in the annex): {told}; and one answer more.",
)
ALSO_MORE = Text(
    "Ook duidelijk vaker (aandelen in de bijlage): {told}; en nog {rest} antwoorden.",
    "Also clearly more often (shares in the annex): {told}; and {rest} answers more.",
)
UNKNOWN_OF = Text(
    "{answer} (onbekend:\u00a0{unknown})", "{answer} (unknown:\u00a0{unknown})"
)
STANDS_OUT = Text("opvallend: {answer}", "notable: {answer}")
AS_OFTEN = Text(
    "{answer} (ongeveer even vaak: {others})", "{answer} (about as often: {others})"
)
TOO_SMALL = Text("Te klein om te beschrijven.", "Too small to describe.")
NOTHING_STANDS_OUT = Text(
    "Op geen enkel kenmerk wijkt dit cluster duidelijk af van alle onderzochte "
    "personen samen.",
    "On no feature does this cluster differ clearly from all persons studied.",
)
ONLY_LESS_OFTEN = Text(
    "Dit cluster valt op door wat er minder vaak voorkomt, niet door wat er vaker "
    "voorkomt.",
    "What stands out in this cluster is found less often here, not more often.",
)
USE_SHORT = Text(
    "Dit rapport gaat over groepen. Gebruik het niet voor besluiten over personen: "
    "een cluster zegt niets over wie één persoon is.",
    "This report is about groups. Do not use it for decisions about persons: a "
    "cluster does not tell who one person is.",
)

# What returns on every page, as (name, explanation).
READING = (
    (
        Text("Allen", "All"),
        Text(
            "Alle onderzochte personen samen, ook wie in geen cluster past.",
            "All persons studied together, those who fit no cluster included.",
        ),
    ),
    (
        Text("62\u00a0% tegen 21\u00a0%", "62% against 21%"),
        Text(
            "Voorbeeld: 62 van de 100 personen in het cluster van wie het antwoord "
            "bekend is, geven dit antwoord, tegen 21 van de 100 van allen.",
            "Example: of every 100 persons in the cluster whose answer is known 62 "
            "give this answer, against 21 of every 100 of all.",
        ),
    ),
    (
        Text("+41", "+41"),
        Text(
            "Procentpunten: 62 min 21. Een min betekent minder vaak dan bij allen.",
            "Percentage points: 62 less 21. A minus means less often than among all.",
        ),
    ),
    (
        Text("‘{marker}’", "‘{marker}’"),
        Text(
            "Een getal dat niet wordt getoond, zodat niemand kan worden herkend. Het "
            "kan ook nul zijn.",
            "A number that is not shown, so that nobody can be recognised. It may also "
            "be zero.",
        ),
    ),
)

PARTS = Text(
    "Daardoor tellen delen niet altijd precies op tot het geheel.",
    "Parts therefore do not always add up exactly to the whole.",
)
GLANCE_LEAD = Text(
    "De clusters staan op volgorde van grootte; cluster 1 is het grootste.",
    "The clusters are in order of size; cluster 1 is the largest.",
)
HIDDEN_NOTE = Text(
    "Het teken ‘{marker}’ is een getal dat niet wordt getoond.",
    "The sign ‘{marker}’ is a number that is not shown.",
)
SIZES_ALT = Text(
    "Staafdiagram van het aantal personen per cluster.",
    "Bar chart of the number of persons per cluster.",
)
COMPARE_LEAD = Text(
    "Lees per rij: hoeveel procent van elk cluster geeft dit antwoord? Het gaat om wie "
    "een antwoord heeft. De eerste kolom is het aandeel van alle onderzochte personen.",
    "Read along a row: what percentage of each cluster gives this answer? Only those "
    "with an answer count. The first column is the share of all persons studied.",
)
COMPARE_NOTE = Text(
    "Donker en vet: ten minste 5 procentpunt meer dan bij allen. Wit met rand: ten "
    "minste 5 procentpunt minder. Streepje: het aandeel van allen. Het teken "
    "‘{marker}’ is een getal dat niet wordt getoond.",
    "Dark and bold: at least 5 percentage points more than among all. White with an "
    "edge: at least 5 percentage points less. Tick: the share of all. The sign "
    "‘{marker}’ is a number that is not shown.",
)
COMPARE_UNKNOWN = Text(
    "Let op: van {features} is het antwoord in een of meer clusters van meer dan "
    "{most} onbekend. Wie wel een antwoord heeft, kan anders zijn dan de rest.",
    "Mind: of {features} the answer is unknown for more than {most} in one or more "
    "clusters. Those with an answer may differ from the rest.",
)
COMPARE_ALT = Text(
    "Kleine staven per antwoord en per cluster. Waar elk antwoord het meest en het "
    "minst voorkomt:",
    "Small bars by answer and by cluster. Where each answer is found most and least:",
)
COMPARE_ALT_ROW = Text(
    "{row}: meest in cluster {most} ({high}), minst in cluster {least} ({low}), van "
    "allen {all}.",
    "{row}: most in cluster {most} ({high}), least in cluster {least} ({low}), of all"
    " {all}.",
)

NO_PORTRAIT_WHY = Text(
    "Een cluster dat vóór het afronden minder dan {least} personen telt, wordt niet "
    "beschreven. Zo kan niemand erin worden herkend.",
    "A cluster of fewer than {least} persons before rounding is not described, so that "
    "nobody in it can be recognised.",
)
SHARE_AGAINST = Text("{here} tegen {all}", "{here} against {all}")
TRAITS_ALT = Text(
    "Stippendiagram: aandeel in cluster {number} tegen het aandeel van alle "
    "onderzochte personen. {traits}.",
    "Dot chart: share in cluster {number} against the share of all persons studied. "
    "{traits}.",
)
MAIN_ANSWERS_NOTE = Text(
    "Aandelen van wie een antwoord heeft. Verschil: procentpunten meer of minder dan "
    "allen. Alle antwoorden staan in de bijlage en in het werkboek.",
    "Shares of those with an answer. Difference: percentage points more or less than "
    "all. All answers are in the annex and in the workbook.",
)

ANNEX_LEAD = Text(
    "Per kenmerk het aandeel van elk antwoord in elk cluster, in hele procenten van "
    "wie een antwoord heeft. Daaronder staat van hoeveel procent van iedereen het "
    "antwoord onbekend is. Het teken ‘{marker}’ is een getal dat niet wordt getoond. "
    "Door afronding tellen kolommen niet altijd op tot 100.",
    "For each feature the share of each answer in each cluster, in whole percentages "
    "of those with an answer. Below them stands for what percentage of everybody the "
    "answer is unknown. The sign ‘{marker}’ is a number that is not shown. Because of "
    "rounding columns do not always add up to 100.",
)
LARGEST_ONLY = Text(
    "De {number} grootste; het werkboek heeft ze alle.",
    "The {number} largest; the workbook has them all.",
)
DESCRIBED_LEAD = Text(
    "Deze kenmerken zijn niet gebruikt om mensen in te delen. Zij beschrijven de "
    "clusters achteraf. Aandelen zijn van wie een antwoord heeft.",
    "These features were not used to cluster people. They describe the clusters "
    "afterwards. Shares are of those with an answer.",
)
DICTIONARY_LEAD = Text(
    "‘Onbekend’ betekent dat niemand het antwoord weet; ‘niet van toepassing’ dat de "
    "vraag voor die persoon niet geldt. Aandelen zijn van wie het antwoord bekend is, "
    "ook als dat ‘niet van toepassing’ is; het aandeel ‘onbekend’ is van iedereen.",
    "‘Unknown’ means that nobody knows the answer; ‘not applicable’ that the question"
    " does not hold for that person. Shares are of those whose answer is known, ‘not "
    "applicable’ included; the share ‘unknown’ is of everybody.",
)
COLOPHON_LEAD = Text(
    "Met deze gegevens kan iedereen die de bestanden heeft, dezelfde cijfers opnieuw "
    "maken.",
    "With these facts anybody who has the files can make the same figures again.",
)
TYPE_LICENCE = Text(
    "Lettertype: IBM Plex Sans, onder de SIL Open Font License 1.1.",
    "Typeface: IBM Plex Sans, under the SIL Open Font License 1.1.",
)
ANNEX_ABOUT = Text(
    "Per cluster, kenmerk en antwoord: personen, aandeel van wie het antwoord bekend "
    "is, van hoeveel procent het onbekend is, en verschil met allen.",
    "By cluster, feature and answer: persons, share of those whose answer is known, "
    "for what percentage it is unknown, and difference from all.",
)
