"""What a report may know of how far the clusters can be believed: whole percents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from clusters.schema import Text

Grade = Literal["highly stable", "stable", "pattern", "withheld"]
Strength = Literal["weak", "moderate", "strong"]


@dataclass(frozen=True)
class FoundAgain:
    """How far a cluster came back when half of the people were clustered again.

    ``overlap`` is the mean Jaccard similarity as a percentage.
    """

    overlap: int
    grade: Grade


@dataclass(frozen=True)
class Evidence:
    """The tests that the clusters were put to; empty where one was not done.

    Parameters
    ----------
    has_profiles
        Whether people fall into clusters more than they do when the features are
        shuffled; taken for granted if that was not compared.
    shuffles
        How many times they were.
    samples
        How many times half of the people were clustered again.
    found_again
        By cluster.
    other_method, agreement
        Another method, and how far it agrees: adjusted Rand index, a percentage.
    hangs_on
        The features without which least remains: the same index, lowest first.
    shares
        By feature, its share in what keeps the clusters apart.
    fidelity, asked
        How many of the assignments a few questions repeat, and about which features.
    outside
        By variable that did not cluster, Cramer's V with the clusters, a percentage.
    origin
        Of each way to tell origin, how far the clusters go together with it: in words,
        because the numbers are for review.
    """

    has_profiles: bool = True
    shuffles: int = 0
    samples: int = 0
    found_again: Mapping[str, FoundAgain] = field(default_factory=dict)
    other_method: str = ""
    agreement: int = 0
    hangs_on: tuple[tuple[str, int], ...] = ()
    shares: Mapping[str, int] = field(default_factory=dict)
    fidelity: int = 0
    asked: tuple[str, ...] = ()
    outside: Mapping[str, int] = field(default_factory=dict)
    origin: tuple[tuple[Text, Strength], ...] = ()

    def grade(self, cluster: str) -> Grade | None:
        """Return the grade of a cluster, none if it was not put to the test."""
        again = self.found_again.get(cluster)
        return again.grade if again else None

    def withholds(self, cluster: str) -> bool:
        """Whether a cluster's profile may not be shown."""
        return not self.has_profiles or self.grade(cluster) == "withheld"
