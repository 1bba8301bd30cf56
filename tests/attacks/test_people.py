"""Existing persons among what is shown: A16 to A19."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from attacked import SHIPPED
from conftest import PROJECT
from sklearn.tree import DecisionTreeClassifier

from attacks.attacker.documents import read_page, read_pdf, read_workbook
from attacks.attacker.portraits import (
    classes_in,
    midpoints,
    modes,
    named_by,
    phrases_in,
    vectors,
)
from attacks.attacker.reading import read_tables
from attacks.attacker.words import near, numbers
from attacks.city import PLANTED, saying
from clusters.disclosure import check_conjunction, release_all
from clusters.labels import load_phrases, name_clusters, traits_of
from clusters.profiles import cluster_sizes, count_profiles
from clusters.report.blocks import Column, Table
from clusters.schema import Code, FeatureMeaning, Text, Theme

AMOUNTS = ("personal_income", "household_income", "wealth", "dwelling_value", "wage")


def text_of(folder):
    """Everything that can be read in a report, whatever the format."""
    texts = [read_page(folder / "report.html").words]
    texts += read_pdf(folder / "report.pdf")[1]
    book = read_workbook(folder / "tables.xlsx")
    texts += [" ".join(row) for sheet in book.values() for row in sheet]
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".csv", ".json"}:
            texts.append(path.read_text(encoding="utf-8"))
    return "\n".join(texts)


# A16


def test_a16_fails_on_a_study(city):
    text = text_of(city.folder)

    assert len(numbers(text)) > 100
    assert extremes_in(text, city) == set()
    assert "107 jaar" not in text


@pytest.fixture(scope="module")
def talking(city):
    """A report with an income, an example and the thresholds of a tree in it."""
    income = f"{PLANTED['personal_income']:,.0f}".replace(",", ".")
    highest = f"De inkomens lopen tot € {income} per jaar."
    return city.report(say=saying(highest, an_example(city), *thresholds(city))).folder


def test_a16_bites_a_report_that_tells_the_highest_income(city, talking):
    assert extremes_in(text_of(talking), city)


def extremes_in(text, city):
    """Which of the largest and smallest amounts of anybody stand in a text."""
    people = pd.read_parquet(city.work / "people.parquet")
    amounts = [people[name].dropna() for name in AMOUNTS]
    # a round number is the end of a class, and many have that amount
    ends = {
        float(end)
        for each in amounts
        for end in (each.max(), each.min())
        if abs(end) > 1000 and end % 50
    }
    assert PLANTED["personal_income"] in ends
    return set(near(numbers(text), ends, 0.001))


# A17


def test_a17_fails_on_a_study(city):
    """Every list of answers is what the shares say is most common, and no record."""
    assert persons_among(portraits(city, city.folder), city) == []


def test_a17_bites_a_report_with_a_typical_resident(city, talking):
    assert persons_among(portraits(city, talking), city)


def an_example(city):
    people = city.features.assign(cluster=city.clusters)
    typical = people[people["cluster"] == "1"].iloc[3]
    rows = tuple(
        (
            question,
            next(word for word, code in answers.items() if code == typical[name]),
        )
        for question, answers in words_of(city).items()
        for name in [names_of(city)[question]]
        if typical[name] in answers.values()
    )
    return Table("Een bewoner", (Column("Kenmerk"), Column("Antwoord")), rows)


def portraits(city, folder):
    grids = [*read_page(folder / "report.html").tables]
    grids += read_workbook(folder / "tables.xlsx").values()
    names = names_of(city)
    return [
        {names[question]: code for question, code in found.items()}
        for found in vectors(grids, words_of(city))
    ]


def persons_among(told, city):
    """Lists that describe a person and do not follow from the shares."""
    typical = modes(read_tables(city.folder)).values()
    people = city.features
    found = []
    for answers in told:
        if any(
            all(each.get(n) == code for n, code in answers.items()) for each in typical
        ):
            continue
        same = np.logical_and.reduce([people[n] == code for n, code in answers.items()])
        if 0 < same.sum() < 10:
            found.append(answers)
    return found


def words_of(city):
    """By question as printed, the code of every answer: workbook beside CSV."""
    return {
        question: dict(zip(part["answer"], part["category"], strict=True))
        for question, part in _both(city).groupby("question", sort=False)
    }


def names_of(city):
    both = _both(city)
    return dict(zip(both["question"], both["feature"], strict=True))


def _both(city):
    """The profiles in words and in codes, row by row."""
    book = read_workbook(city.folder / "tables.xlsx")
    (table,) = [t for t in read_tables(city.folder) if t.name == "profiles"]
    (sheet,) = [
        rows[-len(table.rows) :]
        for rows in book.values()
        if len(table.rows) < len(rows) < len(table.rows) + 9
    ]
    answers = [row for row in sheet if len(row) > 4]
    return pd.DataFrame(
        [
            (words[2], words[3], row.codes["feature"], row.codes["category"])
            for words, row in zip(answers, table.rows, strict=True)
        ],
        columns=["question", "answer", "feature", "category"],
    ).drop_duplicates()


# A18


def test_a18_fails_on_a_study(city):
    assert records_behind(text_of(city.folder), city) == set()


def test_a18_bites_rules_from_a_tree_of_amounts(city, talking):
    assert records_behind(text_of(talking), city)


def thresholds(city):
    people = pd.read_parquet(city.work / "people.parquet")
    known = people["personal_income"].dropna()
    tree = DecisionTreeClassifier(max_depth=4, random_state=1)
    tree.fit(known.to_frame(), city.clusters.loc[known.index])
    return [
        f"Persoonlijk inkomen tot € {each:,.1f}.".replace(",", "_")
        .replace(".", ",", 1)
        .replace("_", ".")
        for each in tree.tree_.threshold
        if each > 0
    ]


def records_behind(text, city):
    """Ends of classes that lie halfway between two persons' amounts."""
    people = pd.read_parquet(city.work / "people.parquet")
    halves = {
        half for name in AMOUNTS for half in midpoints(people[name].dropna().tolist())
    }
    return classes_in(text) & halves


# A19


def test_a19_fails_on_a_study(city):
    people = city.features.assign(cluster=city.clusters)
    found = {
        row.codes["cluster"]: traits
        for row, label in labels_in(city.folder)
        if (traits := named_by(label, phrases()))
    }

    assert found
    assert all(having(people, traits).sum() >= 10 for traits in found.values())
    for cluster, traits in found.items():
        assert having(people[people["cluster"] == cluster], traits).sum() >= 10


def phrases():
    return phrases_in(PROJECT / "config" / "labels.nl.toml")


def labels_in(folder):
    (table,) = [each for each in read_tables(folder) if each.name == "sizes"]
    lines = (folder / "tables" / "sizes.csv").read_text(encoding="utf-8").splitlines()
    import csv

    read = list(csv.DictReader(lines))
    return list(zip(table.rows, [each["label"] for each in read], strict=True))


def having(people, traits):
    return np.logical_and.reduce([people[n] == code for n, code in traits.items()])


@pytest.fixture
def women_alone():
    """A cluster of 200: 103 women, 105 who live alone, and eight who are both."""
    women, alone = [True] * 103 + [False] * 97, [False] * 95 + [True] * 105
    others = np.random.default_rng(2)
    people = pd.DataFrame(
        {
            "sex": np.where([*women, *(others.random(800) < 0.1)], "woman", "man"),
            "household_position": np.where(
                [*alone, *(others.random(800) < 0.1)], "single", "child"
            ),
        }
    ).astype("category")
    return people, pd.Series([1] * 200 + [2] * 800)


def name_of(people, clusters, holds):
    tables = [cluster_sizes(clusters), count_profiles(people, clusters)]
    profiles = release_all(tables, SHIPPED)["profiles"]
    meanings = [
        FeatureMeaning(
            name, Theme.DEMOGRAPHIC, Text(name, name),
            tuple(Code(code, Text(code, code)) for code in people[name].cat.categories),
            clustered=True,
        )
        for name in people
    ]  # fmt: skip
    words = load_phrases(PROJECT / "config" / "labels.nl.toml", meanings, "Nederland")
    traits = {"1": traits_of(profiles, "1", people.columns)}
    labels, _ = name_clusters(traits, words, holds=holds)
    return labels["1"].name


def test_a19_fails_on_two_traits_of_eight_persons(women_alone):
    people, clusters = women_alone

    def holds(cluster, named):
        together = {each.feature: (each.category,) for each in named}
        inside = clusters == int(cluster)
        return check_conjunction(people, together, SHIPPED, inside=inside)

    traits = named_by(name_of(people, clusters, holds), phrases())

    assert traits
    assert having(people[clusters == 1], traits).sum() >= 10


def test_a19_bites_names_that_nobody_counts(women_alone):
    people, clusters = women_alone
    traits = named_by(name_of(people, clusters, None), phrases())

    assert 0 < having(people[clusters == 1], traits).sum() < 10
