"""What is said of letters that the shipped type does not have."""

from __future__ import annotations

from clusters.schema import Text

LOST = Text(
    "Titel of plaats heeft tekens die het lettertype van de PDF niet kent; daar staat "
    "een vraagteken. De webpagina toont ze wel.",
    "The title or place has signs that the type of the PDF lacks; a question mark "
    "stands there. The web page shows them.",
)
