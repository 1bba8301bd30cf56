"""How the types of people grew, by what Eindhoven published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.synthetic.figures import type_counts
from clusters.synthetic.leavers import ASYLUM_SINCE

if TYPE_CHECKING:
    import pandas as pd

FIRST_YEAR = 2010
_ASYLUM = ["status_holder", "status_family"]


def type_growth(now: pd.Series, last: int) -> pd.DataFrame:
    """Return persons by year and type: as many as now, after the published growth.

    Parameters
    ----------
    now : persons of each type on the first day of ``last``.
    last : the last year of the table.
    """
    published = type_counts().reindex(range(FIRST_YEAR, last + 1)).ffill().bfill()
    # Who is of no published type is as large a part of all as now.
    published = published.assign(other=published.drop(columns=_ASYLUM).sum(axis=1))
    # A file of the first day of a year knows nobody who came in it.
    published.loc[: min(ASYLUM_SINCE, last), _ASYLUM] = 0
    return published / published.loc[last] * now.reindex(published.columns).fillna(0)
