"""Which CBS tables and variables were delivered, under which names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.errors import ExtractError, together
from clusters.extracts.cbs.absent import Absent, absent_variables
from clusters.extracts.cbs.names import (
    check_names,
    extras_of,
    files_of,
    full_name_in,
    own_name,
)
from clusters.extracts.readers import open_tables
from clusters.schema.cbs import CBS_TABLES, CbsTable, Unit, Variable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters import settings
    from clusters.extracts.source import OpenTable

PERSONS, INCOMES = "GBAPERSOONTAB", "INPATAB"
ADDRESSES, AREAS = "GBAADRESOBJECTBUS", "VSLGWBTAB"
# Without these nobody knows who lives there.
_READ_FIRST = {PERSONS, ADDRESSES, AREAS}


@dataclass(frozen=True)
class Delivered:
    """A CBS table in the extract: what it means, and its own names of variables.

    ``own_names`` maps our variable to the column in the file, ``extras`` the study
    file's name of an extra column likewise.
    """

    table: CbsTable
    opened: OpenTable
    own_names: Mapping[str, str]
    extras: Mapping[str, str]
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
    def to_read(self) -> list[str]:
        """The columns of the file that are needed, each once."""
        return list(dict.fromkeys([*self.own_names.values(), *self.extras.values()]))

    @property
    def fills(self) -> frozenset[str]:
        """The canonical columns that can be filled from it."""
        told = {column for each in self.variables for column in each.fills}
        return frozenset(told | set(self.table.present))


def open_deliveries(
    study: settings.Study,
) -> tuple[dict[str, Delivered], tuple[ExtractError, ...]]:
    """Open every table of the study file and find its variables, in our order.

    Returns
    -------
    dict, tuple
        The tables that can be used, and what is missing in any.

    Raises
    ------
    SettingsError
        If the study file names a table or variable that we do not know.
    ExtractError
        If a table cannot be opened, or something is missing in one without which
        nobody can be found.
    """
    extract, year = study.extract, study.study.reference_date.year
    check_names(extract)
    files = files_of(extract)
    if PERSONS not in files:
        raise ExtractError(
            f"[extract.tables] has no {PERSONS}.\n"
            "Without the table of persons there is nobody to describe; add its file.",
            f"[extract.tables] heeft geen {PERSONS}.\n"
            "Zonder de tabel met personen is er niemand te beschrijven; voeg het "
            "bestand toe.",
        )
    opened = open_tables(extract)
    tables, lacking = {}, {}
    for table in CBS_TABLES:
        if table.name not in files:
            continue
        there = opened[files[table.name]]
        found = _found(table, there, extract, year)
        absent = [each for each in found.values() if isinstance(each, Absent)]
        extras = extras_of(extract, table.name)
        errors = [absent_variables(there, absent)] if absent else []
        errors += [there.lacking(own) for own in extras.values() if not there.has(own)]
        if errors:
            lacking[table.name] = together(errors)
        if not any(each.required for each in absent):
            tables[table.name] = _delivered(table, there, found, extract)
    if {*lacking} & _READ_FIRST:
        raise together(lacking.values())
    return tables, tuple(lacking.values())


def linkable(tables: Mapping[str, Delivered]) -> dict[str, Delivered]:
    """Return the tables that can be linked to persons.

    Those about households need the key of the main earner, which INPATAB gives.
    """
    incomes = tables.get(INCOMES)
    has_link = incomes is not None and incomes.has("RINPERSOONHKW")
    return {
        name: each
        for name, each in tables.items()
        if has_link or each.table.unit is not Unit.EARNER
    }


def _delivered(
    table: CbsTable,
    opened: OpenTable,
    found: Mapping[str, str | Absent | None],
    extract: settings.Extract,
) -> Delivered:
    extras = extras_of(extract, table.name)
    return Delivered(
        table,
        opened,
        {name: column for name, column in found.items() if isinstance(column, str)},
        {
            name: _as_delivered(opened, column)
            for name, column in extras.items()
            if opened.has(column)
        },
        opened.source.decimal or extract.decimal or ".",
        extract.date_format_of(""),
    )


def _found(
    table: CbsTable, opened: OpenTable, extract: settings.Extract, year: int
) -> dict[str, str | Absent | None]:
    """Return the delivered name of each variable, or None if it may be missed."""
    return {
        each.name: _find(
            table, each, opened, own_name(extract, table, each, year), year
        )
        for each in table.variables
    }


def _find(
    table: CbsTable, variable: Variable, opened: OpenTable, told: str | None, year: int
) -> str | Absent | None:
    tried = (told,) if told else (variable.name.format(year=year), *variable.also)
    for name in tried:
        if opened.has(name):
            return _as_delivered(opened, name)
    if not variable.required and told is None:
        return None
    return Absent(full_name_in(year, table, variable), tried, variable.required)


def _as_delivered(opened: OpenTable, name: str) -> str:
    return opened.columns[opened.position(name)]
