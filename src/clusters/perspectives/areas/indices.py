"""Where clusters live: what dominates in an area, and how far apart clusters live.

Everything here starts from numbers that may be shown: persons per area and cluster as
they were released, missing where hidden. So nothing that is worked out here can tell
more than the tables it is worked out from.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

# Fewer persons than this in an area say nothing about what dominates there. The city
# did not tell its limit. Ours, in a made-up city with the published numbers, hides 13
# of the 15 neighbourhoods it marked, and none of the 89 it coloured.
MINIMUM_OBSERVATIONS = 25
TOO_FEW = "too_few"
TIED = "/"  # between clusters that share the first place after rounding: "1/4"
# Our choice: an index that leans on more hidden persons than this part is not given.
MOST_HIDDEN = 0.2


def dominant_clusters(
    counts: pd.DataFrame, persons: pd.Series, minimum: int = MINIMUM_OBSERVATIONS
) -> pd.Series:
    """Return the cluster with most persons in each area.

    Parameters
    ----------
    counts : released persons per area (rows) and cluster (columns); missing if hidden.
    persons : released persons in each area, of any cluster or none.
    minimum : persons in an area below which nothing is said to dominate.

    Returns
    -------
    Series
        A cluster, or those of which rounding hides which is the largest ("1/4").
        `TOO_FEW` where there are not enough persons, and where what is hidden may hold
        a larger cluster.
    """
    largest = counts.max(axis="columns")
    leads = counts.eq(largest, axis="index")
    hidden = persons - counts.sum(axis="columns")
    few = persons.isna() | (persons < minimum) | (hidden > largest)
    few |= largest.isna()
    names = [TIED.join(counts.columns[row]) for row in leads.to_numpy()]
    return pd.Series(names, counts.index, name="dominant").mask(few, TOO_FEW)


def location_quotients(shares: pd.DataFrame, city: pd.Series) -> pd.DataFrame:
    """Return how many times as common a cluster is in an area as in the whole city.

    The location quotient of Isard (Methods of regional analysis, 1960).

    Parameters
    ----------
    shares : percent of an area (rows) that is in a cluster (columns); missing if not
        shown.
    city : percent of the city that is in each cluster.
    """
    return shares.div(city.where(city > 0), axis="columns")


def against_average(shares: pd.DataFrame, city: pd.Series) -> pd.DataFrame:
    """Return per area and cluster how many percentage points it is above the city."""
    return shares.sub(city, axis="columns")


def filled(counts: pd.DataFrame, persons: pd.Series, sizes: pd.Series) -> pd.DataFrame:
    """Return counts with something likely in the place of what is hidden.

    What the shown cells leave of an area is divided over its hidden cells by what they
    leave of each cluster. For indices over many areas only: a filled cell says nothing
    of its area.

    Parameters
    ----------
    counts : released persons per area and cluster, missing if hidden.
    persons : released persons in each area that are in one of the clusters.
    sizes : released persons in each cluster.
    """
    gone = counts.isna()
    left = (persons - counts.sum(axis="columns")).clip(lower=0).fillna(0)
    weights = gone * (sizes - counts.sum()).clip(lower=0)
    total = weights.sum(axis="columns")
    parts = weights.div(total.where(total > 0), axis="index").mul(left, axis="index")
    return counts.fillna(parts).fillna(0)


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
    difference = (members / members.sum() - others / others.sum()).abs()
    return float(difference.sum() / 2)


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
    counts: pd.DataFrame, persons: pd.Series, sizes: pd.Series
) -> pd.DataFrame:
    """Return how far apart each cluster lives from all others in the study.

    Parameters
    ----------
    counts, persons, sizes : as of `filled`.

    Returns
    -------
    DataFrame
        Per cluster ``share`` (of all in clusters), ``dissimilarity`` and ``isolation``;
        missing where more than `MOST_HIDDEN` of its persons are in hidden cells.
    """
    whole = filled(counts, persons, sizes)
    everybody = whole.sum(axis="columns")
    rows = {
        cluster: (
            members.sum() / everybody.sum() if everybody.sum() else np.nan,
            dissimilarity(members, everybody - members),
            isolation(members, everybody),
        )
        for cluster, members in whole.items()
    }
    indices = pd.DataFrame.from_dict(
        rows, orient="index", columns=["share", "dissimilarity", "isolation"]
    ).rename_axis("cluster")
    known = counts.sum() >= (1 - MOST_HIDDEN) * sizes
    return indices.where(known)
