"""What a reader found in whole reports that one sentence held against another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from findings import make_findings, policy, with_rows
from test_breaks import arrivals, chapter
from test_certainty import told
from test_crossings import coded
from test_report_content import texts
from test_report_views import counted

from clusters.disclosure import release
from clusters.disclosure.identical_cells import identical_cells
from clusters.extracts.notices import absent, vaguely
from clusters.features.bands import COUNT, MEMBERS, spans
from clusters.features.elsewhere import called
from clusters.findings.breaks import lacking_years, undetermined_years
from clusters.findings.derived import told_types
from clusters.findings.evidence import FoundAgain
from clusters.findings.perspectives import Lack, Missing, Views
from clusters.findings.sample import Sample
from clusters.labels import Trait, load_phrases
from clusters.labels.traits import unknown_of
from clusters.perspectives.types.names import TYPES
from clusters.profiles import EVERYBODY, count_profiles
from clusters.report.blocks import Bullets, Figure, Heading, Paragraph, Table
from clusters.report.chapters.arrivals import arrivals as arrived
from clusters.report.chapters.crossings import crossings, effect
from clusters.report.chapters.distinguishing import distinguishing as apart
from clusters.report.chapters.groups import groups
from clusters.report.chapters.method import method
from clusters.report.chapters.summary import answer
from clusters.report.chapters.types import types
from clusters.report.content import build_report
from clusters.report.formats.dpia import dpia_annex
from clusters.report.parts.certainty import verdict
from clusters.report.parts.missing import sentence
from clusters.report.source import Source
from clusters.report.words import missing
from clusters.schema import UNKNOWN, Code, FeatureMeaning, Text, Theme
from clusters.settings import load_study
from clusters.study.publishing.crossings import crossed, type_standing
from clusters.study.publishing.perspective_facts import missing_of_origins
from clusters.tables import CATALOGUE

PROJECT = Path(__file__).parents[1]
UNTOLD = "undetermined"
PEOPLE = pd.Index(["p1", "p2", "p3"], name="person_id")


def with_types(persons, reasons=(), language="nl"):
    """A study with so many persons of each type, and reasons for who has none."""
    numbers = {EVERYBODY: sum(persons.values()), **persons}
    tables = {
        "types": counted(
            "types",
            reference={"type": EVERYBODY},
            type=list(numbers),
            persons=list(numbers.values()),
        )
    }
    if reasons:
        tables["type_reasons"] = counted(
            "type_reasons",
            ("type",),
            type=["undetermined"] * len(reasons),
            reason=list(dict(reasons)),
            persons=list(dict(reasons).values()),
        )
    return replace(make_findings(language=language), views=Views(tables=tables))


def test_a_cluster_that_comes_back_in_part_is_not_told_as_one_that_comes_back():
    found = {str(each): FoundAgain(95, "highly stable") for each in (1, 2)}
    found["3"] = FoundAgain(72, "pattern")

    said = verdict(Source(told(evidence={"found_again": found}, weakest={3: 70})))

    assert "komt elk cluster terug" not in said
    assert "van de 3 clusters komt er één maar voor een deel terug" in said


def test_a_type_that_cannot_be_determined_is_an_unknown_answer(tmp_path):
    kinds = coded(
        ["student", "undetermined", "undetermined"], ["student", "undetermined"]
    )
    people = pd.DataFrame({"type": kinds, "origin": coded([None] * 3, ["CEE"])}, PEOPLE)
    people.to_parquet(tmp_path / "perspectives.parquet")

    frame, (meaning,) = crossed(tmp_path, pd.DataFrame(index=PEOPLE), ())

    assert frame["type"].isna().tolist() == [False, True, True]
    told = [each.code for each in meaning.categories]
    assert "student" in told
    assert "undetermined" not in told


def test_the_gate_still_knows_that_unknown_types_are_those_not_determined():
    kinds = coded(
        ["student", "undetermined", "undetermined"], ["student", "undetermined"]
    )
    standing = type_standing(pd.DataFrame({"type": kinds}, PEOPLE), PEOPLE)
    rows = pd.DataFrame(
        {
            "cluster": EVERYBODY,
            "feature": "type",
            "category": ["student", UNKNOWN],
            "persons": [1, 2],
        }
    )
    drilldown = replace(standing, name="drilldown", counts=rows)

    same = list(identical_cells([standing, drilldown], CATALOGUE))

    asked = {"cluster": EVERYBODY, "feature": "type"}
    assert (
        ("drilldown", asked | {"category": UNKNOWN}),
        (standing.name, {"standing": "studied", "type": "undetermined"}),
    ) in same


def test_without_crossings_the_papers_may_still_name_the_edges():
    findings = make_findings(2, features=4, persons=3000, drilldown=False)

    assert dpia_annex(findings)  # neither is made if a number has no origin
    assert build_report(findings).sections


def test_a_large_number_that_is_hidden_is_not_called_small():
    section = crossings(Source(make_findings()))

    said = " ".join(each.note for each in section.blocks if isinstance(each, Figure))
    assert "te klein" not in said


@pytest.mark.parametrize(
    ("unit", "dutch", "english"),
    [
        (COUNT, "1 of 2", "1 or 2"),
        (MEMBERS, "2 of 3 personen", "2 or 3 persons"),
    ],
)
def test_two_numbers_together_are_not_a_range(unit, dutch, english):
    edges = (1, 2, 3, 4) if unit is COUNT else (2, 3, 4, 5)

    assert Text(dutch, english) in [each.meaning for each in spans(edges, unit, "€")]


@pytest.mark.parametrize(("language", "minor"), [("nl", "minderjarige"), ("en", "18")])
def test_who_has_no_minor_child_is_not_named_as_having_no_child(language, minor):
    none = Code("0", Text("geen", "none"))
    asked = FeatureMeaning("minor_children", Theme.DEMOGRAPHIC, Text("a", "a"), (none,))
    path = PROJECT / f"config/labels.{language}.toml"

    _, said = load_phrases(path, [asked], "Spanje").find("minor_children", "0")

    assert minor in said


def test_where_nobody_has_a_type_no_rules_and_no_number_of_internationals_are_told():
    findings = with_types({"student": 0, "undetermined": 9070})
    source = Source(findings)

    section = types(source)

    assert not told_types(findings.views)
    assert all(isinstance(each, Bullets | Heading) for each in section.blocks)
    assert "internationals" not in [each.code for each in groups(source)]


def test_who_may_be_no_international_is_told_apart():
    findings = with_types(
        {"student": 500, "undetermined": 6600},
        {"definition_unknown": 6545, "income_unknown": 55},
    )
    source = Source(findings)

    said = [each.text for each in types(source).blocks if isinstance(each, Paragraph)]
    (group,) = [each for each in groups(source) if each.code == "internationals"]

    assert any("6.545 mensen van wie niet bekend is of zij" in each for each in said)
    assert group.name.endswith("en wie dat misschien zijn")


def test_chapters_that_only_tell_what_they_lack_are_one():
    lacking = {
        "types": (Missing(Lack.TYPE_YEARS),),
        "origins": (Missing(Lack.ORIGINS),),
        "inflow": (Missing(Lack.ARRIVALS),),
        "stay": (Missing(Lack.MOVES),),
    }
    findings = replace(make_findings(), views=Views(missing=lacking))

    sections = {each.key: each for each in build_report(findings).sections}

    assert not {"origins", "inflow", "stay"} & set(sections)
    told = [each for each in sections["missing"].blocks if isinstance(each, Bullets)]
    assert {each.items for each in told} >= {
        (missing.NO_ORIGINS.nl,),
        (missing.NO_ARRIVALS.nl,),
        (missing.NO_MOVES.nl,),
    }
    assert not sections["missing"].kicker


def test_a_year_with_somewhat_more_unknown_types_is_told_of_and_drawn():
    shares = {(str(2010 + n), "undetermined"): n_ for n, n_ in enumerate([0, 0, 3])}

    assert not undetermined_years(shares)
    assert [each.year for each in lacking_years(shares)] == ["2012"]


def test_hidden_shares_are_not_told_as_none():
    years = ["2015", "2016", "2017", "2018"]
    numbers = {"student": [400, 400, 400, 400], "undetermined": [0, 0, 0, 200]}

    part = chapter("nl", {"arrivals_by_type": arrivals(numbers, years)})

    said = " ".join(each.note for each in part.blocks if isinstance(each, Figure))
    assert "niet te bepalen, veel meer dan in elk ander jaar" in said
    assert "hooguit 0" not in said


def test_features_in_a_chain_are_not_said_to_tell_the_same():
    twins = (("age", "education"), ("education", "sex"))
    tells = {"age": 50, "education": 30, "sex": 10}

    section = apart(Source(told(evidence={"tells": tells, "twins": twins})))

    said = [each.text for each in section.blocks if isinstance(each, Paragraph)]
    assert any("hangen binnen de clusters aan elkaar" in each for each in said)
    assert not any("zeggen binnen de clusters" in each for each in said)


def test_own_groups_of_origin_are_no_missing_country_of_birth():
    told = list(missing_of_origins({"birth_country"}, set(), own=True))

    assert told == [Missing(Lack.OWN_ORIGINS)]
    assert sentence(Source(make_findings()), *told) == missing.OWN_ORIGINS.nl


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_number_that_may_be_none_is_not_told_as_people_who_are_there(language):
    hidden = counted(
        "arrivals_by_type",
        ("type",),
        reference={"type": EVERYBODY},
        year=["2017", "unknown"],
        type=[EVERYBODY, EVERYBODY],
        persons=[400, 3],
    )
    persons = {"student": 500, "undetermined": 60}
    findings = with_types(persons, {"definition_unknown": 3}, language)
    tables = {**findings.views.tables, "arrivals_by_type": hidden}
    source = Source(replace(findings, views=Views(tables=tables)))

    parts = [types(source), arrived(source)]
    said = " ".join(text for part in parts for text in texts(part.blocks))

    assert "verborgen aantal" not in said
    assert "hidden number" not in said
    assert {"nl": "Onder hen kunnen mensen zijn", "en": "there may be people"}[
        language
    ] in said
    assert {
        "nl": "Van hoeveel internationals het jaar van vestiging niet bekend is, wordt "
        "niet getoond.",
        "en": "Of how many internationals the year of arrival is not known is not "
        "shown.",
    }[language] in said


def test_what_is_missing_in_a_country_names_no_city_and_no_dutch_list():
    (notice,) = absent(())
    rules = [each.rule for each in TYPES]
    sector = called("sector", Text("Spaanse nationaliteit", "Spanish nationality"))
    told = [missing.NO_MOVES, missing.NO_CLUSTER_STAYS, sector, *rules]

    for language in ("nl", "en"):
        said = [getattr(notice, language), *(each.to(language) for each in told)]
        for word in (" stad", "gemeentegrens", " city", "BRP", "SBI", "WOZ"):
            assert not [each for each in said if word in each], word


def test_in_which_part_an_answer_is_unknown_counts_where_most_is_hidden():
    """Of a cluster of 400 hardly any answer is known, of the other 800 all are."""
    kinds = [None] * 398 + ["yes"] * 2 + ["yes", "no"] * 400
    clusters = pd.Series([1] * 400 + [2] * 800)
    frame = pd.DataFrame({"contract": pd.Categorical(kinds, ["yes", "no"])})
    table = release(count_profiles(frame, clusters, name="drilldown"), policy())
    unknown = unknown_of(table)

    assert unknown.most("contract") == 90
    assert unknown.is_more("contract")


def test_an_effect_of_a_share_that_is_only_known_to_be_more_is_told_as_such():
    findings = make_findings()
    source = Source(findings)
    trait = Trait("age", "young", 90, 31, 1.32, is_above=True)

    assert effect(source, trait) == ">\N{NO-BREAK SPACE}1,32"
    assert effect(source, replace(trait, is_above=False)) == "1,32"


def test_numbers_stand_in_the_order_in_which_they_were_tried():
    facts = make_findings(3).method
    curve = ((2, 900.0), (3, 500.0), (4, 300.0), (5, 0.0))
    tried = replace(facts, curve=curve, weakest={3: 85, 4: 55, 5: 56}, n_clusters=3)
    section = method(Source(replace(make_findings(3), method=tried)))

    (table,) = (
        each
        for each in section.blocks
        if isinstance(each, Table) and "op de proef" in each.caption
    )
    assert [row[0] for row in table.rows] == ["5", "4", "3"]
    assert "andere helften" in table.note


@pytest.mark.parametrize(
    ("unknown", "lead"),
    [(0, "1.000 internationals"), (300, "1.000 mensen die international zijn of dat")],
)
def test_who_may_be_no_international_is_not_counted_as_one(unknown, lead):
    reasons = {"definition_unknown": unknown, "income_unknown": 400 - unknown}
    findings = with_types({"student": 600, "undetermined": 400}, reasons)

    first = types(Source(findings)).blocks[0]

    assert lead in first.text


def test_a_notice_groups_thousands():
    assert vaguely(6071) == Text("ongeveer 6.070", "about 6,070")


def test_features_that_go_together_are_not_said_to_tell_the_same():
    """Strongly is a Cramer's V from 0.35: neither tells the other."""
    tells = {"age": 50, "education": 30, "sex": 10}
    facts = told(evidence={"tells": tells, "twins": (("age", "education"),)})

    said = [
        each.text
        for each in apart(Source(facts)).blocks
        if isinstance(each, Paragraph) and "hangen binnen" in each.text
    ]

    assert said
    assert all("hetzelfde" not in each.replace("deels hetzelfde", "") for each in said)


@pytest.mark.parametrize("name", ["spain-2010", "spain-ecv"])
def test_who_has_a_car_is_not_told_as_having_one_car(name, monkeypatch):
    """The survey asks whether there is a car, not how many."""
    monkeypatch.chdir(PROJECT)
    study = load_study(PROJECT / f"config/{name}.toml")

    assert "cars" not in study.extract.columns
    assert set(study.extract.codes["HS110"].values()) == {"ja", "nee"}
    assert "HS110" in study.report.drilldown


@pytest.mark.parametrize(
    ("language", "first", "studied"),
    [
        ("nl", "Naar schatting 5.155.000 inwoners", "onderzochte inwoners"),
        ("en", "An estimated 5,155,000 residents", "in this study"),
    ],
)
def test_whom_a_sample_stands_for_were_not_all_studied(language, first, studied):
    """Nine thousand persons were asked; they stand for five million."""
    findings = make_findings(language=language)
    rows = findings.sizes.rows.copy()
    rows.loc[rows["cluster"] == EVERYBODY, "persons"] = 5_155_000
    sample = Sample(effective=4900, effect=19)
    findings = replace(findings, sizes=with_rows(findings.sizes, rows), sample=sample)
    source = Source(findings)

    told = answer(source).replace("\N{NO-BREAK SPACE}", " ")
    (group,) = [each for each in groups(source) if each.code == "studied"]

    assert told.startswith(first)
    assert studied not in told
    assert {"nl": "naar schatting", "en": "estimated"}[language] in group.name
