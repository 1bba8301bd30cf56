"""Persons of a sample who stand for others: their weights, and what those cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clusters.errors import ExtractError
from clusters.schema.text import plural

if TYPE_CHECKING:
    import pandas as pd

WEIGHT = "weight"


def weights_of(people: pd.DataFrame) -> pd.Series | None:
    """Return how many each person stands for; None where all stand for themselves."""
    if WEIGHT not in people or (people[WEIGHT] == 1).all():
        return None
    return people[WEIGHT]


def effective_number(weights: pd.Series) -> float:
    """Return how many persons with equal weights would tell as much.

    The square of the sum over the sum of squares: the design effect of unequal weights
    is the number of persons divided by it (Kish 1965, Survey Sampling, 11.7). Strata
    and clusters of the design are not in it.

    Examples
    --------
    >>> import pandas as pd
    >>> effective_number(pd.Series([1.0, 1.0, 2.0]))
    2.6666666666666665
    """
    return float(weights.sum() ** 2 / (weights**2).sum())


def refuse_unfit_weights(people: pd.DataFrame) -> None:
    """Refuse people of whom it is not known how many they stand for.

    Raises
    ------
    ExtractError
        If a weight is missing, zero or negative; with how many, and no key or value.
    """
    if WEIGHT not in people:
        return
    weights = people[WEIGHT]
    missing = int((weights.isna() | np.isinf(weights)).sum())
    none = int((weights <= 0).sum())
    if missing or none:
        raise ExtractError(
            f"[extract] weight: in the study population "
            f"{plural(missing, 'person has', 'persons have')} no weight and "
            f"{plural(none, 'person has', 'persons have')} one of zero or less.\n"
            "Everybody needs a weight above zero. Ask the supplier which column is the "
            "weight of a person, or leave these persons out of the delivery.",
            f"[extract] weight: in de onderzoeksgroep "
            f"{plural(missing, 'persoon heeft', 'personen hebben')} geen weegfactor en "
            f"{plural(none, 'persoon heeft', 'personen hebben')} een van nul of "
            "minder.\n"
            "Iedereen heeft een weegfactor boven nul nodig. Vraag de leverancier welke "
            "kolom de weegfactor van een persoon is, of laat deze personen uit de "
            "levering.",
        )
