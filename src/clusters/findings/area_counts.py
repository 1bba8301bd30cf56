"""In how many areas a cluster is the largest, is more common, or was published so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.perspectives.areas.indices import TIED, TOO_FEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.findings.areas import Places

# From this and to this many times the city's share: our choice, the same for all.
QUOTIENT_EDGES = (0.5, 0.8, 1.25, 2.0)


@dataclass(frozen=True)
class Leading:
    """In how many areas each cluster is the largest.

    ``alone`` is by cluster, those with any, in the order of the clusters; ``tied`` is
    where several are as large, ``not_told`` where too few people live or the numbers
    are hidden. ``of_all`` are the areas, or the districts where those stand for them.
    """

    alone: Mapping[str, int]
    tied: int
    not_told: int
    of_all: int

    @property
    def most_often(self) -> tuple[str, ...]:
        """The clusters that are the largest in most areas; none where none is alone."""
        most = max(self.alone.values(), default=0)
        return tuple(each for each, number in self.alone.items() if number == most)


def leading(places: Places) -> Leading:
    """Return in how many areas each cluster is the largest."""
    largest = places.dominant[list(places.areas)]
    largest = largest[largest != TOO_FEW]
    counts = largest[[TIED not in each for each in largest]].value_counts()
    alone = {each: int(counts[each]) for each in places.clusters if each in counts}
    tied = len(largest) - sum(alone.values())
    of_all = len(places.districts) if places.is_collapsed else places.all_areas
    return Leading(alone, tied, of_all - len(largest), of_all)


def more_and_less(places: Places, cluster: str) -> tuple[int, int]:
    """Return in how many areas a cluster is clearly more, and less, common."""
    quotients = places.clear_quotients(cluster).reindex(list(places.areas)).dropna()
    _, low, high, _ = QUOTIENT_EDGES
    return int((quotients >= high).sum()), int((quotients < low).sum())


def differing(places: Places) -> tuple[tuple[str, str, str], ...]:
    """Return the areas of which another cluster was published as the largest.

    Each as the area, the largest here, and the published one.
    """
    return tuple(
        (area, here, published)
        for area in places.areas
        for here, published in [(places.dominant[area], places.published.get(area))]
        if published is not None
        and TOO_FEW not in (here, published)
        and published not in here.split(TIED)
    )
