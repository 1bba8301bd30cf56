"""Which CBS tables and variables were delivered, under which names."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.errors import ExtractError, SettingsError
from clusters.extracts.readers import open_table
from clusters.schema.cbs import CBS_TABLES, CbsTable, Unit, Variable, cbs_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters import settings
    from clusters.extracts.source import OpenTable

PERSONS = "GBAPERSOONTAB"


@dataclass(frozen=True)
class Delivered:
    """A CBS table in the extract: what it means, and its own names of variables."""

    table: CbsTable
    opened: OpenTable
    own_names: Mapping[str, str]
    decimal: str
    date_format: str | None

    @property
    def name(self) -> str:
        """The CBS name of the table."""
        return self.table.name

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables that are there."""
        return tuple(each for each in self.table.variables if self.has(each.name))

    def has(self, variable: str | None) -> bool:
        """Whether a variable is there."""
        return variable in self.own_names

    @property
    def fills(self) -> frozenset[str]:
        """The canonical columns that can be filled from it."""
        told = {column for each in self.variables for column in each.fills}
        return frozenset(told | set(self.table.present))


def open_deliveries(study: settings.Study) -> dict[str, Delivered]:
    """Open every table of the study file and find its variables, in our order.

    Raises
    ------
    SettingsError
        If the study file names a table or variable that we do not know.
    ExtractError
        If a table cannot be opened or lacks a variable it is of no use without.
    """
    extract, year = study.extract, study.study.reference_date.year
    own = _own_names(extract)
    files = _known_tables(extract)
    if PERSONS not in files:
        raise ExtractError(
            f"[extract.tables] has no {PERSONS}.\n"
            "Without the table of persons there is nobody to describe; add its file."
        )
    return {
        table.name: _delivered(table, files[table.name], extract, own, year)
        for table in CBS_TABLES
        if table.name in files
    }


def linkable(tables: Mapping[str, Delivered]) -> dict[str, Delivered]:
    """Return the tables that can be linked to persons.

    Those about households need the key of the main earner, which INPATAB gives.
    """
    income = tables.get("INPATAB")
    has_link = income is not None and income.has("RINPERSOONHKW")
    return {
        name: each
        for name, each in tables.items()
        if has_link or each.table.unit is not Unit.EARNER
    }


def codes_of(
    extract: settings.Extract, table: CbsTable, variable: Variable, column: str
) -> dict[str, str]:
    """Return CBS or own code -> our code; the study file goes before the schema.

    Codes under the canonical column count for every variable that fills it; those
    under ``TABLE.VARIABLE`` for the first column that the variable fills.
    """
    codes = {**variable.fills[column], **extract.codes.get(column, {})}
    if column == next(iter(variable.fills)):
        full = _full_name(table, variable).upper()
        for name, own in extract.codes.items():
            if name.upper() == full:
                codes.update(own)
    return codes


def _delivered(
    table: CbsTable,
    name: str,
    extract: settings.Extract,
    own: Mapping[str, str],
    year: int,
) -> Delivered:
    opened = open_table(name, extract.tables[name], extract)
    names = {}
    for variable in table.variables:
        found = _find(table, variable, opened, own, year)
        if found is not None:
            names[variable.name] = found
    decimal = opened.source.decimal or extract.decimal or "."
    return Delivered(table, opened, names, decimal, extract.date_format)


def _find(
    table: CbsTable,
    variable: Variable,
    opened: OpenTable,
    own: Mapping[str, str],
    year: int,
) -> str | None:
    """Return the delivered name of a variable, or None if it may be missed."""
    full = _full_name(table, variable)
    told = own.get(full.upper())
    tried = (told,) if told else (variable.name.format(year=year), *variable.also)
    for name in tried:
        if opened.has(name):
            return name
    if not variable.required and told is None:
        return None
    raise ExtractError(
        f"{opened.source.where}: variable {' or '.join(tried)} is missing.\n"
        f"Deliver it, or give its own name in the study file: "
        f'[extract.columns] "{full}" = "...".'
    )


def _known_tables(extract: settings.Extract) -> dict[str, str]:
    """Return CBS name -> name in the study file."""
    names = {table.name for table in CBS_TABLES}
    for name in extract.tables:
        if name.upper() not in names:
            raise SettingsError(
                f"[extract.tables] {name}: this is not a CBS table we read"
                f"{_nearest(name, names)}.\n"
                f"Known tables: {', '.join(sorted(names))}."
            )
    return {cbs_table(name).name: name for name in extract.tables}


def _own_names(extract: settings.Extract) -> dict[str, str]:
    """Return TABLE.VARIABLE in capitals -> the supplier's name."""
    known = {
        _full_name(table, variable).upper(): _full_name(table, variable)
        for table in CBS_TABLES
        for variable in table.variables
    }
    for name in extract.columns:
        if name.upper() not in known:
            raise SettingsError(
                f"[extract.columns] {name}: write TABLE.VARIABLE, with names from "
                f"docs/cbs-layout.md{_nearest(name, known)}."
            )
    return {name.upper(): own for name, own in extract.columns.items()}


def _full_name(table: CbsTable, variable: Variable) -> str:
    return f"{table.name}.{variable.name}"


def _nearest(name: str, known: Mapping[str, str] | set[str]) -> str:
    found = difflib.get_close_matches(name.upper(), list(known), 1)
    return f" (did you mean {found[0]}?)" if found else ""
