"""The largest amount in a sum, by who has the sum, and by who is second."""

from __future__ import annotations


def closest_guess(total: float) -> float:
    """Return what an outsider guesses: the largest has it all."""
    return total


def without_own(total: float, own: float) -> float:
    """Return what a contributor guesses: the largest has all but one's own."""
    return total - own
