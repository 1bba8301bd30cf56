"""What is really so: the exact answers of the people behind a report.

Read from the run's own folder, which no reader ever sees, and counted here again with
nothing but pandas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from claims.city import persons_of

if TYPE_CHECKING:
    from pathlib import Path

    from claims.city import City
    from clusters.disclosure import Policy
    from clusters.findings.findings import Findings

EVERYBODY = "all"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Exact:
    """A finished study: what its report was made of, and the truth beside it."""

    city: City
    work: Path
    reports: Path
    findings: Findings

    @property
    def policy(self) -> Policy:
        """The rules by which numbers were rounded."""
        return self.findings.sizes.policy

    @cached_property
    def features(self) -> pd.DataFrame:
        """One row per person studied, a column per feature, answers as codes."""
        frame = pd.read_parquet(self.work / "features.parquet").astype(object)
        return frame.where(frame.notna(), UNKNOWN).astype(str)

    @cached_property
    def clusters(self) -> pd.Series:
        """The cluster of every person studied, as a string."""
        frame = pd.read_parquet(self.work / "clusters.parquet")
        return frame["cluster"].reindex(self.features.index).astype(str)

    @cached_property
    def residents(self) -> pd.DataFrame:
        """Everybody who lives there, with type, origin and year of arrival."""
        return pd.read_parquet(self.work / "residents.parquet")

    @cached_property
    def delivered(self) -> pd.DataFrame:
        """Everybody in the delivery, by key."""
        return persons_of(self.city).set_index("person_id")

    @cached_property
    def people(self) -> pd.DataFrame:
        """One row per person studied, as delivered."""
        return pd.read_parquet(self.work / "people.parquet").loc[self.features.index]

    @cached_property
    def by_area(self) -> pd.DataFrame:
        """Persons per area and district (rows, by name) and cluster (columns).

        Where areas were too small to tell of, each stands for its district.
        """
        places = self.findings.places
        areas = self.people["neighbourhood"].astype(str)
        counts = pd.crosstab(areas, self.clusters)
        districts = counts.groupby(counts.index.map(places.part_of)).sum()
        both = pd.concat([counts, districts])
        codes = [*(each.code for each in places.outlines.areas), *districts.index]
        told = both.reindex([places.row(code) for code in codes])
        return told.set_axis([places.name(code) for code in codes])

    def members(self, cluster: str) -> pd.DataFrame:
        """Return the answers of a cluster, or of everybody."""
        if cluster == EVERYBODY:
            return self.features
        return self.features[self.clusters == cluster]

    def size(self, cluster: str) -> int:
        """Return how many persons a cluster has."""
        return len(self.members(cluster))

    def count(self, cluster: str, feature: str, category: str) -> int:
        """Return how many persons of a cluster give an answer."""
        return int((self.members(cluster)[feature] == category).sum())

    def known(self, cluster: str, feature: str) -> int:
        """Return of how many persons of a cluster the answer is known."""
        return int((self.members(cluster)[feature] != UNKNOWN).sum())

    def rounded(self, cluster: str, feature: str) -> int:
        """Return of how many rounded numbers that number is worked out.

        Where some are not known, all and those are rounded, each by itself.
        """
        return 1 if self.known(cluster, feature) == self.size(cluster) else 2

    def unknown(self, cluster: str, feature: str) -> float:
        """Return of what percentage of a cluster the answer is not known."""
        return 100 * (1 - self.known(cluster, feature) / self.size(cluster))

    def share(self, cluster: str, feature: str, category: str) -> float:
        """Return the percentage of those known; of everybody for the unknown."""
        if category == UNKNOWN:
            return self.unknown(cluster, feature)
        known = self.known(cluster, feature)
        return 100 * self.count(cluster, feature, category) / known if known else 0.0

    @property
    def count_slack(self) -> int:
        """How far a printed count may be off: half the coarsest step."""
        return max(self.policy.round_base, self.policy.coarse_base) // 2

    def share_slack(self, base: int, share: float, rounded: int = 1) -> float:
        """Return how far a printed percentage of ``base`` persons may be off.

        Both numbers are rounded before they are divided, and what comes out is a whole
        percentage, of small groups in steps of five. The base is worked out of so many
        ``rounded`` numbers.
        """
        step = 5 if base < self.policy.coarse_share_below + self.count_slack else 1
        persons, least = share * base / 100, base - rounded * self.count_slack
        most = 100 * (persons + self.count_slack) / max(least, 1)
        return most - share + step / 2
