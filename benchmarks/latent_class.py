"""Our latent class model against StepMix: same persons, same machine, same starts.

    python benchmarks/latent_class.py --persons 10000 --starts 20 --peer
    python benchmarks/latent_class.py --persons 300000 1000000

Every fit runs in a process of its own, so that its peak memory is its own. The time of
the first fit in a process (loading and compiling) is given apart as `start_up_seconds`.
StepMix gets our tolerance, as with its default it always takes all its iterations, and
as many starts. On a machine that others use too, compare `cpu_seconds`. Writes
benchmarks/results/latent_class.json, adding to what earlier runs found there.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import time
import warnings
from pathlib import Path

import numpy as np

RESULTS = Path(__file__).parent / "results" / "latent_class.json"

CLASSES = 7
FEATURES = 25
STARTS = 20
UNKNOWN = 0.05
TOLERANCE = 1e-9  # relative gain in log-likelihood

# The sizes of Eindhoven's seven clusters (the published table), in shares.
SIZES = np.array([0.23, 0.19, 0.15, 0.14, 0.14, 0.08, 0.07])


def answers(persons: int, seed: int = 0) -> np.ndarray:
    """(persons, 25) codes, 2 to 9 answers per feature, one in twenty unknown (-1).

    Within a class every answer is half everybody's and half the class's own: overlap
    as among people, with many summits for a start to end on.
    """
    rng = np.random.default_rng(seed)
    classes = rng.choice(CLASSES, persons, p=SIZES / SIZES.sum())
    codes = np.empty((persons, FEATURES), dtype=np.int64)
    for feature, levels in enumerate(rng.integers(2, 10, FEATURES)):
        common = rng.dirichlet(np.full(levels, 2.0))
        own = rng.dirichlet(common * levels, CLASSES)
        ladder = np.cumsum((own + common) / 2, axis=1)[classes]
        drawn = (rng.random(persons)[:, None] > ladder).sum(axis=1)
        codes[:, feature] = np.minimum(drawn, levels - 1)
    codes[rng.random(codes.shape) < UNKNOWN] = -1
    return codes


def fit_ours(codes: np.ndarray, starts: int) -> dict[str, float]:
    from clusters.clustering import LatentClass

    model = LatentClass(CLASSES, n_init=starts, tol=TOLERANCE).fit(codes)
    return {
        "log_likelihood": model.log_likelihood_,
        "times_best_found": model.times_best_found_,
    }


def fit_stepmix(codes: np.ndarray, starts: int) -> dict[str, float]:
    from stepmix import StepMix

    known = np.where(codes < 0, np.nan, codes)
    model = StepMix(
        CLASSES,
        measurement="categorical_nan",
        n_init=starts,
        rel_tol=TOLERANCE,
        random_state=0,
        progress_bar=0,
        verbose=0,
    ).fit(known)
    return {"log_likelihood": float(model.score(known) * len(known))}


FITS = {"latent_class": fit_ours, "stepmix": fit_stepmix}


def measure(name: str, persons: int, starts: int, queue: multiprocessing.Queue) -> None:
    warnings.simplefilter("ignore")  # StepMix's own deprecations
    began = time.perf_counter()
    FITS[name](answers(200, seed=1), 1)
    start_up = time.perf_counter() - began
    codes = answers(persons)
    began, worked = time.perf_counter(), time.process_time()
    found = FITS[name](codes, starts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    queue.put(
        {
            "starts": starts,
            "seconds": round(time.perf_counter() - began, 2),
            "cpu_seconds": round(time.process_time() - worked, 2),
            "start_up_seconds": round(start_up, 2),
            "peak_megabytes": round(peak),
            **found,
        }
    )


def apart(name: str, persons: int, starts: int) -> dict[str, float]:
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=measure, args=(name, persons, starts, queue))
    process.start()
    found = queue.get()
    process.join()
    return found


def compare(entry: dict[str, dict[str, float]]) -> dict[str, float]:
    ours, theirs = entry["latent_class"], entry["stepmix"]
    return {
        "times_faster": round(theirs["seconds"] / ours["seconds"], 1),
        "times_less_cpu": round(theirs["cpu_seconds"] / ours["cpu_seconds"], 1),
        "log_likelihood_gain": round(
            ours["log_likelihood"] - theirs["log_likelihood"], 3
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, nargs="+", default=[10_000, 60_000])
    parser.add_argument("--starts", type=int, default=STARTS, help="of either")
    parser.add_argument("--peer", action="store_true", help="StepMix as well")
    chosen = parser.parse_args()
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for persons in chosen.persons:
        entry = {"latent_class": apart("latent_class", persons, chosen.starts)}
        if chosen.peer:
            entry["stepmix"] = apart("stepmix", persons, chosen.starts)
            entry["comparison"] = compare(entry)
        results[f"{persons} persons, {chosen.starts} starts"] = entry
        print(persons, json.dumps(entry), flush=True)
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(results, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
