"""Drawing at random with margins that hold: quotas, ranks and ordered answers.

Counts are apportioned and quotas filled by rank, so that a published share is met
even by a small city; chance decides who, not how many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import stats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Strings = NDArray[Any]


def apportion(total: int, weights: ArrayLike) -> Ints:
    """Divide ``total`` in whole numbers by ``weights``, largest remainders first.

    Examples
    --------
    >>> apportion(10, [1, 1, 1]).tolist()
    [4, 3, 3]
    """
    shares = np.asarray(weights, dtype=np.float64)
    exact = total * shares / shares.sum()
    whole: Ints = np.floor(exact).astype(np.int64)
    order = np.argsort(whole - exact, kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return whole


def ranks(scores: Floats) -> Floats:
    """Return the place of each score among all, evenly spread between 0 and 1."""
    places: Floats = (stats.rankdata(scores, method="ordinal") - 0.5) / max(
        len(scores), 1
    )
    return places


def highest(scores: Floats, share: float) -> Flags:
    """Mark the ``share`` of persons with the highest scores."""
    return ranks(scores) > 1 - share


def by_rank(scores: Floats, shares: Mapping[str, float]) -> Strings:
    """Hand out answers from low to high score, each to its exact share."""
    counts = apportion(len(scores), list(shares.values()))
    answers = np.repeat(np.array(list(shares), dtype=object), counts)
    result = np.empty(len(scores), dtype=object)
    result[np.argsort(scores, kind="stable")] = answers
    return result


def only(where: Flags, answers: Strings) -> Strings:
    """Keep the answers where they make sense; elsewhere there is none."""
    kept = np.full(len(where), None, dtype=object)
    kept[where] = np.broadcast_to(answers, where.shape)[where]
    return kept


def choose(
    rng: np.random.Generator, size: int, weights: Mapping[Any, float]
) -> Strings:
    """Draw answers independently by weight."""
    shares = np.array(list(weights.values()), dtype=np.float64)
    answers = np.array(list(weights), dtype=object)
    drawn: Strings = answers[
        rng.choice(len(answers), size=size, p=shares / shares.sum())
    ]
    return drawn


def blend(rng: np.random.Generator, *parts: tuple[float, Floats]) -> Floats:
    """Mix standard normal traits by weight and fill up to variance one with noise."""
    explained = sum(weight**2 for weight, _ in parts)
    mixed = sum((weight * trait for weight, trait in parts), np.zeros(1))
    noise = rng.standard_normal(len(parts[0][1]))
    return np.asarray(mixed + np.sqrt(max(1 - explained, 0.0)) * noise)


def on_scale(
    scores: Floats, low: float, mean: float, high: float, tightness: float
) -> Floats:
    """Spread scores over ``low`` to ``high`` with the given mean, keeping their order.

    A beta distribution: ``tightness`` is the sum of its two parameters.
    """
    centre = (mean - low) / (high - low)
    places = stats.beta.ppf(ranks(scores), centre * tightness, (1 - centre) * tightness)
    return np.asarray(low + (high - low) * places, dtype=np.float64)
