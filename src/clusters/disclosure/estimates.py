"""Estimates from a sample with weights: what is printed where a count would stand.

Every rule is asked of persons, and the attack is on persons; only then a number is
printed for what they stand for. It is not their weights added and rounded, which would
narrow how many persons they are in a way that nobody attacked. It is::

    mean weight * rounded persons + sum of (weight - mean weight)

and that rounded again. Take any other numbers of persons that fit the rounded counts,
and add the mean weight times the difference to the weighted sums: every sum still
holds, and every printed number is the same. So whoever does not know who has which
weight cannot tell them apart, and learns no more of persons than the rounded counts
tell. That holds for weights of any size; it is no proof against who knows the weights
of the few persons in a hidden cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.disclosure.design import ANSWER, QUESTION
from clusters.disclosure.shares import in_steps, with_shares
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.disclosure.equations import Equations, Placed
    from clusters.disclosure.policy import Policy
    from clusters.profiles import CountTable

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]

WEIGHTED = "weighted"
# People round to these, times a power of ten.
_STEPS = (1, 2, 5, 10)


def coarseness(mean_weight: float) -> int:
    """Return how many people a person counts for in rounding: 1, 2 or 5 with noughts.

    No less than the mean weight, so that the rounding hides as many persons.

    Examples
    --------
    >>> [coarseness(mean) for mean in (0.7, 1, 3, 118, 2207)]
    [1, 1, 5, 200, 5000]
    """
    power: int = 10 ** (len(str(int(mean_weight))) - 1)
    return next(step * power for step in _STEPS if step * power >= mean_weight)


def weighted_sums(equations: Equations) -> dict[int, float]:
    """Return what the persons in each row, and in each group of rows, stand for."""
    sums: dict[int, float] = {}
    for placed in equations.tables:
        if WEIGHTED in placed.table.counts:
            added = placed.table.counts[WEIGHTED].to_numpy()
            sums |= dict(zip(placed.rows.tolist(), added.tolist(), strict=True))
    for placed in equations.tables:
        if WEIGHTED in placed.table.counts:
            sums = _of_groups(placed) | sums
    return sums


def _of_groups(placed: Placed) -> dict[int, float]:
    """Return what each group stands for: of the first question, all its answers."""
    rows = placed.table.counts.assign(group=placed.groups)
    asked = [QUESTION] if QUESTION in placed.table.dimensions else []
    added = rows.groupby(["group", *asked])[WEIGHTED].sum()
    first = added.groupby("group").first()
    return {int(group): float(total) for group, total in first.items() if group >= 0}


def estimated(
    places: Numbers,
    sums: dict[int, float],
    mean_weight: float,
    persons: tuple[Numbers, Numbers],
    base: Numbers,
) -> Numbers:
    """Return the estimate at each place, whether it may be shown or not.

    Parameters
    ----------
    places
        Quantities, -1 where there is none.
    sums
        By quantity, the weights of its persons added up.
    mean_weight
        Of the study.
    persons
        By quantity, how many persons in truth, and as rounded.
    base
        By quantity, what its persons are a multiple of.
    """
    counts, rounded = persons
    added = np.array([sums[place] if place >= 0 else 0.0 for place in places.tolist()])
    more = added - mean_weight * counts[places]
    step = base[places] * coarseness(mean_weight)
    people = np.floor((mean_weight * rounded[places] + more) / step + 0.5)
    # Of persons who are shown, nobody says that they stand for no one.
    told: Numbers = (np.maximum(people, 1) * step).astype(np.int64)
    return told


def with_estimated_shares(
    plain: pd.DataFrame,
    table: CountTable,
    people: tuple[pd.Series, pd.Series],
    size: pd.Series,
    policy: Policy,
) -> pd.DataFrame:
    """Return released rows of persons with estimates, and shares of those, instead.

    Parameters
    ----------
    plain
        The rows with the shares that may be shown of persons.
    table
        What they are cells of.
    people
        The estimate of each cell and of its group, missing where hidden.
    size
        The persons of the group of each row as shown.
    policy
        The rules that ``plain`` meets: where it has no share there is none, and where
        it has a coarse one there is a coarse one. That a share is above some percent
        of the persons is not said of whom they stand for.
    """
    everywhere = policy.model_copy(
        update={"minimum_share_base": 0, "coarse_share_below": 0}
    )
    persons, group = people
    nothing = pd.Series(pd.NA, plain.index, dtype="Int64")
    rows = plain[[*table.dimensions, "hidden"]].assign(persons=persons, above=nothing)
    rows = with_shares(rows, table, group, everywhere)[list(plain)]
    behind = {"share": size}
    if QUESTION in table.dimensions:
        is_unknown = plain[ANSWER] == UNKNOWN
        behind = {"share": plain["known"].mask(is_unknown, size), "unknown": size}
        rows["known"] = rows["known"].where(plain["known"].notna())
    for name, those in behind.items():
        told = in_steps(rows[name].astype("Float64"), those, policy)
        rows[name] = told.where(plain[name].notna())
    return rows
