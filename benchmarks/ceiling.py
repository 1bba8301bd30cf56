"""Measure how well anybody could find the planted clusters of the demo.

A classifier is taught on fresh cities, planted answers included, and then asked for
the clusters of the demo, whose answers it never saw. It knows the true generating
distribution as well as 50,000 examples can tell it, so its adjusted Rand index comes
close, from below, to the most that any method can reach from the same features: those
that config/demo.toml clusters on.

Run by hand: ``python benchmarks/ceiling.py [--persons N]``; a few minutes.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import adjusted_rand_score

from clusters.features import build_features
from clusters.settings import load_study
from clusters.synthetic import make_city, with_dirt

ON = date(2019, 1, 1)
STUDY = load_study(Path(__file__).parents[1] / "config" / "demo.toml")
TAUGHT_ON = (101, 102)  # seeds of the cities the classifier may learn from
RESULT = Path(__file__).parent / "results" / "ceiling.json"


def planted(seed: int, persons: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the features of a city's planted persons, dirt included, and the truth."""
    city = make_city(persons, seed, ON)
    people = with_dirt(city.residents, seed).set_index("person_id")
    people = people.loc[city.truth["person_id"]]
    frame = build_features(people, ON, STUDY.features, currency="€").frame
    codes = frame.apply(lambda column: column.cat.codes).astype(np.float64)
    return codes.replace(-1, np.nan), city.truth["planted_cluster"].to_numpy()


def ceiling(seed: int, persons: int) -> dict[str, float]:
    """Return how well the taught classifier finds the clusters of city ``seed``."""
    lessons = [planted(each, persons) for each in TAUGHT_ON]
    classifier = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.1, max_leaf_nodes=15, random_state=0
    )
    classifier.fit(
        pd.concat([features for features, _ in lessons]),
        np.concatenate([truth for _, truth in lessons]),
    )
    features, truth = planted(seed, persons)
    answers = classifier.predict(features)
    return {
        "persons": persons,
        "seed": seed,
        "adjusted_rand": round(float(adjusted_rand_score(truth, answers)), 4),
        "right": round(float((answers == truth).mean()), 4),
    }


def main() -> None:
    """Print the ceiling and keep it with the other results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=231_633)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    outcome = ceiling(chosen.seed, chosen.persons)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(outcome, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(outcome, indent=2))


if __name__ == "__main__":
    main()
