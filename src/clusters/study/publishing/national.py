"""National figures of a study file, read and held against what the study has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.findings.national import NationalFigures
from clusters.perspectives.statline import national_shares

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.schema import FeatureMeaning
    from clusters.settings import Study


def national_figures(
    study: Study, meanings: Iterable[FeatureMeaning]
) -> tuple[NationalFigures, ...]:
    """Return the national shares that a study asks for.

    Raises
    ------
    SettingsError
        If a feature or category is not one of the study, or a file does not fit.
    """
    known = {each.name: {code.code for code in each.categories} for each in meanings}
    for asked in study.report.national:
        allowed = known.get(asked.feature)
        if allowed is None:
            listed = ", ".join(sorted(known))
            raise SettingsError(
                f"[report.national] feature {asked.feature!r} is not in the study.\n"
                f"It has: {listed}.",
                f"[report.national] feature {asked.feature!r} zit niet in de studie.\n"
                f"Wel: {listed}.",
            )
        other = sorted(set(asked.codes.values()) - allowed)
        if other:
            listed = ", ".join(sorted(allowed))
            raise SettingsError(
                f"[report.national] codes: {asked.feature} has no {', '.join(other)}.\n"
                f"It has: {listed}.",
                f"[report.national] codes: {asked.feature} kent geen "
                f"{', '.join(other)}.\nWel: {listed}.",
            )
    return tuple(
        NationalFigures(asked.feature, asked.name, national_shares(asked))
        for asked in study.report.national
    )
