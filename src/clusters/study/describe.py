"""What people are clustered on, and what describes them besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.extracts.own_list import own_list
from clusters.features import (
    FEATURES,
    ORIGIN_FEATURES,
    SENSITIVE,
    FeatureTable,
    build_features,
    describe_extra,
    describe_features,
)
from clusters.people.households import MAJORITY
from clusters.schema import FeatureMeaning, Text, column

if TYPE_CHECKING:
    import pandas as pd

    from clusters.settings import Study

# Our choice: of minors a few in a hundred are parents, nowhere half of them.
_MOST_MINORS = 0.5


_ORIGIN = "origin"
_OWN_ORIGIN = Text("Herkomst (eigen indeling)", "Origin (own list)")


def describe_people(people: pd.DataFrame, study: Study, *, least: int) -> FeatureTable:
    """Return the features of a study: those to cluster on, then those that describe.

    Answers in columns of the supplier's own that fewer than ``least`` persons gave are
    joined.

    Raises
    ------
    SettingsError
        If the study file asks for what does not exist, or for clusters by origin
        without a reason.
    ExtractError
        If a whole theme cannot be filled.
    """
    _refuse_origin(study.features.use or (), study.clustering.sensitive_features_reason)
    table = build_features(
        people,
        study.study.reference_date,
        study.features,
        currency=study.study.currency,
        nationality=study.study.nationality_elsewhere,
    )
    if study.clustering.together != "auto":
        _refuse_unknown_pairs(study.clustering.together, list(table.frame))
    described, extra = _described(people, study, table, least)
    answers = [described.frame, *(answers for answers, _ in extra)]
    return FeatureTable(
        table.frame.join(answers),
        (*table.meanings, *described.meanings, *(meaning for _, meaning in extra)),
        (*table.notices, *described.notices, *_minors_with_children(people, least)),
    )


def _minors_with_children(people: pd.DataFrame, least: int) -> tuple[Text, ...]:
    """Return a notice if minors seem to be counted as children of their own."""
    if "minor_children" not in people:
        return ()
    minors = people.loc[people["age"] < MAJORITY, "minor_children"].dropna()
    if len(minors) < least or (minors > 0).mean() < _MOST_MINORS:
        return ()
    return (
        Text(
            "Volgens de levering hebben de meeste minderjarigen zelf minderjarige "
            "kinderen. Waarschijnlijk telt ‘Minderjarige kinderen thuis’ alle "
            "minderjarigen in het huishouden; lees het zo. De kolom hoort dan bij "
            "household_minors.",
            "By the extract most minors have minor children themselves. ‘Children "
            "under 18 at home’ probably counts all minors in the household; read it "
            "so. The column then belongs to household_minors.",
        ),
    )


def _refuse_origin(features: tuple[str, ...], reason: str | None) -> None:
    """Keep origin out of the clustering unless somebody answers for it."""
    asked = [name for name in features if name in SENSITIVE]
    if asked and reason is None:
        raise SettingsError(
            f"[features] use: {', '.join(asked)} tells of origin; origin describes "
            "people and does not cluster them.\nLeave it out, or state in "
            "[clustering] sensitive_features_reason why it must be in; the report "
            "prints that.",
            f"[features] use: {', '.join(asked)} gaat over herkomst; herkomst "
            "beschrijft mensen en bepaalt geen clusters.\nLaat het weg, of zeg in "
            "[clustering] sensitive_features_reason waarom het moet; het rapport "
            "drukt dat af.",
        )


def _refuse_unknown_pairs(
    together: tuple[tuple[str, str], ...], names: list[str]
) -> None:
    unknown = sorted({name for pair in together for name in pair} - set(names))
    if unknown:
        raise SettingsError(
            f"[clustering] together: {', '.join(unknown)} does not take part in the "
            f"clustering.\nFeatures that do: {', '.join(names)}.",
            f"[clustering] together: {', '.join(unknown)} doet niet mee aan de "
            f"indeling.\nKenmerken die meedoen: {', '.join(names)}.",
        )


def _described(
    people: pd.DataFrame, study: Study, table: FeatureTable, least: int
) -> tuple[FeatureTable, list[tuple[pd.Series, FeatureMeaning]]]:
    """Return what describes and does not cluster: our features, and extra columns."""
    known = {feature.name for feature in (*FEATURES, *ORIGIN_FEATURES)}
    asked = [name for name in study.report.drilldown if name not in table.frame]
    regions = own_regions(people, study)
    ours = known if regions is None else known - {_ORIGIN}
    described = describe_features(
        people,
        study.study.reference_date,
        [name for name in asked if name in ours],
        study.features.bands,
        currency=study.study.currency,
        nationality=study.study.nationality_elsewhere,
    )
    extra = [
        describe_extra(
            _extra_column(people, name),
            _heading(name, study),
            least=least,
            declared=_declared(name, study),
        )
        for name in asked
        if name not in known
    ]
    if regions is not None and _ORIGIN in asked:
        heading = _OWN_ORIGIN.to(study.study.language)
        extra.append(describe_extra(regions, heading, least=least))
    return described, extra


def own_regions(people: pd.DataFrame, study: Study) -> pd.Series | None:
    """Return the region of origin by the study's own list; None if it has none."""
    if study.origins is None or "birth_country" not in people:
        return None
    regions = own_list(study.origins).region_of(people["birth_country"])
    return regions.rename(_ORIGIN)


def _declared(name: str, study: Study) -> set[str] | None:
    """Return the codes of a supplier's own column; None if the schema has its codes."""
    if name not in study.extract.extra:
        return None
    return set(study.extract.codes.get(name, {}).values())


def _heading(name: str, study: Study) -> str:
    """Return what a column is called in the report: as told, or as the schema says."""
    if name in study.extract.extra:
        return study.extract.extra[name]
    return column(name).meaning.to(study.study.language)


def _extra_column(people: pd.DataFrame, name: str) -> pd.Series:
    if name not in people:
        raise SettingsError(
            f"[report] drilldown: there is no column {name!r}.\nColumns delivered: "
            f"{', '.join(sorted(people.columns))}.",
            f"[report] drilldown: er is geen kolom {name!r}.\nGeleverde kolommen: "
            f"{', '.join(sorted(people.columns))}.",
        )
    return people[name]
