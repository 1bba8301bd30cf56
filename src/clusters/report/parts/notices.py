"""What readers must know of a report itself: signs and tables that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.drawing.fonts import unprintable
from clusters.schema import Text

if TYPE_CHECKING:
    from clusters.findings.findings import Findings

_DROPPED = Text(
    "Tabel '{table}' is weggelaten: die was niet te beveiligen.",
    "Table '{table}' is left out: it could not be protected.",
)


def notices_of(findings: Findings) -> tuple[Text, ...]:
    """Return the notices of the study, and those of the report on itself."""
    dropped = (
        Text(_DROPPED.nl.format(table=each), _DROPPED.en.format(table=each))
        for each in findings.dropped
    )
    signs = unprintable(findings.title, findings.place)
    return (*findings.notices, *signs, *dropped)
