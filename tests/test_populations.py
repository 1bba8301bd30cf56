"""Whose numbers a chapter holds, what a type is, and what counts are rounded to."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from conftest import PROJECT
from findings import make_findings
from test_neighbourhoods import mapped
from test_report_views import counted, section, views

from clusters.findings.perspectives import TypeChoices
from clusters.perspectives.types.names import types_of
from clusters.profiles import EVERYBODY
from clusters.report import check_report, write_report
from clusters.report.blocks import Figure, Table
from clusters.report.chapters.summary import reading
from clusters.report.chapters.types.rules import limit_note, rule
from clusters.report.content import build_report
from clusters.report.drawings import Bars
from clusters.report.formats.dpia import dpia_annex
from clusters.report.formats.register import register_text
from clusters.report.parts.privacy import privacy_rules, rounding
from clusters.report.source import Source
from clusters.schema import Text
from clusters.settings import load_study
from clusters.study.publishing.perspective_facts import type_choices

CHOSEN = TypeChoices(
    regular=37_296,
    under_30=28_350,
    limit_from=Text("de norm", "the norm"),
    income_year=2018,
    only_students_with_income=True,
)


@pytest.fixture(params=["nl", "en"])
def findings(request):
    made = make_findings(language=request.param)
    reasons = counted(
        "type_reasons",
        ("type",),
        type=["other", "other", "undetermined"],
        reason=["self_employed", "no_income", "income_unknown"],
        persons=[640, 2610, 300],
    )
    told = views()
    types = counted(
        "types",
        reference={"type": EVERYBODY},
        type=[EVERYBODY, "knowledge_worker", "student", "other", "undetermined"],
        persons=[9000, 3100, 1450, 3250, 1200],
    )
    return replace(
        made,
        views=replace(
            told,
            chosen=CHOSEN,
            tables={**told.tables, "types": types, "type_reasons": reasons},
        ),
        reference_date=made.reference_date.replace(2019),
    )


def test_one_picture_early_on_shows_how_each_group_lies_in_the_one_before(findings):
    first, second, *_ = build_report(findings).sections

    (figure,) = [block for block in second.blocks if isinstance(block, Figure)]
    lengths = [bar.length for bar in figure.drawing.bars]
    assert first.key == "summary"
    assert isinstance(figure.drawing, Bars)
    assert lengths == [
        findings.funnel.value("persons", step="read"),
        findings.views.tables["origins"].value("persons", origin=EVERYBODY),
        findings.views.tables["types"].value("persons", type=EVERYBODY),
        findings.sizes.value("persons", cluster=EVERYBODY),
    ]
    assert all(bar.shown in figure.alt for bar in figure.drawing.bars)


def test_each_chapter_with_numbers_of_people_says_whose_they_are(findings):
    report, source = build_report(findings), Source(findings)
    totals = {
        "types": findings.views.tables["types"].value("persons", type=EVERYBODY),
        "origins": findings.views.tables["origins"].value("persons", origin=EVERYBODY),
        "glance": source.size(EVERYBODY),
        "tables": source.size(EVERYBODY),
        "population": findings.funnel.value("persons", step="read"),
    }

    for key, total in totals.items():
        assert source.count(total) in section(findings, key).kicker
    silent = {each.key for each in report.sections if not each.kicker}
    assert silent <= {
        *("summary", "groups", "method", "limits", "dictionary", "colophon")
    }
    (table,) = [
        block for block in report.sections[1].blocks if isinstance(block, Table)
    ]
    assert section(findings, "types").title in table.rows[2][-1]


def test_a_rule_names_its_amounts_in_euros(findings):
    source = Source(findings)
    amounts = {"nl": ("€\u00a037.296", "€\u00a028.350"), "en": ("€37,296", "€28,350")}

    for code in ("knowledge_worker", "labour_migrant"):
        assert all(each in rule(source, code) for each in amounts[source.language])
    assert source.read(CHOSEN.limit_from) in limit_note(source)
    assert build_report(findings)  # none with a number without an origin


def test_the_rule_of_students_says_whether_they_need_an_income(findings):
    everyone = replace(
        findings,
        views=replace(
            findings.views, chosen=replace(CHOSEN, only_students_with_income=False)
        ),
    )

    with_income = {"nl": "met eigen inkomen", "en": "an income of their own"}
    without = {"nl": "ook zonder inkomen", "en": "also without income"}
    assert with_income[findings.language] in rule(Source(findings), "student")
    assert without[findings.language] in rule(Source(everyone), "student")


def test_the_rule_of_the_others_tells_the_largest_part_of_them(findings):
    told = rule(Source(findings), "other")

    assert {"nl": "(2.610): zonder eigen", "en": "(2,610): no income"}[
        findings.language
    ] in told


def test_no_part_is_the_largest_where_a_hidden_one_may_be_larger(findings):
    reasons = counted(
        "type_reasons",
        ("type",),
        type=["other", "other"],
        reason=["self_employed", "no_income"],
        persons=[640, 700],
    )
    tables = {**findings.views.tables, "type_reasons": reasons}
    hidden = replace(findings, views=replace(findings.views, tables=tables))

    assert "(700)" not in rule(Source(hidden), "other")


def test_a_rule_names_the_nationality_of_the_country_that_is_studied(findings):
    own = Text("Colombiaanse nationaliteit", "Colombian nationality")
    views = replace(findings.views, types=types_of(own))

    told = rule(Source(replace(findings, views=views)), "child_dutch")

    assert own.to(findings.language) in told


def test_a_rule_has_the_ages_that_the_study_chose(findings):
    chosen = replace(CHOSEN, adult_from=16, working_until=64)
    source = Source(replace(findings, views=replace(findings.views, chosen=chosen)))

    assert "16-64" in rule(source, "partner")
    assert "0-15" in rule(source, "child_foreign")
    assert "65 " in rule(source, "other")


def test_the_limit_told_is_the_one_that_decides():
    chosen = type_choices(load_study(PROJECT / "config" / "demo.toml"))

    # The norm of the 30% ruling in 2018, as published.
    assert (chosen.regular, chosen.under_30) == (37_296, 28_350)
    assert chosen.income_year == 2018
    assert chosen.only_students_with_income


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_counts_are_rounded_to_is_told_as_it_was_done(policy, language):
    findings, _ = mapped(policy, language=language)
    source, areas = Source(findings), findings.places.table

    shown = areas.rows["persons"].dropna()
    assert areas.bases == (10,) == (int(np.gcd.reduce(shown.astype(int))),)
    assert findings.profiles.bases == (5,)
    assert re.findall(r"\d+", rounding(source, areas)) == ["10"]
    assert re.findall(r"\d+", rounding(source, findings.profiles)) == ["5"]
    everywhere = [
        dict(reading(source))[{"nl": "Afgerond", "en": "Rounded"}[language]],
        " ".join(privacy_rules(source)),
        register_text(findings),
        dpia_annex(findings),
    ]
    for told in everywhere:
        assert re.search(r"veelvouden van 5, en .* 10|multiples of 5, and .* 10", told)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_limit_that_a_rounded_number_can_equal_is_said_to_be_before_rounding(
    language,
):
    told = " ".join(privacy_rules(Source(make_findings(language=language))))

    assert {"nl": "vóór het afronden", "en": "before rounding"}[language] in told


def test_a_report_with_all_of_this_passes_the_last_look(findings, policy, tmp_path):
    places = mapped(policy)[0].places
    whole = replace(findings, places=places)
    files = write_report(whole, tmp_path)

    check_report(whole, tmp_path, files, [])
