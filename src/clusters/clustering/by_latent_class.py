"""From answers to latent classes, for every number of them that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.clustering.criteria import doubt_of
from clusters.clustering.found import Found, Progress, make_curve, numbers_to_try
from clusters.clustering.latent_class import LatentClass

if TYPE_CHECKING:
    import pandas as pd

    from clusters.clustering.options import ClusteringOptions


def by_latent_class(
    answers: pd.DataFrame, options: ClusteringOptions, progress: Progress
) -> Found:
    """Fit a latent class model for every number asked for and keep the lowest BIC."""
    numbers = numbers_to_try(answers, options)
    models, curve = {}, []
    for place, k in enumerate(numbers):

        def report(done: int, starts: int, place: int = place) -> None:
            progress("starts", place * starts + done, len(numbers) * starts)

        model = LatentClass(
            k, n_init=options.starts, random_state=options.seed, progress=report
        ).fit(answers)
        models[k] = model
        curve.append(_criteria(model, answers))
    best = min(curve, key=lambda row: row["bic"])
    model = models[int(best["k"])]
    shares = model.predict_proba(answers)
    return Found(
        labels=shares.argmax(axis=1),
        probability=shares.max(axis=1),
        curve=make_curve(curve),
        starts=options.starts,
        times_best_found=model.times_best_found_,
        model={
            "features": {
                name: {
                    "categories": list(categories),
                    "probabilities": probabilities.tolist(),
                }
                for name, categories, probabilities in zip(
                    answers.columns,
                    model.categories_,
                    model.category_probabilities_,
                    strict=True,
                )
            },
            "weights": model.class_weights_.tolist(),
            "log_likelihood": model.log_likelihood_,
            "entropy": model.entropy(answers),
            "start_log_likelihoods": model.start_log_likelihoods_.tolist(),
        },
    )


def _criteria(model: LatentClass, answers: pd.DataFrame) -> dict[str, float]:
    """Return a row of the curve, from the fit's own log-likelihood."""
    deviance = -2 * model.log_likelihood_
    bic = deviance + model.n_parameters_ * np.log(len(answers))
    return {
        "k": model.n_clusters,
        "log_likelihood": model.log_likelihood_,
        "parameters": model.n_parameters_,
        "bic": bic,
        "aic": deviance + 2 * model.n_parameters_,
        "icl": bic + 2 * doubt_of(model.predict_proba(answers)).sum(),
    }
