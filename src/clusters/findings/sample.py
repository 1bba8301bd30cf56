"""A sample of which persons stand for others by a weight."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """A sample with weights.

    Parameters
    ----------
    effective
        How many persons of equal weight would tell as much, rounded down.
    effect
        How many persons it takes for one of those, in tenths.
    """

    effective: int
    effect: int
