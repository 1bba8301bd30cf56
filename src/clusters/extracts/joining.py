"""The spine: one row per person, with the keys that lead to their rows elsewhere.

Joining is where an extract goes wrong without a sound, so every join is checked: the
key is unique on the side pointed to, no person is lost or doubled, somebody matches.
"""

# ruff: noqa: S608 - DuckDB takes no parameters for names; `quoted` makes them safe

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from clusters.extracts.keys import (
    check_key,
    check_match,
    check_persons,
    code_sql,
    count,
    count_unused,
    key_column,
    key_sql,
    loaded,
)
from clusters.extracts.query import quoted, run
from clusters.schema import Kind
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import duckdb

    from clusters.extracts.mapping import Join, Place
    from clusters.extracts.source import OpenTable


@dataclass(frozen=True)
class Spine:
    """Everybody, in the order of their keys, as strings.

    ``frame`` has a column per roster column, by canonical name, and one per table,
    by `key_column`; ``rows`` counts the rows of each table, ``unmatched`` the persons
    without a row in a joined one, ``unused`` its rows that belong to nobody.
    """

    frame: pd.DataFrame
    rows: Mapping[str, int]
    unmatched: Mapping[str, int]
    unused: Mapping[str, int]


def build_spine(
    connection: duckdb.DuckDBPyConnection,
    tables: Mapping[str, OpenTable],
    joins: Sequence[Join],
    person: Place,
    places: Mapping[str, Place],
) -> Spine:
    """Read keys and roster columns of every table, and join them.

    Parameters
    ----------
    connection
        From `clusters.extracts.query.database`.
    tables
        The delivered tables.
    joins
        How they hang on the table of persons, parents first.
    person
        Where the person's key stands.
    places
        The roster columns to bring along, by canonical name.
    """
    keys = {person.table: person.column} | {join.table: join.key for join in joins}
    for name, key in keys.items():
        own = {to: each.column for to, each in places.items() if each.table == name}
        children = [join for join in joins if join.parent == name]
        _load(connection, tables[name], key, own, children)
    rows = {name: count(connection, f"FROM {loaded(name)}") for name in keys}
    check_persons(connection, tables[person.table])
    spine, unmatched = loaded(person.table), {}
    for step, join in enumerate(joins):
        check_key(connection, tables[join.table], join)
        spine = _extend(connection, spine, quoted(f"spine {step}"), join)
        unmatched[join.table] = check_match(
            connection, spine, join, tables[join.table], rows[person.table]
        )
    unused = {join.table: count_unused(connection, spine, join) for join in joins}
    kept = ", ".join(quoted(name) for name in [*places, *map(key_column, keys)])
    order = quoted(key_column(person.table))
    everybody = run(connection, f"SELECT {kept} FROM {spine} ORDER BY {order}")
    return Spine(everybody.to_pandas(), rows, unmatched, unused)


def rows_of(
    connection: duckdb.DuckDBPyConnection,
    table: OpenTable,
    key: str,
    own: Mapping[str, str],
    keys: pd.Series,
) -> dict[str, pd.Series]:
    """Return columns of a table, by our names, for everyone who has one of its keys.

    Only rows with such a key leave the file, so it may be longer than memory.

    Parameters
    ----------
    connection
        From `clusters.extracts.query.database`.
    table, key
        A table of which the key is known to be unique.
    own
        Our name to the own name of each column.
    keys
        The key of every person wanted; missing where a person has no row.
    """
    unique = keys.dropna().unique()
    connection.register("wanted", pa.table({"key": pa.array(unique, pa.string())}))
    parts = {to: table.parts(column) for to, column in own.items()}
    selected = ", ".join(f"{code_sql(at)} AS {quoted(to)}" for to, at in parts.items())
    own_key = key_sql(table.parts(key))
    rows = run(
        connection,
        f"SELECT {own_key} AS {quoted(key_column(''))}, {selected} "
        f"FROM delivered SEMI JOIN wanted ON {own_key} = wanted.key",
        {"delivered": table},
        {"delivered": _once([*table.parts(key), *chain(*parts.values())])},
    )
    by_key = rows.to_pandas().set_index(key_column(""))
    found = by_key.reindex(pd.Index(keys)).set_axis(keys.index)
    return {name: found[name] for name in own}


def _pointer(join: Join) -> str:
    return quoted(f"pointer to {join.table}")


def _load(
    connection: duckdb.DuckDBPyConnection,
    table: OpenTable,
    key: str,
    own: Mapping[str, str],
    children: Sequence[Join],
) -> None:
    """Copy what is needed of a table, under our names."""
    name = table.source.table
    selected = [f"{key_sql(table.parts(key))} AS {quoted(key_column(name))}"]
    selected += [
        f"{_own_sql(table.parts(column), to)} AS {quoted(to)}"
        for to, column in own.items()
    ]
    selected += [
        f"{key_sql(table.parts(join.by), join.drop_last)} AS {_pointer(join)}"
        for join in children
    ]
    keys = [key, *own.values(), *(join.by for join in children)]
    read = [part for each in keys for part in table.parts(each)]
    run(
        connection,
        f"CREATE TABLE {loaded(name)} AS SELECT {', '.join(selected)} FROM delivered",
        {"delivered": table},
        {"delivered": _once(read)},
    )


def _own_sql(columns: Sequence[str], to: str) -> str:
    return (key_sql if canonical(to).kind is Kind.KEY else code_sql)(columns)


def _once(names: Sequence[str]) -> list[str]:
    """Return each name once, as DuckDB sees names: without case."""
    return list({name.casefold(): name for name in names}.values())


def _extend(
    connection: duckdb.DuckDBPyConnection, spine: str, extended: str, join: Join
) -> str:
    run(
        connection,
        f"CREATE TABLE {extended} AS SELECT spine.*, joined.* FROM {spine} AS spine "
        f"LEFT JOIN {loaded(join.table)} AS joined "
        f"ON spine.{_pointer(join)} = joined.{quoted(key_column(join.table))}",
    )
    run(connection, f"DROP TABLE {spine}")
    return extended
