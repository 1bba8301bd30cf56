"""Clusters crossed with type, origin and other answers, from released numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from findings import make_findings

from clusters.association import NOT_MEASURED, STRENGTHS, cramers_v, strength
from clusters.disclosure import release
from clusters.findings.effects import association, released_counts
from clusters.labels.traits import cohens_h
from clusters.profiles import count_profiles
from clusters.report.blocks import Table
from clusters.report.chapters.crossings import crossings
from clusters.report.drawing.figures import draw
from clusters.report.drawings import Flow, Flows
from clusters.report.formats.dpia import dpia_annex
from clusters.report.formats.register import register_entry
from clusters.report.source import Source
from clusters.schema import Text
from clusters.study.publishing.crossings import crossed, type_standing

EXPECTED = Path(__file__).parent / "expected" / "crossing.csv"


def coded(values, categories):
    return pd.Categorical(values, categories=categories)


def test_cramers_v_is_the_one_worked_out_by_hand():
    # Squares over expected: 10 + 10, 26.67 + 26.67, 8 + 8; 89.33 over 300 persons.
    # By chance 2 over 299 of them; rows 3 - 4/299, columns 2 - 1/299 (Bergsma 2013).
    table = pd.read_csv(EXPECTED, index_col="cluster")
    kinds = ["student", "worker"]
    expected = table[["expected_student", "expected_worker"]].set_axis(kinds, axis=1)
    squares = ((table[kinds] - expected) ** 2 / expected).to_numpy().sum()

    found = cramers_v(table[["student", "worker"]])

    assert squares == pytest.approx(89.3333, abs=1e-4)
    assert found == pytest.approx(
        ((squares / 300 - 2 / 299) / (2 - 1 / 299 - 1)) ** 0.5
    )
    assert found == pytest.approx(0.5404, abs=1e-4)


@pytest.mark.parametrize(
    ("rows", "v"),
    [([[20, 20], [20, 20]], 0), ([[40, 0], [0, 40]], 1), ([[40, 0], [40, 0]], None)],
)
def test_cramers_v_runs_from_nothing_to_everything(rows, v):
    assert cramers_v(rows) == pytest.approx(v)


@pytest.mark.parametrize(
    ("share", "other", "h"),
    # 2 asin(sqrt p): 0.5 gives pi/2, 0.25 gives pi/3, 0.75 gives 2 pi/3, 0 gives 0.
    [(0.5, 0.25, 0.5236), (0.75, 0.25, 1.0472), (0, 0.5, -1.5708)],
)
def test_cohens_h_is_the_one_worked_out_by_hand(share, other, h):
    assert cohens_h(share, other) == pytest.approx(h, abs=1e-4)


def test_what_is_hidden_makes_no_association(policy):
    # In both clusters 95 of 100 are of one origin, which is hidden in one of them only.
    people = pd.DataFrame({"origin": coded((["V"] * 95 + ["E"] * 5) * 2, ["V", "E"])})
    clusters = pd.Series([1] * 100 + [2] * 100)
    table = release(count_profiles(people, clusters, name="drilldown"), policy)

    counts = released_counts(table, "origin")

    assert table.rows["hidden"].any()
    assert cramers_v(counts) == pytest.approx(0, abs=0.02)


def test_an_answer_that_is_hidden_as_nearly_all_counts_for_what_is_told_of_it(policy):
    # 96 of 100 in one cluster: hidden, and told to be more than 90. V is 0.84 of the
    # true counts; divided as everybody's are it would be 0.14.
    people = pd.DataFrame(
        {"tenure": coded(["own"] * 960 + ["rent"] * 40 + ["rent"] * 880 + ["own"] * 120,
                         ["own", "rent"])}
    )  # fmt: skip
    clusters = pd.Series([1] * 1000 + [2] * 1000)
    table = release(count_profiles(people, clusters), policy)

    assert association(table, "tenure") > 0.75


def test_who_did_not_answer_makes_no_association(policy):
    # Half of cluster 1 did not answer; those who did answer as cluster 2 does.
    told = (
        ["own"] * 200 + ["rent"] * 300 + [None] * 500 + ["own"] * 400 + ["rent"] * 600
    )
    people = pd.DataFrame({"tenure": coded(told, ["own", "rent"])})
    clusters = pd.Series([1] * 1000 + [2] * 1000)
    table = release(count_profiles(people, clusters, name="drilldown"), policy)

    assert association(table, "tenure") == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_place_has_the_same_word_for_one_association(language):
    told = make_findings(language=language)
    origin = ("origin", Text("Herkomst", "Origin"), STRENGTHS[0])
    method = replace(
        told.method, evidence=replace(told.method.evidence, origin=(origin,))
    )
    told = replace(told, method=method)
    word = strength(association(told.drilldown, "origin"))

    section = crossings(Source(told))
    (table,) = [block for block in section.blocks if isinstance(block, Table)]

    assert word is not STRENGTHS[0]
    assert word.to(language) in table.rows[0][0]
    assert f": {word.to(language)}." in dpia_annex(told)
    assert word.nl in register_entry(told)["risks"]


def test_what_is_alike_for_everybody_is_said_to_be_so():
    told = make_findings()
    method = replace(
        told.method,
        evidence=replace(
            told.method.evidence,
            origin=(
                ("born_abroad", Text("Geboren elders", "Born abroad"), NOT_MEASURED),
            ),
        ),
    )

    annex = dpia_annex(replace(told, method=method))

    assert "Geboren elders: niet te meten, omdat iedereen hetzelfde antwoord" in annex


def test_every_variable_has_a_heading_with_its_association():
    told = make_findings()

    section = crossings(Source(told))

    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    headings = [row[0] for row in table.rows if len(row) == 1]
    assert len(headings) == told.drilldown.rows["feature"].nunique()
    assert all("samenhang" in heading for heading in headings)


def test_without_other_variables_there_is_no_chapter():
    assert crossings(Source(replace(make_findings(), drilldown=None))) is None


def test_the_bands_are_drawn_the_same_every_time_and_without_what_is_hidden():
    drawing = Flows(("a", "b"), ("1", "2"), (Flow(0, 0, 100), Flow(1, 1, 50)))

    first, second = draw(drawing), draw(replace(drawing))

    assert first == second
    assert first.count(b"fill-opacity") + first.count(b"opacity: ") >= 2


def test_a_study_without_a_type_of_anybody_is_crossed_with_origin_only(tmp_path):
    people = pd.DataFrame(
        {
            "type": coded(["undetermined"] * 2, ["student", "undetermined"]),
            "origin": coded(["CEE", "ASIA"], ["CEE", "ASIA"]),
        },
        index=pd.Index(["p1", "p2"], name="person_id"),
    )
    people.to_parquet(tmp_path / "perspectives.parquet")
    features = pd.DataFrame(index=people.index)

    frame, meanings = crossed(tmp_path, features, ())

    assert frame.columns.tolist() == ["origin"]
    assert [each.name for each in meanings] == ["origin"]


def test_internationals_who_are_studied_and_who_are_not_add_up_by_type():
    residents = pd.DataFrame(
        {
            "type": coded(
                ["student", "student", "child_dutch", "not_international"],
                ["student", "child_dutch", "not_international"],
            )
        },
        index=["p1", "p2", "p3", "p4"],
    )

    table = type_standing(residents, pd.Index(["p1"]))

    cells = table.counts.set_index(["standing", "type"])["persons"]
    assert cells.to_dict() == {
        ("studied", "child_dutch"): 0,
        ("studied", "student"): 1,
        ("not", "child_dutch"): 1,
        ("not", "student"): 1,
    }
    assert not table.shown
