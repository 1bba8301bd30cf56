"""The words of the chapter that holds the city against the country."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Vergeleken met heel het land", "Compared with the whole country")
LEAD = Text(
    "De onderzochte personen naast landelijke cijfers uit een bestand van de "
    "opdrachtgever. Van beide tellen alleen mensen mee van wie het antwoord bekend is.",
    "The persons studied beside national figures from a file that the client supplied. "
    "Of both only people count of whom the answer is known.",
)
CAPTION = Text("{feature} (in %)", "{feature} (in %)")
NOTE = Text("Landelijk: {name}.", "National: {name}.")
ANSWER = Text("Antwoord", "Answer")
NATIONAL = Text("Landelijk", "National")
DIFFERENCE = Text("Verschil", "Difference")
