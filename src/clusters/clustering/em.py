"""The engine of the latent class model: from a start to the summit above it.

Rows arrive as positions in one table of probabilities (`clusters.clustering.layout`).
Its last row, always one, is where an unknown answer points: it drops out of the
likelihood without a branch.

Each climb runs in one thread and adds up in a fixed order, so that the number of
threads cannot change a bit of the outcome. Nothing here knows about frames or names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from clusters.clustering.layout import Layout
from clusters.clustering.together import (
    SMALLEST_PROBABILITY,
    associate,
    extrapolate_association,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.uint16] | NDArray[np.uint32]

# A product below this may have lost classes to underflow: those rows go by logarithms.
SAFE_PRODUCT = 1e-280


@dataclass(frozen=True)
class Answers:
    """Distinct rows of answers: where each points in the table, and how many gave it.

    ``rows`` is (m, features) and counts from 1.
    """

    rows: Rows
    weights: Floats
    layout: Layout


@dataclass(frozen=True)
class Summit:
    """Where one start ended: (size, classes) probabilities and what they are worth."""

    table: Floats
    log_likelihood: float
    n_iter: int
    converged: bool


@dataclass(frozen=True)
class Climb:
    """When to stop: relative gain, and number of passes over the answers."""

    tolerance: float
    max_iter: int


def ascend(answers: Answers, table: Floats, climb: Climb) -> Summit:
    """Expectation-maximisation with squared extrapolation that never goes down.

    Varadhan & Roland (2008), Scandinavian Journal of Statistics 35:335-353, scheme S3.
    A jump that lowers the likelihood is dropped for the ordinary step, so the climb
    keeps the guarantee of plain EM at about a fifth of its passes.
    """
    height, step = _em_step(answers, table)
    passes, converged = 1, False
    while passes < climb.max_iter and not converged:
        _, second = _em_step(answers, step)
        jump = _extrapolate(table, step, second, answers.layout)
        reached, after = _em_step(answers, jump)
        passes += 2
        if reached < height:
            jump = second
            reached, after = _em_step(answers, jump)
            passes += 1
        converged = reached - height <= climb.tolerance * abs(reached)
        table, step, height = jump, after, reached
    return Summit(table, height, passes, converged)


def log_joint(rows: Rows, table: Floats) -> Floats:
    """Log-probability of each row of answers together with each class, (m, classes)."""
    logs = np.log(np.maximum(table, np.finfo(float).tiny))
    joint = np.repeat(logs[:1], len(rows), axis=0)
    for column in rows.T:
        joint += logs[column]
    return joint


def posterior(rows: Rows, table: Floats) -> Floats:
    """Probability of each class for each row of answers, (m, classes)."""
    joint = log_joint(rows, table)
    shares: Floats = np.exp(joint - joint.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def expected(answers: Answers, table: Floats) -> Floats:
    """Persons of each class expected at every place of the table, (size, classes)."""
    shares = posterior(answers.rows, table) * answers.weights[:, None]
    counts = np.zeros_like(table)
    counts[0] = shares.sum(axis=0)
    for column in answers.rows.T:
        np.add.at(counts, column, shares)
    return counts


def _em_step(answers: Answers, table: Floats) -> tuple[float, Floats]:
    counts = np.zeros_like(table)
    height = _expect(answers.rows, answers.weights, table, counts)
    return height, maximise(counts, answers.layout, table)


# Compiled anew in each process, one to two seconds: a cache would write files beside
# the code, and refuse to load where it may not.
@njit(nogil=True)
def _expect(rows, weights, table, counts):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Add each row's weight to ``counts`` by class; return the log-likelihood."""
    n_classes = table.shape[1]
    joint = np.empty(n_classes)
    height = 0.0
    for i in range(rows.shape[0]):
        total = 0.0
        for k in range(0, n_classes, 4):
            a, b, c, d = table[0, k], table[0, k + 1], table[0, k + 2], table[0, k + 3]
            for j in range(rows.shape[1]):
                row = rows[i, j]
                a *= table[row, k]
                b *= table[row, k + 1]
                c *= table[row, k + 2]
                d *= table[row, k + 3]
            joint[k], joint[k + 1], joint[k + 2], joint[k + 3] = a, b, c, d
            total += a + b + c + d
        lift = 0.0
        if total < SAFE_PRODUCT:
            total, lift = _by_logarithms(rows[i], table, joint)
        height += weights[i] * (np.log(total) + lift)
        share = weights[i] / total
        for k in range(0, n_classes, 4):
            a, b = joint[k] * share, joint[k + 1] * share
            c, d = joint[k + 2] * share, joint[k + 3] * share
            counts[0, k] += a
            counts[0, k + 1] += b
            counts[0, k + 2] += c
            counts[0, k + 3] += d
            for j in range(rows.shape[1]):
                row = rows[i, j]
                counts[row, k] += a
                counts[row, k + 1] += b
                counts[row, k + 2] += c
                counts[row, k + 3] += d
    return height


@njit(nogil=True)
def _by_logarithms(row, table, joint):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Work out one row's ``joint`` relative to its largest; return total and that."""
    largest = -np.inf
    for k in range(len(joint)):
        joint[k] = np.log(table[0, k])
        for j in range(len(row)):
            joint[k] += np.log(table[row[j], k])
        largest = max(largest, joint[k])
    total = 0.0
    for k in range(len(joint)):
        joint[k] = np.exp(joint[k] - largest)
        total += joint[k]
    return total, largest


def maximise(counts: Floats, layout: Layout, before: Floats | None = None) -> Floats:
    """Turn counts into probabilities: of classes, and of answers per feature.

    Of a feature that is tied this is a step from the table ``before``, or from answers
    that are all as probable.
    """
    table = np.ones_like(counts)
    table[0] = counts[0] / counts[0].sum()
    if len(layout.begin) == 0:
        return table
    body = counts[1 : layout.end]
    totals = np.add.reduceat(body, layout.begin - 1, axis=0)
    totals = np.repeat(totals, layout.levels, axis=0)
    even = np.repeat(1 / layout.levels, layout.levels)[:, None]
    # A class in which nobody answered this feature learns nothing about it.
    shares = np.where(totals > 0, body / np.where(totals > 0, totals, 1), even)
    table[1 : layout.end] = np.maximum(shares, SMALLEST_PROBABILITY)
    for tie in layout.ties:
        associate(counts, table, before, tie)
    return table


def _extrapolate(table: Floats, step: Floats, second: Floats, layout: Layout) -> Floats:
    """Jump along the curve of two steps, staying among the probabilities."""
    change = step - table
    bend = second - step - change
    norm = float(np.linalg.norm(bend))
    length = max(1.0, float(np.linalg.norm(change)) / norm) if norm > 0 else 1.0
    jump = table + 2 * length * change + length**2 * bend
    # A tenth of the ordinary step at least: what has become nought stays nought in EM.
    alone = Layout(layout.begin, layout.end + 1)
    reached = second.copy()
    reached[: layout.end] = maximise(
        np.maximum(jump, 0.1 * second)[: layout.end + 1], alone
    )[:-1]
    for tie in layout.ties:
        extrapolate_association((table, step, second), length, reached, tie)
    return reached
