"""Columns of the supplier's own, which describe people and do not cluster them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import SettingsError
from clusters.schema import Code, FeatureMeaning, Text, Theme

if TYPE_CHECKING:
    from collections.abc import Collection

# A variable with more answers describes nothing, and is close to naming people.
_MOST_CATEGORIES = 30
# Answers of so few people that the answer alone would tell they are there.
_RARE = Code("rare answers", Text("overige antwoorden", "other answers"))


def describe_extra(
    values: pd.Series,
    meaning: str,
    *,
    least: int,
    declared: Collection[str] | None = None,
) -> tuple[pd.Series, FeatureMeaning]:
    """Return a delivered column as a feature that describes and does not cluster.

    Its answers are those that were given, so an answer that stands in the report tells
    that somebody gave it, whatever is hidden beside it. Answers of fewer than ``least``
    persons are joined. So are those that are not ``declared`` as a code, where there
    are so many that it is text that somebody wrote; None says all of them are.

    Raises
    ------
    SettingsError
        If it has too many different answers to describe anybody by.
    """
    given = values.value_counts()
    is_rare = given < least
    if declared is not None and len(given) > _MOST_CATEGORIES:
        _refuse_free_text(str(values.name), len(given), declared)
        is_rare |= ~given.index.isin(list(declared))
    rare = given.index[is_rare]
    answers = sorted(given.index[~is_rare])
    if len(answers) > _MOST_CATEGORIES:
        raise SettingsError(
            f"[report] drilldown {values.name!r} has {len(answers)} different answers; "
            f"at most {_MOST_CATEGORIES} can be shown.\nJoin answers in "
            f"[extract.codes.{values.name}], or leave it out.",
            f"[report] drilldown {values.name!r} heeft {len(answers)} verschillende "
            f"antwoorden; er passen er hooguit {_MOST_CATEGORIES}.\nVoeg antwoorden "
            f"samen in [extract.codes.{values.name}], of laat het weg.",
        )
    # Also where none is rare: that somebody gave another answer is not to be told.
    codes = [*(Code(answer, Text(answer, answer)) for answer in answers), _RARE]
    told = values.mask(values.isin(rare), _RARE.code)
    categorical = pd.Series(
        pd.Categorical(told, categories=[each.code for each in codes]),
        index=values.index,
        name=values.name,
    )
    heading = Text(meaning, meaning)
    return categorical, FeatureMeaning(
        str(values.name), Theme.DEMOGRAPHIC, heading, tuple(codes), clustered=False
    )


def _refuse_free_text(name: str, different: int, declared: Collection[str]) -> None:
    if not declared:
        raise SettingsError(
            f"[extract.extra] {name!r} has {different} different answers, more than "
            f"{_MOST_CATEGORIES}: is it free text?\nWhat people wrote is never shown. "
            f"Name the codes that may be under [extract.codes.{name}], or leave the "
            "column out.",
            f"[extract.extra] {name!r} heeft {different} verschillende antwoorden, "
            f"meer dan {_MOST_CATEGORIES}: is het vrije tekst?\n"
            "Wat mensen schreven wordt nooit getoond. Noem de codes die wel mogen "
            f"onder [extract.codes.{name}], of laat de kolom weg.",
        )
