"""Latent class analysis: clusters as classes within which features are independent.

Persons with other answers may belong to one class and persons with the same answers
always do. What is unknown about a person drops out of that person's likelihood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import joblib
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils.validation import check_is_fitted

from clusters.clustering import em
from clusters.clustering.criteria import ScoredByClass, check_weights
from clusters.clustering.encoding import distinct_rows, learn_codebook
from clusters.clustering.input import MixedInput
from clusters.clustering.layout import known_of, put_together, translate
from clusters.clustering.probabilities import tell
from clusters.clustering.starts import SAME_HEIGHT, best_summit

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    from clusters.clustering.layout import Pairs

    Floats = NDArray[np.float64]


class LatentClass(ScoredByClass, MixedInput, ClusterMixin, BaseEstimator):
    """Latent class model for categorical answers, fitted from many starts.

    Clusters are numbered by falling size. The outcome depends on the persons and not on
    the order of rows, of named columns, or the number of threads.

    Parameters
    ----------
    n_clusters
        Number of classes.
    n_init
        Number of starts; 20 or more, as the likelihood has many local summits.
    n_bins
        Columns of numbers with more different values are cut at their quantiles into at
        most so many intervals.
    tol
        Relative gain in log-likelihood at which a climb is over.
    max_iter
        Most passes over the answers per climb.
    together
        Pairs of columns, by name or place, that may go together within classes, in
        every class alike (see `clusters.clustering.together`). Pairs may hang together
        as a tree but form no circle; other columns are unrelated within classes.
    random_state
        Seed, a whole number, from which every start is drawn.
    n_jobs
        Threads; all processors if None.
    progress
        Called with (starts done, starts) after every start.

    Attributes
    ----------
    labels_ : ndarray of shape (n_samples,)
        Cluster of each row, 0 the largest.
    class_weights_ : ndarray of shape (n_clusters,)
        Share of each class.
    categories_ : list of tuple
        Answers per column, in the order of ``category_probabilities_``.
    category_probabilities_ : list of ndarray of shape (n_clusters, n_answers)
        Probability of each answer in each class, one array per column.
    pair_probabilities_ : dict of (column, column) to ndarray
        Probability of each pair of answers in each class, (n_clusters, n_answers,
        n_answers), of the columns ``together``; the second leans on the first.
    otherwise_ : dict of column to ndarray
        Probability of each answer in each class, (n_clusters, n_answers), to a column
        that leans on another, of whom that other answer is unknown.
    log_likelihood_ : float
        Log-likelihood of the fitted rows, by their weights.
    start_log_likelihoods_ : ndarray of shape (n_init,)
        What each start reached.
    times_best_found_ : int
        How many starts reached the best; be wary of one.
    n_parameters_ : int
        Free parameters.
    n_iter_ : int
        Passes over the answers in the last climb of the best start.
    converged_ : bool
        Whether that climb ended by ``tol``.

    Notes
    -----
    A DataFrame's text, categorical and yes/no columns hold answers, NaN is unknown. Its
    numbers, and those of a float array, are answers too if there are few different
    ones. An array of whole numbers holds codes: every value is an answer, however many,
    and a negative one is unknown. An answer never seen in fitting is unknown later.

    Examples
    --------
    >>> import pandas as pd
    >>> homes = pd.DataFrame({"rents": ["yes", "yes", "yes", "no", "no"] * 5,
    ...                       "city": ["yes", "yes", "yes", "no", None] * 5})
    >>> LatentClass(n_clusters=2).fit_predict(homes)[:5].tolist()
    [0, 0, 0, 1, 1]
    """

    def __init__(  # noqa: PLR0913 - an estimator's settings are its arguments
        self,
        n_clusters: int = 7,
        *,
        n_init: int = 20,
        n_bins: int = 10,
        tol: float = 1e-9,
        max_iter: int = 5000,
        together: Pairs = (),
        random_state: int = 0,
        n_jobs: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.n_clusters = n_clusters
        self.n_init = n_init
        self.n_bins = n_bins
        self.tol = tol
        self.max_iter = max_iter
        self.together = together
        self.random_state = random_state
        self.n_jobs = n_jobs
        self.progress = progress

    def fit(
        self, X: ArrayLike, y: object = None, sample_weight: ArrayLike | None = None
    ) -> Self:
        """Find the classes.

        Parameters
        ----------
        X
            (n_samples, n_features) DataFrame or array of answers.
        y
            Ignored.
        sample_weight
            (n_samples,) how many persons each row stands for; rows of weight nought
            are labelled but teach nothing.
        """
        del y
        frame = self._answers_in(X, reset=True)
        weights = check_weights(sample_weight, len(frame))
        counted = weights > 0
        self._codebook = learn_codebook(
            frame[counted], weights[counted], self.n_bins, self._column_order()
        )
        book = self._codebook
        known = known_of(book.rows(frame[counted]), book.layout, weights[counted])
        self._layout = put_together(book.layout, book.columns, self._pairs(), known)
        answers = self._answers(frame[counted], weights[counted])
        summit, self.start_log_likelihoods_ = best_summit(
            answers,
            self.n_clusters,
            [(self.random_state, self.n_clusters, i) for i in range(self.n_init)],
            em.Climb(self.tol, self.max_iter),
            n_threads=self.n_jobs or joblib.cpu_count(),
            progress=self.progress,
        )
        self._keep(summit, answers)
        self.labels_: NDArray[np.intp] = self._joint(frame).argmax(axis=1)
        return self

    def _answers_in(self, X: ArrayLike, *, reset: bool) -> pd.DataFrame:
        """Columns by position; whole numbers in an array are codes."""
        if not reset:
            check_is_fitted(self)
        frame = self._frame(X, reset=reset)
        if isinstance(X, pd.DataFrame) or frame.dtypes.iloc[0].kind not in "iu":
            return frame
        return frame.where(frame >= 0).astype("category")

    def _column_order(self) -> list[int]:
        """Places of the columns by name, so that their order says nothing."""
        names = self._names()
        return sorted(range(self.n_features_in_), key=lambda place: names[place])

    def _answers(self, frame: pd.DataFrame, weights: Floats) -> em.Answers:
        rows, columns = self._rows(frame), self._codebook.columns
        places, summed = distinct_rows(rows, weights, self._layout.size)
        if len(places) < self.n_clusters or not columns:
            raise ValueError(
                f"{self.n_clusters} clusters need as many rows that differ; "
                f"n_samples={len(frame)} with {len(places)} different rows in "
                f"{len(columns)} columns of which anything is known."
            )
        return em.Answers(rows[places], summed, self._layout)

    def _names(self) -> list[Any]:
        """Columns by name where they have one, else by place."""
        return list(getattr(self, "feature_names_in_", range(self.n_features_in_)))

    def _pairs(self) -> list[tuple[int, int]]:
        """Pairs of columns by place."""
        names = self._names()
        return [(names.index(one), names.index(other)) for one, other in self.together]

    def _keep(self, summit: em.Summit, answers: em.Answers) -> None:
        """Take over the best summit, its classes numbered by falling size."""
        table = summit.table[:, : self.n_clusters]
        best = em.log_joint(answers.rows, table).argmax(axis=1)
        sizes = np.bincount(best, answers.weights, self.n_clusters)
        # Equal sizes: by what the classes look like, never by the start they came from.
        self._table = table[:, np.lexsort((*-table[::-1], -sizes))]
        self.class_weights_ = self._table[0]
        book = self._codebook
        self.categories_ = [c.categories for c in book.codings.values()]
        self._keep_probabilities(em.expected(answers, self._table))
        self.log_likelihood_ = summit.log_likelihood
        self.n_iter_, self.converged_ = summit.n_iter, summit.converged
        gap = summit.log_likelihood - self.start_log_likelihoods_
        near = SAME_HEIGHT * max(1.0, abs(summit.log_likelihood))
        self.times_best_found_ = int((gap <= near).sum())
        self.n_parameters_ = self._layout.n_parameters(self.n_clusters)

    def _keep_probabilities(self, counts: Floats) -> None:
        """Take over the probabilities of answers, with persons expected per place."""
        told, columns = tell(counts, self._table, self._layout), self._codebook.columns
        names = [self._names()[place] for place in columns]
        by_column = dict(zip(columns, told.alone, strict=True))
        nothing = np.empty((self.n_clusters, 0))
        self.category_probabilities_ = [
            by_column.get(place, nothing) for place in range(self.n_features_in_)
        ]
        self.pair_probabilities_ = {
            (names[one], names[other]): pairs
            for (one, other), pairs in told.pairs.items()
        }
        self.otherwise_ = {names[one]: told.otherwise[one] for one in told.otherwise}

    def _log_joint(self, X: ArrayLike) -> Floats:
        return self._joint(self._answers_in(X, reset=False))

    def _joint(self, frame: pd.DataFrame) -> Floats:
        return em.log_joint(self._rows(frame), self._table)

    def _rows(self, frame: pd.DataFrame) -> em.Rows:
        book = self._codebook
        return translate(book.rows(frame), book.layout, self._layout)
