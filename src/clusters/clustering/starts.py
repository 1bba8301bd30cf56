"""Many starts of one model, and the best of the places where they end.

The likelihood of a latent class model has many summits and no method knows the highest.
So we start often, from rows unlike each other, and say how often the best was found.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from clusters.clustering.em import Answers, Climb, Summit, ascend, maximise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Distinct rows used for the first climb of every start. The surface of 10,000 rows has
# the summits of the whole, and each start is finished on all rows afterwards.
SAMPLE_ROWS = 10_000

# A start is the best of so many short climbs on a few rows (emEM: Biernacki, Celeux &
# Govaert 2003, Computational Statistics & Data Analysis 41:561-575). On registers,
# where features depend on each other within classes, the median start ended 1,500 in
# log-likelihood higher than from single draws.
TRIES = 30
TRY_ROWS = 2_000
TRY_PASSES = 10

# Weight of the one person's answers against everybody's in a draw.
SHARPNESS = 0.25

# All different summits of the sample first climb a little among all rows, and only the
# highest of them go on to the end: the cost then depends on the number of rows and not
# on how many summits the sample happened to have.
FIRST_PASSES = 10
FINALISTS = 3

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
    sample = _sample(answers, SAMPLE_ROWS, np.random.default_rng(seeds[0]))
    near = Climb(max(climb.tolerance, SAMPLE_TOLERANCE), climb.max_iter)

    def from_seed(seed: Sequence[int]) -> Summit:
        return ascend(sample, start_table(sample, n_classes, seed), near)

    def go_on(summit: Summit, climb: Climb) -> Summit:
        return ascend(answers, summit.table, climb)

    with ThreadPoolExecutor(n_threads) as pool:
        found = []
        for summit in pool.map(from_seed, seeds):
            found.append(summit)
            if progress is not None:
                progress(len(found), len(seeds))
        leaders = _leaders(found)
        distinct = sorted(set(leaders))
        summits = [found[leader] for leader in distinct]
        first = Climb(0, min(FIRST_PASSES, climb.max_iter))
        reached = list(pool.map(partial(go_on, climb=first), summits))
        best = sorted(range(len(reached)), key=lambda i: -reached[i].log_likelihood)
        finals = sorted(best[:FINALISTS])
        ends = pool.map(partial(go_on, climb=climb), (reached[i] for i in finals))
        for i, summit in zip(finals, ends, strict=True):
            reached[i] = summit
    finished = dict(zip(distinct, reached, strict=True))
    heights = np.array([finished[leader].log_likelihood for leader in leaders])
    return finished[leaders[int(heights.argmax())]], heights


def _sample(answers: Answers, most: int, rng: np.random.Generator) -> Answers:
    n_rows = len(answers.rows)
    if n_rows <= most:
        return answers
    chosen = np.sort(rng.choice(n_rows, most, replace=False))
    return replace(answers, rows=answers.rows[chosen], weights=answers.weights[chosen])


def start_table(
    answers: Answers, n_classes: int, seed: Sequence[int], n_tries: int = TRIES
) -> Floats:
    """Probabilities from which the first few steps went highest."""
    rng = np.random.default_rng(seed)
    few = _sample(answers, TRY_ROWS, rng)
    tries = (
        ascend(few, _draw(few, n_classes, rng), Climb(0, TRY_PASSES))
        for _ in range(n_tries)
    )
    return max(tries, key=lambda summit: summit.log_likelihood).table


def _draw(answers: Answers, n_classes: int, rng: np.random.Generator) -> Floats:
    """Everybody's probabilities, drawn towards those of one row per class.

    Rows are drawn as in k-means++ (Arthur & Vassilvitskii 2007), by the number of
    answers in which they differ from the nearest row already drawn.
    """
    width = -(-n_classes // BLOCK) * BLOCK
    size = answers.layout.size
    counts = np.zeros((size, width))
    everybody = np.bincount(
        answers.rows.ravel(),
        np.repeat(answers.weights, answers.rows.shape[1]),
        size,
    )
    shares = maximise(
        everybody[:, None] + (np.arange(size) == 0)[:, None], answers.layout
    )
    counts[:, :n_classes] = shares
    chance = answers.weights
    distance = np.full(len(answers.rows), np.inf)
    for k in range(n_classes):
        drawn = answers.rows[rng.choice(len(chance), p=chance / chance.sum())]
        counts[drawn, k] += SHARPNESS
        distance = np.minimum(distance, (answers.rows != drawn).sum(axis=1))
        chance = answers.weights * distance**2
        if not chance.any():
            chance = answers.weights
    counts[0, :n_classes] = 1
    return maximise(counts, answers.layout)


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
