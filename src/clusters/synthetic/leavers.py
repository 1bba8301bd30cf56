"""People who lived in the made-up city and left: made only to have been there.

A leaver has what the rules for types ask, planted so that they have the type wanted.
All numbers in this module are our choice; published are numbers by type and origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import choose
from clusters.synthetic.figures import NETHERLANDS, countries, group_of_country
from clusters.synthetic.origins import ASYLUM, countries_in

if TYPE_CHECKING:
    from clusters.synthetic.draws import Ints, Strings

MOTIVES = {
    "knowledge_worker": "knowledge",
    "labour_migrant": "labour",
    "student": "study",
    "partner": "family",
    "status_holder": "asylum",
    "status_family": "family",
    "child_foreign": "family",
    "other": "other",
}
# Mean age, spread, and the lowest and highest.
_AGES = {
    "knowledge_worker": (33, 7, 23, 60),
    "labour_migrant": (34, 9, 19, 62),
    "student": (22, 2.5, 18, 32),
    "partner": (34, 8, 20, 60),
    "status_holder": (29, 11, 18, 62),
    "status_family": (30, 12, 18, 60),
    "child_foreign": (7, 5, 0, 17),
    "child_dutch": (4, 3, 0, 16),
    "other": (32, 9, 18, 62),
    "background": (45, 22, 0, 90),
}
_WOMEN = {"knowledge_worker": 0.31, "partner": 0.84, "student": 0.38}
# At least this share of a type leaves in a year; of who leave, this share had stayed
# for every further year. So about as many leave as published: of who came for work
# from the EU over 60 % in five years, of knowledge migrants 70 %, of students half, of
# family 43 % in thirteen and of asylum seekers 40 % in ten (CBS, Nuffic and WODC; the
# country, where a city loses some more).
LEAVE = {
    "knowledge_worker": 0.13, "labour_migrant": 0.14, "student": 0.06, "partner": 0.08,
    "child_foreign": 0.05, "child_dutch": 0.04, "status_holder": 0.01, "other": 0.08,
}  # fmt: skip
_STAYS_ON = {
    "status_holder": 0.9, "student": 0.85, "partner": 0.85, "child_foreign": 0.85,
}  # fmt: skip
_STAYS_ON_ELSE = 0.72
_LONGEST = 9
ASYLUM_SINCE = 2014


def make_leavers(
    kind: str, groups: Strings, year: int, first_id: int, rng: np.random.Generator
) -> pd.DataFrame:
    """Return people who are there on the first day of ``year`` and gone a year later.

    Parameters
    ----------
    kind : a type, or "background" for who is no international.
    groups : the origin group of each; status holders come from where they come from.
    year : the last year on the first day of which they are there.
    first_id : the number of the first key to use.
    rng : the stream to draw from.
    """
    size = len(groups)
    mean, spread, low, high = _AGES[kind]
    ages = np.clip(rng.normal(mean, spread, size), low, high).astype(int)
    stays = _stays(kind, size, year, ages, rng)
    ids = pd.Series([f"R{first_id + n:09d}" for n in range(size)], dtype="str")
    roots = countries_in(groups, "newcomers", rng)
    if kind == "status_holder":
        roots = choose(rng, size, ASYLUM)
        groups = pd.Series(roots).map(group_of_country()).to_numpy(dtype=object)
    abroad = np.full(size, kind not in ("background", "child_dutch"))
    passport = countries()["nationality"]
    foreign = pd.Series(roots).map(passport).fillna("0001").to_numpy(dtype=object)
    came = year - stays
    day = pd.to_datetime(pd.Series(came).astype(str) + "-01-01")
    days = pd.to_timedelta(rng.integers(0, 365, size), unit="D")
    return pd.DataFrame(
        {
            "person_id": ids,
            "household_id": "H" + ids.str[1:],
            "birth_year": (year - 1 - ages).astype(np.float64),
            "sex": np.where(rng.random(size) < _WOMEN.get(kind, 0.48), "woman", "man"),
            "birth_country": np.where(abroad, roots, NETHERLANDS),
            "birth_country_mother": roots,
            "birth_country_father": roots,
            "nationality": np.where(abroad, foreign, "0001"),
            "arrival_date": (day + days).where(abroad),
            "migration_motive": MOTIVES.get(kind),
            "kind": kind,
            "group": groups,
            "came": np.where(abroad, came, 0),
        }
    )


def _stays(
    kind: str, size: int, year: int, ages: Ints, rng: np.random.Generator
) -> Ints:
    """Draw since how many years they had been there; children no longer than alive."""
    longest = _LONGEST
    if kind == "status_holder":
        longest = min(longest, year - ASYLUM_SINCE)
    weights = _STAYS_ON.get(kind, _STAYS_ON_ELSE) ** np.arange(
        max(longest, 1), dtype=np.float64
    )
    drawn = 1 + rng.choice(len(weights), size=size, p=weights / weights.sum())
    return np.minimum(drawn, np.maximum(ages, 1)) if kind == "child_foreign" else drawn
