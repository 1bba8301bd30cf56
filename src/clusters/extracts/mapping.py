"""Where each canonical column stands in the delivered tables, and how those join.

Read from the study file once; what it says wrongly of itself is a SettingsError, what
the delivered files lack is told in `clusters.extracts.lacking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NoReturn

from clusters.errors import SettingsError
from clusters.extracts.nearest import nearest
from clusters.schema import COLUMNS, Kind, Text
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.extracts.source import OpenTable
    from clusters.settings import Extract, Table

MAIN = "persons"
_COMPOSED = frozenset({Kind.KEY, Kind.CODE})
_NAMES = tuple(column.name for column in COLUMNS)
# Not taken for ours by their name alone: a column "weight" may be in kilograms.
_DECLARED = frozenset({"weight"})


@dataclass(frozen=True)
class Place:
    """A column in a delivered table, under its own name.

    For a key or code it may be more columns, such as ``"year+number"``.
    """

    table: str
    column: str


@dataclass(frozen=True)
class Join:
    """A table and the column of its parent that points to its key."""

    table: str
    key: str
    parent: str
    by: str
    drop_last: int
    relation: Literal["one_to_one", "many_to_one"]


def main_table(extract: Extract) -> str:
    """Return the name of the table that has one row per person."""
    if MAIN in extract.tables:
        return MAIN
    if len(extract.tables) == 1:
        return next(iter(extract.tables))
    listed = ", ".join(extract.tables) or "-"
    raise SettingsError(
        f"[extract.tables] in the study file has: {listed}.\n"
        f"Call the table with one row per person {MAIN!r}.",
        f"[extract.tables] in het studiebestand heeft: {listed}.\n"
        f"Noem de tabel met één rij per persoon {MAIN!r}.",
    )


def joins_of(extract: Extract, main: str) -> tuple[Join, ...]:
    """Return how every other table hangs on, parents before children."""
    waiting = {name: table for name, table in extract.tables.items() if name != main}
    reached, ordered = {main}, []
    while waiting:
        ready = [name for name in waiting if (waiting[name].joins or main) in reached]
        if not ready:
            _refuse_unreachable(waiting, extract)
        for name in ready:
            ordered.append(_join(name, waiting.pop(name), main))
            reached.add(name)
    return tuple(ordered)


def places_of(
    extract: Extract, tables: Mapping[str, OpenTable], main: str
) -> tuple[dict[str, Place], list[str]]:
    """Return where each canonical column stands, and the own names that nobody has.

    A column not mentioned in the study file is taken where a table has it under our
    name; the table of persons goes first.
    """
    found, absent = {}, []
    for name in _NAMES:
        if name in extract.columns:
            place = place_of(extract.columns[name], tables, main)
            if place is None:
                absent.append(name)
                continue
            found[name] = place
            _check_single(name, place, tables)
        elif name not in _DECLARED and (owners := _owners(name, tables, main)):
            found[name] = Place(owners[0], name)
    key = extract.tables[main].key
    if "person_id" not in found and key is not None:
        place = place_of(f"{main}.{key}", tables, main)
        if place is not None:
            found["person_id"] = place
    return found, absent


def place_of(own: str, tables: Mapping[str, OpenTable], main: str) -> Place | None:
    """Return the place of an own name, with or without its table in front.

    None if no table has it.
    """
    table, dot, column = own.partition(".")
    if dot and table in tables and not _owners(own, tables, main):
        return Place(table, column) if tables[table].has_key(column) else None
    owners = _owners(own, tables, main)
    if not owners:
        return None
    if len(owners) > 1 and owners[0] != main:
        listed = ", ".join(owners)
        raise SettingsError(
            f"[extract.columns] in the study file: {own!r} is in tables {listed}; "
            f"put one of them in front: '{owners[0]}.{own}'.",
            f"[extract.columns] in het studiebestand: {own!r} staat in tabellen "
            f"{listed}; zet er een voor: '{owners[0]}.{own}'.",
        )
    return Place(owners[0], own)


def point_place(
    extract: Extract, tables: Mapping[str, OpenTable], main: str
) -> tuple[Place | None, dict[str, str]]:
    """Return where both coordinates of a person stand, and those that nobody has.

    Raises
    ------
    SettingsError
        If they stand in two tables.
    """
    at = extract.coordinates
    if at is None:
        return None, {}
    asked = {"x": at.x, "y": at.y}
    found = {axis: place_of(own, tables, main) for axis, own in asked.items()}
    x, y = found["x"], found["y"]
    if x is None or y is None:
        return None, {axis: asked[axis] for axis in asked if found[axis] is None}
    if x.table != y.table:
        raise SettingsError(
            f"[extract.coordinates]: x is in table {x.table} and y in {y.table}.\n"
            "Put the table in front of both: 'addresses.X'.",
            f"[extract.coordinates]: x staat in tabel {x.table} en y in {y.table}.\n"
            "Zet bij beide de tabel ervoor: 'adressen.X'.",
        )
    return Place(x.table, f"{x.column} + {y.column}"), {}


def _check_single(name: str, place: Place, tables: Mapping[str, OpenTable]) -> None:
    parts = tables[place.table].parts(place.column)
    if len(parts) > 1 and canonical(name).kind not in _COMPOSED:
        raise SettingsError(
            f"[extract.columns] in the study file: {name} = {place.column!r}.\n"
            "Only a key or a code can be put together from more columns.",
            f"[extract.columns] in het studiebestand: {name} = {place.column!r}.\n"
            "Alleen een sleutel of een code kan uit meer kolommen bestaan.",
        )


def _owners(own: str, tables: Mapping[str, OpenTable], main: str) -> list[str]:
    """Return the tables that have a column, the table of persons first."""
    owners = [name for name, table in tables.items() if table.has_key(own)]
    return sorted(owners, key=lambda name: name != main)


def _join(name: str, table: Table, main: str) -> Join:
    key, by = table.key or table.by, table.by or table.key
    if key is None or by is None:
        raise SettingsError(
            f"[extract.tables] in the study file: how does {name} join?\n"
            "Give it 'key', its own column, and 'by', the column that points to it.",
            f"[extract.tables] in het studiebestand: hoe koppelt {name}?\n"
            "Geef 'key', de eigen kolom, en 'by', de kolom die ernaar verwijst.",
        )
    parent = table.joins or main
    return Join(name, key, parent, by, table.drop_last, table.relation)


def _refuse_unreachable(waiting: Mapping[str, Table], extract: Extract) -> NoReturn:
    lines = []
    for name, table in waiting.items():
        if table.joins in extract.tables:
            lines.append(
                Text(f"{name} koppelt in een kring", f"{name} joins in a ring")
            )
        else:
            near = nearest(str(table.joins), [*extract.tables])
            lines.append(
                Text(
                    f"{name}: geen tabel {table.joins}{near.nl}",
                    f"{name}: no table {table.joins}{near.en}",
                )
            )
    raise SettingsError(
        "\n  ".join(["[extract.tables] in the study file:", *(x.en for x in lines)]),
        "\n  ".join(["[extract.tables] in het studiebestand:", *(x.nl for x in lines)]),
    )
