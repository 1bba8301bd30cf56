"""Which cluster grew most since the previous edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.numbers import known

if TYPE_CHECKING:
    from clusters.findings.findings import Findings


@dataclass(frozen=True)
class Growth:
    """A cluster that is a larger part of everybody than it was, in whole percents."""

    cluster: str
    then: int
    now: int


def grew_most(findings: Findings) -> Growth | None:
    """Return the cluster whose share of everybody grew most, if one grew."""
    grown = [
        Growth(cluster, then, now)
        for cluster, change in (findings.last.changes if findings.last else {}).items()
        if change.became == "survived"
        and (now := known(findings.sizes.value("share", cluster=cluster))) is not None
        and (then := change.former[0].share) is not None
        and now > then
    ]
    return max(grown, key=lambda each: each.now - each.then, default=None)
