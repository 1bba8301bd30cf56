"""What a report may show besides released numbers, for who looks at its files.

Whatever is in the findings and is no table is wording: names of classes, the rules, the
day, versions, what the tests of the clusters gave. So are the texts in this package and
the numbers that a text here is made with. A chapter that works out a new number from
released ones (a sum, a rank) adds it to `_derived`, with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from importlib import import_module
from itertools import chain
from math import isfinite
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from clusters.disclosure import ReleasedNumber, ReleasedTable
from clusters.disclosure.exit import (
    Registered,
    Wording,
    check_files,
    digest_of,
    spellings,
)
from clusters.findings.derived import worked_out
from clusters.numbers import long_date
from clusters.perspectives.areas.outlines import Outlines
from clusters.report.blocks import Column, Panels, Patch
from clusters.report.chapters import crossings, national
from clusters.report.chapters.types import rules as type_rules
from clusters.report.content import build_report
from clusters.report.drawing.fonts import printable
from clusters.report.drawing.panel_shapes import graphs
from clusters.report.formats import area_rows
from clusters.report.formats.html import style_sheet
from clusters.report.formats.metadata import told_of_files
from clusters.report.formats.workbook import said
from clusters.report.parts import sample
from clusters.report.parts.privacy import hidden_percent
from clusters.report.source import Source
from clusters.report.write import papers
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from clusters.findings.findings import Findings
    from clusters.findings.house_style import Look
    from clusters.report.blocks import Report

_HERE = Path(__file__).parent
_SCALE = range(0, 101, 25)  # along a drawing of shares


def check_report(
    findings: Findings, folder: Path, files: Iterable[str], keys: Collection[str]
) -> None:
    """Refuse the files of a report if they hold anything but what was released.

    Parameters
    ----------
    findings
        What the report was made of.
    folder, files
        Where it was written, and its files.
    keys
        What must not be in any byte: the keys of persons, households and addresses.

    Raises
    ------
    DisclosureError
        With the file, the place in it and the rule, and never what stood there.
    """
    registered = registered_in(findings, build_report(findings))
    check_files(folder, files, registered, keys)


def registered_in(findings: Findings, report: Report) -> Registered:
    """Return what may stand in the files of a report.

    Parameters
    ----------
    findings
        What the report was made of.
    report
        What was made of it.
    """
    released = tuple(_leaves(findings))
    return Registered(
        [each for each in released if isinstance(each, ReleasedTable)],
        [each for each in released if isinstance(each, ReleasedNumber)],
        Wording(
            words=(*_all_words(findings), *_constants(), *_derived(findings)),
            lines=tuple(
                _and_set(_lines(report), _paper_lines(findings), said(findings))
            ),
            pages=_pages(report),
            assets=frozenset(_assets(report.look)),
            told=told_of_files(findings, report),
        ),
    )


def _leaves(thing: object) -> Iterator[object]:
    """Yield all that a thing is made of, and how many there are of what it holds."""
    held = _held(thing)
    if held is None:
        yield thing
        return
    yield len(held)
    for each in held:
        yield from _leaves(each)


def _held(thing: object) -> tuple[object, ...] | None:
    """Return what a collection or record holds, nothing where it is neither."""
    if isinstance(thing, ReleasedTable | ReleasedNumber):
        return None
    if isinstance(thing, Outlines):
        return ()  # shapes of land, not of people
    if isinstance(thing, Mapping):
        return tuple(thing.items())
    if isinstance(thing, list | tuple | set | frozenset):
        return tuple(thing)
    if is_dataclass(thing):
        return tuple(getattr(thing, each.name) for each in fields(thing))
    return None


def _words(leaf: object) -> Iterator[str]:
    """Yield the ways in which wording is written."""
    match leaf:
        case str():
            yield from (leaf, printable(leaf))
        case bool():
            return
        case int():
            yield from spellings(abs(leaf))
        case float() if isfinite(leaf):
            yield from spellings(abs(round(100 * leaf)))
        case date():
            yield from (leaf.isoformat(), long_date(leaf, "nl"), str(leaf.year))
        case ReleasedTable():
            yield from _all_words(leaf.policy.model_dump(mode="json"))
            yield from _all_words(leaf.bases)
            for dimension in leaf.dimensions:
                yield from map(str, leaf.rows[dimension].unique())


def _all_words(thing: object) -> Iterator[str]:
    for leaf in _leaves(thing):
        yield from _words(leaf)


def _constants() -> Iterator[str]:
    """Yield the texts and whole numbers that stand in the modules of this package."""
    for module in walk_packages([str(_HERE)], "clusters.report."):
        held = vars(import_module(module.name))
        for value in held.values():
            if isinstance(value, Text | int | tuple | dict):
                yield from _all_words(value)


def _derived(findings: Findings) -> Iterator[str]:
    """Yield the numbers that a chapter works out itself."""
    told = [value for _, value in findings.method.curve if isfinite(value)]
    for value in told:
        # The distance from the best fit, in tens: see `background.method`.
        yield from spellings(round((value - min(told)) / 10) * 10)
    yield from map(str, _SCALE)
    for place in range(len(findings.dictionary) + 1):
        yield str(place)  # how many features are told of
    yield str(hidden_percent(findings))
    yield from worked_out(findings)
    yield from crossings.derived(findings)
    yield from national.derived(findings)
    yield from type_rules.derived(findings)
    yield from sample.derived(Source(findings))
    if findings.places is not None:
        yield from area_rows.derived(findings.places, findings.language)


def _lines(thing: object) -> Iterator[tuple[str, ...]]:
    """Yield every text, and what stands side by side: rows, pairs, headings."""
    held = _held(thing)
    if held is None:
        # The width of a column is a float; a number that is told is text or whole. A
        # logo is bytes, and looked at as the asset that it is.
        yield () if isinstance(thing, float | bytes) else (str(thing),)
        return
    if held and all(isinstance(each, Column) for each in held):
        yield tuple(each.heading for each in held if isinstance(each, Column))
    yield tuple(str(each) for each in held if isinstance(each, str | int))
    if isinstance(thing, Panels):  # what the page tells of a dot that is pointed at
        for graph in graphs(thing):
            yield from ((dot.told,) for dot in (*graph.found, *graph.published))
    if isinstance(thing, Patch):  # and of an area, of which the name may hold a number
        yield thing.name, thing.shown
    # A row of a drawing: what it is of, and a tuple of shares.
    deeper = [each if isinstance(each, tuple) else (each,) for each in held]
    flat = [leaf for each in deeper for leaf in each if leaf is not None]
    if all(isinstance(leaf, str | int) for leaf in flat):
        yield tuple(map(str, flat))
    for each in held:
        yield from _lines(each)


def _paper_lines(findings: Findings) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the papers that go with the report; of JSON the texts."""
    for name, text in papers(findings).items():
        if name.endswith(".json"):
            yield from _lines(json.loads(text))
        else:
            yield from ((line,) for line in text.splitlines())


def _and_set(*built: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield lines as they are, and as the type that we ship sets them."""
    for line in chain(*built):
        yield line
        as_set = tuple(map(printable, line))
        if as_set != line:
            yield as_set


def _pages(report: Report) -> str:
    """Return the pattern of a line with the number of a page, and of a way to it."""
    page, of = re.escape(report.frame.page), re.escape(report.frame.of)
    called = [
        report.frame.contents,
        *(printable(section.called) for section in report.sections),
    ]
    chapter = "|".join(map(re.escape, called))
    return rf"(?i:(?:(?:{chapter}), )?{page} (\d{{1,3}})(?: {of} (\d{{1,3}}))?)"


def _assets(look: Look) -> Iterator[str]:
    """Yield the digests of the script and style of the page, and of the logo."""
    yield digest_of((_HERE / "formats" / "templates" / "report.js").read_bytes())
    yield digest_of(style_sheet(look).encode())
    if look.logo:
        yield digest_of(look.logo.content)
