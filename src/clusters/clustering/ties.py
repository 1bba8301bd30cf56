"""Which features go together whatever the cluster: learnt before classes absorb it.

Time at the address is never longer than the stay, and who has a youngest child has
children. A latent class model without such ties spends classes on them, and those
classes are no kinds of people. Which features bound each other is known beforehand
(`clusters.features.registry`): any pair might be tied by the data, but then what makes
a kind is taken for a tie. Which of them matter is learnt in turns with the classes,
from one class upwards: what two features still tell of each other within the classes,
less what it costs to say so, makes the tree of ties that together explain most (Chow &
Liu 1968), shared by all classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit
from scipy.sparse.csgraph import minimum_spanning_tree

from clusters.clustering.em import posterior
from clusters.clustering.layout import answers_of
from clusters.clustering.refit import Encoded, fit_again, some_of, table_of
from clusters.features.registry import BOUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from clusters.clustering.layout import Pairs, Tie

    Floats = NDArray[np.float64]

# Ties and classes are learnt in turns, at most so often; mostly two are enough.
TURNS = 3

# So many persons show a tie; more take more time.
MOST_PERSONS = 5_000

# A feature leans on another only if that one is known of nearly all of whom it is known
# itself: else who has no answer to the other ("does not work") would be told by it.
BOTH_KNOWN = 0.8


def learn_ties(
    answers: Encoded,
    n_classes: int,
    seed: int,
    begun: Pairs | None = None,
    may_tie: Pairs = BOUND,
) -> Pairs:
    """Return the pairs of features, by name, that go together within so many classes.

    Parameters
    ----------
    answers
        Of everybody, encoded.
    n_classes
        Number of classes.
    seed
        From which persons and starts are drawn.
    begun
        Ties to begin with, those of fewer classes; else those of one class.
    may_tie
        The pairs to choose from.
    """
    sample = answers.of(some_of(len(answers.rows), MOST_PERSONS, (seed, 1)))
    if begun is None or n_classes == 1:
        begun = _tree(sample, np.ones((len(sample.rows), 1)), may_tie)
    if n_classes == 1:
        return begun
    tried: dict[Pairs, float] = {}
    tables: list[Floats] = []
    ties = begun
    while ties not in tried and len(tried) < TURNS:
        tied = sample.tied(ties)
        summit = fit_again(tied, n_classes, (seed, n_classes, len(tried)), tables)
        n_parameters = tied.layout.n_parameters(n_classes)
        price = n_parameters * np.log(len(sample.rows))
        tried[ties] = price - 2 * summit.log_likelihood
        shares = posterior(tied.placed, summit.table[:, :n_classes])
        ties = _tree(sample, shares, may_tie)
        tables = [table_of(sample.tied(ties), shares.argmax(axis=1), n_classes)]
    return min(tried, key=lambda ties: (tried[ties], ties))


def pairs_of(answers: Encoded) -> Pairs:
    """Return the pairs of features, by name, that are tied in a model."""
    return _named(answers, answers.layout.ties)


def told_within(
    codes: NDArray[np.int64],
    shares: Floats,
    pair: tuple[int, int],
    levels: NDArray[np.intp],
) -> tuple[Floats, Floats, Floats]:
    """Return who gave two answers, and how many did of each class, (a, k) and (b, k).

    ``codes`` are answers, -1 unknown, (n, features); ``shares`` (n, classes).
    """
    one, other = pair
    seen = np.zeros((int(levels[one]), int(levels[other])))
    first = np.zeros((int(levels[one]), shares.shape[1]))
    second = np.zeros((int(levels[other]), shares.shape[1]))
    _count(codes[:, one], codes[:, other], shares, seen, first, second)
    return seen, first, second


def _tree(answers: Encoded, shares: Floats, may_tie: Pairs) -> Pairs:
    """Return the pairs that make the tree, or trees, of the most that is told."""
    codes = answers_of(answers.rows, answers.plain)
    names, levels = answers.names, answers.plain.levels
    known = codes >= 0
    both = known.T.astype(float) @ known
    alone = np.maximum(np.diag(both), 1)
    gain = np.zeros(both.shape)
    for one, other in _places(names, may_tie):
        if both[one, other] >= BOTH_KNOWN * min(alone[one], alone[other]):
            seen, first, second = told_within(codes, shares, (one, other), levels)
            price = (levels[one] - 1) * (levels[other] - 1) * np.log(len(codes))
            gain[one, other] = max(0.0, _explained(seen, first, second) - price)
    edges = np.argwhere(minimum_spanning_tree(-gain).toarray() < 0)
    tied = answers.tied([(names[one], names[other]) for one, other in edges])
    # Some lean on one known of too few once the root is known: they stand alone.
    kept = [
        tie
        for tie in tied.layout.ties
        if both[tie.parent, tie.feature] >= BOTH_KNOWN * alone[tie.feature]
    ]
    return _named(answers, kept)


def _places(names: Sequence[str], may_tie: Pairs) -> list[tuple[int, int]]:
    """Return the places of pairs of features that are both there, in order."""
    here = (pair for pair in may_tie if set(pair) <= set(names))
    places = (sorted(names.index(name) for name in pair) for pair in here)
    return sorted({(one, other) for one, other in places})


def _named(answers: Encoded, ties: Iterable[Tie]) -> Pairs:
    return tuple(
        sorted((answers.names[tie.parent], answers.names[tie.feature]) for tie in ties)
    )


def _explained(seen: Floats, one: Floats, other: Floats) -> float:
    """Return the likelihood ratio of two features against none within classes."""
    persons = np.maximum(one.sum(axis=0), 1e-9)
    expected = np.maximum((one / persons) @ other.T, 1e-9)
    told = seen > 0
    return float(2 * (seen[told] * np.log(seen[told] / expected[told])).sum())


@njit(nogil=True)
def _count(one, other, shares, seen, first, second):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202, PLR0913
    """Add everybody of whom both answers are known."""
    for i in range(len(one)):
        a, b = one[i], other[i]
        if a >= 0 and b >= 0:
            seen[a, b] += 1
            for k in range(shares.shape[1]):
                first[a, k] += shares[i, k]
                second[b, k] += shares[i, k]
