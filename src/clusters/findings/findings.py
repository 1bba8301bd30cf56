"""Everything a report may know: released tables, words and facts about the run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusters.findings.evidence import Evidence
from clusters.findings.house_style import Look
from clusters.findings.owner import Owner
from clusters.findings.perspectives import Views

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from clusters.disclosure import ReleasedTable
    from clusters.findings.areas import Places
    from clusters.findings.national import NationalFigures
    from clusters.findings.previous_edition import LastEdition
    from clusters.findings.sample import Sample
    from clusters.labels import Label
    from clusters.schema import FeatureMeaning, Language, Text


@dataclass(frozen=True)
class MethodFacts:
    """How the clusters were found.

    ``curve`` holds per number of clusters tried the adjusted BIC (lower is better),
    empty where the number was fixed; ``weakest`` per number that was put to the test
    the overlap at which its least stable cluster came back, in whole percents;
    ``times_best_found`` counts the starts that ended in the best
    solution; ``evidence`` holds the tests that the clusters were put to.
    """

    method: str
    n_clusters: int
    chosen_automatically: bool
    curve: tuple[tuple[int, float], ...]
    starts: int
    times_best_found: int
    min_probability: float
    seed: int
    sensitive_features_reason: str | None = None
    weakest: Mapping[int, int] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True)
class Colophon:
    """Where the numbers come from, so that anybody can make them again.

    ``inputs`` maps file names (no folders) to SHA-256 digests, ``versions`` package
    names to versions.
    """

    run: str
    code_version: str
    settings_digest: str
    inputs: Mapping[str, str]
    versions: Mapping[str, str]


@dataclass(frozen=True)
class Findings:
    """What the study found, in the form in which it may be read.

    Parameters
    ----------
    title, place, reference_date, language, currency
        Of the study. ``place`` is the name of the municipality or area.
    population
        One sentence that says who is studied.
    funnel
        Dimensions ``step``: rows read, dropped (per reason) and kept.
    sizes
        Dimension ``cluster``: ``"all"``, ``"0"`` (no clear profile), ``"1"``..``"k"``.
    profiles
        Dimensions ``cluster``, ``feature``, ``category``; ``"all"`` is everybody.
        Clusters too small to profile are absent.
    drilldown
        The same for variables that describe and did not cluster; may be absent.
    labels
        By cluster number as a string.
    dictionary
        Every feature in ``profiles`` and ``drilldown``, in the order of themes.
    notices
        What the reader must know about the data: features left out, and why.
    dropped
        The tables that could not be protected, by their name in the catalogue.
    last
        The last edition and what became of its clusters; none where there is none.
    owner
        What the municipality says of its own use, for the papers.
    look
        The house style.
    views
        Types, origins, inflow and stay, beside the clusters.
    places
        Clusters by area, where the study has maps.
    national
        Figures of the whole country that the client supplied.
    sample
        Where persons stand for others by a weight; then everything but ``funnel`` is an
        estimate.
    """

    title: str
    place: str
    reference_date: date
    language: Language
    currency: str
    population: Text
    funnel: ReleasedTable
    funnel_steps: Mapping[str, Text]
    sizes: ReleasedTable
    profiles: ReleasedTable
    drilldown: ReleasedTable | None
    labels: Mapping[str, Label]
    dictionary: tuple[FeatureMeaning, ...]
    method: MethodFacts
    notices: tuple[Text, ...]
    colophon: Colophon
    dropped: tuple[str, ...] = ()
    look: Look = field(default_factory=Look)
    last: LastEdition | None = None
    views: Views = field(default_factory=Views)
    owner: Owner = field(default_factory=Owner)
    places: Places | None = None
    national: tuple[NationalFigures, ...] = ()
    sample: Sample | None = None
