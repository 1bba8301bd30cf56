"""Where clusters live: their part of each area, and how far apart they live.

Everything starts from exact persons per area and cluster (`area_counts`), so nothing
here may be shown before it went through the gate. Clusters are named by their number;
"0" are persons without a clear profile, who count as residents and dominate nowhere.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

# Fewer persons than this in an area say nothing about what dominates there. The city
# did not tell its limit. Ours, in a made-up city with the published numbers, hides 13
# of the 15 neighbourhoods it marked, and none of the 89 it coloured.
MINIMUM_OBSERVATIONS = 25
TOO_FEW = "too_few"
NO_CLEAR_PROFILE = "0"


def area_counts(areas: pd.Series, clusters: pd.Series) -> pd.DataFrame:
    """Count persons per area and cluster.

    Parameters
    ----------
    areas : the area of each person (a neighbourhood, district or square); persons
        without one are left out. The categories of a categorical all get a row.
    clusters : the cluster of each person, on the same index.

    Returns
    -------
    DataFrame
        Index the areas, sorted; columns the clusters, as text in numeric order.
    """
    counts = pd.crosstab(areas, clusters.astype(str), dropna=False)
    if isinstance(areas.dtype, pd.CategoricalDtype):
        counts = counts.reindex(areas.cat.categories.astype(str), fill_value=0)
    order = sorted(counts.columns, key=int)
    known = counts.index.notna()
    return counts.loc[known, order].sort_index().rename_axis(columns="cluster")


def dominant_clusters(
    counts: pd.DataFrame, minimum: int = MINIMUM_OBSERVATIONS
) -> pd.DataFrame:
    """Return the cluster with most persons in each area.

    Parameters
    ----------
    counts : persons per area and cluster.
    minimum : persons in an area, of any cluster, below which it has no dominant one.

    Returns
    -------
    DataFrame
        Per area ``persons``, ``dominant`` (a cluster or `TOO_FEW`; of two as large, the
        lower number, which is the larger in the city) and ``share`` of the dominant
        cluster in all persons of the area, missing where there are too few.
    """
    persons = counts.sum(axis="columns")
    profiled = counts.drop(columns=NO_CLEAR_PROFILE, errors="ignore")
    few = (persons < minimum) | ~profiled.gt(0).any(axis="columns")
    largest = profiled.idxmax(axis="columns")
    share = profiled.max(axis="columns") / persons.where(~few)
    return pd.DataFrame(
        {"persons": persons, "dominant": largest.mask(few, TOO_FEW), "share": share}
    )


def area_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Return the share of each cluster in the persons of each area; missing if none."""
    persons = counts.sum(axis="columns")
    return counts.div(persons.where(persons > 0), axis="index")


def location_quotients(counts: pd.DataFrame) -> pd.DataFrame:
    """Return how many times as common a cluster is in an area as in the whole city.

    The location quotient of Isard (Methods of regional analysis, 1960). Missing for an
    area without persons.
    """
    return area_shares(counts).div(_city_shares(counts), axis="columns")


def against_average(counts: pd.DataFrame) -> pd.DataFrame:
    """Return per area and cluster how many percentage points it is above the city."""
    return 100 * area_shares(counts).sub(_city_shares(counts), axis="columns")


def dissimilarity(members: pd.Series, others: pd.Series) -> float:
    """Return the part of a group that would have to move to live as the others do.

    D = 1/2 sum |m_i / M - o_i / O| over the areas i, with m members and o others in
    each and M and O in all (Duncan and Duncan, American Sociological Review 20, 1955).
    0: spread alike; 1: no area in common. Missing if either group is empty. Small areas
    raise it by chance alone.

    Examples
    --------
    >>> dissimilarity(pd.Series([10, 30]), pd.Series([30, 10]))
    0.5
    """
    if members.sum() == 0 or others.sum() == 0:
        return float("nan")
    apart = (members / members.sum() - others / others.sum()).abs()
    return float(apart.sum() / 2)


def isolation(members: pd.Series, everybody: pd.Series) -> float:
    """Return the share of its own group that a member meets in the area, on average.

    xPx = sum (m_i / M) (m_i / t_i), with t everybody in area i, members too (Bell,
    Social Forces 32, 1954; Massey and Denton, Social Forces 67, 1988). At the least it
    is the group's share in the city, so it is to be read beside that. Missing for an
    empty group.

    Examples
    --------
    >>> isolation(pd.Series([10, 30]), pd.Series([40, 40]))
    0.625
    """
    if members.sum() == 0:
        return float("nan")
    met = (members / everybody.where(everybody > 0)).fillna(0)
    return float((members / members.sum() * met).sum())


def segregation(
    counts: pd.DataFrame, residents: pd.Series | None = None
) -> pd.DataFrame:
    """Return how far apart each cluster lives from all others.

    Parameters
    ----------
    counts : persons per area and cluster.
    residents : all residents per area, members of clusters too, to hold the clusters
        against; by default the persons in ``counts``.

    Returns
    -------
    DataFrame
        Per cluster ``persons``, ``share`` (in those it is held against),
        ``dissimilarity`` and ``isolation``.
    """
    everybody = counts.sum(axis="columns")
    if residents is not None:
        everybody = residents.reindex(counts.index).fillna(0)
    _check_members(counts, everybody)
    rows = {
        cluster: {
            "persons": int(members.sum()),
            "share": members.sum() / everybody.sum() if everybody.sum() else np.nan,
            "dissimilarity": dissimilarity(members, everybody - members),
            "isolation": isolation(members, everybody),
        }
        for cluster, members in counts.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("cluster")


def _city_shares(counts: pd.DataFrame) -> pd.Series:
    persons = counts.sum()
    return (persons / persons.sum()).where(persons > 0)


def _check_members(counts: pd.DataFrame, everybody: pd.Series) -> None:
    if counts.sum(axis="columns").gt(everybody).any():
        raise ValueError("An area has more persons in clusters than residents.")
