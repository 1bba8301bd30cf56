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

from clusters.report.formats.sheets import contents, sheets
from clusters.report.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from clusters.findings.findings import Findings
    from clusters.report.formats.sheets import Contents, Sheet

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,  # no copy in a folder for temporary files
}
_WIDEST = 60


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
    tables = sheets(source)
    workbook = xlsxwriter.Workbook(str(path), _OPTIONS)
    created = datetime.combine(findings.reference_date, time(12))
    workbook.set_properties({"title": findings.title, "created": created})
    looks = _Looks.of(workbook, findings.look.accent)
    _write_contents(workbook, contents(source), tables, looks)
    for sheet in tables:
        page = workbook.add_worksheet(sheet.name)
        _fill(page, sheet, looks, source.policy.marker)
    workbook.close()


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


def _write_contents(
    workbook: Any,  # noqa: ANN401 - as above
    first: Contents,
    tables: tuple[Sheet, ...],
    looks: _Looks,
) -> None:
    page = workbook.add_worksheet(first.name)
    page.hide_gridlines(2)
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 100)
    page.write_string(0, 0, first.title, looks.title)
    page.write_string(1, 0, first.day)
    row = 3
    for sheet in tables:
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", looks.link, sheet.name)
        page.write_string(row, 1, sheet.about, looks.text)
        row += 1
    for name, text in first.notes:
        row += 1
        page.write_string(row, 0, name, looks.name)
        page.write_string(row, 1, text, looks.text)


def _fill(
    page: Any,  # noqa: ANN401 - as above
    sheet: Sheet,
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
