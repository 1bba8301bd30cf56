"""Clusters by area, as released, and what can be worked out from that."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from clusters.labels.traits import SMALLEST_DIFFERENCE
from clusters.numbers import naturally
from clusters.perspectives.areas.chance import dissimilarity_by_chance, share_interval
from clusters.perspectives.areas.indices import (
    TOO_FEW,
    against_average,
    dominant_clusters,
    location_quotients,
    segregation,
)
from clusters.profiles.counts import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clusters.disclosure import ReleasedTable
    from clusters.perspectives.areas.outlines import Outlines
    from clusters.schema import Text

# Our choice: of fewer people of the study in an area no more is said than the numbers.
ENOUGH_TO_TELL = 200


@dataclass(frozen=True)
class Places:
    """Where clusters live.

    Parameters
    ----------
    table
        Dimensions ``by`` ("neighbourhood" or "square") and ``cluster``; areas, and the
        districts that they are part of, by each cluster and by everybody.
    sizes
        The sizes of the clusters.
    outlines
        What is drawn.
    names
        Of areas and districts; the code where there is none.
    part_of
        The district of each area; empty without districts.
    source
        Where the outlines come from.
    published
        By area the number of ours of the cluster that was published as the largest, or
        `TOO_FEW`; empty where nothing was published.
    """

    table: ReleasedTable
    sizes: ReleasedTable
    by: str
    outlines: Outlines
    names: Mapping[str, str]
    part_of: Mapping[str, str]
    source: Text
    published: Mapping[str, str] = field(default_factory=dict)

    def name(self, code: str) -> str:
        """Return what an area or district is called."""
        return self.names.get(code, code)

    @cached_property
    def clusters(self) -> tuple[str, ...]:
        """The clusters that may be shown by area, the largest first."""
        present = self.table.rows["cluster"].unique()
        return tuple(sorted((each for each in present if each != EVERYBODY), key=int))

    @cached_property
    def districts(self) -> tuple[str, ...]:
        """The districts in the table, in the order of their names."""
        codes = set(self.table.rows[self.by]) & set(self.part_of.values())
        return tuple(sorted(codes, key=self._in_order))

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas in the table, by district and name; districts if it has no finer.

        A table that could not be protected otherwise falls back on districts.
        """
        codes = set(self.table.rows[self.by]) - set(self.districts)
        return tuple(sorted(codes, key=self._by_district)) or self.districts

    @cached_property
    def everywhere(self) -> tuple[str, ...]:
        """All areas, on the map and in the table, lived in or not."""
        on_map = {outline.code for outline in self.outlines.areas}
        codes = on_map if self.is_collapsed else on_map | set(self.areas)
        return tuple(sorted(codes, key=self._by_district))

    @property
    def all_areas(self) -> int:
        """How many areas there are on the map and in the table together."""
        return len(self.everywhere)

    @property
    def is_collapsed(self) -> bool:
        """Whether districts are the finest that could be released."""
        return bool(self.districts) and self.areas == self.districts

    def row(self, code: str) -> str:
        """Return the row that holds for an outline: its own, or its district's."""
        return self.part_of.get(code, code) if self.is_collapsed else code

    @cached_property
    def persons(self) -> pd.Series:
        """Released persons per area and district, missing if hidden."""
        return self._wide("persons")[EVERYBODY]

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Released persons of each cluster per area and district, missing if hidden."""
        return self._wide("persons")[list(self.clusters)]

    @cached_property
    def shares(self) -> pd.DataFrame:
        """Released percent of each area and district that is in each cluster."""
        return self._wide("share")[list(self.clusters)]

    @cached_property
    def city(self) -> pd.Series:
        """Percent of everybody that is in each cluster, from the released sizes."""
        sizes = self.sizes.rows.set_index("cluster")["persons"].astype("Float64")
        return (100 * sizes / sizes[EVERYBODY]).astype(float)[list(self.clusters)]

    @cached_property
    def dominant(self) -> pd.Series:
        """Per area and district the cluster with most persons."""
        return dominant_clusters(self.counts, self.persons)

    @cached_property
    def quotients(self) -> pd.DataFrame:
        """How many times as common each cluster is as in the whole city."""
        return location_quotients(self.shares, self.city)

    def clear_quotients(self, cluster: str) -> pd.Series:
        """Return the quotients of a cluster that are told; 1 where none is clear."""
        told = self.quotients[cluster].dropna()
        return told.where([self.is_clear(cluster, area) for area in told.index], 1.0)

    @cached_property
    def differences(self) -> pd.DataFrame:
        """How many percentage points each cluster is above the whole city."""
        return against_average(self.shares, self.city)

    @cached_property
    def segregation(self) -> pd.DataFrame:
        """Share, dissimilarity and isolation of each cluster, over the areas.

        With ``chance``, the dissimilarity if people lived anywhere.
        """
        persons, sizes = self.persons[list(self.areas)], self._sizes
        indices = segregation(self.counts.loc[list(self.areas)], persons, sizes)
        least = self.table.policy.minimum_persons
        chance = {
            cluster: dissimilarity_by_chance(
                persons, size, sizes.sum(), self.table.base, least
            )
            for cluster, size in sizes.items()
        }
        told = indices["dissimilarity"].notna()
        return indices.assign(chance=pd.Series(chance).where(told))

    def most_in(self, cluster: str, areas: Iterable[str]) -> list[str]:
        """Return where most of a cluster live; several if they are rounded alike."""
        counts = self.counts.loc[list(areas), cluster].dropna()
        return [area for area, persons in counts.items() if persons == counts.max()]

    def stands_out_in(self, cluster: str, areas: Iterable[str]) -> list[str]:
        """Return the areas of some where a cluster is clearly found more often.

        At least `ENOUGH_TO_TELL` people of the study live there, the share is some
        percentage points above that of the city, and its interval lies clear of that;
        first where most people more live than its share in the city would give.
        """
        more = {
            area: self.counts.loc[area, cluster]
            - self.persons[area] * self.city[cluster] / 100
            for area in areas
            if self.is_clear(cluster, area)
            and self.persons[area] >= ENOUGH_TO_TELL
            and self.differences.loc[area, cluster] >= SMALLEST_DIFFERENCE
        }
        return sorted(more, key=lambda area: (-more[area], area))

    def is_clear(self, cluster: str, area: str) -> bool:
        """Return whether the share of a cluster differs from the city's for certain."""
        part, whole = self.counts.loc[area, cluster], self.persons[area]
        if pd.isna(part) or pd.isna(whole):
            return False
        low, high = share_interval(part, whole, self.table.base)
        return not low <= self.city[cluster] / 100 <= high

    def agreement(self) -> tuple[int, int, int]:
        """Return in how many areas ours and the published dominant cluster are one.

        Returns
        -------
        tuple
            Areas where both say something; of those the same; and those where the
            published one is one of our two that are as large.
        """
        said = {
            area: (self.dominant[area], published)
            for area, published in self.published.items()
            if area in self.areas and TOO_FEW not in (published, self.dominant[area])
        }
        same = sum(ours == theirs for ours, theirs in said.values())
        either = sum(
            ours != theirs and theirs in ours.split("/")
            for ours, theirs in said.values()
        )
        return len(said), same, either

    def _by_district(self, code: str) -> tuple[object, object]:
        return self._in_order(self.part_of.get(code, "")), self._in_order(code)

    def _in_order(self, code: str) -> tuple[list[tuple[int, str]], str]:
        return naturally(self.name(code)), code

    @cached_property
    def _sizes(self) -> pd.Series:
        sizes = self.sizes.rows.set_index("cluster")["persons"].astype("Float64")
        return sizes.astype(float)[list(self.clusters)]

    def _wide(self, column: str) -> pd.DataFrame:
        wide = self.table.rows.pivot_table(
            index=self.by,
            columns="cluster",
            values=column,
            aggfunc="first",
            dropna=False,
        )
        return wide.astype("Float64").astype(float)
