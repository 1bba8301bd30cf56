"""Homes: tenure, dwelling, value, floor area, moving in, cars and wealth.

All members of a household share them. A home of unknown tenure is no dwelling on the
register (a room in a business building, a park, a shelter): nothing is known of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import ranks

if TYPE_CHECKING:
    from clusters.synthetic.draws import Floats, Strings

# Our choices: dwelling types per tenure from small to large, their floor area, and
# the value of a square metre in euro per tenure.
_TYPES = ("other", "apartment", "terraced", "semi_detached", "detached")
_TYPE_SHARES = {
    "owned": (0.0, 0.24, 0.58, 0.12, 0.06),
    "social_rent": (0.03, 0.55, 0.41, 0.01, 0.0),
    "private_rent": (0.08, 0.67, 0.20, 0.03, 0.02),
}
_AREA = {
    "other": 24.0, "apartment": 70.0, "terraced": 112.0, "semi_detached": 135.0,
    "detached": 175.0,
}  # fmt: skip
_SQUARE_METRE = {"owned": 2_250.0, "social_rent": 1_750.0, "private_rent": 2_400.0}
# Shares of the background's tenures (owned, social, private) per part.
_BACKGROUND = {"natives": (0.60, 0.26, 0.14), "earlier": (0.38, 0.48, 0.14)}


def draw_homes(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add all columns about the home; one draw per household, shared by its members."""
    home = people["household"].to_numpy()
    heads = people.iloc[np.unique(home)]
    tenure = _tenures(heads, rng)
    kind = _kinds(heads, tenure, rng)
    homes = pd.DataFrame(
        {
            "tenure": tenure,
            "dwelling_type": kind,
            **_size_and_value(heads, tenure, kind, rng),
        },
        index=heads.index,
    )
    homes.loc[tenure == "unknown", :] = None
    homes["lived_here"] = _years(heads, tenure, rng)
    homes["cars"] = _cars(heads, tenure, rng)
    homes["wealth"] = _wealth(heads, homes, rng)
    shared = homes.loc[home].set_axis(people.index)
    # Nobody lived here before birth or before arrival.
    lived = np.minimum(shared["lived_here"], people["age"])
    lived = np.minimum(lived, people["stay"].fillna(np.inf))
    shared = shared.assign(lived_here=lived).astype(
        {"dwelling_value": np.float64, "floor_area": np.float64}
    )
    return people.drop(columns="tenure").join(shared)


def _tenures(heads: pd.DataFrame, rng: np.random.Generator) -> Strings:
    """Keep the planted tenure; draw the others by career, age and family."""
    known = heads["tenure"].notna().to_numpy()
    age = heads["age"].to_numpy()
    means = 0.7 * heads["career"].to_numpy() + 0.5 * (heads["partner"] >= 0).to_numpy()
    means = means + np.interp(age, [20, 40], [-1.2, 0.0])
    means = means + 0.6 * rng.standard_normal(len(heads))
    drawn = np.full(len(heads), "unknown", dtype=object)
    abroad = heads["stay"].notna().to_numpy()
    for rows, part in ((~known & ~abroad, "natives"), (~known & abroad, "earlier")):
        place = ranks(means[rows])
        owned, social, private = _BACKGROUND[part]
        young = age[rows] < 27
        renting = np.where(
            rng.random(len(place))
            < np.where(young, 0.75, private / (social + private)),
            "private_rent",
            "social_rent",
        )
        drawn[rows] = np.where(place > 1 - owned, "owned", renting)
    drawn[(heads["role"] == "institution").to_numpy()] = "unknown"
    return np.where(known, heads["tenure"].to_numpy(), drawn)


def _kinds(heads: pd.DataFrame, tenure: Strings, rng: np.random.Generator) -> Strings:
    """Large households and incomes live in large kinds of dwelling."""
    kind = np.full(len(heads), None, dtype=object)
    wish = 0.55 * np.minimum(heads["household_size"].to_numpy() - 2, 3)
    wish = wish + 0.3 * heads["career"].to_numpy() + rng.standard_normal(len(heads))
    for name, shares in _TYPE_SHARES.items():
        rows = np.flatnonzero(tenure == name)
        edges = np.cumsum(shares)[:-1]
        places = np.searchsorted(edges, ranks(wish[rows]))
        kind[rows] = np.array(_TYPES, dtype=object)[places]
    return kind


def _size_and_value(
    heads: pd.DataFrame, tenure: Strings, kind: Strings, rng: np.random.Generator
) -> dict[str, Floats]:
    size = heads["household_size"].to_numpy()
    career = heads["career"].to_numpy()
    area = pd.Series(kind).map(_AREA).to_numpy(dtype=np.float64)
    area = area * np.exp(
        0.05 * np.clip(size - 2, -1, 4)
        + 0.06 * career
        + 0.20 * rng.standard_normal(len(heads))
    )
    metre = pd.Series(tenure).map(_SQUARE_METRE).to_numpy(dtype=np.float64)
    # Small homes cost more per square metre.
    price = metre * (area / 90) ** -0.15
    value = (
        area * price * np.exp(0.10 * career + 0.13 * rng.standard_normal(len(heads)))
    )
    return {"floor_area": np.round(area), "dwelling_value": np.round(value, -3)}


def _years(heads: pd.DataFrame, tenure: Strings, rng: np.random.Generator) -> Floats:
    """Draw how long the head has lived here; owners move less."""
    mean = np.where(
        tenure == "owned", 11.0, np.where(tenure == "social_rent", 8.0, 3.0)
    )
    longest = np.minimum(heads["age"], heads["stay"].fillna(np.inf)).to_numpy()
    years: Floats = np.minimum(rng.exponential(mean), longest)
    # Newcomers move often in their first years, so most have had an earlier address.
    recent = (heads["cluster"] > 0).to_numpy()
    settling = np.where(tenure == "owned", 2.6, 1.4)
    return np.where(recent, longest * rng.beta(settling, 0.9), years)


def _cars(heads: pd.DataFrame, tenure: Strings, rng: np.random.Generator) -> Floats:
    income = np.log(heads["household_income"].clip(lower=2_000).to_numpy() / 20_000)
    rate = -0.95 + 0.80 * income + 0.55 * (heads["partner"] >= 0).to_numpy()
    rate = rate + 0.75 * (tenure == "owned")
    rate = rate + 0.07 * np.minimum(heads["stay"].fillna(12).to_numpy(), 12) - 0.3
    cars = rng.poisson(np.exp(np.clip(rate, -4, 0.7))).astype(np.float64)
    return np.asarray(np.minimum(cars, 4))


def _wealth(
    heads: pd.DataFrame, homes: pd.DataFrame, rng: np.random.Generator
) -> Floats:
    """Draw savings by income and age, equity for owners, debts for some."""
    income = heads["household_income"].clip(lower=1_000).to_numpy()
    age = heads["age"].to_numpy()
    savings = (
        0.22 * income * np.exp(0.03 * (age - 35) + rng.standard_normal(len(heads)))
    )
    equity = np.where(
        homes["tenure"] == "owned",
        homes["dwelling_value"].fillna(0).astype(np.float64)
        * (
            np.interp(age, [28, 70], [-0.02, 0.75])
            + 0.12 * rng.standard_normal(len(heads))
        ),
        0.0,
    )
    debts = np.where(
        rng.random(len(heads)) < 0.14, rng.exponential(9_000, len(heads)), 0
    )
    return np.asarray(np.round(savings + equity - debts, -2))
