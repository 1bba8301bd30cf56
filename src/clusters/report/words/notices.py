"""What readers must know of a report itself: tables that it lacks."""

from __future__ import annotations

from clusters.schema import Text

DROPPED = Text(
    "Tabel '{table}' is weggelaten: die was niet te beveiligen.",
    "Table '{table}' is left out: it could not be protected.",
)
