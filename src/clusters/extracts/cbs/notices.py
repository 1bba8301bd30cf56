"""What an incomplete extract costs, in words for the reader of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.extracts.cbs.delivered import linkable
from clusters.extracts.notices import detected
from clusters.schema import Text
from clusters.schema.cbs import CBS_TABLES, CbsTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from clusters.extracts.cbs.delivered import Delivered


def notices(
    tables: Mapping[str, Delivered], columns: Collection[str]
) -> tuple[Text, ...]:
    """Return what was detected, and what absent tables and variables cost."""
    found: list[Text] = [
        each
        for delivered in tables.values()
        for each in detected(delivered.opened.source)
    ]
    for table in CBS_TABLES:
        if table.name in tables:
            found += _no_variables(tables[table.name], columns)
        elif lost := sorted(table.fills - set(columns)):
            found.append(_no_table(table, lost))
    return tuple(found + _no_link(tables))


def _no_table(table: CbsTable, lost: list[str]) -> Text:
    listed = ", ".join(lost)
    return Text(
        f"{table.name} is niet geleverd; daarom ontbreekt: {listed}.",
        f"{table.name} was not delivered, so these are absent: {listed}.",
    )


def _no_variables(delivered: Delivered, columns: Collection[str]) -> list[Text]:
    lost = [
        (variable.name, name)
        for variable in delivered.table.variables
        if not delivered.has(variable.name)
        for name in variable.fills
        if name not in columns
    ]
    return [
        Text(
            f"{delivered.name} heeft geen {variable}; daarom ontbreekt: {name}.",
            f"{delivered.name} has no {variable}, so this is absent: {name}.",
        )
        for variable, name in lost
    ]


def _no_link(tables: Mapping[str, Delivered]) -> list[Text]:
    return [
        Text(
            f"Zonder RINPERSOONHKW in INPATAB is {name} niet te koppelen.",
            f"Without RINPERSOONHKW in INPATAB, {name} cannot be linked.",
        )
        for name in tables
        if name not in linkable(tables)
    ]
