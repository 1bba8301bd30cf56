"""From staged CBS tables to canonical columns."""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.extracts.cbs.database import quoted
from clusters.extracts.cbs.derived import derived
from clusters.extracts.cbs.names import codes_of
from clusters.extracts.distinct import by_distinct_value
from clusters.extracts.extract import Read
from clusters.extracts.scaled import scaled
from clusters.extracts.values import ANY_OTHER, parse, plain_codes
from clusters.schema import Kind, column
from clusters.schema.cbs import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from clusters import settings
    from clusters.extracts.cbs.database import Database
    from clusters.extracts.cbs.delivered import Delivered

# Dates are eight digits by now, whatever the extract wrote.
_DATE_FORMAT = "%Y%m%d"
# How CBS writes an unknown amount; files and years differ in the number of nines.
_UNKNOWN_AMOUNTS = dict.fromkeys(("9" * 9, "9" * 10, "9" * 11), "")

# The column of the persons asked for that holds the key of a table's unit.
LINKS = {
    Unit.PERSON: "person_id",
    Unit.OBJECT: "object_id",
    Unit.EARNER: "earner_id",
}


def fill(
    database: Database,
    tables: Mapping[str, Delivered],
    wanted: Collection[str],
    extract: settings.Extract,
    persons: str,
) -> Read:
    """Return the wanted columns, canonical and extra, of the persons in a table.

    Where several variables fill a column, the first that is known counts, in the
    order of `clusters.schema.cbs`.

    Parameters
    ----------
    persons : table with ``rank``, ``person_id`` and the keys that lead to the units.
    """
    ids = database.frame(f"SELECT person_id FROM {persons} ORDER BY rank")["person_id"]
    filled: dict[str, pd.Series] = {}
    errors: list[ExtractError] = []
    for delivered in tables.values():
        if not (delivered.fills | set(delivered.extras)) & set(wanted):
            continue
        rows = _rows(database, delivered, wanted, persons)
        for name, read in _columns_from(delivered, rows, wanted, extract):
            try:
                values = scaled(read(), extract.scale.get(name))
            except ExtractError as error:
                errors.append(error)
                continue
            earlier = filled.get(name)
            filled[name] = values if earlier is None else earlier.fillna(values)
    frame = pd.DataFrame(filled, index=ids.index)
    return Read(frame.set_axis(pd.Index(ids, name="person_id")), tuple(errors))


def _rows(
    database: Database, delivered: Delivered, wanted: Collection[str], persons: str
) -> pd.DataFrame:
    """Return the variables that are wanted, one row per person in order of rank."""
    names = [each.name for each in delivered.variables if set(each.fills) & set(wanted)]
    names += [
        name
        for name in (*derived(delivered).added, *delivered.extras)
        if name in wanted
    ]
    columns = "".join(f", t.{quoted(name)}" for name in names)
    link = LINKS[delivered.table.unit]
    return database.frame(
        f"SELECT t.key{columns} FROM {persons} p LEFT JOIN {delivered.name} t "
        f"ON t.key = p.{link} ORDER BY p.rank"
    )


def _columns_from(
    delivered: Delivered,
    rows: pd.DataFrame,
    wanted: Collection[str],
    extract: settings.Extract,
) -> Iterator[tuple[str, Callable[[], pd.Series]]]:
    """Yield each column that is wanted, and what reads it."""
    found = chain(
        _from_variables(delivered, rows, extract),
        _from_rows(delivered, rows),
        _from_extras(delivered, rows, extract),
    )
    return ((name, read) for name, read in found if name in wanted)


def _from_variables(
    delivered: Delivered, rows: pd.DataFrame, extract: settings.Extract
) -> Iterator[tuple[str, Callable[[], pd.Series]]]:
    for each in delivered.variables:
        if each.name not in rows:
            continue
        values = rows[each.name]
        for name in each.fills:
            codes = codes_of(extract, delivered.table, each, name)
            yield name, partial(_parsed, values, name, delivered, each.name, codes)
    for name in derived(delivered).added:
        if name in rows:
            year = "GBAGEBOORTEJAAR"
            yield name, partial(_parsed, rows[name], name, delivered, year, {})


def _from_rows(
    delivered: Delivered, rows: pd.DataFrame
) -> Iterator[tuple[str, Callable[[], pd.Series]]]:
    """Yield what a table says by having a row of somebody."""
    is_there = rows["key"].notna()
    for name, answer in delivered.table.present.items():
        absent = delivered.table.absent.get(name)
        yield name, partial(_presence, is_there, answer, absent)


def _from_extras(
    delivered: Delivered, rows: pd.DataFrame, extract: settings.Extract
) -> Iterator[tuple[str, Callable[[], pd.Series]]]:
    for name in delivered.extras:
        if name in rows:
            yield name, partial(_extra, rows[name], extract.codes.get(name, {}))


def _parsed(
    values: pd.Series,
    name: str,
    delivered: Delivered,
    variable: str,
    codes: Mapping[str, str],
) -> pd.Series:
    target = column(name)
    if target.kind is Kind.NUMBER:
        codes = {**_UNKNOWN_AMOUNTS, **codes}
    understood = partial(
        parse,
        column=target,
        where=delivered.opened.source.column(delivered.own_names[variable]),
        codes=codes,
        decimal=delivered.decimal,
        date_format=_DATE_FORMAT,
    )
    return by_distinct_value(values, understood)


def _presence(is_there: pd.Series, present: str, absent: str | None) -> pd.Series:
    answers = pd.Series(absent, index=is_there.index, dtype="str")
    return answers.mask(is_there, present)


def _extra(values: pd.Series, codes: Mapping[str, str]) -> pd.Series:
    """Return an extra column; a code that is not mapped stands for itself."""
    own = plain_codes(values.astype("str"))
    other = codes.get(ANY_OTHER)
    meaning = {
        code: codes.get(code, code if other is None else other)
        for code in own.dropna().unique()
    }
    mapped = own.map(meaning).astype("str")
    return mapped.mask(mapped == "")
