"""What is the largest among released numbers: a reason, a gap, an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.labels.traits import traits_of
from clusters.numbers import known
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.disclosure import ReleasedTable
    from clusters.findings.perspectives import Found, Views
    from clusters.labels import Trait


def largest_reason(views: Views, code: str) -> tuple[str, int] | None:
    """Return why most people have a type that is none, and how many have that reason.

    None where a hidden reason may have more.
    """
    if "type_reasons" not in views.tables:
        return None
    rows = views.tables["type_reasons"].where(type=code)
    shown = rows.set_index("reason")["persons"].dropna().astype(int)
    everybody = known(views.tables["types"].value("persons", type=code))
    if shown.empty or everybody is None or everybody - shown.sum() > shown.max():
        return None
    return str(shown.idxmax()), int(shown.max())


def largest_gap(gaps: Found) -> tuple[tuple[str, ...], int] | None:
    """Return the largest difference and what it is of; none where none is known."""
    shown = {about: gap for about, gap in gaps.items() if gap is not None}
    if not shown:
        return None
    about = max(shown, key=lambda each: abs(shown[each]))
    return about, shown[about]


def clearest_answer(table: ReleasedTable, cluster: str, feature: str) -> Trait | None:
    """Return the answer that a cluster has more often, most clearly of all."""
    return next(
        (
            trait
            for trait in traits_of(table, cluster, [feature])
            if trait.difference > 0 and trait.category != UNKNOWN
        ),
        None,
    )


def most_and_least(shares: Mapping[str, tuple[int, bool]]) -> tuple[str, str]:
    """Return the clusters with the largest and the smallest share, the first of ties.

    Of each a share, and whether it is only known to be more.
    """
    most = max(shares, key=shares.__getitem__)
    return most, min(shares, key=shares.__getitem__)
