"""What a report may know of how far the clusters can be believed: whole percents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from clusters.schema import Text

Grade = Literal["highly stable", "stable", "pattern", "withheld"]


@dataclass(frozen=True)
class FoundAgain:
    """How far a cluster came back when half of the people were clustered again.

    All as percentages: ``overlap`` is the mean Jaccard similarity, ``apart`` what it
    would be if the model placed people by lot (100 if nobody is in doubt), and
    ``elsewhere`` the similarity with what a method of another kind found; none if that
    was not done.
    """

    overlap: int
    grade: Grade
    apart: int | None = None
    elsewhere: int | None = None


@dataclass(frozen=True)
class Evidence:
    """The tests that the clusters were put to; empty where one was not done.

    Parameters
    ----------
    has_profiles
        Whether people fall into clusters more than people of one kind do who are made
        with the same shares and ties; taken for granted if that was not compared.
    shuffles
        How many times such people were made.
    samples
        How many times half of the people were clustered again.
    found_again
        By cluster.
    other_method, agreement
        Another method, and how far it agrees: adjusted Rand index, a percentage.
    tells
        By feature, the percentage of the clusters that it tells if nothing else is
        known; what features tell overlaps.
    twins
        Pairs of features that go together within clusters so much that they tell
        largely the same; none where that was not looked at.
    fidelity, asked
        How many of the assignments a few questions repeat, and about how many features.
    origin
        Of each way to tell origin its name, its meaning and how far the clusters go
        together with it: in words, because the numbers are for review.
    """

    has_profiles: bool = True
    shuffles: int = 0
    samples: int = 0
    found_again: Mapping[str, FoundAgain] = field(default_factory=dict)
    other_method: str = ""
    agreement: int = 0
    tells: Mapping[str, int] = field(default_factory=dict)
    twins: tuple[tuple[str, str], ...] | None = None
    fidelity: int = 0
    asked: int = 0
    origin: tuple[tuple[str, Text, Text], ...] = ()

    def grade(self, cluster: str) -> Grade | None:
        """Return the grade of a cluster, none if it was not put to the test."""
        again = self.found_again.get(cluster)
        return again.grade if again else None

    def withholds(self, cluster: str) -> bool:
        """Whether a cluster's profile may not be shown."""
        return not self.has_profiles or self.grade(cluster) == "withheld"
