"""How long work tells how far it is: to whoever listens, or to nobody."""

from __future__ import annotations

from collections.abc import Callable

# Called with the name of the stage, the steps done and the steps in all.
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
    del stage, done, total
