"""Which classes are one kind of people: those that overlap, or differ in one fact.

A class that the model needs is not yet a kind of people: it may be the large households
among people who are alike in all else, as features that bound each other go together in
more ways than the model can say. So of every two classes is asked how many persons of
the one the model would take for the other, with all that is known of them and with one
fact fewer: the directly estimated misclassification of Hennig (2010, Advances in Data
Analysis and Classification 4:3-34), for classes of answers.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from clusters.clustering.em import log_joint, posterior
from clusters.clustering.refit import encode, some_of, table_near, table_of
from clusters.features.registry import BOUND

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.layout import Pairs
    from clusters.clustering.refit import Encoded

    Labels = NDArray[np.intp]
    Floats = NDArray[np.float64]

# From here two classes are one kind of people. In towns of other numbers of kinds, and
# harder and easier ones, than those of the certificate, kinds that were there reached
# .17 and what was cut out of them .28 to 1.
ONE_KIND = 0.25

# So many persons tell classes apart; more take more time.
MOST_PERSONS = 10_000


def alike(answers: pd.DataFrame, labels: Labels, together: Pairs) -> float:
    """Return how much alike the two clusters are that are most so, 0 to 1.

    By the model that the clusters make themselves, of at most `MOST_PERSONS` persons;
    see `most_alike`. All persons have a cluster, 0 to k - 1, and count alike.
    """
    chosen = some_of(len(answers), MOST_PERSONS, (0,))
    sample, k = encode(answers.iloc[chosen], together), int(labels.max()) + 1
    table = table_near(sample, table_of(sample, labels[chosen], k))
    return most_alike(sample, table[:, :k], facts(answers, (*BOUND, *together)))


def most_alike(
    answers: Encoded, table: Floats, told: Iterable[tuple[str, ...]]
) -> float:
    """Return how much alike the two classes are that are most so, 0 to 1.

    The share of one class that the model takes for the other, of the pair of classes
    and the fact left out for which it is largest. ``table`` are the probabilities,
    (size, classes), and ``told`` the facts, each some features.
    """
    shares = posterior(answers.placed, table)
    joints = [log_joint(answers.placed, table)]
    for fact in told:
        fewer = answers
        for name in set(fact) & set(answers.names):
            fewer = fewer.without(name)
        joints.append(log_joint(fewer.placed, table))
    pairs = [list(pair) for pair in combinations(range(table.shape[1]), 2)]
    return max(
        (
            misplaced(shares[:, pair], each[:, pair])
            for each in joints
            for pair in pairs
        ),
        default=0.0,
    )


def facts(names: Iterable[str], pairs: Pairs) -> list[tuple[str, ...]]:
    """Return every feature that is bound to others with those others, in order."""
    here = set(names)
    near: dict[str, set[str]] = {}
    for one, other in (pair for pair in pairs if set(pair) <= here):
        near.setdefault(one, {one}).add(other)
        near.setdefault(other, {other}).add(one)
    return sorted({tuple(sorted(fact)) for fact in near.values()})


def misplaced(shares: Floats, joint: Floats) -> float:
    """Return the share of one of two classes that is taken for the other.

    ``shares`` are how far persons belong to the two, (n, 2), and ``joint`` by what they
    are placed, the larger wins; of the class that loses the larger part.
    """
    second = joint[:, 1] > joint[:, 0]
    sizes = np.maximum(shares.sum(axis=0), np.finfo(float).tiny)
    lost = np.array([shares[second, 0].sum(), shares[~second, 1].sum()])
    return float((lost / sizes).max())
