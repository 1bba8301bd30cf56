"""What readers must know of a report itself: signs and tables that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.drawing.fonts import unprintable
from clusters.report.words import notices as words

if TYPE_CHECKING:
    from clusters.report.source import Source


def notices_of(source: Source) -> tuple[str, ...]:
    """Return the notices of the study, and those of the report on itself."""
    findings = source.findings
    signs = unprintable(findings.title, findings.place)
    dropped = (source.say(words.DROPPED, table=each) for each in findings.dropped)
    return (*map(source.read, (*findings.notices, *signs)), *dropped)
