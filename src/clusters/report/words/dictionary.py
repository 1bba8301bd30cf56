"""The words of the annex of all features."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Bijlage: de kenmerken", "Annex: the features")
TABLE = Text("Kenmerken en antwoorden", "Features and answers")
CATEGORIES = Text("Antwoorden", "Answers")
LEAD = Text(
    "‘Onbekend’ betekent dat niemand het antwoord weet; ‘niet van toepassing’ dat de "
    "vraag voor die persoon niet geldt. Aandelen zijn van wie het antwoord bekend is, "
    "ook als dat ‘niet van toepassing’ is; het aandeel ‘onbekend’ is van iedereen.",
    "‘Unknown’ means that nobody knows the answer; ‘not applicable’ that the question"
    " does not hold for that person. Shares are of those whose answer is known, ‘not "
    "applicable’ included; the share ‘unknown’ is of everybody.",
)
