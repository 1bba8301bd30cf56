"""How strongly an answer goes together with the clusters, from released numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.association import cramers_v, strength
from clusters.profiles.counts import EVERYBODY
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    import pandas as pd

    from clusters.disclosure import ReleasedTable
    from clusters.findings.findings import Findings
    from clusters.schema import Text


def association(table: ReleasedTable, feature: str) -> float | None:
    """Return Cramer's V of clusters and a feature, of those whose answer is known.

    Worked out from what is shown, so that a reader can do it again. None if everybody
    gave the same answer.
    """
    return cramers_v(released_counts(table, feature))


def with_origin(findings: Findings) -> list[tuple[Text, Text]]:
    """Return each way to tell origin, and in words how it goes with the clusters.

    Where the report shows the clusters by it, the word is that of what is shown.
    """
    table = findings.drilldown
    shown = set() if table is None else set(table.rows["feature"])
    return [
        (
            meaning,
            strength(association(table, name))
            if table is not None and name in shown
            else grade,
        )
        for name, meaning, grade in findings.method.evidence.origin
    ]


def released_counts(table: ReleasedTable, feature: str) -> pd.DataFrame:
    """Return persons per cluster and known answer of one feature, as far as is shown.

    Of a hidden answer counts what it is known to be more than. What is hidden besides
    is divided over the hidden answers of a cluster as everybody's are, as if it went
    together with nothing: what is hidden makes no association.
    """
    rows = table.where(feature=feature).dropna(subset=["known"])
    rows = rows[rows["category"] != UNKNOWN]
    told = rows["persons"].astype("Float64")
    told = told.fillna(rows["above"].astype("Float64") * rows["known"] / 100)
    wide = rows.assign(told=told).set_index(["cluster", "category"]).unstack()  # noqa: PD010 - one row per cell, so there is nothing to aggregate
    counts = wide["told"].astype(float)
    if EVERYBODY not in counts.index:
        return counts.iloc[:0]
    known = wide["known"].max(axis="columns").astype(float)
    left = (known - counts.sum(axis="columns")).clip(lower=0)
    # Where nothing is told of an answer, of anybody, one is as likely as another.
    everybody = counts.loc[EVERYBODY]
    small = left[EVERYBODY] / max(int(everybody.isna().sum()), 1)
    hidden = wide["persons"].isna()
    weights = hidden * everybody.fillna(small)
    total = weights.sum(axis="columns")
    parts = weights.div(total.where(total > 0), axis="index").mul(left, axis="index")
    filled = counts.fillna(0) + parts.fillna(0)
    return filled.drop(index=EVERYBODY)
