"""Rounding of counts: half up, from the true number, and always alike (SDC-04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


def rounded(counts: Numbers, base: Numbers) -> Numbers:
    """Return counts as multiples of their base, half up.

    Examples
    --------
    >>> import numpy as np
    >>> rounded(np.array([12, 13, 14, 15]), np.array([5, 5, 10, 10]))
    array([10, 15, 10, 20])
    """
    return (counts + base // 2) // base * base
