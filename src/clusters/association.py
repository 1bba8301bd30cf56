"""How strongly two divisions of people go together: one number, one set of words.

Nothing here is a test: with so many persons every difference is significant, and an
effect size stays what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.schema import Text

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

# The small, medium and large effects of Cohen (1988, section 7.2), as they are for a
# division in two. Below the first the word is negligible.
SMALL, MEDIUM, LARGE = 0.1, 0.3, 0.5
STRENGTHS = (
    Text("verwaarloosbaar", "negligible"),
    Text("klein", "small"),
    Text("middelgroot", "medium"),
    Text("groot", "large"),
)
NOT_MEASURED = Text(
    "niet te meten, omdat iedereen hetzelfde antwoord heeft",
    "not to be measured, because everybody has the same answer",
)


def cramers_v(counts: ArrayLike) -> float | None:
    """Return Cramer's V of persons by two divisions, corrected for chance, 0 to 1.

    Bergsma (2013, Journal of the Korean Statistical Society 42:323-328): without the
    correction a list of fifty countries would go together with any clusters. None if
    everybody is alike in one of the two, because then nothing can go together.

    Parameters
    ----------
    counts
        (n_rows, n_columns) persons; rows and columns without anybody do not count.

    Examples
    --------
    >>> round(cramers_v([[300, 100], [100, 300]]), 2)
    0.5
    >>> cramers_v([[300, 100], [0, 0]]) is None
    True
    """
    cells = np.asarray(counts, dtype=np.float64)
    cells = cells[cells.sum(axis=1) > 0][:, cells.sum(axis=0) > 0]
    everybody = cells.sum()
    if min(cells.shape) < 2 or everybody < 2:  # noqa: PLR2004 - two to go together
        return None
    expected = np.outer(cells.sum(axis=1), cells.sum(axis=0)) / everybody
    squares = ((cells - expected) ** 2 / expected).sum() / everybody
    shape = np.array(cells.shape)
    by_chance = (shape - 1).prod() / (everybody - 1)
    rows, columns = shape - (shape - 1) ** 2 / (everybody - 1)
    free = max(min(rows, columns) - 1, 1e-12)
    return float(min(1.0, np.sqrt(max(0.0, squares - by_chance) / free)))


def strength(association: float | None) -> Text:
    """Return Cramer's V in words.

    Examples
    --------
    >>> strength(0.25).en, strength(None).en[:18]
    ('small', 'not to be measured')
    """
    if association is None:
        return NOT_MEASURED
    edges = (SMALL, MEDIUM, LARGE)
    return STRENGTHS[sum(round(association, 2) >= edge for edge in edges)]
