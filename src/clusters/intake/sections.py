"""The parts of a drafted study file that follow from the delivered files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.intake.toml import line, quoted
from clusters.schema import Language, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from clusters.extracts import Source

GUESSED, LEFT = Text("VERMOED", "GUESSED"), Text("NOG", "LEFT")
_SIGNS = ("encoding", "delimiter", "decimal")


@dataclass(frozen=True)
class Sections:
    """``[extract]`` and ``[population]`` as lines in a language, and what they lack."""

    lines: Callable[[Language], Iterator[str]]
    to_do: tuple[Text, ...]
    date_hint: Text | None = None


def alike(sources: Sequence[Source]) -> dict[str, str]:
    """Return encoding, delimiter and decimal sign as far as all files agree on them."""
    common = {}
    for sign in _SIGNS:
        seen = {getattr(source, sign) for source in sources if source.format == "csv"}
        if len(seen) == 1 and (value := seen.pop()):
            common[sign] = plain_encoding(value)
    return common


def apart(source: Source, common: dict[str, str]) -> dict[str, str]:
    """Return what one file has that not all have."""
    if source.format != "csv":
        return {}
    told = {sign: getattr(source, sign) for sign in _SIGNS}
    return {
        sign: plain_encoding(value)
        for sign, value in told.items()
        if value and common.get(sign) != plain_encoding(value)
    }


def plain_encoding(name: str) -> str:
    """Return an encoding under the name that people know."""
    return "utf-8" if name == "utf-8-sig" else name


def sign_lines(signs: dict[str, str]) -> Iterator[str]:
    """Yield settings of how files are written."""
    for sign, value in signs.items():
        yield line(sign, quoted(value))


def path(file: Path) -> str:
    """Return a path as a study file holds it, on any system."""
    return quoted(file.as_posix())
