"""The short words of the report: headings, captions, columns. Dutch and English."""

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

SUMMARY = Text("Samenvatting", "Summary")
WHICH_LARGEST = Text("Welk cluster is het grootste?", "Which cluster is the largest?")
WHAT_APART = Text("Waarin verschillen de clusters?", "What sets the clusters apart?")
HOW_SURE_ASKED = Text("Hoe zeker is dit?", "How sure is this?")
WHAT_CHANGED = Text(
    "Wat is er veranderd sinds de vorige editie?",
    "What changed since the last edition?",
)
PERSONS_STUDIED = Text("onderzochte personen", "persons studied")
CLUSTERS_FOUND = Text("clusters", "clusters")
FEATURES_USED = Text("kenmerken", "features")
WITHOUT_PROFILE = Text("zonder duidelijk profiel", "without a clear profile")
THE_CLUSTERS = Text("De clusters in het kort", "The clusters in brief")
USE_TITLE = Text("Waarvoor niet", "What not to use this for")

GLANCE = Text("De clusters in één oogopslag", "The clusters at a glance")
SIZES_CAPTION = Text("Personen per cluster", "Persons per cluster")
SIZES_TABLE = Text(
    "De clusters, hun grootte en hun sterkste kenmerken",
    "The clusters, their size and their strongest traits",
)
CLUSTER = Text("Cluster", "Cluster")
PERSONS = Text("personen", "persons")
PERSONS_COLUMN = Text("Personen", "Persons")
SHARE = Text("Aandeel", "Share")
STRONGEST = Text(
    "Sterkste kenmerken (aandeel in het cluster tegen allen)",
    "Strongest traits (share in the cluster against all)",
)

COMPARE = Text("De clusters naast elkaar", "The clusters side by side")
COMPARE_CAPTION = Text(
    "Aandeel van de meest onderscheidende antwoorden per cluster (in %)",
    "Share of the most distinctive answers per cluster (in %)",
)
ALL_SHORT = Text("Allen", "All")

CLUSTER_NUMBER = Text("Cluster {number}", "Cluster {number}")
CLUSTER_OF = Text("Cluster {number} van {all}", "Cluster {number} of {all}")
CLUSTER_SHORT = Text("Cluster {number}", "Cluster {number}")
OF_ALL = Text("van alle onderzochte personen", "of all persons studied")
NO_PORTRAIT = Text("Geen profiel", "No profile")
IN_WORDS = Text("In woorden", "In words")
SURE = Text("Hoe zeker dit cluster is", "How sure this cluster is")
THIS_CLUSTER = Text("dit cluster", "this cluster")
THIS_CLUSTER_SHORT = Text("Cluster", "Cluster")
TRAITS_CAPTION = Text(
    "Waarin dit cluster het meest verschilt (aandeel in %)",
    "Where this cluster differs most (share in %)",
)
FEATURE = Text("Kenmerk", "Feature")
ANSWER = Text("Antwoord", "Answer")
DIFFERENCE = Text("Verschil", "Difference")
MAIN_ANSWERS = Text(
    "Meest voorkomend antwoord per kenmerk, en wat verder opvalt",
    "Most frequent answer by feature, and what else stands out",
)
OTHER_ANSWERS = Text(
    "Meest voorkomend antwoord op andere kenmerken, en wat verder opvalt",
    "Most frequent answer on other features, and what else stands out",
)
THEMES = {
    Theme.IDENTITY: Text("Persoon", "Person"),
    Theme.DEMOGRAPHIC: Text("Persoon en huishouden", "Person and household"),
    Theme.SOCIOECONOMIC: Text("Werk, inkomen en opleiding", "Work, income, education"),
    Theme.HOUSING: Text("Wonen", "Housing"),
    Theme.AREA: Text("Herkomst en gebied", "Origin and area"),
}

POPULATION = Text("Wie zijn onderzocht", "Who was studied")
FUNNEL_CAPTION = Text(
    "Van de bestanden naar de onderzochte personen",
    "From the files to the persons studied",
)
NOTICES = Text("Over de gegevens", "About the data")

METHOD = Text("Hoe de clusters zijn gevonden", "How the clusters were found")
HOW_MANY = Text("Het aantal clusters", "The number of clusters")
NUMBER_OF_CLUSTERS = Text("aantal clusters", "number of clusters")
CURVE_CAPTION = Text(
    "Hoe goed elk aantal clusters past", "How well each number of clusters fits"
)
CURVE_UPWARD = Text(
    "Afstand tot het best passende aantal (lager is beter)",
    "Distance from the best fitting number (lower is better)",
)
HOW_SURE = Text("Hoe zeker de indeling is", "How sure the clusters are")
NAMES_TITLE = Text("De namen van de clusters", "The names of the clusters")
SENSITIVE = Text(
    "Herkomst is gebruikt bij het indelen. De opgegeven reden:",
    "Origin was used for clustering. The reason given:",
)

LIMITS = Text("Goed gebruik en grenzen", "Proper use and limits")
GOOD_USE = Text("Waarvoor wel", "What to use this for")
MIND = Text("Houd er rekening mee", "Keep in mind")
LOOSER = Text("Ruimere regels", "Looser rules")
PRIVACY = Text("Hoe privacy is beschermd", "How privacy is protected")

ANNEX = Text("Bijlage: alle aandelen", "Annex: all shares")
IN_PERCENT = Text("In %", "In %")
DESCRIBED = Text("Bijlage: verder beschreven", "Annex: further described")
DICTIONARY = Text("Bijlage: de kenmerken", "Annex: the features")
ALL_FEATURES = Text("Kenmerken en antwoorden", "Features and answers")
CATEGORIES = Text("Antwoorden", "Answers")
ROLE = Text("Gebruik", "Use")
CLUSTERED = Text("voor de indeling", "to find the clusters")
ONLY_DESCRIBES = Text("alleen beschrijvend", "to describe only")

COLOPHON = Text("Colofon", "Colophon")
THIS_RUN = Text("Deze uitkomst", "This result")
REFERENCE_DATE = Text("Peildatum", "Reference date")
RUN = Text("Nummer van de berekening", "Number of the run")
CODE_VERSION = Text("Versie van de programmatuur", "Version of the software")
SEED = Text("Startgetal (seed)", "Random seed")
SETTINGS_DIGEST = Text(
    "Controlegetal van de instellingen (met sleutel)",
    "Digest of the settings (keyed)",
)
INPUTS = Text("Bestanden", "Files")
SOFTWARE = Text("Programmatuur", "Software")
WHAT = Text("Wat", "What")
VALUE = Text("Waarde", "Value")
FILE = Text("Bestand", "File")
DIGEST = Text("Controlegetal met sleutel (HMAC-SHA-256)", "Keyed digest (HMAC-SHA-256)")

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
