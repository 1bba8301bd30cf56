"""Plant clusters, hide the answer, and see what the study's method makes of it.

    python benchmarks/certificate.py

A generator of its own draws persons from known clusters over half a grid: number of
clusters, persons, overlap, dependence between features within clusters, missing
answers; and persons from no clusters at all. The library gets the features and nothing
else, with the defaults of a study (but fewer starts, for time). Each adjusted Rand
index stands beside the one of an oracle that knows the true model, dependence
included: the most that anybody could reach. Writes benchmarks/results/certificate.json
and docs/certificate.md.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score

from clusters.clustering import ClusteringOptions, LatentClass, cluster_people
from clusters.clustering.gates import skip_implied
from clusters.clustering.selection import compare_with_noise
from clusters.clustering.stability import resample

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "certificate.json"
TABLE = ROOT / "docs" / "certificate.md"

FEATURES = 20
STARTS = 5
MAXIMUM = 8
NOISE_RUNS = 20
NAMED = {"stable", "highly stable"}

# How much of each answer is the cluster's own rather than everybody's.
OWN = {"little": 0.95, "much": 0.75}


@dataclass(frozen=True)
class Case:
    """One cell of the grid."""

    clusters: int
    persons: int
    overlap: str
    dependence: float
    missing: float


@dataclass(frozen=True)
class Truth:
    """What the generator knows and the library never sees."""

    weights: np.ndarray
    tables: list[np.ndarray]
    dependence: float
    kinds: np.ndarray

    def oracle(self, codes: np.ndarray) -> np.ndarray:
        """Most probable cluster of every person under the true model."""
        joint = np.tile(np.log(self.weights), (len(codes), 1))
        for one in range(0, FEATURES, 2):
            joint += self._pair(codes[:, one], codes[:, one + 1], one)
        return joint.argmax(axis=1)

    def _pair(self, a: np.ndarray, b: np.ndarray, one: int) -> np.ndarray:
        """Log-probability of two answers, the second of which may copy the first."""
        first, second = self.tables[one], self.tables[one + 1]
        copies = np.eye(second.shape[1])[np.arange(first.shape[1]) % second.shape[1]]
        linked = (1 - self.dependence) * second[:, None] + self.dependence * copies
        both = first[:, :, None] * linked
        # An unknown answer, -1, is the sum over all answers: the last place.
        both = np.concatenate([both, both.sum(axis=1, keepdims=True)], axis=1)
        both = np.concatenate([both, both.sum(axis=2, keepdims=True)], axis=2)
        return np.log(both[:, a, b]).T


def plant(case: Case, seed: int) -> tuple[pd.DataFrame, np.ndarray, Truth]:
    """Draw persons; return features, the same as codes, and the truth apart."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.full(case.clusters, 8.0))
    kinds = rng.choice(case.clusters, case.persons, p=weights)
    tables = []
    for levels in rng.integers(2, 9, FEATURES):
        common = rng.dirichlet(np.full(levels, 3.0))
        own = rng.dirichlet(np.full(levels, 0.6), case.clusters)
        share = OWN[case.overlap]
        mixed = share * own + (1 - share) * common
        # One feature in four tells little, as in registers.
        tables.append(mixed if len(tables) % 4 else 0.7 * common + 0.3 * mixed)
    codes = np.column_stack([_draw(table[kinds], rng) for table in tables])
    for one in range(0, FEATURES, 2):
        copied = rng.random(case.persons) < case.dependence
        mapped = codes[:, one] % tables[one + 1].shape[1]
        codes[:, one + 1] = np.where(copied, mapped, codes[:, one + 1])
    codes[rng.random(codes.shape) < case.missing] = -1
    truth = Truth(weights, tables, case.dependence, kinds)
    return as_features(codes), codes, truth


def as_features(codes: np.ndarray) -> pd.DataFrame:
    names = pd.Index([f"p{i:07d}" for i in range(len(codes))], name="person_id")
    letters = np.array([*"abcdefgh", None], dtype=object)
    frame = pd.DataFrame(letters[codes], index=names).add_prefix("f")
    return frame.astype("category")


def _draw(shares: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    ladder = shares.cumsum(axis=1)
    drawn = (rng.random(len(shares))[:, None] > ladder).sum(axis=1)
    return np.minimum(drawn, shares.shape[1] - 1)


def run(case: Case, seed: int) -> dict[str, object]:
    features, codes, truth = plant(case, seed)
    begun = time.perf_counter()
    options = ClusteringOptions(starts=STARTS, maximum=MAXIMUM, seed=1)
    found = cluster_people(features, options)
    seconds = time.perf_counter() - begun
    ceiling = adjusted_rand_score(truth.kinds, truth.oracle(codes))
    reached = adjusted_rand_score(truth.kinds, found.clusters["cluster"])
    # The same method told the number, to keep apart finding k and finding clusters.
    told = LatentClass(case.clusters, n_init=STARTS, random_state=1).fit(features)
    given = adjusted_rand_score(truth.kinds, told.labels_)
    return {
        **asdict(case),
        "seed": seed,
        "ceiling": round(ceiling, 4),
        "adjusted_rand": round(reached, 4),
        "adjusted_rand_k_given": round(given, 4),
        "k_found": found.n_clusters,
        "seconds": round(seconds, 1),
    }


def run_noise(seed: int) -> dict[str, object]:
    """Persons of one kind: whatever is found is not there."""
    case = Case(1, 2000, "much", 0.0, 0.05)
    features, _, _ = plant(case, seed)
    options = ClusteringOptions(starts=STARTS, maximum=4, seed=1)
    found = cluster_people(features, options)
    answers = skip_implied(features.sort_index(), found.model["gates"])
    labels = found.clusters["cluster"].reindex(answers.index).to_numpy() - 1
    grades = resample(answers, labels, seed=1)["grade"].tolist()
    has_profiles = compare_with_noise(answers, seed=1).has_profiles
    stable = sum(grade in NAMED for grade in grades)
    return {
        "seed": seed,
        "has_profiles": has_profiles,
        "grades": grades,
        "stable": stable,
        "named": stable if has_profiles else 0,
    }


def summarise(cells: list[dict], noise: list[dict]) -> dict[str, object]:
    table = pd.DataFrame(cells)
    part = table["adjusted_rand"] / table["ceiling"]
    given = table["adjusted_rand_k_given"] / table["ceiling"]
    free = table["dependence"] == 0
    return {
        "part_of_ceiling": round(part.mean(), 4),
        "part_of_ceiling_without_dependence": round(part[free].mean(), 4),
        "part_of_ceiling_with_dependence": round(part[~free].mean(), 4),
        "part_of_ceiling_k_given": round(given.mean(), 4),
        "lowest_part_of_ceiling": round(part.min(), 4),
        "k_recovered": round((table["k_found"] == table["clusters"]).mean(), 4),
        "k_recovered_without_dependence": round(
            (table["k_found"] == table["clusters"])[free].mean(), 4
        ),
        "named_profiles_on_noise": sum(each["named"] for each in noise),
        "stable_clusters_on_noise_before_comparing": sum(
            each["stable"] for each in noise
        ),
        "noise_runs": len(noise),
    }


HEADING = """# Certificaat: geplante clusters teruggevonden

Gemaakt door `python benchmarks/certificate.py`; niet met de hand wijzigen. Een eigen
generator plant clusters, het pakket krijgt alleen de kenmerken. *Plafond* is de
adjusted Rand index van een orakel dat het ware model kent: meer kan niemand halen.
*Gevonden* is wat de standaardmethode haalt als zij ook het aantal zelf kiest,
*aantal gegeven* wat zij haalt als het aantal bekend is.

*In English: clusters were planted by a generator of its own; the package saw the
features only. "Plafond" is the adjusted Rand index of an oracle that knows the true
model, "gevonden" what the default method reached choosing the number itself, "aantal
gegeven" with the number given.*
"""


def write_table(summary: dict, cells: list[dict]) -> None:
    lines = [
        HEADING,
        f"- Gemiddeld deel van het plafond: **{summary['part_of_ceiling']:.3f}** "
        f"(zonder samenhang {summary['part_of_ceiling_without_dependence']:.3f}, "
        f"met samenhang {summary['part_of_ceiling_with_dependence']:.3f}; "
        f"aantal gegeven {summary['part_of_ceiling_k_given']:.3f}).",
        f"- Aantal clusters goed: **{summary['k_recovered']:.0%}** van de cellen "
        f"(zonder samenhang {summary['k_recovered_without_dependence']:.0%}).",
        f"- Profielen met een naam op zuivere ruis, {summary['noise_runs']} runs: "
        f"**{summary['named_profiles_on_noise']}** (stabiel genoemd voor de "
        "vergelijking met ruis: "
        f"{summary['stable_clusters_on_noise_before_comparing']}).",
        "",
        "| clusters | personen | overlap | samenhang | ontbreekt | plafond | gevonden "
        "| aantal gegeven | k gevonden |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    words = {"little": "weinig", "much": "veel"}
    lines += [
        f"| {c['clusters']} | {c['persons']} | {words[c['overlap']]} "
        f"| {c['dependence']:.0%} | {c['missing']:.0%} | {c['ceiling']:.3f} "
        f"| {c['adjusted_rand']:.3f} | {c['adjusted_rand_k_given']:.3f} "
        f"| {c['k_found']} |"
        for c in cells
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a corner of the grid")
    quick = parser.parse_args().quick
    levels = ((3, 6), (1500, 5000), tuple(OWN), (0.0, 0.15), (0.0, 0.15))
    # Half of the grid: every pair of levels of two factors occurs equally often.
    cases = [
        Case(*(level[i] for level, i in zip(levels, which, strict=True)))
        for which in product((0, 1), repeat=len(levels))
        if sum(which) % 2 == 0
    ]
    cells = []
    for place, case in enumerate(cases[::7] if quick else cases):
        cells.append(run(case, seed=100 + place))
        print(cells[-1], flush=True)
    noise = []
    for seed in range(2 if quick else NOISE_RUNS):
        noise.append(run_noise(500 + seed))
        print(noise[-1], flush=True)
    summary = summarise(cells, noise)
    print(json.dumps(summary, indent=1))
    if not quick:
        told = {"summary": summary, "cells": cells, "noise": noise}
        RESULTS.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        write_table(summary, cells)


if __name__ == "__main__":
    main()
