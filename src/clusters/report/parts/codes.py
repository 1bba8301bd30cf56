"""What the codes of the perspectives are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.origin.groups import ORIGIN9, ORIGIN18
from clusters.perspectives.types.names import REASONS
from clusters.profiles.counts import EVERYBODY
from clusters.profiles.through_time import BORN_HERE, EARLIER
from clusters.report.words import codes as words
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from clusters.report.source import Source
    from clusters.schema import Text


_NAMES: dict[str, dict[str, Text]] = {
    "reason": {each.code: each.meaning for each in REASONS},
    "origin": {each.code: each.name for each in (*ORIGIN9, *ORIGIN18)},
    "origin9": {each.code: each.name for each in ORIGIN9},
    "direction": words.MOVED,
    "outcome": words.OUTCOMES,
}


_SPECIAL = {
    EVERYBODY: words.ALL,
    UNKNOWN: words.UNKNOWN,
    EARLIER: words.EARLIER,
    BORN_HERE: words.BORN_HERE,
}


def name_of(source: Source, dimension: str, code: str) -> str:
    """Return what a code is called; years are called by their number."""
    names = _NAMES.get(dimension, {})
    if dimension == "type":
        names = {each.code: each.name for each in source.findings.views.types}
    name = names.get(code) or _SPECIAL.get(code)
    return source.read(name) if name else code
