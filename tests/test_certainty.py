"""One verdict on the clusters, from all evidence, the same wherever it stands."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from findings import make_findings
from test_report_content import texts

from clusters.findings.evidence import Evidence, FoundAgain
from clusters.report.chapters import method
from clusters.report.content import build_report
from clusters.report.formats.dpia import dpia_annex
from clusters.report.formats.register import register_entry
from clusters.report.parts.certainty import in_short, of_cluster, verdict
from clusters.report.source import Source
from clusters.study.publishing.review import same_features

SURE = "Deze indeling is zeker:"
FAIR = "Deze indeling is redelijk zeker,"
UNSURE = "Deze indeling is onzeker:"


def told(language="nl", *, evidence=None, **facts):
    """A study of which all evidence is in favour, but for what is given."""
    made = make_findings(clusters=3, language=language)
    found = {str(each): FoundAgain(95, "highly stable") for each in (1, 2, 3)}
    best = {
        "found_again": found,
        "other_method": "kmeans",
        "agreement": 90,
        "twins": (),
    }
    judged = replace(made.method.evidence, **{**best, **(evidence or {})})
    ordinary = {
        "chosen_automatically": True,
        "weakest": {3: 95},
        "starts": 20,
        "times_best_found": 17,
    }
    method = replace(made.method, evidence=judged, **{**ordinary, **facts})
    return replace(made, method=method)


def test_clusters_are_sure_only_if_nothing_speaks_against_them():
    said = verdict(Source(told()))

    assert said.startswith(SURE)
    assert "Ertegen pleit" not in said


@pytest.mark.parametrize(
    ("changes", "short", "against"),
    [
        ({"chosen_automatically": False}, FAIR, "aantal van 3 is vooraf gekozen"),
        ({"weakest": {}}, FAIR, "volgt uit één maat"),
        ({"weakest": {3: 59}}, UNSURE, "bij geen enkel aantal"),
        ({"times_best_found": 1}, FAIR, "van de 20 keer maar één keer gevonden"),
        ({"starts": 1, "times_best_found": 1}, FAIR, "maar één keer uitgevoerd"),
        ({"evidence": {"agreement": 79}}, FAIR, "deels andere clusters (79"),
        ({"evidence": {"agreement": 64}}, UNSURE, "deels andere clusters (64"),
        ({"evidence": {"twins": (("age", "sex"),)}}, FAIR, "nog twee kenmerken sterk"),
        (
            {"evidence": {"found_again": {"1": FoundAgain(70, "pattern")}}},
            UNSURE,
            "van de 1 clusters komt er één maar voor een deel terug",
        ),
    ],
)
def test_each_test_that_fails_speaks_against_the_clusters(changes, short, against):
    said = verdict(Source(told(**changes)))

    assert said.startswith(short)
    assert against in said.split("Ertegen pleit")[1]


def test_a_method_without_starts_is_not_blamed_for_one_start():
    assert verdict(Source(told(method="ward", starts=1))).startswith(SURE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_verdict_is_the_same_wherever_it_stands(language):
    # As the demo: all very stable, but chosen beforehand, found once, 69 in 100 alike.
    findings = told(
        language,
        chosen_automatically=False,
        times_best_found=1,
        evidence={"agreement": 69},
    )
    source = Source(findings)
    whole, short = verdict(source), in_short(source)

    sections = {
        each.key: " ".join(texts(each)) for each in build_report(findings).sections
    }

    assert whole in sections["summary"]
    assert whole in sections["method"]
    assert whole in dpia_annex(findings)
    dutch = Source(replace(findings, language="nl"))
    assert verdict(dutch) in register_entry(findings)["risks"]
    for number in source.clusters:
        page = sections[f"cluster-{number}"]
        assert short in page
        assert not re.search("zeer stabiel|highly stable", page)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_not_tested_is_not_called_sure(language):
    findings = told(language, evidence=vars(Evidence()))

    said = verdict(Source(findings))

    start = {
        "nl": "Hoe zeker deze indeling is, is niet onderzocht.",
        "en": "How sure these clusters are was not looked into.",
    }[language]
    assert said.startswith(start)


def test_what_the_analyst_must_look_at_is_for_the_review_and_not_in_the_report(
    tmp_path,
):
    findings = told(evidence={"twins": (("age", "sex"),)})
    pair = {"one": "age", "other": "sex", "strength": 0.4}
    (tmp_path / "evidence.json").write_text(json.dumps({"same": [pair]}), "utf-8")

    (notice,) = same_features(tmp_path, findings.dictionary)
    said = " ".join(texts(build_report(findings)))

    assert notice.nl.endswith("Kijk of er één weg kan.")
    assert notice.nl not in said
    assert "analist" not in said.lower()


@pytest.mark.parametrize(
    ("language", "here", "of_all"),
    [
        ("nl", "gaat vaag over in andere", "gaat er één vaag over in andere"),
        ("en", "fades into others", "one fades into others"),
    ],
)
def test_a_cluster_that_fades_into_others_is_not_said_to_come_back_in_part(
    language, here, of_all
):
    found = {
        "1": FoundAgain(95, "highly stable", apart=97, elsewhere=88),
        "2": FoundAgain(93, "pattern", apart=71, elsewhere=35),
        "3": FoundAgain(90, "highly stable", apart=96, elsewhere=64),
    }
    source = Source(told(language, evidence={"found_again": found}))

    assert here in of_cluster(source, "2")
    assert of_all in verdict(source)
    assert not re.search("voor een deel terug|only in part", verdict(source))
    assert in_short(source).startswith((UNSURE, "These clusters are unsure:"))


def test_what_another_method_finds_of_each_cluster_stands_beside_the_overlap():
    found = {
        str(each): FoundAgain(95, "highly stable", elsewhere=others)
        for each, others in ((1, 88), (2, 35), (3, 64))
    }
    _, table = method.tests(Source(told(evidence={"found_again": found})))

    assert [row[-1].split()[0] for row in table.rows] == ["88", "35", "64"]
    assert table.columns[-1].heading == "Andere methode"
