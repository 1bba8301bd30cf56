"""Counting people in cells.

Only counts leave this room. A share of a hidden count gives the count back, so
shares are worked out by `disclosure`, from what may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.profiles.units import of_persons
from clusters.schema import UNKNOWN
from clusters.tables import CATALOGUE, EVERYBODY, NO_CLEAR_PROFILE, spec_of
from clusters.tables.spec import filled

if TYPE_CHECKING:
    from collections.abc import Collection


__all__ = [
    "EVERYBODY",
    "NO_CLEAR_PROFILE",
    "CountTable",
    "cluster_sizes",
    "count_profiles",
    "counted",
    "with_unknown",
]


@dataclass(frozen=True)
class CountTable:
    """Exact persons per cell; to be read by `disclosure` and by nothing else.

    Parameters
    ----------
    name
        What the table is called in files and in the release.
    dimensions
        The columns of ``counts`` that say which cell a row is.
    counts
        One row per cell: the dimensions as strings, and ``persons``; where they are
        known also ``households`` and ``addresses``, how many different ones. Of a
        sample also ``weighted``, the people that the persons stand for together: it
        makes the number that is shown, and no rule is asked of it.
    within
        The dimensions whose cells add up to a group of people; the share of a cell
        is its part of that group.
    reference
        The group that others are held against, as ``{dimension: value}``.
    mean_weight
        How many people one person of the study stands for on average; None of a table
        without ``weighted``.
    """

    name: str
    dimensions: tuple[str, ...]
    counts: pd.DataFrame
    within: tuple[str, ...] = ()
    reference: dict[str, str] = field(default_factory=dict)
    mean_weight: float | None = field(default=None, kw_only=True)


def counted(name: str, counts: pd.DataFrame, **chosen: str) -> CountTable:
    """Return counts as the table that the catalogue has under a name.

    ``chosen`` is what stands for the variables of its entry, such as ``area``.
    """
    spec = spec_of(name, CATALOGUE)
    return CountTable(
        filled(name, chosen),
        tuple(filled(each, chosen) for each in spec.dimensions),
        counts,
        tuple(filled(each, chosen) for each in spec.within),
        dict(spec.reference),
    )


def cluster_sizes(clusters: pd.Series, weights: pd.Series | None = None) -> CountTable:
    """Return the number of persons per cluster, and of everybody.

    Those without a clear profile have a row also where there is nobody: a row that is
    there or not would tell whether there is somebody. ``weights`` are how many people
    each person stands for, on the same index.
    """
    numbers = clusters.astype(str)
    sizes = numbers.value_counts()
    order = sorted({NO_CLEAR_PROFILE, *sizes.index}, key=int)
    rows = [(number, int(sizes.get(number, 0))) for number in order]
    counts = pd.DataFrame(
        [(EVERYBODY, len(numbers)), *rows], columns=["cluster", "persons"]
    )
    table = counted("sizes", counts)
    if weights is None:
        return table
    added = weights.groupby(numbers).sum()
    added[EVERYBODY] = weights.sum()
    here = added.reindex(counts["cluster"], fill_value=0.0)
    return _weighted(table, here, weights)


def _weighted(table: CountTable, added: pd.Series, weights: pd.Series) -> CountTable:
    """Return a table with what the persons in its rows stand for together."""
    counts = table.counts.assign(weighted=added.to_numpy(dtype="float64"))
    return replace(table, counts=counts, mean_weight=float(weights.mean()))


def count_profiles(
    features: pd.DataFrame,
    clusters: pd.Series,
    *,
    name: str = "profiles",
    impossible: Collection[tuple[str, str]] = (),
    units: pd.DataFrame | None = None,
    weights: pd.Series | None = None,
) -> CountTable:
    """Return persons per cluster, feature and category, every category included.

    Parameters
    ----------
    features : one row per person, every column categorical; missing is unknown.
    clusters : the cluster of each person, on the same index.
    name : "profiles" or "drilldown".
    impossible : pairs of feature and category that nobody can have by the population
        rule. They are no cells: a zero that everybody knows protects nothing, and
        would cost another cell to be hidden with it.
    units : the household and the address of each person, as `units_of` gives them.
    weights : how many people each person stands for, on the same index.

    Returns
    -------
    CountTable
        Dimensions ``cluster`` (with `EVERYBODY`), ``feature`` and ``category``. A cell
        in which there is nobody is a row too: zeros matter to disclosure. Persons
        without a clear profile are in `EVERYBODY` and are not profiled themselves.
        Beside ``persons`` how many different units they are of, where those are known.
    """
    numbers = clusters.reindex(features.index).astype(str)
    profiled = sorted(set(numbers) - {NO_CLEAR_PROFILE}, key=int)
    homes = None if units is None else of_persons(units, features.index)
    parts = [
        _count_feature(features[feature], numbers, profiled, homes)
        for feature in features
    ]
    cells = pd.concat(parts, ignore_index=True)
    pairs = pd.MultiIndex.from_frame(cells[["feature", "category"]])
    occurs = ~pairs.isin(list(impossible)) | (cells["persons"] > 0)
    table = counted(name, cells[occurs].reset_index(drop=True))
    if weights is None:
        return table
    heavy = weights.reindex(features.index)
    added = _added(features, numbers, heavy)
    keys = pd.MultiIndex.from_frame(table.counts[["cluster", "feature", "category"]])
    return _weighted(table, added.reindex(keys, fill_value=0.0), heavy)


def _added(features: pd.DataFrame, numbers: pd.Series, weights: pd.Series) -> pd.Series:
    """Return what persons stand for, by cluster or everybody, feature and answer."""
    parts = {}
    for feature in features:
        told = with_unknown(features[feature]).astype(str)
        parts[EVERYBODY, feature] = weights.groupby(told).sum()
        for cluster in sorted(set(numbers)):
            mine = numbers == cluster
            parts[cluster, feature] = weights[mine].groupby(told[mine]).sum()
    return pd.concat(parts, names=["cluster", "feature", "category"])


def with_unknown(answers: pd.Series) -> pd.Series:
    """Return answers in which one that is not known is an answer too."""
    return answers.astype(object).where(answers.notna(), UNKNOWN)


def _count_feature(
    answers: pd.Series,
    numbers: pd.Series,
    profiled: list[str],
    units: pd.DataFrame | None,
) -> pd.DataFrame:
    known = answers.cat.categories.astype(str)
    told = with_unknown(answers)
    table = (
        pd.crosstab(told, numbers)
        .reindex(index=[*known, UNKNOWN], fill_value=0)
        .assign(**{EVERYBODY: lambda counts: counts.sum(axis="columns")})
        .reindex(columns=[EVERYBODY, *profiled], fill_value=0)
    )
    cells = table.rename_axis("category").reset_index()
    long = cells.melt("category", var_name="cluster", value_name="persons").assign(
        feature=answers.name
    )[["cluster", "feature", "category", "persons"]]
    if units is None:
        return long
    keys = pd.MultiIndex.from_frame(long[["cluster", "category"]])
    found = _different(units, told, numbers).reindex(keys, fill_value=0)
    return long.assign(**{unit: found[unit].to_numpy() for unit in units})


def _different(
    units: pd.DataFrame, told: pd.Series, numbers: pd.Series
) -> pd.DataFrame:
    """Return how many units are behind each answer, by cluster and in all."""
    answer, cluster = told.rename("category"), numbers.rename("cluster")
    everybody = units.groupby(answer).nunique()
    return pd.concat(
        [
            pd.concat({EVERYBODY: everybody}, names=["cluster"]),
            units.groupby([cluster, answer]).nunique(),
        ]
    )
