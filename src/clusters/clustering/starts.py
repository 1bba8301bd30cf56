"""Many starts of one model, and the best of the places where they end.

The likelihood of a latent class model has many summits and no method knows the highest.
So we start often, from rows unlike each other, and say how often the best was found.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from clusters.clustering.em import Answers, Climb, Summit, ascend, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Distinct rows used for the first climb of every start. The surface of 10,000 rows has
# the summits of the whole, and each start is finished on all rows afterwards.
SAMPLE_ROWS = 10_000

# Relative gain in log-likelihood at which the first climb, and the last, is over.
SAMPLE_TOLERANCE = 1e-8
# Starts this close (relative log-likelihood, class weights) stand on the same summit.
SAME_HEIGHT = 1e-6
SAME_WEIGHT = 0.02

# The kernel works on four classes at once; spare classes have weight nought.
BLOCK = 4


def best_summit(
    answers: Answers,
    n_classes: int,
    seeds: Sequence[Sequence[int]],
    climb: Climb,
    *,
    n_threads: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Summit, Floats]:
    """Climb from every seed; give the highest summit and all log-likelihoods."""
    sample = _sample(answers, seeds[0])
    near = Climb(max(climb.tolerance, SAMPLE_TOLERANCE), climb.max_iter)

    def from_seed(seed: Sequence[int]) -> Summit:
        return ascend(sample, _start(sample, n_classes, seed), near)

    def finish(summit: Summit) -> Summit:
        return ascend(answers, summit.table, climb)

    with ThreadPoolExecutor(n_threads) as pool:
        found = []
        for summit in pool.map(from_seed, seeds):
            found.append(summit)
            if progress is not None:
                progress(len(found), len(seeds))
        leaders = _leaders(found)
        distinct = sorted(set(leaders))
        finished = dict(
            zip(distinct, pool.map(finish, (found[i] for i in distinct)), strict=True)
        )
    heights = np.array([finished[leader].log_likelihood for leader in leaders])
    # The first of equals, so that the choice does not hang on the last bit of a sum.
    close = heights >= heights.max() - SAME_HEIGHT * abs(heights.max())
    return finished[leaders[int(np.argmax(close))]], heights


def _sample(answers: Answers, seed: Sequence[int]) -> Answers:
    n_rows = len(answers.rows)
    if n_rows <= SAMPLE_ROWS:
        return answers
    chosen = np.random.default_rng(seed).choice(n_rows, SAMPLE_ROWS, replace=False)
    chosen.sort()
    return Answers(
        answers.rows[chosen], answers.weights[chosen], answers.first, answers.size
    )


def _start(answers: Answers, n_classes: int, seed: Sequence[int]) -> Floats:
    """Probabilities halfway between everybody's and those of one row far from others.

    Rows are drawn as in k-means++ (Arthur & Vassilvitskii 2007), by the number of
    answers in which they differ from the nearest row already drawn.
    """
    rng = np.random.default_rng(seed)
    width = -(-n_classes // BLOCK) * BLOCK
    counts = np.zeros((answers.size, width))
    everybody = np.bincount(
        answers.rows.ravel(),
        np.repeat(answers.weights, answers.rows.shape[1]),
        answers.size,
    )
    shares = normalise(
        everybody[:, None] + (np.arange(answers.size) == 0)[:, None], answers.first
    )
    counts[:, :n_classes] = shares
    chance = answers.weights
    distance = np.full(len(answers.rows), np.inf)
    for k in range(n_classes):
        drawn = answers.rows[rng.choice(len(chance), p=chance / chance.sum())]
        counts[drawn, k] += 1
        distance = np.minimum(distance, (answers.rows != drawn).sum(axis=1))
        chance = answers.weights * distance**2
        if not chance.any():
            chance = answers.weights
    counts[0, :n_classes] = 1
    return normalise(counts, answers.first)


def _leaders(summits: Sequence[Summit]) -> list[int]:
    """For every summit, the first one that is the same place."""
    leaders: list[int] = []
    for i, summit in enumerate(summits):
        same = (j for j in sorted(set(leaders)) if _is_same(summits[j], summit))
        leaders.append(next(same, i))
    return leaders


def _is_same(one: Summit, other: Summit) -> bool:
    apart = abs(one.log_likelihood - other.log_likelihood)
    weights = np.sort(one.table[0]) - np.sort(other.table[0])
    return bool(
        apart <= SAME_HEIGHT * abs(one.log_likelihood)
        and np.abs(weights).max() <= SAME_WEIGHT
    )
