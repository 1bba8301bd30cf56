"""How many clusters, and whether there are any: evidence for the analyst's choice.

At the size of a nation BIC keeps improving with the number of clusters, and noise has
a "best" number too. So the curve is set beside what the same features give when nothing
relates them, and beside the size of the smallest cluster.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.clustering.famd import FAMD
from clusters.clustering.refit import (
    Encoded,
    each_in_a_thread,
    encode,
    fit_again,
    some_of,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.found import Progress
    from clusters.clustering.layout import Pairs

# Two and three clusters: if permuted features fall apart at all, it is there.
NULL_NUMBERS = (2, 3)
NULL_STARTS = 2

# So many persons show a relation that clusters could stand on; more take more time.
MOST_PERSONS = 5_000


@dataclass(frozen=True)
class Evidence:
    """Whether the features relate people to each other at all.

    ``gain`` is how much BIC the best few clusters win over a single one; ``null_gains``
    the same for every time the features were permuted independently.
    """

    gain: float
    null_gains: tuple[float, ...]

    @property
    def has_profiles(self) -> bool:
        """Whether clusters win anything, and more than they ever won on noise."""
        return self.gain > max(0.0, *self.null_gains)


def compare_with_noise(
    answers: pd.DataFrame,
    *,
    seed: int,
    n_null: int = 20,
    together: Pairs = (),
    progress: Progress | None = None,
) -> Evidence:
    """Compare the gain of clusters with what it is when features are unrelated.

    Permuting every feature on its own keeps all shares, and what is unknown, but no
    relation: the null model of Hennig & Liao (2013, JRSS C 62:309-369) for answers.

    Parameters
    ----------
    answers
        Categorical columns, as `clusters.clustering.gates.skip_implied` gives them.
    seed
        From which the persons, the permutations and the starts are drawn.
    n_null
        Number of permutations.
    together
        Pairs of features that go together, clusters or not.
    progress
        Called with (what, done, of how many).
    """
    sample = encode(answers, together).of(
        some_of(len(answers), MOST_PERSONS, (seed, 0))
    )

    def once(null: int) -> float:
        return bic_gain(sample.permuted(np.random.default_rng((seed, null))), seed)

    null_gains = []
    for gain in each_in_a_thread(once, range(1, n_null + 1)):
        null_gains.append(gain)
        if progress is not None:
            progress("noise", len(null_gains), n_null)
    return Evidence(bic_gain(sample, seed), tuple(null_gains))


def bic_gain(answers: Encoded, seed: int) -> float:
    """How much lower BIC is for the best of two or three clusters than for one."""
    one, *more = (_bic(answers, k, seed) for k in (1, *NULL_NUMBERS))
    return float(one - min(more))


def _bic(answers: Encoded, n_classes: int, seed: int) -> float:
    summit = fit_again(answers, n_classes, (seed, n_classes), n_starts=NULL_STARTS)
    height = summit.log_likelihood
    n_parameters = answers.layout.n_parameters(n_classes)
    return float(n_parameters * np.log(len(answers.rows)) - 2 * height)


def clustergram(
    answers: pd.DataFrame, labels: dict[int, NDArray[np.intp]]
) -> pd.DataFrame:
    """Where clusters lie and where their members come from as their number grows.

    Schonlau (2002, The Stata Journal 2:391-402), on the first FAMD axis.

    Parameters
    ----------
    answers
        One row per person.
    labels
        For each number of clusters, the cluster of every person.

    Returns
    -------
    pandas.DataFrame
        One row per number of clusters ``k``, ``cluster`` and cluster at the number
        before (``origin``, -1 at the first): ``persons`` that moved that way, and the
        mean ``position`` of the cluster.
    """
    axis = FAMD(1).fit_transform(answers)[:, 0]
    rows = []
    before = np.full(len(answers), -1)
    for k, current in sorted(labels.items()):
        flows = pd.DataFrame({"cluster": current, "origin": before, "axis": axis})
        position = flows.groupby("cluster")["axis"].transform("mean")
        moved = flows.assign(position=position).groupby(["cluster", "origin"])
        counts = moved.agg(persons=("axis", "size"), position=("position", "first"))
        rows.append(counts.reset_index().assign(k=k))
        before = current
    columns = ["k", "cluster", "origin", "persons", "position"]
    return pd.concat(rows, ignore_index=True)[columns]
