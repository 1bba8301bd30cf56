"""Releases held against earlier ones."""

from __future__ import annotations

import stat
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from attacked import SHIPPED, cross, one_way, place, release_all, rules

from clusters.disclosure import (
    Definition,
    History,
    LinkedTable,
    Register,
)
from clusters.disclosure.audit import attack, derivable
from clusters.disclosure.display import first_display
from clusters.disclosure.edition import Nested
from clusters.disclosure.equations import register
from clusters.disclosure.history import as_before, told_in
from clusters.disclosure.outside import printed_by_others
from clusters.disclosure.small_numbers import system_of
from clusters.disclosure.solver import Deadline
from clusters.errors import DisclosureError

SAID = Definition({"p": "residents of 2019"}, {"cluster": "k = 4"})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "releases.jsonl"


def released(path, counts, *, name="one", said=SAID, policy=SHIPPED, **kwargs):
    past = Register.read(path) if path.exists() else Register.begin(path)
    history = History(past, said, name, **kwargs)
    outcome = release_all([one_way(counts)], policy, history=history)
    past.append(outcome.entry)
    return outcome["t"].rows.set_index("step")["persons"]


def test_a_number_that_changed_by_few_persons_keeps_its_earlier_value(path):
    first = released(path, {"a": 500, "b": 702})
    again = released(path, {"a": 503, "b": 702}, name="two")

    assert first["a"] == again["a"] == 500
    assert first["all"] == again["all"] == 1200
    # ten persons more than was ever printed: no longer the same people
    assert released(path, {"a": 510, "b": 702}, name="three")["a"] == 510


def test_keeping_a_number_does_not_let_it_drift(path):
    shown = [
        released(path, {"a": 500 + 6 * each, "b": 902}, name=str(each))["a"]
        for each in range(4)
    ]

    assert shown == [500, 500, 510, 510]


def test_a_number_that_was_hidden_is_not_shown_for_one_person_more(path):
    released(path, {"a": 9, "b": 905, "c": 801})
    again = released(path, {"a": 11, "b": 905, "c": 801}, name="two")

    assert again.isna()["a"]


def test_the_same_run_again_gives_the_same_and_is_kept_once(path):
    first = released(path, {"a": 500, "b": 702})
    again = released(path, {"a": 500, "b": 702})

    assert first.equals(again)
    assert len(Register.read(path).entries) == 1


def test_clusters_of_other_settings_are_other_people(path):
    first = one_way({"1": 500, "2": 702}, variable="cluster")
    other = replace(SAID, variables={"cluster": "k = 5"})
    past = Register.begin(path)
    outcome = release_all([first], SHIPPED, history=History(past, SAID, "one"))
    past = past.append(outcome.entry)
    moved = one_way({"1": 503, "2": 699}, variable="cluster")
    outcome = release_all([moved], SHIPPED, history=History(past, other, "two"))

    assert outcome["t"].value("persons", cluster="1") == 505
    assert outcome["t"].value("persons", cluster="all") == 1200


@pytest.mark.parametrize(
    ("persons", "apart", "refused"),
    [
        (1202, {}, True),  # as many, but who knows who
        (1211, {}, True),
        (1212, {}, False),
        (1211, {"one": 9}, True),
        (1211, {"one": 411}, False),
        (1202, {"one": 0}, False),
        (1290, {"one": 9}, True),
    ],
)
def test_a_population_a_few_persons_away_is_refused(path, persons, apart, refused):
    released(path, {"a": 500, "b": 702})
    other = replace(SAID, population={"p": "residents of 2019 from 18"})
    counts = {"a": 500, "b": persons - 500}

    if refused:
        with pytest.raises(DisclosureError, match="fewer than 10 persons"):
            released(path, counts, name="two", said=other, differing=apart)
    else:
        released(path, counts, name="two", said=other, differing=apart)


def test_populations_that_were_released_together_are_no_slivers_of_each_other(path):
    said = Definition({"p": "studied", "q": "read"}, {})
    tables = [
        one_way({"a": 500, "b": 702}),
        one_way({"a": 503, "b": 704}, name="u", population="q"),
    ]
    past = Register.begin(path)
    for _ in range(2):
        outcome = release_all(tables, SHIPPED, history=History(past, said, "one"))
        past = past.append(outcome.entry)

    assert len(past.entries) == 1


def test_what_was_shown_before_is_known_whatever_is_hidden_now():
    equations = register([one_way({"a": 40, "b": 43, "c": 8})])
    exact = rules(round_base=1, coarse_base=1, sensitive={})
    display = first_display(equations, exact)
    earlier = told_in(equations, display)
    now = as_before(display, equations, exact, earlier)
    now = now.hiding([place(equations, step="a")])
    system = system_of(equations, now, exact)
    few = place(equations, step="c")

    assert derivable(system, Deadline.after(60), [few]) == [(8, 8)]
    assert few in attack(system, exact, Deadline.after(60)).failing


@pytest.mark.parametrize("is_larger", [True, False])
def test_who_is_only_in_the_larger_population_is_attacked_too(path, is_larger):
    """Two exact tables give the two persons who are between them."""
    exact = rules(round_base=1, coarse_base=1, sensitive={}, repair=("suppress",))
    more, fewer = {"a": 500, "b": 702, "c": 32}, {"a": 480, "b": 690, "c": 30}
    first, second = (more, fewer) if is_larger else (fewer, more)
    now = replace(SAID, population={"p": "residents of 2019 from 18"})
    asked = {"name": "two", "said": now, "policy": exact, "differing": {"one": 34}}
    released(path, first, policy=exact)
    alone = released(path, second, **asked)
    path.unlink()
    released(path, first, policy=exact)
    both = released(path, second, nested=(Nested("one", SAID, is_larger),), **asked)

    assert alone.notna().all()
    assert both.isna().sum() >= 2


def test_other_classes_of_the_same_people_are_subtracted_too(path):
    """Those under 31 less those under 30 are the seven people of thirty."""
    exact = rules(round_base=1, coarse_base=1, sensitive={}, repair=("suppress",))
    first = {"<30": 480, "30-50": 702, "50+": 40}
    past = Register.begin(path)
    before = one_way(first, variable="age")
    outcome = release_all([before], exact, history=History(past, SAID, "one"))
    past = past.append(outcome.entry)
    now = one_way({"<31": 487, "31-50": 695, "50+": 40}, variable="age")
    cells = [
        ("<30", "<31", 480), ("30-50", "<31", 7), ("30-50", "31-50", 695),
        ("50+", "50+", 40),
    ]  # fmt: skip
    slices = LinkedTable(
        "slices",
        ("age@one", "age"),
        pd.DataFrame(cells, columns=["age@one", "age", "persons"]),
        population="p",
        parents={
            "age@one": dict.fromkeys(first, "all"),
            "age": dict.fromkeys(["<31", "31-50", "50+"], "all"),
        },
        shown=False,
    )
    hidden = {}
    for ties in ((), (slices,)):
        history = History(past, SAID, "two", tables=ties)
        rows = release_all([now], exact, history=history)["t"].rows
        hidden[bool(ties)] = int(rows["hidden"].sum())

    assert hidden[False] == 0
    assert hidden[True] >= 2


def test_what_others_published_is_known_too():
    """A cell that somebody else prints cannot hide another one."""
    table = one_way({"a": 203, "b": 301, "c": 8})
    exact = rules(round_base=1, coarse_base=1, sensitive={}, repair=("suppress",))
    alone = release_all([table], exact)["t"].rows.set_index("step")["persons"]
    (partner,) = set(alone[alone.isna()].index) - {"c"}
    told = int(table.counts.set_index("step")["persons"][partner])
    cell = ("t", {"step": partner})
    known = release_all([table], exact, published=[(cell, told, 1)])
    after = known["t"].rows.set_index("step")["persons"]

    # what is known to all protects nothing, so something else has to be hidden
    assert after.isna().sum() > alone.isna().sum()
    gone = [(("t", {"step": "z"}), 5, 5)]
    same = release_all([table], exact, published=gone)["t"].rows["persons"]
    assert same.equals(release_all([table], exact)["t"].rows["persons"])


@pytest.mark.parametrize("exact", [True, False])
def test_a_small_number_that_others_printed_is_not_ours_to_protect(exact):
    """Nothing that we hide takes it back, so it stops no table either."""
    base = {"round_base": 1, "coarse_base": 1} if exact else {}
    policy = rules(sensitive={}, repair=("suppress",), **base)
    table = one_way({"a": 203, "b": 301, "c": 8})
    told = [(("t", {"step": "c"}), 8, 1)]

    shown = release_all([table], policy, published=told)["t"].rows.set_index("step")

    # our own rule still puts the marker there, and hides nothing for its sake
    assert shown.index[shown["hidden"]].tolist() == ["c"]


def test_the_neighbour_of_a_number_that_others_printed_is_protected():
    """What is left of two hidden cells, once others told one, is the other."""
    exact = rules(round_base=1, coarse_base=1, sensitive={}, repair=("suppress",))
    table = one_way({"a": 203, "b": 301, "c": 8, "d": 7})
    alone = release_all([table], exact)["t"].rows.set_index("step")["hidden"]
    told = [(("t", {"step": "c"}), 8, 1)]
    both = release_all([table], exact, published=told)["t"].rows
    both = both.set_index("step")["hidden"]

    assert alone[alone].index.tolist() == ["c", "d"]
    assert both[["c", "d"]].all()
    assert both.sum() == 3


def test_a_figure_of_other_people_tells_nothing_of_a_small_number():
    """Eight of ours are not the nine that another counted on another day."""
    exact = rules(round_base=1, coarse_base=1, sensitive={}, repair=("suppress",))
    table = one_way({"a": 203, "b": 301, "c": 8})
    alone = release_all([table], exact)["t"].rows

    for cell, printed in (("c", 9), ("b", 311), ("b", 291), ("a", 0)):
        told = [(("t", {"step": cell}), printed, 1)]
        assert release_all([table], exact, published=told)["t"].rows.equals(alone)


@pytest.mark.parametrize(
    ("printed", "base", "left"),
    [(8, 1, 1), (10, 5, 2), (5, 5, 5), (9, 1, None), (500, 5, None)],
)
def test_what_others_leave_possible_must_stay_possible(printed, base, left):
    """Of ten rounded to fives and a marker below ten, eight and nine are left."""
    persons = 5 if printed == 5 else 8
    equations = register([one_way({"a": 203, "b": 301, "c": persons})])
    few = place(equations, step="c")
    told = [(("t", {"step": "c"}), printed, base)]

    display = first_display(equations, SHIPPED)
    display = printed_by_others(display, equations, told, SHIPPED)
    system = system_of(equations, display, SHIPPED)
    asked = system.left[system.watched == few]

    assert asked.tolist() == [np.inf if left is None else left]


def test_the_register_is_for_its_owner_only(path):
    released(path, {"a": 500, "b": 702})

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_register_that_is_missing_cut_or_edited_is_refused(path):
    with pytest.raises(DisclosureError, match="missing or was changed"):
        Register.read(path)
    for each in range(3):
        released(path, {"a": 500 + 100 * each, "b": 702}, name=str(each))
    whole = path.read_text(encoding="utf-8")
    lines = whole.splitlines(keepends=True)

    for spoilt in (
        "".join(lines[1:]),
        "".join([lines[0], lines[2]]),
        whole.replace("702", "703"),
        whole[:-20],
        "[]",
    ):
        path.write_text(spoilt, encoding="utf-8")
        with pytest.raises(DisclosureError, match="missing or was changed"):
            Register.read(path)


def test_two_colleagues_do_not_fork_the_register(path):
    released(path, {"a": 500, "b": 702})
    mine = yours = Register.read(path)
    table = cross([[400, 500], [600, 700]])
    entries = [
        release_all([table], SHIPPED, history=History(mine, SAID, name)).entry
        for name in ("two", "three")
    ]
    mine.append(entries[0])

    with pytest.raises(DisclosureError, match="changed"):
        yours.append(entries[1])
    with pytest.raises(DisclosureError, match="already"):
        Register.begin(path)


def test_a_population_without_a_definition_is_not_released(path):
    nobody = Definition({}, {})
    with pytest.raises(DisclosureError, match="no definition"):
        released(path, {"a": 500, "b": 702}, said=nobody)
