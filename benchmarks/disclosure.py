"""Measure the gate on a table of 2,600 cells, against simpler ways to protect it.

116 areas in 20 districts by 12 origins in 6 groups, with every margin: 2,603 cells, of
a made-up city that is as uneven as cities are. The same attack, with all sums of the
table and the same criterion, is tried on counts as they are (``base_1``) and rounded to
5 and 10. Of each, ``failing`` is what hiding small cells alone leaves open: plain
threshold, or plain threshold with rounding. ``hidden_more`` is what closes it: plain
suppression for exact counts, the gate's way for rounded ones. ``shipped`` is the gate
from counts to released table, with the rules as they ship. ``report`` is a report of
twelve linked tables of some 3,000 cells in all, taken through the gate together.

Run by hand: ``python benchmarks/disclosure.py``; about a minute and a half.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from clusters.disclosure import LinkedTable, Policy, load_policy, release_all
from clusters.disclosure.audit import attack, passed_along
from clusters.disclosure.display import first_display
from clusters.disclosure.equations import register
from clusters.disclosure.repair import suppress
from clusters.disclosure.small_numbers import system_of
from clusters.disclosure.solver import Deadline
from clusters.profiles import CountTable, cluster_sizes, count_profiles
from clusters.schema import Text
from clusters.tables import CATALOGUE, Population, TableSpec, spec_of

HERE = Path(__file__).parent
RESULT = HERE / "results" / "disclosure.json"
POLICY = HERE.parent / "config" / "disclosure.toml"
AREAS, DISTRICTS, ORIGINS, GROUPS = 116, 20, 12, 6
PATIENCE = 600

# The tables that a benchmark has and a study has not.
_CITY = TableSpec(
    "city", ("area", "origin"), Population("city", Text("", "")), Text("", ""),
    adds_up=("area", "origin"),
)  # fmt: skip
_PARTS = replace(spec_of("profiles", CATALOGUE), name="profiles {number}")


def city(persons: int, seed: int) -> LinkedTable:
    """Return persons by area and origin, with districts, groups and totals."""
    dice = np.random.default_rng(seed)
    areas = [f"area {number:03}" for number in range(AREAS)]
    origins = [f"origin {number:02}" for number in range(ORIGINS)]
    odds = np.outer(
        dice.dirichlet(np.full(AREAS, 1.0)), dice.dirichlet(np.full(ORIGINS, 0.7))
    ) * dice.gamma(1.0, 1.0, (AREAS, ORIGINS))
    cells = dice.multinomial(persons, (odds / odds.sum()).ravel())
    finest = pd.DataFrame({"persons": cells})
    finest[["area", "origin"]] = [
        (area, origin) for area in areas for origin in origins
    ]
    parents = {
        "area": _tree(areas, DISTRICTS, "district"),
        "origin": _tree(origins, GROUPS, "group"),
    }
    counts = finest
    for dimension, tree in parents.items():
        level = counts
        while len(level := _summed(level, dimension, tree)):
            counts = pd.concat([counts, level], ignore_index=True)
    names = ("area", "origin")
    return LinkedTable("city", names, counts, population="city", parents=parents)


def _tree(codes: list[str], parts: int, name: str) -> dict[str, str]:
    tree = {
        code: f"{name} {place * parts // len(codes):02}"
        for place, code in enumerate(codes)
    }
    return tree | dict.fromkeys(sorted(set(tree.values())), "all")


def _summed(counts: pd.DataFrame, dimension: str, tree: dict[str, str]) -> pd.DataFrame:
    inside = counts[counts[dimension].isin(list(tree))]
    above = inside.assign(**{dimension: inside[dimension].map(tree)})
    return above.groupby(["area", "origin"], as_index=False)["persons"].sum()


def measured(table: LinkedTable, policy: Policy) -> dict[str, float | int]:
    """Return what an attack finds before and after repair, and what repair costs."""
    start = time.perf_counter()
    deadline = Deadline.after(PATIENCE)
    equations = register([table])
    display = first_display(equations, policy)
    system = system_of(equations, display, policy)
    low, high = passed_along(system)
    audit = attack(system, policy, deadline)
    audited = time.perf_counter()
    repaired = suppress(equations, display, policy, deadline, audit)
    exact = (low == high)[system.watched]
    shown = int(display.shown.sum())
    return {
        "small_numbers": len(system.watched),
        "publishable": shown,
        "exact_at_least": int(exact.sum()),
        "failing": len(audit.failing),
        "hidden_more": len(repaired.extra),
        "lost_percent": round(100 * len(repaired.extra) / shown, 2),
        "failing_after": len(repaired.failing),
        "audit_seconds": round(audited - start, 2),
        "repair_seconds": round(time.perf_counter() - audited, 2),
    }


def whole(table: LinkedTable, policy: Policy) -> dict[str, float | int]:
    """Return the same of the gate as it ships, from counts to released table."""
    start = time.perf_counter()
    outcome = release_all([table], policy, catalogue=[_CITY])
    cost = outcome.costs["city"]
    lost = 100 * cost.for_others / (cost.shown + cost.for_others)
    return {
        "base": cost.base,
        "shown": cost.shown,
        "hidden_by_rule": cost.by_rule,
        "hidden_more": cost.for_others,
        "lost_percent": round(lost, 2),
        "seconds": round(time.perf_counter() - start, 2),
    }


def report(persons: int, seed: int) -> list[CountTable]:
    """Return a report's tables: sizes, profiles of many features, areas and crossings.

    Persons are in one of seven clusters; every answer leans a little on the cluster.
    """
    dice = np.random.default_rng(seed)
    clusters = pd.Series(dice.choice(8, persons, p=dice.dirichlet(np.full(8, 2.0))))
    frame = pd.DataFrame(
        {f"feature {number}": _answers(dice, clusters, 6) for number in range(40)}
    )
    frame["origin"] = _answers(dice, clusters, 18)
    frame["neighbourhood"] = _answers(dice, clusters, 60)
    parts = np.array_split(np.array(frame.columns[:40]), 10)
    profiles = [
        replace(count_profiles(frame[list(part)], clusters), name=f"profiles {number}")
        for number, part in enumerate(parts)
    ]
    asked = frame[["origin", "neighbourhood"]]
    described = count_profiles(asked, clusters, name="drilldown")
    return [cluster_sizes(clusters), *profiles, described]


def _answers(
    dice: np.random.Generator, clusters: pd.Series, codes: int
) -> pd.Categorical:
    given = np.empty(len(clusters), dtype=int)
    for cluster in range(8):
        odds = dice.dirichlet(np.full(codes, 0.7))
        inside = clusters.to_numpy() == cluster
        given[inside] = dice.choice(codes, inside.sum(), p=odds)
    return pd.Categorical(
        [f"answer {code}" for code in given],
        categories=[f"answer {code}" for code in range(codes)],
    )


def together(persons: int, seed: int) -> dict[str, float | int]:
    """Return what taking a whole report through the gate costs."""
    tables = report(persons, seed)
    start = time.perf_counter()
    policy = load_policy(POLICY, "openbaar")
    outcome = release_all(tables, policy, catalogue=(_PARTS, *CATALOGUE))
    seconds = time.perf_counter() - start
    costs = outcome.costs.values()
    allowed = sum(each.shown + each.for_others for each in costs)
    extra = sum(each.for_others for each in costs)
    return {
        "tables": len(tables),
        "cells": sum(len(each.counts) for each in tables),
        "small_numbers": outcome.watched,
        "hidden_more": extra,
        "lost_percent": round(100 * extra / allowed, 2),
        "dropped": len(outcome.dropped),
        "seconds": round(seconds, 2),
    }


def compare(persons: int, seed: int) -> dict[str, object]:
    """Return all ways for one city."""
    shipped = load_policy(POLICY, "openbaar")
    table = city(persons, seed)
    bases = {f"base_{base}": {"round_base": base} for base in (1, 5, 10)}
    return {
        "persons": persons,
        "seed": seed,
        "cells": len(table.counts),
        **{
            name: measured(table, shipped.model_copy(update=changes))
            for name, changes in bases.items()
        },
        "shipped": whole(table, shipped),
        "report": together(persons, seed),
    }


def main() -> None:
    """Print the comparison and keep it with the other results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, nargs="+", default=[50_000, 15_000])
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    outcome = [compare(persons, chosen.seed) for persons in chosen.persons]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(outcome, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(outcome, indent=2))


if __name__ == "__main__":
    main()
