"""Everything through the gate, and gathered for the report."""

from __future__ import annotations

from importlib.metadata import version
from math import isfinite
from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import load_policy, release_all
from clusters.errors import DisclosureError
from clusters.findings.findings import Colophon, Findings, MethodFacts
from clusters.findings.house_style import Look
from clusters.findings.owner import Owner
from clusters.findings.sample import Sample
from clusters.people.rule import describe, impossible
from clusters.people.weights import effective_number, weights_of
from clusters.perspectives.type_names import types_of
from clusters.profiles import (
    EVERYBODY,
    CountTable,
    alike_answers,
    cluster_sizes,
    count_profiles,
    units_of,
)
from clusters.report.drawing.fonts import unprintable
from clusters.schema import Text
from clusters.settings import read_logo
from clusters.store import read_json
from clusters.study.publishing.areas import area_table, areas_of, places_of
from clusters.study.publishing.balance import balance_cells
from clusters.study.publishing.crossings import crossed, same_types
from clusters.study.publishing.evidence import (
    read_evidence,
    same_features,
    without_withheld,
)
from clusters.study.publishing.history import history_of, keep_entry
from clusters.study.publishing.identical_cells import never_given, shared_cells
from clusters.study.publishing.naming import name_released
from clusters.study.publishing.national import national_figures
from clusters.study.publishing.perspective_facts import gather_views
from clusters.study.publishing.perspective_tables import perspective_tables
from clusters.study.publishing.previous import edition_of, find_previous
from clusters.study.publishing.published import told_by_others
from clusters.study.publishing.review import keep_review
from clusters.study.residents import impossible_of_studied
from clusters.study.run import LOGO, delivered_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure import Policy, Release
    from clusters.findings.evidence import Evidence
    from clusters.schema import FeatureMeaning
    from clusters.study.run import Run

# The packages that can change a number or a page.
_PACKAGES = (
    "stadsclusters", "duckdb", "hdbscan", "matplotlib", "numba", "numpy", "pandas",
    "pyarrow", "pyreadstat", "scikit-learn", "scipy", "typst",
)  # fmt: skip
# The people of the study are one quantity, in whatever table they are counted.
_STUDIED = (("funnel", {"step": "kept"}), ("sizes", {"cluster": EVERYBODY}))


def gather(
    run: Run,
    *,
    features: pd.DataFrame,
    clusters: pd.Series,
    meanings: Sequence[FeatureMeaning],
) -> Findings:
    """Count, release and name what was found.

    Parameters
    ----------
    run : the run; its folder holds the rules and the words.
    features : one row per person; the clustered ones and those that only describe.
    clusters : the cluster of every person, on the same index.
    meanings : what each feature means.

    Raises
    ------
    DisclosureError
        If there are too few people, or no cluster is large enough to be profiled.
    """
    study = run.study.study
    evidence = read_evidence(run.work, study.nationality_elsewhere)
    if not evidence.has_profiles:
        clusters = clusters.mul(0)
    shown = without_withheld(clusters, evidence)
    prepared = read_json(run.work / "people.json")
    people = pd.read_parquet(run.work / "people.parquet").reindex(features.index)
    types = types_of(study.nationality_elsewhere)
    features, meanings = crossed(run.work, features, meanings, types)
    areas = areas_of(pd.read_parquet(run.work / "roster.parquet"), run.study)
    # Without a cluster there is nothing to tell apart by area.
    has_clusters = bool((shown > 0).any())
    beside = [area_table(areas, people, shown)] if areas and has_clusters else []
    released = _released(
        run,
        prepared["funnel"],
        (features, units_of(people), weights_of(people)),
        (clusters, shown),
        meanings,
        beside,
    )
    clustered = [each.name for each in meanings if each.clustered]
    labels, unused = name_released(run, released, features[clustered], shown, meanings)
    place = study.place or study.municipality or study.name
    return Findings(
        title=study.title or study.name,
        place=place,
        reference_date=study.reference_date,
        language=study.language,
        currency=study.currency,
        population=describe(run.study.population, place, study.nationality_elsewhere),
        funnel=released["funnel"],
        funnel_steps={
            step["name"]: Text(step["nl"], step["en"]) for step in prepared["funnel"]
        },
        sizes=released["sizes"],
        profiles=released["profiles"],
        drilldown=released.tables.get("drilldown"),
        labels=labels,
        dictionary=tuple(meanings),
        method=_method(run, evidence),
        notices=(
            *_notices(run),
            *unprintable(study.title or "", place),
            *unused,
            *(_dropped(name) for name in released.dropped),
        ),
        colophon=_colophon(run),
        look=_look(run),
        last=edition_of(run, released),
        views=gather_views(run, released.tables),
        owner=Owner(**run.study.report.papers.model_dump()),
        national=national_figures(run.study, meanings),
        sample=_sample(weights_of(people)),
        places=places_of(areas, released, run.study) if areas else None,
    )


def _released(
    run: Run,
    funnel: list[dict[str, str]],
    people: tuple[pd.DataFrame, pd.DataFrame | None, pd.Series | None],
    numbers: tuple[pd.Series, pd.Series],
    meanings: Sequence[FeatureMeaning],
    beside: Sequence[CountTable],
) -> Release:
    """Take every table of the report through the gate together.

    ``people`` are their answers, the homes behind them, and how many each person of a
    sample stands for; ``numbers`` the clusters as found and as they may be profiled;
    ``beside`` the tables of the other perspectives.
    """
    (features, units, weights), (clusters, shown) = people, numbers
    policy = load_policy(run.work / "disclosure.toml", run.study.report.audience)
    _refuse_too_few(clusters, policy)
    never = (*impossible(run.study.population), *impossible_of_studied(run.study))
    tables = [_funnel(funnel), cluster_sizes(clusters, weights)]
    for name, is_clustered in (("profiles", True), ("drilldown", False)):
        chosen = [each.name for each in meanings if each.clustered is is_clustered]
        if chosen:
            tables.append(
                count_profiles(
                    features[chosen],
                    shown,
                    name=name,
                    impossible=never,
                    units=units,
                    weights=weights,
                )
            )
    previous = find_previous(run.study.report.previous)
    moved = previous.flows_to(clusters) if previous else None
    if moved is not None:
        tables.append(moved)
    if weights is None:
        tables += perspective_tables(run, clusters, policy.minimum_cluster)
    same = [
        _STUDIED,
        *shared_cells(tables),
        *balance_cells(tables),
        *same_types(tables),
    ]
    tables += beside
    history = history_of(run, tables, features, clusters, meanings, policy)
    released = release_all(
        tables,
        policy,
        same=same,
        alike=alike_answers(features),
        history=history,
        known=never_given(tables),
        published=told_by_others(run),
    )
    keep_entry(run, released)
    keep_review(run, released, same_features(run.work, meanings))
    if "profiles" in released.dropped:
        raise DisclosureError(
            "The clusters cannot be described without exposing people.\nAsk for fewer "
            "clusters in [clustering], or for broader bands in [features].",
            "De clusters zijn niet te beschrijven zonder mensen bloot te geven.\nVraag "
            "in [clustering] om minder clusters, of in [features] om bredere klassen.",
        )
    return released


def _sample(weights: pd.Series | None) -> Sample | None:
    """Return what a report tells of a sample, too coarse to tell of a person."""
    if weights is None:
        return None
    effective = effective_number(weights)
    return Sample(int(effective) // 10 * 10, round(10 * len(weights) / effective))


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


def _dropped(table: str) -> Text:
    return Text(
        f"Tabel '{table}' is weggelaten: die was niet te beveiligen.",
        f"Table '{table}' is left out: it could not be protected.",
    )


def _funnel(steps: list[dict[str, str]]) -> CountTable:
    counts = pd.DataFrame(
        {
            "step": [step["name"] for step in steps],
            "persons": [int(step["persons"]) for step in steps],
        }
    )
    return CountTable("funnel", ("step",), counts, reference={"step": "read"})


def _method(run: Run, evidence: Evidence) -> MethodFacts:
    chosen, model = run.study.clustering, read_json(run.work / "model.json")
    return MethodFacts(
        method=chosen.method,
        n_clusters=model["n_clusters"],
        chosen_automatically=chosen.clusters == "auto",
        curve=tuple((int(each["k"]), each["adjusted_bic"]) for each in model["curve"]),
        weakest={
            int(each["k"]): int(100 * each["weakest"])
            for each in model["curve"]
            if isfinite(each["weakest"])
        },
        starts=model["starts"],
        times_best_found=model["times_best_found"],
        min_probability=chosen.min_probability,
        seed=chosen.seed,
        sensitive_features_reason=chosen.sensitive_features_reason,
        evidence=evidence,
    )


def _notices(run: Run) -> list[Text]:
    return [
        Text(**each)
        for file in ("people.json", "features.json")
        for each in read_json(run.work / file)["notices"]
    ]


def _look(run: Run) -> Look:
    """Return the house style; the logo from the run's folder, as it was checked."""
    style = run.study.report.style
    return Look(
        organisation=style.organisation or "",
        logo=read_logo(run.work / LOGO) if style.logo else None,
        accent=style.accent,
        cover=style.cover or style.accent,
    )


def _colophon(run: Run) -> Colophon:
    files = delivered_files(run.study)
    return Colophon(
        run=run.name,
        code_version=f"{version('stadsclusters')}+{run.code[:12]}",
        settings_digest=run.settings["study.toml"],
        inputs={files[name].name: digest for name, digest in run.inputs.items()},
        versions={package: version(package) for package in _PACKAGES},
    )
