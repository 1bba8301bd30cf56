"""Everything through the gate, and gathered for the report."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import ReleasedTable, load_policy, release
from clusters.errors import DisclosureError
from clusters.labels import load_phrases, name_clusters, traits_of
from clusters.people.population import describe
from clusters.profiles import EVERYBODY, CountTable, cluster_sizes, count_profiles
from clusters.report.findings import Colophon, Findings, MethodFacts
from clusters.schema import Text
from clusters.store import read_json
from clusters.study.evidence import (
    label_patterns,
    read_evidence,
    same_features,
    without_withheld,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure import Policy
    from clusters.report.evidence import Evidence
    from clusters.schema import FeatureMeaning
    from clusters.study.run import Run

# The packages that can change a number or a page.
_PACKAGES = (
    "stadsclusters", "duckdb", "hdbscan", "matplotlib", "numba", "numpy", "pandas",
    "pyarrow", "pyreadstat", "scikit-learn", "scipy", "typst",
)  # fmt: skip
_COUNTRY = Text("Nederland", "the Netherlands")


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
    policy = load_policy(run.work / "disclosure.toml", run.study.report.audience)
    clustered = [each.name for each in meanings if each.clustered]
    described = [each.name for each in meanings if not each.clustered]
    evidence = read_evidence(run.work)
    if not evidence.has_profiles:
        clusters = clusters.mul(0)
    shown = without_withheld(clusters, evidence)
    profiles = release(count_profiles(features[clustered], shown), policy)
    profiled = _profiled(profiles, policy)
    _refuse_too_small(clusters, policy)
    traits = {cluster: traits_of(profiles, cluster, clustered) for cluster in profiled}
    country = study.country or _COUNTRY.to(study.language)
    phrases = load_phrases(run.work / "labels.toml", meanings, country)
    patterns = label_patterns(traits, evidence, study.language)
    nameable = {each: traits[each] for each in profiled if each not in patterns}
    names, unused = name_clusters(nameable, phrases, run.study.labels.override)
    named = {**names, **patterns}
    prepared = read_json(run.work / "people.json")
    place = study.place or study.municipality or study.name
    return Findings(
        title=study.title or study.name,
        place=place,
        reference_date=study.reference_date,
        language=study.language,
        currency=study.currency,
        population=describe(run.study.population, place),
        funnel=release(_funnel(prepared["funnel"]), policy),
        funnel_steps={
            step["name"]: Text(step["nl"], step["en"]) for step in prepared["funnel"]
        },
        sizes=release(cluster_sizes(clusters), policy),
        profiles=profiles,
        drilldown=release(
            count_profiles(features[described], shown, name="drilldown"), policy
        )
        if described
        else None,
        labels={each: named[each] for each in profiled},
        dictionary=tuple(meanings),
        method=_method(run, evidence),
        notices=(*_notices(run), *same_features(run.work, meanings), *unused),
        colophon=_colophon(run),
    )


def _profiled(profiles: ReleasedTable, policy: Policy) -> list[str]:
    """Return the clusters that may be profiled, the largest first."""
    present = profiles.rows["cluster"].unique()
    if EVERYBODY not in present:
        raise DisclosureError(
            f"The study population has fewer than {policy.minimum_cluster} persons; "
            "nothing about it can be released.",
            f"De onderzoeksgroep telt minder dan {policy.minimum_cluster} personen; "
            "er kan niets over worden vrijgegeven.",
        )
    return sorted((each for each in present if each != EVERYBODY), key=int)


def _refuse_too_small(clusters: pd.Series, policy: Policy) -> None:
    """Refuse clusters of which none is large enough; without any there is a report."""
    sizes = clusters[clusters > 0].value_counts()
    if len(sizes) and sizes.max() < policy.minimum_cluster:
        raise DisclosureError(
            f"No cluster has {policy.minimum_cluster} persons or more, so none can be "
            "profiled.\nAsk for fewer clusters in [clustering], or study more people.",
            f"Geen enkel cluster telt {policy.minimum_cluster} personen of meer, dus "
            "er is geen profiel te maken.\nVraag in [clustering] om minder clusters, "
            "of onderzoek meer mensen.",
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
        curve=tuple((int(each["k"]), each["bic"]) for each in model["curve"]),
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


def _colophon(run: Run) -> Colophon:
    tables = run.study.extract.tables
    return Colophon(
        run=run.name,
        code_version=f"{version('stadsclusters')}+{run.code[:12]}",
        settings_digest=run.settings["study.toml"],
        inputs={tables[name].file.name: digest for name, digest in run.inputs.items()},
        versions={package: version(package) for package in _PACKAGES},
    )
