"""The words of the summary: the answer, what a reader asks first, how to read it."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Samenvatting", "Summary")
WHICH_LARGEST = Text("Welk cluster is het grootste?", "Which cluster is the largest?")
WHAT_DIFFERS = Text("Waarin verschillen de clusters?", "What sets the clusters apart?")
HOW_SURE = Text("Hoe zeker is dit?", "How sure is this?")
WHAT_CHANGED = Text(
    "Wat is er veranderd sinds de vorige editie?",
    "What changed since the last edition?",
)
PERSONS_ESTIMATED = Text("personen, naar schatting", "persons, estimated")
PERSONS_STUDIED = Text("onderzochte personen", "persons studied")
CLUSTERS_FOUND = Text("clusters", "clusters")
FEATURES_USED = Text("kenmerken", "features")
WITHOUT_PROFILE = Text("zonder duidelijk profiel", "without a clear profile")
THE_CLUSTERS = Text("De clusters in het kort", "The clusters in brief")
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
# Of a sample with weights, whose persons stand for others too.
ANSWER_ESTIMATED = Text(
    "Naar schatting {all}\u00a0inwoners van {place} zijn ingedeeld in {number} "
    "clusters; het grootste, ‘{name}’, telt {persons}\u00a0personen",
    "An estimated {all}\u00a0residents of {place} were divided into {number} clusters; "
    "the largest, ‘{name}’, has {persons}\u00a0persons",
)
ANSWER_NONE_ESTIMATED = Text(
    "Onder naar schatting {all}\u00a0inwoners van {place} zijn geen clusters gevonden",
    "Among an estimated {all}\u00a0residents of {place} no clusters were found",
)
ANSWER_ONE_ESTIMATED = Text(
    "Naar schatting {all}\u00a0inwoners van {place} vormen één cluster: ‘{name}’",
    "An estimated {all}\u00a0residents of {place} form one cluster: ‘{name}’",
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
WHERE = Text("Waar wonen zij?", "Where do they live?")
