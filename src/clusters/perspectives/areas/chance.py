"""What chance alone would give: intervals of shares, and spread without preference.

Released counts are rounded, so an interval takes in what a count was rounded from.
"""

from __future__ import annotations

from math import sqrt

import numpy as np
import pandas as pd
from scipy.stats import hypergeom

_NORMAL = 1.959964  # of 95 %


def wilson(part: float, whole: float) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, JASA 22, 1927).

    Examples
    --------
    >>> [round(bound, 3) for bound in wilson(10, 20)]
    [0.299, 0.701]
    """
    share, weight = part / whole, _NORMAL**2 / whole
    middle = (share + weight / 2) / (1 + weight)
    spread = sqrt(share * (1 - share) * weight + (weight / 2) ** 2) / (1 + weight)
    return middle - spread, middle + spread


def share_interval(part: float, whole: float, base: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of which both counts are rounded.

    From the lower end of `wilson` at the least that both can have been to its upper end
    at the most.

    Parameters
    ----------
    part, whole : released counts; multiples of ``base``, rounded half up.
    base : what they were rounded to.
    """
    low, high = base // 2, (base - 1) // 2
    least, most = max(part - low, 0), part + high
    return (
        wilson(least, max(whole + high, least))[0],
        wilson(min(most, whole - low), whole - low)[1] if whole > low else 1.0,
    )


def dissimilarity_by_chance(
    persons: pd.Series, size: float, everybody: float, base: int, least: int
) -> float:
    """Return the dissimilarity to expect of a group that lives anywhere, by chance.

    Small areas make the index rise without any preference, so it is held against what
    drawing people at random would give (Carrington and Troske, Journal of Business and
    Economic Statistics 15, 1997). The number of members in an area is then
    hypergeometric, and D = 1/2 sum |m_i / M - o_i / O| has the mean

        T / (2 M O) sum E |m_i - t_i M / T|,  T = M + O,

    with m_i as it would be released: rounded, unless it is hidden.

    Parameters
    ----------
    persons : in each area, of any group.
    size, everybody : of the group, and of all groups together.
    base, least : what counts are rounded to, and the fewest that are shown.

    Returns
    -------
    float
        From 0 to 1; missing if the group is empty, holds everybody or is hidden.
    """
    if np.isnan(size) or np.isnan(everybody):
        return float("nan")
    total, members = round(everybody), round(size)
    if not 0 < members < total:
        return float("nan")
    moved = 0.0
    for area in persons.dropna().round().astype(int).clip(upper=total):
        drawn = np.arange(min(area, members) + 1)
        odds = hypergeom.pmf(drawn, total, members, area)
        rounded = np.where(drawn < least, drawn, (drawn + base // 2) // base * base)
        moved += float((odds * np.abs(rounded - area * members / total)).sum())
    return moved * total / (2 * members * (total - members))
