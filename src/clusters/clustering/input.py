"""What all our estimators take: frames and arrays, with answers, numbers and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.utils.validation import validate_data

if TYPE_CHECKING:
    from numpy.typing import ArrayLike
    from sklearn.utils import Tags


class MixedInput(BaseEstimator):
    """An estimator to which gaps, text and categories are welcome."""

    def __sklearn_tags__(self) -> Tags:
        """Tell scikit-learn so."""
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        tags.input_tags.categorical = True
        tags.input_tags.string = True
        return tags

    def _frame(self, X: ArrayLike, *, reset: bool) -> pd.DataFrame:
        """Columns by position; names only serve to check that they are the same."""
        if isinstance(X, pd.DataFrame):
            if X.empty or not X.columns.is_unique:
                raise ValueError(
                    f"X needs rows, and columns of different names; it has "
                    f"{X.shape[0]} sample(s) and {X.shape[1]} feature(s)."
                )
            validate_data(self, X, reset=reset, skip_check_array=True)
            return X.set_axis(range(X.shape[1]), axis="columns")
        return pd.DataFrame(
            validate_data(
                self, X, reset=reset, dtype=None, ensure_all_finite="allow-nan"
            )
        )
