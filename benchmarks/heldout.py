"""What the engine finds in towns that it was not made with, beside what can be found.

    python benchmarks/heldout.py [--seeds 3] [--first 100] [--persons 3000] [--name x]

For every cell of the grid in `towns`, and for towns without any kinds: the adjusted
Rand index with the number of kinds given and with the number chosen, the oracle's, the
number, what the clusters are graded, and how many of those graded stable or better
match no planted kind (Jaccard under .6). Writes benchmarks/results/heldout-<name>.json.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import time
from pathlib import Path

import numpy as np
import pandas as pd
import towns
from scipy.sparse.csgraph import connected_components
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import ClusteringOptions, cluster_people
from clusters.clustering.gates import skip_implied
from clusters.clustering.layout import Pairs
from clusters.clustering.refit import encode, shares_of, table_of
from clusters.clustering.selection import compare_with_noise
from clusters.clustering.stability import resample

RESULTS = Path(__file__).parent / "results"
STARTS = 3
MATCHES = 0.6
NAMED = {"stable", "highly stable"}


# Kinds of which the oracle takes so much of one for the other count as one.
ONE_KIND = 0.2


def tell(features: pd.DataFrame, kinds: np.ndarray, seed: int) -> dict[str, object]:
    """Return what a study would be told of a town, held against its kinds."""
    options = ClusteringOptions(starts=STARTS, seed=seed, smallest=30)
    planted = int(kinds.max()) + 1
    begun = time.process_time()
    found = cluster_people(features, options)
    chosen = time.process_time() - begun
    labels = found.clusters["cluster"].to_numpy() - 1
    together = found.together[found.n_clusters]
    answers = skip_implied(features.sort_index(), found.model["gates"])
    told = resample(answers, labels, seed=seed, n_samples=20, together=together)
    evidence = compare_with_noise(
        answers,
        seed=seed,
        n_clusters=found.n_clusters,
        n_null=5,
        gates=found.model["gates"],
    )
    likeness = towns.jaccard(labels, kinds).max(axis=1)
    named = told["grade"].isin(NAMED).to_numpy()
    counts = np.bincount(labels[labels >= 0])
    best = towns.jaccard(labels, kinds).argmax(axis=1)
    wrong = abs(counts / np.bincount(kinds)[best] - 1)
    given = {}
    if planted in found.tried:
        ties = found.together[planted]
        reached = from_truth(answers, kinds, ties)
        given["k_given"] = round(adjusted_rand_score(kinds, found.tried[planted]), 4)
        given["from_truth"] = round(adjusted_rand_score(kinds, reached), 4)
    return {
        **given,
        "k": found.n_clusters,
        "adjusted_rand": round(adjusted_rand_score(kinds, labels), 4),
        "gain": round(evidence.gain, 3),
        "has_profiles": evidence.has_profiles,
        "grades": told["grade"].tolist(),
        "jaccard": told["jaccard"].round(3).tolist(),
        "apart": told["apart"].round(3).tolist(),
        "likeness": likeness.round(3).tolist(),
        "named": int(named.sum()),
        "named_for_nothing": int((named & (likeness < MATCHES)).sum()),
        "size_error": _mean(wrong[likeness >= MATCHES]),
        "seconds_choosing": round(chosen, 1),
        "seconds": round(time.process_time() - begun, 1),
    }


def from_truth(answers: pd.DataFrame, kinds: np.ndarray, ties: Pairs) -> np.ndarray:
    """Return where a climb of the same model ends that began at the truth.

    More than that no search for the highest likelihood can be asked for.
    """
    k = int(kinds.max()) + 1
    encoded = encode(answers, ties)
    return shares_of(encoded, table_of(encoded, kinds, k), k).argmax(axis=1)


def _mean(values: np.ndarray) -> float:
    return round(float(values.mean()), 4) if len(values) else float("nan")


def run(name: str, persons: int, seed: int) -> dict[str, object]:
    """Return one cell, with what an oracle reaches where there are kinds."""
    dials = (towns.GRID | towns.NO_KINDS)[name]
    town = towns.found_town(dials, seed)
    features, kinds = towns.draw(town, persons, seed)
    cell = {"cell": name, "persons": persons, "seed": seed, "kinds": dials.kinds}
    if dials.kinds > 1:
        best = towns.oracle(town, features, seed)
        cell |= {
            "oracle": round(adjusted_rand_score(kinds, best), 4),
            "kinds_apart": told_apart(kinds, best, dials.kinds),
        }
    return cell | tell(features, kinds, seed)


def told_apart(kinds: np.ndarray, best: np.ndarray, n_kinds: int) -> int:
    """Count the kinds, those that the oracle takes for each other as one."""
    placed = np.zeros((n_kinds, n_kinds))
    np.add.at(placed, (kinds, best), 1)
    same = placed / placed.sum(axis=1, keepdims=True) >= ONE_KIND
    return int(connected_components(same, directed=False)[0])


def summarise(cells: pd.DataFrame) -> dict[str, float]:
    """Return the few figures by which one engine is held against another."""
    needed = ["oracle", "k_given", "from_truth", "kinds_apart"]
    cells = cells.reindex(columns=list(dict.fromkeys([*cells.columns, *needed])))
    real = cells[cells["kinds"] > 1]
    given, chosen = (real[n] / real["oracle"] for n in ("k_given", "adjusted_rand"))
    nothing = cells[cells["kinds"] == 1]
    summary = {
        "k_given": given.mean(),
        "k_given_lowest": given.min(),
        "from_truth": (real["from_truth"] / real["oracle"]).mean(),
        "auto": chosen.mean(),
        "auto_lowest": chosen.min(),
        "k_right": (real["k"] == real["kinds_apart"]).mean(),
        "k_within_one": ((real["k"] - real["kinds_apart"]).abs() <= 1).mean(),
        "named": real["named"].sum(),
        "named_for_nothing": real["named_for_nothing"].sum(),
        "size_error": real["size_error"].mean(),
        "missed": (~real["has_profiles"].astype(bool)).sum(),
        "towns_without_kinds": len(nothing),
        "that_name_a_profile": (nothing["has_profiles"] & (nothing["named"] > 0)).sum(),
        "seconds": cells["seconds"].mean(),
    }
    return {name: round(float(value), 4) for name, value in summary.items()}


def main() -> None:
    """Run the grid and keep the outcome."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=100)
    parser.add_argument("--persons", type=int, default=3000)
    parser.add_argument("--name", default="now")
    parser.add_argument("--cells", nargs="*", default=[*towns.GRID, *towns.NO_KINDS])
    chosen = parser.parse_args()
    commit = subprocess.run(  # noqa: S603
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    told = {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "commit": commit,
        "starts": STARTS,
    }
    made = RESULTS / f"heldout-{chosen.name}.json"
    cells = []
    for seed in range(chosen.first, chosen.first + chosen.seeds):
        for name in chosen.cells:
            cells.append(run(name, chosen.persons, seed))
            print(json.dumps(cells[-1]), flush=True)
            # After every cell, as a whole grid takes hours.
            told["summary"] = summarise(pd.DataFrame(cells))
            told["cells"] = cells
            made.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(told["summary"], indent=1))


if __name__ == "__main__":
    main()
