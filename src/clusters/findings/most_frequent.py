"""The most frequent answer to a question, where the released numbers can tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.schema import NOT_APPLICABLE

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class MostFrequent:
    """The row of an answer, and the answers that are given about as often."""

    row: pd.Series
    ties: tuple[str, ...]


def most_frequent(own: pd.DataFrame, step: int) -> MostFrequent | None:
    """Return the most frequent of the answers; none where another may be more so.

    Parameters
    ----------
    own : the released rows of one group and one question, ``unknown`` left out. Of
        those with ``told``, a share is shown, or that it is more than that.
    step : what numbers of persons were rounded to.

    Returns
    -------
    MostFrequent
        None too where most were not asked, so that there is no answer to speak of.
    """
    told = own["told"].dropna().astype("float64")
    if told.empty:
        return None
    largest = own.loc[told.idxmax()]
    if largest["category"] == NOT_APPLICABLE:
        return None
    if not _is_surely_largest(own, largest, step):
        return None
    return MostFrequent(largest, _ties(own, largest, step))


def _ties(own: pd.DataFrame, largest: pd.Series, step: int) -> tuple[str, ...]:
    """Return the other answers that are as frequent but for the rounding."""
    if largest["hidden"]:
        return ()  # it is given by nearly everybody
    is_near = (own["persons"] >= largest["persons"] - step).fillna(value=False)
    is_other = (own.index != largest.name) & (own["category"] != NOT_APPLICABLE)
    return tuple(own.loc[is_near & is_other & own["told"].notna(), "category"])


def _is_surely_largest(own: pd.DataFrame, largest: pd.Series, step: int) -> bool:
    """Return whether no answer without a share can be given by more persons.

    Its number may be shown and its share not. Where both are hidden, all whom no cell
    shows may have given that one answer, and every number shown may be off by the step
    that it was rounded to.
    """
    shown = own["persons"].astype("Float64")
    least = shown.fillna(own["above"] * own["known"] / 100).fillna(0)
    left = own["known"].max() - least.sum() + step * shown.notna().sum()
    most = least.where(~own["hidden"], least + left)
    others = most[(own["hidden"] | own["told"].isna()) & (own.index != largest.name)]
    return others.empty or bool(least[largest.name] >= others.max())
