"""Answers as small whole numbers.

A `Coding` learns the answers of one column once and turns any later column into
positions in that list, unknown answers into -1. Lists are in order of the answers
themselves, so that neither the order of rows nor of declared categories matters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from clusters.clustering.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Codes = NDArray[np.intp]


@dataclass(frozen=True)
class Coding:
    """The answers one column may give.

    ``categories`` are the answers themselves; for a column of many numbers they are the
    intervals cut at ``edges``, closed on the right.
    """

    categories: tuple[Any, ...]
    edges: tuple[float, ...] | None = None

    def encode(self, column: pd.Series) -> Codes:
        """Position of each answer, -1 where it is unknown or was never seen."""
        if self.edges is not None:
            values = as_numbers(column)
            codes = np.searchsorted(self.edges, values, side="left")
            return np.where(np.isnan(values), -1, codes).astype(np.intp)
        observed, answers = _factorise(column)
        place = {answer: i for i, answer in enumerate(self.categories)}
        places = [place.get(answer, -1) for answer in answers]
        return np.array([*places, -1], dtype=np.intp)[observed]


@dataclass(frozen=True)
class Codebook:
    """The answers of all columns, laid out one under the other in a single table.

    ``columns`` are the columns of which something is known, in the order in which their
    answers are laid out.
    """

    codings: dict[Any, Coding]
    columns: tuple[Any, ...]
    layout: Layout

    def rows(self, frame: pd.DataFrame) -> NDArray[np.unsignedinteger[Any]]:
        """Place in the table of every answer, (n_samples, columns)."""
        rows = self.layout.no_rows(len(frame))
        for j, (column, begin) in enumerate(
            zip(self.columns, self.layout.begin, strict=True)
        ):
            codes = self.codings[column].encode(frame[column])
            rows[:, j] = np.where(codes < 0, self.layout.unknown, codes + begin)
        return rows


def learn_codebook(
    frame: pd.DataFrame,
    weights: NDArray[np.float64],
    bins: int,
    order: Sequence[Any],
) -> Codebook:
    """List the answers of every column and lay the columns out in ``order``."""
    codings = {name: learn_coding(frame[name], weights, bins) for name in frame}
    columns = tuple(name for name in order if codings[name].categories)
    levels = [len(codings[name].categories) for name in columns]
    ends = np.cumsum([1, *levels], dtype=np.intp)
    return Codebook(codings, columns, Layout(ends[:-1], int(ends[-1]) + 1))


def learn_coding(column: pd.Series, weights: NDArray[np.float64], bins: int) -> Coding:
    """List the answers of a column, cutting numbers of many values at their quantiles.

    Parameters
    ----------
    column
        Text, categories, yes/no or numbers; NaN is unknown.
    weights
        How many persons each row stands for, all above nought.
    bins
        Columns of numbers with more different values than this become at most so many
        intervals of about equal weight, and fewer where there are few persons: the cube
        root of their number. Binned numbers found planted profiles that Gaussian
        components missed, which collapse on spikes such as "no children".

    Returns
    -------
    Coding
        The answers seen, sorted.
    """
    if not is_numeric(column):
        observed, answers = _factorise(column)
        seen = np.unique(observed[observed >= 0])
        return Coding(tuple(sorted((answers[i] for i in seen), key=_sort_key)))
    values = as_numbers(column)
    known = ~np.isnan(values)
    distinct = np.unique(values[known])
    if len(distinct) <= bins:
        return Coding(tuple(distinct.tolist()))
    bins = int(np.clip(np.cbrt(weights[known].sum()), 2, bins))
    edges = np.unique(
        np.quantile(
            values[known],
            np.arange(1, bins) / bins,
            weights=weights[known],
            method="inverted_cdf",
        )
    )
    ends = [-np.inf, *edges.tolist(), np.inf]
    intervals = (pd.Interval(a, b) for a, b in zip(ends[:-1], ends[1:], strict=True))
    return Coding(tuple(intervals), tuple(edges.tolist()))


def distinct_rows(
    rows: NDArray[np.unsignedinteger[Any]], weights: NDArray[np.float64], size: int
) -> tuple[Codes, NDArray[np.float64]]:
    """Find the rows that differ, in an order that only their content decides.

    Parameters
    ----------
    rows
        (n, features) whole numbers below ``size``.
    weights
        (n,) weights.

    Returns
    -------
    tuple
        Where each distinct row stands, (m,), and their summed weights, (m,).
    """
    keys = _pack(rows, size)
    # The weights as last key: sums then run in the same order for any order of rows.
    order = np.lexsort((weights, *keys[::-1]))
    starts = np.ones(len(order), dtype=bool)
    starts[1:] = np.logical_or.reduce([np.diff(key[order]) != 0 for key in keys])
    begin = np.flatnonzero(starts)
    return order[begin], np.add.reduceat(weights[order], begin)


def is_numeric(column: pd.Series) -> bool:
    """Whether a column holds numbers; yes and no are answers."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(
        column
    )


def as_numbers(column: pd.Series) -> NDArray[np.float64]:
    """Numbers of a column, NaN where unknown."""
    values: NDArray[np.float64] = column.to_numpy(dtype=np.float64, na_value=np.nan)
    return values


def _pack(
    rows: NDArray[np.unsignedinteger[Any]], size: int
) -> list[NDArray[np.uint64]]:
    """Put as many columns into one whole number as fit, first column most important."""
    per_key = max(1, int(63 // np.log2(max(size, 2))))
    keys = []
    for begin in range(0, max(rows.shape[1], 1), per_key):
        key = np.zeros(len(rows), dtype=np.uint64)
        for column in rows[:, begin : begin + per_key].T:
            key = key * np.uint64(size) + column.astype(np.uint64)
        keys.append(key)
    return keys


def _factorise(column: pd.Series) -> tuple[Codes, list[Any]]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(np.intp), list(column.cat.categories)
    codes, answers = pd.factorize(column, use_na_sentinel=True)
    return codes, list(answers)


def _sort_key(answer: object) -> tuple[str, Any]:
    """Order answers of several types, each within its own."""
    if isinstance(answer, int | float | np.number):
        return "", answer
    return type(answer).__name__, str(answer)
