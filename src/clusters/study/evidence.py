"""The evidence as a report may tell it: whole percents, and what it forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.features import SENSITIVE
from clusters.features.registry import ORIGIN_FEATURES
from clusters.labels import Label
from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE
from clusters.report.certain_words import PATTERN, SAME
from clusters.report.evidence import Evidence, FoundAgain, Strength
from clusters.schema import Text
from clusters.store import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from clusters.disclosure import ReleasedTable
    from clusters.labels import Trait
    from clusters.schema import FeatureMeaning, Language


# Our choice, after Cohen's (1988) words for small and medium differences: from here on
# Cramer's V of clusters and origin is called moderate, and strong.
_MODERATE, _STRONG = 0.1, 0.3


def read_evidence(work: Path) -> Evidence:
    """Return the evidence of a run, rounded to whole percents.

    How clusters go together with origin, and the rules by which a person could be
    placed, are for review and stay behind. Overlaps are rounded down, or one of 74.6
    would read as a 75 that may have a name.
    """
    told = read_json(work / "evidence.json")
    noise, agreement, rules = told["noise"], told["agreement"], told["rules"]
    without = sorted(told["without"].items(), key=lambda each: (each[1], each[0]))
    return Evidence(
        has_profiles=noise is None or noise["has_profiles"],
        shuffles=len(noise["null_gains"]) if noise else 0,
        samples=told["samples"],
        found_again={
            str(each["cluster"]): FoundAgain(int(100 * each["jaccard"]), each["grade"])
            for each in told["stability"]
        },
        other_method=agreement["method"] if agreement else "",
        agreement=_percent(agreement["adjusted_rand"]) if agreement else 0,
        hangs_on=tuple((name, _percent(remains)) for name, remains in without),
        shares={name: _percent(share) for name, share in told["shares"].items()},
        fidelity=_percent(rules["fidelity"]) if rules else 0,
        asked=tuple(rules["asked"]) if rules else (),
        outside={
            name: _percent(size)
            for name, size in told["outside"].items()
            if name not in SENSITIVE
        },
        origin=_proxies(work),
    )


def _proxies(work: Path) -> tuple[tuple[Text, Strength], ...]:
    """Return in words how far the clusters go together with each way to tell origin."""
    file = work / "review" / "proxies.csv"
    if not file.is_file():
        return ()
    table = pd.read_csv(file)
    strengths = table[table["feature"] == "cluster"].set_index("origin")["cramers_v"]
    called = {each.name: each.meaning for each in ORIGIN_FEATURES}
    return tuple(
        (called[str(name)], _strength(float(value)))
        for name, value in strengths.dropna().items()
    )


def _strength(association: float) -> Strength:
    if association < _MODERATE:
        return "weak"
    return "moderate" if association < _STRONG else "strong"


def same_features(work: Path, meanings: Sequence[FeatureMeaning]) -> list[Text]:
    """Return a notice for each pair of features that tell the same."""
    called = {each.name: each.meaning for each in meanings}
    return [
        Text(
            SAME.nl.format(one=called[one].nl, other=called[other].nl),
            SAME.en.format(one=called[one].en, other=called[other].en),
        )
        for pair in read_json(work / "evidence.json")["same"]
        for one, other in [(pair["one"], pair["other"])]
    ]


def without_withheld(clusters: pd.Series, evidence: Evidence) -> pd.Series:
    """Return the clusters that may be profiled; who is in another has none."""
    held = [each for each in clusters.unique() if evidence.withholds(str(each))]
    return clusters.mask(clusters.isin(held), int(NO_CLEAR_PROFILE))


def label_patterns(
    traits: Mapping[str, Sequence[Trait]], evidence: Evidence, language: Language
) -> dict[str, Label]:
    """Return what the clusters are called that may have no name."""
    return {
        cluster: Label(
            cluster, PATTERN.to(language).format(number=cluster), (), tuple(found)
        )
        for cluster, found in traits.items()
        if evidence.grade(cluster) == "pattern"
    }


def profiled_in(profiles: ReleasedTable) -> list[str]:
    """Return the clusters that may be profiled, the largest first."""
    present = profiles.rows["cluster"].unique()
    return sorted((each for each in present if each != EVERYBODY), key=int)


def _percent(share: float) -> int:
    return round(100 * share)
