"""Clusters crossed with the other perspectives: type and origin describe as well.

They are answers like any other that describes and does not cluster, so they go the way
of the drill-down: counted, released, and told with all it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import LinkedTable
from clusters.features import ORIGIN_FEATURES
from clusters.perspectives.groups import ORIGIN18
from clusters.perspectives.type_names import TYPES, PersonType
from clusters.profiles import EVERYBODY, CountTable
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.schema import UNKNOWN, Code, FeatureMeaning, Text, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from clusters.disclosure.equations import Cell

_TYPE = Text("Type international", "Type of international")
_ORIGIN = FeatureMeaning(
    "origin",
    Theme.DEMOGRAPHIC,
    next(each.meaning for each in ORIGIN_FEATURES if each.name == "origin"),
    tuple(Code(each.code, each.name) for each in ORIGIN18),
    clustered=False,
)
_UNDETERMINED = "undetermined"
_STANDING = "standing_types"


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
    return LinkedTable(
        name=_STANDING,
        dimensions=("standing", "type"),
        counts=long.reset_index().astype({"type": str, "persons": "int64"}),
        population=f"type={EVERYBODY}",
        parents={
            "standing": dict.fromkeys(("studied", "not"), EVERYBODY),
            "type": dict.fromkeys(sorted(cells.index), EVERYBODY),
        },
        shown=False,
    )


def same_types(tables: Sequence[CountTable]) -> list[tuple[Cell, Cell]]:
    """Return the cells of the drill-down by type that `type_standing` has as well."""
    named = {table.name: table for table in tables}
    if _STANDING not in named or "drilldown" not in named:
        return []
    asked = {"cluster": EVERYBODY, "feature": "type"}
    rows = named["drilldown"].counts
    told = rows[(rows["cluster"] == EVERYBODY) & (rows["feature"] == "type")]
    standing = named[_STANDING].counts
    known = set(standing["type"])
    studied = standing.loc[standing["standing"] == "studied", "persons"].sum()
    kinds = {code: code for code in told["category"] if code != _UNDETERMINED}
    # Of who is no international the type is unknown as well, and not undetermined.
    if studied == told["persons"].sum():
        kinds[UNKNOWN] = _UNDETERMINED
    return [
        (
            ("drilldown", asked | {"category": code}),
            (_STANDING, {"standing": "studied", "type": kind}),
        )
        for code, kind in kinds.items()
        if kind in known and code in set(told["category"])
    ]
