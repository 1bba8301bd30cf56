"""Everybody else: earlier immigrants, the second generation and natives.

They fill the city up to its published counts by origin. Households are drawn one
after another until an origin is full; what is then left are people living alone.
Shares in this module are our choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.children import draw_children
from clusters.synthetic.couples import earlier_stays
from clusters.synthetic.figures import NETHERLANDS, ORIGIN_GROUPS
from clusters.synthetic.origins import countries_in, origin_groups, parents_births

if TYPE_CHECKING:
    from clusters.synthetic.draws import Flags, Floats, Strings

# Share of the household heads of each origin who were born abroad, and mean age of
# the heads born here: old migrations have grown second generations.
_BORN_ABROAD = {
    "INDONESIA": 0.28, "BELGIUM": 0.40, "GERMAN": 0.32, "TURKEY": 0.62,
    "MOROCCO": 0.60, "WINDIES": 0.66, "MEDIT": 0.48,
}  # fmt: skip
_BORN_ABROAD_ELSE = 0.80
_OLD_SECOND_GENERATION = ("INDONESIA", "BELGIUM", "GERMAN")
_SAME_ORIGIN_PARTNER = 0.72
_LIVING_AT_HOME_UNTIL = 25.0
_IN_INSTITUTION_FROM = 80.0


def fill_city(
    settled: pd.DataFrame,
    targets: pd.Series,
    window: float,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Return the city: ``settled`` and background people, to the counts in targets."""
    people = settled
    present = pd.Series(origin_groups(people)).value_counts()
    missing = (targets - present.reindex(targets.index, fill_value=0)).clip(lower=0)
    abroad = [group for group in ORIGIN_GROUPS if group != "NL"]
    people = _append(people, _households(missing[abroad], window, rng))
    left = int(targets.sum()) - len(people)
    return _append(people, _households(pd.Series({"NL": max(left, 0)}), window, rng))


def _append(people: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """Put new people under the others; their row numbers move up by as many rows."""
    moved = {
        name: np.where(more[name] >= 0, more[name] + len(people), -1)
        for name in ("partner", "mother", "father", "household")
    }
    return pd.concat([people, more.assign(**moved)], ignore_index=True)


def _households(
    wanted: pd.Series, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Draw households until every origin has the wanted number of people."""
    groups = np.repeat(wanted.index.to_numpy(dtype=object), wanted.to_numpy())
    heads = _heads(groups, window, rng)
    partners = _partners(heads, window, rng)
    adults = pd.concat([heads, partners], ignore_index=True)
    adults["partner"] = adults["partner"].fillna(-1).astype(np.int64)
    adults.loc[partners["partner"], "partner"] = np.arange(len(heads), len(adults))
    adults["mother"] = adults["father"] = -1
    children = draw_children(
        adults, _parents(adults, len(heads), rng), _LIVING_AT_HOME_UNTIL, rng
    )
    everybody = pd.concat([adults, children], ignore_index=True)
    return _cut(parents_births(everybody, rng), groups, wanted, rng)


def _heads(groups: Strings, window: float, rng: np.random.Generator) -> pd.DataFrame:
    """Draw the head of every household that may be needed: one per wanted person."""
    size = len(groups)
    born_here = groups == "NL"
    share = pd.Series(groups).map(_BORN_ABROAD).fillna(_BORN_ABROAD_ELSE).to_numpy()
    abroad = ~born_here & (rng.random(size) < share)
    roots = countries_in(groups, "earlier", rng)
    return pd.DataFrame(
        {
            "career": rng.standard_normal(size),
            "woman": rng.random(size) < 0.47,
            "age": (age := _head_ages(groups, abroad, window, rng)),
            "stay": earlier_stays(age, ~abroad, window, rng),
            "birth_country": np.where(abroad, roots, NETHERLANDS),
            "roots": roots,
            "partner": -1,
            "household": np.arange(size),
            "role": "head",
        }
    )


def _head_ages(
    groups: Strings, abroad: Flags, window: float, rng: np.random.Generator
) -> Floats:
    size = len(groups)
    old = np.isin(groups, _OLD_SECOND_GENERATION)
    native = groups == "NL"
    spread = np.where(native, rng.beta(1.35, 1.45, size), rng.beta(1.6, 2.6, size))
    young = rng.beta(1.3, 2.6, size)
    ages = np.where(
        native,
        19 + 76 * spread,
        np.where(
            abroad, 21 + 70 * spread, np.where(old, 24 + 60 * spread, 18.5 + 42 * young)
        ),
    )
    return np.maximum(ages, np.where(abroad, window + 3, 0))


def _partners(
    heads: pd.DataFrame, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Give heads a partner by age; origin mostly the same, else native."""
    age = heads["age"].to_numpy()
    chance = np.interp(
        age, [18, 25, 32, 45, 65, 80, 95], [0.04, 0.3, 0.6, 0.66, 0.66, 0.5, 0.2]
    )
    with_partner = rng.random(len(heads)) < chance
    met = heads[with_partner]
    woman = ~met["woman"].to_numpy()
    gap = np.where(woman, -2.0, 2.0) + 3.5 * rng.standard_normal(len(met))
    ages = np.clip(met["age"].to_numpy() + gap, 18.5, 97)
    same = rng.random(len(met)) < _SAME_ORIGIN_PARTNER
    abroad = (
        same & (met["birth_country"] != NETHERLANDS).to_numpy() & (ages > window + 3)
    )
    roots = np.where(same, met["roots"], NETHERLANDS)
    return pd.DataFrame(
        {
            "career": 0.5 * met["career"].to_numpy()
            + 0.85 * rng.standard_normal(len(met)),
            "woman": woman,
            "age": ages,
            "stay": earlier_stays(ages, ~abroad, window, rng),
            "birth_country": np.where(abroad, roots, NETHERLANDS),
            "roots": roots,
            "partner": met["household"].to_numpy(),
            "household": met["household"].to_numpy(),
            "role": "partner",
        }
    )


def _parents(
    adults: pd.DataFrame, heads: int, rng: np.random.Generator
) -> pd.DataFrame:
    """Choose the homes with children: most couples, some on their own."""
    head = adults.iloc[:heads]
    coupled = (head["partner"] >= 0).to_numpy()
    woman = head["woman"].to_numpy()
    chance = np.where(coupled, 0.64, np.where(woman, 0.22, 0.04))
    # Under 28 few have children yet.
    chance = chance * np.interp(head["age"], [22, 30, 34], [0.05, 0.55, 1.0])
    own, other = np.arange(heads), head["partner"].to_numpy()
    homes = pd.DataFrame(
        {"mother": np.where(woman, own, other), "father": np.where(woman, other, own)}
    )
    return homes[rng.random(heads) < chance]


def _cut(
    people: pd.DataFrame,
    groups: Strings,
    wanted: pd.Series,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Keep whole households up to the wanted counts, then people living alone."""
    origin, household = origin_groups(people), people["household"].to_numpy()
    # For natives everybody counts, for the others those of the head's origin.
    counted = (origin == groups[household]) | (groups[household] == "NL")
    sizes = np.bincount(household[counted], minlength=len(groups))
    total = pd.Series(sizes).groupby(groups).cumsum().to_numpy()
    limit = pd.Series(groups).map(wanted).to_numpy()
    whole = total <= limit
    reached = pd.Series(np.where(whole, total, 0)).groupby(groups).max()
    left = (wanted - reached.reindex(wanted.index, fill_value=0)).astype(int)
    nth = pd.Series(~whole).groupby(groups).cumsum().to_numpy()
    alone = ~whole & (nth <= pd.Series(groups).map(left).to_numpy())
    keep = whole[household] | (alone[household] & (people["role"] == "head").to_numpy())
    return _renumber(people, keep)


def _renumber(people: pd.DataFrame, keep: Flags) -> pd.DataFrame:
    """Drop rows and point partner, parents and household to the rows that stay."""
    place = np.append(np.where(keep, np.cumsum(keep) - 1, -1), -1)
    kept = people[keep]
    links = {
        name: place[kept[name]] for name in ("partner", "mother", "father", "household")
    }
    age = kept["age"].to_numpy()
    adult = np.where(kept["stay"].notna(), "earlier", "natives")
    part = np.where(age < 16, "children", np.where(age < 22, "schooling", adult))
    return kept.assign(part=part, cluster=0, **links).reset_index(drop=True)
