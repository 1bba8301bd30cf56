"""The rules that the tables of a report meet, in the words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure.shares import TOLERATED
from clusters.report import explanations

if TYPE_CHECKING:
    from clusters.report.findings import Findings
    from clusters.report.source import Source


def privacy_rules(source: Source) -> tuple[str, ...]:
    """Return each rule as a sentence or two."""
    policy = source.policy
    return tuple(
        source.say(
            text,
            least=policy.minimum_persons,
            base=policy.round_base,
            marker=policy.marker,
            cluster=source.count(policy.minimum_cluster),
            group=policy.minimum_share_base,
            off=TOLERATED,
            hidden=source.percent(hidden_percent(source.findings)),
        )
        for text in explanations.PRIVACY_RULES
    )


def hidden_percent(findings: Findings) -> int:
    """Return what part of the cells of the clusters' profiles has the marker.

    Everybody who counts the markers knows it; what they stand for it does not tell.
    """
    return round(100 * float(findings.profiles.rows["hidden"].mean()))
