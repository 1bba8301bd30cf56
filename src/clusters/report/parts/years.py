"""Numbers through the years: small graphs, and notes on years that do not compare."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from clusters.findings.breaks import breaks
from clusters.report.blocks import Figure
from clusters.report.drawings import Panel, Panels
from clusters.report.parts.codes import name_of
from clusters.report.parts.published import source_of_published
from clusters.report.shown import Origin
from clusters.report.words import published as published_words
from clusters.report.words import years as words
from clusters.report.words.sentences import capital, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusters.findings.breaks import Undetermined
    from clusters.findings.perspectives import Found
    from clusters.report.source import Source
    from clusters.schema import Text


_FEW_GRAPHS = 9  # up to which they are set larger
_MANY_GRAPHS = 12  # from which they are set smaller, so as to stay on a page


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
                capital(name_of(source, dimension, code)),
                code,
                years,
                found,
                published or {},
            ),
            cuts=tuple(years.index(year) for year in cut if year in years),
        )
        for code, cut in cuts.items()
    )
    return panels, "; ".join(first_and_last(source, panel) for panel in panels)


def break_notes(
    source: Source,
    dimension: str,
    cuts: Mapping[str, Sequence[str]],
    years: Sequence[str],
    other_source: str = "",
) -> list[str]:
    """Return a sentence for each year that no line is drawn to."""
    notes = []
    for before, year in pairwise(years):
        broken = [code for code, cut in cuts.items() if year in cut]
        if not broken:
            continue
        names = listed(
            [f"‘{capital(name_of(source, dimension, code))}’" for code in broken],
            source.language,
        )
        every = len(broken) == len(cuts) > 1
        names = source.say(words.EVERY_LINE) if every else names
        notes.append(source.say(words.NO_LINE, before=before, year=year, names=names))
        if other_source in {before, year}:
            notes.append(source.say(words.OTHER_SOURCE, year=other_source))
    return notes


def undetermined_notes(source: Source, years: Sequence[Undetermined]) -> list[str]:
    """Return a sentence for each year whose types cannot be told, and why, if known."""
    last_whole = str(source.findings.reference_date.year - 1)
    notes = []
    for each in years:
        # What is hidden is small but not nothing, so no number is told in its place.
        template = (
            words.UNDETERMINED_YEAR if each.elsewhere else words.UNDETERMINED_ONLY
        )
        notes.append(
            source.say(
                template,
                year=each.year,
                share=source.percent(each.share, Origin.DERIVED),
                elsewhere=source.percent(each.elsewhere, Origin.DERIVED),
            )
        )
        if each.year >= last_whole:
            notes.append(source.say(words.JUST_CAME))
    return notes


def lacking_notes(source: Source, years: Sequence[Undetermined]) -> list[str]:
    """Return a sentence for each year of which the types lack some people."""
    return [
        source.say(
            words.LACKING_YEAR,
            year=each.year,
            share=source.percent(each.share, Origin.DERIVED),
        )
        for each in years
    ]


def graphs_across(number: int) -> int:
    """Return how many graphs to set on a row, so that the last row has few gaps.

    Examples
    --------
    >>> graphs_across(8), graphs_across(9), graphs_across(18)
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
    panels, in_words = over_years(source, dimension, found, cuts, published)
    source.draws(published.values(), Origin.PUBLISHED)
    notes = [*notes, *break_notes(source, dimension, cuts, years, extract)]
    notes += [source_of_published(source)] if published else []
    return Figure(
        Panels(
            panels,
            tuple(years),
            source.language,
            found=say(published_words.FOUND),
            published=say(published_words.PUBLISHED) if published else "",
            across=3 if len(codes) <= _FEW_GRAPHS else graphs_across(len(codes)),
        ),
        say(caption),
        say(words.ALT, first=years[0], last=years[-1], panels=in_words),
        note=" ".join(filter(None, notes)),
    )


def _panel(
    name: str, code: str, years: Sequence[str], found: Found, published: Found
) -> Panel:
    figures = tuple(published.get((year, code)) for year in years)
    return Panel(
        title=name,
        found=tuple(found.get((year, code)) for year in years),
        published=figures if any(each is not None for each in figures) else (),
    )


def first_and_last(source: Source, panel: Panel) -> str:
    """Return a graph in words: its first and its last number."""
    known = [each for each in panel.found if each is not None]
    first, last = (known[0], known[-1]) if known else (None, None)
    return source.say(
        words.PANEL_ALT,
        name=panel.title,
        first=source.count(first),
        last=source.count(last),
    )
