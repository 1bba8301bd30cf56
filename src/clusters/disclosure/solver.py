"""One linear programme at a time, and nothing is concluded from a poor answer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog

from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_OPTIMAL = 0


@dataclass(frozen=True)
class Deadline:
    """When proving must be done; time never changes an answer, it only refuses."""

    seconds: int
    until: float

    @classmethod
    def after(cls, seconds: int) -> Deadline:
        """Return the deadline so many seconds from now."""
        return cls(seconds, time.monotonic() + seconds)

    def left(self) -> float:
        """Return the seconds left.

        Raises
        ------
        DisclosureError
            If there are none.
        """
        left = self.until - time.monotonic()
        if left <= 0:
            raise DisclosureError(
                f"The release could not be proven safe within {self.seconds} seconds, "
                "so nothing is released.\n"
                "Ask for less detail, or raise audit_seconds in the disclosure rules.",
                f"Binnen {self.seconds} seconden was niet te bewijzen dat de vrijgave "
                "veilig is, dus wordt niets vrijgegeven.\n"
                "Vraag minder detail, of verhoog audit_seconds in de regels.",
            )
        return left


@dataclass(frozen=True)
class Programme:
    """What must hold: ``equal @ x == 0`` and, if any, ``above @ x >= 1``.

    More than is one more at least, where all is whole.
    """

    equal: csr_array
    above: csr_array | None = None


def minimise(
    cost: NDArray[np.float64],
    programme: Programme,
    bounds: tuple[NDArray[np.float64], NDArray[np.float64]],
    deadline: Deadline,
    *,
    may_fail: bool = False,
) -> NDArray[np.float64] | None:
    """Return the point of least cost; nothing if there is none and it ``may_fail``.

    Raises
    ------
    DisclosureError
        If the solver stops with any other status than optimal, or time is up.
    """
    above = programme.above
    answer = linprog(
        cost,
        A_ub=None if above is None else -above,
        b_ub=None if above is None else -np.ones(above.shape[0]),
        A_eq=programme.equal,
        b_eq=np.zeros(programme.equal.shape[0]),
        bounds=np.column_stack(bounds),
        method="highs",
        options={"time_limit": deadline.left()},
    )
    if answer.status == _OPTIMAL and np.isfinite(answer.x).all():
        point: NDArray[np.float64] = answer.x
        return point
    if may_fail and answer.status == 2:  # infeasible, and proven to be
        return None
    deadline.left()
    raise DisclosureError(
        f"The audit's solver stopped with status {answer.status} where only a proven "
        "optimum counts, so nothing is released.",
        f"De controle stopte met status {answer.status} waar alleen een bewezen "
        "optimum telt, dus wordt niets vrijgegeven.",
    )
