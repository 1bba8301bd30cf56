"""Counting people by type, origin, year and area: the other perspectives, in cells.

Every table holds a row for each cell, zeros too, and of each dimension that has one the
total, called `EVERYBODY`. The column of origins is always called ``origin``, whichever
groups it has, so that the rules for what is sensitive find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.profiles.counts import EVERYBODY, CountTable, counted
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection

NOT_INTERNATIONAL = "not_international"


def count_types(types: pd.Series) -> CountTable:
    """Return internationals per type; those who are no internationals are left out.

    ``types`` is a categorical with the codes of
    `clusters.perspectives.types.names.TYPES`. Those whose type cannot be
    determined are a row, and part of the total.
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
    persons = told.value_counts(sort=False).reindex(every, fill_value=0)
    return counted(
        "type_reasons", persons.astype(np.int64).rename("persons").reset_index()
    )


def count_origins(origins: pd.Series) -> CountTable:
    """Return residents per group of origin, and of unknown origin."""
    return _one_way("origins", _with_unknown(origins).rename("origin"))


def count_moves(moved: pd.DataFrame) -> CountTable:
    """Return moves over the city border by nine groups of origin and direction.

    ``moved`` is as of `clusters.perspectives.stay.inflow.moves`. A move is counted as
    one person: who moved twice is counted twice.
    """
    (column,) = set(moved.columns) - {"moved_in", "moved_out"}
    long = (
        moved.rename(columns={column: "origin9", "moved_in": "in", "moved_out": "out"})
        .melt("origin9", var_name="direction", value_name="persons")
        .astype({"origin9": str, "direction": str, "persons": np.int64})
    )
    return counted("moves", long)


def _one_way(name: str, answers: pd.Series) -> CountTable:
    persons = answers.value_counts(sort=False)
    rows = [(EVERYBODY, len(answers)), *zip(persons.index, persons, strict=True)]
    dimension = str(answers.name)
    counts = pd.DataFrame(rows, columns=[dimension, "persons"])
    return counted(name, counts.astype({dimension: str, "persons": np.int64}))


def _with_unknown(answers: pd.Series) -> pd.Series:
    return answers.cat.add_categories(UNKNOWN).fillna(UNKNOWN)
