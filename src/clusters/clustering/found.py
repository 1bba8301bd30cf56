"""What any method finds, before clusters are numbered and the doubtful set apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.layout import Pairs
    from clusters.clustering.options import ClusteringOptions

# Called with what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]

CURVE = (
    "k", "log_likelihood", "parameters", "bic", "adjusted_bic", "aic", "icl",
    "smallest", "weakest",
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A method's outcome for one number, rows in the order of the answers it was given.

    ``k`` is that number, ``labels`` count from 0, -1 is nobody's cluster; ``criterion``
    is what the method would choose a number by, lower is better; ``criteria`` what it
    has of `CURVE`; ``alike`` how far two of its clusters are one kind of people (see
    `clusters.clustering.alike`); ``together`` the pairs of features that go together
    within its clusters; ``model`` what it takes to score other persons, its clusters in
    the order of the labels.
    """

    k: int
    labels: NDArray[np.intp]
    probability: NDArray[np.float64]
    starts: int
    times_best_found: int
    criterion: float = 0.0
    criteria: dict[str, float] = field(default_factory=dict)
    alike: float = 0.0
    together: Pairs = ()
    model: dict[str, Any] = field(default_factory=dict)

    def clear(self, min_probability: float) -> NDArray[np.intp]:
        """Return the labels of who is probable enough, and -1 for the others."""
        return np.where(self.probability < min_probability, -1, self.labels)


def numbers_to_try(answers: pd.DataFrame, options: ClusteringOptions) -> list[int]:
    """Numbers of clusters asked for, no more than there are persons who differ."""
    if options.clusters != "auto":
        return [options.clusters]
    most = min(options.maximum, len(answers.drop_duplicates()))
    return list(range(options.minimum, most + 1))
