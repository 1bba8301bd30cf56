"""The table of commonest answers on the page of a cluster."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from findings import make_findings, policy, with_rows
from test_report_content import texts

from clusters.disclosure import release
from clusters.findings.perspectives import Views
from clusters.labels import Label, Trait, traits_of
from clusters.profiles import cluster_sizes, count_profiles
from clusters.report.chapters.portrait import portrait
from clusters.report.chapters.portrait.main_answers import main_answers
from clusters.report.source import Source
from clusters.schema import Code, FeatureMeaning, Text, Theme, span_code
from clusters.schema.column import codes_of


def test_how_far_off_a_share_is_that_is_only_known_to_be_more_is_not_told():
    findings = make_findings()
    rows = findings.profiles.rows.copy()
    own = rows[(rows["cluster"] == "1") & rows["share"].notna()]
    largest = own["share"].astype("float64").idxmax()
    hidden = {"persons": pd.NA, "share": pd.NA, "difference": pd.NA, "index": pd.NA}
    rows.loc[largest, list(hidden)] = list(hidden.values())
    rows.loc[largest, "hidden"], rows.loc[largest, "above"] = True, 90
    changed = replace(findings, profiles=with_rows(findings.profiles, rows))
    table = main_answers(Source(changed), "1", 60, ())

    (row,) = [row for row in table.rows if any("> 90" in cell for cell in row)]
    assert row[-1] == findings.sizes.policy.marker


INCOME = FeatureMeaning(
    "income_source",
    Theme.SOCIOECONOMIC,
    Text("Bron van inkomen", "Source of income"),
    codes_of(
        ("employee", "loon", "wage"),
        ("self_employed", "eigen bedrijf", "own business"),
        ("student", "studie", "studies"),
    ),
)


def with_self_employed(language):
    """A cluster of 400 of whom a quarter has a business: two thirds of all who do."""
    answers = ["student"] * 280 + ["self_employed"] * 100 + ["employee"] * 20
    answers += ["employee"] * 3000 + ["self_employed"] * 50 + ["student"] * 150
    clusters = pd.Series([1] * 400 + [2] * 3200)
    frame = pd.DataFrame(
        {
            "income_source": pd.Categorical(
                answers, categories=[each.code for each in INCOME.categories]
            )
        }
    )
    profiles = release(count_profiles(frame, clusters), policy())
    traits = traits_of(profiles, "1", ["income_source"])
    student = next(each for each in traits if each.category == "student")
    return replace(
        make_findings(clusters=2, language=language),
        sizes=release(cluster_sizes(clusters), policy()),
        profiles=profiles,
        dictionary=(INCOME,),
        labels={"1": Label("1", "Studenten", (student,), traits)},
        drilldown=None,
        views=Views(),
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_does_not_leave_out_what_a_quarter_has_and_hardly_anybody_else(language):
    source = Source(with_self_employed(language))

    page = " ".join(texts(portrait(source, "1").blocks))

    (due,) = [t for t in source.notable("1") if t.category == "self_employed"]
    assert (due.share, due.of_everybody) == (25, 67)
    assert {"nl": "eigen bedrijf", "en": "own business"}[language] in page


@pytest.mark.parametrize(
    ("share", "all_", "part", "is_notable"),
    [
        (19, 2, 90, False),  # of less than a fifth of the cluster
        (20, 10, 10, True),  # twice as often as among all
        (20, 11, 32, False),
        (20, 11, 33, True),  # a third of all who have it
        (30, 40, 50, False),  # found less often than among all
    ],
)
def test_what_is_notable_is_much_of_the_cluster_and_much_more_than_elsewhere(
    share, all_, part, is_notable
):
    trait = Trait("sector", "trade", share, all_, 0.3, of_everybody=part)

    assert trait.is_notable is is_notable


def test_what_does_not_fit_the_table_is_named_under_it():
    source = Source(make_findings())
    due = [each for each in source.notable("2") if not each.bands]

    for room in (60, 5, 0):
        told = main_answers(source, "2", room, (), due)
        page = " ".join(texts(told)).replace("\u00a0", " ")
        for trait in due:
            assert source.meanings[trait.feature].category(trait.category).nl in page


def with_hidden_largest(
    *, without=("persons", "share", "difference", "index", "above")
):
    """A cluster of 120 whose commonest answer, of 70 persons, lacks what is named."""
    findings = with_self_employed("nl")
    answers = ["employee"] * 70 + ["self_employed"] * 50
    answers += ["student"] * 280 + ["employee"] * 3000
    clusters = pd.Series([1] * 120 + [2] * 3280)
    frame = pd.DataFrame(
        {
            "income_source": pd.Categorical(
                answers, categories=[each.code for each in INCOME.categories]
            )
        }
    )
    profiles = release(count_profiles(frame, clusters), policy())
    rows = profiles.rows.copy()
    largest = (rows["cluster"] == "1") & (rows["category"] == "employee")
    for column in without:
        rows.loc[largest, column] = pd.NA
    rows.loc[largest, "hidden"] = "persons" in without
    return replace(
        findings,
        sizes=release(cluster_sizes(clusters), policy()),
        profiles=with_rows(profiles, rows),
        labels={},
    )


def test_what_a_hidden_answer_may_exceed_is_not_called_most_frequent():
    source = Source(with_hidden_largest())
    told = main_answers(source, "1", 60, ())
    assert told is None


def test_what_a_number_without_a_share_exceeds_is_not_called_most_frequent():
    source = Source(with_hidden_largest(without=("share", "difference", "index")))

    assert main_answers(source, "1", 60, ()) is None


def test_what_no_hidden_answer_can_exceed_is_called_most_frequent():
    source = Source(with_hidden_largest())
    table = main_answers(source, "2", 60, ())
    assert [row[1] for row in table.rows if len(row) > 1] == ["loon"]


CARS = FeatureMeaning(
    "cars",
    Theme.HOUSING,
    Text("Auto's in het huishouden", "Cars in the household"),
    codes_of(("0", "geen", "none"), ("1", "1", "1"), ("2", "2 of meer", "2 or more")),
    ordered=True,
    spans=(Code(span_code("1", "2"), Text("1 of meer", "1 or more")),),
)


def with_cars(none, one, more, language="nl"):
    """A cluster of so many with no car, one, or more, among 3,000 without one."""
    cars = ["0"] * none + ["1"] * one + ["2"] * more + ["0"] * 3000
    clusters = pd.Series([1] * (none + one + more) + [2] * 3000)
    codes = [each.code for each in CARS.categories]
    frame = pd.DataFrame({"cars": pd.Categorical(cars, categories=codes)})
    profiles = release(count_profiles(frame, clusters), policy())
    return replace(
        make_findings(clusters=2, language=language),
        sizes=release(cluster_sizes(clusters), policy()),
        profiles=profiles,
        dictionary=(CARS,),
        labels={},
        drilldown=None,
        views=Views(),
    )


def answers_told(findings, told=()):
    table = main_answers(Source(findings), "1", 60, (), told, told)
    return [(row[1], row[2]) for row in table.rows if len(row) > 1]


ONE_OR_MORE = Trait("cars", span_code("1", "2"), 60, 6, 1.2, bands=("1", "2"))


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        ((160, 120, 120), ("1 of meer", "60\u00a0%")),  # none is 40 %
        ((160, 40, 200), ("2 of meer", "50\u00a0%")),
    ],
)
@pytest.mark.parametrize("page", [(ONE_OR_MORE,), ()])
def test_bands_told_as_one_are_not_contradicted_by_a_smaller_answer(
    numbers, answer, page
):
    told = answers_told(with_cars(*numbers), page)

    assert told[0] == answer
    assert ("geen", "40\u00a0%") not in told


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        ((100, 200, 200), "1 (ongeveer even vaak: 2 of meer)"),
        ((100, 198, 203), "2 of meer (ongeveer even vaak: 1)"),
        ((100, 180, 220), "2 of meer"),
    ],
)
def test_answers_given_as_often_are_not_told_as_an_order(numbers, answer):
    assert [told for told, _ in answers_told(with_cars(*numbers))] == [answer]


@pytest.mark.parametrize(("language", "word"), [("nl", "opvallend"), ("en", "notable")])
def test_what_stands_out_is_not_read_as_the_most_frequent_answer(language, word):
    findings = with_cars(220, 130, 50, language)
    more = Trait("cars", "2", 12, 0, 0.7)
    most = Trait("cars", "0", 55, 94, 1.0)
    two = {"nl": "2 of meer", "en": "2 or more"}[language]

    told = main_answers(Source(findings), "1", 60, (), [more, most])

    assert [row[1] for row in told.rows if len(row) > 1] == [
        {"nl": "geen", "en": "none"}[language],
        f"{word}: {two}",
    ]
