"""Tables on their own, taken through a gate and put in a folder as the public gets it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from attacked import SHIPPED, declared

import clusters.disclosure as sound
from attacks.attacker.reading import read_tables
from attacks.city import truth_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from attacks.attacker.linear import Quantity
    from attacks.attacker.reading import Table
    from clusters.disclosure import Policy, ReleasedTable
    from clusters.profiles import CountTable


def printed(released: Mapping[str, ReleasedTable]) -> list[Table]:
    """Write released tables as our reports do, and read them back as an attacker."""
    folder = Path(tempfile.mkdtemp())
    (folder / "tables").mkdir()
    for name, table in released.items():
        table.rows.to_csv(folder / "tables" / f"{name}.csv", index=False)
    return read_tables(folder)


def published(
    tables: Sequence[CountTable],
    policy: Policy = SHIPPED,
    *,
    gate: ModuleType = sound,
    **more: object,
) -> tuple[list[Table], dict[Quantity, int]]:
    """Release tables together; returns what is printed, and the truth."""
    outcome = declared(gate).release_all(tables, policy, **more)
    return printed(outcome.tables), truth_of(tables)


def apart(
    tables: Sequence[CountTable], policy: Policy = SHIPPED, *, gate: ModuleType = sound
) -> tuple[list[Table], dict[Quantity, int]]:
    """Release tables one by one, as if nobody would lay them side by side."""
    released = {table.name: declared(gate).release(table, policy) for table in tables}
    return printed(released), truth_of(tables)


def counted(
    cells: Mapping[tuple[str, ...], int], *names: str, **more: object
) -> pd.DataFrame:
    """Return counts as a frame: the dimensions, and persons."""
    rows = [(*codes, persons) for codes, persons in cells.items()]
    return pd.DataFrame(rows, columns=[*names, "persons"]).assign(**more)
