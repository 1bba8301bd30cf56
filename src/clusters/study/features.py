"""What every feature of a run means, as its stage kept it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema import FeatureMeaning
from clusters.store import read_json

if TYPE_CHECKING:
    from pathlib import Path


def read_meanings(work: Path) -> tuple[FeatureMeaning, ...]:
    """Return what every feature of the run means."""
    told = read_json(work / "features.json")["meanings"]
    return tuple(FeatureMeaning.from_json(each) for each in told)
