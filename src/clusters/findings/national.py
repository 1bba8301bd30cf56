"""Figures of the whole country that the client supplied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class NationalFigures:
    """Published percents per category of a feature; not of anybody in the extract."""

    feature: str
    name: str
    shares: Mapping[str, int]
