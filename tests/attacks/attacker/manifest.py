"""Whether a report is still the one that was published."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def changed_files(folder: Path) -> list[str]:
    """Return files that are gone, new, or other than run.json says."""
    told: dict[str, str] = json.loads((folder / "run.json").read_text("utf-8"))["files"]
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "run.json"
    }
    return sorted(
        name for name in told.keys() | found.keys() if told.get(name) != found.get(name)
    )


def differing_files(one: Path, other: Path) -> list[str]:
    """Return the files that are in one folder and not, to the byte, in the other."""
    told = [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (one, other)
    ]
    return sorted(
        name
        for name in told[0].keys() | told[1].keys()
        if told[0].get(name) != told[1].get(name)
    )
