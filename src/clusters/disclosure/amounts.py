"""Means, sums and quantiles: who is behind them, and who would stand out in them.

A mean of few people, or one that a rich person makes, tells somebody's income. Missing
answers are not people behind a number, and nothing smallest or largest is ever shown.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.released import ReleasedNumber, seal_of
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from clusters.disclosure.policy import Policy


def release_sum(
    amounts: pd.Series, policy: Policy, *, name: str, unit: float
) -> ReleasedNumber:
    """Release the total of an amount (SDC-07).

    Parameters
    ----------
    amounts
        One number per person, missing where not known.
    policy
        The rules to meet.
    name
        What the number is called in files.
    unit
        What the number is a multiple of, for example 1 for years and 100 for incomes.

    Returns
    -------
    ReleasedNumber
        Hidden where fewer than ``minimum_persons`` are behind it, where all of them
        have the same amount, or where one or two dominate it.

    Raises
    ------
    DisclosureError
        If an amount is not a finite number, or the unit is not above zero.
    """
    known = _known(amounts, name, unit)
    total = float(known.sum())
    safe = len(known) >= policy.minimum_persons and not _dominated(known, policy)
    return _number(name, total if safe else None, unit, policy)


def release_mean(
    amounts: pd.Series, policy: Policy, *, name: str, unit: float
) -> ReleasedNumber:
    """Release a mean: the total divided by the rounded count (SDC-07).

    Divided by the true count, means and rounded counts together give the counts back.
    With the shipped rules that moves a mean by 4 % at most, because a mean, like a
    share, is of ``minimum_share_base`` persons or more; that floor is our choice.

    Parameters, result and errors are those of `release_sum`.
    """
    known = _known(amounts, name, unit)
    persons = len(known)
    safe = persons >= max(policy.minimum_persons, policy.minimum_share_base)
    if not safe or _dominated(known, policy):
        return _number(name, None, unit, policy)
    mean = float(known.sum()) / _rounded(persons, policy.round_base)
    return _number(name, mean, unit, policy)


def release_quantile(
    amounts: pd.Series, at: float, policy: Policy, *, name: str, unit: float
) -> ReleasedNumber:
    """Release a quantile as the mean of the values around it (SDC-08).

    Parameters
    ----------
    amounts, policy, name, unit
        As for `release_sum`.
    at
        Which quantile, between 0 and 1; the ends are somebody's value.

    Returns
    -------
    ReleasedNumber
        Hidden where the thin side holds fewer than ``minimum_tail`` persons.

    Raises
    ------
    DisclosureError
        As `release_sum`, and if ``at`` is not between 0 and 1.
    """
    if not 0 < at < 1:
        raise DisclosureError(
            f"{name}: a quantile lies between 0 and 1, ends excluded; got {at!r}.",
            f"{name}: een kwantiel ligt tussen 0 en 1, zonder de einden; kreeg {at!r}.",
        )
    known = np.sort(_known(amounts, name, unit))
    persons, around = len(known), policy.nearest_values
    # Twenty persons are enough for a median whatever 20 * 0.5 is in binary.
    thin = round(persons * min(at, 1 - at), 6)
    if thin < policy.minimum_tail or persons < max(around, policy.minimum_persons):
        return _number(name, None, unit, policy)
    first = round(at * (persons - 1) - (around - 1) / 2)
    first = min(max(first, 0), persons - around)
    near = known[first : first + around]
    return _number(name, float(near.mean()), unit, policy)


def _known(amounts: pd.Series, name: str, unit: float) -> NDArray[np.float64]:
    known: NDArray[np.float64] = amounts.dropna().to_numpy(dtype=np.float64)
    if unit <= 0 or not np.isfinite(known).all():
        raise DisclosureError(
            f"{name}: amounts must be finite numbers, and the unit above zero.",
            f"{name}: bedragen moeten eindige getallen zijn, en de eenheid groter dan "
            "nul.",
        )
    return known


def _dominated(known: NDArray[np.float64], policy: Policy) -> bool:
    """Return whether one or two persons make the total, whatever its sign.

    (1, 50) and (2, 67) are the rules of the Australian DataLab. The p% rule: the
    runner-up, who knows their own amount, must not come within ``p_percent`` of the
    largest one. Amounts that are all the same are everybody's.
    """
    sizes = np.sort(np.abs(known))[::-1]
    total = float(sizes.sum())
    if len(sizes) < 2 or total == 0 or np.ptp(known) == 0:
        return True
    two = sizes[0] + sizes[1]
    return bool(
        100 * sizes[0] > policy.largest_percent * total
        or 100 * two > policy.two_largest_percent * total
        or 100 * (total - two) < policy.p_percent * sizes[0]
    )


def _rounded(persons: int, base: int) -> int:
    return (persons + base // 2) // base * base


def _number(
    name: str, value: float | None, unit: float, policy: Policy
) -> ReleasedNumber:
    shown = None if value is None else floor(value / unit + 0.5) * unit
    return ReleasedNumber(name, shown, policy, seal_of(name, shown, policy))
