"""The rules that the tables of a report meet, in the words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure import ReleasedTable
from clusters.disclosure.shares import TOLERATED
from clusters.report.shown import Origin
from clusters.report.words import privacy as words

if TYPE_CHECKING:
    from clusters.findings.findings import Findings
    from clusters.report.source import Source


def privacy_rules(source: Source) -> tuple[str, ...]:
    """Return each rule as a sentence or two."""
    policy = source.policy
    return tuple(
        source.say(
            text,
            least=policy.minimum_persons,
            rounding=rounding(source, *source.tables),
            steps=policy.coarse_share_below,
            marker=policy.marker,
            cluster=source.count(policy.minimum_cluster, Origin.SETTING),
            group=policy.minimum_share_base,
            off=TOLERATED,
            hidden=source.percent(hidden_percent(source.findings), Origin.DERIVED),
        )
        for text in words.RULES
    )


def rounding(source: Source, *tables: ReleasedTable) -> str:
    """Return what the counts of some tables are rounded to, as they really were."""
    # What only looks like a table is refused at the exit, and tells nothing before.
    released = [each for each in tables if isinstance(each, ReleasedTable)]
    if source.findings.sample:
        # Of the sample itself, which its own note tells of.
        released = [each for each in released if each is not source.findings.funnel]
    bases = sorted({base for table in released for base in table.bases})
    steps = [source.count(base, Origin.SETTING) for base in bases if base > 1]
    if not steps:
        return ""
    template = words.ROUNDED if len(steps) == 1 else words.ROUNDED_BOTH
    return source.say(template, base=steps[0], coarse=steps[-1])


def rounded_parts(source: Source, *tables: ReleasedTable) -> str:
    """Return the same, and what it does to parts and their whole."""
    return f"{rounding(source, *tables)} {source.say(words.PARTS)}".strip()


def hidden_percent(findings: Findings) -> int:
    """Return what part of the cells of the clusters' profiles has the marker.

    Everybody who counts the markers knows it; what they stand for it does not tell.
    """
    return round(100 * float(findings.profiles.rows["hidden"].mean()))
