"""Counting the people of each cluster by where they live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE, CountTable, counted
from clusters.profiles.units import of_persons

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def count_areas(
    levels: Sequence[pd.Series],
    clusters: pd.Series,
    units: pd.DataFrame | None = None,
    *,
    dimension: str = "neighbourhood",
    listed: Sequence[Collection[str]] = ((), ()),
) -> CountTable:
    """Return persons per area and cluster; shares are of the area.

    Tables by area count the same persons as the sizes of the clusters: whoever releases
    them must say so, or the attack does not see them as one.

    Parameters
    ----------
    levels : the area of each person, of fine areas first and then of those that they
        are part of; persons without one are left out. No code is of two levels.
    clusters : the cluster of each person, on the same index. Persons without a clear
        profile count for their area and are not shown apart.
    units : the household and the address of each person, as `units_of` gives them.
    dimension : "neighbourhood" or "square".
    listed : per level the areas that have rows whoever is counted. A row that is there
        because somebody is, tells that of an area of which all else is hidden.

    Returns
    -------
    CountTable
        Dimensions ``dimension`` and ``cluster``, zeros too; the cluster `EVERYBODY` is
        the whole area. Counts ``persons``, and the units that are known.
    """
    numbers = clusters.astype(str)
    profiled = sorted(set(numbers) - {NO_CLEAR_PROFILE}, key=int)
    people = pd.DataFrame({"cluster": numbers})
    if units is not None:
        people = people.join(of_persons(units, people.index))
    counts = pd.concat(
        [
            _level(codes.rename(dimension), people, profiled, every)
            for codes, every in zip(levels, listed, strict=False)
        ]
    )
    return counted("areas", counts.reset_index(drop=True), area=dimension)


def _level(
    codes: pd.Series, people: pd.DataFrame, profiled: list[str], listed: Collection[str]
) -> pd.DataFrame:
    """Count one level: every area that is listed or lived in, by every cluster."""
    dimension = str(codes.name)
    placed = people.assign(**{dimension: codes.astype(object)}).dropna(
        subset=[dimension]
    )
    both = pd.concat([placed.assign(cluster=EVERYBODY), placed])
    groups = both.groupby([dimension, "cluster"], sort=True)
    counts = groups.size().rename("persons").to_frame()
    units = [name for name in people if name != "cluster"]
    if units:
        counts = counts.join(groups[units].nunique())
    every = pd.MultiIndex.from_product(
        [sorted({*placed[dimension], *listed}), [EVERYBODY, *profiled]],
        names=[dimension, "cluster"],
    )
    return counts.reindex(every, fill_value=0).astype("int64").reset_index()
