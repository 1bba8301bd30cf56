"""From people to a table of features, and what every category means."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import SettingsError
from clusters.features.bands import banded, even_edges, spans
from clusters.features.elsewhere import worded
from clusters.features.missing import left_out, nothing_known, refuse_empty_theme
from clusters.features.origin import ORIGIN_FEATURES
from clusters.features.registry import FEATURES
from clusters.schema import (
    NOT_APPLICABLE,
    Code,
    FeatureMeaning,
    Text,
    span_code,
)
from clusters.settings import Features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from clusters.features.feature import Feature

    Bands = Mapping[str, tuple[float, ...] | int]

_KNOWN = {feature.name: feature for feature in (*FEATURES, *ORIGIN_FEATURES)}
_NOT_APPLICABLE = Code(NOT_APPLICABLE, Text("niet van toepassing", "not applicable"))


@dataclass(frozen=True)
class FeatureTable:
    """Features of people, with what they mean and what had to be left out.

    ``frame`` has one row per person and one categorical column per feature; missing is
    unknown, and not applicable is a category of its own.
    """

    frame: pd.DataFrame
    meanings: tuple[FeatureMeaning, ...]
    notices: tuple[Text, ...]


def build_features(
    people: pd.DataFrame,
    on: date,
    choice: Features,
    *,
    currency: str,
    nationality: Text | None = None,
) -> FeatureTable:
    """Return the features that people are clustered on.

    Parameters
    ----------
    people : one row per person, index person_id.
    on : the reference date.
    choice : which features to use or drop, and other bands than the usual ones.
    currency : the sign that amounts are worded with.
    nationality : what having that of the country is called; none for the Netherlands.

    Raises
    ------
    SettingsError
        If a feature is asked for that does not exist.
    ExtractError
        If a whole theme cannot be filled from the extract.
    """
    chosen = [worded(each, nationality) for each in _chosen(choice)]
    table = _table(chosen, people, on, choice, (currency, nationality))
    refuse_empty_theme({each.theme for each in table.meanings}, chosen)
    return table


def describe_features(  # noqa: PLR0913 - the last two are the words of the country
    people: pd.DataFrame,
    on: date,
    names: Sequence[str],
    bands: Bands,
    *,
    currency: str,
    nationality: Text | None = None,
) -> FeatureTable:
    """Return features that describe people and do not cluster them.

    The same features as `build_features` has, those of origin included.
    """
    chosen = [worded(_KNOWN[name], nationality) for name in names]
    choice = Features(bands=dict(bands))
    table = _table(chosen, people, on, choice, (currency, nationality))
    meanings = tuple(replace(each, clustered=False) for each in table.meanings)
    return replace(table, meanings=meanings)


def _chosen(choice: Features) -> list[Feature]:
    usual = [feature.name for feature in FEATURES]
    asked = usual if choice.use is None else list(choice.use)
    for name in (*asked, *choice.drop, *choice.bands):
        if name not in _KNOWN:
            nearest = difflib.get_close_matches(name, _KNOWN, 1, 0)[0]
            listed = ", ".join(_KNOWN)
            raise SettingsError(
                f"[features] there is no feature {name!r} (did you mean {nearest}?).\n"
                f"Features: {listed}.",
                f"[features] er is geen kenmerk {name!r} (bedoelt u {nearest}?).\n"
                f"Kenmerken: {listed}.",
            )
    return [_KNOWN[name] for name in asked if name not in choice.drop]


def _table(
    chosen: Sequence[Feature],
    people: pd.DataFrame,
    on: date,
    choice: Features,
    country: tuple[str, Text | None],
) -> FeatureTable:
    """Answer the features that the columns of ``people`` allow."""
    currency, nationality = country
    columns, meanings, notices = {}, [], []
    for feature in chosen:
        if absent := feature.missing_from(people.columns):
            if feature.is_missed:
                notices.append(left_out(feature, absent, nationality))
            continue
        bands = choice.bands.get(feature.name)
        answers, codes, joined = _answers(feature, people, on, bands, currency)
        if len(answers) and answers.isin([NOT_APPLICABLE]).eq(answers.notna()).all():
            notices.append(nothing_known(feature))
            continue
        columns[feature.name] = answers
        meanings.append(_meaning(feature, codes, joined))
    frame = pd.DataFrame(columns, index=people.index)
    return FeatureTable(frame, tuple(meanings), tuple(notices))


def _answers(
    feature: Feature,
    people: pd.DataFrame,
    on: date,
    bands: tuple[float, ...] | int | None,
    currency: str,
) -> tuple[pd.Series, tuple[Code, ...], tuple[Code, ...]]:
    """Return the answer of everybody as a categorical, the categories and the spans."""
    answers = feature.answers(people, on)
    if feature.edges:
        edges = _edges(feature, answers, bands)
        joined = spans(edges, feature.unit, currency)
        answers, codes = banded(answers, edges, feature.unit, currency)
    elif bands is None:
        codes = feature.categories
        joined = _either(codes) if feature.ordered else ()
    else:
        raise SettingsError(
            f"[features.bands] {feature.name} is not measured, so it has no bands.",
            f"[features.bands] {feature.name} is geen maat en heeft geen klassen.",
        )
    if feature.applies is not None:
        asked = feature.applies(people, on)
        answers = answers.astype(object).mask(~asked, NOT_APPLICABLE)
        codes = (*codes, _NOT_APPLICABLE)
    categories = [code.code for code in codes]
    return (
        pd.Series(pd.Categorical(answers, categories=categories), index=people.index),
        codes,
        joined,
    )


def _either(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return the words for adjacent levels together, of every run but that of all."""
    runs = [
        codes[first : last + 1]
        for first in range(len(codes))
        for last in range(first + 1, len(codes))
    ]
    return tuple(
        Code(
            span_code(run[0].code, run[-1].code),
            Text(
                " of ".join(each.meaning.nl for each in run),
                " or ".join(each.meaning.en for each in run),
            ),
        )
        for run in runs
        if len(run) < len(codes)
    )


def _edges(
    feature: Feature, answers: pd.Series, bands: tuple[float, ...] | int | None
) -> tuple[float, ...]:
    if bands is None:
        return feature.edges
    edges = even_edges(answers, bands) if isinstance(bands, int) else bands
    if not edges or list(edges) != sorted(set(edges)):
        raise SettingsError(
            f"[features.bands] {feature.name} needs one or more edges, each larger "
            "than the one before.",
            f"[features.bands] {feature.name} vraagt een of meer grenzen, elk groter "
            "dan de vorige.",
        )
    return edges


def _meaning(
    feature: Feature, codes: tuple[Code, ...], joined: tuple[Code, ...]
) -> FeatureMeaning:
    return FeatureMeaning(
        feature.name,
        feature.theme,
        feature.meaning,
        codes,
        ordered=feature.ordered or bool(feature.edges),
        spans=joined,
    )
