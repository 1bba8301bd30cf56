"""From planted persons to a city full of households."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.background import fill_city
from clusters.synthetic.children import (
    NEWCOMERS_ARE_ADULT,
    draw_children,
    homes_with_children,
    parents_for_pupils,
    place_pupils,
)
from clusters.synthetic.couples import form_couples, outside_partners
from clusters.synthetic.draws import apportion
from clusters.synthetic.figures import origin_counts
from clusters.synthetic.origins import (
    nationalities,
    newcomer_countries,
    parents_births,
)
from clusters.synthetic.planted import draw_planted

if TYPE_CHECKING:
    from collections.abc import Sequence

# People of 80 and over who live alone move to an institution for this share, about
# this many together: our choice.
_IN_INSTITUTION, _INSTITUTION_SIZE = 0.15, 40


def settle(
    residents: int, year: int, window: float, streams: Sequence[np.random.Generator]
) -> pd.DataFrame:
    """Draw all residents, with households and origins, one row each.

    Rows refer to one another by number: household (row of its head), partner, mother
    and father, -1 for nobody. Each stage has a random stream of its own, so that a
    change in one leaves the draws of the others alone.
    """
    planted = draw_planted(residents, window, streams[0])
    planted["birth_country"] = newcomer_countries(planted, streams[1])
    people = _families(form_couples(planted, streams[2]), window, streams[3])
    published = origin_counts(year)
    targets = pd.Series(apportion(residents, published), index=published.index)
    people = fill_city(parents_births(people, streams[4]), targets, window, streams[5])
    people = _institutions(people, streams[6])
    return people.assign(nationality=nationalities(people, streams[7]))


def _families(
    people: pd.DataFrame, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Complete the households of the planted with partners, parents and children."""
    partners = outside_partners(people, window, rng)
    met = partners["partner"].to_numpy()
    people.loc[met, "partner"] = np.arange(len(people), len(people) + len(met))
    people = pd.concat([people, partners], ignore_index=True)
    people = place_pupils(people, window, rng)
    people["roots"] = people["birth_country"]
    people = _add_parents(people, parents_for_pupils(people, window, rng))
    homes = homes_with_children(people, rng)
    children = draw_children(people, homes, NEWCOMERS_ARE_ADULT, rng)
    people = pd.concat([people, _with_motive(people, children)], ignore_index=True)
    return people.assign(motive=people["motive"].fillna("family"))


def _add_parents(people: pd.DataFrame, parents: pd.DataFrame) -> pd.DataFrame:
    """Give the waiting pupils the parents made for them; the mother heads the home."""
    rows = len(people) + np.arange(len(parents))
    child, woman = parents["child"].to_numpy(), parents["woman"].to_numpy()
    result = people.copy()
    result.loc[child[woman], "mother"] = rows[woman]
    result.loc[child[~woman], "father"] = rows[~woman]
    result.loc[child[woman], "household"] = rows[woman]
    homes = pd.Series(rows[woman], index=child[woman])
    parents = parents.assign(
        household=homes.loc[child].to_numpy(),
        tenure=people["tenure"].to_numpy()[child],
        mother=-1,
        father=-1,
    )
    return pd.concat([result, parents.drop(columns="child")], ignore_index=True)


def _with_motive(people: pd.DataFrame, children: pd.DataFrame) -> pd.DataFrame:
    """Children came with their family; those of refugees for asylum."""
    mother = np.where(children["mother"] >= 0, children["mother"], children["father"])
    asylum = people["motive"].to_numpy()[mother] == "asylum"
    return children.assign(motive=np.where(asylum, "asylum", "family"))


def _institutions(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Let some of the oldest who live alone share an institution."""
    alone = people.groupby("household")["age"].transform("size") == 1
    moving = alone & (people["age"] >= 80) & (rng.random(len(people)) < _IN_INSTITUTION)
    rows = rng.permutation(np.flatnonzero(moving.to_numpy()))
    first = rows[(np.arange(len(rows)) // _INSTITUTION_SIZE) * _INSTITUTION_SIZE]
    household, role = people["household"].to_numpy().copy(), people["role"].to_numpy()
    household[rows] = first
    role = role.copy()
    role[rows] = "institution"
    return people.assign(household=household, role=role)
