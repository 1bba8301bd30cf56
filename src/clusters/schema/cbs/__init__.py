"""The CBS microdata tables we read, said once: reader, synthetic data and manual."""

from __future__ import annotations

from clusters.schema.cbs import family, housing, income, register, work
from clusters.schema.cbs.table import CbsTable, Preference, Unit, Variable

CBS_TABLES: tuple[CbsTable, ...] = (
    *register.TABLES,
    *family.TABLES,
    *work.TABLES,
    *income.TABLES,
    *housing.TABLES,
)

_BY_NAME = {table.name: table for table in CBS_TABLES}


def cbs_table(name: str) -> CbsTable:
    """Return the table of that name; a KeyError says that we do not know it."""
    return _BY_NAME[name.upper()]


__all__ = ["CBS_TABLES", "CbsTable", "Preference", "Unit", "Variable", "cbs_table"]
