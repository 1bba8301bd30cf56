"""Counting people by type, origin, year and area: the other perspectives, in cells.

Every table holds a row for each cell, zeros too, and of each dimension that has one the
total, called `EVERYBODY`. The column of origins is always called ``origin``, whichever
groups it has, so that the rules for what is sensitive find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.profiles.counts import EVERYBODY, CountTable
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection

NOT_INTERNATIONAL = "not_international"


def count_types(types: pd.Series) -> CountTable:
    """Return internationals per type; those who are no internationals are left out.

    ``types`` is a categorical with the codes of `clusters.perspectives.types.TYPES`.
    Those whose type cannot be determined are a row, and part of the total.
    """
    kinds = types.cat.remove_categories(NOT_INTERNATIONAL).dropna()
    return _one_way("types", kinds.rename("type"))


def count_reasons(
    types: pd.Series, reasons: pd.Series, why_other: Collection[str]
) -> CountTable:
    """Return why a type cannot be determined, or an international has none of the six.

    Dimensions ``type`` (other, undetermined) and ``reason``; shares are of the type. A
    reason that nobody has is a row too: one that is absent would tell that it is zero,
    and the others that they are not. ``why_other`` are the reasons to have none of the
    six; all others leave the type undetermined.
    """
    told = pd.DataFrame({"type": types, "reason": reasons}).dropna().astype(str)
    known = {str(code): str(code) in why_other for code in reasons.cat.categories}
    pairs = [("other", code) for code, is_other in known.items() if is_other]
    pairs += [
        ("undetermined", code) for code, is_other in known.items() if not is_other
    ]
    every = pd.MultiIndex.from_tuples(pairs, names=["type", "reason"])
    counted = told.value_counts(sort=False).reindex(every, fill_value=0)
    return CountTable(
        name="type_reasons",
        dimensions=("type", "reason"),
        counts=counted.astype(np.int64).rename("persons").reset_index(),
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
