"""Rows that are there or not, by who is in the study: A40."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from attacks.attacker.rows import told_of
from attacks.printed import published
from clusters.perspectives.areas.people import find_areas
from clusters.perspectives.types.names import REASONS, TYPES, WHY_OTHER
from clusters.profiles import cluster_sizes, count_profiles
from clusters.profiles.perspectives import count_reasons
from clusters.profiles.through_time import count_by_arrival
from clusters.settings import Maps
from clusters.study.publishing.areas import area_table
from clusters.study.publishing.crossings import crossed

# The one of whom somebody wants to know whether, and as what, they are in the study.
VICTIM = "p900"
CITY = 1_000


def people(*, others, victims):
    """One answer for the victim, and one for everybody else."""
    answers = pd.Series(others, index=[f"p{each}" for each in range(CITY)])
    answers[VICTIM] = victims
    return answers


def with_a_profile(*, is_victim):
    clusters = people(others=1, victims=0 if is_victim else 1)
    return [cluster_sizes(clusters)]


def by_reason(*, is_victim):
    reasons = people(others="benefit", victims="too_old" if is_victim else "benefit")
    codes = [each.code for each in REASONS]
    kinds = people(others="other", victims="other").astype(
        pd.CategoricalDtype([each.code for each in TYPES])
    )
    reasons = reasons.astype(pd.CategoricalDtype(codes))
    return [count_reasons(kinds, reasons, WHY_OTHER)]


def by_arrival(*, is_victim, group="type"):
    years = people(others="2015", victims="2012" if is_victim else "2015")
    kinds = years.map({"2015": "a", "2012": "b"}).astype(
        pd.CategoricalDtype(["a", "b"])
    )
    return [count_by_arrival(years, kinds, group=group, since=2010, until=2016)]


def by_square(*, is_victim, by="square"):
    """The victim lives alone in a square, studied or not, and others in more."""
    codes = {"square": ("E1600N3800", "E1650N3850"),
             "neighbourhood": ("BU07721111", "BU07721112")}  # fmt: skip
    most, alone = codes[by]
    residents = people(others=most, victims=alone).to_frame(by)
    maps = Maps(by="square") if by == "square" else Maps(file="eindhoven")
    studied = residents if is_victim else residents.drop(index=VICTIM)
    clusters = pd.Series(np.arange(len(studied)) % 2 + 1, studied.index)
    found = area_table(find_areas(residents, maps), studied, clusters)
    return [replace(found, parents={}, coarser={}, population="")]


def by_neighbourhood(*, is_victim):
    return by_square(is_victim=is_victim, by="neighbourhood")


@pytest.fixture
def by_type(tmp_path):
    def tables(*, is_victim):
        told = pd.DataFrame(
            {
                "type": people(
                    others="student", victims="partner" if is_victim else "student"
                ).astype(pd.CategoricalDtype([each.code for each in TYPES])),
                "origin": people(
                    others="CEE", victims="ARAB" if is_victim else "CEE"
                ).astype(pd.CategoricalDtype(["CEE", "ARAB", "NL"])),
            }
        )
        told.to_parquet(tmp_path / "perspectives.parquet")
        features, _ = crossed(tmp_path, pd.DataFrame(index=told.index), ())
        return [count_profiles(features, pd.Series(1, features.index))]

    return tables


KINDS = {
    "noise": with_a_profile,
    "reason": by_reason,
    "arrival": by_arrival,
    "square": by_square,
    "neighbourhood": by_neighbourhood,
}


def told(tables):
    """What the rows of a report tell of the victim."""
    report, without = (published(tables(is_victim=each))[0] for each in (True, False))
    return told_of(report, without)


@pytest.mark.parametrize("kind", list(KINDS))
def test_a40_fails_on_rows_of_a_list(kind):
    assert told(KINDS[kind]) == set()


def test_a40_fails_on_types_and_origins_that_describe(by_type):
    assert told(by_type) == set()


@pytest.mark.parametrize("kind", list(KINDS))
def test_a40_bites_tables_without_rows_of_nobody(kind):
    """As they were: a row is there when somebody is in it."""

    def occurring(*, is_victim):
        (table,) = KINDS[kind](is_victim=is_victim)
        counts = table.counts[table.counts["persons"] > 0].reset_index(drop=True)
        return [replace(table, counts=counts)]

    assert told(occurring)
