"""What share of everybody studied gave an answer, to hold against other figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.profiles.counts import EVERYBODY

if TYPE_CHECKING:
    from clusters.disclosure import ReleasedTable
    from clusters.findings.findings import Findings


def city_share(findings: Findings, feature: str, category: str) -> int | None:
    """Return the percent of everybody with a known answer that gave this one."""
    table = _with_feature(findings, feature)
    if table is None:
        return None
    everybody = {"cluster": EVERYBODY, "feature": feature}
    return known(table.value("share", **everybody, category=category))


def _with_feature(findings: Findings, feature: str) -> ReleasedTable | None:
    for table in (findings.profiles, findings.drilldown):
        if table is not None and (table.rows["feature"] == feature).any():
            return table
    return None
