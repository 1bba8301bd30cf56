"""What was found beside what others published, in words and in signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import MINUS
from clusters.report.shown import Origin
from clusters.report.words import published as words

if TYPE_CHECKING:
    from clusters.report.source import Source


def difference(source: Source, number: int | None) -> str:
    """Return in words how much more or less was found than published."""
    if number is None:
        return source.say(words.NOT_TOLD)
    if not number:
        return source.say(words.EQUAL)
    template = words.MORE if number > 0 else words.LESS
    return source.say(template, number=source.count(abs(number), Origin.DERIVED))


def signed(source: Source, number: int | None) -> str:
    """Return a difference with its sign, the marker where it cannot be told."""
    if number is None:
        return source.policy.marker
    if not number:
        return "0"
    return f"{'+' if number > 0 else MINUS}{source.count(abs(number), Origin.DERIVED)}"


def source_of_published(source: Source) -> str:
    """Return who published the figures compared with, empty if nobody said."""
    named = source.findings.views.published.source
    return source.say(words.SOURCE, source=named) if named else ""
