"""An earlier release of the same delivery, and which of its people we count too."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from clusters.disclosure import Definition, Entry, Policy


@dataclass(frozen=True)
class Counted:
    """An earlier release of the same delivery, and the cluster of all its people."""

    entry: Entry
    clusters: pd.Series

    def nearly(self, now: pd.Series, policy: Policy) -> dict[tuple[str, str], str]:
        """Return our clusters that are an earlier one but for a few persons.

        They are the same quantity for the register, so that their numbers are kept or
        differ by enough; with other settings or another filter too (SDC-25).
        """
        sizes, earlier = now.value_counts(), self.clusters.value_counts()
        return {
            ("cluster", str(new)): self._told(old)
            for new, old, both in self._overlaps(now)
            if sizes[new] + earlier[old] - 2 * both < policy.release_difference
        }

    def is_larger_than(self, now: pd.Series) -> bool | None:
        """Return whether it has all of ours and more, or none if nothing is nested."""
        then, ours = set(self.clusters.index), set(now.index)
        return then > ours if then > ours or then < ours else None

    def called(
        self, definition: Definition, sizes: Mapping[str, int], now: pd.Series
    ) -> Definition:
        """Return what it called its numbers, where it counts more people or fewer.

        A cluster is ours when nobody whom both count is in only one of the two.
        """
        about = self.entry.about
        there = now.index.intersection(self.clusters.index)
        ours, theirs = now[there].value_counts(), self.clusters[there].value_counts()
        return replace(
            definition,
            population={
                name: digest([name, [about["lineage"], about["on"]], about["rule"]])
                for name, size in sizes.items()
                if size == len(now)
            },
            groups={
                ("cluster", str(new)): self._told(old)
                for new, old, both in self._overlaps(now)
                if ours[new] == theirs[old] == both
            },
        )

    def _overlaps(self, now: pd.Series) -> Iterator[tuple[int, int, int]]:
        """Yield of clusters that share people: ours, theirs, how many are in both."""
        then = self.clusters.reindex(now.index).dropna().astype(int)
        for (old, new), both in then.groupby([then, now[then.index]]).size().items():
            yield int(new), int(old), int(both)

    def _told(self, cluster: int) -> str:
        return str(self.entry.about["clusters"][str(cluster)])


def digest(words: list[Any]) -> str:
    """Return words that stay, kept short: the register names thousands of numbers."""
    return sha256(json.dumps(words).encode()).hexdigest()[:16]
