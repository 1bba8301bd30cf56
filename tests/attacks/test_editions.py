"""Reports of nearly the same people, laid side by side: A07 to A09."""

from __future__ import annotations

import shutil

import numpy as np
import pandas as pd
import pytest
from attacked import SHIPPED, cross, one_way, release_all

from attacks.attacker.editions import average, differences, sliver, told_of
from attacks.attacker.linear import conditions
from attacks.attacker.reading import read_tables
from attacks.printed import published
from attacks.verdict import ENOUGH, FEW
from attacks.weakened import NO_REPAIR, NOBODY_IN_BETWEEN, UNPROVEN, UNROUNDED, gate
from clusters.disclosure import Definition, History, Register
from clusters.errors import DisclosureError

# A faithful copy of the gate, which is not told of earlier releases.
FORGETFUL = gate()
ALONE = gate(NOBODY_IN_BETWEEN)


@pytest.fixture
def attempt(city):
    """Publish another edition; returns its tables, or None where it is refused."""

    def tables(name, change, *, settings=("", ""), **weak):
        work = city.edition(name, change, settings)
        try:
            return read_tables(city.again(work=work, **weak).folder)
        except DisclosureError:
            if weak:
                raise
            return None
        finally:
            shutil.rmtree(work)

    return tables


@pytest.fixture(scope="module")
def target(city):
    """The person whose leaving turns the most numbers: just over a half everywhere."""
    truth = city.published.truth
    people = city.features.assign(cluster=city.clusters)
    profiled = people[people["cluster"] != "0"]
    turns = pd.Series(0, index=profiled.index)
    for name in city.features:
        cells = [
            truth.get(frozenset({("cluster", one), (name, code)}), 0)
            for one, code in zip(profiled["cluster"], profiled[name], strict=True)
        ]
        turns += [cell > 12 and cell % 5 == 3 for cell in cells]
    return turns.idxmax()


# A07


def without(person):
    return lambda features, clusters: (features.drop(person), clusters.drop(person))


def moved(person):
    def change(features, clusters):
        other = 1 if clusters[person] != 1 else 2
        return features, clusters.where(clusters.index != person, other)

    return change


def answering_otherwise(person):
    def change(features, clusters):
        name = "tenure"
        others = [each for each in features[name].cat.categories
                  if each != features.loc[person, name]]  # fmt: skip
        told = features[name].copy()
        told[person] = others[0]
        return features.assign(**{name: told}), clusters

    return change


CHANGES = {"gone": without, "moved": moved, "changed": answering_otherwise}


@pytest.mark.parametrize("kind", list(CHANGES))
def test_a07_fails_on_an_edition_that_is_one_person_apart(city, attempt, target, kind):
    tables = attempt(f"edition-{kind}", CHANGES[kind](target))

    assert tables is None or differences(read_tables(city.folder), tables) == []


def test_a07_bites_a_gate_that_does_not_remember(city, attempt, target):
    tables = attempt("edition-weak", without(target), gate=FORGETFUL)
    found = differences(read_tables(city.folder), tables)
    told = told_of(found, "cluster")

    answers = {name: code for name, code in told.items() if name in city.features}
    assert len(answers) >= 3
    assert {name: city.features.loc[target, name] for name in answers} == answers


# A08


def test_a08_fails_on_rows_in_another_order(city, attempt):
    def shuffled(features, clusters):
        order = np.random.default_rng(8).permutation(features.index)
        return features.loc[order], clusters.loc[order]

    tables = attempt("edition-shuffled", shuffled)

    assert differences(read_tables(city.folder), tables) == []


def table_of_counts():
    return cross(np.random.default_rng(4).integers(20, 400, (3, 4)))


def test_a08_fails_on_fifty_releases():
    releases = [published([table_of_counts()])[0] for _ in range(50)]

    assert all(differences(releases[0], each) == [] for each in releases)


def test_a08_bites_a_gate_that_rounds_by_lot():
    by_lot = gate(
        ("    return (counts + base // 2) // base * base",
         "    import numpy as np\n"
         "    up = np.random.default_rng().random(len(counts)) < counts % base / base\n"
         "    return (counts // base + up) * base"),
        NO_REPAIR, UNPROVEN,
    )  # fmt: skip
    many = [published([table_of_counts()], gate=by_lot) for _ in range(400)]
    truth = many[0][1]
    found = average([tables for tables, _ in many])

    right = [key for key, mean in found.items() if round(mean) == truth[key]]
    assert len(right) > 0.9 * len(found)


# A09


def younger_than(people, years):
    """The youngest so many of the study, who another filter would leave out."""
    return people["age"].sort_values().index[:years]


@pytest.fixture(scope="module")
def people(city):
    return pd.read_parquet(city.work / "people.parquet")


def leaving_out(persons):
    return lambda features, clusters: (
        features.drop(persons),
        clusters.drop(persons),
    )


OLDER = ("arrived_since = 2010", "arrived_since = 2010\nminimum_age = 17")


@pytest.mark.parametrize("apart", [1, 9])
def test_a09_fails_on_a_filter_that_leaves_out_a_few(attempt, people, apart):
    young = younger_than(people, apart)

    assert attempt("edition-older", leaving_out(young), settings=OLDER) is None


@pytest.mark.parametrize("apart", [14, pytest.param(40, marks=pytest.mark.slow)])
def test_a09_fails_on_a_filter_that_leaves_out_more(city, attempt, people, apart):
    """Of no answer is it known how many of those left out gave it, nor in a cluster."""
    young = younger_than(people, apart)
    tables = attempt("edition-older", leaving_out(young), settings=OLDER)

    assert pinned_between(city, tables, young) == {}


def test_a09_bites_a_gate_that_forgets_who_is_in_between(city, attempt, people):
    young = younger_than(people, 14)
    tables = attempt("edition-weak", leaving_out(young), settings=OLDER, gate=ALONE)

    assert pinned_between(city, tables, young)


def test_a09_bites_exact_counts_under_another_filter(city, attempt, people, unrounded):
    young = younger_than(people, 14)
    before = read_tables(unrounded.folder)
    after = attempt("edition-weak", leaving_out(young), settings=OLDER, gate=UNROUNDED)

    assert pinned_between(city, after, young, before, enough=2)


def pinned_between(city, after, young, before=None, enough=ENOUGH):
    """Answers of the people left out that have too few possible numbers."""
    before = before or read_tables(city.folder)
    answers = city.features.loc[young].assign(cluster=city.clusters[young])
    both = {key: None for tables in (before, after) for key in shown_in(tables)}
    asked = {key: among(answers, key) for key in both if 0 < len(key) < 3}
    few = [key for key, persons in asked.items() if persons in FEW]
    found = sliver(before, after, sorted(few, key=sorted), enough)
    narrow = {key: (low, high) for key, (low, high) in found.items()
              if high - low + 1 < enough}  # fmt: skip
    for key, (low, high) in narrow.items():
        assert low <= asked[key] <= high, sorted(key)
    return narrow


def shown_in(tables):
    rows = (row for table in tables for row in table.rows)
    return [conditions(row) for row in rows if row.persons is not None]


def among(answers, key):
    """How many people meet all conditions; none where one is not about them."""
    if not {name for name, _ in key} <= set(answers):
        return 0
    met = [answers[name] == code for name, code in key]
    return int(np.logical_and.reduce(met).sum())


@pytest.mark.parametrize("apart", [0, 1, 9, 10])
def test_a09_fails_on_one_cluster_more_or_less(tmp_path, apart):
    """With another k, a cluster is the old one but for a few: the same numbers, or far."""
    old = {"1": 500, "2": 703}
    new = {"1": 500 - apart, "2": 703 - 100, "3": 100 + apart}
    register = Register.begin(tmp_path / "releases.jsonl")
    shown = []
    for name, counts in (("four", old), ("five", new)):
        same = {("cluster", "1"): "the first"} if apart < 10 else {}
        said = Definition({"p": "2019"}, {"cluster": name}, groups=same)
        history = History(register, said, name)
        outcome = release_all([sizes(counts)], SHIPPED, history=history)
        register = register.append(outcome.entry)
        shown.append(outcome["t"].value("persons", cluster="1"))

    assert shown[0] == shown[1] or apart >= 10


def sizes(counts):
    return one_way(counts, variable="cluster")
