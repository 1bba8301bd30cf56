"""Shares, of those of whom the answer is known, and how many are not.

Everything here is worked out from numbers that are shown: rounded, or hidden. Nobody
learns more from a share than the counts beside it tell. So where it is hidden of how
many an answer is not known, that number is left in what the share is a part of, and the
share is shown only if the numbers beside it prove that this hardly matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.disclosure.design import ANSWER, QUESTION
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from clusters.disclosure.policy import Policy
    from clusters.profiles import CountTable

# Our choice: how many percentage points a share may be too low because it is hidden how
# many did not answer. The report says so.
TOLERATED = 2


def with_shares(
    rows: pd.DataFrame, table: CountTable, size: pd.Series, policy: Policy
) -> pd.DataFrame:
    """Return released rows with their shares, and of questions what is not known.

    Parameters
    ----------
    rows
        The cells with ``persons`` and ``above`` as shown.
    table
        What they are cells of.
    size
        The persons of the group of each row as shown; missing where that is hidden or
        too small to show a share of (SDC-06).
    policy
        The rules to meet.

    Returns
    -------
    DataFrame
        ``share``: whole percents; of a question, of those of whom the answer is known.
        The share of the unknown answer itself is of everybody in the group, and stands
        in ``unknown`` beside every answer; ``known`` are the persons that the others
        are a part of.
    """
    persons = rows["persons"]
    if QUESTION not in table.dimensions:
        return rows.assign(share=percents(persons, size, policy))
    groups = [name for name in table.dimensions if name != ANSWER]
    wide = _by_question(rows, size, groups)
    missing = wide["missing"].fillna(0)
    known = (wide["size"] - missing).where(lambda n: n >= policy.minimum_share_base)
    of_all = _at(rows, groups, percents(wide["missing"], wide["size"], policy))
    base = _at(rows, groups, known)
    share = percents(persons, base, policy)
    least = _at(rows, groups, known - _may_be_missing(wide, table))
    off = 100 * persons / least.where(least > 0) - 100 * persons / base
    is_clear = (off <= TOLERATED).fillna(value=False)
    is_unknown = rows[ANSWER] == UNKNOWN
    return rows.assign(
        share=share.where(is_clear).mask(is_unknown, of_all),
        unknown=of_all,
        known=base.astype("Int64"),
    )


def percents(persons: pd.Series, base: pd.Series, policy: Policy) -> pd.Series:
    """Return whole percents; in steps of five where the group is small."""
    percent = 100 * persons.astype("Float64") / base.astype("Float64")
    return in_steps(percent, base, policy)


def in_steps(percent: pd.Series, base: pd.Series, policy: Policy) -> pd.Series:
    """Return percents in the steps that a group of so many persons has."""
    step = np.where(base.fillna(0) < policy.coarse_share_below, 5, 1)
    return (np.floor(percent / step + 0.5) * step).clip(upper=100).astype("Int64")


def against_reference(rows: pd.DataFrame, table: CountTable) -> pd.DataFrame:
    """Add the share in the reference group and how far each cell is from it."""
    is_reference = np.logical_and.reduce(
        [rows[dimension] == value for dimension, value in table.reference.items()]
    )
    others = [name for name in table.dimensions if name not in table.reference]
    if not others:
        return rows
    shares = rows[is_reference].set_index(others)["share"]
    reference = _at(rows, others, shares)
    ratio = 100 * rows["share"].astype("Float64") / reference.astype("Float64")
    return rows.assign(
        reference_share=reference,
        difference=rows["share"] - reference,
        index=np.floor(ratio.where(reference > 0) + 0.5).astype("Int64"),
    )


def _by_question(
    rows: pd.DataFrame, size: pd.Series, groups: list[str]
) -> pd.DataFrame:
    """Return per group and question its size, who did not answer, and who is hidden.

    ``missing`` is none where it is hidden and 0 where nobody can be without an answer;
    ``hidden`` are the persons of a group who stand in none of the answers shown.
    """
    size = size.astype("Float64")
    told = rows["persons"].astype("Float64")
    # Of what is more than nine tenths, so many are told.
    told = told.fillna(rows["above"].astype("Float64") * size / 100).fillna(0)
    is_unknown = rows[ANSWER] == UNKNOWN
    by_group = rows.assign(
        size=size, told=told, asked=is_unknown,
        missing=rows["persons"].astype("Float64").where(is_unknown),
    ).groupby(groups, sort=False)  # fmt: skip
    wide = by_group.agg({"size": "first", "told": "sum", "asked": "any"})
    missing = by_group["missing"].first()
    return wide.assign(
        missing=missing.mask(~wide["asked"], 0),
        hidden=(wide["size"] - wide["told"]).clip(lower=0),
    )


def _may_be_missing(wide: pd.DataFrame, table: CountTable) -> pd.Series:
    """Return of how many more the answer may not be known, as far as is shown.

    No more than are hidden in the group, and no more than of everybody.
    """
    most = wide["missing"].fillna(wide["hidden"])
    everybody = most
    for name, value in table.reference.items():
        if name in most.index.names:
            everybody = most.xs(value, level=name)
    others = [name for name in most.index.names if name not in table.reference]
    keys = most.index.to_frame(index=False)
    allowed = _at(keys, others, everybody).set_axis(most.index)
    return (
        wide["hidden"].where(allowed.isna(), np.minimum(wide["hidden"], allowed))
        .where(wide["missing"].isna(), 0)
    )  # fmt: skip


def _at(rows: pd.DataFrame, names: list[str], values: pd.Series) -> pd.Series:
    """Return for each row the value of the group that it is in."""
    keys = pd.MultiIndex.from_frame(rows[names]) if len(names) > 1 else rows[names[0]]
    return values.reindex(keys).set_axis(rows.index)
