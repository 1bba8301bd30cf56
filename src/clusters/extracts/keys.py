"""Keys in SQL, and the checks without which a join goes wrong in silence."""

# ruff: noqa: S608 - DuckDB takes no parameters for names; `quoted` makes them safe

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.query import literal, quoted, run
from clusters.schema.text import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

    from clusters.extracts.mapping import Join
    from clusters.extracts.source import OpenTable

# As `values.plain_keys` does: a key must not depend on the type it was stored in.
_WHOLE = r"^([+-]?[0-9]+)\.0+$"
# As spreadsheets show a number that is too long for its cell.
_ROUNDED = r"[0-9][.,][0-9]+[eE]\+?[0-9]+"
# What stands between the parts of a key or code made of more columns: 2024+101.
_AND = " || '+' || "


def key_column(table: str) -> str:
    """Return the name under which a person's key in a table is kept."""
    return f"key of {table}"


def key_sql(columns: Sequence[str], drop_last: int = 0) -> str:
    """Return SQL that reads a key in one notation, without its last characters.

    A key of more columns is missing where one of them is.
    """
    plain = f"({_AND.join(map(_plain, columns))})"
    if not drop_last:
        return plain
    return f"nullif(left({plain}, greatest(length({plain}) - {drop_last}, 0)), '')"


def code_sql(columns: Sequence[str]) -> str:
    """Return SQL that reads a column, or puts codes of more columns together.

    In ``1+`` the second code is empty; where all are, so is what they make.
    """
    if len(columns) == 1:
        return quoted(columns[0])
    codes = _AND.join(f"coalesce({_plain(column)}, '')" for column in columns)
    return f"nullif({codes}, {literal('+' * (len(columns) - 1))})"


def loaded(table: str) -> str:
    """Return the name under which a delivered table is loaded, for SQL."""
    return quoted(f"table {table}")


def check_persons(connection: duckdb.DuckDBPyConnection, table: OpenTable) -> None:
    """Refuse a table of persons in which somebody has no key, or occurs twice."""
    name = table.source.table
    key = quoted(key_column(name))
    if not count(connection, f"FROM {loaded(name)}"):
        raise ExtractError(
            f"{table.source.where}: there are no rows under the header.\n"
            "Ask for the file again.",
            f"{table.source.where}: er staan geen rijen onder de kop.\n"
            "Vraag het bestand opnieuw op.",
        )
    check_whole(connection, table, key)
    empty = count(connection, f"FROM {loaded(name)} WHERE {key} IS NULL")
    if empty:
        raise ExtractError(
            f"{table.source.where}: {plural(empty, 'row has', 'rows have')} no key of "
            "a person.\n"
            "Every row needs one; ask for a corrected file.",
            f"{table.source.where}: {plural(empty, 'rij heeft', 'rijen hebben')} geen "
            "sleutel van een persoon.\n"
            "Elke rij moet er een hebben; vraag om een verbeterd bestand.",
        )
    doubled = _doubled(connection, loaded(name), key)
    if doubled:
        raise ExtractError(
            f"{table.source.where}: "
            f"{plural(doubled, 'person occurs', 'persons occur')} more than once.\n"
            "This table must have one row per person; ask for a corrected file, or "
            "check 'person_id' in [extract.columns].",
            f"{table.source.where}: "
            f"{plural(doubled, 'persoon komt', 'personen komen')} meer dan eens voor.\n"
            "Deze tabel moet één rij per persoon hebben; vraag om een verbeterd "
            "bestand, of kijk 'person_id' na in [extract.columns].",
        )


def check_whole(
    connection: duckdb.DuckDBPyConnection, table: OpenTable, key: str
) -> None:
    """Refuse keys of a loaded table that a spreadsheet has rounded."""
    rounded = count(
        connection,
        f"FROM {loaded(table.source.table)} "
        f"WHERE regexp_full_match({key}, {literal(_ROUNDED)})",
    )
    if rounded:
        raise ExtractError(
            f"{table.source.where}: "
            f"{plural(rounded, 'key is', 'keys are')} written like 1,00E+09.\n"
            "A spreadsheet rounded them, so that different persons got one key and "
            "nothing can bring theirs back. Ask for the export again, made without a "
            "spreadsheet or with the key as text.",
            f"{table.source.where}: "
            f"{plural(rounded, 'sleutel staat', 'sleutels staan')} er als 1,00E+09.\n"
            "Een rekenblad heeft ze afgerond, zodat verschillende personen één sleutel "
            "kregen; dat is niet terug te draaien. Vraag de uitvoer opnieuw op, zonder "
            "rekenblad gemaakt of met de sleutel als tekst.",
        )


def check_key(
    connection: duckdb.DuckDBPyConnection, table: OpenTable, join: Join
) -> None:
    """Refuse a joined table in which a key does not point to one row."""
    key = quoted(key_column(join.table))
    check_whole(connection, table, key)
    doubled = _doubled(connection, loaded(join.table), key)
    if doubled:
        raise ExtractError(
            f"{table.source.where}: {plural(doubled, 'value', 'values')} of key "
            f"{join.key!r} {'occurs' if doubled == 1 else 'occur'} more than once, so "
            "persons would be doubled.\n"
            "Join on a column that identifies a row, or ask for one row per key.",
            f"{table.source.where}: {plural(doubled, 'waarde', 'waarden')} van sleutel "
            f"{join.key!r} {'komt' if doubled == 1 else 'komen'} meer dan eens voor, "
            "zodat personen dubbel zouden tellen.\n"
            "Koppel op een kolom die een rij aanwijst, of vraag om één rij per "
            "sleutel.",
        )


def check_match(
    connection: duckdb.DuckDBPyConnection,
    spine: str,
    join: Join,
    table: OpenTable,
    persons: int,
) -> int:
    """Return how many persons have no row in a joined table; refuse a useless join."""
    key = quoted(key_column(join.table))
    after = count(connection, f"FROM {spine}")
    if after != persons:
        raise ExtractError(
            f"{table.source.where}: joining it turns {persons} persons into {after}.\n"
            "Check 'key' and 'by' of this table.",
            f"{table.source.where}: koppelen maakt van {persons} personen {after}.\n"
            "Kijk 'key' en 'by' van deze tabel na.",
        )
    unmatched = count(connection, f"FROM {spine} WHERE {key} IS NULL")
    if unmatched == persons:
        raise ExtractError(
            f"{table.source.where}: no {join.by!r} of {join.parent} occurs in its "
            f"column {join.key!r}.\n"
            "Check 'key', 'by' and 'drop_last', and whether one of the two lost its "
            "leading zeros.",
            f"{table.source.where}: geen {join.by!r} van {join.parent} staat in de "
            f"kolom {join.key!r}.\n"
            "Kijk 'key', 'by' en 'drop_last' na, en of een van beide de voorloopnullen "
            "verloor.",
        )
    shared = _doubled(connection, spine, key)
    if join.relation == "one_to_one" and shared:
        raise ExtractError(
            f"{table.source.where}: {shared} rows belong to more than one person "
            "where the study file says one_to_one.\n"
            "Correct 'by', or set relation = \"many_to_one\".",
            f"{table.source.where}: {shared} rijen horen bij meer dan één persoon waar "
            "het studiebestand one_to_one zegt.\n"
            "Verbeter 'by', of zet relation = \"many_to_one\".",
        )
    return unmatched


def count_unused(connection: duckdb.DuckDBPyConnection, spine: str, join: Join) -> int:
    """Return how many rows of a joined table belong to nobody."""
    key = quoted(key_column(join.table))
    return count(
        connection, f"FROM {loaded(join.table)} ANTI JOIN {spine} USING ({key})"
    )


def count(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    """Return a number of rows."""
    return int(run(connection, f"SELECT count(*) {sql}").column(0)[0].as_py())


def _plain(column: str) -> str:
    plain = f"nfc_normalize({quoted(column)})"
    return f"regexp_replace({plain}, {literal(_WHOLE)}, '\\1')"


def _doubled(connection: duckdb.DuckDBPyConnection, table: str, key: str) -> int:
    """Return how many keys occur more than once."""
    return count(
        connection,
        f"FROM (SELECT {key} FROM {table} WHERE {key} IS NOT NULL "
        f"GROUP BY {key} HAVING count(*) > 1)",
    )
