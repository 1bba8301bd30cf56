"""From answers to latent classes, for every number of them that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from clusters.clustering.criteria import check_weights, doubt_of
from clusters.clustering.found import Found, Progress, numbers_to_try
from clusters.clustering.latent_class import LatentClass
from clusters.clustering.refit import encode
from clusters.clustering.ties import learn_ties

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from clusters.clustering.layout import Pairs
    from clusters.clustering.options import ClusteringOptions


def by_latent_class(
    answers: pd.DataFrame,
    options: ClusteringOptions,
    progress: Progress,
    weights: NDArray[np.float64] | None = None,
) -> list[Found]:
    """Fit a latent class model for every number asked for.

    With ``weights`` (n,) the likelihood is that of so many persons per row, and their
    sum is the sample size; which features go together is learnt of the persons.

    The criterion is BIC adjusted to the sample size (Sclove 1987, Psychometrika
    52:333-343). BIC itself found too few classes of 1,500 persons who overlap.
    """
    numbers = numbers_to_try(answers, options)
    encoded = encode(answers)
    tried: list[Found] = []
    for place, k in enumerate(numbers):

        def report(done: int, starts: int, place: int = place) -> None:
            progress("starts", place * starts + done, len(numbers) * starts)

        pairs: Pairs = ()
        if options.together == "auto":
            begun = tried[-1].together if tried else None
            pairs = learn_ties(encoded, k, options.seed, begun)
        else:
            pairs = options.together
        model = LatentClass(
            k,
            n_init=options.starts,
            random_state=options.seed,
            together=pairs,
            progress=report,
        ).fit(answers, sample_weight=weights)
        tried.append(_found(model, answers, weights))
    return tried


def _found(
    model: LatentClass, answers: pd.DataFrame, weights: NDArray[np.float64] | None
) -> Found:
    shares = model.predict_proba(answers)
    criteria = _criteria(model, shares, check_weights(weights, len(answers)))
    return Found(
        k=model.n_clusters,
        labels=shares.argmax(axis=1),
        probability=shares.max(axis=1),
        starts=model.n_init,
        times_best_found=model.times_best_found_,
        criterion=criteria["adjusted_bic"],
        criteria=criteria,
        together=tuple(model.together),
        model=_as_json(model, answers, weights),
    )


def _as_json(
    model: LatentClass, answers: pd.DataFrame, weights: NDArray[np.float64] | None
) -> dict[str, Any]:
    features = zip(
        answers.columns,
        model.categories_,
        model.category_probabilities_,
        strict=True,
    )
    return {
        "features": {
            name: {
                "categories": list(categories),
                "probabilities": probabilities.tolist(),
            }
            for name, categories, probabilities in features
        },
        "together": [
            {
                "features": list(names),
                "probabilities": probabilities.tolist(),
                "otherwise": model.otherwise_[names[1]].tolist(),
            }
            for names, probabilities in model.pair_probabilities_.items()
        ],
        "weights": model.class_weights_.tolist(),
        "log_likelihood": model.log_likelihood_,
        "entropy": model.entropy(answers, weights),
        "start_log_likelihoods": model.start_log_likelihoods_.tolist(),
    }


def _criteria(
    model: LatentClass, shares: NDArray[np.float64], weights: NDArray[np.float64]
) -> dict[str, float]:
    """Return a row of the curve, from the fit's own log-likelihood."""
    n = weights.sum()
    deviance, parameters = -2 * model.log_likelihood_, model.n_parameters_
    bic = deviance + parameters * np.log(n)
    return {
        "log_likelihood": model.log_likelihood_,
        "parameters": parameters,
        "bic": bic,
        "adjusted_bic": deviance + parameters * np.log((n + 2) / 24),
        "aic": deviance + 2 * parameters,
        "icl": bic + 2 * (weights * doubt_of(shares)).sum(),
    }
