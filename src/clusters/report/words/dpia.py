"""What the annex to a DPIA says in every study. Dutch and English."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Bijlage bij de DPIA: {title}", "Annex to the DPIA: {title}")
DRAFT = Text(
    "Concept, gemaakt uit de instellingen en uitkomsten van berekening {run} "
    "(peildatum {day}). De functionaris voor gegevensbescherming leest het na.",
    "Draft, made from the settings and results of run {run} (reference date {day}). "
    "The data protection officer reviews it.",
)
OPEN = Text("[in te vullen]", "[to be filled in]")

PURPOSE = Text("Doel", "Purpose")
PURPOSE_TOLD = (
    Text(
        "Inzicht in groepen van inwoners: hoe groot zij zijn en waarin zij "
        "verschillen.",
        "Insight into groups of residents: how large they are and in what they differ.",
    ),
    Text(
        "Het is statistiek. Er volgen geen besluiten over personen uit.",
        "It is statistics. No decisions about persons follow from it.",
    ),
)
BASIS = Text("Grondslag: {told}", "Lawful basis: {told}")
PROCESSING = Text("Register van verwerkingen: {told}", "Register of processing: {told}")

DATA = Text("Gegevens", "Data used")
WHO = Text("Van wie: {told}", "Of whom: {told}")
HOW_MANY = Text("Onderzocht: {told}.", "Studied: {told}.")
CLUSTERED = Text(
    "Om in te delen ({number}): {features}.",
    "To find the clusters ({number}): {features}.",
)
DESCRIBED = Text(
    "Alleen om te beschrijven ({number}): {features}.",
    "To describe only ({number}): {features}.",
)
FILES = Text("Bestanden: {files}.", "Files: {files}.")
SPECIAL = Text(
    "Gevoelig: herkomst, uitkering, arbeidsongeschiktheid en inkomen, voor zover zij "
    "hierboven staan.",
    "Sensitive: origin, benefits, disability and income, as far as they stand above.",
)

SAFEGUARDS = Text("Maatregelen", "Safeguards")
SAFEGUARDS_TOLD = (
    Text(
        "Gegevens over personen blijven in een map die alleen de onderzoeker kan "
        "lezen. De programmatuur gebruikt geen netwerk.",
        "Data about persons stay in a folder that only the researcher can read. The "
        "software uses no network.",
    ),
    Text(
        "Alle tabellen worden samen aangevallen met wat een buitenstaander kan weten. "
        "Wat dan uitlekt, wordt alsnog verborgen.",
        "All tables are attacked together with what an outsider may know. What leaks "
        "then is hidden after all.",
    ),
    Text(
        "Elk bestand van het rapport is voor het vrijgeven doorzocht op getallen die "
        "niet zijn vrijgegeven en op sleutels van personen.",
        "Every file of the report was searched before release for numbers that were "
        "not released and for keys of persons.",
    ),
    Text(
        "Regels of modellen waarmee een persoon is in te delen, verlaten de map niet.",
        "Rules or models by which a person can be placed do not leave the folder.",
    ),
)

ORIGIN = Text("Samenhang met herkomst", "Association with origin")
ORIGIN_TOLD = Text(
    "Ook zonder herkomst kunnen kenmerken samen op herkomst lijken. Daarom is gemeten "
    "hoe de clusters samengaan met herkomst. De getallen staan in review/proxies.csv, "
    "in de map van de onderzoeker; hier staat alleen de orde van grootte.",
    "Even without origin, features together may look like origin. So it was measured "
    "how the clusters go together with it. The numbers are in review/proxies.csv, in "
    "the researcher's folder; here stands only the order of size.",
)
ORIGIN_GRADE = Text("{origin}: {grade}.", "{origin}: {grade}.")
ORIGIN_UNKNOWN = Text(
    "Er was geen gegeven over herkomst om dit mee te meten.",
    "There were no data on origin to measure this with.",
)
ORIGIN_RULE = Text(
    "De woorden zijn die van het hele rapport, voor Cramérs V van 0 (geen) tot 1 "
    "(volledig): klein vanaf {small}, middelgroot vanaf {medium}, groot vanaf {large}; "
    "daaronder verwaarloosbaar. Bij een middelgrote of grote samenhang hoort een "
    "gesprek over wat het rapport mag betekenen voor mensen van één herkomst.",
    "The words are those of the whole report, for Cramér's V from 0 (none) to 1 "
    "(complete): small from {small}, medium from {medium}, large from {large}; below "
    "that negligible. A medium or large association asks for a talk about what the "
    "report may come to mean for people of one origin.",
)

KEEPING = Text("Bewaren", "Retention")
KEEP_DAYS = Text(
    "Gegevens over personen worden na {days} dagen gewist (clusters clean).",
    "Data about persons are deleted after {days} days (clusters clean).",
)
KEEP_OPEN = Text(
    "Bewaartermijn van gegevens over personen: [in te vullen]. Wissen gaat met "
    "clusters clean.",
    "Retention of data about persons: [to be filled in]. They are deleted with "
    "clusters clean.",
)
KEEP_REPORT = Text(
    "Het rapport bevat geen gegevens over personen en wordt bewaard.",
    "The report holds no data about persons and is kept.",
)
ASK = Text("Vragen: {told}", "Questions: {told}")
