"""The papers that go with a report: plain text, and JSON of texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from clusters.disclosure.exit.decoded import Decoded, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_lines(text: str) -> Decoded:
    """Return the lines of a text."""
    pieces = tuple(
        Piece(f"line {number}", (line,))
        for number, line in enumerate(text.splitlines(), start=1)
    )
    return Decoded(pieces=pieces, streams=(text.encode(),))


def read_json_texts(text: str) -> Decoded:
    """Return every line of every text in JSON, keys and numbers too.

    What is no JSON is read as lines: nothing is skipped.
    """
    try:
        content = json.loads(text, object_pairs_hook=_pairs)
    except ValueError:
        return read_lines(text)
    pieces = tuple(
        Piece("json", (line,))
        for leaf in _leaves(content)
        for line in str(leaf).splitlines()
    )
    return Decoded(pieces=pieces, streams=(text.encode(),))


def _pairs(pairs: list[tuple[str, object]]) -> list[object]:
    """Keep keys, and values of a key that stands there twice, as texts too."""
    return [each for pair in pairs for each in pair]


def _leaves(content: object) -> Iterator[object]:
    if isinstance(content, list):
        for each in content:
            yield from _leaves(each)
    else:
        yield content
