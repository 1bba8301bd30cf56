"""The extract section for tables of CBS: their names and variables are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.extracts.readers import open_table
from clusters.intake.sections import LEFT, Sections, alike, apart, path, sign_lines
from clusters.intake.toml import commented, key, pairs, quoted
from clusters.schema import Language, Text
from clusters.schema.cbs import cbs_table
from clusters.settings import Extract, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from clusters.extracts import OpenTable

_YEARLY = "{year}"


def cbs_sections(files: Mapping[str, Path], unknown: Sequence[Path]) -> Sections:
    """Return the sections for CBS tables, given by their names.

    Parameters
    ----------
    files
        CBS name of a table to its file.
    unknown
        Files that are no table we know.
    """
    tables = {name: _open(name, file) for name, file in files.items()}
    common = alike([each.source for each in tables.values()])
    lacking = [text for name, each in tables.items() for text in _lacking(name, each)]

    def lines(language: Language) -> Iterator[str]:
        yield "[extract]"
        yield 'layout = "cbs"'
        yield from sign_lines(common)
        yield ""
        yield "[extract.tables]"
        for name, opened in tables.items():
            own = apart(opened.source, common)
            told = path(files[name])
            if own:
                told = f"{{ file = {told}, {pairs(own)[2:]}"
            yield f"{key(name)} = {told}"
        if unknown:
            names = ", ".join(each.name for each in unknown)
            yield from commented(
                Text(
                    f"Geen tabel die wordt gelezen: {names}.",
                    f"No table that is read: {names}.",
                ).to(language)
            )
        if lacking:
            yield ""
            yield "[extract.columns]"
            for text in lacking:
                yield f"# {text.to(language)} # {LEFT.to(language)}"
        yield ""
        yield "[population]"
        yield f"definition = {quoted('born_abroad')}"
        yield ""

    return Sections(lines, tuple(lacking), _year_hint(tables))


def _open(name: str, file: Path) -> OpenTable:
    table = Table(file=file)
    return open_table(name, table, Extract(layout="cbs", tables={name: table}))


def _lacking(name: str, opened: OpenTable) -> Iterator[Text]:
    """Yield the variables without which a table is of no use, if they are not there."""
    for variable in cbs_table(name).variables:
        names = (variable.name, *variable.also)
        is_there = _YEARLY in variable.name or any(map(opened.has, names))
        if variable.required and not is_there:
            setting = f'"{name}.{variable.name}" = "..."'
            yield Text(setting, setting)


def _year_hint(tables: Mapping[str, OpenTable]) -> Text | None:
    """Return for which years the tables know where people live, by their variables."""
    years: set[str] = set()
    for name, opened in tables.items():
        for variable in cbs_table(name).variables:
            if _YEARLY in variable.name:
                shape = re.escape(variable.name).replace(r"\{year\}", r"(\d{4})")
                found = (re.fullmatch(shape, own, re.I) for own in opened.columns)
                years |= {each.group(1) for each in found if each}
    if not years:
        return None
    last = max(years)
    return Text(
        f"de levering loopt tot en met {last}, dus {last}-01-01 kan",
        f"the extract goes up to {last}, so {last}-01-01 is possible",
    )
