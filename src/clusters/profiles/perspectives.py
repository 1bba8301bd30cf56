"""Counting people by type, origin, year and area: the other perspectives, in cells.

Every table holds a row for each cell, zeros too, and of each dimension that has one the
total, called `EVERYBODY`. The column of origins is always called ``origin``, whichever
groups it has, so that the rules for what is sensitive find it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.profiles.counts import EVERYBODY, CountTable
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_INTERNATIONAL = "not_international"


def count_types(types: pd.Series) -> CountTable:
    """Return internationals per type; those who are no internationals are left out.

    ``types`` is a categorical with the codes of `clusters.perspectives.types.TYPES`.
    Those whose type cannot be determined are a row, and part of the total.
    """
    kinds = types.cat.remove_categories(NOT_INTERNATIONAL).dropna()
    return _one_way("types", kinds.rename("type"))


def count_reasons(types: pd.Series, reasons: pd.Series) -> CountTable:
    """Return why a type cannot be determined, or an international has none of the six.

    Dimensions ``type`` (other, undetermined) and ``reason``; shares are of the type.
    """
    told = pd.DataFrame({"type": types, "reason": reasons}).dropna().astype(str)
    known = [str(code) for code in reasons.cat.categories]
    return CountTable(
        name="type_reasons",
        dimensions=("type", "reason"),
        counts=_cells(told, {"type": ("other", "undetermined"), "reason": known}),
        within=("type",),
    )


def count_origins(origins: pd.Series, *, name: str = "origins") -> CountTable:
    """Return residents per group of origin, and of unknown origin."""
    return _one_way(name, _with_unknown(origins).rename("origin"))


def count_moves(moved: pd.DataFrame, group: str, *, name: str = "moves") -> CountTable:
    """Return moves over the city border by group and direction.

    ``moved`` is as of `clusters.perspectives.inflow.moves`. A move is counted as one
    person: who moved twice is counted twice.
    """
    (column,) = set(moved.columns) - {"moved_in", "moved_out"}
    long = (
        moved.rename(columns={column: group, "moved_in": "in", "moved_out": "out"})
        .melt(group, var_name="direction", value_name="persons")
        .astype({group: str, "direction": str, "persons": np.int64})
    )
    return CountTable(
        name=name,
        dimensions=(group, "direction"),
        counts=long,
        within=("direction",),
    )


def _one_way(name: str, answers: pd.Series) -> CountTable:
    counted = answers.value_counts(sort=False)
    rows = [(EVERYBODY, len(answers)), *zip(counted.index, counted, strict=True)]
    dimension = str(answers.name)
    counts = pd.DataFrame(rows, columns=[dimension, "persons"])
    return CountTable(
        name=name,
        dimensions=(dimension,),
        counts=counts.astype({dimension: str, "persons": np.int64}),
        reference={dimension: EVERYBODY},
    )


def _with_unknown(answers: pd.Series) -> pd.Series:
    return answers.cat.add_categories(UNKNOWN).fillna(UNKNOWN)


def _cells(people: pd.DataFrame, codes: dict[str, Sequence[str]]) -> pd.DataFrame:
    """Count the people in every combination of codes, in the order of the codes."""
    counted = people.value_counts(subset=list(codes), sort=False)
    every = pd.MultiIndex.from_tuples(product(*codes.values()), names=list(codes))
    persons = counted.reindex(every, fill_value=0).astype(np.int64)
    return persons.rename("persons").reset_index()
