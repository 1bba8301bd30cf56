"""What the study file says about CBS tables, checked against what we know of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.extracts.nearest import nearest
from clusters.schema import COLUMNS, Column, Text
from clusters.schema import column as canonical
from clusters.schema.cbs import CBS_TABLES, CbsTable, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters import settings

_TABLES = {table.name: table for table in CBS_TABLES}
_COLUMNS = tuple(column.name for column in COLUMNS)
_YEAR = re.compile(r"\d{4}$")


def full_name(table: CbsTable, variable: Variable) -> str:
    """Return how a study file names a variable."""
    return f"{table.name}.{variable.name}"


def full_name_in(year: int, table: CbsTable, variable: Variable) -> str:
    """Return the same, with the year where a name holds one: VSLGWBTAB.gem2019."""
    return full_name(table, variable).format(year=year)


_VARIABLES = {
    full_name(table, variable).upper(): variable
    for table in CBS_TABLES
    for variable in table.variables
}


def check_names(extract: settings.Extract) -> None:
    """Refuse names and codes in the study file that are not ours, all at once.

    Raises
    ------
    SettingsError
        With one line per problem and the nearest name.
    """
    problems = [
        *_unknown_tables(extract),
        *_unknown_variables(extract),
        *_unknown_codes(extract),
        *_unknown_extras(extract),
    ]
    if problems:
        raise SettingsError(
            "\n  ".join(["[extract] in the study file:", *(p.en for p in problems)]),
            "\n  ".join(["[extract] in het studiebestand:", *(p.nl for p in problems)]),
        )


def own_name(
    extract: settings.Extract, table: CbsTable, variable: Variable, year: int
) -> str | None:
    """Return the supplier's name of a variable, if the study file gives one."""
    ours = {
        full_name(table, variable).upper(),
        full_name_in(year, table, variable).upper(),
    }
    told = (own for name, own in extract.columns.items() if name.upper() in ours)
    return next(told, None)


def files_of(extract: settings.Extract) -> dict[str, str]:
    """Return CBS name -> the name under which the study file has the table."""
    return {name.upper(): name for name in extract.tables}


def codes_of(
    extract: settings.Extract, table: CbsTable, variable: Variable, column: str
) -> dict[str, str]:
    """Return CBS or own code -> our code; the study file goes before the schema.

    Codes under the canonical column count for every variable that fills it; those
    under ``TABLE.VARIABLE`` for the first column that the variable fills.
    """
    codes = {**variable.fills[column], **extract.codes.get(column, {})}
    if column == next(iter(variable.fills)):
        for name, own in extract.codes.items():
            if _variable(name) is variable:
                codes.update(own)
    return codes


def extras_of(extract: settings.Extract, table: str) -> dict[str, str]:
    """Return name in the study file -> own column, for the extra columns of a table."""
    split = {name: name.partition(".") for name in extract.extra}
    return {name: own for name, (at, _, own) in split.items() if at.upper() == table}


def _unknown_tables(extract: settings.Extract) -> Iterator[Text]:
    for name in extract.tables:
        if name.upper() not in _TABLES:
            near = nearest(name, [*_TABLES])
            yield Text(
                f"tables: {name} is geen CBS-tabel die we lezen{near.nl}",
                f"tables: {name} is not a CBS table we read{near.en}",
            )


def _unknown_variables(extract: settings.Extract) -> Iterator[Text]:
    for name in extract.columns:
        if _variable(name) is None:
            near = nearest(name, [*_VARIABLES])
            yield Text(
                f"columns: {name}: schrijf TABEL.VARIABELE, met een naam uit "
                f"docs/cbs-layout.md{near.nl}",
                f"columns: {name}: write TABLE.VARIABLE, with a name from "
                f"docs/cbs-layout.md{near.en}",
            )


def _unknown_codes(extract: settings.Extract) -> Iterator[Text]:
    extras = set(extract.extra)
    for name, codes in extract.codes.items():
        column = _coded_column(name)
        if column is None and name not in extras:
            near = nearest(name, [*_COLUMNS, *_VARIABLES])
            yield Text(
                f"codes: {name} is geen kolom en geen variabele{near.nl}",
                f"codes: {name} is no column and no variable{near.en}",
            )
        elif column is not None and column.code_names:
            for ours in sorted(set(codes.values()) - {"", *column.code_names}):
                listed = ", ".join(column.code_names)
                yield Text(
                    f"codes: {name}: {ours!r} is geen code van {column.name}; "
                    f"wel: {listed}",
                    f"codes: {name}: {ours!r} is no code of {column.name}; "
                    f"there are: {listed}",
                )


def _variable(name: str) -> Variable | None:
    """Return the variable that a study file means, with or without a year in it."""
    plain = name.upper()
    return _VARIABLES.get(plain) or _VARIABLES.get(_YEAR.sub("{YEAR}", plain))


def _coded_column(name: str) -> Column | None:
    """Return the canonical column that codes under this name are about."""
    if name in _COLUMNS:
        return canonical(name)
    variable = _variable(name)
    first = next(iter(variable.fills), None) if variable else None
    return canonical(first) if first else None


def _unknown_extras(extract: settings.Extract) -> Iterator[Text]:
    tables = files_of(extract)
    for name in extract.extra:
        table, dot, _ = name.partition(".")
        if not dot or table.upper() not in tables:
            near = nearest(table, [*tables])
            yield Text(
                f"extra: {name}: schrijf TABEL.VARIABELE, van een tabel in "
                f"[extract.tables]{near.nl}",
                f"extra: {name}: write TABLE.VARIABLE, of a table in "
                f"[extract.tables]{near.en}",
            )
