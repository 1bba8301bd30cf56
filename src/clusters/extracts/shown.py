"""Which values of a column may be told in a message, and how they are pasted.

A value that few persons have can be a name, a number of a person or an answer that
points to one; a column mapped by mistake holds nothing else. Messages go to terminals,
logs and the scheduler's database, so what is rare is counted and never told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

# The threshold of the report itself: no value that fewer persons have is shown.
SHOWN_FROM = 10
# A column with more unknown values is no coded column, whatever their frequency. Our
# choice: as many as a screen holds.
_MOST_SHOWN = 40
# A code is short; what is longer is text that somebody wrote.
_LONGEST = 60


def shown(values: pd.Series) -> list[str]:
    """Return the values that may be told, sorted; none where they are too many."""
    counts = values.dropna().value_counts()
    frequent = sorted(str(each) for each in counts.index[counts >= SHOWN_FROM])
    told = [each for each in frequent if len(each) <= _LONGEST and each.isprintable()]
    return told if len(counts) <= _MOST_SHOWN or len(told) == len(counts) else []


def toml_lines(
    values: Sequence[str],
    choice: Sequence[str],
    known: Mapping[str, str] | None = None,
) -> list[str]:
    """Return a line of TOML per value, to be completed with one of ``choice``.

    ``known`` says what some mean already.
    """
    comment = f"  # {' | '.join(choice)}" if choice else ""
    meanings = known or {}
    return [
        f"{quoted(value)} = {quoted(meanings.get(value, ''))}{comment}"
        for value in values
    ]


def quoted(text: str) -> str:
    """Return a text as a string of TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
