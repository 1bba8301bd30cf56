"""Features that go together within classes, and in every class alike.

The number of children and the size of the household go together whatever the class. A
model that holds features for unrelated within classes can only say so with more
classes. Here the answers to a feature may lean on those to one other, with
probabilities p(b | a, class) proportional to exp(u(b, class) + w(a, b)): each class has
its own answers to both, and how they go together is the same everywhere. A direct
effect, in the words of Hagenaars (1988, Sociological Methods & Research 16:379-405);
as many as make a tree of features, as in Chow & Liu (1968, IEEE Transactions on
Information Theory 14:462-467).

The step towards the maximum is some rounds of iterative proportional fitting, a
conditional maximisation for each of the two (Meng & Rubin 1993, Biometrika
80:267-278), so the likelihood cannot fall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.layout import Tie

    Floats = NDArray[np.float64]

# Keeps every logarithm finite; too small to be seen in a log-likelihood of a nation.
SMALLEST_PROBABILITY = 1e-12

# Rounds of proportional fitting per step. One is enough to climb.
ROUNDS = 2

# A jump changes no probability by more than this factor beyond the two steps.
FARTHEST = 10.0


def associate(counts: Floats, table: Floats, before: Floats | None, tie: Tie) -> None:
    """Write the probabilities of a tie into ``table``, given expected ``counts``."""
    shape = (*tie.levels, counts.shape[1])
    shares = (
        np.full(shape, 1 / shape[1])
        if before is None
        else before[tie.pairs].reshape(shape).copy()
    )
    _fit(counts[tie.pairs].reshape(shape), shares, ROUNDS)
    _write(shares, table, tie)


def extrapolate_association(
    steps: tuple[Floats, Floats, Floats], length: float, table: Floats, tie: Tie
) -> None:
    """Write where a jump along three tables leads into ``table``.

    In logarithms: there the probabilities of one association and any answers per class
    are a flat space, which a straight jump does not leave.
    """
    begun, step, second = (np.log(each[tie.pairs]) for each in steps)
    change = step - begun
    beyond = begun + 2 * length * change + length**2 * (second - step - change) - second
    widest = float(np.abs(beyond).max())
    logs = second + beyond * min(1.0, np.log(FARTHEST) / max(widest, 1e-12))
    shares = np.exp(logs).reshape(*tie.levels, -1)
    _write(shares / shares.sum(axis=1, keepdims=True), table, tie)


def _write(shares: Floats, table: Floats, tie: Tie) -> None:
    shares = np.maximum(shares, SMALLEST_PROBABILITY)
    table[tie.pairs] = shares.reshape(-1, shares.shape[2])


@njit(nogil=True)
def _fit(full, shares, rounds):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Fit ``shares`` to the margins of ``full``: the pair, and the answer by class.

    Shares of who gave an answer in no class, or of a class of nobody, stay as they are.
    """
    n_above, n_here, n_classes = shares.shape
    fitted = np.empty_like(shares)
    for a in range(n_above):
        for k in range(n_classes):
            fitted[a, :, k] = shares[a, :, k] * full[a, :, k].sum()
    for _ in range(rounds):
        _rake(full.reshape(-1, n_classes), fitted.reshape(-1, n_classes))
        for k in range(n_classes):
            _rake(full[:, :, k].T, fitted[:, :, k].T)
    for a in range(n_above):
        for k in range(n_classes):
            total = fitted[a, :, k].sum()
            if total > 0:
                shares[a, :, k] = fitted[a, :, k] / total


@njit(nogil=True)
def _rake(full, fitted):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Give every row of ``fitted`` the sum that it has in ``full``."""
    for row in range(len(fitted)):
        expected = fitted[row].sum()
        if expected > 0:
            fitted[row] *= full[row].sum() / expected
