"""What a model costs and how sure it is: the curves from which to choose a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy.special

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


class ScoredByClass:
    """Scores and criteria of a model with log-probabilities of rows and classes."""

    n_clusters: int
    n_parameters_: int

    def _log_joint(self, X: ArrayLike) -> Floats:
        """Log-probability of each row together with each class."""
        raise NotImplementedError

    def predict(self, X: ArrayLike) -> NDArray[np.intp]:
        """Most probable cluster of each row, (n_samples,)."""
        labels: NDArray[np.intp] = self._log_joint(X).argmax(axis=1)
        return labels

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Probability of each cluster, (n_samples, n_clusters)."""
        joint = self._log_joint(X)
        shares: Floats = np.exp(joint - _log_sum(joint)[:, None])
        return shares

    def score_samples(self, X: ArrayLike) -> Floats:
        """Log-likelihood of each row, (n_samples,)."""
        return _log_sum(self._log_joint(X))

    def score(self, X: ArrayLike, y: object = None) -> float:
        """Mean log-likelihood of a row."""
        del y
        return float(self.score_samples(X).mean())

    def bic(self, X: ArrayLike, sample_weight: ArrayLike | None = None) -> float:
        """Bayesian information criterion; lower is better."""
        heights = self.score_samples(X)
        weights = check_weights(sample_weight, len(heights))
        price = self.n_parameters_ * np.log(weights.sum())
        return float(price - 2 * weights @ heights)

    def aic(self, X: ArrayLike, sample_weight: ArrayLike | None = None) -> float:
        """Akaike's information criterion; lower is better."""
        heights = self.score_samples(X)
        weights = check_weights(sample_weight, len(heights))
        return float(2 * self.n_parameters_ - 2 * weights @ heights)

    def icl(self, X: ArrayLike, sample_weight: ArrayLike | None = None) -> float:
        """BIC plus twice the entropy of the assignment (Biernacki et al. 2000)."""
        doubt = doubt_of(self.predict_proba(X))
        weights = check_weights(sample_weight, len(doubt))
        return self.bic(X, sample_weight) + 2 * float(weights @ doubt)

    def entropy(self, X: ArrayLike, sample_weight: ArrayLike | None = None) -> float:
        """How sure the assignment is: 1 if certain, 0 if it says nothing."""
        doubt = doubt_of(self.predict_proba(X))
        weights = check_weights(sample_weight, len(doubt))
        most = weights.sum() * np.log(max(self.n_clusters, 2))
        return float(1 - weights @ doubt / most)


def check_weights(sample_weight: ArrayLike | None, n_rows: int) -> Floats:
    """Weights as numbers, one for every row if none were given."""
    if sample_weight is None:
        return np.ones(n_rows)
    weights = np.asarray(sample_weight, dtype=np.float64)
    if weights.shape != (n_rows,):
        raise ValueError(f"sample_weight needs {n_rows} values, one per row.")
    if not np.isfinite(weights).all() or (weights < 0).any() or not weights.any():
        raise ValueError(
            "sample_weight needs finite values, none negative and not all zero."
        )
    return weights


def doubt_of(shares: Floats) -> Floats:
    """Entropy of each row of shares."""
    doubt: Floats = scipy.special.entr(shares).sum(axis=1)
    return doubt


def _log_sum(joint: Floats) -> Floats:
    top = joint.max(axis=1)
    total: Floats = top + np.log(np.exp(joint - top[:, None]).sum(axis=1))
    return total
