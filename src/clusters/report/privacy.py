"""The rules that the tables of a report meet, in the words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report import explanations

if TYPE_CHECKING:
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
        )
        for text in explanations.PRIVACY_RULES
    )
