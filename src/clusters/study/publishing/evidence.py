"""The evidence as a report may tell it: whole percents, and what it forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.association import strength
from clusters.features.elsewhere import worded
from clusters.features.origin import ORIGIN_FEATURES
from clusters.findings.evidence import Evidence, FoundAgain
from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE
from clusters.store import read_json

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.disclosure import ReleasedTable
    from clusters.schema import Text


def read_evidence(work: Path, nationality: Text | None = None) -> Evidence:
    """Return the evidence of a run, rounded to whole percents.

    How clusters go together with origin, and the rules by which a person could be
    placed, are for review and stay behind. Overlaps are rounded down, or one of 74.6
    would read as a 75 that may have a name. ``nationality`` is what having that of the
    country is called; none for the Netherlands.
    """
    told = read_json(work / "evidence.json")
    noise, agreement, rules = told["noise"], told["agreement"], told["rules"]
    return Evidence(
        has_profiles=noise is None or noise["has_profiles"],
        shuffles=len(noise["null_gains"]) if noise else 0,
        samples=told["samples"],
        found_again={
            str(each["cluster"]): FoundAgain(
                int(100 * each["jaccard"]),
                each["grade"],
                int(100 * each["apart"]),
                int(100 * each["elsewhere"]),
            )
            for each in told["stability"]
        },
        other_method=agreement["method"] if agreement else "",
        agreement=_percent(agreement["adjusted_rand"]) if agreement else 0,
        tells={name: _percent(part) for name, part in told["tells"].items()},
        twins=tuple((pair["one"], pair["other"]) for pair in told["same"]),
        fidelity=_percent(rules["fidelity"]) if rules else 0,
        asked=len(rules["asked"]) if rules else 0,
        origin=_proxies(work, nationality),
    )


def _proxies(
    work: Path, nationality: Text | None
) -> tuple[tuple[str, Text, Text], ...]:
    """Return in words how far the clusters go together with each way to tell origin."""
    file = work / "review" / "proxies.csv"
    if not file.is_file():
        return ()
    table = pd.read_csv(file)
    strengths = table[table["feature"] == "cluster"].set_index("origin")["cramers_v"]
    called = {each.name: worded(each, nationality).meaning for each in ORIGIN_FEATURES}
    return tuple(
        (str(name), called[str(name)], strength(None if pd.isna(value) else value))
        for name, value in strengths.items()
    )


def without_withheld(clusters: pd.Series, evidence: Evidence) -> pd.Series:
    """Return the clusters that may be profiled; who is in another has none."""
    held = [each for each in clusters.unique() if evidence.withholds(str(each))]
    return clusters.mask(clusters.isin(held), int(NO_CLEAR_PROFILE))


def profiled_in(profiles: ReleasedTable) -> list[str]:
    """Return the clusters that may be profiled, the largest first."""
    present = profiles.rows["cluster"].unique()
    return sorted((each for each in present if each != EVERYBODY), key=int)


def _percent(share: float) -> int:
    return round(100 * share)
