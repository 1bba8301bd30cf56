"""Answers to different questions that the same people gave.

Who lives alone is a household of one; who has no work has no contract, no sector and no
wage. Everybody knows that, so a number of one is a number of the other, whatever table
it stands in. Which answers these are is read off the people, and not thought up.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from clusters.profiles.counts import with_unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Codes = NDArray[np.int64]

# A feature and some of its codes.
Answers = tuple[str, tuple[str, ...]]


def identical_answers(features: pd.DataFrame) -> tuple[tuple[Answers, ...], ...]:
    """Return groups of answers that the same people gave.

    Parameters
    ----------
    features : one row per person, every column categorical; missing is unknown.

    Returns
    -------
    tuple
        Per set of people, in which features they are all that gave one of some codes,
        and gave no other. As small as they come: unions of sets follow from them.
    """
    told = {name: _numbered(features[name]) for name in sorted(features)}
    found: dict[bytes, set[Answers]] = {}
    for one, other in combinations(told, 2):
        for left, right in _blocks(told[one][0], told[other][0]):
            who = np.isin(told[one][0], left)
            people = found.setdefault(
                sha256(np.packbits(who).tobytes()).digest(), set()
            )
            for name, codes in ((one, left), (other, right)):
                people.add((name, tuple(told[name][1][code] for code in codes)))
    return tuple(sorted(tuple(sorted(people)) for people in found.values()))


def _numbered(answers: pd.Series) -> tuple[Codes, list[str]]:
    """Return everybody's answer as a number, and the codes that are given, sorted."""
    known = with_unknown(answers).astype(str)
    codes, numbers = np.unique(known.to_numpy(dtype=str), return_inverse=True)
    return numbers.astype(np.int64), [str(code) for code in codes]


def _blocks(one: Codes, other: Codes) -> Iterator[tuple[list[int], list[int]]]:
    """Yield answers to two questions that go together and with no other answer."""
    rows, columns = int(one.max()) + 1, int(other.max()) + 1
    both = np.bincount(one * columns + other, minlength=rows * columns)
    left, right = np.divmod(np.flatnonzero(both), columns)
    size = rows + columns
    graph = csr_array((np.ones(len(left)), (left, rows + right)), shape=(size, size))
    blocks, block = connected_components(graph, directed=False)
    if blocks == 1:
        return
    for number in range(blocks):
        members = np.flatnonzero(block == number)
        yield (
            members[members < rows].tolist(),
            (members[members >= rows] - rows).tolist(),
        )
