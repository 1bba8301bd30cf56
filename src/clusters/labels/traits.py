"""What sets a cluster apart: categories far enough from everybody's share.

At fifty thousand persons every difference is significant, so nothing is tested here.
A trait passes two floors: percentage points, which a reader sees, and Cohen's h, which
treats 2 against 10 % and 45 against 60 % on one scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure import ReleasedTable

# Our choice, with the small effect of Cohen (1988) as the floor for h.
SMALLEST_DIFFERENCE = 5  # percentage points
SMALLEST_EFFECT = 0.2  # Cohen's h


@dataclass(frozen=True)
class Trait:
    """One category in which a cluster differs from everybody.

    ``share`` and ``reference_share`` are whole percents as released; ``effect`` is
    Cohen's h, positive where the category is over-represented. ``is_above`` says that
    the share itself is hidden and only known to be more than ``share``. ``bands`` are
    the adjacent bands that ``category`` joins, where it does.
    """

    feature: str
    category: str
    share: int
    reference_share: int
    effect: float
    is_above: bool = False
    bands: tuple[str, ...] = ()

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
    told = rows["share"].fillna(rows["above"])
    rows = rows.assign(told=told)[told.notna() & rows["reference_share"].notna()]
    shown = rows[rows["feature"].isin(list(features))]
    traits = [
        Trait(
            feature=row.feature,
            category=row.category,
            share=int(row.told),
            reference_share=int(row.reference_share),
            effect=cohens_h(row.told / 100, row.reference_share / 100),
            is_above=bool(row.hidden),
        )
        for row in shown.itertuples()
    ]
    kept = [trait for trait in traits if stands_out(trait)]
    return strongest_first(kept)


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
