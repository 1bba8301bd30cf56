"""The catalogue: the gate, the files and the manual know the same tables."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import openpyxl
import pandas as pd
import pytest
from attacked import SHIPPED
from conftest import PROJECT
from findings import make_findings

from clusters.disclosure import LinkedTable, release
from clusters.disclosure.identical_cells import identical_cells
from clusters.errors import DisclosureError
from clusters.profiles import CountTable, cluster_sizes, count_profiles, counted
from clusters.profiles.areas import count_areas
from clusters.report.formats.tables import delivered
from clusters.report.formats.workbook import write_workbook
from clusters.study.publishing.linked import linked, tying
from clusters.tables import CATALOGUE, Audience, find_spec, spec_of
from clusters.tables.listing import as_markdown

SIZES = cluster_sizes(pd.Series([1] * 400 + [2] * 612))


def test_a_table_that_nobody_described_is_refused_in_both_languages():
    other = replace(SIZES, name="grootte")

    with pytest.raises(DisclosureError) as caught:
        release(other, SHIPPED)

    assert "Table 'grootte' is not in the catalogue" in caught.value.en
    assert "Tabel 'grootte' staat niet in de catalogus" in caught.value.nl
    assert release(SIZES, SHIPPED).value("persons", cluster="1") == 400


def with_incomes(table):
    return replace(table, counts=table.counts.assign(income=31_415))


def of_others(table):
    return LinkedTable(**vars(table), population="others", parents={})


def not_shown(table):
    parents = {"cluster": {"0": "all", "1": "all", "2": "all"}}
    return LinkedTable(
        **vars(table), population="cluster=all", parents=parents, shown=False
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda table: replace(table, dimensions=("kind",)), "other dimensions"),
        (of_others, "other people"),
        (lambda table: replace(table, within=("cluster",)), "shares of other groups"),
        (with_incomes, "other counts"),
        (not_shown, "other sums, for other readers"),
    ],
)
def test_a_table_that_is_not_what_was_described_is_refused(change, said):
    changed = change(SIZES)
    if changed.dimensions == ("kind",):
        counts = changed.counts.rename(columns={"cluster": "kind"})
        changed = replace(changed, counts=counts)

    with pytest.raises(DisclosureError) as caught:
        release(changed, SHIPPED)

    assert caught.value.en.endswith(f"says of it: {said}.")
    assert "31" not in str(caught.value)


@pytest.mark.parametrize("by", ["neighbourhood", "square"])
def test_areas_are_called_as_the_study_has_them(by):
    homes = pd.Series(["a", "b"] * 400)
    table = count_areas([homes], pd.Series([1] * 800), dimension=by)

    assert table.dimensions == (by, "cluster")
    assert table.within == (by,)
    assert linked(table).parents[by] == {"a": "all", "b": "all"}


def test_other_areas_than_the_catalogue_has_are_no_table():
    table = count_areas(
        [pd.Series(["a"] * 9)], pd.Series([1] * 9), dimension="postcode"
    )

    assert find_spec("areas", CATALOGUE).in_study("areas", table.dimensions) is None
    with pytest.raises(DisclosureError, match="areas"):
        release(table, SHIPPED)


def test_classes_of_an_earlier_report_are_of_one_feature_and_one_release():
    template = "{feature} by {feature}@{release}"
    spec = spec_of(template, CATALOGUE)
    dimensions = ("cluster", "age@3f2", "age")

    assert spec.in_study("age by age@3f2", dimensions) == {
        "feature": "age",
        "release": "3f2",
    }
    assert spec.in_study("age by income@3f2", dimensions) is None
    assert spec.in_study("age by age@3f2", ("cluster", "age@9a1", "age")) is None


def test_every_name_stands_once_and_every_relation_leads_to_a_table():
    names = [each.name for each in CATALOGUE]

    assert len(set(names)) == len(names)
    for spec in CATALOGUE:
        for rule in spec.same_people:
            assert set(rule.here) <= set(spec.dimensions), spec.name
            assert set(rule.there) <= set(spec_of(rule.table, CATALOGUE).dimensions)


def test_two_tables_of_the_same_people_are_one_quantity_without_being_told():
    """The funnel would give away what the sizes hide; the gate ties them by itself."""
    steps = pd.DataFrame({"step": ["read", "kept"], "persons": [2000, 1012]})

    pairs = list(identical_cells([SIZES, counted("funnel", steps)], CATALOGUE))

    assert pairs == [(("sizes", {"cluster": "all"}), ("funnel", {"step": "kept"}))]


def test_arrivals_and_stays_are_tied_by_what_became_of_whom():
    stayed = pd.DataFrame(
        {
            "cohort": ["2015", "2015"],
            "became": ["left after 3", "left after 3"],
            "arrived": ["all", "arrived"],
            "persons": [12, 11],
        }
    )
    arrived = pd.DataFrame(
        {
            "year": ["2015", "2015"],
            "followed": ["left after 3", "not"],
            "persons": [11, 40],
        }
    )
    cells = pd.DataFrame(
        {"cohort": ["2015"], "stay": ["3"], "outcome": ["left"], "persons": [12]}
    )
    tables = [
        tying("standing_stays", stayed),
        tying("standing_arrivals", arrived),
        counted("stays_by_cohort", cells),
    ]

    assert list(identical_cells(tables, CATALOGUE)) == [
        (
            ("standing_arrivals", {"year": "2015", "followed": "left after 3"}),
            (
                "standing_stays",
                {"cohort": "2015", "became": "left after 3", "arrived": "arrived"},
            ),
        ),
        (
            ("stays_by_cohort", {"cohort": "2015", "stay": "3", "outcome": "left"}),
            (
                "standing_stays",
                {"cohort": "2015", "became": "left after 3", "arrived": "all"},
            ),
        ),
    ]


def test_what_is_counted_has_the_shape_of_the_catalogue():
    people = pd.DataFrame({"tenure": pd.Categorical(["owned", "rented"] * 200)})
    table = count_profiles(people, pd.Series([1] * 400))

    assert isinstance(table, CountTable)
    assert table.dimensions == ("cluster", "feature", "category")
    assert (table.within, table.reference) == (
        ("cluster", "feature"),
        {"cluster": "all"},
    )


@pytest.fixture(scope="module")
def findings():
    return make_findings(3, features=4, persons=4000)


def test_files_and_sheets_are_tables_of_the_catalogue(findings, tmp_path):
    readers = [each for each in CATALOGUE if each.audience is Audience.READERS]

    write_workbook(findings, tmp_path / "tables.xlsx")

    book = openpyxl.load_workbook(tmp_path / "tables.xlsx", read_only=True)
    files = {table.file for table in delivered(findings)}
    assert files <= {f"{each.name}.csv" for each in readers}
    called = {each.sheet.to(findings.language) for each in readers}
    assert len(called) == len(readers)
    for file in files:
        spec = spec_of(file.removesuffix(".csv"), CATALOGUE)
        assert spec.sheet.to(findings.language) in book.sheetnames


def test_every_column_of_a_file_is_a_dimension_or_told_by_the_report(findings):
    for table in delivered(findings):
        spec = spec_of(table.file.removesuffix(".csv"), CATALOGUE)
        assert set(spec.dimensions) <= set(table.header), table.file


def test_the_manual_lists_the_tables_as_they_are():
    page = PROJECT / "docs" / "tabellen.md"

    assert page.read_text(encoding="utf-8") == as_markdown()


def test_sheets_have_names_that_a_workbook_takes():
    for spec in CATALOGUE:
        assert np.all([len(spec.sheet.to(each)) <= 31 for each in ("nl", "en")])
