"""What the analyst chooses about the clustering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Method = Literal["latent_class", "kmeans", "hdbscan", "ward"]


@dataclass(frozen=True)
class ClusteringOptions:
    """One study's choices; the defaults are the ones we would defend.

    ``clusters`` is a number or "auto", which tries ``minimum`` to ``maximum`` and takes
    the best by the method's criterion of which no cluster has fewer than ``smallest``
    persons and every cluster comes back in ``halves`` of the persons (see
    `clusters.clustering.choosing`; 0 leaves that out). ``together`` are pairs of
    features that go together within clusters, for the latent class model; "auto" learns
    them from the answers (see `clusters.clustering.ties`). Persons
    whose best cluster is less probable than ``min_probability`` get no clear profile.
    ``not_applicable`` says how often "does not apply" counts: "once" where one feature
    makes the others inapplicable, or "always", in each of them (see
    `clusters.clustering.encoding`).
    """

    method: Method = "latent_class"
    clusters: int | Literal["auto"] = "auto"
    minimum: int = 2
    maximum: int = 12
    starts: int = 20
    seed: int = 0
    min_probability: float = 0.5
    smallest: int = 1
    halves: int = 20
    together: tuple[tuple[str, str], ...] | Literal["auto"] = "auto"
    not_applicable: Literal["once", "always"] = "once"
