"""What sets a cluster apart: categories far enough from everybody's share.

At fifty thousand persons every difference is significant, so nothing is tested here.
A trait passes two floors: percentage points, which a reader sees, and Cohen's h, which
treats 2 against 10 % and 45 against 60 % on one scale.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import asin, sqrt
from typing import TYPE_CHECKING

import pandas as pd

from clusters.profiles import EVERYBODY
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clusters.disclosure import ReleasedTable

# Our choice, with the small effect of Cohen (1988) as the floor for h.
SMALLEST_DIFFERENCE = 5  # percentage points
SMALLEST_EFFECT = 0.2  # Cohen's h

# Our choice, in percents. From 5 in 100 unknown a reader is told, because that can move
# a share by as much as the smallest difference. With more than 30 in 100 unknown in one
# of the groups that are compared, those who answered may differ more from the others
# than the clusters do from each other.
TOLD_UNKNOWN = 5
MOST_UNKNOWN = 30

# What a fifth of a cluster has is missed by a reader if the page is silent about it:
# if they have it twice as often as all, or are a third of all who have it and have it
# half as often again, or of a large cluster everything would count.
NOTABLE_SHARE = 20
TWICE, HALF_AGAIN = 200, 150  # everybody is 100
NOTABLE_PART = 33  # percent of everybody with the answer


@dataclass(frozen=True)
class Trait:
    """One category in which a cluster differs from everybody.

    ``share`` and ``reference_share`` are whole percents as released, of those of whom
    the answer is known; ``effect`` is Cohen's h, positive where the category is
    over-represented. ``is_above`` says that the share itself is hidden and only known
    to be more than ``share``. ``bands`` are the adjacent bands that ``category`` joins,
    where it does. ``of_everybody`` is the percent of all with this answer who are in
    the cluster.

    ``unknown`` and ``reference_unknown`` are the percents of whom the answer is not
    known, ``most_unknown`` the largest of those of all groups that are compared.
    """

    feature: str
    category: str
    share: int
    reference_share: int
    effect: float
    is_above: bool = False
    bands: tuple[str, ...] = ()
    of_everybody: int = 0
    unknown: int = 0
    reference_unknown: int = 0
    most_unknown: int = 0

    @property
    def tells_unknown(self) -> bool:
        """Whether a share cannot be told without how many did not answer."""
        return max(self.unknown, self.reference_unknown) >= TOLD_UNKNOWN

    @property
    def is_often_unknown(self) -> bool:
        """Whether so few answers are known somewhere that no cluster is named by it."""
        return self.most_unknown > MOST_UNKNOWN

    @property
    def is_notable(self) -> bool:
        """Whether the page of the cluster may not leave it out."""
        if self.share < NOTABLE_SHARE or self.difference <= 0:
            return False
        index = TWICE if self.index is None else self.index
        is_part = self.of_everybody >= NOTABLE_PART and index >= HALF_AGAIN
        return index >= TWICE or is_part

    @property
    def answers(self) -> tuple[str, ...]:
        """The categories that the trait is about."""
        return self.bands or (self.category,)

    @property
    def difference(self) -> int:
        """Percentage points above (or below) everybody's share."""
        return self.share - self.reference_share

    @property
    def index(self) -> int | None:
        """Share against everybody's, which is 100; none where everybody's is 0 %."""
        if not self.reference_share:
            return None
        return round(100 * self.share / self.reference_share)


def traits_of(
    profiles: ReleasedTable, cluster: str, features: Iterable[str]
) -> tuple[Trait, ...]:
    """Return the traits of one cluster above both floors, the strongest first."""
    rows = profiles.where(cluster=cluster)
    rows = rows.assign(at_least=rows["share"].where(~rows["hidden"], rows["above"]))
    rows = rows.dropna(subset=["at_least", "reference_share"])
    shown = rows[rows["feature"].isin(list(features))]
    unknown = unknown_of(profiles)
    here, all_ = (persons_of(profiles, each) for each in (cluster, EVERYBODY))
    traits = [
        Trait(
            feature=row.feature,
            category=row.category,
            share=int(row.at_least),
            reference_share=int(row.reference_share),
            effect=cohens_h(row.at_least / 100, row.reference_share / 100),
            is_above=bool(row.hidden),
            of_everybody=part_of(
                here[row.feature, row.category], all_[row.feature, row.category]
            ),
        )
        for row in shown.itertuples()
    ]
    kept = [unknown.beside(cluster, each) for each in traits if stands_out(each)]
    return strongest_first(kept)


@dataclass(frozen=True)
class Unknown:
    """By cluster and feature, the percent of whom the answer is not known.

    Of ``above`` it is only known to be more.
    """

    percents: Mapping[tuple[str, str], int]
    above: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def most(self, feature: str) -> int:
        """Return the largest percent of all groups that are compared."""
        return max(self._of(self.percents, feature), self._of(self.above, feature))

    def is_more(self, feature: str) -> bool:
        """Return whether the largest percent is only known to be more than that."""
        return self._of(self.above, feature) >= max(1, self._of(self.percents, feature))

    def of_everybody(self, feature: str) -> tuple[int, bool] | None:
        """Return the percent of everybody, and whether it is more; none if hidden."""
        about = EVERYBODY, feature
        if about in self.percents:
            return self.percents[about], False
        return (self.above[about], True) if about in self.above else None

    @staticmethod
    def _of(percents: Mapping[tuple[str, str], int], feature: str) -> int:
        return max(
            (share for (_, each), share in percents.items() if each == feature),
            default=0,
        )

    def beside(self, cluster: str, trait: Trait) -> Trait:
        """Return a trait of a cluster that tells of how many it is not known."""
        return replace(
            trait,
            unknown=self.percents.get((cluster, trait.feature), 0),
            reference_unknown=self.percents.get((EVERYBODY, trait.feature), 0),
            most_unknown=self.most(trait.feature),
        )


def unknown_of(profiles: ReleasedTable) -> Unknown:
    """Return how many answers are not known, as far as that is shown.

    Where it is hidden, the shares that are shown hardly depend on it.
    """
    unknown = profiles.rows[profiles.rows["category"] == UNKNOWN]
    percents, above = (
        dict(
            zip(
                zip(told["cluster"], told["feature"], strict=True),
                map(int, told[name]),
                strict=True,
            )
        )
        for name, rows in (("unknown", profiles.rows), ("above", unknown))
        for told in (rows.dropna(subset=[name]),)
    )
    return Unknown(percents, above)


def persons_of(
    profiles: ReleasedTable, cluster: str
) -> dict[tuple[str, str], int | None]:
    """Return the released persons of a cluster, by feature and category."""
    rows = profiles.where(cluster=cluster)
    keys = zip(rows["feature"], rows["category"], strict=True)
    counts = (None if pd.isna(each) else int(each) for each in rows["persons"])
    return dict(zip(keys, counts, strict=True))


def part_of(persons: int | None, everybody: int | None) -> int:
    """Return which percent of everybody with an answer is here, 0 if not shown."""
    if persons is None or not everybody:
        return 0
    return min(round(100 * persons / everybody), 100)


def strongest_first(traits: Iterable[Trait]) -> tuple[Trait, ...]:
    """Return traits in order; of an answer and its opposite what is found more often.

    Effects are compared in tenths first, because those of opposites differ by rounding.
    """

    def place(trait: Trait) -> tuple[float, bool, float, str]:
        strength = abs(trait.effect)
        return -round(strength, 1), trait.effect < 0, -strength, trait.feature

    return tuple(sorted(traits, key=place))


def stands_out(trait: Trait) -> bool:
    """Whether a trait passes both floors."""
    return (
        abs(trait.difference) >= SMALLEST_DIFFERENCE
        and abs(trait.effect) >= SMALLEST_EFFECT
    )


def cohens_h(share: float, other: float) -> float:
    """Return the difference of two proportions on the arcsine scale (Cohen 1988).

    Examples
    --------
    >>> round(cohens_h(0.62, 0.21), 2)
    0.86
    """
    return 2 * asin(sqrt(share)) - 2 * asin(sqrt(other))
