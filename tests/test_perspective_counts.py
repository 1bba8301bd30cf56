from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from attacked import release

from clusters.perspectives.origin.birth import origins9
from clusters.perspectives.types.assign import REASONS, TYPES, TypeRules, assign_types
from clusters.perspectives.types.names import WHY_OTHER
from clusters.profiles.perspectives import (
    count_moves,
    count_origins,
    count_reasons,
    count_types,
)
from clusters.synthetic import make_city

TYPE_CODES = [kind.code for kind in TYPES]
REASON_CODES = [reason.code for reason in REASONS]


def coded(values, categories, name=None):
    return pd.Series(pd.Categorical(values, categories=categories), name=name)


def cells(table):
    return table.counts.set_index(list(table.dimensions))["persons"]


@pytest.fixture(scope="module")
def city():
    return make_city(6_000, seed=5)


def test_internationals_are_counted_by_type_with_their_total():
    kinds = ["student", "student", "partner", "undetermined", "not_international"]

    counts = cells(count_types(coded(kinds, TYPE_CODES)))

    assert counts["all"] == 4
    assert counts["student"] == 2
    assert counts["labour_migrant"] == 0
    assert "not_international" not in counts
    assert counts.drop("all").sum() == counts["all"]


def test_reasons_are_counted_within_their_type():
    kinds = coded(["other", "other", "undetermined", "student"], TYPE_CODES)
    reasons = coded(["benefit", "benefit", "age_unknown", None], REASON_CODES)

    table = count_reasons(kinds, reasons, WHY_OTHER)

    assert cells(table)["other", "benefit"] == 2
    assert cells(table)["undetermined", "age_unknown"] == 1
    assert len(table.counts) == len(REASONS), "also those that nobody has"
    others = table.counts.loc[table.counts["type"] == "other", "reason"]
    assert set(others) == set(WHY_OTHER)


def test_residents_of_unknown_origin_have_a_row():
    counts = cells(count_origins(coded(["NL", "CEE", None], ["NL", "CEE", "ARAB"])))

    assert counts.to_dict() == {"all": 3, "NL": 1, "CEE": 1, "ARAB": 0, "unknown": 1}


def test_moves_become_cells_of_group_and_direction():
    moved = pd.DataFrame({"origin9": ["CEE"], "moved_in": [7834], "moved_out": [5623]})

    counts = cells(count_moves(moved))

    assert counts.to_dict() == {("CEE", "in"): 7834, ("CEE", "out"): 5623}


def test_every_table_of_the_made_up_city_passes_the_gate(city, policy):
    people = city.residents.set_index("person_id")
    found = assign_types(people, date(2019, 1, 1), TypeRules(arrived_since=2010))
    origins = origins9(people)

    for table in (
        count_types(found.type),
        count_reasons(found.type, found.reason, WHY_OTHER),
        count_origins(origins),
    ):
        shown = release(table, policy).rows
        assert len(shown)
        assert not shown["persons"].dropna().between(1, 9).any(), table.name
