"""The chapter on origins of all residents, through the years, and the city's type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.derived import (
    by_year,
    differences,
    diversities,
    found_in,
    placement,
)
from clusters.findings.largest import largest_gap
from clusters.numbers import known
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.perspectives.origin.municipality_types import MUNICIPALITY_TYPES
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import (
    Block,
    Column,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
)
from clusters.report.drawings import Bar, Bars
from clusters.report.parts.codes import name_of
from clusters.report.parts.missing import what_is_missing
from clusters.report.parts.published import signed, source_of_published
from clusters.report.parts.years import years_figure
from clusters.report.shown import Origin
from clusters.report.words import codes, missing
from clusters.report.words import origins as words
from clusters.report.words import published as published_words
from clusters.report.words import years as years_words
from clusters.report.words.sentences import capital

if TYPE_CHECKING:
    from clusters.findings.perspectives import Found
    from clusters.report.source import Source

_HOME = "NL"
_CODES = tuple(group.code for group in ORIGIN18)


def origins(source: Source) -> Section | None:
    """Return the chapter on origins, if they were counted."""
    views = source.findings.views
    if "origins" not in views.tables:
        blocks = what_is_missing(source, "origins")
        title = source.say(words.TITLE)
        return Section("origins", title, tuple(blocks)) if blocks else None
    blocks = [
        Paragraph(source.say(words.LEAD), lead=True),
        *_bars(source),
        *_municipality(source),
        *_years(source),
        *what_is_missing(source, "origins"),
    ]
    return Section("origins", source.say(words.TITLE), tuple(blocks))


def _has_home(source: Source) -> bool:
    """Return whether those born here are counted, and so all residents."""
    return bool(found_in(source.findings.views, "origins").get((_HOME,)))


def _bars(source: Source) -> list[Block]:
    table = source.findings.views.tables["origins"]
    shown = table.rows.sort_values("persons", ascending=False, kind="stable")
    bars = tuple(
        Bar(
            capital(name_of(source, "origin", row.origin)),
            known(row.persons),
            source.count(row.persons),
        )
        for row in shown.itertuples()
        if row.origin not in {EVERYBODY, _HOME}
    )
    in_words = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    blocks: list[Block] = []
    if _has_home(source):
        share = source.percent(table.value("share", origin=_HOME))
        blocks = [Paragraph(source.say(words.NOT_DRAWN, share=share))]
    figure = Figure(
        Bars(bars),
        source.say(words.CAPTION),
        source.say(words.ALT, bars=in_words),
        note=source.hidden_note(table),
    )
    return [figure, *blocks]


def _municipality(source: Source) -> list[Block]:
    """Return the short section on the diversity and the type of the municipality."""
    say, views = source.say, source.findings.views
    heading = Heading(say(words.DIVERSITY))
    place = placement(views)
    if place is None:
        whole = _has_home(source)
        why = missing.HIDDEN_ORIGINS if whole else missing.NOT_ALL_RESIDENTS
        return [heading, Paragraph(say(why))]
    year = str(source.findings.reference_date.year)
    found = by_year(views, "origin", int(year))
    index = source.decimal(diversities(found)[year], 2)
    nearest = {kind.code: kind for kind in MUNICIPALITY_TYPES}[place.nearest]
    return [
        heading,
        Paragraph(say(words.DIVERSITY_TEXT, index=index)),
        Paragraph(
            say(
                words.MUNICIPALITY,
                type=source.read(place.type.name),
                rule=source.read(place.type.rule),
                next=source.read(nearest.name),
                points=source.count(
                    round(place.distances[place.nearest]), Origin.DERIVED
                ),
            )
        ),
        *_diversity_by_year(source, found),
    ]


def _diversity_by_year(source: Source, found: Found) -> list[Block]:
    say, published = source.say, source.findings.views.published.origins
    here, there = diversities(found), diversities({**published})
    if len(here) < 2:
        return []

    def index(indices: dict[str, float], year: str) -> str:
        # Where nothing was published nothing is hidden, so there is no marker.
        return source.decimal(indices[year], 2) if year in indices else "–"

    both = [(published_words.FOUND_COLUMN, here)]
    if there:
        both.insert(0, (published_words.PUBLISHED_COLUMN, there))
    rows = tuple(
        (say(heading), *(index(indices, year) for year in here))
        for heading, indices in both
    )
    columns = (
        Column(say(years_words.YEAR), 2.0),
        *(Column(year, 1.0, "right") for year in here),
    )
    return [Table(say(words.DIVERSITY_TABLE), columns, rows, small=True)]


def _years(source: Source) -> list[Block]:
    views, say = source.findings.views, source.say
    if "origins_by_year" not in views.tables:
        return []
    found = by_year(views, "origin", source.findings.reference_date.year)
    figure = years_figure(
        source,
        "origin",
        _CODES,
        found,
        {**views.published.origins},
        words.YEARS_CAPTION,
    )
    return [Heading(say(words.YEARS)), figure, *_compared(source, found)]


def _compared(source: Source, found: Found) -> list[Block]:
    say, published = source.say, source.findings.views.published.origins
    if not published:
        return []
    gaps = differences(found, published)
    years = sorted({year for year, _ in published})
    rows = tuple(
        (
            name_of(source, "origin", code),
            *(signed(source, gaps.get((year, code))) for year in years),
        )
        for code in _CODES
    )
    columns = (
        Column(say(codes.ORIGIN), 3.6),
        *(Column(year, 1.0, "right") for year in years),
    )
    table = Table(
        say(words.COMPARED),
        columns,
        rows,
        note=f"{say(words.COMPARED_NOTE)} {source_of_published(source)}".strip(),
        small=True,
    )
    largest = largest_gap(gaps)
    if largest is None:
        return [table]
    (year, code), gap = largest
    in_words = say(
        words.LARGEST,
        number=signed(source, gap),
        name=name_of(source, "origin", code),
        year=year,
    )
    return [Paragraph(in_words), table]
