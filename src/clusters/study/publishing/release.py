"""The tables of a study through the gate, all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure import Relations, release_all
from clusters.errors import DisclosureError
from clusters.profiles import identical_answers
from clusters.study.publishing.history import history_of
from clusters.study.publishing.known_cells import cells_of_nobody, published_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from clusters.disclosure import Policy, Release
    from clusters.profiles import CountTable
    from clusters.study.publishing.people import StudyPeople
    from clusters.study.run import Run


def release_tables(
    run: Run, people: StudyPeople, tables: Sequence[CountTable], policy: Policy
) -> Release:
    """Return what may be shown of the tables of a study.

    Raises
    ------
    DisclosureError
        If there are too few people, no cluster is large enough to be profiled, or as
        `release_all`.
    """
    _refuse_too_few(people.clusters, policy)
    relations = Relations(
        identical_answers=identical_answers(people.answers),
        known=tuple(cells_of_nobody(tables)),
        published=tuple(published_cells(run)),
    )
    history = history_of(run, tables, people, policy)
    return release_all(tables, policy, relations=relations, history=history)


def refuse_without_profiles(released: Release) -> None:
    """Refuse a release in which the clusters are not described.

    Raises
    ------
    DisclosureError
        If their table was dropped.
    """
    if "profiles" in released.dropped:
        raise DisclosureError(
            "The clusters cannot be described without exposing people.\nAsk for fewer "
            "clusters in [clustering], or for broader bands in [features].",
            "De clusters zijn niet te beschrijven zonder mensen bloot te geven.\nVraag "
            "in [clustering] om minder clusters, of in [features] om bredere klassen.",
        )


def _refuse_too_few(clusters: pd.Series, policy: Policy) -> None:
    """Refuse a population, or clusters, of which none is large enough to describe."""
    least = policy.minimum_cluster
    if len(clusters) < least:
        raise DisclosureError(
            f"The study population has fewer than {least} persons; nothing about it "
            "can be released.",
            f"De onderzoeksgroep telt minder dan {least} personen; er kan niets over "
            "worden vrijgegeven.",
        )
    sizes = clusters[clusters > 0].value_counts()
    if len(sizes) and sizes.max() < least:
        raise DisclosureError(
            f"No cluster has {least} persons or more, so none can be profiled.\nAsk "
            "for fewer clusters in [clustering], or study more people.",
            f"Geen enkel cluster telt {least} personen of meer, dus er is geen profiel "
            "te maken.\nVraag in [clustering] om minder clusters, of onderzoek meer "
            "mensen.",
        )
