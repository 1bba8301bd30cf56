"""The published figures and our own choices that the synthetic city follows."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pandas as pd

# Columns of the published counts, in the printed order, and the name of each group in
# the published list of countries.
ORIGIN_GROUPS = (
    "NL",
    "INDONESIA",
    "BELGIUM",
    "TURKEY",
    "MOROCCO",
    "ANGLO",
    "GERMAN",
    "SCAND",
    "MEDIT",
    "CEE",
    "ARAB",
    "LATAM",
    "SSA",
    "SASIA",
    "CASIA",
    "SEAPAC",
    "EASIA",
    "WINDIES",
)
NETHERLANDS = "6030"
CLUSTERS = tuple(range(1, 8))


def _read(name: str) -> pd.DataFrame:
    # Nothing is read as a missing value by its spelling, and codes keep their zeros.
    with (files("clusters.synthetic") / name).open(encoding="utf-8") as file:
        return pd.read_csv(file, dtype=str, keep_default_na=False)


@cache
def cluster_profiles() -> pd.DataFrame:
    """Return share, stay, incomes and tenure per published cluster, by number."""
    table = _read("published/cluster_profiles.csv").query("cluster != 'total'")
    numbers = table.drop(columns=[name for name in table if "label" in name])
    numbers = numbers.apply(pd.to_numeric)
    return numbers.set_index("cluster")


@cache
def tenure_shares() -> pd.DataFrame:
    """Return the share of each tenure per cluster, summing to one.

    The printed percentages are rounded and add to 99 or 101 for some clusters.
    """
    printed = cluster_profiles()[
        ["own_pct", "social_rent_pct", "private_rent_pct", "tenure_unknown_pct"]
    ].set_axis(["owned", "social_rent", "private_rent", "unknown"], axis="columns")
    return printed.div(printed.sum(axis="columns"), axis="index")


@cache
def origin_counts(year: int) -> pd.Series:
    """Return inhabitants per origin group in the published year nearest to ``year``."""
    table = _read("published/origin18_counts.csv").set_index("year")
    table = table.set_axis(list(ORIGIN_GROUPS), axis="columns").astype(int)
    published = table.index.astype(int)
    nearest = min(max(year, published.min()), published.max())
    return table.loc[str(nearest)]


@cache
def type_counts() -> pd.DataFrame:
    """Return internationals per type (columns) and year; between years in equal steps.

    Before the first published year of a type the first holds, after the last the last;
    of status holders nothing was known before the first.
    """
    table = _read("published/types_by_year.csv").set_index("year")
    counts = table.apply(pd.to_numeric).set_axis(table.index.astype(int))
    known_since = {
        name: 0 for name in ("status_holder", "status_family") if name in counts
    }
    filled = counts.interpolate(limit_area="inside").ffill()
    return filled.fillna(known_since).bfill()


@cache
def countries() -> pd.DataFrame:
    """Return the countries we draw from, with group, nationality and our weights."""
    table = _read("choices/countries.csv").set_index("country")
    weights = table[["newcomers", "earlier"]].astype(float)
    return table.assign(**{name: weights[name] for name in weights})


@cache
def group_of_country() -> dict[str, str]:
    """Return the origin group of each country code that can occur."""
    table = _read("published/origin18_countries.csv").set_index("brp_code")
    return {**table["group"], **countries()["group"]}


@cache
def neighbourhoods() -> pd.DataFrame:
    """Return the neighbourhoods with their inhabitants and numbers by type.

    Counts the city hid as "<10" become 5, the middle of what they can be.
    """
    table = _read("published/neighbourhoods.csv").set_index("neighbourhood")
    types = [name for name in table if name.endswith(("_2017", "_2019"))]
    counts = table[types].replace({"<10": "5", "": "0"}).astype(float)
    places = table[["lat", "lon", "inhabitants"]].astype(float)
    dominant = table["dominant_cluster"].str.extract(r"Cluster (\d)")[0]
    return table.assign(
        **{name: counts[name] for name in counts},
        **{name: places[name] for name in places},
        dominant_cluster=dominant.fillna("0").astype(int),
    )


def published_dominant() -> dict[str, str]:
    """Return the number of the published largest cluster, by neighbourhood.

    Empty where the city had too few observations; what it did not draw is absent.
    """
    table = _read("published/neighbourhoods.csv").set_index("neighbourhood")
    told = table["dominant_cluster"]
    drawn = told[told.str.startswith(("Cluster", "Te weinig"))]
    numbers = drawn.str.extract(r"^Cluster (\d)$")[0].fillna("")
    return {str(area): str(number) for area, number in numbers.items()}
