"""The year after: who stayed, and as many who came."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.synthetic.leavers import make_leavers
from clusters.synthetic.years.earlier import CHURN
from clusters.synthetic.years.file import COLUMNS, TYPES_ASK
from clusters.synthetic.years.kinds import WINDOW, with_kinds


def later_year(residents: pd.DataFrame, last: int, seed: int) -> pd.DataFrame:
    """Return who lives there a year after ``last``: who stayed, and as many who came.

    The shorter somebody has been there, the likelier they leave: our choice.
    """
    rng = np.random.default_rng([seed, last + 1])
    people = with_kinds(residents, last)
    stay = last - people["came"].to_numpy(dtype=np.float64)
    newcomer = (people["came"] > 0).to_numpy() & (stay <= WINDOW)
    settled = people["group"].map(CHURN).to_numpy(dtype=np.float64)
    leaves = np.where(newcomer, 0.04 + 0.26 * np.exp(-stay / 2.5), settled)
    # Status holders leave about as seldom as everybody else does.
    leaves = np.where(newcomer & (people["kind"] == "status_holder"), 0.04, leaves)
    gone = rng.random(len(people)) < leaves
    groups = people.loc[gone, "group"].to_numpy(dtype=object)
    parts = [people[~gone]]
    for kind, mine in (("background", groups == "NL"), ("other", groups != "NL")):
        first = 950_000_000 + len(parts) * len(people)
        made = make_leavers(kind, groups[mine], last + 1, first, rng)
        days = pd.to_timedelta(rng.integers(0, 365, len(made)), unit="D")
        came = pd.Series(pd.Timestamp(last, 1, 1) + days)
        parts.append(made.assign(arrival_date=came if kind == "other" else pd.NaT))
    told = [name for name in COLUMNS if name not in TYPES_ASK]
    everybody = pd.concat(parts, ignore_index=True)
    return everybody[told].iloc[rng.permutation(len(everybody))]
