"""Classes that a study made for itself, which somebody has to agree to (SDC-14).

Two reports with slightly other classes leave a slice of people between them. Standard
classes, and classes joined from them, are the same in every report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import DisclosureError
from clusters.features import FEATURES

if TYPE_CHECKING:
    from clusters.disclosure import Policy
    from clusters.settings import Study


def own_classes(study: Study) -> dict[str, str]:
    """Return the features with classes of the study's own, and the classes.

    Bands whose edges are all edges of the standard bands are no others. Columns that
    the extract has besides ours have only classes of their own; those are not repeated.
    """
    standard = {feature.name: set(feature.edges) for feature in FEATURES}
    bands = {
        name: f"({edges})" if isinstance(edges, int) else " ".join(map(_short, edges))
        for name, edges in study.features.bands.items()
        if isinstance(edges, int) or not set(edges) <= standard.get(name, set())
    }
    return dict(sorted({**dict.fromkeys(study.extract.extra, ""), **bands}.items()))


def refuse_own_classes(study: Study, policy: Policy) -> None:
    """Refuse a study with classes of its own where the rules do.

    Raises
    ------
    DisclosureError
        If ``own_classes`` is ``refuse`` and the study has any.
    """
    own = own_classes(study)
    if policy.own_classes == "refuse" and own:
        names = ", ".join(own)
        raise DisclosureError(
            f"Classes of the study's own: {names}. The disclosure rules allow standard "
            "classes only (own_classes).\nLeave them out of [features.bands] and "
            "[extract.extra].",
            f"Eigen klassen: {names}. De regels voor beveiliging staan alleen vaste "
            "klassen toe (own_classes).\nLaat ze weg uit [features.bands] en "
            "[extract.extra].",
        )


def _short(edge: float) -> str:
    return f"{edge:g}" if edge < 1e6 else f"{edge:.0f}"  # noqa: PLR2004 - no 1e+06
