"""The fixed sentences of the draft for the Algoritmeregister; it takes Dutch only.

The register asks for language level B1 in its general fields.
"""

from __future__ import annotations

# The fields of publication standard 1.0, in its order: key, heading and most letters
# (none for a choice or list). Source: MinBZK/Algoritmeregister, config/v1_0.json.
FIELDS: tuple[tuple[str, str, int | None], ...] = (
    ("name", "Naam", 100),
    ("description_short", "Korte omschrijving", 350),
    ("organization", "Organisatie", 100),
    ("category", "Thema", None),
    ("status", "Status", None),
    ("begin_date", "Begindatum", 7),
    ("contact_email", "Contactgegevens", 500),
    ("website", "Link naar publiekspagina", 500),
    ("publication_category", "Publicatiecategorie", None),
    ("goal", "Doel en impact", 2500),
    ("proportionality", "Afwegingen", 2500),
    ("human_intervention", "Menselijke tussenkomst", 2500),
    ("risks", "Risicobeheer", 2500),
    ("lawful_basis", "Wettelijke basis", 2500),
    ("process_index_url", "Link naar verwerkingsregister", 500),
    ("impacttoetsen_grouping", "Impacttoetsen", None),
    ("impacttoetsen", "Toelichting op impacttoetsen", 2500),
    ("source_data", "Gegevens", 2500),
    ("methods_and_models", "Technische werking", 5000),
    ("provider", "Leverancier", 200),
    ("lang", "Taal", None),
    ("standard_version", "Versie publicatiestandaard", None),
    ("source_id", "Bron-ID", 100),
    ("tags", "Zoektermen", 2500),
)

FIXED = {
    "open": "[in te vullen]",
    "draft": "CONCEPT voor het Algoritmeregister, publicatiestandaard 1.0",
    "draft_about": "Gemaakt uit de instellingen en uitkomsten van één berekening. Lees "
    "het na en vul aan voor u het aanbiedt.",
    "missing": "Nog in te vullen: {fields}.",
    "lang": "nld",
    "standard_version": "1.0",
    "dpia": "Data Protection Impact Assessment (DPIA)",
    "tags": "statistiek, clusters, groepen, inwoners, onderzoek",
}
THEMES = ("Migratie en integratie", "Wonen", "Werk")

NAME = "Groepen zoeken onder inwoners: {title}"
SHORT = (
    "Dit algoritme zoekt groepen inwoners die op elkaar lijken in leeftijd, gezin, "
    "werk, inkomen en wonen. De gemeente leest de uitkomst als statistiek: hoe groot "
    "is elke groep en wat komt er vaker voor? Niemand krijgt een score of een besluit."
)
GOAL = (
    "Het doel is inzicht. Welke groepen zijn er, hoe groot zijn zij en waarin "
    "verschillen zij? De gemeente plant er voorzieningen en informatie mee.",
    "Onderzocht zijn: {population}",
    "Inwoners merken niets van de indeling. Er volgt geen brief, controle of besluit "
    "op. De uitkomst mag niet dienen om iemand te controleren, te selecteren, uit te "
    "sluiten of anders te behandelen.",
)
PROPORTIONALITY = (
    "Voordeel: de gemeente ziet groepen in hun hele situatie. Zonder deze indeling "
    "kijkt zij naar één kenmerk tegelijk, of naar herkomst.",
    "Nadeel: van veel mensen worden gegevens aan elkaar gekoppeld. Daarom gebeurt dat "
    "in een afgesloten omgeving, zonder namen, en gaan alleen afgeronde aantallen van "
    "groepen naar buiten.",
    "Andere mogelijkheden zijn losse tabellen per kenmerk of een enquête. Tabellen "
    "tonen de samenhang niet; een enquête mist mensen en kost meer.",
)
HUMAN = (
    "Onderzoekers kiezen wie en wat wordt onderzocht. Zij beoordelen of de groepen "
    "herkenbaar en stabiel zijn en of de namen passen. Beleidsmedewerkers lezen het "
    "rapport. Niets gebeurt automatisch met de uitkomst.",
)
RISKS = (
    "Herkenning van mensen. Aantallen onder {least} worden niet getoond. {rounding} "
    "Groepen onder {cluster} personen worden "
    "niet beschreven. Alle tabellen samen worden aangevallen voor zij naar buiten "
    "gaan.",
    "Toeval. {tested} Wat te weinig terugkomt, wordt niet beschreven.",
    "Discriminatie. {origin}{proxies}",
    "Verkeerd gebruik. Regels waarmee een persoon is in te delen, worden niet "
    "gepubliceerd. Wie bij welke groep hoort, blijft binnen en is te wissen.",
)
PROXIES = (
    " Hoe de groepen samengaan met herkomst is gemeten: {told}. De cijfers staan in "
    "een verslag voor de onderzoekers."
)
IMPACT = (
    "Bij elke berekening hoort een bijlage voor de DPIA (dpia.md): gegevens, doel, "
    "maatregelen en bewaren.",
)
SOURCE = (
    "Gegevens uit registers over personen, per persoon gekoppeld zonder naam.",
    "Gebruikt om in te delen: {clustered}.",
    "Alleen gebruikt om te beschrijven: {described}.",
    "Bestanden: {files}.",
)
METHODS = (
    "Invoer: per persoon de genoemde kenmerken in klassen. Uitvoer: per groep "
    "aantallen en aandelen.",
    "{method}",
    "Aantal groepen: {number}. De berekening is {starts} keer opnieuw begonnen, met "
    "startgetal {seed}.",
    "Het algoritme is niet zelflerend: het leert niets van eerder gebruik en verandert "
    "niet tussen twee berekeningen. Dezelfde invoer geeft dezelfde uitkomst.",
)
