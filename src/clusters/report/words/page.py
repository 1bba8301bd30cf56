"""The words of the web page that the paper report does not need. Dutch and English."""

from __future__ import annotations

from clusters.report.words import terms
from clusters.schema import Text

EXPLORE = Text("Zelf vergelijken", "Compare yourself")
EXPLORE_LEAD = Text(
    "Kies twee of meer clusters en een thema. De tabel zet ze naast allen. Alle "
    "cijfers staan ook in de bijlagen.",
    "Choose two or more clusters and a theme. The table sets them beside all. All "
    "numbers are in the annexes, too.",
)
EXPLORE_NOTE = Text(
    "Aandelen zijn van wie een antwoord heeft; ‘onbekend’ is van iedereen. Naast elk "
    "aandeel staat het verschil met allen, in procentpunten. Het streepje in een balk "
    "is het aandeel van allen. Donker en vet: ten minste 5 procentpunt meer.",
    "Shares are of those with an answer; ‘unknown’ is of everybody. Beside each share "
    "is the difference from all, in percentage points. The tick in a bar is the share "
    "of all. Dark and bold: at least 5 percentage points more.",
)
WHICH_CLUSTERS = Text("Clusters", "Clusters")
WHAT = Text("Thema of kenmerk", "Theme or feature")
EVERYTHING = Text("Alle kenmerken", "All features")
THEMES = Text("Thema’s", "Themes")
FEATURES = Text("Kenmerken", "Features")
DESCRIBING = Text("Kenmerken die alleen beschrijven", "Features that only describe")
LEAST = Text("Welke verschillen", "Which differences")
LEAST_CHOICES = (
    ("0", Text("Alle antwoorden", "All answers")),
    ("5", Text("5 procentpunt of meer", "5 percentage points or more")),
    ("10", Text("10 procentpunt of meer", "10 percentage points or more")),
    ("20", Text("20 procentpunt of meer", "20 percentage points or more")),
)
ORDER = Text("Volgorde", "Order")
ORDER_CHOICES = (
    ("report", Text("Zoals in het rapport", "As in the report")),
    ("all", Text("Grootste verschil met allen", "Largest difference from all")),
    (
        "each",
        Text("Grootste verschil onderling", "Largest difference between the chosen"),
    ),
)

DOWNLOADS = Text("Tabellen opslaan", "Save the tables")
DOWNLOADS_LEAD = Text(
    "Deze tabellen zijn vrijgegeven: alle aantallen zijn afgerond en kleine groepen "
    "zijn verborgen. Zij staan ook bij dit rapport, als CSV in de map tables en samen "
    "in tables.xlsx.",
    "These tables have been released: all numbers are rounded and small groups are "
    "hidden. They also come with this report, as CSV in the folder tables and together "
    "in tables.xlsx.",
)

# What the script says, filled in by it.
SCRIPT = {
    "all": Text("Allen", "All"),
    "answer": Text("Antwoord", "Answer"),
    "cluster": terms.CLUSTER_NUMBER,
    "compare": Text(
        "Vergelijk cluster {number} met andere clusters",
        "Compare cluster {number} with others",
    ),
    "cross": Text(
        "Zet de clusters zelf naast elkaar: {feature}",
        "Set the clusters side by side: {feature}",
    ),
    "compared": Text(
        "Aandeel van elk antwoord in de gekozen clusters, in %",
        "Share of each answer in the chosen clusters, in %",
    ),
    "chosen": Text(
        "{shown} van {all} antwoorden, cluster {clusters} naast allen.",
        "{shown} of {all} answers, cluster {clusters} beside all.",
    ),
    "none_chosen": Text("Kies ten minste één cluster.", "Choose at least one cluster."),
    "none_found": Text(
        "Geen antwoord verschilt zo veel. Kies een kleiner verschil.",
        "No answer differs that much. Choose a smaller difference.",
    ),
    "and": Text("en", "and"),
    "more": Text("Toon alle {all} antwoorden", "Show all {all} answers"),
    "find": Text("Zoek een kenmerk of antwoord", "Find a feature or an answer"),
    "found": Text("{shown} van {all} regels", "{shown} of {all} rows"),
    "sorted": Text("Gesorteerd op {column}, {order}", "Sorted by {column}, {order}"),
    "ascending": Text("oplopend", "ascending"),
    "descending": Text("aflopend", "descending"),
    "unsorted": Text("zoals in het rapport", "as in the report"),
    "sort": Text("Sorteren", "Sort"),
    "area": Text("Kies een gebied, of wijs het aan", "Choose an area, or point at it"),
    "no_area": Text("Geen gebied gekozen", "No area chosen"),
    "percent": Text("{share}\u00a0%", "{share}%"),
    "saved": Text("{file} is opgeslagen.", "{file} has been saved."),
}

SAVE = Text("Opslaan", "Save")
