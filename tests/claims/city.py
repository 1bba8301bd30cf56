"""Small made-up deliveries of every shape, for tests of what a report claims of them.

Nothing here is taken from the made-up Eindhoven: kinds of people are drawn at random,
so that ties, gaps and odd shares turn up that nobody thought of.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from hypothesis import strategies as st

if TYPE_CHECKING:
    from numpy.random import Generator

ON = date(2019, 1, 1)
NETHERLANDS = "6030"
_COUNTRIES = ("7028", "7046", "6043", "5022", "6024", "5009")
_ANSWERS = {
    "sex": ("man", "woman"),
    "household_position": (
        "single", "partner_without_children", "partner_with_children", "child",
    ),
    "income_source": (
        "employee", "self_employed", "social_assistance", "student", "none",
    ),
    "education": ("primary", "upper_secondary", "bachelor", "master"),
    "tenure": ("owned", "social_rent", "private_rent"),
    "dwelling_type": ("terraced", "apartment", "detached"),
}  # fmt: skip

STUDY = """
[study]
name = "claims"
place = "Proefstad"
municipality = "0772"
reference_date = 2019-01-01
language = "{language}"
[extract]
layout = "person"
[extract.tables]
persons = "persons.parquet"
[population]
definition = "born_abroad"
minimum_age = 16
{since}
[features]
use = ["age", "sex", "household_position", "minor_children", "years_in_country",
       "income_source", "education", "tenure"]
[clustering]
clusters = {clusters}
starts = 2
seed = 1
stability_samples = {samples}
compare_with_noise = false
[report]
drilldown = ["dwelling_type", "origin"]
{maps}
"""


@dataclass(frozen=True)
class City:
    """What is drawn of a city and of the study on it.

    Attributes
    ----------
    seed
        Of everything that is not named here.
    persons
        Residents, of whom about three in five were born abroad.
    kinds
        How many kinds of people there are.
    clusters
        How many the study asks for.
    unknown
        The share of people of every second kind whose education nobody knows.
    undated
        The share of those born abroad who have no date of arrival.
    sameness
        How alike kinds are: the concentration of the draws of their answers.
    early
        The share of those born abroad who came before 2010.
    since
        The first year of arrival that is studied, if any.
    areas
        How many neighbourhoods people live in; none for no map.
    samples
        Halves in which the clusters are looked for again.
    language
        Of the report.
    """

    seed: int
    persons: int
    kinds: int
    clusters: int
    unknown: float
    undated: float
    sameness: float
    early: float
    since: int | None
    areas: int
    samples: int
    language: str


cities = st.builds(
    City,
    seed=st.integers(0, 10_000),
    persons=st.integers(700, 2_500),
    kinds=st.integers(1, 8),
    clusters=st.integers(2, 12),
    unknown=st.sampled_from([0.0, 0.1, 0.35, 0.6, 0.95]),
    undated=st.sampled_from([0.0, 0.02, 0.2]),
    sameness=st.sampled_from([0.3, 1.0, 5.0]),
    early=st.sampled_from([0.0, 0.3, 0.7]),
    since=st.sampled_from([None, 2010]),
    areas=st.sampled_from([0, 0, 6, 40]),
    samples=st.sampled_from([0, 4]),
    language=st.sampled_from(["nl", "en"]),
)


def persons_of(city: City) -> pd.DataFrame:
    """Return the residents, a row each, as a municipality would deliver them."""
    dice = np.random.default_rng(city.seed)
    kinds = dice.choice(city.kinds, size=city.persons, p=_sizes(dice, city.kinds))
    columns: dict[str, object] = {
        "person_id": [f"p{number:05d}" for number in range(city.persons)],
        "municipality": "0772",
    }
    for name, codes in _ANSWERS.items():
        odds = dice.dirichlet(np.full(len(codes), city.sameness), size=city.kinds)
        columns[name] = _drawn(dice, codes, odds, kinds)
    persons = pd.DataFrame(columns)
    gone = (kinds % 2 == 0) & (dice.random(city.persons) < city.unknown)
    persons["education"] = persons["education"].mask(gone)
    born = _born(dice, kinds, city.kinds)
    persons["birth_date"] = born
    with_children = persons["household_position"] == "partner_with_children"
    children = dice.integers(1, 4, size=city.persons)
    persons["minor_children"] = np.where(with_children, children, 0)
    return persons.assign(**_origins(dice, born, city), **_homes(dice, kinds, city))


def study_of(city: City) -> str:
    """Return the study file of a city."""
    return STUDY.format(
        language=city.language,
        clusters=city.clusters,
        samples=city.samples,
        since=f"arrived_since = {city.since}" if city.since else "",
        maps='maps = "eindhoven"' if city.areas else "",
    )


def deliver(city: City, folder: Path) -> Path:
    """Write the delivery and the study into a folder; return the study file."""
    persons_of(city).to_parquet(folder / "persons.parquet", index=False)
    study = folder / "config" / "claims.toml"
    study.write_text(study_of(city), "utf-8")
    return study


def _sizes(dice: Generator, kinds: int) -> np.ndarray:
    """Return the shares of the kinds; now and then two are exactly as likely."""
    sizes = dice.dirichlet(np.full(kinds, 4.0))
    if kinds > 1 and dice.random() < 0.3:
        sizes[:2] = sizes[:2].mean()
    return sizes / sizes.sum()


def _drawn(
    dice: Generator, codes: tuple[str, ...], odds: np.ndarray, kinds: np.ndarray
) -> list[str]:
    edges = odds.cumsum(axis=1)[kinds]
    places = (dice.random((len(kinds), 1)) > edges).sum(axis=1)
    return [codes[min(place, len(codes) - 1)] for place in places]


def _born(dice: Generator, kinds: np.ndarray, count: int) -> pd.Series:
    middle = dice.uniform(18, 60, size=count)[kinds]
    years = np.clip(dice.normal(middle, 8), 0, 95)
    return pd.Series(
        pd.Timestamp(ON) - pd.to_timedelta((years * 365.25).astype(int) + 1, unit="D")
    ).astype("datetime64[s]")


def _origins(dice: Generator, born: pd.Series, city: City) -> dict[str, object]:
    foreign = dice.random(city.persons) < 0.6
    countries = dice.choice(_COUNTRIES, size=city.persons)
    is_early = dice.random(city.persons) < city.early
    ago = np.where(
        is_early,
        dice.integers(3_300, 9_000, size=city.persons),
        dice.integers(1, 3_280, size=city.persons),
    )
    came = pd.Timestamp(ON) - pd.to_timedelta(ago, unit="D")
    came = pd.Series(came).astype("datetime64[s]")
    came = came.where(came > born, born + pd.Timedelta(days=1))
    came = came.where(came < pd.Timestamp(ON), pd.Timestamp(ON) - pd.Timedelta(days=1))
    known = foreign & (dice.random(city.persons) >= city.undated)
    here = np.where(foreign, countries, NETHERLANDS)
    return {
        "birth_country": here,
        "birth_country_mother": here,
        "birth_country_father": here,
        "arrival_date": came.where(known),
    }


def _homes(dice: Generator, kinds: np.ndarray, city: City) -> dict[str, object]:
    if not city.areas:
        return {}
    outlines = files("clusters.perspectives") / "reference" / "eindhoven_areas.geojson"
    areas = json.loads(outlines.read_text("utf-8"))["features"]
    codes = [each["properties"]["neighbourhood"] for each in areas][: city.areas]
    odds = dice.dirichlet(np.full(len(codes), 1.0), size=city.kinds)
    return {"neighbourhood": _drawn(dice, tuple(codes), odds, kinds)}
