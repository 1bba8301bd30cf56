"""What each file of a report was made to show, for who looks at the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from clusters.disclosure import ReleasedTable
from clusters.disclosure.exit import (
    Built,
    Registered,
    check_files,
    read_json_texts,
    read_lines,
)
from clusters.report.content import build_report
from clusters.report.formats.explore import explorable
from clusters.report.formats.metadata import told_of_files
from clusters.report.formats.page_texts import page_assets, page_built
from clusters.report.formats.pdf_texts import pdf_built
from clusters.report.formats.sheets import contents, sheets, workbook_built
from clusters.report.formats.tables import delivered
from clusters.report.source import Source
from clusters.report.write import papers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from clusters.findings.findings import Findings
    from clusters.report.blocks import Report


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
    source, values = Source(findings), explorable(findings)
    return Registered(
        tables=tuple(_tables(findings)),
        files={
            "report.pdf": pdf_built(report),
            "report.html": page_built(report, values),
            "tables.xlsx": workbook_built(contents(source), sheets(source)),
            **{name: _paper(name, text) for name, text in papers(findings).items()},
            **{
                f"tables/{each.file}": Built(listing=each.listing)
                for each in delivered(findings)
            },
        },
        assets=page_assets(report, values),
        told=told_of_files(findings, report),
    )


def _paper(name: str, text: str) -> Built:
    read = read_json_texts if name.endswith(".json") else read_lines
    return Built.of(piece.cells for piece in read(text).pieces)


def _tables(thing: object) -> Iterator[ReleasedTable]:
    """Yield every released table in the findings."""
    if isinstance(thing, ReleasedTable):
        yield thing
    elif isinstance(thing, Mapping):
        for each in thing.values():
            yield from _tables(each)
    elif isinstance(thing, list | tuple):
        for each in thing:
            yield from _tables(each)
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from _tables(getattr(thing, each.name))
