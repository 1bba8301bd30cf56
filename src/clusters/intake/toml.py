"""Lines of TOML, as a person would write them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 88
# More codes than this read better under each other.
_MOST_ON_A_LINE = 5


def quoted(text: str) -> str:
    """Return a string in quotes; what JSON escapes, TOML escapes alike."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def key(name: str) -> str:
    """Return a key, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else quoted(name)


def pairs(values: Mapping[str, str]) -> str:
    """Return an inline table of strings."""
    told = ", ".join(f"{key(name)} = {quoted(text)}" for name, text in values.items())
    return f"{{ {told} }}"


def is_short(values: Mapping[str, str]) -> bool:
    """Whether a table is best written on one line."""
    return len(values) <= _MOST_ON_A_LINE


def commented(text: str) -> Iterator[str]:
    """Yield a comment, cut into lines."""
    yield from wrapped(text.split(" "))


def wrapped(words: Sequence[str]) -> Iterator[str]:
    """Yield words as comment lines that fit a page."""
    line = "#"
    for word in words:
        if len(line) + 1 + len(word) > _WIDTH and line != "#":
            yield line
            line = "#"
        line += f" {word}"
    if line != "#":
        yield line


def line(name: str, value: str, remark: str = "") -> str:
    """Return a setting, with a remark behind it."""
    setting = f"{key(name)} = {value}"
    return f"{setting} # {remark}" if remark else setting
