"""Survived, split, merged, vanished or new: the fate of each cluster.

The kinds are those of MONIC (Spiliopoulou and others, 2006). Cluster numbers permute
between runs and mean nothing; only people, or else looks, tell which is which.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from clusters.profiles import CountTable, counted

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Our choice: a cluster survives if most of it stays together and makes up most of the
# new one; a part is worth naming from a quarter on.
MOST, PART = 0.5, 0.25
# Our choice: without persons in common, clusters count as the same from this likeness.
ALIKE = 0.85


class Fate(Enum):
    """What became of a cluster."""

    SURVIVED = "survived"
    SPLIT = "split"
    MERGED = "merged"
    VANISHED = "vanished"
    NEW = "new"


@dataclass(frozen=True)
class Transition:
    """The fate of one cluster: where from (none if new) and where to."""

    old: str | None
    new: tuple[str, ...]
    fate: Fate


def flows(old: pd.Series, new: pd.Series) -> CountTable:
    """Return persons per pair of clusters, of those who are in both runs.

    ``old`` and ``new`` hold the cluster of each person, on person_id.
    """
    both = pd.DataFrame({"from": old, "to": new}).dropna().astype(int).astype(str)
    counts = (
        pd.crosstab(both["from"], both["to"])
        .reset_index()
        .melt("from", value_name="persons")
    )
    return counted("transitions", counts)


def fates_by_persons(persons: pd.DataFrame) -> tuple[Transition, ...]:
    """Return the fate of every cluster from the persons who are in both runs.

    Rows of ``persons`` are old clusters, columns new ones.
    """
    values = persons.to_numpy(float)
    goes = values / np.maximum(values.sum(axis=1, keepdims=True), 1)
    makes_up = values / np.maximum(values.sum(axis=0, keepdims=True), 1)
    most = goes >= MOST
    parts = (goes >= PART) & ~most.any(axis=1, keepdims=True)
    is_split = (goes * parts).sum(axis=1, keepdims=True) >= MOST
    follows = most | (parts & is_split)
    merged = follows & (makes_up < MOST) & most
    return _told(persons, follows, merged)


def fates_by_looks(likeness: pd.DataFrame) -> tuple[Transition, ...]:
    """Return the fate of every cluster from what it looks like.

    Each old cluster is paired with one new one, for the best total; a pair that is
    not alike enough is none. Splits and mergers cannot be seen without persons.
    """
    values = likeness.to_numpy(float)
    paired = np.zeros(values.shape, dtype=bool)
    paired[linear_sum_assignment(values, maximize=True)] = True
    follows = paired & (values >= ALIKE)
    return _told(likeness, follows, np.zeros_like(follows))


def _told(
    matrix: pd.DataFrame, follows: NDArray[np.bool_], merged: NDArray[np.bool_]
) -> tuple[Transition, ...]:
    old = [
        Transition(
            cluster,
            tuple(matrix.columns[follows[row]]),
            _fate(follows[row], bool(merged[row].any())),
        )
        for row, cluster in enumerate(matrix.index)
    ]
    unreached = matrix.columns[~follows.any(axis=0)]
    return (*old, *(Transition(None, (each,), Fate.NEW) for each in unreached))


def _fate(follows: NDArray[np.bool_], merged: bool) -> Fate:
    if not follows.any():
        return Fate.VANISHED
    if follows.sum() > 1:
        return Fate.SPLIT
    return Fate.MERGED if merged else Fate.SURVIVED
