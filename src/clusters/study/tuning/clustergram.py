"""Where clusters come from as their number grows, drawn for the analyst.

For the review folder, inside the room: the flows count persons and pass no gate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from clusters.clustering.selection import clustergram
from clusters.store import private_folder, written_whole

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

_INK = "#1b3a4b"
_WIDEST_LINE = 18.0  # points, for everybody
_LARGEST_DOT = 900.0  # square points, for everybody


def keep_clustergram(work: Path, features: pd.DataFrame, tried: pd.DataFrame) -> None:
    """Write ``clustergram.csv`` and ``clustergram.png`` in the run's review folder.

    Parameters
    ----------
    work : the run's folder.
    features : one row per person, as clustered.
    tried : the cluster of every person for each number tried, a column each.
    """
    flows = clustergram(features, {k: tried[k].to_numpy() for k in tried})
    folder = private_folder(work / "review")
    with written_whole(folder / "clustergram.csv") as draft:
        flows.to_csv(draft, index=False)
    with written_whole(folder / "clustergram.png") as draft:
        draw(flows, len(features)).savefig(draft, format="png", dpi=150)


def draw(flows: pd.DataFrame, persons: int) -> Figure:
    """Return the drawing: a dot per cluster, a line per flow, as wide as it is large.

    ``flows`` as of `clusters.clustering.selection.clustergram`.
    """
    figure = Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    height = flows.groupby(["k", "cluster"])["position"].first()
    size = flows.groupby(["k", "cluster"])["persons"].sum()
    numbers = sorted(flows["k"].unique())
    before = dict(zip(numbers[1:], numbers[:-1], strict=True))
    for flow in flows[flows["k"].isin(before)].itertuples():
        ends = [(before[flow.k], flow.origin), (flow.k, flow.cluster)]
        axes.plot(
            [k for k, _ in ends],
            [height[end] for end in ends],
            color=_INK,
            alpha=0.35,
            linewidth=_WIDEST_LINE * flow.persons / persons,
            solid_capstyle="butt",
        )
    dots = size.index.get_level_values("k")
    axes.scatter(dots, height, s=_LARGEST_DOT * size / persons, color=_INK, zorder=3)
    axes.set_xlabel("k")
    axes.set_ylabel("FAMD 1")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    return figure
