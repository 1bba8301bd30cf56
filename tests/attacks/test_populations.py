"""Areas, types, origins and years, laid beside the study: A01, A03, A04 and A12.

They count other people than the clusters do, or the same people by where they live.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from attacked import rules

from attacks.attacker.linear import Solver, model_of
from attacks.attacker.reading import INTERNATIONALS, POPULATION, STAYS, read_tables
from attacks.printed import apart, counted, published
from attacks.verdict import ENOUGH, completed, pinned, targets
from attacks.weakened import NO_REPAIR, UNPROVEN, gate
from clusters.disclosure import LinkedTable
from clusters.disclosure.identical_cells import identical_cells
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.perspectives.stay.survival import observed_stays
from clusters.profiles import CountTable, cluster_sizes
from clusters.profiles.areas import count_areas
from clusters.profiles.perspectives import count_origins, count_types
from clusters.profiles.through_time import (
    count_by_arrival,
    count_stays_by_year,
    stay_codes,
)
from clusters.study.publishing.balance import balance
from clusters.study.publishing.standing import followed, standing
from clusters.tables import CATALOGUE

UNAUDITED = gate(NO_REPAIR, UNPROVEN)
# Exact counts under suppression, where everything hangs on what is hidden besides.
EXACT = rules(
    round_base=1,
    coarse_base=1,
    sensitive={},
    minimum_share_base=10**9,
    repair=("suppress", "drop"),
)
ABOUT = {
    "areas": lambda said: "neighbourhood" in said,
    "types": lambda said: is_of(said, INTERNATIONALS) and "type" in said,
    "inflow": lambda said: is_of(said, INTERNATIONALS) and "year" in said,
    "stay": lambda said: is_of(said, STAYS),
    "who is not studied": lambda said: is_of(said, f"{INTERNATIONALS} that are not"),
}


def is_of(said, population):
    return said.get(POPULATION, "").startswith(population)


def about(kind):
    return lambda quantity: ABOUT[kind](dict(quantity))


@pytest.fixture(scope="module")
def released(city):
    """All that the tables of the study say together, and what is so."""
    model = model_of(read_tables(city.folder))
    return model, completed(city.published.truth, model)


def test_the_attacker_reads_every_table_of_a_study(city):
    files = {path.stem for path in (city.folder / "tables").glob("*.csv")}

    assert {table.name for table in read_tables(city.folder)} == files
    assert files >= {
        "areas", "arrivals_by_origin", "arrivals_by_type", "moves", "origins",
        "origins_by_year", "stays_by_cluster", "stays_by_cohort", "stays_by_type",
        "type_reasons", "types", "types_by_year",
    }  # fmt: skip


# A01; that none is pinned of the whole study is in test_linear


@pytest.mark.parametrize("kind", list(ABOUT))
def test_a01_fails_on_small_numbers_of_everybody(released, kind):
    """They are among what is attacked: numbers that an attacker would like to have."""
    model, truth = released
    few = [parts for parts in targets(model, truth) if any(map(about(kind), parts))]

    assert few
    assert pinned([], truth, model=model, about=about(kind)) == []


@pytest.mark.parametrize("kind", ["areas", "types", "inflow", "stay"])
def test_a01_bites_a_gate_that_prints_exact_totals(unrounded, kind):
    tables = read_tables(unrounded.folder)

    assert pinned(tables, unrounded.truth, about=about(kind))


DISTRICT = {"n1": 12, "n2": 12, "n3": 12, "n4": 9}


def district():
    """A district of four neighbourhoods, in which nobody has a clear profile."""
    homes = [code for code, persons in DISTRICT.items() for _ in range(persons)]
    homes += ["n9"] * 2000
    areas = pd.Series(homes)
    part_of = dict.fromkeys(DISTRICT, "d1") | {"n9": "d2"}
    counts = count_areas([areas, areas.map(part_of)], pd.Series(0, index=areas.index))
    return LinkedTable(
        **vars(counts),
        population="p",
        parents={
            "neighbourhood": part_of | {"d1": "all", "d2": "all"},
            "cluster": {"none": "all"},
        },
    )


def in_districts(found):
    """The attacker has a map."""
    inside = {"neighbourhood": dict.fromkeys(DISTRICT, "d1") | {"n9": "d2"}}
    return [replace(table, inside=inside) for table in found]


@pytest.mark.parametrize(
    ("through", "base", "bitten"),
    [
        ({}, 10, False),
        ({}, 5, False),
        ({"gate": UNAUDITED}, 10, False),
        ({"gate": UNAUDITED}, 5, True),
    ],
)
def test_a01_bites_a_district_in_fives_that_nobody_audits(through, base, bitten):
    """In tens the neighbourhoods hide one another; in fives 36 at most of 43 are seen."""
    found, truth = published([district()], rules(coarse_base=base), **through)

    assert bool(pinned(in_districts(found), truth)) is bitten


# A03


def test_a03_fails_on_areas_and_on_years(released):
    """In whole persons the narrowest intervals are no narrower."""
    model, truth = released
    solver = Solver(model, truth)
    for kind in ("areas", "inflow", "stay"):
        small = [
            parts for parts in targets(model, truth) if any(map(about(kind), parts))
        ]
        narrowest = min(
            small, key=lambda each: np.ptp(solver.interval(each, 2 * ENOUGH))
        )
        low, high = solver.whole_interval(narrowest)
        assert high - low + 1 >= ENOUGH


# A04


def lived_in():
    """Two neighbourhoods and two clusters; six of the first live in the other."""
    cells = {("n1", 1): 91, ("n1", 2): 61, ("n2", 1): 6, ("n2", 2): 76}
    people = pd.DataFrame([each for each, n in cells.items() for _ in range(n)])
    clusters = people[1]
    areas = LinkedTable(
        **vars(count_areas([people[0]], clusters)),
        population="cluster=all",
        parents={
            "neighbourhood": {"n1": "all", "n2": "all"},
            "cluster": {"1": "all", "2": "all"},
        },
    )
    return [areas, cluster_sizes(clusters)]


def test_a04_fails_on_neighbourhoods_beside_the_sizes_of_clusters():
    assert pinned(*published(lived_in(), EXACT)) == []


def test_a04_bites_neighbourhoods_that_were_attacked_alone():
    assert pinned(*apart(lived_in(), EXACT))


def arrivals_and_stays():
    """Of 297 who came in 2017 and are here, two left in the year after.

    They are not among the 295 of their cohort who are here a year later. As 25 had left
    before, the cohort itself is large enough to be told.
    """
    came = {2015: 310, 2016: 290, 2017: 297, 2018: 227}
    gone = {2016: (30, 40), 2017: (23, 2), 2018: (0, 40)}
    rows = [
        (
            f"{year}-{person}",
            year,
            pd.Timestamp(year + 1, 1, 1),
            left_on(person, *gone[year]),
        )
        for year in gone
        for person in range(came[year] + gone[year][0])
    ]
    names = ["person_id", "cohort", "seen_on", "left_on"]
    stays = pd.DataFrame(rows, columns=names).set_index("person_id")
    here = stays[~(stays["left_on"] < pd.Timestamp(2019, 1, 1))]["cohort"]
    early = pd.Series(2015, index=[f"2015-{each}" for each in range(came[2015])])
    years = pd.concat([early, here]).astype("Int64")
    kinds = pd.Series(pd.Categorical(["student"] * len(years)), index=years.index)
    seen = observed_stays(stays, date(2020, 1, 1))
    tables = [
        linked(
            count_by_arrival(
                years.astype(str), kinds, group="type", since=2010, until=2018
            ),
            "type=all", "year", "type",
        ),
        linked(
            count_stays_by_year(
                seen, stays["cohort"].astype("category"), group="cohort", last=10
            ),
            "stays", "cohort", "stay", "outcome",
        ),
    ]  # fmt: skip
    ties = followed(
        years.astype(str), stays["cohort"], seen["left"], stay_codes(seen, 10)
    )
    return tables, ties


def left_on(person, before, after):
    if person < before:
        return pd.Timestamp(2018, 7, 2)
    return pd.Timestamp(2019, 7, 2) if person < before + after else pd.NaT


def linked(table, population, *names):
    parents = {
        name: dict.fromkeys(sorted(set(table.counts[name]) - {"all"}), "all")
        for name in names
    }
    return LinkedTable(**vars(table), population=population, parents=parents)


def test_a04_fails_on_who_came_beside_who_stayed():
    tables, ties = arrivals_and_stays()
    found, truth = published(
        [*tables, *ties], same=identical_cells([*tables, *ties], CATALOGUE)
    )

    assert {table.name for table in found} == {"arrivals_by_type", "stays_by_cohort"}
    assert pinned(found, truth) == []


def test_a04_bites_a_gate_that_is_not_told_who_is_followed():
    tables, _ = arrivals_and_stays()
    found = pinned(*published(tables))

    assert "cohort is 2017, outcome is left, population is stays, stay is 1" in {
        few.people for few in found
    }
    assert {(few.low, few.high, few.truth) for few in found} == {(0, 2, 2)}


# Of each origin: who lived there, came, left, and lives there four years later.
BALANCES = {
    "TURKEY": (103, 18, 17, 107),
    "CEE": (417, 260, 131, 560),
    "NL": (9001, 1252, 1361, 9008),
}


def years_and_moves():
    """Three of one origin were born there in these years; no table says so."""
    years = {"2016": 0, "2017": None, "2018": None, "2019": 3}
    rows = [
        (year, group.code, 50 if group.code not in BALANCES else
         BALANCES[group.code][side] if side is not None else 400)
        for year, side in years.items()
        for group in ORIGIN18
    ]  # fmt: skip
    residents = pd.DataFrame(rows, columns=["year", "origin", "persons"])
    now = residents[residents["year"] == "2019"][["origin", "persons"]]
    everybody = pd.DataFrame({"origin": ["all"], "persons": [now["persons"].sum()]})
    moved = [
        (code, way, BALANCES[code][1 + place])
        for place, way in enumerate(("in", "out"))
        for code in BALANCES
    ]
    moves = pd.DataFrame(moved, columns=["origin9", "direction", "persons"])
    return [
        CountTable(
            "origins_by_year", ("year", "origin"),
            residents[residents["year"] != "2019"].reset_index(drop=True), ("year",),
        ),
        CountTable(
            "origins", ("origin",), pd.concat([everybody, now], ignore_index=True),
            reference={"origin": "all"},
        ),
        CountTable("moves", ("origin9", "direction"), moves, ("direction",)),
    ]  # fmt: skip


def test_a04_fails_on_residents_beside_moves():
    tables = years_and_moves()
    tables += balance(tables, 2019)
    found, truth = published(tables, same=identical_cells(tables, CATALOGUE))

    assert len(found) == 3
    assert pinned(found, truth) == []


def test_a04_bites_a_gate_that_does_not_keep_the_balance():
    (few,) = pinned(*published(years_and_moves()))

    assert few.people == f"origin is TURKEY, {POPULATION} is born there"
    assert (few.low, few.high, few.truth) == (0, 3, 3)


# A12


def origins_and_types():
    """Of a group of residents all but three are internationals, of those all but two
    are studied."""
    counts = {"NL": (901, 0, 0), "TURKEY": (3, 2, 401), "CEE": (203, 150, 306)}
    rows = [
        (code, kind)
        for code, numbers in counts.items()
        for kind, n in zip(("native", "international", "studied"), numbers, strict=True)
        for _ in range(n)
    ]
    people = pd.DataFrame(rows, columns=["origin", "who"])
    groups = [group.code for group in ORIGIN18]
    residents = pd.DataFrame(
        {
            "origin": pd.Categorical(people["origin"], categories=groups),
            "type": pd.Categorical(
                np.where(people["who"] == "native", "not_international", "student"),
                categories=["student", "not_international"],
            ),
        }
    )
    is_studied = people["who"] == "studied"
    internationals = people[people["who"] != "native"]
    arrivals = linked(
        count_by_arrival(
            pd.Series("2015", index=internationals.index),
            internationals["origin"].astype("category"),
            group="origin", since=2010, until=2018,
        ),
        "type=all", "year", "origin",
    )  # fmt: skip
    answers = people[is_studied].groupby("origin").size()
    cells = {("all", "origin", code): n for code, n in answers.items()}
    drilldown = LinkedTable(
        "drilldown",
        ("cluster", "feature", "category"),
        counted(cells, "cluster", "feature", "category"),
        within=("cluster", "feature"),
        reference={"cluster": "all"},
        population="cluster=all",
        parents={"cluster": {"1": "all"}},
    )
    sizes = cluster_sizes(pd.Series(1, index=people.index[is_studied]))
    tables = [
        count_origins(residents["origin"]),
        count_types(residents["type"]),
        arrivals,
        sizes,
        drilldown,
    ]
    return tables, standing(residents, people.index[is_studied])


def test_a12_fails_on_residents_internationals_and_the_study():
    tables, tie = origins_and_types()
    together = [*tables, tie]
    found, truth = published(together, EXACT, same=identical_cells(together, CATALOGUE))

    assert pinned(found, truth) == []


def test_a12_bites_tables_of_which_nobody_says_who_is_part_of_whom():
    tables, _ = origins_and_types()
    found, truth = published(tables, EXACT)
    told = {
        (each.people, each.low, each.high) for each in pinned(found, truth, most=99)
    }

    assert (
        f"origin is TURKEY, {POPULATION} is {INTERNATIONALS} that are not studied", 2, 2,
    ) in told  # fmt: skip
