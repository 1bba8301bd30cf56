"""What stands in the workbook: its contents, and one tidy sheet per released table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from clusters.disclosure.exit import Built
from clusters.numbers import known
from clusters.report.formats import perspective_tables
from clusters.report.formats.area_rows import area_rows
from clusters.report.parts.privacy import rounded_parts, rounding
from clusters.report.words import (
    areas,
    described,
    dictionary,
    glance,
    limits,
    population,
    privacy,
    sentences,
    terms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusters.disclosure import ReleasedTable
    from clusters.findings.areas import Places
    from clusters.report.source import Source
    from clusters.schema import Text

Cell = str | int


@dataclass(frozen=True)
class Sheet:
    """One table: its name on the tab, what it holds, its columns and rows."""

    name: str
    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Contents:
    """The first sheet: what the book is, which sheets it has, and what to know."""

    name: str
    title: str
    day: str
    notes: tuple[tuple[str, str], ...]


def contents(source: Source) -> Contents:
    """Return the first sheet."""
    findings = source.findings
    day = source.say(terms.ON_DATE_SHORT, day=source.date(findings.reference_date))
    notes = tuple(_notes(source))
    source.ledger.refuse_unknown((day, *chain.from_iterable(notes)))
    title = f"{findings.title} – {findings.place}"
    return Contents(source.say(terms.CONTENTS), title, day, notes)


def sheets(source: Source) -> tuple[Sheet, ...]:
    """Return the sheets after the first, one per table."""
    findings = source.findings
    told = (
        _sizes(source),
        _profile(source, findings.profiles, terms.SHEET_PROFILES, terms.ANNEX_ABOUT),
        *_described(source),
        _funnel(source),
        *_perspectives(source),
        *([_areas(source, findings.places)] if findings.places else []),
        _dictionary(source),
    )
    words = ((each.name, each.about, *each.header) for each in told)
    source.ledger.refuse_unknown(chain.from_iterable(words))
    return told


def workbook_built(first: Contents, others: Iterable[Sheet]) -> Built:
    """Return every text and number of the workbook, for who looks into the file."""
    told = tuple(others)
    rows: list[tuple[Cell, ...]] = [
        (first.name, first.title),
        (first.name, first.day),
        *((first.name, each.name, each.about) for each in told),
        *((first.name, *note) for note in first.notes),
    ]
    for sheet in told:
        rows += [(sheet.name, *row) for row in (sheet.header, *sheet.rows)]
    return Built.of(
        (_without_blanks(tuple(map(str, row))) for row in rows),
        (cell for row in rows for cell in row if isinstance(cell, str)),
    )


def _without_blanks(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return cells without the empty ones at the end, which a sheet does not have."""
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _notes(source: Source) -> Iterator[tuple[str, str]]:
    policy, say = source.policy, source.say
    hidden = say(
        privacy.RULES[0],
        least=policy.minimum_persons,
        marker=policy.marker,
    )
    yield say(population.TITLE), source.read(source.findings.population)
    yield say(terms.MARKER, marker=policy.marker), hidden
    yield say(terms.MORE_THAN), say(terms.MORE_THAN_HOW)
    yield say(terms.ROUNDED), rounded_parts(source, *source.tables)
    yield say(terms.USE_TITLE), say(limits.USE_LONG)


def _sizes(source: Source) -> Sheet:
    sizes = source.findings.sizes
    rows = tuple(
        (
            row.cluster,
            source.name(row.cluster),
            _cell(source, row.persons),
            _cell(source, row.share),
        )
        for row in sizes.rows.itertuples()
    )
    about = _about(source, glance.CAPTION, sizes)
    return _sheet(source, terms.SHEET_SIZES, about, terms.SIZES_HEADER, rows)


def _described(source: Source) -> Iterator[Sheet]:
    table = source.findings.drilldown
    if table is not None:
        yield _profile(source, table, terms.SHEET_DESCRIBED, described.LEAD)


def _funnel(source: Source) -> Sheet:
    funnel, steps = source.findings.funnel, source.findings.funnel_steps
    rows = tuple(
        (source.read(steps[row.step]), _cell(source, row.persons))
        for row in funnel.rows.itertuples()
    )
    about = _about(source, population.FUNNEL_CAPTION, funnel)
    return _sheet(source, terms.SHEET_FUNNEL, about, terms.FUNNEL_HEADER, rows)


def _perspectives(source: Source) -> Iterator[Sheet]:
    for name, about, header, rows in perspective_tables.sheets(source):
        told = tuple(
            tuple(
                each if isinstance(each, str) else _cell(source, each) for each in row
            )
            for row in rows
        )
        yield Sheet(name, about, header, told)


def _areas(source: Source, places: Places) -> Sheet:
    rows = tuple(
        (*texts, _cell(source, persons), _cell(source, share))
        for *texts, persons, share, _ in area_rows(source, places)
    )
    about = _about(source, areas.ABOUT, places.table)
    return _sheet(source, areas.SHEET, about, areas.HEADER, rows)


def _profile(source: Source, table: ReleasedTable, name: Text, about: Text) -> Sheet:
    rows = []
    for row in table.rows.to_dict("records"):
        feature = source.meanings[row["feature"]]
        above = known(row["above"])
        rows.append(
            (
                row["cluster"],
                source.name(row["cluster"]),
                sentences.heading(feature, source.language),
                sentences.answer(feature, row["category"], source.language),
                *(_cell(source, row[number]) for number in ("persons", "share")),
                "" if above is None else above,  # hidden or not, there is no marker
                *(
                    _cell(source, row[number])
                    for number in ("unknown", "reference_share", "difference", "index")
                ),
            )
        )
    told = _about(source, about, table)
    return _sheet(source, name, told, terms.PROFILE_HEADER, tuple(rows))


def _dictionary(source: Source) -> Sheet:
    rows = []
    for feature in source.findings.dictionary:
        role = terms.CLUSTERED if feature.clustered else terms.ONLY_DESCRIBES
        rows += [
            (
                source.say(terms.THEMES[feature.theme]),
                sentences.heading(feature, source.language),
                code.meaning.to(source.language),
                source.say(role),
            )
            for code in feature.categories
        ]
    about = source.say(dictionary.TABLE)
    return _sheet(
        source, terms.SHEET_FEATURES, about, terms.DICTIONARY_HEADER, tuple(rows)
    )


def _sheet(
    source: Source,
    name: Text,
    about: str,
    header: Iterable[Text],
    rows: tuple[tuple[Cell, ...], ...],
) -> Sheet:
    return Sheet(source.say(name), about, tuple(map(source.say, header)), rows)


def _about(source: Source, about: Text, table: ReleasedTable) -> str:
    """Return what a sheet is about, and what its counts are rounded to."""
    told = source.say(about).rstrip(".")
    return f"{told}. {rounding(source, table)}".rstrip()


def _cell(source: Source, value: object) -> Cell:
    number = known(value)
    return source.policy.marker if number is None else number
