"""Adding, subtracting and linking what is printed: A01 to A04, A10, A12 and A22."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from attacked import EXACT, SHIPPED, SMALL, cross, one_way, release_all, rules

from attacks.attacker.linear import Model, Solver, model_of
from attacks.attacker.reading import Row, Table, read_tables
from attacks.attacker.records import rebuilt, solutions
from attacks.printed import apart, counted, printed, published
from attacks.verdict import ENOUGH, FEW, completed, pinned
from attacks.weakened import (
    NO_DOMINANCE,
    NO_REPAIR,
    NO_ROUNDING,
    NO_THRESHOLD,
    NOTHING_SENSITIVE,
    UNPROVEN,
    gate,
)
from clusters.disclosure import (
    Definition,
    History,
    LinkedTable,
    Register,
)
from clusters.errors import DisclosureError

UNAUDITED = gate(NO_REPAIR, UNPROVEN)
SHOWING_ALL = gate(
    NO_THRESHOLD, NO_DOMINANCE, NOTHING_SENSITIVE, NO_ROUNDING, NO_REPAIR, UNPROVEN
)


def key(**conditions):
    return frozenset(conditions.items())


def all_tables(city):
    tables = read_tables(city.folder)
    assert sum(len(table.rows) for table in tables) > 500
    return tables


# A01


def test_a01_fails_on_a_study(city):
    assert pinned(all_tables(city), city.published.truth) == []


def test_a01_bites_a_gate_that_prints_exact_totals(unrounded):
    assert pinned(read_tables(unrounded.folder), unrounded.truth)


def test_a01_bites_a_gate_that_rounds_and_does_not_audit():
    # printed 10, 10, 10, a marker and 45: at most 36 in what is shown
    table = one_way({"a": 12, "b": 12, "c": 12, "d": 9})
    looser = rules(small_population=1)

    assert pinned(*published([table], looser, gate=UNAUDITED))
    assert pinned(*published([table], looser)) == []


# A02

PROBLEM = [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]]
HIDDEN = {"wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"}


def problem():
    return cross(PROBLEM, rows=list("wxyz"), columns=list("abcd"))


def test_a02_fails_on_the_problem_of_two_hidden_cells_in_every_line():
    for policy in (SHIPPED, EXACT):
        assert pinned(*published([problem()], policy)) == []


def test_a02_bites_two_hidden_cells_in_every_line():
    rows = tuple(
        Row(
            {"row": record["row"], "column": record["column"]},
            {"persons": None if place in HIDDEN else record["persons"]},
        )
        for record in problem().counts.to_dict("records")
        for place in [record["row"] + record["column"]]
    )
    model = model_of([Table("t", ("row", "column"), rows)], least=0)

    assert Solver(model).interval([key(row="w", column="b")], 10**9) == (47, 47)


@pytest.mark.parametrize("seed", range(25))
def test_a02_fails_on_exact_counts_in_random_tables(seed):
    table = random_table(seed)

    found, truth = published([table], EXACT)

    assert pinned(found, truth, told=False) == []


def test_a02_bites_exact_counts_where_only_small_cells_are_hidden():
    beaten = [
        bool(pinned(*published([random_table(seed)], EXACT, gate=UNAUDITED)))
        for seed in range(6)
    ]

    assert sum(beaten) >= 5


def random_table(seed):
    dice = np.random.default_rng(seed)
    shape = (int(dice.integers(3, 6)), int(dice.integers(3, 6)))
    return cross(dice.negative_binomial(1, 0.03, shape))


# A03


def test_a03_fails_on_a_study(city):
    """In whole persons the narrowest intervals are no narrower."""
    model = model_of(all_tables(city))
    truth = completed(city.published.truth, model)
    solver = Solver(model, truth)
    small = [
        each for each in sorted(model.hidden, key=sorted) if truth.get(each) in FEW
    ]
    real = {each: solver.interval([each], 10**9) for each in small}
    narrowest = sorted(small, key=lambda each: real[each][1] - real[each][0])[:2]

    for each in narrowest:
        low, high = solver.whole_interval([each])
        assert high - low + 1 >= ENOUGH


@pytest.mark.parametrize("seed", range(12))
def test_a03_fails_on_tables_of_which_every_possible_one_is_tried(seed):
    found, truth = published([tiny(seed)], SMALL)

    assert too_few_values(found, truth) == []


def test_a03_bites_a_gate_without_an_audit():
    beaten = [
        bool(too_few_values(*published([tiny(seed)], SMALL, gate=UNAUDITED)))
        for seed in range(12)
    ]

    assert any(beaten)


def tiny(seed):
    return cross(np.random.default_rng(seed).integers(0, 8, (2, 3)))


def too_few_values(found, truth):
    """Small inner cells with fewer than three values in all tables that fit."""
    if not found:
        return []
    model = model_of(found, least=SMALL.minimum_persons)
    inner = [each for each in sorted(truth, key=sorted) if len(each) == 2]
    # nobody needs to look at more people than there can be
    for each in inner:
        model.upper[each] = min(model.upper[each], 12)
    every = solutions(model, inner, truth)
    if every is None:
        return []
    assert len(every)
    return [
        each
        for place, each in enumerate(inner)
        if 0 < truth[each] < SMALL.minimum_persons
        and len(np.unique(every[:, place])) < SMALL.possible_integers
    ]


# A04


def linked():
    """Answers in one area, and the sizes of the areas: together they give y away."""
    said = counted({("a", "x"): 34, ("a", "y"): 6, ("a", "z"): 30}, "area", "answer")
    return [
        LinkedTable("s", ("area", "answer"), said, within=("area",), population="p"),
        one_way({"a": 70, "b": 43}, variable="area"),
    ]


def test_a04_fails_on_tables_that_were_attacked_together():
    assert pinned(*published(linked(), EXACT)) == []


def test_a04_bites_tables_that_were_attacked_one_by_one():
    assert pinned(*apart(linked(), EXACT))


def test_a04_fails_on_a_study_by_who_knows_which_answers_are_the_same(city):
    """Who lives alone is in a household of one; who has no work has no hours."""
    model = model_of(all_tables(city))
    for one, other in same_people(city.features):
        tie(model, one, other)

    assert pinned([], city.published.truth, model=model) == []


def twins():
    """Four questions about 45 persons; each of three asks for one answer again."""
    first = {"x": 12, "y": 12, "z": 12, "w": 9}
    answers = pd.DataFrame(
        [("all", "first", answer, n) for answer, n in first.items()]
        + [
            ("all", f"again {answer}", *cell)
            for answer in "xyz"
            for cell in (("yes", 12), ("no", 33))
        ],
        columns=["place", "feature", "category", "persons"],
    )
    return LinkedTable(
        "t",
        ("place", "feature", "category"),
        answers,
        within=("place", "feature"),
        reference={"place": "all"},
        population="p",
    )


def halves():
    """A question, and one for each pair of answers in which the few are."""
    first = {"a": 7, "b": 30, "c": 40, "d": 50}
    answers = pd.DataFrame(
        [("all", "first", answer, n) for answer, n in first.items()]
        + [
            ("all", f"a or {answer}", *cell)
            for answer in "bcd"
            for cell in (("yes", 7 + first[answer]), ("no", 120 - first[answer]))
        ],
        columns=["place", "feature", "category", "persons"],
    )
    return replace(twins(), counts=answers)


TWINS = [(("first", (answer,)), (f"again {answer}", ("yes",))) for answer in "xyz"]
HALVES = [(("first", ("a", each)), (f"a or {each}", ("yes",))) for each in "bcd"]


ROUNDED = rules(small_population=1, repair=("suppress",))


@pytest.mark.parametrize(
    ("table", "alike", "policy"), [(twins, TWINS, ROUNDED), (halves, HALVES, EXACT)]
)
def test_a04_bites_a_gate_that_is_not_told_which_answers_are_the_same(
    table, alike, policy
):
    beaten = {}
    for told in ([], alike):
        found, truth = published([table()], policy, identical_answers=told)
        model = model_of(found)
        for pair in alike:
            tie(model, *pair)
        beaten[bool(told)] = bool(pinned([], truth, model=model))

    assert beaten == {False: True, True: False}


def same_people(features):
    """Pairs of answers, or sets of them, to two questions that the same people gave."""
    for one, other in combinations(features, 2):
        pairs = set(zip(features[one], features[other], strict=True))
        while pairs:
            left, right = map(set, zip(pairs.pop(), strict=True))
            grown = True
            while grown:
                more = {pair for pair in pairs if pair[0] in left or pair[1] in right}
                grown = bool(more)
                pairs -= more
                left |= {pair[0] for pair in more}
                right |= {pair[1] for pair in more}
            yield (one, tuple(sorted(left))), (other, tuple(sorted(right)))


def tie(model: Model, one, other):
    """Let two sets of answers be the same people, in every group that was asked both."""
    (name, codes), (also, others) = one, other
    for rest in [key - {(name, codes[0])} for key in list(model.lower)
                 if (name, codes[0]) in key]:  # fmt: skip
        parts = [rest | {(name, code)} for code in codes]
        same = [rest | {(also, code)} for code in others]
        if all(key in model.lower for key in (*parts, *same)):
            total = parts[0] if len(parts) == 1 else rest | {(name, " or ".join(codes))}
            model.add(total, parts)
            model.add(total, same)


# A10


def hours(counts, name, parents=None, **more):
    return LinkedTable(
        name,
        ("hours",),
        counted({(code,): n for code, n in counts.items()}, "hours"),
        population="males",
        parents={"hours": parents or dict.fromkeys(counts, "all")},
        **more,
    )


COARSE = {"over 30": 17}
BY_20 = hours({"under 20": 26, "20-29": 39} | COARSE, "by 20")
BY_25 = hours({"under 25": 29, "25-29": 36} | COARSE, "by 25")
FINE = {"under 20": 26, "20-24": 3, "25-29": 36} | COARSE
TIES = [
    hours(FINE, "tie 1", {
        "under 20": "under 25", "20-24": "under 25", "under 25": "all",
        "25-29": "all", "over 30": "all",
    }, shown=False),
    hours(FINE, "tie 2", {
        "20-24": "20-29", "25-29": "20-29", "20-29": "all",
        "under 20": "all", "over 30": "all",
    }, shown=False),
]  # fmt: skip


def between(found):
    """What two classifications tell of the people between 20 and 25 hours."""
    model = Model(least=10)
    for table in found:
        part = model_of([table])
        for each in part.lower:
            model.know(each, part.lower[each], part.upper[each])
    slice_ = key(hours="20-24")
    model.add(key(hours="under 25"), [key(hours="under 20"), slice_])
    model.add(key(hours="20-29"), [key(hours="25-29"), slice_])
    for low, high in (("20-29", "under 20"), ("25-29", "under 25")):
        model.add(frozenset(), [key(hours=low), key(hours=high), key(hours="over 30")])
    low, high = Solver(model).interval([slice_], 10**9)
    assert low <= FINE["20-24"] <= high
    return high - low + 1


def test_a10_fails_on_classifications_that_are_tied_together():
    for policy in (SHIPPED, EXACT):
        try:
            found, _ = published([BY_20, BY_25, *TIES], policy)
        except DisclosureError:
            continue
        assert between(found) >= ENOUGH


def test_a10_bites_classifications_that_are_released_apart():
    found, _ = apart([BY_20, BY_25], EXACT)

    assert between(found) == 1


@pytest.mark.parametrize("is_tied", [True, False])
def test_a10_fails_between_two_reports_and_bites_without_their_slices(
    tmp_path, is_tied
):
    said = Definition({"males": "2019"}, {})
    register = Register.begin(tmp_path / "releases.jsonl")
    first = release_all([BY_20], EXACT, history=History(register, said, "one"))
    register = register.append(first.entry)
    slices = LinkedTable(
        "slices",
        ("hours@one", "hours"),
        counted({
            ("under 20", "under 25"): 26, ("20-29", "under 25"): 3,
            ("20-29", "25-29"): 36, ("over 30", "over 30"): 17,
        }, "hours@one", "hours"),
        population="males",
        parents={
            "hours@one": dict.fromkeys(("under 20", "20-29", "over 30"), "all"),
            "hours": dict.fromkeys(("under 25", "25-29", "over 30"), "all"),
        },
        shown=False,
    )  # fmt: skip
    ties = (slices,) if is_tied else ()
    history = History(register, said, "two", tables=ties)
    second = release_all([BY_25], EXACT, history=history)
    found = [*printed(first.tables), *printed(second.tables)]

    assert (between(found) >= ENOUGH) is is_tied


# A12


def lives_and_works():
    both = {("A", "man"): 222, ("A", "woman"): 1, ("B", "man"): 91, ("B", "woman"): 59}
    everybody = counted({("A",): 223, ("B",): 150}, "place")
    men = counted({("A", "man"): 222, ("B", "man"): 91}, "place", "sex")
    return [
        LinkedTable("everybody", ("place",), everybody, population="p",
                    parents={"place": {"A": "all", "B": "all"}}),
        LinkedTable("men", ("place", "sex"), men, population="p",
                    within=("place", "sex")),
        LinkedTable("tie", ("place", "sex"), counted(both, "place", "sex"),
                    within=("place",), population="p", shown=False),
    ]  # fmt: skip


def the_woman(found):
    """All in A less the men in A."""
    model = model_of(found, whole={"sex": ["man", "woman"]})
    low, high = Solver(model).interval([key(place="A", sex="any of woman")], 10**9)
    assert low <= 1 <= high
    return high - low + 1


def test_a12_fails_on_tables_that_are_tied_together():
    for policy in (SHIPPED, rules(repair=("suppress", "drop"), round_base=1,
                                  coarse_base=1, minimum_share_base=10**9)):  # fmt: skip
        found, _ = published(lives_and_works(), policy)
        names = {table.name for table in found}
        assert not {"everybody", "men"} <= names or the_woman(found) >= ENOUGH


def test_a12_bites_a_table_of_men_beside_one_of_all():
    found, _ = apart(lives_and_works()[:2], EXACT)

    assert the_woman(found) == 1


# A22


def test_a22_fails_on_every_cluster_of_a_study(city):
    model = model_of(all_tables(city))
    truth = completed(city.published.truth, model)

    for group in clusters_of(model):
        solver = Solver(model.about(group), truth)
        assert list(rebuilt(solver, group, cells_of(model, group), FEW)) == []


def test_a22_bites_exact_counts_of_small_cells(city):
    weak = city.again(gate=SHOWING_ALL)
    model = model_of(read_tables(weak.folder), least=0)
    found = [
        each
        for group in clusters_of(model)
        for each in rebuilt(
            Solver(model.about(group)), group, cells_of(model, group), FEW
        )
    ]

    people = city.features.assign(cluster=city.clusters)
    asked = [dict([*each.group, *each.answers]) for each in found]
    assert any({"neighbourhood", "outcome"} & wanted.keys() for wanted in asked)
    known = [
        each for each in zip(found, asked, strict=True) if each[1].keys() <= set(people)
    ]
    assert known
    for each, wanted in known[:50]:
        who = np.logical_and.reduce(
            [people[name] == code for name, code in wanted.items()]
        )
        assert who.sum() == each.persons


def test_a22_says_how_many_tables_fit_a_released_one():
    found, truth = published([one_way({"a": 12, "b": 12, "c": 12, "d": 9})])
    model = model_of(found)
    cells = [each for each in sorted(truth, key=sorted) if each]
    every = solutions(model, cells, truth)

    assert every is not None
    assert len(every) > 100


def clusters_of(model):
    return [each for each in sorted(model.lower, key=sorted) if is_cluster(each)]


def is_cluster(conditions):
    return len(conditions) == 1 and all(
        name == "cluster" and code.isdigit() and code != "0"
        for name, code in conditions
    )


def cells_of(model, group):
    return [
        each
        for each in sorted(model.lower, key=sorted)
        if group < each and len(each) == 2 and all("any of" not in c for _, c in each)
    ]
