"""Everybody in the files: the residents, and people who live elsewhere by now."""

from __future__ import annotations

import numpy as np
import pandas as pd

# Real files hold the whole country; these few only make sure that somebody must be
# left out.
ELSEWHERE_SHARE = 0.08
OTHER_MUNICIPALITY = "0794"
_LINKS = ("partner_id", "mother_id", "father_id")
_MARGIN = 1_000


def with_register_keys(persons: pd.DataFrame) -> pd.DataFrame:
    """Return persons under the key of the register: R, then nine characters."""
    named = [name for name in ("person_id", *_LINKS) if name in persons]
    return persons.assign(**{name: "R" + persons[name] for name in named})


def with_others(residents: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Return the residents followed by people like them who live elsewhere.

    The column ``lives_here`` tells them apart; ``has_address`` those who left the
    country.
    """
    count = max(1, round(len(residents) * ELSEWHERE_SHARE))
    chosen = rng.integers(0, len(residents), count)
    others = residents.iloc[chosen].reset_index(drop=True)
    numbers = residents["person_id"].str.extract(r"(\d+)$")[0].astype(float)
    first = int(numbers.max()) + _MARGIN
    ids = pd.Series([f"R{first + i:09d}" for i in range(count)], dtype="str")
    moved = {
        "person_id": ids,
        "household_id": "X" + ids.str[1:],
        "address_id": "X" + ids.str[1:],
        "municipality": OTHER_MUNICIPALITY,
        "district": OTHER_MUNICIPALITY + "01",
        "neighbourhood": OTHER_MUNICIPALITY + "0101",
        **{name: pd.Series(pd.NA, index=others.index, dtype="str") for name in _LINKS},
    }
    others = others.assign(
        **{name: values for name, values in moved.items() if name in others},
        lives_here=False,
        has_address=rng.random(count) < 0.5,
    )
    here = residents.reset_index(drop=True).assign(lives_here=True, has_address=True)
    return pd.concat([here, others], ignore_index=True)
