"""The released tables as a workbook: one tidy sheet per table, no formula anywhere.

Text is always written as text, so a name that looks like a formula stays a name. The
file names no author and its date is the reference date, so the same tables give the
same bytes. The first sheet lists and explains the others; those begin with their header
in the first row, so that a program can read them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import xlsxwriter

from clusters.numbers import known, long_date
from clusters.report.formats.area_rows import area_rows
from clusters.report.formats.perspective_tables import sheets
from clusters.report.parts.privacy import rounded_parts, rounding
from clusters.report.source import Source
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
    from pathlib import Path

    from clusters.disclosure import ReleasedTable
    from clusters.findings.areas import Places
    from clusters.findings.findings import Findings
    from clusters.schema import Text

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,  # no copy in a folder for temporary files
}
_WIDEST = 60


@dataclass(frozen=True)
class _Sheet:
    """One table: its name on the tab, what it holds, its columns and rows."""

    name: str
    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def write_workbook(findings: Findings, path: Path) -> None:
    """Write the released tables as an .xlsx file; same tables, same bytes.

    Parameters
    ----------
    findings
        The released tables and what they mean.
    path
        The file to write.
    """
    source = Source(findings)
    sheets = tuple(_sheets(source))
    workbook = xlsxwriter.Workbook(str(path), _OPTIONS)
    created = datetime.combine(findings.reference_date, time(12))
    workbook.set_properties({"title": findings.title, "created": created})
    looks = _Looks.of(workbook, findings.look.accent)
    _contents(workbook, source, sheets, looks)
    for sheet in sheets:
        page = workbook.add_worksheet(sheet.name)
        _fill(page, sheet, looks, source.policy.marker)
    workbook.close()


def said(findings: Findings) -> Iterator[tuple[str, ...]]:
    """Yield what the workbook says beside its cells, for who looks at its texts."""
    source = Source(findings)
    yield (_title(findings),)
    yield from _notes(source)
    for sheet in _sheets(source):
        yield sheet.name, sheet.about
        yield sheet.header


@dataclass(frozen=True)
class _Looks:
    """How cells look; the header in the colour of the house, which white stands on."""

    title: object
    header: object
    number: object
    link: object
    name: object
    text: object

    @classmethod
    def of(cls, workbook: Any, accent: str) -> _Looks:  # noqa: ANN401 - xlsxwriter has no types
        wrapped = {"text_wrap": True, "valign": "top"}
        header = {"bold": True, "font_color": "#ffffff", "bg_color": accent}
        return cls(
            title=workbook.add_format({"bold": True, "font_size": 16}),
            header=workbook.add_format({**header, **wrapped}),
            number=workbook.add_format({"num_format": "#,##0", "align": "right"}),
            link=workbook.add_format(
                {"font_color": accent, "underline": True, "valign": "top"}
            ),
            name=workbook.add_format({"bold": True, "valign": "top"}),
            text=workbook.add_format(wrapped),
        )


def _contents(
    workbook: Any,  # noqa: ANN401 - as above
    source: Source,
    sheets: tuple[_Sheet, ...],
    looks: _Looks,
) -> None:
    page = workbook.add_worksheet(source.say(terms.CONTENTS))
    page.hide_gridlines(2)
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 100)
    findings = source.findings
    page.write_string(0, 0, _title(findings), looks.title)
    day = long_date(findings.reference_date, source.language)
    page.write_string(1, 0, source.say(terms.ON_DATE_SHORT, day=day))
    row = 3
    for sheet in sheets:
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", looks.link, sheet.name)
        page.write_string(row, 1, sheet.about, looks.text)
        row += 1
    for name, text in _notes(source):
        row += 1
        page.write_string(row, 0, name, looks.name)
        page.write_string(row, 1, text, looks.text)


def _title(findings: Findings) -> str:
    return f"{findings.title} – {findings.place}"


def _notes(source: Source) -> list[tuple[str, str]]:
    policy, say = source.policy, source.say
    hidden = say(
        privacy.RULES[0],
        least=policy.minimum_persons,
        marker=policy.marker,
    )
    return [
        (say(population.TITLE), source.read(source.findings.population)),
        (say(terms.MARKER, marker=policy.marker), hidden),
        (say(terms.MORE_THAN), say(terms.MORE_THAN_HOW)),
        (say(terms.ROUNDED), rounded_parts(source, *source.tables)),
        (say(terms.USE_TITLE), say(limits.USE_LONG)),
    ]


def _sheets(source: Source) -> Iterator[_Sheet]:
    say, findings = source.say, source.findings
    yield _Sheet(
        say(terms.SHEET_SIZES),
        _about(source, glance.CAPTION, findings.sizes),
        tuple(map(say, terms.SIZES_HEADER)),
        tuple(
            (
                row.cluster,
                source.name(row.cluster),
                _cell(source, row.persons),
                _cell(source, row.share),
            )
            for row in findings.sizes.rows.itertuples()
        ),
    )
    yield _profile(source, findings.profiles, terms.SHEET_PROFILES, terms.ANNEX_ABOUT)
    if findings.drilldown is not None:
        yield _profile(
            source, findings.drilldown, terms.SHEET_DESCRIBED, described.LEAD
        )
    yield _Sheet(
        say(terms.SHEET_FUNNEL),
        _about(source, population.FUNNEL_CAPTION, findings.funnel),
        tuple(map(say, terms.FUNNEL_HEADER)),
        tuple(
            (
                source.read(findings.funnel_steps[row.step]),
                _cell(source, row.persons),
            )
            for row in findings.funnel.rows.itertuples()
        ),
    )
    for name, about, header, rows in sheets(source):
        told = tuple(
            tuple(
                each if isinstance(each, str) else _cell(source, each) for each in row
            )
            for row in rows
        )
        yield _Sheet(name, about, header, told)
    if findings.places is not None:
        yield _areas(source, findings.places)
    yield _dictionary(source)


def _about(source: Source, about: Text, table: ReleasedTable) -> str:
    """Return what a sheet is about, and what its counts are rounded to."""
    told = source.say(about).rstrip(".")
    return f"{told}. {rounding(source, table)}".rstrip()


def _areas(source: Source, places: Places) -> _Sheet:
    rows = tuple(
        (*texts, _cell(source, persons), _cell(source, share))
        for *texts, persons, share, _ in area_rows(source, places)
    )
    header = tuple(map(source.say, areas.HEADER))
    name, about = (
        source.say(areas.SHEET),
        _about(source, areas.ABOUT, places.table),
    )
    return _Sheet(name, about, header, rows)


def _profile(source: Source, table: ReleasedTable, name: Text, about: Text) -> _Sheet:
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
    header = tuple(map(source.say, terms.PROFILE_HEADER))
    return _Sheet(source.say(name), _about(source, about, table), header, tuple(rows))


def _dictionary(source: Source) -> _Sheet:
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
    header = tuple(map(source.say, terms.DICTIONARY_HEADER))
    name, about = source.say(terms.SHEET_FEATURES), source.say(dictionary.TABLE)
    return _Sheet(name, about, header, tuple(rows))


def _cell(source: Source, value: object) -> str | int:
    number = known(value)
    return source.policy.marker if number is None else number


def _fill(
    page: Any,  # noqa: ANN401 - as above
    sheet: _Sheet,
    looks: _Looks,
    marker: str,
) -> None:
    for column, heading in enumerate(sheet.header):
        page.write_string(0, column, heading, looks.header)
        page.set_column(column, column, _width(row[column] for row in sheet.rows))
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(number, column, cell, looks.number)
            else:
                # the sign for a hidden number stands where the number would
                page.write_string(
                    number, column, cell, looks.number if cell == marker else None
                )
    last = (len(sheet.rows), len(sheet.header) - 1)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, *last)
    # the number of a cluster is its name, and stays text
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _printable(page)


def _printable(page: Any) -> None:  # noqa: ANN401 - as above
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)


def _width(cells: Iterable[str | int]) -> int:
    longest = max((len(str(cell)) for cell in cells), default=0)
    return min(max(longest + 2, 14), _WIDEST)
