from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from types import SimpleNamespace

import findings as study
import pytest

from clusters.disclosure import release
from clusters.findings.evidence import FoundAgain
from clusters.labels import Trait
from clusters.profiles.counts import cluster_sizes
from clusters.report import build_report
from clusters.report.blocks import Figure, Table, flat
from clusters.report.chapters.distinguishing import distinguishing as apart
from clusters.report.chapters.portrait import page as portrait
from clusters.report.content import Source
from clusters.report.drawings import Comparison, Curve
from clusters.schema import Text

DUTCH = {"het", "een", "niet", "personen", "aandeel", "wordt", "voor", "zijn", "bij"}
ENGLISH = {"the", "and", "with", "persons", "share", "this", "are", "not", "by"}
DEFICIT = (
    "allochtoon",
    "allochtone",
    "westers",
    "migratieachtergrond",
    "probleem",
    "kansarm",
    "achterstand",
    "zwak",
)


def texts(content: object) -> list[str]:
    if isinstance(content, str):
        return [content]
    if isinstance(content, tuple):
        return [text for each in content for text in texts(each)]
    if is_dataclass(content):
        return [
            text
            for field in fields(content)
            if field.name not in {"key", "side", "language"}
            for text in texts(getattr(content, field.name))
        ]
    return []


def figures(report: object) -> list[Figure]:
    return [
        block
        for section in report.sections
        for block in flat(section.blocks)
        if isinstance(block, Figure)
    ]


def words_of(report: object) -> set[str]:
    return set(re.findall(r"[a-zë]+", " ".join(texts(report)).lower()))


@pytest.mark.parametrize(
    ("language", "strangers"), [("nl", ENGLISH), ("en", DUTCH)], ids=["nl", "en"]
)
def test_one_report_speaks_one_language(language, strangers):
    report = build_report(study.make_findings(language=language))

    assert not words_of(report) & strangers


def test_the_report_uses_the_terms_of_statistics_netherlands_and_does_not_judge():
    said = " ".join(texts(build_report(study.make_findings()))).lower()

    assert not [word for word in DEFICIT if word in said]


def numbers_in(text: str) -> set[int]:
    digits = re.findall(r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+", text)
    return {int(re.sub(r"[.,]", "", each)) for each in digits}


def released_numbers(findings: study.Findings) -> set[int]:
    tables = [findings.funnel, findings.sizes, findings.profiles, findings.drilldown]
    released: set[int] = set()
    for table in tables:
        shown = table.rows.select_dtypes("Int64")
        released |= {abs(int(each)) for each in shown.stack().dropna()}
    return released


def told_numbers(findings: study.Findings) -> set[int]:
    """Numbers that are no counts: rules, choices, facts of the run, names, dates."""
    facts = findings.colophon, findings.method, findings.dictionary
    policy = findings.sizes.policy
    wording = texts((findings.title, findings.place, *facts, findings.notices))
    wording += [str(value) for value in policy.model_dump().values()]
    wording += [str(value) for value in vars(findings.method).values()]
    wording += [f"{value}" for value in vars(findings.colophon).values()]
    wording += [label.name for label in findings.labels.values()]
    wording += texts((findings.population, *findings.funnel_steps.values()))
    told = {number for text in wording for number in numbers_in(text)}
    clusters, features = len(findings.labels), len(findings.dictionary)
    # Fixed sentences: names of standards and licences, the floor of a trait, the gates
    # of stability and the example in the reading guide.
    fixed = {256, 1, 5, 50, 100, 62, 21, 41, 85, 75, 60}
    return told | fixed | set(range(clusters + 1)) | {features, features - 1}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_number_in_words_tables_and_alt_texts_is_a_released_one(language):
    findings = study.make_findings(language=language)
    report = build_report(findings)
    curve = next(f for f in figures(report) if isinstance(f.drawing, Curve))
    distances = {round(value) for _, value in curve.drawing.points}
    allowed = released_numbers(findings) | told_numbers(findings) | distances
    day = {findings.reference_date.day, findings.reference_date.year}

    shown = {number for text in texts(report) for number in numbers_in(text)}

    assert not shown - allowed - day


def test_every_figure_says_what_it_shows_with_numbers():
    for figure in figures(build_report(study.make_findings())):
        assert len(figure.alt) > 60
        assert numbers_in(figure.alt)


def test_hidden_cells_show_the_marker_and_nothing_else():
    findings = study.make_findings()
    report = build_report(findings)
    comparison = next(
        f.drawing for f in figures(report) if isinstance(f.drawing, Comparison)
    )
    table = findings.profiles
    assert table.rows["hidden"].any()

    annex = next(s for s in report.sections if s.key == "tables")
    marks = sum(
        cell == "."
        for block in annex.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    )

    untold = table.rows["share"].isna() & table.rows["above"].isna()
    assert marks == untold.sum()
    assert comparison.marker == "."


def test_the_curve_is_a_rounded_distance_that_starts_at_nothing():
    report = build_report(study.make_findings())
    curve = next(f.drawing for f in figures(report) if isinstance(f.drawing, Curve))

    values = [value for _, value in curve.points]

    assert min(values) == 0
    assert all(value % 10 == 0 for value in values)


def test_a_cluster_too_small_to_profile_is_named_with_its_size_only():
    findings = study.make_findings(clusters=3)
    profiles = findings.profiles
    small = study.with_rows(profiles, profiles.rows[profiles.rows["cluster"] != "3"])
    labels = {key: label for key, label in findings.labels.items() if key != "3"}

    report = build_report(replace(findings, profiles=small, labels=labels))

    section = next(s for s in report.sections if s.key == "cluster-3")
    said = " ".join(texts(section.blocks))
    assert section.title == "Cluster 3"
    assert "Geen profiel" in said
    assert not [block for block in section.blocks if isinstance(block, Figure)]


def test_braces_in_the_words_of_a_study_are_words():
    odd = Text("{0.__class__} {all} {{7*7}}", "{0.__class__}")
    findings = replace(
        study.make_findings(), population=odd, notices=(odd,), title="{title}"
    )

    said = " ".join(texts(build_report(findings)))

    assert "{0.__class__} {all} {{7*7}}" in said


def test_origin_as_a_feature_is_said_with_its_reason():
    findings = study.make_findings()
    reason = "Het college heeft dit besloten om een nader genoemde reden."
    method = replace(findings.method, sensitive_features_reason=reason)

    said = " ".join(texts(build_report(replace(findings, method=method))))

    assert reason in said
    assert "herkomst zijn niet gebruikt" not in said


def test_a_study_without_clusters_says_so():
    findings = study.make_findings(clusters=2)
    everybody = findings.profiles.rows["cluster"] == "all"
    nobody = cluster_sizes(study.pd.Series([0] * 500))
    empty = replace(
        findings,
        sizes=release(nobody, study.policy()),
        profiles=study.with_rows(findings.profiles, findings.profiles.rows[everybody]),
        labels={},
    )

    assert "geen clusters gevonden" in build_report(empty).answer


def judged(findings, **changes):
    method = findings.method
    evidence = replace(method.evidence, **changes)
    return replace(findings, method=replace(method, evidence=evidence))


def test_a_cluster_that_is_not_found_again_is_told_by_its_size_and_the_reason():
    findings = study.make_findings(clusters=3)
    again = {**findings.method.evidence.found_again, "3": FoundAgain(41, "withheld")}
    rows = findings.profiles.rows
    profiles = study.with_rows(findings.profiles, rows[rows["cluster"] != "3"])
    labels = {key: label for key, label in findings.labels.items() if key != "3"}
    held = replace(
        judged(findings, found_again=again), profiles=profiles, labels=labels
    )

    report = build_report(held)

    page = next(s for s in report.sections if s.key == "cluster-3")
    said = " ".join(texts(page.blocks))
    assert "te weinig" in said
    assert "41" in said
    assert not [block for block in page.blocks if isinstance(block, Figure)]
    short = next(s for s in report.sections if s.key == "summary")
    assert "komt bij herhaling te weinig terug" in " ".join(texts(short))


def test_every_cluster_says_how_far_it_was_found_again():
    report = build_report(study.make_findings(language="en"))

    for section in report.sections:
        if section.key.startswith("cluster-"):
            assert "overlap on repeat" in " ".join(texts(section.blocks))


def test_without_profiles_nothing_is_said_of_clusters_but_why():
    findings = judged(study.make_findings(), has_profiles=False)
    rows = findings.profiles.rows
    everybody = study.with_rows(findings.profiles, rows[rows["cluster"] == "all"])
    nobody = release(cluster_sizes(study.pd.Series([0] * 500)), study.policy())

    report = build_report(
        replace(findings, sizes=nobody, profiles=everybody, labels={}, drilldown=None)
    )

    keys = {section.key for section in report.sections}
    assert not keys & {"compare", "apart", "glance"}
    assert not [key for key in keys if key.startswith("cluster-")]
    method = next(s for s in report.sections if s.key == "method")
    assert "Er zijn geen profielen gevonden" in " ".join(texts(method))
    assert "geen profielen" in " ".join(
        texts(next(s for s in report.sections if s.key == "summary"))
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_rule_by_which_a_person_can_be_placed_is_printed(language):
    findings = study.make_findings(language=language)
    chapter = apart(Source(findings))
    asked = [findings.dictionary[number] for number in range(3)]
    answers = {code.meaning.to(language) for each in asked for code in each.categories}

    said = " ".join(texts(chapter))

    assert all(each.meaning.to(language).lower() in said.lower() for each in asked)
    assert "93" in said
    assert not [answer for answer in answers if f" {answer}" in said]
    assert not [block for block in chapter.blocks if isinstance(block, Table)]


def test_a_trait_is_told_once_per_feature_and_never_as_an_empty_answer():
    source = Source(study.make_findings())

    for cluster in source.clusters:
        traits = source.traits(cluster)
        assert len({trait.feature for trait in traits}) == len(traits)
        assert not {t.category for t in traits} & {"unknown", "not_applicable"}


def test_the_evidence_for_a_name_is_drawn_under_it():
    findings = study.make_findings()
    label = findings.labels["1"]
    weak = [trait for trait in label.traits if trait.difference > 0][-3:]
    renamed = {**findings.labels, "1": replace(label, named_by=tuple(weak))}

    report = build_report(replace(findings, labels=renamed))

    section = next(s for s in report.sections if s.key == "cluster-1")
    figure = next(block for block in section.blocks if isinstance(block, Figure))
    drawn = {(pair.share, pair.reference) for pair in figure.drawing.pairs}
    assert {(trait.share, trait.reference_share) for trait in weak} <= drawn


def test_a_name_that_people_chose_is_told_with_the_one_it_replaces():
    findings = study.make_findings()
    label = replace(findings.labels["2"], name="Eigen naam", generated="Gemaakte naam")

    report = build_report(replace(findings, labels={**findings.labels, "2": label}))

    said = " ".join(texts(report))
    assert "Cluster 2: ‘Eigen naam’ in plaats van ‘Gemaakte naam’." in said


@pytest.mark.parametrize(
    ("starts", "best", "expected"),
    [
        (1, 1, "Ertegen pleit: de berekening is maar één keer uitgevoerd"),
        (20, 17, "de beste uitkomst is 17 van de 20 keer gevonden"),
        (20, 1, "de beste uitkomst is van de 20 keer maar één keer gevonden"),
    ],
)
def test_the_report_is_frank_about_how_often_the_best_was_found(starts, best, expected):
    findings = study.make_findings()
    method = replace(findings.method, starts=starts, times_best_found=best)

    said = " ".join(texts(build_report(replace(findings, method=method))))

    assert expected in said


@pytest.mark.parametrize("method", ["latent_class", "kmeans", "ward", "hdbscan"])
def test_every_method_tells_its_own_way_of_choosing(method):
    findings = study.make_findings()
    facts = replace(findings.method, method=method, chosen_automatically=True)
    report = build_report(replace(findings, method=facts))

    chapter = str(next(each for each in report.sections if each.key == "method").blocks)

    assert ("maat (aangepaste BIC)" in chapter) is (method == "latent_class")
    assert "vooraf gekozen" not in chapter


def test_traits_that_stand_out_as_much_are_drawn_in_the_order_they_were_found():
    # In the order of a set it would differ from one process to the next.
    traits = tuple(Trait(f"f{i}", "yes", 90, 8, 1.0) for i in range(5))
    source = SimpleNamespace(
        traits=lambda _: traits, named_by=lambda _: (), not_alone=list
    )

    assert portrait._drawn(source, "1") == list(traits)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_says_how_much_was_hidden(language):
    findings = study.make_findings(language=language)
    hidden = findings.profiles.rows["hidden"]
    percent = f"{round(100 * hidden.sum() / len(hidden))}"

    said = " ".join(texts(build_report(findings)))
    assert re.search(rf"\(profiles\).{{0,12}} {percent}\s?%", said.replace("\xa0", " "))
