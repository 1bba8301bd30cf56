"""From a delivered table to one row per unit at the reference date, in the database.

The table is streamed once. Rows of other units and spells that do not hold on the
date are dropped while they pass, so what stays is about as large as the city.
"""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.cbs.database import Database, quoted
from clusters.extracts.cbs.dates import compact, malformed, whole_date
from clusters.extracts.cbs.derived import derived, number
from clusters.schema.text import plural

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

    Rows that cannot be are left out, and told in the faults of the database.

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
    stream = delivered.opened.batches(delivered.to_read)
    mine = f"key IN ({needed})" if needed else "key IS NOT NULL"
    day = on.strftime("%Y%m%d")
    database.read(
        delivered.opened,
        stream,
        f"""
        CREATE OR REPLACE TABLE {delivered.name} AS
        SELECT {", ".join(_kept(delivered))} FROM (
            SELECT *, {", ".join(_bounds(delivered))} FROM delivered
        )
        WHERE {mine} AND ({where})
          AND (spoilt OR begins IS NULL OR begins <= {day})
          AND (spoilt OR ends IS NULL OR ends >= {day})
        """,
    )
    _drop_malformed_dates(database, delivered)


def choose(database: Database, delivered: Delivered) -> None:
    """Leave one row per unit, the same whatever the order of the file."""
    several = f"SELECT key FROM {delivered.name} GROUP BY key HAVING count(*) > 1"
    doubled = database.count(f"SELECT count(*) FROM ({several})")
    if doubled and delivered.table.one_row_each:
        database.faults.append(_doubled_units(delivered, doubled))
    if doubled:
        first = f"PARTITION BY key ORDER BY {', '.join(_order(delivered))}"
        database.run(
            f"""
            CREATE OR REPLACE TABLE {delivered.name} AS
            SELECT * FROM {delivered.name} WHERE key NOT IN ({several})
            UNION ALL
            SELECT * FROM {delivered.name} WHERE key IN ({several})
            QUALIFY row_number() OVER ({first}) = 1
            """
        )
    _derive(database, delivered)


def _derive(database: Database, delivered: Delivered) -> None:
    made = derived(delivered)
    if made.added:
        added = "".join(f", {sql} AS {name}" for name, sql in made.added.items())
        database.run(
            f"CREATE OR REPLACE TABLE {delivered.name} AS "
            f"SELECT *{added} FROM {delivered.name}"
        )
    if made.replaced:
        replaced = (f"{sql} AS {quoted(name)}" for name, sql in made.replaced.items())
        database.run(
            f"CREATE OR REPLACE TABLE {delivered.name} AS "
            f"SELECT * REPLACE ({', '.join(replaced)}) FROM {delivered.name}"
        )


def _bounds(delivered: Delivered) -> list[str]:
    """Return SQL for what decides whether a row is kept."""
    table, own = delivered.table, delivered.own_names
    letter, serial = (quoted(own[name]) for name in table.unit.value)
    told = {
        name: quoted(own[variable])
        for name, variable in (("begins", table.begin), ("ends", table.end))
        if variable is not None and delivered.has(variable)
    }
    days = [
        f"{compact(told[name], delivered.date_format) if name in told else 'NULL'} "
        f"AS {name}"
        for name in ("begins", "ends")
    ]
    spoilt = [malformed(each, delivered.date_format) for each in told.values()]
    return [
        f"{letter} || {serial} AS key",
        *days,
        f"({' OR '.join(spoilt) or 'FALSE'}) AS spoilt",
    ]


def _kept(delivered: Delivered) -> list[str]:
    """Return SQL for the columns of a row that is kept, under our names."""
    cleaned = [
        f"{_cleaned(each, delivered)} AS {quoted(each.name)}"
        for each in delivered.variables
        if each.name not in delivered.table.unit.value
    ]
    extras = [
        f"{_known(own)} AS {quoted(name)}" for name, own in delivered.extras.items()
    ]
    return ["key", "begins", "ends", "spoilt", *cleaned, *extras]


def _cleaned(variable: Variable, delivered: Delivered) -> str:
    """Return SQL for a variable in which every way to say unknown is missing."""
    if variable.name == delivered.table.begin:
        known = whole_date("begins")
    else:
        known = _known(delivered.own_names[variable.name])
    if variable.prefix is None:
        return known
    return f"{_known(delivered.own_names[variable.prefix])} || ({known})"


def _known(own: str) -> str:
    name = quoted(own)
    return f"CASE WHEN ltrim({name}, '-') <> '' THEN {name} END"


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
    return order + [quoted(name) for name in delivered.extras]


def _drop_malformed_dates(database: Database, delivered: Delivered) -> None:
    rows = database.count(f"SELECT count(*) FROM {delivered.name} WHERE spoilt")
    if rows:
        database.run(f"DELETE FROM {delivered.name} WHERE spoilt")
        database.faults.append(_malformed_dates(delivered, rows))


def _malformed_dates(delivered: Delivered, rows: int) -> ExtractError:
    where = delivered.opened.source.where
    beginnen = plural(rows, "rij begint of eindigt", "rijen beginnen of eindigen")
    return ExtractError(
        f"{where}: {plural(rows, 'row begins or ends', 'rows begin or end')} on "
        "something that is not a date.\n"
        "Dates are written YYYYMMDD, unless date_format in [extract] says "
        "otherwise; 88888888, 99999999 and empty mean no end.",
        f"{where}: {beginnen} op iets dat geen datum is.\n"
        "Datums zijn geschreven als JJJJMMDD, tenzij date_format in [extract] "
        "anders zegt; 88888888, 99999999 en leeg betekenen geen einde.",
    )


def _doubled_units(delivered: Delivered, doubled: int) -> ExtractError:
    where, key = delivered.opened.source.where, " + ".join(delivered.table.unit.value)
    return ExtractError(
        f"{where}: {plural(doubled, 'key', 'keys')} ({key}) "
        f"{'stands' if doubled == 1 else 'stand'} on more than one row.\n"
        "This table has one row per key; deliver one year, and each unit once.",
        f"{where}: {plural(doubled, 'sleutel', 'sleutels')} ({key}) "
        f"{'staat' if doubled == 1 else 'staan'} op meer dan één rij.\n"
        "Deze tabel heeft één rij per sleutel; lever één jaar, en elke eenheid één "
        "keer.",
    )
