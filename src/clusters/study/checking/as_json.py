"""What a check found, for a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.extracts import Source
    from clusters.study.checking.looked import Check

_FACTS = ("table", "rows", "format", "encoding", "delimiter", "decimal")


def json_of(check: Check, page: Path) -> str:
    """Return files, population, features, what to do and to know, as JSON.

    ``known`` is the share of people of whom a feature is known, 0 to 1; ``page`` the
    same check to look at.
    """
    told = {
        "files": [_file(source) for source in check.sources],
        "population": [
            {"step": step.name, "persons": step.persons}
            for step in check.selection.funnel
        ],
        "features": [
            {"feature": each.name, "known": round(each.share_known, 4)}
            for each in check.features
        ],
        "to_do": [each.to(check.language) for each in check.to_do],
        "to_know": [each.to(check.language) for each in check.to_know],
        "not_promised": [each.to(check.language) for each in check.not_promised],
        "page": str(page),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _file(source: Source) -> dict[str, object]:
    facts = {fact: getattr(source, fact) for fact in _FACTS}
    return {"file": str(source.file), **facts}
