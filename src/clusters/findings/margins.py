"""How far a share of a sample may be off by chance."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.sample import Sample

# Half the width of a 95 % interval around a share of one half, in percentage points,
# times the root of the number of persons.
_HALF_WIDTH = 98


def margin(sample: Sample, share: float = 100) -> int:
    """Return the margin of 95 % of a share of one half, in percentage points.

    ``share`` is what part of the sample it is a share of, in percents.
    """
    return ceil(_HALF_WIDTH / sqrt(sample.effective * share / 100))


def widest_margin(sample: Sample, shares: Iterable[int | None]) -> int | None:
    """Return the margin in the smallest of some parts; none where no size is shown."""
    smallest = min((share for share in shares if share), default=None)
    return None if smallest is None else margin(sample, smallest)
