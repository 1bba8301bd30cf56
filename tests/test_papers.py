from __future__ import annotations

import json
import re
from dataclasses import replace

import findings as study
import pytest

from clusters.association import STRENGTHS
from clusters.disclosure.exit.paper import read_json_texts, read_lines
from clusters.findings.evidence import Evidence
from clusters.findings.owner import Owner
from clusters.report.formats.dpia import dpia_annex
from clusters.report.formats.register import register_entry, register_text
from clusters.report.write import papers
from clusters.schema import Text
from clusters.settings.register import Register

# Publication standard 1.0: MinBZK/Algoritmeregister, config/v1_0.json.
REQUIRED = {
    "name": 100, "description_short": 350, "organization": 100, "contact_email": 500,
}  # fmt: skip
LONGEST = REQUIRED | {
    "begin_date": 7, "website": 500, "goal": 2500, "proportionality": 2500,
    "human_intervention": 2500, "risks": 2500, "lawful_basis": 2500,
    "process_index_url": 500, "impacttoetsen": 2500, "source_data": 2500,
    "methods_and_models": 5000, "provider": 200, "source_id": 100, "tags": 2500,
}  # fmt: skip
CHOICES = {
    "status": {"In ontwikkeling", "In gebruik", "Buiten gebruik"},
    "publication_category": {
        "Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes",
    },
    "lang": {"nld"},
    "standard_version": {"1.0"},
}  # fmt: skip
THEMES = {"Migratie en integratie", "Wonen", "Werk"}
OWNER = Owner(
    contact="algoritmes@eindhoven.example",
    status="In gebruik",
    begin="2020-02",
    lawful_basis="Artikel 6 lid 1 onder e van de AVG.",
    keep_days=90,
)
ORIGIN = (("nationality", Text("Herkomst", "Origin"), STRENGTHS[2]),)


def told(language="nl", **changes):
    made = study.make_findings(language=language)
    evidence = replace(made.method.evidence, origin=ORIGIN)
    method = replace(made.method, evidence=evidence)
    return replace(made, method=method, **changes)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("owner", [Owner(), OWNER], ids=["nothing said", "filled in"])
def test_the_entry_keeps_to_the_standard(language, owner):
    entry = register_entry(told(language, owner=owner))

    assert set(REQUIRED) | set(CHOICES) <= set(entry)
    assert set(entry) <= {
        *LONGEST, *CHOICES, "category", "impacttoetsen_grouping"
    }  # fmt: skip
    for key, most in LONGEST.items():
        assert 0 < len(entry.get(key, "x")) <= most, key
    for key, choices in CHOICES.items():
        assert entry[key] in choices
    assert set(entry["category"]) <= THEMES
    assert len(entry["category"]) <= 3


def test_an_entry_too_long_is_cut_between_words():
    entry = register_entry(told(title="Internationals " * 30))

    assert len(entry["name"]) <= 100
    assert entry["name"].endswith("Internationals…")


def test_the_json_is_the_entry_and_the_text_has_all_of_it():
    findings = told(owner=OWNER)
    entry, written = register_entry(findings), papers(findings)

    assert json.loads(written["register.json"]) == entry
    for value in entry.values():
        if isinstance(value, str):
            assert value in written["register.txt"]


def test_what_nobody_said_is_asked_for():
    open_ = register_text(told())

    assert "Nog in te vullen: Organisatie, Contactgegevens, Wettelijke basis." in open_
    assert "Contactgegevens" not in register_text(told(owner=OWNER)).split("\n\n")[0]


def test_the_owner_of_a_study_is_what_the_settings_have():
    assert Owner(**Register().model_dump()) == Owner()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_annex_has_its_chapters_in_one_language(language):
    annex = dpia_annex(told(language, owner=OWNER))
    headings = re.findall(r"^## (.*)$", annex, re.MULTILINE)

    assert headings == {
        "nl": [
            "Doel", "Gegevens", "Maatregelen", "Hoe zeker de indeling is",
            "Samenhang met herkomst", "Bewaren",
        ],
        "en": [
            "Purpose", "Data used", "Safeguards", "How sure the clusters are",
            "Association with origin", "Retention",
        ],
    }[language]  # fmt: skip
    strangers = {"nl": {"the", "and"}, "en": {"het", "een", "niet"}}[language]
    assert not strangers & set(re.findall(r"[a-z]+", annex.lower()))
    assert "90" in annex


def test_of_origin_the_papers_tell_only_the_order_of_size():
    findings = told()

    assert "Herkomst: middelgroot." in dpia_annex(findings)
    assert "herkomst: middelgroot" in register_entry(findings)["risks"]
    without = replace(findings, method=replace(findings.method, evidence=Evidence()))
    assert "geen gegeven over herkomst" in dpia_annex(without)
    assert "middelgroot" not in register_entry(without)["risks"]


def test_whoever_looks_into_the_papers_sees_every_line_and_key():
    lines = read_lines("een 1\ntwee")
    leaves = read_json_texts('{"a": "x\\ny 12", "a": [3, {"b": null}]}')

    assert [piece.cells for piece in lines.pieces] == [("een 1",), ("twee",)]
    seen = [piece.cells[0] for piece in leaves.pieces]
    assert seen == ["a", "x", "y 12", "a", "3", "b", "None"]
    assert read_json_texts("{no json 7").pieces[0].cells == ("{no json 7",)
