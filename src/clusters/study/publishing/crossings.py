"""Clusters crossed with the other perspectives: type and origin describe as well.

They are answers like any other that describes and does not cluster, so they go the way
of the drill-down: counted, released, and told with all it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.features import ORIGIN_FEATURES
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.perspectives.types.names import TYPES, PersonType
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.schema import Code, FeatureMeaning, Text, Theme
from clusters.study.publishing.linked import tying

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from clusters.disclosure import LinkedTable

_TYPE = Text("Type international", "Type of international")
_ORIGIN = FeatureMeaning(
    "origin",
    Theme.DEMOGRAPHIC,
    next(each.meaning for each in ORIGIN_FEATURES if each.name == "origin"),
    tuple(Code(each.code, each.name) for each in ORIGIN18),
    clustered=False,
)
_UNDETERMINED = "undetermined"


def crossed(
    work: Path,
    features: pd.DataFrame,
    meanings: Sequence[FeatureMeaning],
    types: Sequence[PersonType] = TYPES,
) -> tuple[pd.DataFrame, tuple[FeatureMeaning, ...]]:
    """Return the features of a run with the type and origin of everybody.

    What is not known of anybody, and what the study describes already, is left out. A
    type that cannot be determined is one that is not known: no share is of it.
    """
    told = pd.read_parquet(work / "perspectives.parquet").reindex(features.index)
    told["type"] = told["type"].cat.remove_categories(_UNDETERMINED)
    codes = tuple(
        Code(each.code, each.name) for each in types if each.code != _UNDETERMINED
    )
    kinds = FeatureMeaning("type", Theme.DEMOGRAPHIC, _TYPE, codes, clustered=False)
    added = [
        meaning
        for meaning in (kinds, _ORIGIN)
        if meaning.name not in features
        and not told[meaning.name].dropna().isin([NOT_INTERNATIONAL]).all()
    ]
    answers = told[[each.name for each in added]]
    return features.join(answers), (*meanings, *added)


def type_standing(residents: pd.DataFrame, studied: pd.Index) -> LinkedTable:
    """Return internationals by type and by whether they are studied; it is not shown.

    Who has internationals by type and the studied ones by type can subtract them.
    """
    internationals = residents[
        residents["type"].notna() & (residents["type"] != NOT_INTERNATIONAL)
    ]
    who = internationals.index.isin(studied)
    standing = pd.Series(who, internationals.index).map({True: "studied", False: "not"})
    kinds = internationals["type"].astype(str)
    cells = pd.crosstab(kinds, standing).reindex(columns=["studied", "not"])
    long = cells.fillna(0).rename_axis(index="type", columns="standing").melt(
        value_name="persons", ignore_index=False
    )  # fmt: skip
    counts = long.reset_index().astype({"type": str, "persons": "int64"})
    return tying("standing_types", counts[["standing", "type", "persons"]])
