"""The attack on a release and its repair, against attackers who try every table."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from attacked import (
    SHIPPED,
    SMALL,
    cross,
    one_way,
    place,
    possible_values,
    release,
    release_all,
    rules,
)
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from clusters.disclosure import LinkedTable
from clusters.disclosure.audit import attack, derivable, passes
from clusters.disclosure.display import first_display, known_bounds
from clusters.disclosure.equations import register
from clusters.disclosure.protect import protect
from clusters.disclosure.repair import suppress
from clusters.disclosure.small_numbers import system_of
from clusters.disclosure.solver import Deadline
from clusters.disclosure.steps import Plan
from clusters.errors import DisclosureError
from clusters.profiles import CountTable, cluster_sizes, count_profiles

# Counts as they are: only hiding protects.
EXACT = {"round_base": 1, "coarse_base": 1, "sensitive": {}, "small_population": 1}
CELLS = st.lists(st.integers(0, 9), min_size=4, max_size=6).filter(
    lambda cells: len(cells) != 5 and sum(cells) <= 30
)


def soon():
    return Deadline.after(60)


def attacked(tables, policy):
    equations = register(tables)
    display = first_display(equations, policy)
    system = system_of(equations, display, policy)
    return equations, display, system, attack(system, policy, soon())


def printed(table, released):
    shape = (table.counts["row"].nunique(), table.counts["column"].nunique())
    return released.rows["persons"].astype(float).to_numpy().reshape(shape)


@settings(max_examples=60, deadline=None)
@given(CELLS)
def test_the_programmes_find_what_trying_every_table_finds(cells):
    cells = np.array(cells).reshape(2, -1)
    table = cross(cells)
    equations, display, system, audit = attacked([table], SMALL)
    shown = np.where(display.hidden, np.nan, (equations.counts + 1) // 3 * 3)
    grid = shown[equations.tables[0].rows].reshape(3, -1)
    tried = possible_values(grid, cells, base=3, least=4)

    for row, column in np.ndindex(cells.shape):
        where = place(equations, row=f"r{row}", column=f"c{column}")
        values = tried[row][column]
        ((low, high),) = derivable(system, soon(), [where])
        assert cells[row, column] in values
        assert (round(low), round(high)) == (min(values), max(values))
        if 0 < cells[row, column] < 4:
            assert (where in audit.failing) is (len(values) < 3)


# few tables of so few people can be released, and few have all their answers tried
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much],
)
@given(CELLS)
def test_nobody_who_tries_every_table_pins_down_a_small_number(cells):
    cells = np.array(cells).reshape(2, -1)
    table = cross(cells)
    outcome = release_all([table], SMALL)
    assume(not outcome.dropped)
    tried = possible_values(printed(table, outcome["t"]), cells, base=3, least=4)
    assume(tried is not None)

    for row, column in np.ndindex(cells.shape):
        if 0 < cells[row, column] < 4:
            assert len(tried[row][column]) >= 3


def test_a_threshold_and_rounding_alone_give_a_number_away():
    # printed 10, 10, 10 and 45: at least 43 persons, of whom 36 at most are shown
    equations, _, system, audit = attacked(
        [one_way({"a": 12, "b": 12, "c": 12, "d": 9})], rules(small_population=1)
    )
    where = place(equations, step="d")

    assert derivable(system, soon(), [where]) == [(7, 9)]
    assert audit.failing.tolist() == [where]


def test_tables_that_are_safe_alone_can_be_unsafe_together():
    answers = {"area": ["a"] * 3, "answer": list("xyz"), "persons": [34, 6, 30]}
    said = LinkedTable(
        "s",
        ("area", "answer"),
        pd.DataFrame(answers),
        within=("area",),
        population="p",
    )
    exact = rules(**EXACT, minimum_share_base=10**9)
    areas = one_way({"a": 70, "b": 43}, variable="area")

    assert release_all([said], exact)["s"].value("persons", answer="x") == 34
    assert release_all([areas], exact)["t"].value("persons", area="a") == 70
    equations, _, _, audit = attacked([said, areas], exact)
    assert audit.failing.tolist() == [place(equations, area="a", answer="y")]


def test_what_is_printed_is_known_to_half_a_base_and_to_the_threshold():
    equations = register([one_way({"a": 3, "b": 11, "c": 14, "d": 972})])
    for base, expected in (
        (5, {"a": (0, 9), "b": (10, 12), "c": (13, 17)}),
        (10, {"a": (0, 9), "b": (10, 14), "c": (10, 14)}),
    ):
        policy = rules(round_base=base, coarse_base=base)
        display = first_display(equations, policy)
        where = {step: place(equations, step=step) for step in "abcd"}
        lower, upper = known_bounds(
            equations.counts, display.hiding([where["d"]]), policy
        )

        assert {
            step: (lower[where[step]], upper[where[step]]) for step in "abc"
        } == expected
        assert (lower[where["d"]], upper[where["d"]]) == (10, np.inf)


def test_among_exact_counts_a_small_number_may_pass_for_ten():
    _, _, system, audit = attacked([one_way({"a": 3, "b": 40})], rules(**EXACT))
    for most, enough in ((9.0, False), (10.0, True)):
        seen = replace(audit, low=system.truth * 0, high=system.truth * 0 + most)

        assert passes(seen, system, SHIPPED).all() == enough


def profiles(seed=1, persons=3000):
    dice = np.random.default_rng(seed)
    clusters = pd.Series(dice.choice([0, 1, 2, 3], persons, p=[0.002, 0.5, 0.3, 0.198]))
    frame = pd.DataFrame(
        {
            name: pd.Categorical(dice.choice(list("abcd"), persons, p=odds))
            for name, odds in (
                ("f", [0.6, 0.3, 0.098, 0.002]),
                ("g", [0.9, 0.09, 0.008, 0.002]),
            )
        }
    )
    return [cluster_sizes(clusters), count_profiles(frame, clusters)]


def test_the_people_whom_the_profiles_leave_out_are_attacked_too():
    equations, _, system, _ = attacked(profiles(), SHIPPED)
    left_out = [
        conditions
        for _, conditions in (equations.keys[each] for each in system.watched
                              if each < len(equations.keys))
        if any("without" in code for _, code in conditions)
    ]  # fmt: skip

    assert left_out


@pytest.mark.parametrize("seed", range(3))
def test_a_released_study_survives_a_second_attack(seed):
    tables = profiles(seed)
    protected = protect(Plan(tuple(tables)), SHIPPED)
    system = system_of(protected.equations, protected.display, SHIPPED)

    assert len(attack(system, SHIPPED, soon()).failing) == 0


def test_the_same_people_have_the_same_number_in_every_table():
    outcome = release_all(profiles(), SHIPPED)
    sizes = outcome["sizes"].rows.set_index("cluster")["persons"]
    rows = outcome["profiles"].rows
    equations = register(profiles())

    assert set(rows["cluster"]) == {"all", "1", "2", "3"}
    assert len(set(equations.keys)) == len(equations.keys)
    assert (sizes[["1", "2", "3"]] >= 100).all()


def test_rows_in_another_order_give_the_same_release():
    tables = [cross(np.random.default_rng(3).poisson(9, (6, 5)))]
    turned = [
        LinkedTable(
            each.name,
            each.dimensions,
            each.counts.sample(frac=1, random_state=5),
            population=each.population,
            parents={
                name: dict(reversed(tree.items()))
                for name, tree in each.parents.items()
            },
        )
        for each in tables
    ]
    one, other = (release_all(each, SHIPPED)["t"].rows for each in (tables, turned))
    keys = ["row", "column"]

    pd.testing.assert_frame_equal(
        one.sort_values(keys, ignore_index=True),
        other.sort_values(keys, ignore_index=True),
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=12, max_size=12), st.integers(0, 5))
def test_a_higher_threshold_hides_what_a_lower_one_hides(cells, more):
    equations = register([cross(np.array(cells).reshape(3, 4))])
    lower, higher = (
        first_display(equations, rules(minimum_persons=10 + each)).hidden
        for each in (0, more)
    )

    assert not (lower & ~higher).any()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=12, max_size=12))
def test_repairing_what_is_repaired_hides_nothing_more(cells):
    equations = register([cross(np.array(cells).reshape(3, 4))])
    once = suppress(equations, first_display(equations, SHIPPED), SHIPPED, soon())
    twice = suppress(equations, once.display, SHIPPED, soon())

    assert set(twice.extra) == set()
    assert set(twice.failing) == set(once.failing)


def test_exact_counts_need_a_second_hidden_cell_in_every_line():
    exact = rules(round_base=1, coarse_base=1, sensitive={})
    cells = np.array([[60, 4, 50], [55, 45, 65], [80, 35, 70]])
    hidden = release(cross(cells), exact).rows["hidden"].to_numpy().reshape(4, 4)

    assert hidden[0, 1]
    assert set(hidden.sum(0)) <= {0, 2, 3}
    assert set(hidden.sum(1)) <= {0, 2, 3}


def failing_widely():
    codes = {f"a{number}": "north" if number < 4 else "south" for number in range(8)}
    cells = pd.DataFrame({"area": list(codes), "persons": [12, 3, 12, 2, 12, 4, 12, 6]})
    parents = codes | {"north": "city", "south": "city"}
    totals = pd.DataFrame({"area": ["north", "south", "city"], "persons": [29, 34, 63]})
    return LinkedTable(
        "areas",
        ("area",),
        pd.concat([cells, totals], ignore_index=True),
        population="p",
        parents={"area": parents},
        coarser={"area": codes},
    )


def test_a_table_that_fails_widely_is_collapsed_where_it_says_how():
    outcome = release_all([failing_widely()], rules(**EXACT))

    assert outcome.costs["areas"].collapsed
    assert outcome["areas"].rows["area"].tolist() == ["north", "south", "city"]
    assert outcome["areas"].rows["persons"].tolist() == [29, 34, 63]


def test_a_table_that_fails_widely_is_rounded_coarser():
    policy = rules(**(EXACT | {"coarse_base": 10, "repair": ("larger_base", "drop")}))
    outcome = release_all([failing_widely()], policy)

    assert outcome.costs["areas"].base == 10
    assert (outcome["areas"].rows["persons"].dropna() % 10 == 0).all()


def test_a_table_that_nothing_helps_is_left_out_and_says_so():
    lonely = one_way({"a": 40, "b": 43, "c": 8})
    other = one_way({"x": 50, "y": 60}, name="other", variable="kind", population="q")
    outcome = release_all([lonely, other], rules(**EXACT, repair=("drop",)))

    assert outcome.dropped == ("t",)
    assert outcome["other"].value("persons", kind="x") == 50
    with pytest.raises(DisclosureError, match="could not be protected"):
        outcome["t"]


def test_a_table_that_nothing_may_help_stops_the_release():
    lonely = one_way({"a": 40, "b": 43, "c": 8})

    with pytest.raises(DisclosureError, match="no repair"):
        release_all([lonely], rules(**EXACT, repair=()))


def test_what_is_not_proven_in_time_is_not_released(monkeypatch):
    monkeypatch.setattr("clusters.disclosure.solver.time.monotonic", iter(
        [0.0, *[99.0] * 99]).__next__)  # fmt: skip
    with pytest.raises(DisclosureError, match="60 seconds"):
        release(one_way({"a": 40, "b": 43, "c": 8}), rules(**EXACT))


def test_an_answer_that_is_not_optimal_is_not_released(monkeypatch):
    class Poor:
        status, x = 4, np.zeros(1)

    monkeypatch.setattr("clusters.disclosure.solver.linprog", lambda *_, **__: Poor)
    with pytest.raises(DisclosureError, match="status 4"):
        release(
            one_way({"a": 40, "b": 43, "c": 8}), rules(**EXACT, repair=("suppress",))
        )


def test_tables_that_contradict_each_other_are_refused():
    with pytest.raises(DisclosureError, match="other people"):
        release_all(
            [one_way({"a": 40, "b": 50}), one_way({"a": 41, "b": 50}, name="u")],
            SHIPPED,
        )


def test_parts_that_are_more_than_their_total_are_refused():
    cells = pd.DataFrame({"step": ["read", "a", "b"], "persons": [100, 80, 30]})

    with pytest.raises(DisclosureError, match="overlap"):
        release(CountTable("t", ("step",), cells, reference={"step": "read"}), SHIPPED)


def test_cells_of_two_tables_can_be_said_to_be_the_same_people():
    steps = pd.DataFrame(
        {"step": ["read", "left", "kept"], "persons": [1300, 98, 1202]}
    )
    funnel = CountTable("funnel", ("step",), steps, reference={"step": "read"})
    sizes = one_way({"1": 800, "2": 400, "0": 2}, variable="cluster", name="sizes")
    same = [(("funnel", {"step": "kept"}), ("sizes", {"cluster": "all"}))]
    equations = register([funnel, sizes], same)

    assert len(equations.sums) == len(register([funnel, sizes]).sums) + 1
    with pytest.raises(DisclosureError, match="no single cell"):
        register([funnel], same)


def test_what_is_said_to_be_above_ninety_percent_is_known_to_be():
    cells = pd.DataFrame({"category": ["x", "y"], "persons": [1900, 100]})
    cells = cells.assign(cluster="1", feature="origin")
    names = ("cluster", "feature", "category")
    _, _, system, _ = attacked([CountTable("p", names, cells, names[:2])], SHIPPED)
    ((low, high),) = derivable(system, soon(), [int(np.argmax(system.truth == 1900))])

    # of 1,998 to 2,002 persons, and at least ten others
    assert 0.9 * 1998 < low < 0.9 * 1998 + 1
    assert high == 1992
