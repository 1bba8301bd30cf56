"""Coordinates of persons with both answers and numbers, in which distance makes sense.

Factor analysis of mixed data (Escofier 1979; Pages 2004, Revue de statistique appliquee
52(4):93-111): numbers as z-scores, every answer as an indicator divided by the root of
its share. A feature of m answers then weighs m - 1, as a number weighs 1, and no single
axis can be owned by the feature with the most categories. With answers only it is
multiple correspondence analysis, its eigenvalues times the number of features.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from clusters.clustering.criteria import check_weights
from clusters.clustering.encoding import as_numbers, is_numeric, learn_coding
from clusters.clustering.input import MixedInput

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from clusters.clustering.encoding import Coding

    Floats = NDArray[np.float64]


class FAMD(MixedInput, TransformerMixin, BaseEstimator):
    """Factor analysis of mixed data.

    Parameters
    ----------
    n_components
        Number of axes; fewer come out if the data have fewer dimensions.

    Attributes
    ----------
    eigenvalues_ : ndarray of shape (n_axes,)
        Variance along each kept axis.
    total_inertia_ : float
        Variance along all axes together.
    components_ : ndarray of shape (n_axes, n_columns)
        Axes, in terms of the scaled numbers and indicators.

    Notes
    -----
    An unknown answer has no indicator and an unknown number is the mean: in both cases
    it draws its row neither way. Numbers are the numeric columns of a DataFrame or
    array; text, categories and yes/no are answers.
    """

    def __init__(self, n_components: int = 5) -> None:
        self.n_components = n_components

    def fit(
        self, X: ArrayLike, y: object = None, sample_weight: Floats | None = None
    ) -> Self:
        """Find the axes of (n_samples, n_features) ``X``.

        Means, spreads, shares and axes are of rows as often as their weight says.
        """
        del y
        frame = self._frame(X, reset=True)
        weights = check_weights(sample_weight, len(frame))
        self._scales: list[_Scale] = [
            _learn_scale(frame[name], weights) for name in frame
        ]
        design = self._design(frame)
        scaling = sparse.block_diag([each.scaling for each in self._scales]).toarray()
        heavy = design.multiply(weights[:, None]).tocsr()
        product = (design.T @ heavy).toarray() / weights.sum()
        values, vectors = np.linalg.eigh(scaling.T @ product @ scaling)
        kept = min(self.n_components, int((values > 1e-9 * values.sum()).sum()))
        self.total_inertia_ = float(values.sum())
        self.eigenvalues_: Floats = values[::-1][:kept]
        axes = vectors[:, ::-1][:, :kept]
        # An axis has no sign of its own: let its heaviest column point forward.
        heaviest = np.abs(axes).round(9).argmax(axis=0)
        axes = axes * np.sign(axes[heaviest, np.arange(kept)])
        self.components_: Floats = axes.T
        self._loadings: Floats = scaling @ axes
        return self

    def transform(self, X: ArrayLike) -> Floats:
        """Coordinates of each row, (n_samples, n_axes)."""
        check_is_fitted(self)
        coordinates: Floats = self._design(self._frame(X, reset=False)) @ self._loadings
        return coordinates

    def to_json(self) -> dict[str, Any]:
        """Return everything `transform` needs, fit for JSON."""
        check_is_fitted(self)
        names = getattr(self, "feature_names_in_", range(self.n_features_in_))
        return {
            "columns": [
                {
                    "name": str(name),
                    "categories": scale.coding and list(scale.coding.categories),
                    "mean": scale.mean,
                }
                for name, scale in zip(names, self._scales, strict=True)
            ],
            "loadings": self._loadings.tolist(),
            "eigenvalues": self.eigenvalues_.tolist(),
        }

    def _design(self, frame: pd.DataFrame) -> sparse.csr_array:
        parts = [
            scale.columns(frame[name])
            for name, scale in zip(frame, self._scales, strict=True)
        ]
        return sparse.hstack(parts, format="csr")


@dataclass(frozen=True)
class _Scale:
    """How one column enters: its sparse columns times ``scaling`` are what FAMD sees.

    The centring of an indicator is in ``scaling``, so that the large matrix keeps its
    zeros: an answer l becomes row l of (identity - shares) / root of the shares.
    """

    coding: Coding | None
    mean: float
    scaling: Floats

    def columns(self, column: pd.Series) -> sparse.csr_array:
        if self.coding is None:
            values = np.nan_to_num(as_numbers(column) - self.mean)
            return sparse.csr_array(values[:, None])
        codes = self.coding.encode(column)
        known = np.flatnonzero(codes >= 0)
        shape = (len(codes), len(self.coding.categories))
        return sparse.csr_array(
            (np.ones(len(known)), (known, codes[known])), shape=shape
        )


def _learn_scale(column: pd.Series, weights: Floats) -> _Scale:
    if is_numeric(column):
        values = as_numbers(column)
        known = ~np.isnan(values)
        if not known.any():
            return _Scale(None, 0.0, np.zeros((1, 1)))
        mean = np.average(values[known], weights=weights[known])
        squares = (values[known] - mean) ** 2
        spread = np.sqrt(np.average(squares, weights=weights[known]))
        # A constant number has nothing to say; rounding must not make it speak.
        weight = 1 / spread if spread > 1e-12 * max(1.0, abs(mean)) else 0.0
        return _Scale(None, float(mean), np.array([[weight]]))
    coding = learn_coding(column, weights, bins=0)
    codes = coding.encode(column)
    known = codes >= 0
    counts = np.bincount(codes[known], weights[known], len(coding.categories))
    shares = counts / max(1, counts.sum())
    return _Scale(coding, 0.0, (np.eye(len(shares)) - shares) / np.sqrt(shares))
