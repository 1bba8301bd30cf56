"""What the chapters on other perspectives share: names, graphs, differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.perspectives.groups import ORIGIN9, ORIGIN18
from clusters.perspectives.type_names import REASONS
from clusters.profiles.counts import EVERYBODY
from clusters.report import view_words as words
from clusters.report.blocks import Bullets, Figure, Heading, Panel, Panels
from clusters.report.numbers import MINUS
from clusters.report.words import capital
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.report.blocks import Block
    from clusters.report.source import Source
    from clusters.report.view_numbers import Found
    from clusters.schema import Text

_NAMES: dict[str, dict[str, Text]] = {
    "reason": {each.code: each.meaning for each in REASONS},
    "origin": {each.code: each.name for each in (*ORIGIN9, *ORIGIN18)},
    "origin9": {each.code: each.name for each in ORIGIN9},
    "direction": words.MOVED,
    "outcome": words.OUTCOMES,
}
_FEW_GRAPHS = 9  # up to which they are set larger
_MANY_GRAPHS = 12  # from which they are set smaller, so as to stay on a page
_SPECIAL = {EVERYBODY: words.ALL, UNKNOWN: words.UNKNOWN_WORD}


def called(source: Source, dimension: str, code: str) -> str:
    """Return what a code is called; years are called by their number."""
    names = _NAMES.get(dimension, {})
    if dimension == "type":
        names = {each.code: each.name for each in source.findings.views.types}
    name = names.get(code) or _SPECIAL.get(code)
    return source.read(name) if name else code


def difference(source: Source, number: int | None) -> str:
    """Return in words how much more or less was found than published."""
    if number is None:
        return source.say(words.NOT_TOLD)
    if not number:
        return source.say(words.EQUAL)
    template = words.MORE if number > 0 else words.LESS
    return source.say(template, number=source.count(abs(number)))


def signed(source: Source, number: int | None) -> str:
    """Return a difference with its sign, the marker where it cannot be told."""
    if number is None:
        return source.policy.marker
    if not number:
        return "0"
    return f"{'+' if number > 0 else MINUS}{source.count(abs(number))}"


def over_years(
    source: Source,
    dimension: str,
    codes: Sequence[str],
    found: Found,
    published: Found | None = None,
) -> tuple[tuple[Panel, ...], str]:
    """Return the graph of every code over the years of ``found``, and them in words."""
    years = sorted({year for year, _ in found} - {UNKNOWN, EVERYBODY})
    panels = tuple(
        _panel(
            capital(called(source, dimension, code)),
            code,
            years,
            found,
            published or {},
        )
        for code in codes
    )
    return panels, "; ".join(_from_to(source, panel) for panel in panels)


def beside(number: int) -> int:
    """Return how many of so many small graphs stand beside each other, by their gaps.

    Examples
    --------
    >>> beside(8), beside(9), beside(18)
    (4, 5, 6)
    """
    choices = (4, 5) if number <= _MANY_GRAPHS else (5, 6)
    return min(choices, key=lambda across: -number % across)


def years_figure(  # noqa: PLR0913 - what a figure is of, and what it is called
    source: Source,
    dimension: str,
    codes: Sequence[str],
    found: Found,
    published: Found,
    caption: Text,
) -> Figure:
    """Return what was found of every code over the years, beside what was published."""
    say, years = source.say, sorted({year for year, _ in found})
    panels, told = over_years(source, dimension, codes, found, published)
    return Figure(
        Panels(
            panels,
            tuple(years),
            source.language,
            found=say(words.FOUND),
            published=say(words.PUBLISHED) if published else "",
            across=3 if len(codes) <= _FEW_GRAPHS else beside(len(codes)),
        ),
        say(caption),
        say(words.YEARS_ALT, first=years[0], last=years[-1], panels=told),
        note=told_of_source(source) if published else "",
    )


def _panel(
    name: str, code: str, years: Sequence[str], found: Found, published: Found
) -> Panel:
    told = tuple(published.get((year, code)) for year in years)
    return Panel(
        title=name,
        found=tuple(found.get((year, code)) for year in years),
        published=told if any(each is not None for each in told) else (),
    )


def _from_to(source: Source, panel: Panel) -> str:
    """Return a graph in words: its first and its last number."""
    known = [each for each in panel.found if each is not None]
    first, last = (known[0], known[-1]) if known else (None, None)
    return source.say(
        words.PANEL_ALT,
        name=panel.title,
        first=source.count(first),
        last=source.count(last),
    )


def told_of_source(source: Source) -> str:
    """Return who published what is held against, empty if nobody said."""
    said = source.findings.views.published.source
    return source.say(words.SOURCE, source=said) if said else ""


def what_is_missing(source: Source, chapter: str) -> list[Block]:
    """Return the sentences on what a chapter cannot tell."""
    texts = source.findings.views.missing.get(chapter, ())
    if not texts:
        return []
    told = Bullets(tuple(source.read(text) for text in texts))
    return [Heading(source.say(words.MISSING)), told]
