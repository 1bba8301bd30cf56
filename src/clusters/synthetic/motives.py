"""Why people came: labour becomes highly skilled labour above the wage limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.synthetic.origins import EU

if TYPE_CHECKING:
    import pandas as pd

    from clusters.synthetic.draws import Strings

# The salary norm of the 30 %-ruling in 2018, euro a year: 30 and over, and younger.
# The published incomes of knowledge workers fit limits of this size.
_LIMIT, _LIMIT_UNDER_30 = 37_296.0, 28_350.0
_YEAR = 12.96  # monthly wages, holiday pay included
# Some who earn enough came on another permit, and citizens of the EU need none.
_ON_SCHEME = 0.90


def motives(people: pd.DataFrame, rng: np.random.Generator) -> Strings:
    """Return everybody's motive, told of those born abroad only."""
    limit = np.where(people["age"] < 30, _LIMIT_UNDER_30, _LIMIT)
    skilled = (people["motive"] == "labour") & (people["wage"] * _YEAR >= limit)
    skilled &= ~people["birth_country"].isin(EU)
    skilled &= rng.random(len(people)) < _ON_SCHEME
    return np.where(skilled, "knowledge", people["motive"])
