"""The words of features in another country, where ours are those of the Netherlands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.schema import Code, Text, column

if TYPE_CHECKING:
    from clusters.features.feature import Feature

_MEANINGS = {
    "dwelling_value": Text("Woningwaarde", "Value of the dwelling"),
    "sector": Text("Bedrijfstak", "Industry"),
}
_ANSWERS = {("benefit", "pension"): Text("pensioen", "pension")}


def worded(feature: Feature, nationality: Text | None) -> Feature:
    """Return a feature in the words of the country that is studied.

    ``nationality`` is what having that of the country is called; none for the
    Netherlands.
    """
    if nationality is None:
        return feature
    meaning = _MEANINGS.get(feature.name, feature.meaning)
    if feature.name == "foreign_nationality":
        meaning = Text(f"Geen {nationality.nl}", meaning.en)
    codes = feature.codes if feature.edges else feature.categories
    return replace(
        feature,
        meaning=meaning,
        codes=tuple(
            Code(each.code, _ANSWERS.get((feature.name, each.code), each.meaning))
            for each in codes
        ),
    )


def called(name: str, nationality: Text | None) -> Text:
    """Return what a column is called in the country that is studied."""
    if nationality is not None and name == "foreign_nationality":
        return Text(f"Geen {nationality.nl}", "Foreign nationality")
    told = column(name).meaning
    return told if nationality is None else _MEANINGS.get(name, told)
