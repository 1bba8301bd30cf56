"""Rules of the policy that are about homes, names, table design and audiences."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from attacked import SHIPPED, release, release_all, rules
from conftest import PROJECT
from findings import make_findings

from clusters.disclosure import (
    LinkedTable,
    check_conjunction,
    load_policy,
)
from clusters.disclosure.design import collapsed
from clusters.errors import DisclosureError
from clusters.profiles import EVERYBODY, CountTable, count_profiles, units_of
from clusters.report import build_report

POLICY_FILE = PROJECT / "config" / "disclosure.toml"
INSIDE = load_policy(POLICY_FILE, "intern")


def answers(**columns):
    return pd.DataFrame(columns).astype("category")


def test_households_behind_a_cell_are_counted_once():
    people = answers(f=["a", "a", "a", "b", "b", "b"])
    clusters = pd.Series([1, 1, 1, 1, 2, 2])
    homes = pd.DataFrame({"household_id": ["x", "x", "y", "x", None, None]})

    cells = count_profiles(people, clusters, units=units_of(homes)).counts
    found = cells.set_index(["cluster", "category"])["households"]

    # two persons whose home is not known may share one
    assert found.drop("unknown", level="category").to_dict() == {
        ("all", "a"): 2, ("all", "b"): 2, ("1", "a"): 2, ("1", "b"): 1,
        ("2", "a"): 0, ("2", "b"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("persons", "households", "is_hidden"),
    [(12, 4, True), (12, 5, False), (99, 4, True), (100, 4, False), (0, 0, True)],
)
def test_a_family_is_not_a_group(persons, households, is_hidden):
    cells = pd.DataFrame(
        {
            "step": ["all", "a", "b"],
            "persons": [1000 + persons, persons, 1000],
            "households": [900, households, 800],
        }
    )
    table = CountTable("t", ("step",), cells, reference={"step": "all"})

    assert release(table, SHIPPED).rows["hidden"][1] == is_hidden


@pytest.mark.parametrize(("addresses", "is_hidden"), [(2, True), (3, False)])
def test_a_cell_of_few_addresses_is_hidden_too(addresses, is_hidden):
    cells = pd.DataFrame(
        {"step": ["all", "a"], "persons": [1000, 40], "addresses": [700, addresses]}
    )
    table = CountTable("t", ("step",), cells, reference={"step": "all"})

    assert release(table, SHIPPED).rows["hidden"].tolist() == [False, is_hidden]


@pytest.mark.parametrize(
    ("addresses", "is_hidden"),
    [
        (["block"] * 12, True),
        (["block"] * 6 + ["house"] * 6, True),
        (["block"] * 6 + ["house"] * 3 + ["home"] * 3, False),
        # of whom no address is known, nobody can say that it is another one
        (["block"] * 6 + ["house"] * 3 + [None] * 3, False),
        (["block"] * 6 + [None] * 6, True),
        ([None] * 12, True),
    ],
)
def test_students_in_one_block_are_not_a_group(addresses, is_hidden):
    """Each of the twelve is a household; a group lives at three addresses."""
    others = [f"a{number}" for number in range(300)]
    people = answers(position=["student"] * 12 + ["other"] * 300)
    homes = pd.DataFrame(
        {
            "household_id": [f"h{number}" for number in range(312)],
            "address_id": [*addresses, *others],
        }
    )
    clusters = pd.Series([1] * 312)

    cells = count_profiles(people, clusters, units=units_of(homes))
    shown = release(cells, SHIPPED).rows.set_index(["cluster", "category"])["hidden"]

    assert cells.counts["households"].max() == 300
    assert shown["1", "student"] == shown["all", "student"] == is_hidden


def test_without_keys_no_homes_are_counted():
    homes = pd.DataFrame({"household_id": [None, None], "age": [30, 40]})

    assert units_of(homes) is None
    assert units_of(homes.assign(address_id=["x", None])).columns.tolist() == [
        "addresses"
    ]


def test_a_cluster_of_few_households_is_not_profiled():
    people = answers(f=["a"] * 300 + ["b"] * 300)
    clusters = pd.Series(([1] * 150 + [2] * 150) * 2)
    homes = pd.Series(range(600)).where(clusters == 1, pd.Series(range(600)) % 24)
    units = units_of(pd.DataFrame({"household_id": homes}))

    shown = release(count_profiles(people, clusters, units=units), SHIPPED).rows

    assert set(shown["cluster"]) == {EVERYBODY, "1"}


def test_merged_cells_are_of_no_more_households_than_are_sure():
    cells = pd.DataFrame(
        {"place": ["a", "b"], "persons": [40, 30], "households": [9, 12]}
    )
    table = LinkedTable(
        "t", ("place",), cells, parents={"place": {"a": "all", "b": "all", "c": "all"}},
        coarser={"place": {"a": "c", "b": "c"}},
    )  # fmt: skip

    merged = collapsed(table).counts

    assert merged[["persons", "households"]].to_numpy().tolist() == [[70, 12]]


def test_a_name_never_tells_of_a_sensitive_trait_alone():
    people = answers(
        benefit=["social_assistance"] * 300 + ["none"] * 300,
        tenure=["social_rent"] * 500 + ["owned"] * 100,
    )
    alone = {"benefit": ["social_assistance"]}
    with_home = {**alone, "tenure": ["social_rent"]}
    without = {"benefit": ["none"]}

    assert not check_conjunction(people, alone, SHIPPED)
    assert check_conjunction(people, with_home, SHIPPED)
    assert check_conjunction(people, without, SHIPPED)


@pytest.mark.parametrize(("persons", "may"), [(99, False), (100, True)])
def test_a_name_tells_of_a_sensitive_trait_that_many_have(persons, may):
    people = answers(
        benefit=["social_assistance"] * persons + ["none"] * 300,
        tenure=["social_rent"] * (persons + 300),
    )
    named = {"benefit": ["social_assistance"], "tenure": ["social_rent"]}

    assert check_conjunction(people, named, SHIPPED) is may


def test_a_table_of_four_variables_is_refused():
    cells = pd.DataFrame([["a", "b", "c", "d", 500]], columns=[*"wxyz", "persons"])

    with pytest.raises(DisclosureError, match="crosses 4 variables"):
        release(CountTable("t", tuple("wxyz"), cells), SHIPPED)


def by_place(counts, places):
    codes = [f"a{number}" for number in range(len(counts))]
    to = {code: f"d{int(code[1:]) * places // len(counts)}" for code in codes}
    cells = pd.DataFrame({"neighbourhood": codes, "persons": counts})
    above = cells.assign(neighbourhood=cells["neighbourhood"].map(to))
    above = above.groupby("neighbourhood", as_index=False)["persons"].sum()
    everybody = pd.DataFrame({"neighbourhood": ["all"], "persons": [sum(counts)]})
    return LinkedTable(
        name="t",
        dimensions=("neighbourhood",),
        counts=pd.concat([cells, above, everybody], ignore_index=True),
        population="p",
        parents={"neighbourhood": {**to, **dict.fromkeys(to.values(), "all")}},
        coarser={"neighbourhood": to},
    )


def test_a_table_with_too_much_detail_comes_in_coarser_codes():
    many = by_place([40] * 20, 4)
    few = by_place([2] * 200, 20)

    assert "a0" in set(release(many, SHIPPED).rows["neighbourhood"])
    assert "a0" not in set(release(few, SHIPPED).rows["neighbourhood"])
    assert release_all([few], SHIPPED).costs["t"].collapsed


def test_inside_only_the_coarse_rounding_is_finer():
    table = by_place([45, 57, 83, 1203], 2)
    outside, inside = release(table, SHIPPED), release(table, INSIDE)

    assert (outside.rows["persons"].dropna() % 10 == 0).all()
    assert (inside.rows["persons"].dropna() % 5 == 0).all()
    assert inside.value("persons", neighbourhood="a0") == 45
    ours, theirs = SHIPPED.model_dump(), INSIDE.model_dump()
    assert [name for name in ours if ours[name] != theirs[name]] == ["coarse_base"]
    assert INSIDE.loosened == ()


def test_the_finer_rounding_is_not_for_everybody(tmp_path):
    path = tmp_path / "disclosure.toml"
    text = POLICY_FILE.read_text("utf-8")
    path.write_text(text.replace("coarse_base = 10", "coarse_base = 5"), "utf-8")

    with pytest.raises(DisclosureError, match="coarse_base"):
        load_policy(path, "openbaar")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_prints_who_made_a_rule_looser_and_why(language):
    findings = make_findings(language=language)
    looser = rules(
        minimum_share_base=40, approver="C. Bakker, CISO", reason="klein dorp"
    )
    counts = findings.sizes.rows[["cluster", "persons"]].astype({"persons": "int64"})
    counted = CountTable(
        "sizes", ("cluster",), counts, reference={"cluster": EVERYBODY}
    )
    sizes = release(counted, looser)
    (limits,) = [
        section
        for section in build_report(replace(findings, sizes=sizes)).sections
        if section.key == "limits"
    ]
    told = str(limits.blocks[-1])

    assert "minimum_share_base" in told
    assert "C. Bakker, CISO" in told
    assert "klein dorp" in told
    assert "C. Bakker" not in str(build_report(findings))
