"""Children at home: those under 16, and the pupils of cluster 7 with their parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.couples import earlier_stays
from clusters.synthetic.draws import highest
from clusters.synthetic.figures import NETHERLANDS
from clusters.synthetic.parts import LIVES

if TYPE_CHECKING:
    from clusters.synthetic.draws import Floats, Ints

# A few days under 16, so that rounding to whole days makes nobody 16.
NEWCOMERS_ARE_ADULT = 15.99
_FIRST_BIRTH = 19.0
_FIRST_FATHERHOOD = 17.0
_YOUNGEST_PARENT = 18.0  # of a pupil
# One, two, three or four children: our choice.
_FAMILY_SIZES = (0.48, 0.37, 0.12, 0.03)
# Share of the pupils living with planted parents; the parents of the others came
# before the window opened.
_PLANTED_PARENTS = 0.5


def parents_of(people: pd.DataFrame) -> pd.DataFrame:
    """Return one row per household: its mother and father (-1 for none) and ages."""
    adults = people[people["role"].isin(["head", "partner"])]
    sides = {}
    for name, side in (("mother", True), ("father", False)):
        own = adults[adults["woman"] == side].drop_duplicates("household")
        sides[name] = pd.Series(own.index, index=own["household"].to_numpy())
    homes = pd.DataFrame(sides).sort_index()
    known = homes.fillna(-1).astype(np.int64)
    ages = {f"{name}_age": homes[name].map(people["age"]).to_numpy() for name in known}
    return known.assign(**ages)


def draw_children(
    people: pd.DataFrame,
    homes: pd.DataFrame,
    oldest: float,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Draw the children under ``oldest`` of the parents in ``homes``.

    The parent who carries the age limits is the mother, or a father on his own. A
    child older than that parent's stay came along from abroad.
    """
    parent = np.where(homes["mother"] >= 0, homes["mother"], homes["father"])
    age = people["age"].to_numpy()[parent]
    room = np.minimum(age - _FIRST_BIRTH, oldest)
    room = np.minimum(room, _fathers_age(people, homes) - _FIRST_FATHERHOOD)
    latest = np.maximum(age - 45.0, 0.0)
    able = room > latest + 0.1
    homes, parent = homes[able], parent[able]
    youngest = (latest + (room - latest) * rng.beta(1.0, 1.9, len(room)))[able]
    number = rng.choice(4, size=len(homes), p=_FAMILY_SIZES) + 1
    home = np.repeat(np.arange(len(homes)), number)
    order = np.arange(len(home)) - np.repeat(np.cumsum(number) - number, number)
    gaps = order * rng.uniform(1.4, 3.4, len(home))
    ages = youngest[home] + gaps
    fits = (ages < oldest) & (ages < room[able][home])
    return _as_children(people, homes, home[fits], ages[fits], parent, rng)


def _fathers_age(people: pd.DataFrame, homes: pd.DataFrame) -> Floats:
    father = homes["father"].to_numpy()
    return np.where(father >= 0, people["age"].to_numpy()[father], np.inf)


def _as_children(
    people: pd.DataFrame,
    homes: pd.DataFrame,
    home: Ints,
    ages: Floats,
    parent: Ints,
    rng: np.random.Generator,
) -> pd.DataFrame:
    stay = people["stay"].to_numpy()[parent[home]]
    came = ages > stay  # never for a parent who was born here
    birth = np.where(
        came, people["birth_country"].to_numpy()[parent[home]], NETHERLANDS
    )
    return pd.DataFrame(
        {
            "part": np.where(ages < 16, "children", "schooling"),
            "career": 0.5 * people["career"].to_numpy()[parent[home]]
            + 0.85 * rng.standard_normal(len(home)),
            "woman": rng.random(len(home)) < 0.488,
            "age": ages,
            "stay": np.where(came, stay, np.nan),
            "birth_country": birth,
            "roots": birth,
            "cluster": 0,
            "partner": -1,
            "mother": homes["mother"].to_numpy()[home],
            "father": homes["father"].to_numpy()[home],
            "household": homes.index.to_numpy()[home],
            "role": "child",
        }
    )


def homes_with_children(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Choose which households of planted persons have children under 16.

    A woman of cluster 4 decides for her household, otherwise its head does. Who
    wishes for a family and has the years for it comes first.
    """
    deciders = people[people["cluster"] > 0]
    deciders = deciders.assign(first=deciders["part"] != "partners")
    deciders = deciders[deciders["role"] != "child"].sort_values(
        ["first", "role"], kind="stable"
    )
    deciders = deciders.drop_duplicates("household")
    chosen = []
    for (part, coupled), group in deciders.groupby(["part", "coupled"]):
        life = LIVES[str(part)]
        share = life.children if coupled else life.lone_parents
        leaning = group["family"].to_numpy() + 0.5 * rng.standard_normal(len(group))
        # Few men bring up children on their own.
        leaning = leaning + (0 if coupled else 1.5) * group["woman"].to_numpy()
        chosen.append(group["household"].to_numpy()[highest(leaning, share)])
    homes = parents_of(people)
    return homes.loc[np.sort(np.concatenate(chosen))]


def place_pupils(
    people: pd.DataFrame, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Bring pupils living at home to planted parents; they then share their origin.

    A pupil came together with the parent or up to a year later.
    """
    homes = _homes_for_pupils(people, window)
    pupils = people.index[(people["role"] == "child") & (people["household"] < 0)]
    result = people.assign(mother=-1, father=-1)
    for tenure, group in people.loc[pupils].groupby("tenure"):
        children, chosen = _match(group, homes[homes["tenure"] == tenure], rng)
        result.loc[children, "household"] = chosen.index.to_numpy()
        result.loc[children, "mother"] = chosen["mother"].to_numpy()
        result.loc[children, "father"] = chosen["father"].to_numpy()
        country = people["birth_country"].to_numpy()[chosen["lead"]]
        result.loc[children, "birth_country"] = country
        later = rng.uniform(0, 1, len(chosen)) * rng.integers(0, 2, len(chosen))
        stay = np.maximum(chosen["stay"].to_numpy() - later, 0.1)
        result.loc[children, "stay"] = stay
    return result


def _homes_for_pupils(people: pd.DataFrame, window: float) -> pd.DataFrame:
    """Return the homes of planted parents who are old enough and long enough here."""
    homes = parents_of(people)
    lead = np.where(homes["mother"] >= 0, homes["mother"], homes["father"])
    homes = homes.assign(
        lead=lead,
        tenure=people["tenure"].to_numpy()[lead],
        stay=people["stay"].to_numpy()[lead],
        youngest=homes[["mother_age", "father_age"]].min(axis="columns"),
    )
    fit = homes["youngest"].between(37, 58)
    fit &= homes["stay"].between(0.66 * window, window)
    return homes[fit & (people["cluster"].to_numpy()[lead] > 0)]


def _match(
    group: pd.DataFrame, free: pd.DataFrame, rng: np.random.Generator
) -> tuple[Ints, pd.DataFrame]:
    """Match at most one pupil to a home: the oldest pupils to the oldest parents."""
    number = min(round(_PLANTED_PARENTS * len(group)), len(free))
    children = group.iloc[rng.choice(len(group), size=number, replace=False)]
    chosen = free.iloc[rng.choice(len(free), size=number, replace=False)]
    children, chosen = children.sort_values("age"), chosen.sort_values("youngest")
    gap = chosen["youngest"].to_numpy() - children["age"].to_numpy()
    enough = gap > _YOUNGEST_PARENT
    return children.index.to_numpy()[enough], chosen[enough]


def parents_for_pupils(
    people: pd.DataFrame, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Make parents, earlier immigrants, for the pupils who have none yet.

    The mother is always there, the father in seven homes of ten. Their rows follow
    those of ``people``: mothers first, then fathers.
    """
    pupils = people[(people["role"] == "child") & (people["household"] < 0)]
    mother_age = pupils["age"].to_numpy() + rng.uniform(20, 36, len(pupils))
    has_father = rng.random(len(pupils)) < 0.7
    mother = len(people) + np.arange(len(pupils))
    father = len(people) + len(pupils) + np.cumsum(has_father) - 1
    ages = np.concatenate(
        [mother_age, (mother_age + rng.uniform(-1, 7, len(pupils)))[has_father]]
    )
    births = pupils["birth_country"].to_numpy()
    births = np.concatenate([births, births[has_father]])
    native = np.zeros(len(ages), dtype=bool)
    return pd.DataFrame(
        {
            "part": "earlier",
            "career": rng.standard_normal(len(ages)),
            "woman": np.arange(len(ages)) < len(pupils),
            "age": ages,
            "stay": earlier_stays(ages, native, window, rng),
            "birth_country": births,
            "roots": births,
            "cluster": 0,
            "partner": np.concatenate(
                [np.where(has_father, father, -1), mother[has_father]]
            ),
            "household": np.concatenate([pupils.index, pupils.index[has_father]]),
            "role": np.where(np.arange(len(ages)) < len(pupils), "head", "partner"),
            "child": np.concatenate([pupils.index, pupils.index[has_father]]),
        }
    )
