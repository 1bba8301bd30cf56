"""What the chapters on other perspectives share: names, graphs, differences."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from clusters.findings.breaks import breaks
from clusters.numbers import MINUS
from clusters.perspectives.groups import ORIGIN9, ORIGIN18
from clusters.perspectives.type_names import REASONS
from clusters.profiles.counts import EVERYBODY
from clusters.profiles.through_time import BORN_HERE, EARLIER
from clusters.report.blocks import Bullets, Figure, Heading, Panel, Panels
from clusters.report.words import breaks as said
from clusters.report.words import perspectives as words
from clusters.report.words.missing import sentence
from clusters.report.words.sentences import capital, listed
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusters.findings.breaks import Undetermined
    from clusters.findings.perspectives import Found
    from clusters.report.blocks import Block
    from clusters.report.source import Source
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
_SPECIAL = {
    EVERYBODY: words.ALL,
    UNKNOWN: words.UNKNOWN_WORD,
    EARLIER: words.EARLIER,
    BORN_HERE: words.BORN_HERE,
}


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


def years_of(found: Found) -> list[str]:
    """Return the years in a table, in order; not what stands in place of a year."""
    return sorted({year for year, *_ in found if year.isdigit()})


def over_years(
    source: Source,
    dimension: str,
    found: Found,
    cuts: Mapping[str, Sequence[str]],
    published: Found | None = None,
) -> tuple[tuple[Panel, ...], str]:
    """Return the graph of every code over the years of ``found``, and them in words.

    ``cuts`` has every code, and the years that no line is drawn to.
    """
    years = years_of(found)
    panels = tuple(
        replace(
            _panel(
                capital(called(source, dimension, code)),
                code,
                years,
                found,
                published or {},
            ),
            cuts=tuple(years.index(year) for year in cut if year in years),
        )
        for code, cut in cuts.items()
    )
    return panels, "; ".join(from_to(source, panel) for panel in panels)


def said_of_breaks(
    source: Source,
    dimension: str,
    cuts: Mapping[str, Sequence[str]],
    years: Sequence[str],
    other_source: str = "",
) -> list[str]:
    """Return a sentence for each year that no line is drawn to."""
    told = []
    for before, year in pairwise(years):
        broken = [code for code, cut in cuts.items() if year in cut]
        if not broken:
            continue
        names = listed(
            [f"‘{capital(called(source, dimension, code))}’" for code in broken],
            source.language,
        )
        every = len(broken) == len(cuts) > 1
        names = source.say(said.EVERY_LINE) if every else names
        told.append(source.say(said.NO_LINE, before=before, year=year, names=names))
        if other_source in {before, year}:
            told.append(source.say(said.OTHER_SOURCE, year=other_source))
    return told


def said_of_undetermined(source: Source, years: Sequence[Undetermined]) -> list[str]:
    """Return a sentence for each year whose types cannot be told, and why, if known."""
    last_whole = str(source.findings.reference_date.year - 1)
    told = []
    for each in years:
        # What is hidden is small but not nothing, so no number is told in its place.
        template = said.UNDETERMINED_YEAR if each.elsewhere else said.UNDETERMINED_ONLY
        told.append(
            source.say(
                template,
                year=each.year,
                share=source.percent(each.share),
                elsewhere=source.percent(each.elsewhere),
            )
        )
        if each.year >= last_whole:
            told.append(source.say(said.JUST_CAME))
    return told


def said_of_lacking(source: Source, years: Sequence[Undetermined]) -> list[str]:
    """Return a sentence for each year of which the types lack some people."""
    return [
        source.say(
            said.LACKING_YEAR,
            year=each.year,
            share=source.percent(each.share),
        )
        for each in years
    ]


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
    notes: Sequence[str] = (),
) -> Figure:
    """Return what was found of every code over the years, beside what was published."""
    say, years = source.say, years_of(found)
    extract = str(source.findings.reference_date.year)
    cuts = breaks(found, codes, years, extract)
    panels, told = over_years(source, dimension, found, cuts, published)
    said = [*notes, *said_of_breaks(source, dimension, cuts, years, extract)]
    said += [told_of_source(source)] if published else []
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
        note=" ".join(filter(None, said)),
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


def from_to(source: Source, panel: Panel) -> str:
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
    lacking = source.findings.views.missing.get(chapter, ())
    if not lacking:
        return []
    told = Bullets(tuple(source.read(sentence(each)) for each in lacking))
    return [Heading(source.say(words.MISSING)), told]
