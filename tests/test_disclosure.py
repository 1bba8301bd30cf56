from __future__ import annotations

import pandas as pd
import pytest
from attacked import cross, one_way, release, release_all, rules
from conftest import PROJECT
from hypothesis import given
from hypothesis import strategies as st

from clusters.disclosure import (
    ReleasedTable,
    check_conjunction,
    load_policy,
)
from clusters.errors import DisclosureError
from clusters.profiles import EVERYBODY, CountTable, cluster_sizes, count_profiles

POLICY_FILE = PROJECT / "config" / "disclosure.toml"
RULES = load_policy(POLICY_FILE, "openbaar")


def table(counts, **kwargs):
    cells = pd.DataFrame(
        {"step": [f"s{number}" for number in range(len(counts))], "persons": counts}
    )
    return CountTable("t", ("step",), cells, reference={"step": "s0"}, **kwargs)


@pytest.mark.parametrize(
    ("people", "shown"),
    [(0, None), (1, None), (9, None), (10, 10), (11, 10), (12, 10), (13, 15), (18, 20)],
)
def test_a_cell_is_hidden_below_ten_and_rounded_from_ten(people, shown):
    rows = release(table([1000, people]), RULES).rows

    assert rows["hidden"].tolist()[1] is (shown is None)
    assert (None if pd.isna(rows["persons"][1]) else rows["persons"][1]) == shown


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_nothing_small_and_nothing_unrounded_is_ever_shown(counts):
    rows = release(table([10_000, *counts]), RULES).rows
    shown = rows["persons"].dropna()

    assert (shown >= RULES.minimum_persons).all()
    assert (shown % RULES.round_base == 0).all()
    assert rows.loc[rows["hidden"], ["persons", "share"]].isna().all(axis=None)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=30))
def test_a_share_can_be_worked_out_from_the_counts_shown(counts):
    rows = release(table([10_000, *counts]), RULES).rows
    known = rows.dropna(subset=["persons"])

    # nothing but rounded counts goes into a share
    assert (known["share"] == (known["persons"] / 100 + 0.5) // 1).all()


def profile_table(sizes):
    clusters = pd.Series(
        [number for number, size in sizes.items() for _ in range(size)]
    )
    answers = pd.Categorical(
        ["a" if position % 3 else "b" for position in range(len(clusters))],
        categories=["a", "b", "never"],
    )
    return count_profiles(pd.DataFrame({"f": answers}), clusters)


def test_every_category_is_counted_also_one_that_nobody_gave():
    counts = profile_table({1: 300, 2: 150}).counts

    assert set(counts["category"]) == {"a", "b", "never", "unknown"}
    assert (counts.groupby("cluster")["persons"].sum() == [300, 150, 450]).all()


def test_a_cluster_under_a_hundred_is_not_profiled():
    released = release(profile_table({1: 300, 2: 99, 3: 100}), RULES)

    assert set(released.rows["cluster"]) == {EVERYBODY, "1", "3"}


def test_people_without_a_clear_profile_are_counted_and_not_profiled():
    sizes = release(cluster_sizes(pd.Series([0] * 120 + [1] * 300)), RULES)
    profiles = release(profile_table({0: 120, 1: 300}), RULES)

    assert sizes.value("persons", cluster="0") == 120
    assert set(profiles.rows["cluster"]) == {EVERYBODY, "1"}


def test_index_and_difference_come_from_the_shares_shown():
    rows = release(profile_table({1: 300, 2: 300}), RULES).rows.dropna()

    assert (rows["difference"] == rows["share"] - rows["reference_share"]).all()
    assert (
        rows["index"] == (100 * rows["share"] / rows["reference_share"]).round()
    ).all()


def test_small_groups_have_coarse_shares_or_none():
    few = CountTable(
        "t",
        ("area", "answer"),
        pd.DataFrame(
            {
                "area": ["x", "x", "y", "y"],
                "answer": ["a", "b", "a", "b"],
                "persons": [20, 29, 41, 40],
            }
        ),
        within=("area",),
    )

    shares = release(few, RULES).rows["share"]

    assert shares[:2].isna().all()
    assert (shares[2:] % 5 == 0).all()


@pytest.mark.parametrize("counts", [[1.5, 20.0], [-1, 20]])
def test_only_whole_counts_pass(counts):
    with pytest.raises(DisclosureError):
        release(table(counts), RULES)


def test_nobody_else_makes_a_released_table():
    with pytest.raises(DisclosureError, match="gate"):
        ReleasedTable("t", ("step",), pd.DataFrame(), RULES, seal=object())


def test_a_missing_or_unknown_rule_refuses(tmp_path):
    complete = POLICY_FILE.read_text(encoding="utf-8")
    path = tmp_path / "disclosure.toml"
    path.write_text(complete.replace("round_base = 5", "", 1))
    with pytest.raises(DisclosureError, match="round_base"):
        load_policy(path, "openbaar")
    path.write_text(complete.replace("round_base", "rond_base", 1))
    with pytest.raises(DisclosureError, match="did you mean round_base"):
        load_policy(path, "openbaar")
    path.unlink()
    with pytest.raises(DisclosureError):
        load_policy(path, "openbaar")


@pytest.mark.parametrize(
    ("looser", "rule"),
    [
        ("minimum_addresses = 2", "minimum_addresses"),
        ("round_base = 4", "round_base"),
        ("dominant_percent = 91", "dominant_percent"),
        ("possible_integers = 4", "possible_integers"),
        ("origin = []", "sensitive.origin"),
    ],
)
def test_a_looser_rule_needs_somebody_who_answers_for_it(tmp_path, looser, rule):
    name = looser.split(" = ")[0]
    lines = POLICY_FILE.read_text(encoding="utf-8").splitlines()
    changed = [looser if line.startswith(f"{name} =") else line for line in lines]
    path = tmp_path / "disclosure.toml"
    path.write_text("\n".join(changed), encoding="utf-8")
    with pytest.raises(DisclosureError, match=rule) as refused:
        load_policy(path, "openbaar")
    assert "ruimer dan meegeleverd" in refused.value.nl

    answered = 'approver = "A. Jansen, CISO"\nreason = "a test"\n'
    for audience in ("openbaar", "intern"):
        changed.insert(changed.index(f"[{audience}]") + 1, answered)
    path.write_text("\n".join(changed), encoding="utf-8")
    assert load_policy(path, "openbaar").loosened == (rule,)


def test_a_stricter_rule_needs_nobody():
    assert rules(minimum_persons=20, round_base=10).loosened == ()


def asked(answers, *, feature="f", group="1", more=None):
    """One group of people and what they answered."""
    cells = pd.DataFrame({"category": list(answers), "persons": list(answers.values())})
    cells = cells.assign(cluster=group, feature=feature, **(more or {}))
    return CountTable(
        "p", ("cluster", "feature", "category"), cells, within=("cluster", "feature")
    )


@pytest.mark.parametrize(("others", "hidden"), [(0, True), (9, True), (10, False)])
def test_a_cell_that_nearly_everybody_is_in_is_hidden(others, hidden):
    rows = release(asked({"a": 1500 - others, "b": others}), RULES).rows

    assert rows["hidden"].tolist()[0] is hidden
    assert rows["above"].notna().tolist() == [hidden, False]


@pytest.mark.parametrize(
    ("percent", "category", "is_shown"),
    [
        (89.9, "disability", True),
        (90, "disability", False),
        (95, "disability", False),
        (95, "none", True),  # no benefit is nothing to be tied to
    ],
)
def test_a_group_is_not_tied_to_a_sensitive_category(percent, category, is_shown):
    most = round(20 * percent)
    rows = release(
        asked({category: most, "pension": 2000 - most}, feature="benefit"), RULES
    ).rows

    assert (~rows["hidden"]).tolist() == [is_shown, is_shown]
    assert rows["above"].notna().tolist() == [percent > 90 and not is_shown, False]


def test_every_category_of_origin_is_sensitive():
    rows = release(asked({"x": 1900, "y": 100}, feature="origin"), RULES).rows

    assert rows["hidden"].all()
    assert rows["above"].tolist()[0] == 90


def test_a_cell_of_few_households_or_addresses_is_hidden():
    cells = {"a": 60, "b": 61, "c": 200, "d": 400, "e": 62}
    households = {"households": [4, 5, 4, 90, 5], "addresses": [3, 2, 2, 80, 3]}
    rows = release(asked(cells, more=households), RULES).rows

    assert rows["hidden"].tolist() == [True, True, False, False, False]


def test_counts_are_rounded_coarser_where_people_are_easier_to_find():
    def shown(**changes):
        return release(asked({"a": 1013, "b": 404}), rules(**changes)).rows["persons"]

    assert shown().tolist() == [1015, 405]
    assert shown(small_population=1418).tolist() == [1010, 400]
    assert shown(crossed_variables=2).tolist() == [1010, 400]
    assert shown(coarse_variables=("f",)).tolist() == [1010, 400]


def test_the_same_people_are_rounded_alike_in_every_table():
    crossed = cross([[400, 313], [300, 404]], name="crossed")
    alone = one_way({"r0": 713, "r1": 704}, variable="row", name="alone")
    policy = rules(crossed_variables=2)
    together = release_all([crossed, alone], policy)

    assert release(alone, policy).value("persons", row="r0") == 715
    assert together["alone"].value("persons", row="r0") == 710


def test_a_conjunction_is_named_when_ten_persons_have_it():
    people = pd.DataFrame(
        {
            "age": pd.Categorical(["old"] * 12 + ["young"] * 8 + [None]),
            "sex": pd.Categorical(["f"] * 10 + ["m"] * 11),
        }
    )
    both = {"age": ["old"], "sex": ["f"]}
    here = pd.Series([True] * 9 + [False] * 12)

    assert check_conjunction(people, both, RULES)
    assert not check_conjunction(people[1:], both, RULES)
    assert not check_conjunction(people, both, RULES, inside=here)
    assert not check_conjunction(people, both, rules(conjunction_traits=1))
    assert not check_conjunction(people, {"age": ["never"]}, RULES)
    with pytest.raises(DisclosureError, match="origin"):
        check_conjunction(people, {"origin": ["x"]}, RULES)


def test_answers_named_as_one_are_counted_together():
    people = pd.DataFrame({"age": pd.Categorical(["old"] * 6 + ["older"] * 5)})

    assert check_conjunction(people, {"age": ["old", "older"]}, RULES)
    assert not check_conjunction(people, {"age": ["old"]}, RULES)


def test_an_answer_that_nobody_can_give_is_no_cell():
    clusters = pd.Series([1] * 300)
    features = pd.DataFrame({"f": pd.Categorical(["a"] * 300, categories=["a", "b"])})
    never = [("f", "unknown"), ("f", "a")]

    cells = count_profiles(features, clusters, impossible=never).counts

    # what was given after all is counted all the same
    assert set(cells["category"]) == {"a", "b"}
