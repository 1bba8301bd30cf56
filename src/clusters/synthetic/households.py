"""What follows from who lives with whom: position, type, size, children, marriage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from clusters.synthetic.draws import Flags, Ints, Strings

# Share of couples that are married, by the part of the deciding partner; couples of
# others follow age. Our choice.
_MARRIED = {
    "employees": 0.46, "young": 0.15, "flexible": 0.55, "partners": 0.86,
    "settled": 0.74, "assisted": 0.86, "owners": 0.68,
}  # fmt: skip


def describe_households(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add size, type, position, children and marital status, all from the links."""
    household = people["household"].to_numpy()
    counted = np.bincount(household, minlength=len(people))[household]
    people = people.assign(
        household_size=counted.astype(np.float64), **_children_at_home(people)
    )
    married = _married(people, rng)
    return people.assign(
        household_position=_positions(people),
        household_type=_types(people, married),
        marital_status=_marital(people, married, rng),
        has_partner=np.where(people["partner"] >= 0, "yes", "no"),
    )


def _children_at_home(people: pd.DataFrame) -> dict[str, object]:
    """Count each person's own children in the same household, by parent links."""
    household, age = people["household"].to_numpy(), np.floor(people["age"].to_numpy())
    minors = np.zeros(len(people))
    youngest = np.full(len(people), np.inf)
    for name in ("mother", "father"):
        parent = people[name].to_numpy()
        here = np.flatnonzero((parent >= 0) & (household[parent] == household))
        np.add.at(minors, parent[here], age[here] < 18)
        np.minimum.at(youngest, parent[here], age[here])
    minors_here = np.bincount(household, weights=age < 18, minlength=len(people))
    return {
        "minor_children": minors,
        "household_minors": minors_here[household],
        "youngest_child_age": np.where(np.isinf(youngest), np.nan, youngest),
    }


def _positions(people: pd.DataFrame) -> Strings:
    role = people["role"].to_numpy()
    children = people["youngest_child_age"].notna().to_numpy()
    coupled = people["partner"].to_numpy() >= 0
    return np.select(
        [
            role == "institution",
            role == "child",
            coupled & children,
            coupled,
            children,
            people["household_size"].to_numpy() == 1,
        ],
        [
            "institution",
            "child",
            "partner_with_children",
            "partner_without_children",
            "single_parent",
            "single",
        ],
        default="other",
    ).astype(object)


def _types(people: pd.DataFrame, married: Flags) -> Strings:
    """Name the household after the adult who heads it: a couple before a parent."""
    position = _positions(people)
    own = np.select(
        [
            position == "institution",
            (position == "partner_with_children") & married,
            position == "partner_with_children",
            (position == "partner_without_children") & married,
            position == "partner_without_children",
            position == "single_parent",
            position == "single",
        ],
        [
            "institution",
            "married_parents",
            "unmarried_parents",
            "married_couple",
            "unmarried_couple",
            "one_parent",
            "single",
        ],
        default="other",
    ).astype(object)
    heads: Ints = people["household"].to_numpy()
    return own[heads]


def _married(people: pd.DataFrame, rng: np.random.Generator) -> Flags:
    """Decide per couple, by the partner with the higher row number."""
    partner = people["partner"].to_numpy()
    chance = people["part"].map(_MARRIED).astype(np.float64)
    by_age = np.interp(people["age"], [20, 30, 45, 65], [0.05, 0.36, 0.74, 0.92])
    likely = chance.fillna(pd.Series(by_age, index=people.index)).to_numpy()
    # Parents are married more often than others.
    likely = likely + np.where(people["youngest_child_age"].notna(), 0.08, -0.06)
    draw = rng.random(len(people)) < likely
    decides = np.maximum(partner, np.arange(len(people)))
    return np.asarray((partner >= 0) & draw[decides])


def _marital(people: pd.DataFrame, married: Flags, rng: np.random.Generator) -> Strings:
    """Give those without a partner at home a past, by age; a few a spouse elsewhere."""
    age, draw = people["age"].to_numpy(), rng.random(len(people))
    adult = (people["role"] != "child").to_numpy() & (age >= 21)
    widowed = adult & (draw < np.interp(age, [45, 65, 80, 95], [0.0, 0.1, 0.45, 0.8]))
    divorced = adult & (
        draw > 1 - np.interp(age, [24, 40, 55, 75], [0.0, 0.2, 0.4, 0.3])
    )
    alone = people["partner"].to_numpy() < 0
    away = (
        alone
        & adult
        & (people["cluster"] > 0).to_numpy()
        & (draw > 0.42)
        & (draw < 0.46)
    )
    return np.select(
        [married | away, widowed & alone, divorced],
        ["married", "widowed", "divorced"],
        default="never_married",
    ).astype(object)
