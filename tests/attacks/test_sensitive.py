"""Sentences and drawings that tie a recognisable few to what is sensitive: A41."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

import pandas as pd
from attacked import SHIPPED
from findings import make_findings
from test_report_content import texts

from attacks.attacker.words import mentions
from clusters.disclosure import release_all
from clusters.findings.perspectives import Views
from clusters.labels import Label, strongest_first, traits_of
from clusters.profiles import cluster_sizes, count_profiles
from clusters.report.chapters.glance import glance
from clusters.report.chapters.portrait import portrait
from clusters.report.chapters.side_by_side import side_by_side
from clusters.report.chapters.summary import summary
from clusters.report.source import Source
from clusters.schema import FeatureMeaning, Text, Theme
from clusters.schema.column import codes_of
from clusters.study.publishing.naming import sayable

BENEFIT = FeatureMeaning(
    "benefit",
    Theme.SOCIOECONOMIC,
    Text("Uitkering", "Benefit"),
    codes_of(("none", "geen", "none"), ("disability", "ziektegeld", "disability")),
)
TENURE = FeatureMeaning(
    "tenure",
    Theme.HOUSING,
    Text("Woning", "Home"),
    codes_of(("social_rent", "sociale huur", "social"), ("owned", "koop", "owned")),
)
SENSITIVE = ("uitkering bij ziekte", "ziektegeld")


def answers(disability, social_rent, persons):
    return pd.DataFrame(
        {
            "benefit": ["disability"] * disability + ["none"] * (persons - disability),
            "tenure": ["social_rent"] * social_rent
            + ["owned"] * (persons - social_rent),
        }
    )


def report_of(group, *, checked=True):
    """What is told of a cluster beside two thousand others, with and without our rule."""
    people = pd.concat([group, answers(20, 400, 2000)], ignore_index=True)
    clusters = pd.Series([1] * len(group) + [2] * 2000)
    people = people.astype("category")
    tables = [cluster_sizes(clusters), count_profiles(people, clusters)]
    released = release_all(tables, SHIPPED)
    found = traits_of(released["profiles"], "1", people.columns)
    told = sayable(found, released, "1") if checked else strongest_first(found)
    made = make_findings(clusters=2)
    evidence = replace(made.method.evidence, tells={"tenure": 40}, twins=())
    findings = replace(
        made,
        method=replace(made.method, evidence=evidence),
        sizes=released["sizes"],
        profiles=released["profiles"],
        dictionary=(BENEFIT, TENURE),
        labels={"1": Label("1", "Een cluster", (), told)},
        drilldown=None,
        views=Views(),
    )
    source = Source(findings)
    sections = (portrait(source, "1"), glance(source), summary(source))
    return "\n".join(texts((*sections, side_by_side(source))))


# One in six of a hundred and twenty; and of most of a larger one nothing else is known.
FEW = answers(20, 110, 120)
MOST_OF_FEW = answers(90, 110, 120)
ALONE = answers(210, 140, 700)
ENOUGH = answers(210, 600, 700)


def test_a41_fails_on_the_few_of_a_cluster():
    text = report_of(FEW)

    assert mentions(text, SENSITIVE) == []
    assert "sociale huur" in text


def test_a41_fails_on_the_commonest_answer_of_the_few():
    assert mentions(report_of(MOST_OF_FEW), SENSITIVE) == []


def test_a41_fails_on_what_is_sensitive_alone():
    assert mentions(report_of(ALONE), SENSITIVE) == []


def test_what_enough_people_have_is_told_beside_other_things():
    assert mentions(report_of(ENOUGH), SENSITIVE)


def test_a41_bites_a_page_that_tells_whatever_stands_out():
    with mock.patch.object(Source, "may_say", return_value=True):
        assert mentions(report_of(FEW, checked=False), SENSITIVE)


def test_a41_bites_a_table_of_commonest_answers_of_any_size():
    with mock.patch.object(Source, "may_say", return_value=True):
        assert mentions(report_of(MOST_OF_FEW), SENSITIVE)


def test_a41_bites_a_page_on_which_it_stands_alone():
    with mock.patch.object(Source, "not_alone", lambda _, traits: list(traits)):
        assert mentions(report_of(ALONE), SENSITIVE)
