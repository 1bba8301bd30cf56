"""Persons found among what is shown: examples, typical residents, thresholds, names."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from attacks.attacker.reading import Table

Answers = dict[str, str]
# Fewer answers than this describe too many people to be somebody.
ENOUGH_ANSWERS = 6


def modes(tables: Sequence[Table]) -> dict[str, Answers]:
    """Return by cluster the most common answers, as anybody can read off the shares."""
    shares: dict[str, dict[str, dict[str, int]]] = {}
    for table in tables:
        if {"cluster", "feature", "category"} <= set(table.dimensions):
            for row in table.rows:
                at = shares.setdefault(row.codes["cluster"], {})
                asked = at.setdefault(row.codes["feature"], {})
                asked[row.codes["category"]] = row.persons or 0
    return {
        cluster: {
            name: max(sorted(answers), key=lambda each, of=answers: of[each])
            for name, answers in asked.items()
        }
        for cluster, asked in shares.items()
    }


def vectors(
    grids: Iterable[Sequence[Sequence[str]]], words: Mapping[str, Mapping[str, str]]
) -> Iterator[Answers]:
    """Yield every list of answers to different questions, as codes.

    ``words`` holds by question, as it is printed, the code of every answer. A row of
    answers and a column of questions beside a column of answers both are a list.
    """
    for grid in grids:
        for question, answer in _neighbours(grid):
            yield from _lists(grid, question, answer, words)
        heading = grid[0] if grid else []
        asked = [place for place, cell in enumerate(heading) if cell in words]
        for row in grid[1:]:
            found = {
                heading[place]: words[heading[place]][row[place]]
                for place in asked
                if place < len(row) and row[place] in words[heading[place]]
            }
            if len(found) >= ENOUGH_ANSWERS:
                yield found


def _neighbours(grid: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    width = max((len(row) for row in grid), default=0)
    for question in range(width):
        for answer in range(question + 1, width):
            yield question, answer


def _lists(
    grid: Sequence[Sequence[str]],
    question: int,
    answer: int,
    words: Mapping[str, Mapping[str, str]],
) -> Iterator[Answers]:
    found: Answers = {}
    for row in [*grid, []]:
        asked = row[question] if len(row) > question else None
        told = row[answer] if len(row) > answer else None
        if asked in words and told in words[asked] and asked not in found:
            found[asked] = words[asked][told]
        elif asked in found or not row:
            if len(found) >= ENOUGH_ANSWERS:
                yield dict(found)
            found = {}


def named_by(label: str, phrases: Mapping[str, tuple[str, str]]) -> Answers:
    """Return the traits that a name is made of, where every word of it is known."""
    return dict(
        phrases[part]
        for part in (each.strip().lower() for each in label.split(","))
        if part in phrases
    )


def phrases_in(file: Path) -> dict[str, tuple[str, str]]:
    """Return by words the trait that they stand for, from the list that ships."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    found: dict[str, tuple[str, str]] = {}
    for features in told["phrases"].values():
        for feature, said in features.items():
            for category, words in said.items():
                if category not in {"low", "high"}:
                    found.setdefault(words.lower(), (feature, category))
                    found.setdefault(f"vaak {words}".lower(), (feature, category))
    return found


def midpoints(values: Sequence[float]) -> set[float]:
    """Return the points halfway between neighbours that are no round number."""
    ordered = sorted(set(values))
    halves = {(a + b) / 2 for a, b in zip(ordered, ordered[1:], strict=False)}
    return {each for each in halves if each > 1000 and each % 50}


def classes_in(text: str) -> set[float]:
    """Return the numbers that stand at the end of a class or a threshold."""
    found = re.findall(
        r"(?:tot|dan|onder|vanaf|under|from|to|<|>)\s*(?:of gelijk aan\s*)?€?\s*"
        r"([\d.]+(?:,\d+)?)",
        text,
    )
    return {
        float(each.strip(".").replace(".", "").replace(",", "."))
        for each in found
        if each.strip(".")
    }
