"""The planted internationals: who they are, before they find a home or a partner.

Each is drawn from a part of a cluster (see `parts`) and carries latent traits that
are never delivered: the stage of life, the career and the wish for a family. Age,
stay, tenure, income and education all lean on them, so that answers depend on one
another inside a cluster, as they do in life.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.synthetic.draws import (
    apportion,
    blend,
    by_rank,
    choose,
    highest,
    on_scale,
)
from clusters.synthetic.figures import CLUSTERS, cluster_profiles, tenure_shares
from clusters.synthetic.parts import LIVES, Life

if TYPE_CHECKING:
    from clusters.synthetic.draws import Floats, Strings

# The number of persons clustered was not published; 25,000 of 231,633 is our choice.
PLANTED_SHARE = 25_000 / 231_633


def planted_counts(residents: int) -> dict[int, int]:
    """Return how many persons of each cluster a city of this size gets."""
    total = round(residents * PLANTED_SHARE)
    counts = apportion(total, cluster_profiles()["share_pct"])
    return dict(zip(CLUSTERS, counts.tolist(), strict=True))


def draw_planted(
    residents: int, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    """Draw all planted persons of a city.

    ``window`` is the longest possible stay in years. Tenure is that of the home they
    are going to live in; ``coupled`` tells who lives with a partner.
    """
    drawn = [
        _draw_cluster(cluster, count, window, rng)
        for cluster, count in planted_counts(residents).items()
    ]
    return pd.concat(drawn, ignore_index=True)


def _draw_cluster(
    cluster: int, count: int, window: float, rng: np.random.Generator
) -> pd.DataFrame:
    lives = {part: life for part, life in LIVES.items() if life.cluster == cluster}
    counts = apportion(count, [life.share for life in lives.values()])
    people = pd.concat(
        [
            _draw_part(part, life, int(size), rng)
            for (part, life), size in zip(lives.items(), counts, strict=True)
        ],
        ignore_index=True,
    )
    stage, career = people["stage"].to_numpy(), people["career"].to_numpy()
    settling = blend(rng, (0.35, stage), (0.15, career))
    tightness = next(iter(lives.values())).stay
    mean = float(cluster_profiles().loc[cluster, "avg_stay_years"])
    # A day's margin on both sides: they arrived, and after the window opened.
    stay = on_scale(settling, 0.003, mean, window - 0.003, tightness)
    return people.assign(
        stay=stay, tenure=_tenures(cluster, settling, career, rng), cluster=cluster
    )


def _draw_part(
    part: str, life: Life, size: int, rng: np.random.Generator
) -> pd.DataFrame:
    stage = rng.standard_normal(size)
    career = blend(rng, (0.25, stage))
    family = blend(rng, (0.5, stage))
    leaning = family + 0.4 * rng.standard_normal(size)
    coupled = highest(leaning, life.coupled)
    at_home = highest(rng.standard_normal(size) - stage, life.at_home)
    return pd.DataFrame(
        {
            "part": part,
            "stage": stage,
            "career": career,
            "family": family,
            "woman": rng.permutation(np.arange(size) < round(life.women * size)),
            "age": on_scale(stage, *life.age),
            "coupled": coupled & ~at_home,
            "at_home": at_home,
            "motive": choose(rng, size, life.motives),
        }
    )


def _tenures(
    cluster: int, settling: Floats, career: Floats, rng: np.random.Generator
) -> Strings:
    """Hand out the published tenures: careers and long stays buy, newcomers rent."""
    shares = tenure_shares().loc[cluster].to_dict()
    order = {name: shares[name] for name in ("social_rent", "private_rent", "owned")}
    tenures = np.full(len(career), "unknown", dtype=object)
    known = ~highest(rng.standard_normal(len(career)), shares["unknown"])
    means = 0.6 * career + 0.3 * settling + 0.8 * rng.standard_normal(len(career))
    tenures[known] = by_rank(means[known], order)
    return tenures
