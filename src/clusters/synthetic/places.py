"""Where in the city people live: neighbourhood, district and grid square.

Planted households go where the published counts by type are high and the published
dominant cluster asks for them, immigrants where their origin is among the largest,
and natives fill every neighbourhood up to its inhabitants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import apportion
from clusters.synthetic.figures import CLUSTERS, group_of_country, neighbourhoods

if TYPE_CHECKING:
    from clusters.synthetic.draws import Floats, Ints

# The count that tells where a cluster lives, and the nine joined origins of the maps.
_TYPE_OF_CLUSTER = {
    1: ("knowledge_workers_2017",),
    2: ("students_2017", "knowledge_workers_2017", "labour_migrants_2017"),
    3: ("labour_migrants_2017",),
    4: ("children_2017", "partners_2017"),
    5: ("children_2017", "knowledge_workers_2017"),
    6: ("status_holders_2019",),
    7: ("children_2017", "students_2017"),
}
_NINE = {
    "Noord/West/Zuid-Europa en Angelsaksische landen": (
        "BELGIUM", "ANGLO", "GERMAN", "SCAND", "MEDIT",
    ),
    "Midden- en Oost Europa": ("CEE",),
    "Turkije": ("TURKEY",),
    "Marokko": ("MOROCCO",),
    "Arabische landen/Sub-Sahara-Afrika/Centraal Azië": ("ARAB", "SSA", "CASIA"),
    "Zuid- en Oost-Azië": ("SASIA", "EASIA"),
    "Voormalig Ned. Gebiedsdelen": ("INDONESIA", "WINDIES"),
    "Zuidoost-Azië, Pacific en Latijns Amerika": ("SEAPAC", "LATAM"),
}  # fmt: skip
_UNLISTED_SHARE = 2.0  # per cent, where an origin is not among the three largest
_MARGIN = 1.12  # by how much the dominant cluster leads the next
_METRES_PER_DEGREE = (69_400.0, 111_250.0)  # at the latitude of Eindhoven
_ORIGIN = (5.38720621, 52.15517440, 155_000.0, 463_000.0)  # Amersfoort, centre of RD
_PERSONS_PER_SQUARE = 90


def draw_places(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add municipality, district, neighbourhood and 100 m square per household."""
    table = neighbourhoods()
    home = people["household"].to_numpy()
    heads = np.unique(home)
    area = np.full(len(people), -1)
    area[heads] = _areas(people, heads, table, rng)
    area = area[home]
    square = np.full(len(people), "", dtype=object)
    square[heads] = _squares(area[heads], table, rng)
    return people.assign(
        municipality="0772",
        district=table["district"].to_numpy()[area],
        neighbourhood=table.index.to_numpy()[area],
        square=square[home],
    )


def _areas(
    people: pd.DataFrame, heads: Ints, table: pd.DataFrame, rng: np.random.Generator
) -> Ints:
    size = np.bincount(people["household"])[heads]
    room = apportion(len(people), table["inhabitants"]).astype(np.float64)
    cluster = _clusters(people)[heads]
    origin = people["birth_country"].map(group_of_country()).to_numpy()[heads]
    roots = people["roots"].map(group_of_country()).to_numpy()[heads]
    area = np.full(len(heads), -1)
    by_cluster = cluster_weights(table)
    for number in CLUSTERS:
        rows = np.flatnonzero(cluster == number)
        area[rows] = _spread(len(rows), by_cluster[number], rng)
    group = np.where(origin == "NL", roots, origin)
    for name in np.unique(group[group != "NL"]):
        rows = np.flatnonzero((area < 0) & (group == name))
        area[rows] = _spread(len(rows), _origin_weights(str(name), table), rng)
    filled = np.bincount(area[area >= 0], size[area >= 0], minlength=len(table))
    rest = rng.permutation(np.flatnonzero(area < 0))
    area[rest] = _fill(size[rest], np.maximum(room - filled, 0))
    return area


def _clusters(people: pd.DataFrame) -> Ints:
    """Return the planted cluster that decides where a household lives."""
    household, cluster = people["household"].to_numpy(), people["cluster"].to_numpy()
    result = np.zeros(len(people), dtype=np.int64)
    for number in (7, 4, 2, 3, 1, 6, 5):
        result[household[cluster == number]] = number
    return result


def cluster_weights(table: pd.DataFrame) -> dict[int, Floats]:
    """Return the share of each neighbourhood per cluster, dominant ones leading.

    Starts from the published numbers by type and lifts the published dominant cluster
    of each neighbourhood until it leads there; each cluster keeps its total.
    """
    shares = np.array(
        [table[list(_TYPE_OF_CLUSTER[c])].sum(axis="columns") for c in CLUSTERS]
    )
    shares = np.where(table["inhabitants"].to_numpy() > 0, shares + 0.5, 0.0)
    sizes = np.array([23, 19, 15, 14, 14, 8, 7], dtype=np.float64)
    # Households of clusters 4 and 7 mostly follow another cluster.
    leading = table["dominant_cluster"].to_numpy() - 1
    places = np.flatnonzero(leading >= 0)
    for _ in range(60):
        shares = shares / shares.sum(axis=1, keepdims=True) * sizes[:, None]
        others = shares[:, places].copy()
        others[leading[places], np.arange(len(places))] = 0
        lead = shares[leading[places], places]
        lift = np.maximum(others.max(axis=0) * _MARGIN / np.maximum(lead, 1e-9), 1.0)
        shares[leading[places], places] = lead * np.minimum(lift, 1.5)
    return {c: shares[c - 1] / shares[c - 1].sum() for c in CLUSTERS}


def _origin_weights(group: str, table: pd.DataFrame) -> Floats:
    """Weigh neighbourhoods by inhabitants and by the printed share of the origin."""
    share = pd.Series(_UNLISTED_SHARE, index=table.index)
    joined = next(name for name, groups in _NINE.items() if group in groups)
    for top in ("top1", "top2", "top3"):
        printed = table[top].str.extract(r"^(.*) \((\d+)%\)$")
        here = printed[0] == joined
        share = share.mask(here, printed[1].astype(np.float64))
    weights = share * table["inhabitants"]
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _spread(number: int, weights: Floats, rng: np.random.Generator) -> Ints:
    """Hand out neighbourhoods in proportion, in random order."""
    counts = apportion(number, weights)
    return rng.permutation(np.repeat(np.arange(len(weights)), counts))


def _fill(sizes: Ints, room: Floats) -> Ints:
    """Fill neighbourhoods one after another with households in the given order."""
    total = float(sizes.sum())
    edges = np.cumsum(room) / max(room.sum(), 1.0) * total
    middle = np.cumsum(sizes) - sizes / 2
    places = np.searchsorted(edges, middle, side="right")
    return np.minimum(places, len(room) - 1)


def _squares(area: Ints, table: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """Draw a square of 100 m near the middle of the neighbourhood."""
    east, north, x, y = _ORIGIN
    per_lon, per_lat = _METRES_PER_DEGREE
    centre_x = x + (table["lon"].to_numpy() - east) * per_lon
    centre_y = y + (table["lat"].to_numpy() - north) * per_lat
    side = np.sqrt(np.maximum(table["inhabitants"].to_numpy() / _PERSONS_PER_SQUARE, 1))
    reach = 50 * side[area]
    to_x = centre_x[area] + rng.uniform(-1, 1, len(area)) * reach
    to_y = centre_y[area] + rng.uniform(-1, 1, len(area)) * reach
    hectometre = [(to_x // 100).astype(int), (to_y // 100).astype(int)]
    return np.array(
        [f"E{e:04d}N{n:04d}" for e, n in zip(*hectometre, strict=True)], dtype=object
    )
