"""Every method on the same persons and the same machine: time and adjusted Rand.

    python benchmarks/peers.py [--persons 10000]

Persons come from the generator of the certificate (seven clusters, little and much
overlap, some answers missing). Peers that are installed take part, the others are
named as missing; fast_hdbscan and kmodes are no dependencies of ours, so keep them
apart:

    pip install --no-deps --target /tmp/peers fast_hdbscan kmodes
    PYTHONPATH=/tmp/peers python benchmarks/peers.py

All methods get the number of clusters where they take one, and one-hot columns or FAMD
coordinates (ours) where they need numbers. For HDBSCAN the persons it refuses count as
one more cluster; ``refused`` is their share. Each time is a second fit, after
compiling. Writes benchmarks/results/peers.json.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from certificate import Case, plant
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import FAMD, LatentClass, MixedHDBSCAN, MixedKMeans, Ward

if TYPE_CHECKING:
    from collections.abc import Callable

RESULTS = Path(__file__).parent / "results" / "peers.json"
CLUSTERS = 7
STARTS = 20
AXES = 10
SLOW = {"kmodes: k-prototypes"}  # fitted once, as it compiles nothing


def one_hot(features: pd.DataFrame) -> np.ndarray:
    return pd.get_dummies(features).to_numpy(np.float64)


def coordinates(features: pd.DataFrame) -> np.ndarray:
    return FAMD(AXES).fit_transform(features)


def hdbscan_on(points: Callable, module: str) -> Callable:
    def fit(features: pd.DataFrame) -> np.ndarray:
        package = importlib.import_module(module)
        smallest = max(2, len(features) // 100)
        places = points(features)
        return package.HDBSCAN(min_cluster_size=smallest).fit_predict(places)

    return fit


def k_prototypes(features: pd.DataFrame) -> np.ndarray:
    """One start, as its time allows no more; a number is needed, so age is made up."""
    package = importlib.import_module("kmodes.kprototypes")
    model = package.KPrototypes(CLUSTERS, init="Cao", n_init=1, random_state=0)
    noise = np.random.default_rng(0).random(len(features)) / 1e6
    told = features.astype(object).fillna("unknown").assign(number=noise)
    return model.fit_predict(told, categorical=list(range(features.shape[1])))


METHODS: dict[str, Callable[[pd.DataFrame], np.ndarray]] = {
    "ours: LatentClass": lambda x: LatentClass(CLUSTERS, n_init=STARTS).fit_predict(x),
    "ours: MixedKMeans": lambda x: MixedKMeans(CLUSTERS, n_init=STARTS).fit_predict(x),
    "ours: Ward": lambda x: Ward(CLUSTERS).fit_predict(x),
    "ours: MixedHDBSCAN": lambda x: MixedHDBSCAN().fit_predict(x),
    "scikit-learn: KMeans on one-hot": lambda x: KMeans(
        CLUSTERS, n_init=STARTS, random_state=0
    ).fit_predict(one_hot(x)),
    "hdbscan on one-hot": hdbscan_on(one_hot, "hdbscan"),
    "hdbscan on FAMD": hdbscan_on(coordinates, "hdbscan"),
    "fast_hdbscan on FAMD": hdbscan_on(coordinates, "fast_hdbscan"),
    "kmodes: k-prototypes": k_prototypes,
}


def measure(name: str, features: pd.DataFrame, kinds: np.ndarray) -> dict:
    fit = METHODS[name]
    try:
        if name not in SLOW:
            fit(features.iloc[:1000])
        begun, used = time.perf_counter(), time.process_time()
        labels = fit(features)
    except ImportError as missing:
        return {"method": name, "missing": str(missing.name)}
    return {
        "method": name,
        "seconds": round(time.perf_counter() - begun, 2),
        "cpu_seconds": round(time.process_time() - used, 2),
        "adjusted_rand": round(adjusted_rand_score(kinds, labels), 4),
        "clusters": int(labels.max()) + 1,
        "refused": round(float((labels < 0).mean()), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=10_000)
    persons = parser.parse_args().persons
    rows = []
    for overlap in ("little", "much"):
        case = Case(CLUSTERS, persons, overlap, 0.0, 0.05)
        features, codes, truth = plant(case, seed=900)
        ceiling = adjusted_rand_score(truth.kinds, truth.oracle(codes))
        for name in METHODS:
            told = measure(name, features, truth.kinds)
            rows.append({"overlap": overlap, "ceiling": round(ceiling, 4), **told})
            print(rows[-1], flush=True)
    told = {"persons": persons, "clusters": CLUSTERS, "rows": rows}
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
