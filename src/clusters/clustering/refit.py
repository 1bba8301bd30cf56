"""Fitting the same latent class model again and again, on parts of the same persons.

Stability, the comparison with noise and leaving features out ask for hundreds of fits.
Here the answers are encoded once, and a fit is a few short climbs on at most some
thousands of persons. A found partition may be one of the starts: the best of all wins,
so that a worse summit found by accident does not pass for another answer.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import joblib
import numpy as np

from clusters.clustering import em
from clusters.clustering.criteria import check_weights
from clusters.clustering.encoding import distinct_rows, learn_codebook
from clusters.clustering.layout import known_of, put_together, translate
from clusters.clustering.starts import BLOCK, start_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.layout import Layout, Pairs

    Labels = NDArray[np.intp]

T = TypeVar("T")

# Starts drawn afresh for each fit, beside the found partition, and short climbs tried
# for each. On the demo and two surveys a start of 10 tries reached the height of one of
# 30 in two fits of three, at a third of the time.
FRESH_STARTS = 3
TRIES = 10

# Starts for the summits of everybody, from which each fit of a part begins too; the
# passes after which all beginnings are compared, and how many of them go on.
RIVALS = 20
FIRST = em.Climb(1e-7, 8)
LEADERS = 4

CLIMB = em.Climb(1e-7, 500)

# As in the model itself; features arrive in bands, so it seldom matters.
MOST_BINS = 10

# What a class that nobody of the sample is in keeps of every answer, in persons.
TRACE = 0.01


@dataclass(frozen=True)
class Encoded:
    """Persons' answers as places in one table, each feature by itself.

    ``names`` are the features of which something is known, in the order of the rows;
    ``layout`` is how they stand in a model, tied where they go together; ``weights``
    are how many persons each row stands for.
    """

    names: tuple[str, ...]
    rows: em.Rows
    plain: Layout
    layout: Layout
    weights: em.Floats

    @cached_property
    def placed(self) -> em.Rows:
        """The answers as places in the model's table."""
        return translate(self.rows, self.plain, self.layout)

    def of(self, persons: NDArray[np.intp]) -> Encoded:
        """Return the answers of some persons."""
        return replace(self, rows=self.rows[persons], weights=self.weights[persons])

    def without(self, name: str) -> Encoded:
        """Return the answers with those to one feature unknown, of everybody."""
        rows = self.rows.copy()
        rows[:, self.names.index(name)] = self.plain.unknown
        return replace(self, rows=rows)

    def tied(self, pairs: Pairs) -> Encoded:
        """Return the same answers in a model in which pairs of features go together."""
        known = known_of(self.rows, self.plain)
        layout = put_together(self.plain, self.names, pairs, known)
        return replace(self, layout=layout)

    def drawn(self, shares: em.Floats, rng: np.random.Generator) -> Encoded:
        """Return as many persons drawn from one class, with the same answers unknown.

        ``shares`` are the probabilities in that class, one for every place of the
        table; those of a tied feature are drawn given the answer that it leans on.
        """
        begin, levels = self.layout.begin, self.layout.levels
        ties = {tie.feature: tie for tie in self.layout.ties}
        codes = np.empty(self.rows.shape, dtype=np.int64)
        known = self.rows != self.plain.unknown
        alone = [each for each in range(len(begin)) if each not in ties]
        for feature in (*alone, *ties):  # what is leant on comes first
            last = int(levels[feature])
            first = np.full(len(codes), begin[feature])
            if tie := ties.get(feature):
                places = tie.begin + codes[:, tie.parent] * last
                first = np.where(known[:, tie.parent], places, first)
            ladder = shares[first[:, None] + np.arange(last)].cumsum(axis=1)
            above = rng.random(len(codes))[:, None] * ladder[:, -1:] > ladder
            codes[:, feature] = above.sum(axis=1)
        rows = self.plain.no_rows(len(codes))
        rows[:] = np.where(known, codes + self.plain.begin, self.plain.unknown)
        return replace(self, rows=rows)


def encode(
    answers: pd.DataFrame, pairs: Pairs = (), weights: em.Floats | None = None
) -> Encoded:
    """Learn the answers of every column and encode them.

    ``pairs`` are the names of features that go together within classes; ``weights``
    are how many persons each row stands for, one if none are given.
    """
    each = check_weights(weights, len(answers))
    book = learn_codebook(answers, each, MOST_BINS, list(answers))
    rows = book.rows(answers)
    return Encoded(book.columns, rows, book.layout, book.layout, each).tied(pairs)


def fit_again(
    answers: Encoded,
    n_classes: int,
    seed: tuple[int, ...],
    tables: Sequence[em.Floats] = (),
    *,
    n_starts: int = FRESH_STARTS,
) -> em.Summit:
    """Climb from fresh starts and from given tables; the highest summit wins.

    All climb a little and only the leaders go on.
    """
    distinct = _distinct(answers)
    fresh = (
        start_table(distinct, n_classes, (*seed, start), TRIES)
        for start in range(n_starts)
    )
    begun = [em.ascend(distinct, table, FIRST) for table in (*fresh, *tables)]
    leaders = sorted(begun, key=lambda summit: -summit.log_likelihood)[:LEADERS]
    climbs = (em.ascend(distinct, summit.table, CLIMB) for summit in leaders)
    return max(climbs, key=lambda summit: summit.log_likelihood)


def rivals(answers: Encoded, n_classes: int, seed: tuple[int, ...]) -> list[em.Floats]:
    """Return the different summits of all these persons, found from fresh starts.

    Without them the found partition has no worthy rival in a part of the persons, and
    all clusters look stable: with 3 fresh starts a cluster of a survey was graded .76
    that with 20 was worth .60.
    """
    distinct = _distinct(answers)

    def climb(start: int) -> em.Summit:
        table = start_table(distinct, n_classes, (*seed, start), TRIES)
        return em.ascend(distinct, table, CLIMB)

    summits = each_in_a_thread(climb, range(RIVALS))
    # A summit is told by its height: to within one unit it is the same.
    by_height = {round(summit.log_likelihood): summit.table for summit in summits}
    return list(by_height.values())


def _distinct(answers: Encoded) -> em.Answers:
    rows = answers.placed
    places, summed = distinct_rows(rows, answers.weights, answers.layout.size)
    return em.Answers(rows[places], summed, answers.layout)


def classes_of(answers: Encoded, summit: em.Summit, n_classes: int) -> Labels:
    """Return the most probable class of every person."""
    joint = em.log_joint(answers.placed, summit.table[:, :n_classes])
    labels: Labels = joint.argmax(axis=1)
    return labels


def shares_of(answers: Encoded, table: em.Floats, n_classes: int) -> em.Floats:
    """Return the probability of each class, climbing from a table of probabilities."""
    reached = table_near(answers, table)
    return em.posterior(answers.placed, reached[:, :n_classes])


def table_near(answers: Encoded, table: em.Floats) -> em.Floats:
    """Return the probabilities at the summit above a table of them."""
    return em.ascend(_distinct(answers), table, CLIMB).table


def each_in_a_thread(work: Callable[[int], T], tasks: Iterable[int]) -> Iterator[T]:
    """Return the outcome of every task, in their order, on all processors."""
    with ThreadPoolExecutor(joblib.cpu_count()) as pool:
        yield from pool.map(work, tasks)


def some_of(n_persons: int, most: int, seed: tuple[int, ...]) -> NDArray[np.intp]:
    """Draw at most so many persons, in their order."""
    drawn = np.random.default_rng(seed).permutation(n_persons)[:most]
    return np.sort(drawn)


def table_of(answers: Encoded, labels: Labels, n_classes: int) -> em.Floats:
    """Return the probabilities that a partition stands for."""
    rows, size = answers.placed, answers.layout.size
    counts = np.zeros((size, -(-n_classes // BLOCK) * BLOCK))
    for k in range(n_classes):
        mine = labels == k
        weights = np.repeat(answers.weights[mine], rows.shape[1])
        counts[:, k] = np.bincount(rows[mine].ravel(), weights, size) + TRACE
        counts[0, k] = answers.weights[mine].sum() + TRACE
    return em.maximise(counts, answers.layout)
