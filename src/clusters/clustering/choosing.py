"""How many clusters: as many as the answers bear out and that come back.

A criterion alone takes too few where people overlap, and ever more of them the more
people there are. So it only gives the order in which numbers are looked at. The first
is taken whose clusters are all large enough, of which no two are one kind of people
(see `clusters.clustering.alike`), and which are all found again in halves of the
people: with one cluster too many, one of them is cut out of another, or is an accident
and does not come back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.clustering.alike import ONE_KIND
from clusters.clustering.found import CURVE
from clusters.clustering.stability import resample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from clusters.clustering.found import Found, Progress
    from clusters.clustering.layout import Pairs
    from clusters.clustering.options import ClusteringOptions


@dataclass(frozen=True)
class Choice:
    """Which of the numbers tried was taken, and what is known of each.

    ``curve`` has a row per number, see `clusters.clustering.found.CURVE`: ``smallest``
    are the persons in the smallest cluster, ``weakest`` the mean Jaccard similarity at
    which the least stable cluster came back, missing where it was not put to the test.
    """

    place: int
    curve: pd.DataFrame


def choose(
    tried: Sequence[Found],
    answers: pd.DataFrame,
    options: ClusteringOptions,
    progress: Progress,
    weights: NDArray[np.float64] | None = None,
) -> Choice:
    """Choose among what a method found for several numbers of clusters.

    If with no number every cluster comes back, the one is taken whose weakest cluster
    comes back best; if every number has clusters that are one kind of people, the one
    whose clusters are least alike; if every number has a cluster that is too small, the
    one whose smallest cluster is largest.
    """
    smallest = [_smallest(each, options.min_probability) for each in tried]
    best_first = np.argsort([each.criterion for each in tried], kind="stable")
    allowed = [int(i) for i in best_first if smallest[i] >= options.smallest]
    apart = [i for i in allowed if tried[i].alike < ONE_KIND]
    if allowed and not apart:
        apart = [min(allowed, key=lambda i: tried[i].alike)]
    weakest: dict[int, float] = {}
    if not allowed:
        place = max(map(int, best_first), key=lambda i: smallest[i])
    elif len(tried) == 1 or not options.halves:
        place = apart[0]
    else:
        place, weakest = _first_that_comes_back(
            tried, apart, (answers, weights), options, progress
        )
    rows = [
        {
            **found.criteria,
            "k": found.k,
            "smallest": smallest[i],
            "weakest": weakest.get(i, np.nan),
        }
        for i, found in enumerate(tried)
    ]
    return Choice(place, pd.DataFrame(rows, columns=list(CURVE)))


def _first_that_comes_back(
    tried: Sequence[Found],
    best_first: Sequence[int],
    people: tuple[pd.DataFrame, NDArray[np.float64] | None],
    options: ClusteringOptions,
    progress: Progress,
) -> tuple[int, dict[int, float]]:
    """Return the first of which every cluster comes back, and the weakest of each."""
    weakest: dict[int, float] = {}
    for place in best_first:
        found = tried[place]
        progress("numbers", len(weakest), len(tried))
        told = _put_to_the_test(found.labels, *people, options, found.together)
        weakest[place] = float(told["jaccard"].min())
        if not told["grade"].eq("withheld").any():
            progress("numbers", len(tried), len(tried))
            return place, weakest
    progress("numbers", len(tried), len(tried))
    return max(weakest, key=lambda place: weakest[place]), weakest


def _smallest(found: Found, min_probability: float) -> int:
    """Return the persons in the smallest cluster, of those who are clearly in one."""
    clear = found.clear(min_probability)
    sizes = np.bincount(clear[clear >= 0], minlength=found.labels.max(initial=-1) + 1)
    return int(sizes.min(initial=len(found.labels)))


def weakest_overlap(
    answers: pd.DataFrame,
    labels: NDArray[np.intp],
    options: ClusteringOptions,
    together: Pairs = (),
    weights: NDArray[np.float64] | None = None,
) -> float:
    """Return the mean Jaccard similarity at which the least stable cluster came back.

    ``labels`` count from 0; -1 is nobody's cluster. ``together`` are the pairs of
    features that went together within the clusters.
    """
    told = _put_to_the_test(labels, answers, weights, options, together)
    return float(told["jaccard"].min())


def _put_to_the_test(
    labels: NDArray[np.intp],
    answers: pd.DataFrame,
    weights: NDArray[np.float64] | None,
    options: ClusteringOptions,
    together: Pairs,
) -> pd.DataFrame:
    return resample(
        answers,
        labels,
        seed=options.seed,
        n_samples=options.halves,
        method=options.method,
        together=together,
        weights=weights,
    )
