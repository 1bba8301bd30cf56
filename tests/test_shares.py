"""Shares of those of whom the answer is known, from released numbers alone."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from attacked import SHIPPED
from findings import make_findings, with_rows
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters.disclosure import release
from clusters.disclosure.shares import TOLERATED, with_shares
from clusters.profiles import EVERYBODY, count_profiles
from clusters.report.blocks import Figure
from clusters.report.chapters.all_shares import all_shares as annex
from clusters.report.chapters.side_by_side import side_by_side
from clusters.report.formats.tables import write_tables
from clusters.report.source import Source
from clusters.schema import UNKNOWN

ANSWERS = ("low", "middle", "high")


def study(*clusters):
    """A cluster per mapping of answers to persons; unknown where the answer is None."""
    told = [
        (number, answer)
        for number, persons in enumerate(clusters, start=1)
        for answer, count in persons.items()
        for _ in range(count)
    ]
    numbers, answers = zip(*told, strict=True)
    frame = pd.DataFrame({"education": pd.Categorical(answers, categories=ANSWERS)})
    return release(count_profiles(frame, pd.Series(numbers)), SHIPPED)


def cell(table, cluster, answer, column="share"):
    found = table.value(column, cluster=cluster, feature="education", category=answer)
    return None if pd.isna(found) else int(found)


def test_a_share_is_of_those_who_answered_and_the_unknown_stands_beside_it():
    table = study(
        {"high": 460, "low": 60, None: 480}, {"high": 220, "low": 700, None: 80}
    )

    # 46 in 100 of all, and 88 of those known; it was told as 46
    assert cell(table, "1", "high") == 88
    assert cell(table, "1", UNKNOWN) == 48
    assert cell(table, "1", "high", "unknown") == 48
    assert cell(table, "1", "high", "known") == 520
    assert cell(table, "1", "high", "reference_share") == 47
    assert cell(table, "1", "high", "difference") == 41
    assert cell(table, "1", "high", "index") == 187  # 88 over 47


def test_a_cluster_does_not_differ_because_fewer_answered():
    table = study(
        {"high": 300, "low": 100, None: 600}, {"high": 690, "low": 230, None: 80}
    )

    assert cell(table, "1", "high") == cell(table, "2", "high") == 75
    assert cell(table, "1", "high", "index") == 100


def test_a_hidden_unknown_does_not_move_a_share():
    """What is a part of a hidden number would give that number back."""
    shares = [
        cell(
            study({"high": 4000, "low": 4000 - few, None: few}, {"high": 900}),
            "1",
            "low",
        )
        for few in range(1, 10)
    ]
    told = study({"high": 4000, "low": 3995, None: 5}, {"high": 900})

    assert cell(told, "1", UNKNOWN) is None
    assert cell(told, "1", "low", "known") == 8000
    assert set(shares) == {50}


def test_a_share_that_a_hidden_unknown_might_move_is_not_told():
    # Middle and unknown are hidden: what is left is a tenth of the cluster, and
    # whoever reads 450 of 1,000 would read 45 where it may be 50.
    rows = [
        ("all", "high", 900), ("all", "low", 900), ("all", "middle", None),
        ("all", UNKNOWN, None), ("1", "high", 450), ("1", "low", 450),
        ("1", "middle", None), ("1", UNKNOWN, None),
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["cluster", "category", "persons"]).assign(
        feature="education", above=pd.NA
    )
    frame["persons"] = frame["persons"].astype("Int64")
    table = count_profiles(
        pd.DataFrame({"education": pd.Categorical(["low"], categories=ANSWERS)}),
        pd.Series([1]),
    )
    size = frame["cluster"].map({"all": 2000, "1": 1000}).astype("Int64")

    told = with_shares(frame, table, size, SHIPPED)

    assert told["share"].isna().all()
    assert told["unknown"].isna().all()


def test_few_who_answered_have_no_share_and_some_have_a_coarse_one():
    few = study({"high": 20, "low": 20, None: 400}, {"high": 500, "low": 500})
    some = study({"high": 43, "low": 40, None: 400}, {"high": 500, "low": 500})

    assert cell(few, "1", "high") is None
    assert cell(few, "1", UNKNOWN) == 91
    assert cell(some, "1", "high") % 5 == 0


counts = st.fixed_dictionaries(
    {answer: st.integers(0, 900) for answer in (*ANSWERS, None)}
)


@settings(max_examples=60)
@given(st.lists(counts, min_size=2, max_size=4))
def test_no_share_is_further_off_than_the_report_declares(clusters):
    """Held against the exact persons: the step, two points, and rounding of counts."""
    if any(sum(each.values()) < SHIPPED.minimum_cluster for each in clusters):
        return
    table = study(*clusters)
    exact = {str(number): told for number, told in enumerate(clusters, start=1)}
    base = table.rows["persons"].dropna()
    base = 10 if (base % 10 == 0).all() else 5

    for row in table.rows.itertuples():
        if row.cluster == EVERYBODY or row.category == UNKNOWN or pd.isna(row.share):
            continue
        told = exact[row.cluster]
        known = sum(told[answer] for answer in ANSWERS)
        true = 100 * told[row.category] / known
        step = 5 if row.known < SHIPPED.coarse_share_below else 1
        # Half a base in each of five counts and in their group.
        rounding = 100 * 3 * base / known
        assert abs(int(row.share) - true) <= step / 2 + TOLERATED + rounding


def test_every_format_has_the_unknown_share_beside_the_shares(tmp_path):
    findings = make_findings()

    (path,) = [
        tmp_path / name
        for name in write_tables(findings, tmp_path)
        if name == "profiles.csv"
    ]

    with Path(path).open(encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert header == [
        "cluster", "label", "feature", "category", "persons", "share", "index",
        "hidden", "above", "unknown",
    ]  # fmt: skip
    released = findings.profiles.rows["unknown"].map(
        lambda each: "" if pd.isna(each) else str(each)
    )
    assert [row[-1] for row in rows] == released.tolist()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_annex_says_of_whom_the_shares_are(language):
    chapter = annex(Source(make_findings(language=language)))
    lead = chapter.blocks[0].text

    assert {"nl": "van wie een antwoord heeft", "en": "those with an answer"}[
        language
    ] in lead


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_comparison_warns_of_a_feature_that_is_often_unknown(language):
    findings = make_findings(language=language)
    source = Source(findings)
    feature = source.more_often("1")[0].feature
    rows = findings.profiles.rows.copy()
    here = (rows["feature"] == feature) & (rows["cluster"] == "1")
    rows.loc[here, "unknown"] = 31

    changed = Source(replace(findings, profiles=with_rows(findings.profiles, rows)))

    warned, before = (
        next(each.note for each in chapter.blocks if isinstance(each, Figure))
        for chapter in (side_by_side(changed), side_by_side(source))
    )

    called = source.meanings[feature].meaning.to(language)
    assert warned.startswith(before)
    assert called.lower() in warned.removeprefix(before).lower()
