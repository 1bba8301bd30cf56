"""What is printed, as a system of equations, and what must stay uncertain in it.

Which quantities must stay uncertain is said where a system is made: `small_numbers`,
`groups`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from clusters.disclosure.solver import Programme

    Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class System:
    """Quantities, sums, and which quantities must stay uncertain.

    Parameters
    ----------
    programme
        The sums; one column per quantity.
    truth
        The true values.
    lower, upper
        What is known of each quantity by what is printed of it.
    watched
        The quantities of 1 to 9 persons.
    reach
        Per watched quantity, the value that must stay possible: the threshold, where
        exact counts stand around it (SDC-21), and else nothing more than its own.
    floor
        The least that a cell can be of which only is known that it is hidden for
        another one.
    lumps
        The small quantities that are watched together; they have the last columns.
    knows_small
        Whether the attacker knows which hidden cells are below the threshold.
    left
        Per watched quantity, how many values what others printed leaves possible.
    """

    programme: Programme
    truth: Numbers
    lower: Numbers
    upper: Numbers
    watched: NDArray[np.int64]
    reach: Numbers
    floor: int
    lumps: tuple[tuple[int, ...], ...]
    left: Numbers
    knows_small: bool = True

    @property
    def most(self) -> float:
        """More than anything can be; a programme must have an end."""
        return float(self.upper.max(initial=0))

    def members(self, places: Iterable[int]) -> set[int]:
        """Return the quantities in ``places``, of lumps their members."""
        first = len(self.truth) - len(self.lumps)
        return {
            part
            for place in places
            for part in (self.lumps[place - first] if place >= first else (place,))
        }


def sums_matrix(sums: Sequence[tuple[int, Iterable[int]]], size: int) -> csr_array:
    """Return one row per sum: its total less its parts."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, (total, parts) in enumerate(sums):
        places = (total, *parts)
        rows += [row] * len(places)
        columns += places
        values += [1.0] + [-1.0] * (len(places) - 1)
    return csr_array((values, (rows, columns)), shape=(len(sums), size))


def above_matrix(
    above: Sequence[tuple[int, int]], size: int, percent: int
) -> csr_array | None:
    """Return one row per cell told to be above a percent of its group."""
    if not above:
        return None
    rows = np.repeat(np.arange(len(above)), 2)
    columns = np.array(above).ravel()
    values = np.tile([100.0, -float(percent)], len(above))
    return csr_array((values, (rows, columns)), shape=(len(above), size))
