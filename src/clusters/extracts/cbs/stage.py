"""From a delivered table to one row per unit at the reference date, in the database.

The table is streamed once. Rows of other units and spells that do not hold on the
date are dropped while they pass, so what stays is about as large as the city.
"""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.cbs.database import Database, quoted, text
from clusters.extracts.cbs.dates import compact, malformed, whole_date
from clusters.extracts.cbs.derived import derived, number

if TYPE_CHECKING:
    from datetime import date

    from clusters.extracts.cbs.delivered import Delivered
    from clusters.schema.cbs import Variable


def stage(
    database: Database,
    delivered: Delivered,
    on: date,
    *,
    needed: str | None = None,
    where: str = "TRUE",
) -> None:
    """Keep one row per unit under the table's own name, with its key as ``key``.

    Parameters
    ----------
    needed : query for the keys to keep; without it everybody is kept.
    where : condition on the cleaned variables that rows must meet.
    """
    pick(database, delivered, on, needed=needed, where=where)
    choose(database, delivered)


def pick(
    database: Database,
    delivered: Delivered,
    on: date,
    *,
    needed: str | None = None,
    where: str = "TRUE",
) -> None:
    """Keep every row that holds at the date, for the units needed."""
    stream = delivered.opened.batches(list(delivered.own_names.values()))
    mine = f"key IN ({needed})" if needed else "key IS NOT NULL"
    database.read(
        delivered.opened,
        stream,
        f"""
        CREATE OR REPLACE TABLE {delivered.name} AS
        SELECT * FROM (SELECT {", ".join(_columns(delivered))} FROM delivered)
        WHERE {mine} AND (spoilt OR begins IS NULL OR begins <= {_day(on)})
          AND (spoilt OR ends IS NULL OR ends >= {_day(on)}) AND ({where})
        """,
    )
    _refuse_malformed_dates(database, delivered)


def choose(database: Database, delivered: Delivered) -> None:
    """Leave one row per unit, the same whatever the order of the file."""
    if delivered.table.one_row_each:
        _refuse_doubled_units(database, delivered)
    made = derived(delivered)
    replaced = [f"{sql} AS {quoted(name)}" for name, sql in made.replaced.items()]
    added = "".join(f", {sql} AS {name}" for name, sql in made.added.items())
    database.run(
        f"""
        CREATE OR REPLACE TABLE {delivered.name} AS
        SELECT * {f"REPLACE ({', '.join(replaced)})" if replaced else ""} {added}
        FROM {delivered.name}
        QUALIFY row_number() OVER (
            PARTITION BY key ORDER BY {", ".join(_order(delivered))}) = 1
        """
    )


def _columns(delivered: Delivered) -> list[str]:
    table = delivered.table
    letter, serial = (quoted(delivered.own_names[name]) for name in table.unit.value)
    columns = [f"{letter} || {serial} AS key"]
    columns += [
        f"{_cleaned(each, delivered)} AS {quoted(each.name)}"
        for each in delivered.variables
        if each.name not in table.unit.value
    ]
    begins, ends = _bound(delivered, table.begin), _bound(delivered, table.end)
    spoilt = [
        malformed(quoted(delivered.own_names[name]), delivered.date_format)
        for name in (table.begin, table.end)
        if name is not None and delivered.has(name)
    ]
    return [
        *columns,
        f"{begins} AS begins",
        f"{ends} AS ends",
        f"({' OR '.join(spoilt) or 'FALSE'}) AS spoilt",
    ]


def _bound(delivered: Delivered, name: str | None) -> str:
    if name is None or not delivered.has(name):
        return "NULL::VARCHAR"
    return compact(quoted(delivered.own_names[name]), delivered.date_format)


def _cleaned(variable: Variable, delivered: Delivered) -> str:
    """Return SQL for a variable in which every way to say unknown is missing."""
    own = quoted(delivered.own_names[variable.name])
    if variable.name == delivered.table.begin:
        known = whole_date(compact(own, delivered.date_format))
    else:
        known = f"CASE WHEN ltrim({own}, '-') <> '' THEN {own} END"
    if variable.prefix is None:
        return known
    return f"{quoted(delivered.own_names[variable.prefix])} || ({known})"


def _order(delivered: Delivered) -> list[str]:
    """Return what decides between rows: preferences, latest begin, then everything."""
    order = []
    for each in delivered.table.prefer:
        if delivered.has(each.variable):
            name = each.variable
            value = number(name, delivered) if each.numeric else quoted(name)
            order.append(f"{value} {'DESC' if each.largest else 'ASC'} NULLS LAST")
    order.append("begins DESC NULLS LAST")
    order += [
        quoted(variable.name)
        for variable in delivered.variables
        if variable.name not in delivered.table.unit.value
    ]
    return order


def _day(on: date) -> str:
    return text(on.strftime("%Y%m%d"))


def _refuse_malformed_dates(database: Database, delivered: Delivered) -> None:
    rows = database.count(f"SELECT count(*) FROM {delivered.name} WHERE spoilt")
    if rows:
        raise ExtractError(
            f"{delivered.opened.source.where}: {rows} rows begin or end on something "
            "that is not a date.\nDates are written YYYYMMDD, unless date_format in "
            "[extract] says otherwise; 88888888, 99999999 and empty mean no end."
        )


def _refuse_doubled_units(database: Database, delivered: Delivered) -> None:
    doubled = database.count(
        f"SELECT count(*) FROM (SELECT key FROM {delivered.name} "
        "GROUP BY key HAVING count(*) > 1)"
    )
    if doubled:
        key = " + ".join(delivered.table.unit.value)
        raise ExtractError(
            f"{delivered.opened.source.where}: {doubled} keys ({key}) occur on more "
            "than one row.\nThis table has one row per key; deliver one year, and "
            "each unit once."
        )
