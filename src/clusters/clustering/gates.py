"""Which "does not apply" says something that no other feature said before.

A gate is an answer that makes another feature inapplicable: without work, no hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.schema import NOT_APPLICABLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Registers contradict each other now and then, and people have jobs beside their main
# source of income: an answer may miss its rule this often, and so much less often than
# others do that it is no accident.
CONTRADICTIONS = 0.1
RARER = 0.15
LEAST = 0.01

# By luck of the few an answer may miss its rule so many standard deviations more.
LUCK = 2.0

# How improbable it must be that all persons with an answer share a "does not apply" by
# accident, as minus its logarithm; 20 is one in five hundred million.
NO_ACCIDENT = 20.0

Gates = dict[str, dict[str, list[str]]]


def find_gates(features: pd.DataFrame) -> Gates:
    """Find the answers that make other features inapplicable.

    Five work features that do not apply to anybody without work say one thing, not
    five: P(works) x P(hours | works) x ... has no factor for the hours of a person who
    does not. Counted as an answer each time, they would outweigh all other features
    and break the independence within classes that the model rests on.

    Features are taken from few to many persons to whom they do not apply (then by
    name), and each looks for answers among those before it, so that a gate never
    depends on what it opens and of several with the same mask the first one counts.

    Parameters
    ----------
    features
        Categorical columns in which ``"not_applicable"`` is a category.

    Returns
    -------
    dict
        ``{feature: {gate: [answers]}}``: wherever the gate has one of these answers
        the feature does not apply, save for the contradictions allowed.
    """
    masks = {name: features[name].eq(NOT_APPLICABLE) for name in features}
    masks = {name: mask.to_numpy(bool) for name, mask in masks.items()}
    ordered = sorted(masks, key=lambda name: (int(masks[name].sum()), str(name)))
    gates: Gates = {}
    for place, name in enumerate(ordered):
        known = features[name].notna().to_numpy()
        share = masks[name][known].mean() if known.any() else 0.0
        if not 0 < share < 1:
            continue
        for gate in ordered[:place]:
            told = features[gate].astype("category")
            persons = _persons(told[known])
            inapplicable = _persons(told[known & masks[name]])
            most = min(CONTRADICTIONS, max(RARER * (1 - share), LEAST))
            rule = (1 - most) * persons - LUCK * np.sqrt(most * (1 - most) * persons)
            closed = (inapplicable >= rule) & (persons * -np.log(share) >= NO_ACCIDENT)
            answers = sorted(str(answer) for answer in told.cat.categories[closed])
            if answers:
                gates.setdefault(name, {})[gate] = answers
    return gates


def _persons(told: pd.Series) -> NDArray[np.int64]:
    """Return how many gave each answer, in the order of the categories."""
    codes = told.cat.codes.to_numpy()
    return np.bincount(codes[codes >= 0], minlength=len(told.cat.categories))


def skip_implied(features: pd.DataFrame, gates: Gates) -> pd.DataFrame:
    """Make unknown what a gate already says, so that it counts once.

    Parameters
    ----------
    features
        Categorical columns.
    gates
        As found by `find_gates`, on these or earlier persons.

    Returns
    -------
    pandas.DataFrame
        The same columns; "not_applicable" is missing where an answer to another feature
        implies it, and stays an answer where none does.
    """
    columns = {}
    for name in features:
        implied = np.zeros(len(features), dtype=bool)
        for gate, answers in gates.get(name, {}).items():
            implied |= features[gate].isin(answers).to_numpy()
        implied &= features[name].eq(NOT_APPLICABLE).to_numpy(bool)
        columns[name] = (
            features[name].mask(implied) if implied.any() else features[name]
        )
    return pd.DataFrame(columns, index=features.index)


def contradictions(features: pd.DataFrame, gates: Gates) -> dict[str, float]:
    """Return the share of persons who answer a feature that a gate of theirs shuts."""
    found = {}
    for name, shut in gates.items():
        closed = np.zeros(len(features), dtype=bool)
        for gate, answers in shut.items():
            closed |= features[gate].isin(answers).to_numpy()
        answered = features[name].notna() & features[name].ne(NOT_APPLICABLE)
        found[name] = float((closed & answered.to_numpy(bool)).mean())
    return found
