"""How many clusters, and whether there are any: evidence for the analyst's choice.

At the size of a nation BIC keeps improving with the number of clusters, and people of
one kind have a "best" number too. So the clusters are set beside what the same features
give when they are tied to each other and nothing else relates them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from clusters.clustering.alike import ONE_KIND, facts, most_alike
from clusters.clustering.criteria import doubt_of
from clusters.clustering.em import posterior
from clusters.clustering.famd import FAMD
from clusters.clustering.refit import (
    Encoded,
    each_in_a_thread,
    encode,
    fit_again,
    some_of,
)
from clusters.clustering.ties import learn_ties, pairs_of
from clusters.features.registry import BOUND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from clusters.clustering.em import Summit
    from clusters.clustering.found import Progress
    from clusters.clustering.layout import Pairs

# Two and three clusters: if people of one kind fall apart at all, it is there.
NULL_NUMBERS = (2, 3)
NULL_STARTS = 2

# Per person, as everything grows with their number. People of one kind reached .14 in
# towns where features go together in more ways than a tree of ties can say; kinds that
# an oracle tells apart for eight in ten (adjusted Rand) reached .6, clear ones 1.6.
LEAST_GAIN = 0.25

# So many persons show a relation that clusters could stand on; more take more time.
MOST_PERSONS = 5_000


@dataclass(frozen=True)
class Evidence:
    """Whether people fall into clusters, or only their answers into a pattern.

    ``gain`` is how much lower ICL is, per person, for clusters than for a single one in
    which features go together; ``null_gains`` the same for every set of people drawn
    from that single one.
    """

    gain: float
    null_gains: tuple[float, ...]

    @property
    def has_profiles(self) -> bool:
        """Whether clusters win something, and more than they ever won without any."""
        return self.gain > max(LEAST_GAIN, *self.null_gains)


def compare_with_noise(  # noqa: PLR0913 - the ties and weights are part of the model
    answers: pd.DataFrame,
    *,
    seed: int,
    n_clusters: int = 2,
    n_null: int = 20,
    together: Pairs | Literal["auto"] = "auto",
    weights: NDArray[np.float64] | None = None,
    progress: Progress | None = None,
) -> Evidence:
    """Compare the gain of clusters with what it is for people of one kind.

    Those are drawn from a single class in which features go together as they do here,
    so all shares, ties and gaps stay and nothing else: the null model of Hennig & Liao
    (2013, JRSS C 62:309-369) for answers that register rules tie to each other. ICL
    and not BIC, as it asks for clusters that lie apart: people along a scale fit ever
    more classes, but belong to none of them clearly.

    Parameters
    ----------
    answers
        Categorical columns, as `clusters.clustering.gates.skip_implied` gives them.
    seed
        From which the persons, the people of one kind and the starts are drawn.
    n_clusters
        A number of clusters to compare besides two and three: the one that was found.
    n_null
        How many times such people are drawn.
    together
        Pairs of features that go together, clusters or not; "auto" learns them.
    weights
        (n,) how many each person stands for; their sum counts as the sample size. What
        goes together is learnt of the persons.
    progress
        Called with (what, done, of how many).
    """
    chosen = some_of(len(answers), MOST_PERSONS, (seed, 0))
    persons = encode(answers).of(chosen)
    sample = encode(answers, weights=weights).of(chosen)
    numbers = sorted({1, *NULL_NUMBERS, n_clusters})
    if together == "auto":
        tied = _with_ties(sample, persons, numbers, seed)
    else:
        tied = dict.fromkeys(numbers, sample.tied(together))
    single = fit_again(tied[1], 1, (seed, 1), n_starts=1).table

    def once(null: int) -> float:
        drawn = tied[1].drawn(single[:, 0], np.random.default_rng((seed, null)))
        return icl_gain(dict.fromkeys((1, *NULL_NUMBERS), drawn), seed)

    null_gains = []
    for gain in each_in_a_thread(once, range(1, n_null + 1)):
        null_gains.append(gain)
        if progress is not None:
            progress("noise", len(null_gains), n_null)
    pairs = () if together == "auto" else together
    told = facts(sample.names, (*BOUND, *pairs))
    return Evidence(icl_gain(tied, seed, told), tuple(null_gains))


def _with_ties(
    sample: Encoded, persons: Encoded, numbers: Sequence[int], seed: int
) -> dict[int, Encoded]:
    """Return the sample in the model of every number, with the ties of the persons."""
    tied: dict[int, Encoded] = {}
    for k in numbers:
        begun = pairs_of(list(tied.values())[-1]) if tied else None
        tied[k] = sample.tied(learn_ties(persons, k, seed, begun))
    return tied


def icl_gain(
    answers: Mapping[int, Encoded],
    seed: int,
    told: Sequence[tuple[str, ...]] | None = None,
) -> float:
    """How much lower ICL per person is for the best of more clusters than for one.

    ``answers`` are the same for every number, in the model of that number. With facts
    ``told`` a number counts only if no two of its clusters are one kind of people, and
    without any such number nothing is gained.
    """
    heights = []
    for k, each in answers.items():
        summit = fit_again(each, k, (seed, k), n_starts=NULL_STARTS)
        table = summit.table[:, :k]
        if k == 1 or told is None or most_alike(each, table, told) < ONE_KIND:
            heights.append(_icl(each, summit, k))
    return float(heights[0] - min(heights))


def _icl(answers: Encoded, summit: Summit, n_classes: int) -> float:
    shares = posterior(answers.placed, summit.table[:, :n_classes])
    n, doubt = float(answers.weights.sum()), answers.weights @ doubt_of(shares)
    n_parameters = answers.layout.n_parameters(n_classes)
    price = n_parameters * np.log(n)
    return float(price - 2 * summit.log_likelihood + 2 * doubt) / n


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
