"""What the clusters differ in: one order, ties told as ties, twins once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from findings import make_findings
from test_report_content import texts

from clusters.findings.evidence import Evidence
from clusters.findings.ranking import level, ranked
from clusters.report.blocks import Figure
from clusters.report.chapters.distinguishing import distinguishing as apart
from clusters.report.content import build_report
from clusters.report.drawings import Bars
from clusters.report.parts.distinguishing import in_short
from clusters.report.source import Source

TELLS = {"wage": 40, "income": 39, "sector": 38, "age": 37, "sex": 12, "cars": 3}


def judged(language="nl", **changes):
    findings = make_findings(language=language)
    evidence = replace(findings.method.evidence, **changes)
    return replace(findings, method=replace(findings.method, evidence=evidence))


def test_what_is_within_two_points_of_the_first_is_level_with_it():
    places = level(ranked(Evidence(tells=TELLS)))

    assert [[each.features[0] for each in place] for place in places] == [
        ["wage", "income", "sector"], ["age"], ["sex"], ["cars"],
    ]  # fmt: skip


def test_twins_stand_in_one_place_with_the_number_of_the_one_that_tells_most():
    twins = (("wage", "income"), ("income", "cars"))

    first, *others = ranked(Evidence(tells=TELLS, twins=twins))

    assert (first.features, first.tells) == (("wage", "income", "cars"), 40)
    assert [each.features for each in others] == [("sector",), ("age",), ("sex",)]


def test_near_ties_are_told_as_ties_and_twins_are_named_once():
    tells = {"age": 50, "sex": 49, "cars": 30, "tenure": 20, "education": 19}
    source = Source(judged(tells=tells, twins=(("age", "education"),)))

    assert in_short(source) == (
        "De clusters verschillen het meest in leeftijd (samen met ‘opleiding’) en "
        "geslacht (beide even sterk), daarna in auto's in het huishouden."
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_figure_has_every_feature_that_its_title_speaks_of(language):
    findings = judged(language)
    names = findings.method.evidence.tells

    (figure,) = [b for b in apart(Source(findings)).blocks if isinstance(b, Figure)]

    assert isinstance(figure.drawing, Bars)
    # the first two are twins, and on one line
    assert len(figure.drawing.bars) == len(names) - 1
    lengths = [bar.length for bar in figure.drawing.bars]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_chapter_has_another_order(language):
    findings = judged(language)
    sections = {
        each.key: " ".join(texts(each)) for each in build_report(findings).sections
    }

    told = in_short(Source(findings))

    assert told in sections["summary"]
    assert told in sections["apart"]
    assert not re.search("hangt het meest aan|hang most on", sections["method"])
