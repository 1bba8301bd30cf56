"""Short words that several chapters and files share: headings, columns, sheets."""

from __future__ import annotations

from clusters.schema import Text, Theme

KICKER = Text("Clusters van inwoners", "Clusters of residents")
ON_DATE_SHORT = Text("Stand op {day}", "Situation on {day}")

CONTENTS = Text("Inhoud", "Contents")
ROUNDED = Text("Afgerond", "Rounded")
READING = Text("Leeswijzer", "How to read this report")
PAGE = Text("Pagina", "Page")
OF = Text("van", "of")
MADE_WITH = Text("Gemaakt met stadsclusters", "Made with stadsclusters")
SKIP = Text("Naar de inhoud", "Skip to the content")

USE_TITLE = Text("Waarvoor niet", "What not to use this for")

CLUSTER = Text("Cluster", "Cluster")
PERSONS_COLUMN = Text("Personen", "Persons")
SHARE = Text("Aandeel", "Share")

ALL_SHORT = Text("Allen", "All")

CLUSTER_NUMBER = Text("Cluster {number}", "Cluster {number}")
FEATURE = Text("Kenmerk", "Feature")
ANSWER = Text("Antwoord", "Answer")
DIFFERENCE = Text("Verschil", "Difference")
THEMES = {
    Theme.IDENTITY: Text("Persoon", "Person"),
    Theme.DEMOGRAPHIC: Text("Persoon en huishouden", "Person and household"),
    Theme.SOCIOECONOMIC: Text("Werk, inkomen en opleiding", "Work, income, education"),
    Theme.HOUSING: Text("Wonen", "Housing"),
    Theme.AREA: Text("Herkomst en gebied", "Origin and area"),
}


ROLE = Text("Gebruik", "Use")
CLUSTERED = Text("voor de indeling", "to find the clusters")
ONLY_DESCRIBES = Text("alleen beschrijvend", "to describe only")


# Names of sheets have at most 31 letters and none of : \ / ? * [ ].
MARKER = Text("Het teken ‘{marker}’", "The sign ‘{marker}’")
SHEET_SIZES = Text("Grootte", "Sizes")
SHEET_PROFILES = Text("Profielen", "Profiles")
SHEET_DESCRIBED = Text("Verder beschreven", "Further described")
SHEET_FUNNEL = Text("Wie onderzocht", "Who was studied")
SHEET_FEATURES = Text("Kenmerken", "Features")
NAME = Text("Naam", "Name")
_PERSONS_ROUNDED = Text("Personen (afgerond)", "Persons (rounded)")
_SHARE_PERCENT = Text("Aandeel (%)", "Share (%)")
SIZES_HEADER = (CLUSTER, NAME, _PERSONS_ROUNDED, _SHARE_PERCENT)
MORE_THAN = Text("Meer dan (%)", "More than (%)")
PROFILE_HEADER = (
    CLUSTER,
    NAME,
    FEATURE,
    ANSWER,
    _PERSONS_ROUNDED,
    _SHARE_PERCENT,
    MORE_THAN,
    Text("Onbekend (%)", "Unknown (%)"),
    Text("Aandeel van allen (%)", "Share of all (%)"),
    Text("Verschil (procentpunten)", "Difference (percentage points)"),
    Text("Index (allen = 100)", "Index (all = 100)"),
)
FUNNEL_HEADER = (Text("Stap", "Step"), _PERSONS_ROUNDED)
DICTIONARY_HEADER = (
    Text("Thema", "Theme"),
    FEATURE,
    ANSWER,
    ROLE,
)
HIDDEN_NOTE = Text(
    "Het teken ‘{marker}’ is een getal dat niet wordt getoond.",
    "The sign ‘{marker}’ is a number that is not shown.",
)
ANNEX_ABOUT = Text(
    "Per cluster, kenmerk en antwoord: personen, aandeel van wie het antwoord bekend "
    "is, van hoeveel procent het onbekend is, en verschil met allen.",
    "By cluster, feature and answer: persons, share of those whose answer is known, "
    "for what percentage it is unknown, and difference from all.",
)
MORE_THAN_HOW = Text(
    "Als bijna iedereen hetzelfde antwoord geeft, is het aandeel verborgen. Waar het "
    "mag, staat hier meer dan hoeveel procent het is.",
    "Where nearly everybody gives the same answer, the share is hidden. Where it may "
    "be told, this is the percentage that it is more than.",
)
NO_PROFILE = Text("geen duidelijk profiel", "no clear profile")
EVERYBODY = Text("alle onderzochte personen", "all persons studied")
