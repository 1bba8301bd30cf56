from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clusters.perspectives.types.wage_limits import WageLimit
from clusters.settings import Maps, Perspectives, Study
from clusters.study.residents import read_residents, rules_of, see, type_columns

ON = date(2019, 1, 1)


def study(**perspectives):
    return Study.model_validate(
        {
            "study": {
                "name": "proef",
                "reference_date": ON,
                "municipality": "0772",
            },
            "extract": {"layout": "person", "tables": {"persons": "p.csv"}},
            "population": {"definition": "born_abroad", "arrived_since": 2010},
            "clustering": {"seed": 1},
            "perspectives": perspectives,
        }
    )


class Delivered:
    """An extract of four people, which remembers what was asked of it."""

    def __init__(self):
        self.asked = []

    def roster(self):
        return pd.DataFrame(
            {
                "person_id": ["a", "b", "c", "d"],
                "age": [35.0, 40.0, 35.0, 9.0],
                "birth_country": ["7046", "6030", "7046", "6030"],
                "birth_country_mother": ["7046", "6030", "7046", "7046"],
                "birth_country_father": ["7046", "6030", "7046", "6030"],
                "nationality": ["0314", "0001", "0314", "0001"],
                "arrival_year": [2015.0, None, 2015.0, None],
                "household_id": ["1", "2", "3", "1"],
                "partner_id": pd.Series([None] * 4, dtype="str"),
                "mother_id": [None, None, None, "a"],
                "father_id": pd.Series([None] * 4, dtype="str"),
                "municipality": ["0772", "0772", "0794", "0772"],
            }
        )

    def details(self, person_ids, only=None):
        self.asked.append((list(person_ids), only))
        known = pd.DataFrame(
            {
                "migration_motive": "labour",
                "income_source": "employee",
                "personal_income": 60_000.0,
                "square": "E1600N3800",
            },
            index=pd.Index(["a", "b", "c", "d"], name="person_id"),
        )
        return known.loc[person_ids, list(only)]


def test_what_types_need_is_read_of_internationals_who_live_here_and_nobody_else():
    extract = Delivered()

    residents = read_residents(extract, extract.roster(), study())

    assert residents.index.tolist() == ["a", "b", "d"]
    ((asked, only),) = extract.asked
    assert asked == ["a"]
    assert only == ("migration_motive", "income_source", "personal_income")
    assert residents["income_source"].isna().tolist() == [False, True, True]


def test_with_maps_by_square_the_squares_of_all_residents_are_read():
    chosen = study()
    maps = chosen.report.model_copy(update={"maps": Maps(by="square")})
    extract = Delivered()

    residents = read_residents(
        extract, extract.roster(), chosen.model_copy(update={"report": maps})
    )

    (asked, only) = extract.asked[-1]
    assert asked == ["a", "b", "d"], "studied or not"
    assert only == ("square",)
    assert residents["square"].notna().all()


def test_everybody_gets_a_type_an_origin_and_a_year_of_arrival():
    extract = Delivered()
    residents = read_residents(extract, extract.roster(), study())

    seen = see(residents, ON, rules_of(study()))

    assert seen["type"].astype(str).tolist() == [
        "knowledge_worker",
        "not_international",
        "child_dutch",
    ]
    # 7046 is India; the child's origin is that of the mother
    assert seen["origin"].astype(str).tolist() == ["SASIA", "NL", "SASIA"]
    assert seen["origin9"].astype(str).tolist() == ["ASIA", "NL", "ASIA"]
    assert seen["arrival_year"].tolist() == [2015, pd.NA, pd.NA]


def test_the_study_file_decides_the_rules():
    chosen = study(
        scheme="none",
        own_limit={"regular": 50_000, "under_30": 40_000},
        income="wage",
        adult_from=16,
    )

    rules = rules_of(chosen)

    assert rules.scheme is None
    assert rules.own_limit == WageLimit(50_000, 40_000)
    assert (rules.definition, rules.arrived_since) == ("born_abroad", 2010)
    assert rules.adult_from == 16
    assert "wage" in type_columns(rules)


def test_an_own_limit_for_the_young_is_not_above_the_regular_one():
    with pytest.raises(ValueError, match=r"under_30 is larger"):
        Perspectives(own_limit={"regular": 1, "under_30": 2})
