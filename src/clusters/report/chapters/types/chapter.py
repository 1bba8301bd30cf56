"""The chapter on types of internationals: now, why not, and through the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.breaks import (
    UNDETERMINED,
    lacking_years,
    undetermined_years,
    without_types_of,
)
from clusters.findings.derived import (
    by_year,
    differences,
    found_in,
    perhaps_no_internationals,
    told_types,
)
from clusters.numbers import known
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
)
from clusters.report.chapters.types.rules import limit_note, rule
from clusters.report.drawings import Bar, Bars
from clusters.report.parts.codes import name_of
from clusters.report.parts.missing import what_is_missing
from clusters.report.parts.published import difference, source_of_published
from clusters.report.parts.years import lacking_notes, undetermined_notes, years_figure
from clusters.report.shown import Origin
from clusters.report.words import codes as codes_words
from clusters.report.words import published as published_words
from clusters.report.words import types as words
from clusters.report.words import years as years_words
from clusters.report.words.terms import PERSONS_COLUMN, SHARE

if TYPE_CHECKING:
    from clusters.disclosure import ReleasedTable
    from clusters.findings.perspectives import Found
    from clusters.report.source import Source

# As on the city's dashboard: those with income, who depends on them, and others.
_ORDER = (
    "knowledge_worker", "labour_migrant", "student", "partner", "child_foreign",
    "child_dutch", "status_holder", "status_family", "other", "undetermined",
)  # fmt: skip


def types(source: Source) -> Section | None:
    """Return the chapter on types, if types were counted."""
    table = source.findings.views.tables.get("types")
    if table is None:
        return None
    title = source.say(words.TITLE)
    if not told_types(source.findings.views):
        nobody = Bullets((source.say(words.NOBODY_HAS_TYPE),))
        return Section("types", title, (nobody, *what_is_missing(source, "types")))
    everybody = table.value("persons", type=EVERYBODY)
    hidden = known(everybody) is None
    perhaps = perhaps_no_internationals(source.findings.views)
    template = words.LEAD_PERHAPS if perhaps else words.LEAD
    lead = source.say(
        words.LEAD_HIDDEN if hidden else template,
        place=source.findings.place,
        persons=source.count(everybody),
    )
    blocks = [
        Paragraph(lead, lead=True),
        *_perhaps_none(source),
        _bars(source, table),
        _rules(source, table),
        *_reasons(source),
        *_years(source),
        *what_is_missing(source, "types"),
    ]
    return Section("types", title, tuple(blocks))


def _perhaps_none(source: Source) -> list[Block]:
    persons = perhaps_no_internationals(source.findings.views)
    if persons == 0:
        return []
    if persons is None:
        return [Paragraph(source.say(words.PERHAPS_NONE_HIDDEN))]
    return [Paragraph(source.say(words.PERHAPS_NONE, persons=source.count(persons)))]


def _present(table: ReleasedTable) -> list[str]:
    """Return the types that are counted: the six, and last those of none."""
    codes = [code for code in table.rows["type"] if code != EVERYBODY]
    return sorted(codes, key=lambda code: _ORDER.index(code))


def _bars(source: Source, table: ReleasedTable) -> Figure:
    bars = tuple(
        Bar(
            name_of(source, "type", code),
            known(table.value("persons", type=code)),
            source.count(table.value("persons", type=code)),
            pale=code in {"other", "undetermined"},
        )
        for code in _present(table)
    )
    in_words = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    return Figure(
        Bars(bars),
        source.say(words.CAPTION),
        source.say(words.ALT, bars=in_words),
        note=source.hidden_note(table),
    )


def _rules(source: Source, table: ReleasedTable) -> Table:
    # In order of precedence, which the rules are read in.
    rows = tuple(
        (
            name_of(source, "type", code),
            source.count(table.value("persons", type=code)),
            source.part_percent(
                table.value("share", type=code), table.value("persons", type=code)
            ),
            rule(source, code),
        )
        for code in (each.code for each in source.findings.views.types)
        if code in set(_present(table))
    )
    columns = (
        Column(source.say(codes_words.TYPE), 2.4),
        Column(source.say(PERSONS_COLUMN), 1.0, "right"),
        Column(source.say(SHARE), 0.9, "right"),
        Column(source.say(words.RULE), 6.0),
    )
    note = limit_note(source)
    return Table(source.say(words.TABLE), columns, rows, note=note, small=True)


def _reasons(source: Source) -> list[Block]:
    table = source.findings.views.tables.get("type_reasons")
    if table is None or not len(table.rows):
        return []
    rows: list[tuple[str, ...]] = []
    for code in dict.fromkeys(table.rows["type"]):
        rows.append((name_of(source, "type", code),))
        rows += [
            (name_of(source, "reason", row.reason), source.count(row.persons))
            for row in table.where(type=code).itertuples()
        ]
    columns = (
        Column(source.say(codes_words.REASON), 6.0),
        Column(source.say(PERSONS_COLUMN), 1.5, "right"),
    )
    note = source.hidden_note(table)
    caption = source.say(words.REASONS_TABLE)
    return [Table(caption, columns, tuple(rows), note=note, small=True)]


def _years(source: Source) -> list[Block]:
    views, say = source.findings.views, source.say
    if "types_by_year" not in views.tables:
        return []
    year = source.findings.reference_date.year
    found = by_year(views, "type", year)
    codes = [code for code in _present(views.tables["types"]) if code != UNDETERMINED]
    shares = _shares_by_year(source)
    untold = undetermined_years(shares)
    figure = years_figure(
        source,
        "type",
        codes,
        without_types_of(found, untold),
        {**views.published.types},
        words.YEARS_CAPTION,
        [
            *undetermined_notes(source, untold),
            *lacking_notes(source, lacking_years(shares)),
        ],
    )
    return [
        Heading(say(words.YEARS)),
        Paragraph(say(words.WINDOW, year=year)),
        figure,
        *_compared(source, codes),
    ]


def _shares_by_year(source: Source) -> Found:
    """Return the released share of each type in each year, that of the extract too."""
    views, year = source.findings.views, str(source.findings.reference_date.year)
    now = found_in(views, "types", "share").items()
    today = {(year, code): share for (code,), share in now}
    return found_in(views, "types_by_year", "share") | today


def _compared(source: Source, codes: list[str]) -> list[Block]:
    views, say = source.findings.views, source.say
    published = views.published.types
    if not published:
        return []
    found = by_year(views, "type", source.findings.reference_date.year)
    gaps = differences(found, published)
    rows: list[tuple[str, ...]] = []
    for code in codes:
        years = sorted(year for year, other in published if other == code)
        if years:
            rows.append((name_of(source, "type", code),))
        rows += [
            (
                year,
                source.count(published[year, code], Origin.PUBLISHED),
                source.count(found.get((year, code))),
                difference(source, gaps[year, code]),
            )
            for year in years
        ]
    columns = (
        Column(say(years_words.YEAR), 1.0),
        Column(say(published_words.PUBLISHED_COLUMN), 1.5, "right"),
        Column(say(published_words.FOUND_COLUMN), 1.5, "right"),
        Column(say(published_words.DIFFERENCE_COLUMN), 2.5, "right"),
    )
    caption, note = say(words.COMPARED), source_of_published(source)
    return [Table(caption, columns, tuple(rows), note=note, small=True)]
