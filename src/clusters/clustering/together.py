"""Two features that go together within classes, and in every class alike.

The number of children and the size of the household go together whatever the class. A
model that holds features for unrelated within classes can only say so with more
classes. Here the two stand as one feature whose pairs of answers have probabilities
p(a, b | class) proportional to exp(u(a, class) + v(b, class) + w(a, b)): each class has
its own answers to both, and how they go together is the same everywhere. A direct
effect, in the words of Hagenaars (1988, Sociological Methods & Research 16:379-405).

The step towards the maximum is one round of iterative proportional fitting, a
conditional maximisation for each of the three (Meng & Rubin 1993, Biometrika
80:267-278), so the likelihood cannot fall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clusters.clustering.layout import Together

    Floats = NDArray[np.float64]

# Keeps every logarithm finite; too small to be seen in a log-likelihood of a nation.
SMALLEST_PROBABILITY = 1e-12

# Rounds of proportional fitting per step. One is enough to climb.
ROUNDS = 2

# A jump changes no pair's probability by more than this factor beyond the two steps.
FARTHEST = 10.0


def associate(
    counts: Floats, table: Floats, before: Floats | None, pair: Together
) -> None:
    """Write the pair's probabilities into ``table``, given expected ``counts``."""
    shape = (*pair.levels, counts.shape[1])
    one, other = pair.alone
    if before is None:
        joint = np.full(shape, 1 / (shape[0] * shape[1]))
    else:
        joint = before[pair.pairs].reshape(shape).copy()
    full = counts[pair.pairs].reshape(shape).copy()
    _complete(full, counts[one], counts[other], joint)
    _fit(full, joint, ROUNDS)
    _write(joint, table, pair)


def extrapolate_association(
    steps: tuple[Floats, Floats, Floats], length: float, table: Floats, pair: Together
) -> None:
    """Write where a jump along three tables leads into ``table``.

    In logarithms: there the probabilities of one association and any answers per class
    are a flat space, which a straight jump does not leave.
    """
    begun, step, second = (np.log(each[pair.pairs]) for each in steps)
    change = step - begun
    beyond = begun + 2 * length * change + length**2 * (second - step - change) - second
    widest = float(np.abs(beyond).max())
    logs = second + beyond * min(1.0, np.log(FARTHEST) / max(widest, 1e-12))
    joint = np.exp(logs - logs.max(axis=0))
    joint /= joint.sum(axis=0)
    _write(joint.reshape(*pair.levels, -1), table, pair)


def _write(joint: Floats, table: Floats, pair: Together) -> None:
    joint = np.maximum(joint, SMALLEST_PROBABILITY)
    table[pair.pairs] = joint.reshape(-1, joint.shape[2])
    table[pair.alone[0]] = joint.sum(axis=1)
    table[pair.alone[1]] = joint.sum(axis=0)


@njit(nogil=True)
def _complete(full, one, other, joint):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Spread those of whom one answer is known over the answers to the other."""
    n_one, n_other, n_classes = joint.shape
    for k in range(n_classes):
        for a in range(n_one):
            if one[a, k] > 0:
                share = one[a, k] / joint[a, :, k].sum()
                for b in range(n_other):
                    full[a, b, k] += share * joint[a, b, k]
        for b in range(n_other):
            if other[b, k] > 0:
                share = other[b, k] / joint[:, b, k].sum()
                for a in range(n_one):
                    full[a, b, k] += share * joint[a, b, k]


@njit(nogil=True)
def _fit(full, joint, rounds):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Fit ``joint`` to the margins of ``full`` in turn: the pair, then each by class.

    A class of nobody keeps what it had.
    """
    n_classes = joint.shape[2]
    total = full.sum(axis=0).sum(axis=0)
    fitted = joint * total
    for _ in range(rounds):
        _rake(full.reshape(-1, n_classes), fitted.reshape(-1, n_classes))
        for k in range(n_classes):
            _rake(full[:, :, k].T, fitted[:, :, k].T)
            _rake(full[:, :, k], fitted[:, :, k])
    for k in range(n_classes):
        if total[k] > 0:
            joint[:, :, k] = fitted[:, :, k] / total[k]


@njit(nogil=True)
def _rake(full, fitted):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Give every row of ``fitted`` the sum that it has in ``full``."""
    for row in range(len(fitted)):
        expected = fitted[row].sum()
        if expected > 0:
            fitted[row] *= full[row].sum() / expected
