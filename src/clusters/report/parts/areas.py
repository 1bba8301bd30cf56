"""How areas are called: one, and more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.words import areas

if TYPE_CHECKING:
    from clusters.findings.areas import Places
    from clusters.report.source import Source


def area_words(source: Source, places: Places) -> dict[str, str]:
    """Return the words for an area and for areas, to fill in a sentence."""
    return {
        "area": source.say(areas.AREA[places.by]),
        "areas": source.say(areas.AREAS[places.by]),
    }


def counted_areas(source: Source, places: Places) -> str:
    """Return how those are called of which something is counted: areas or districts."""
    named = areas.LARGER_AREAS if places.is_collapsed else areas.AREAS[places.by]
    return source.say(named)
