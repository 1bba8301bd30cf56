"""The people of a study as they are counted: answers, clusters, homes and areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.weights import weights_of
from clusters.perspectives.types.names import types_of
from clusters.profiles import units_of
from clusters.study.features import read_meanings
from clusters.study.publishing.areas import areas_of
from clusters.study.publishing.crossings import crossed
from clusters.study.publishing.evidence import read_evidence, without_withheld

if TYPE_CHECKING:
    from clusters.findings.evidence import Evidence
    from clusters.perspectives.areas.people import Areas
    from clusters.schema import FeatureMeaning
    from clusters.study.run import Run


@dataclass(frozen=True)
class StudyPeople:
    """The people of a study, all on one index; exact, so for counting and naming only.

    Parameters
    ----------
    rows
        What is known of each person besides the answers: home, area, weight.
    answers
        One column per feature: those that cluster, then those that only describe.
    meanings
        What each feature means, in the order of ``answers``.
    clusters
        The cluster of every person, as it was found; 0 without a clear profile.
    profiled
        The same, with 0 also for who is in a cluster that may not be described.
    evidence
        How far the clusters can be believed.
    areas
        Where they live, if the study has maps.
    """

    rows: pd.DataFrame
    answers: pd.DataFrame
    meanings: tuple[FeatureMeaning, ...]
    clusters: pd.Series
    profiled: pd.Series
    evidence: Evidence
    areas: Areas | None

    @property
    def units(self) -> pd.DataFrame | None:
        """The household and address of each person, where they are known."""
        return units_of(self.rows)

    @property
    def weights(self) -> pd.Series | None:
        """How many people each person stands for, in a sample with weights."""
        return weights_of(self.rows)

    def names(self, *, clustered: bool) -> list[str]:
        """Return the features that cluster, or those that only describe."""
        return [each.name for each in self.meanings if each.clustered is clustered]


def read_study_people(run: Run) -> StudyPeople:
    """Return the people of a run from the files of its earlier stages.

    Raises
    ------
    SettingsError
        If the study asks for areas that the extract or the map does not have.
    """
    nationality = run.study.study.nationality_elsewhere
    answers = pd.read_parquet(run.work / "features.parquet")
    rows = pd.read_parquet(run.work / "people.parquet").reindex(answers.index)
    found = pd.read_parquet(run.work / "clusters.parquet")["cluster"]
    evidence = read_evidence(run.work, nationality)
    clusters = found if evidence.has_profiles else found.mul(0)
    answers, meanings = crossed(
        run.work, answers, read_meanings(run.work), types_of(nationality)
    )
    residents = pd.read_parquet(run.work / "roster.parquet")
    return StudyPeople(
        rows=rows,
        answers=answers,
        meanings=meanings,
        clusters=clusters,
        profiled=without_withheld(clusters, evidence),
        evidence=evidence,
        areas=areas_of(residents, run.study),
    )
