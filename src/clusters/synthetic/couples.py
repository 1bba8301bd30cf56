"""Who lives with whom: planted persons find partners, housemates and homes.

Couples form inside a tenure, because partners share a home. The women of cluster 4
are mostly the partners of the employees of cluster 1, the flexible workers of
cluster 3 and the settled of cluster 5; who finds nobody among the planted gets a
partner from outside, a native or an earlier immigrant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.figures import CLUSTERS, NETHERLANDS
from clusters.synthetic.parts import LIVES

if TYPE_CHECKING:
    from clusters.synthetic.draws import Flags, Floats, Ints

TENURES = ("owned", "social_rent", "private_rent", "unknown")

# Share of the women of cluster 4 who live with a man of another cluster, and share of
# the remaining couples formed inside a cluster: our choice.
_HOSTS = (
    ("owned", 5, 0.60),
    ("social_rent", 3, 0.30),
    ("social_rent", 6, 0.05),
    ("private_rent", 1, 0.62),
    ("private_rent", 3, 0.10),
    ("unknown", 1, 0.40),
)
_INSIDE = {1: 0.50, 2: 0.70, 3: 0.45, 4: 0.0, 5: 0.55, 6: 0.75, 7: 0.10}
_SAME_ORIGIN = 0.75
# A partner from outside is a native for this share; the others came before the
# planted did.
_NATIVE_PARTNER = {1: 0.35, 2: 0.50, 3: 0.25, 4: 0.40, 5: 0.45, 6: 0.10, 7: 0.30}


def form_couples(planted: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Pair planted persons; add the columns partner, household and role.

    Partners and households are row numbers; -1 is nobody yet.
    """
    partner = np.full(len(planted), -1)
    tenure, cluster = planted["tenure"].to_numpy(), planted["cluster"].to_numpy()
    woman, coupled = planted["woman"].to_numpy(), planted["coupled"].to_numpy()

    def marry(women: Flags, men: Flags, share: float) -> None:
        free = coupled & (partner < 0)
        wives, husbands = np.flatnonzero(women & free), np.flatnonzero(men & free)
        number = min(round(share * len(wives)), len(husbands))
        first, second = _pair(planted, wives, husbands, number, rng)
        partner[first], partner[second] = second, first

    for where, host, share in _HOSTS:
        home = tenure == where
        marry(home & woman & (cluster == 4), home & ~woman & (cluster == host), share)
    for number in CLUSTERS:
        for where in TENURES:
            here = (tenure == where) & (cluster == number)
            marry(here & woman, here & ~woman, _INSIDE[number])
    return _move_in(planted, partner, rng)


def _pair(
    planted: pd.DataFrame,
    women: Ints,
    men: Ints,
    number: int,
    rng: np.random.Generator,
) -> tuple[Ints, Ints]:
    """Pair a random ``number`` of both, the like with the like in age and stay."""

    def in_order(people: Ints) -> Ints:
        chosen = rng.choice(people, size=number, replace=False)
        like = planted["age"].to_numpy()[chosen] + planted["stay"].to_numpy()[chosen]
        ordered: Ints = chosen[np.argsort(like + 2.5 * rng.standard_normal(number))]
        return ordered

    return in_order(women), in_order(men)


def _move_in(
    planted: pd.DataFrame, partner: Ints, rng: np.random.Generator
) -> pd.DataFrame:
    """Give each couple one household; the partner mostly comes from the same country.

    The woman of a couple joins the man's household when she is in cluster 4, else the
    first of the two is its head.
    """
    rows = np.arange(len(planted))
    follows = (partner >= 0) & (
        (planted["part"] == "partners").to_numpy()
        | ((partner < rows) & (planted["part"].to_numpy()[partner] != "partners"))
    )
    household = np.where(follows, partner, rows)
    role = np.where(follows, "partner", "head").astype(object)
    birth = planted["birth_country"].to_numpy()
    alike = follows & (rng.random(len(planted)) < _SAME_ORIGIN)
    at_home = planted["at_home"].to_numpy()
    shared = planted.assign(
        partner=partner,
        household=np.where(at_home, -1, household),
        role=np.where(at_home, "child", role),
        birth_country=np.where(alike, birth[partner], birth),
    )
    return _share_homes(shared, rng)


def _share_homes(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Let some who are alone share a household two by two with others like them."""
    household, role = people["household"].to_numpy().copy(), people["role"].to_numpy()
    role = role.copy()
    alone = ~people["coupled"].to_numpy() & (role == "head")
    chance = people["part"].map({part: life.sharing for part, life in LIVES.items()})
    sharing = alone & (rng.random(len(people)) < chance.to_numpy())
    for _, rows in people[sharing].groupby(["cluster", "tenure"]):
        keys = rng.permutation(rows.index.to_numpy())
        hosts, guests = keys[: len(keys) // 2], keys[len(keys) // 2 :][: len(keys) // 2]
        household[guests], role[guests] = hosts, "other"
    return people.assign(household=household, role=role)


def outside_partners(
    people: pd.DataFrame, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Make a partner for everybody who has none yet but lives with one."""
    waiting = np.flatnonzero(
        (people["coupled"] & (people["partner"] < 0)).to_numpy(dtype=bool)
    )
    met = people.iloc[waiting]
    woman = ~met["woman"].to_numpy()
    gap = np.where(woman, -2.0, 2.0) + 3.5 * rng.standard_normal(len(met))
    age = np.clip(met["age"].to_numpy() + gap, 18.5, 90)
    native = rng.random(len(met)) < met["cluster"].map(_NATIVE_PARTNER).to_numpy()
    native |= age < window + 4
    birth = np.where(native, NETHERLANDS, met["birth_country"].to_numpy())
    return pd.DataFrame(
        {
            "part": np.where(native, "natives", "earlier"),
            "career": 0.5 * met["career"].to_numpy()
            + 0.85 * rng.standard_normal(len(met)),
            "woman": woman,
            "age": age,
            "stay": earlier_stays(age, native, window, rng),
            "birth_country": birth,
            "roots": birth,
            "cluster": 0,
            "partner": waiting,
            "household": met["household"].to_numpy(),
            "role": "partner",
        }
    )


def earlier_stays(
    age: Floats, native: Flags, window: float, rng: np.random.Generator
) -> Floats:
    """Draw how long earlier immigrants have been here: longer than the window."""
    years = window + 0.02 + (age - window - 0.03) * rng.beta(1.1, 2.0, len(age))
    return np.where(native, np.nan, years)
