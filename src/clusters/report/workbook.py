"""The released tables as a workbook: one tidy sheet per table, no formula anywhere.

Text is always written as text, so a name that looks like a formula stays a name. The
file names no author and its date is the reference date, so the same tables give the
same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import xlsxwriter

from clusters.report import explanations, prose, terms, words
from clusters.report.numbers import known, long_date
from clusters.report.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from clusters.disclosure import ReleasedTable
    from clusters.report.findings import Findings
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
    bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    title = workbook.add_format({"bold": True, "font_size": 14})
    _contents(workbook, source, sheets, title)
    for sheet in sheets:
        _fill(workbook.add_worksheet(sheet.name), sheet, bold)
    workbook.close()


def _contents(
    workbook: Any,  # noqa: ANN401 - xlsxwriter has no types
    source: Source,
    sheets: tuple[_Sheet, ...],
    title: object,
) -> None:
    page = workbook.add_worksheet(source.say(terms.CONTENTS))
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 100)
    findings = source.findings
    page.write_string(0, 0, f"{findings.title} – {findings.place}", title)
    day = long_date(findings.reference_date, source.language)
    lines = [("", source.say(terms.ON_DATE_SHORT, day=day))]
    lines += [(sheet.name, sheet.about) for sheet in sheets]
    lines += [(source.say(terms.NOTES), text) for text in _notes(source)]
    for number, (left, right) in enumerate(lines, start=1):
        page.write_string(number, 0, left)
        page.write_string(number, 1, right)


def _notes(source: Source) -> list[str]:
    policy = source.policy
    return [
        source.read(source.findings.population),
        source.say(
            explanations.PRIVACY_RULES[0],
            least=policy.minimum_persons,
            marker=policy.marker,
        ),
        source.say(prose.ROUNDING, base=policy.round_base),
        source.say(explanations.USE_LONG),
    ]


def _sheets(source: Source) -> Iterator[_Sheet]:
    say, findings = source.say, source.findings
    yield _Sheet(
        say(terms.SHEET_SIZES),
        say(terms.SIZES_CAPTION),
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
    yield _profile(source, findings.profiles, terms.SHEET_PROFILES, prose.ANNEX_ABOUT)
    if findings.drilldown is not None:
        yield _profile(
            source, findings.drilldown, terms.SHEET_DESCRIBED, prose.DESCRIBED_LEAD
        )
    yield _Sheet(
        say(terms.SHEET_FUNNEL),
        say(terms.FUNNEL_CAPTION),
        tuple(map(say, terms.FUNNEL_HEADER)),
        tuple(
            (
                source.read(findings.funnel_steps[row.step]),
                _cell(source, row.persons),
            )
            for row in findings.funnel.rows.itertuples()
        ),
    )
    yield _dictionary(source)


def _profile(source: Source, table: ReleasedTable, name: Text, about: Text) -> _Sheet:
    rows = []
    for row in table.rows.to_dict("records"):
        feature = source.meanings[row["feature"]]
        numbers = ("persons", "share", "reference_share", "difference", "index")
        rows.append(
            (
                row["cluster"],
                source.name(row["cluster"]),
                words.heading(feature, source.language),
                words.answer(feature, row["category"], source.language),
                *(_cell(source, row[number]) for number in numbers),
            )
        )
    header = tuple(map(source.say, terms.PROFILE_HEADER))
    return _Sheet(source.say(name), source.say(about), header, tuple(rows))


def _dictionary(source: Source) -> _Sheet:
    rows = []
    for feature in source.findings.dictionary:
        role = terms.CLUSTERED if feature.clustered else terms.ONLY_DESCRIBES
        rows += [
            (
                source.say(terms.THEMES[feature.theme]),
                words.heading(feature, source.language),
                code.meaning.to(source.language),
                source.say(role),
            )
            for code in feature.categories
        ]
    header = tuple(map(source.say, terms.DICTIONARY_HEADER))
    name, about = source.say(terms.SHEET_FEATURES), source.say(terms.ALL_FEATURES)
    return _Sheet(name, about, header, tuple(rows))


def _cell(source: Source, value: object) -> str | int:
    number = known(value)
    return source.policy.marker if number is None else number


def _fill(page: Any, sheet: _Sheet, bold: object) -> None:  # noqa: ANN401 - as above
    for column, heading in enumerate(sheet.header):
        page.write_string(0, column, heading, bold)
        page.set_column(column, column, _width(row[column] for row in sheet.rows))
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(number, column, cell)
            else:
                page.write_string(number, column, cell)
    page.freeze_panes(1, 0)


def _width(cells: Iterable[str | int]) -> int:
    longest = max((len(str(cell)) for cell in cells), default=0)
    return min(max(longest + 2, 14), _WIDEST)
