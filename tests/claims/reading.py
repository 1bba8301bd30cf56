"""A report as a reader meets it: every sentence, where it stands, and what made it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING
from unittest import mock

import clusters.report
from clusters.report.blocks import (
    Bullets,
    Callout,
    Facts,
    Figure,
    Heading,
    Legend,
    Named,
    Paragraph,
    Table,
    flat,
)
from clusters.report.drawings import AreaMap
from clusters.report.source import Source
from clusters.report.words import sentences
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.report.blocks import Block, Report

_CLUSTER = re.compile(r"(\d+)\. ")


@dataclass(frozen=True)
class Said:
    """One sentence that was made: by which template, with what, and how it reads."""

    key: str
    filled: dict[str, object]
    text: str

    def lacks_a_number(self, marker: str) -> bool:
        """Return whether a sentence has the sign of a hidden cell for a number."""
        return any(
            value == marker for name, value in self.filled.items() if name != "marker"
        )


@dataclass(frozen=True)
class Place:
    """Where a sentence stands: its chapter, and what stands beside it."""

    section: str
    text: str
    beside: tuple[str, ...] = ()

    @property
    def cluster(self) -> str | None:
        """The cluster that the place is about, where it is about one."""
        found = re.fullmatch(r"cluster-(\d+)", self.section)
        if found:
            return found[1]
        for each in self.beside:
            numbered = _CLUSTER.match(each)
            if numbered:
                return numbered[1]
        return None


def templates() -> dict[str, Text]:
    """Return every text of the report that has a place to fill in, by its name."""
    found = {}
    modules = walk_packages(clusters.report.__path__, "clusters.report.")
    # A text is called after the words it is among, whoever else holds it.
    for module in sorted(modules, key=lambda each: ".words." not in each.name):
        held = vars(import_module(module.name))
        where = module.name.removeprefix("clusters.report.").removeprefix("words.")
        for name, value in held.items():
            for key, text in _texts(f"{where}.{name}", value):
                if "{" in text.nl:
                    found.setdefault(text, key)
    return {key: text for text, key in found.items()}


def _texts(key: str, value: object) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield key, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(f"{key}[{name}]", each)
    elif isinstance(value, tuple | list):
        for place, each in enumerate(value):
            yield from _texts(f"{key}[{place}]", each)


@contextmanager
def listening() -> Iterator[list[Said]]:
    """Keep every sentence that is made meanwhile from a template or a trait."""
    heard: list[Said] = []
    names = {text: key for key, text in templates().items()}
    say, sentence = Source.say, sentences.trait_sentence

    def heard_say(self: Source, text: Text, /, **values: object) -> str:
        made = say(self, text, **values)
        if "{" in text.nl:
            heard.append(Said(names.get(text, "?"), values, made))
        return made

    def heard_sentence(trait, feature, language):
        made = sentence(trait, feature, language)
        heard.append(Said("sentences.trait_sentence", {"trait": trait}, made))
        return made

    with (
        mock.patch.object(Source, "say", heard_say),
        mock.patch.object(sentences, "trait_sentence", heard_sentence),
    ):
        yield heard


def places(report: Report) -> Iterator[Place]:
    """Yield every text of the report with where it stands."""
    yield Place("cover", report.answer)
    for section in report.sections:
        yield Place(section.key, section.title)
        yield Place(section.key, section.kicker)
        for block in flat(section.blocks):
            yield from _of_block(section.key, block)


def shown(report: Report) -> Iterator[tuple[str, Table | Figure]]:
    """Yield every table and figure with the chapter it stands in."""
    for section in report.sections:
        for block in flat(section.blocks):
            if isinstance(block, Table | Figure):
                yield section.key, block


def _of_block(section: str, block: Block) -> Iterator[Place]:
    for line in _lines(block):
        yield from (Place(section, text, line) for text in line)


def _lines(block: Block) -> Iterator[tuple[str, ...]]:
    """Yield the texts of a block, those that stand beside each other together."""
    match block:
        case Paragraph(text) | Heading(text):
            yield (text,)
        case Callout(title, text):
            yield title, text
        case Bullets(items):
            yield from ((item,) for item in items)
        case Named(items) | Legend(items) | Facts(items):
            yield from items
        case Figure():
            yield from ((text,) for text in (block.caption, block.alt, block.note))
            if isinstance(block.drawing, AreaMap):
                yield from ((each.name, each.shown) for each in block.drawing.patches)
        case Table():
            yield from ((block.caption,), (block.note,), *block.rows)
