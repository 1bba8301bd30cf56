"""Groups tied to a sensitive answer: hiding the cell alone does not untie them.

Who subtracts all other groups from everybody finds the hidden one again, and knows what
nearly all of its people are. So it must stay possible that as many are something else
as the rule asks for (SDC-05). Here an attacker is not told which hidden cells are
small: the one marker does not say that most of a group is in another cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.disclosure.cells import tied_cells
from clusters.disclosure.display import known_bounds
from clusters.disclosure.outside import asking_what_is_ours
from clusters.disclosure.solver import Programme, minimise
from clusters.disclosure.system import System, above_matrix, sums_matrix

if TYPE_CHECKING:
    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy
    from clusters.disclosure.solver import Deadline


def system_of_groups(equations: Equations, display: Display, policy: Policy) -> System:
    """Return what is printed, and per tied group the people who are something else."""
    alone = {(total, part[0]) for total, part in equations.sums if len(part) == 1}
    pairs = sorted(
        {
            (group, cell)
            for placed in equations.tables
            for cell, group in tied_cells(placed, equations, policy)
            # Where there is no other answer nobody can be something else.
            if (group, cell) not in alone and display.hidden[cell]
        }
    )
    counts, size = equations.counts, len(equations.counts)
    sums = [
        *equations.sums,
        *((group, (cell, size + rest)) for rest, (group, cell) in enumerate(pairs)),
    ]
    groups = counts[[group for group, _ in pairs]]
    others = groups - counts[[cell for _, cell in pairs]]
    truth = np.concatenate([counts, others]).astype(float)
    lower, upper = known_bounds(counts, display, policy, knows_small=False)
    most = truth.max(initial=0) + 2 * policy.minimum_persons
    system = System(
        Programme(
            sums_matrix(sums, len(truth)),
            above_matrix(display.above, len(truth), policy.dominant_percent),
        ),
        truth,
        np.concatenate([lower, np.zeros(len(pairs))]),
        np.minimum(np.concatenate([upper, np.full(len(pairs), np.inf)]), most),
        np.arange(size, size + len(pairs)),
        np.floor((100 - policy.dominant_percent) * groups / 100),
        0,
        tuple((cell,) for _, cell in pairs),
        left=np.full(len(pairs), np.inf),
        knows_small=False,
    )
    return asking_what_is_ours(system, display, policy)


def by_nature(system: System, place: int, deadline: Deadline) -> bool:
    """Return whether a group is tied whatever is shown, as all the born abroad are.

    Then everybody knows it who knows whom the table counts.
    """
    cost = np.zeros(len(system.truth))
    cost[place] = -1.0
    free = np.zeros(len(cost)), np.full(len(cost), system.most)
    point = minimise(cost, Programme(system.programme.equal, None), free, deadline)
    return point is None or bool(
        point[place] < system.reach[system.watched == place].max()
    )
