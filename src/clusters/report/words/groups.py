"""The words of the chapter on whom the chapters are about."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Over wie de hoofdstukken gaan", "Whom the chapters are about")
LEAD = Text(
    "Niet elk hoofdstuk gaat over dezelfde mensen. Elke groep hieronder is een deel "
    "van de groep erboven; boven elk hoofdstuk staat over welke groep het gaat.",
    "Not every chapter is about the same people. Each group below is a part of the one "
    "above it; over each chapter stands which group it is about.",
)
CAPTION = Text("Hoe de groepen in elkaar liggen", "How the groups lie in one another")
ALT = Text(
    "Staafdiagram, elke staaf een deel van de vorige: {bars}.",
    "Bar chart, each bar a part of the one before: {bars}.",
)
WHO = Text("Groep", "Group")
CHAPTERS = Text("Hoofdstukken", "Chapters")
TABLE = Text("De groepen en hun hoofdstukken", "The groups and their chapters")
ABOUT = Text("Over {persons} {who}", "About {persons} {who}")
ABOUT_HIDDEN = Text("Over {who}", "About {who}")
EACH_CLUSTER = Text("de pagina van elk cluster", "the page of each cluster")
FOLLOWED = Text(
    "Over internationals die in de bestanden van een of meer jaren staan",
    "About internationals who are in the files of one or more years",
)
PERHAPS = Text(
    "internationals van alle leeftijden, met hun kinderen, en wie dat misschien zijn",
    "internationals of every age, with their children, and those who may be",
)
# From large to small.
GROUPS = {
    "read": Text("rijen in de bestanden", "rows in the files"),
    "residents": Text(
        "inwoners in de bestanden, op de peildatum",
        "residents in the files, on the reference date",
    ),
    "internationals": Text(
        "internationals van alle leeftijden, met hun kinderen",
        "internationals of every age, with their children",
    ),
    "studied": Text("onderzochte personen", "persons studied"),
}
STOOD_FOR = Text(
    "personen voor wie de steekproef staat, naar schatting",
    "persons for whom the sample stands, estimated",
)
