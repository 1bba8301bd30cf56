"""From released tables to findings: names, changes, and facts about the run."""

from __future__ import annotations

from importlib.metadata import version
from math import isfinite
from typing import TYPE_CHECKING

from clusters.findings.findings import Colophon, Findings, MethodFacts
from clusters.findings.house_style import Look
from clusters.findings.owner import Owner
from clusters.findings.sample import Sample
from clusters.people.rule import describe
from clusters.people.weights import effective_number
from clusters.schema import Text
from clusters.settings import read_logo
from clusters.store import read_json
from clusters.study.publishing.areas import places_of
from clusters.study.publishing.naming import name_released
from clusters.study.publishing.national import national_figures
from clusters.study.publishing.perspective_facts import perspective_facts
from clusters.study.publishing.previous_edition import compare_with_previous
from clusters.study.run import LOGO, delivered_files

if TYPE_CHECKING:
    import pandas as pd

    from clusters.disclosure import Release
    from clusters.findings.evidence import Evidence
    from clusters.study.publishing.people import StudyPeople
    from clusters.study.run import Run

# The packages that can change a number or a page.
_PACKAGES = (
    "stadsclusters", "duckdb", "hdbscan", "matplotlib", "numba", "numpy", "pandas",
    "pyarrow", "pyreadstat", "scikit-learn", "scipy", "typst",
)  # fmt: skip


def find(run: Run, people: StudyPeople, released: Release) -> Findings:
    """Return what was found, in the form in which it may be read.

    Parameters
    ----------
    run : the run; its folder holds the words for names and the facts of each stage.
    people : for whom a name must hold; no number of theirs goes on.
    released : their tables, behind the gate.
    """
    study = run.study.study
    place = study.place or study.municipality or study.name
    labels, notices = name_released(run, people, released)
    areas = people.areas
    return Findings(
        title=study.title or study.name,
        place=place,
        reference_date=study.reference_date,
        language=study.language,
        currency=study.currency,
        population=describe(run.study.population, place, study.nationality_elsewhere),
        funnel=released["funnel"],
        funnel_steps=_funnel_steps(run),
        sizes=released["sizes"],
        profiles=released["profiles"],
        drilldown=released.tables.get("drilldown"),
        labels=labels,
        dictionary=people.meanings,
        method=_method(run, people.evidence),
        notices=(*_notices(run), *notices),
        dropped=released.dropped,
        colophon=_colophon(run),
        look=_look(run),
        last=compare_with_previous(run, released),
        views=perspective_facts(run, released.tables),
        owner=Owner(**run.study.report.papers.model_dump()),
        national=national_figures(run.study, people.meanings),
        sample=_sample(people.weights),
        places=places_of(areas, released, run.study) if areas else None,
    )


def _funnel_steps(run: Run) -> dict[str, Text]:
    steps = read_json(run.work / "people.json")["funnel"]
    return {step["name"]: Text(step["nl"], step["en"]) for step in steps}


def _sample(weights: pd.Series | None) -> Sample | None:
    """Return what a report tells of a sample, too coarse to tell of a person."""
    if weights is None:
        return None
    effective = effective_number(weights)
    return Sample(int(effective) // 10 * 10, round(10 * len(weights) / effective))


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
