"""Years that cannot be compared: found by rule, not drawn through, and said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from attacked import release
from findings import make_findings, policy

from clusters.disclosure import LinkedTable
from clusters.findings.breaks import (
    Undetermined,
    breaks,
    undetermined_years,
    without_types_of,
)
from clusters.findings.perspectives import Views
from clusters.profiles import EVERYBODY, CountTable
from clusters.report.blocks import Bullets, Figure, Heading, Paragraph
from clusters.report.content import build_report
from clusters.report.drawing.panel_shapes import graphs
from clusters.report.drawings import Panel, Panels
from clusters.schema import UNKNOWN

YEARS = [str(year) for year in range(2011, 2020)]
# As the demo had them: newcomers of the last year have no year's income yet.
CAME = {
    "knowledge_worker": [890, 965, 950, 875, 885, 900, 1025, 945, 110],
    "student": [155, 210, 190, 165, 165, 245, 310, 405, 475],
    "undetermined": [20, 25, 20, 25, 20, 15, 20, 20, 865],
}


def by_year(numbers, years=YEARS):
    return {
        (year, code): n
        for code, series in numbers.items()
        for year, n in zip(years, series, strict=True)
    }


def test_a_year_whose_types_are_far_more_often_undetermined_is_found():
    shares = by_year({"undetermined": [1, 1, 2, None, 0, 1, 1, 1, 32]})

    assert undetermined_years(shares) == (Undetermined("2019", 32, 2),)
    assert undetermined_years(by_year({"undetermined": [30] * 8 + [39]})) == ()
    assert undetermined_years({}) == ()


def test_the_types_of_such_a_year_are_not_told_and_everybody_is():
    found = {("2019", "student"): 5, ("2019", EVERYBODY): 90, ("2018", "student"): 7}

    shown = without_types_of(found, [Undetermined("2019", 32, 2)])

    assert shown == {**found, ("2019", "student"): None}


def test_a_step_out_of_line_with_the_rest_is_a_break():
    found = by_year(
        {
            "jumps": [1000, 1010, 990, 1000, 1020, 1000, 1010, 1005, 1600],
            "grows": [500, 550, 600, 660, 720, 790, 870, 960, 1050],
            "wild": [500, 900, 600, 1200, 500, 1100, 700, 1000, 600],
            "small": [10, 10, 10, 10, 10, 10, 10, 10, 40],
        }
    )
    codes = ["jumps", "grows", "wild", "small"]

    assert breaks(found, codes, YEARS) == {
        "jumps": ("2019",), "grows": (), "wild": (), "small": (),
    }  # fmt: skip


def test_where_the_source_changes_a_break_of_one_is_a_break_of_all():
    found = by_year(
        {
            "jumps": [1000, 1010, 990, 1000, 1020, 1000, 1010, 1005, 1600],
            "grows": [500, 550, 600, 660, 720, 790, 870, 960, 1050],
        }
    )

    told = breaks(found, ["jumps", "grows"], YEARS, other_source="2019")

    assert told == {"jumps": ("2019",), "grows": ("2019",)}
    assert breaks(found, ["grows"], YEARS, other_source="2019") == {"grows": ()}


def test_a_year_that_is_lacking_or_hidden_is_no_step():
    found = by_year({"a": [100, 100, None, 400, 400, 400, 400, 400, 400]})

    assert breaks(found, ["a"], YEARS) == {"a": ()}


def test_no_line_is_drawn_to_a_cut():
    panel = Panel("a", (0, 50, 100), cuts=(2,))

    (graph,) = graphs(Panels((panel,), ("2011", "2012", "2013"), "nl"))

    assert graph.lines == ("6.0,90.0 120.0,48.0", "234.0,6.0")
    assert len(graph.found) == 3


def counted(name, within=(), **columns):
    dimensions = tuple(each for each in columns if each != "persons")
    counts = pd.DataFrame(columns).astype({"persons": "int64"})
    parents = {
        each: dict.fromkeys(sorted(set(counts[each]) - {EVERYBODY}), EVERYBODY)
        for each in dimensions
    }
    table = CountTable(name, dimensions, counts, within)
    return release(
        LinkedTable(**vars(table), population=name, parents=parents), policy()
    )


def arrivals(numbers, years):
    rows = [(year, code, n) for (year, code), n in by_year(numbers, years).items()]
    totals = [
        (year, EVERYBODY, sum(n for y, _, n in rows if y == year)) for year in years
    ]
    whole = [*rows, *totals]
    everybody = [
        (EVERYBODY, code, sum(n for _, c, n in whole if c == code))
        for code in (*numbers, EVERYBODY)
    ]
    names = ("year", "type", "persons")
    columns = dict(zip(names, zip(*whole, *everybody, strict=True), strict=True))
    return counted("arrivals_by_type", ("year",), **columns)


def chapter(language, tables, key="inflow", on=date(2019, 1, 1)):
    made = make_findings(language=language)
    made = replace(made, views=Views(tables=tables), reference_date=on)
    report = build_report(made)
    (found,) = [each for each in report.sections if each.key == key]
    return found


def figures(part):
    return [block for block in part.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_last_year_of_arrival_is_without_types_and_that_is_said(language):
    years = [str(year) for year in range(2010, 2019)]
    tables = {"arrivals_by_type": arrivals(CAME, years)}

    (figure,) = figures(chapter(language, tables))

    panels = {panel.title: panel for panel in figure.drawing.panels}
    worker = panels[{"nl": "Kenniswerker", "en": "Knowledge worker"}[language]]
    assert worker.found[-2:] == (945, None)
    assert panels[{"nl": "Alle", "en": "All"}[language]].found[-1] == 1450
    said = {
        "nl": "In 2018 is van 60 % het type niet te bepalen, in elk ander jaar van "
        "hooguit 2 %.",
        "en": "In 2018 the type of 60% cannot be determined, in every other year of at "
        "most 2%.",
    }
    assert said[language] in figure.note.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_year_that_is_not_whole_is_said_to_be_so(language):
    years = [str(year) for year in range(2010, 2019)]
    few = {"student": [300] * 8 + [160]}
    tables = {"arrivals_by_type": arrivals(few, years)}

    (figure,) = figures(chapter(language, tables, on=date(2018, 7, 1)))

    assert all(8 in panel.cuts for panel in figure.drawing.panels)
    whole = {
        "nl": "Het jaar 2018 loopt tot de peildatum",
        "en": "The year 2018 runs to",
    }
    assert whole[language] in figure.note


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_jump_between_the_files_and_the_extract_is_not_drawn_through(language):
    """The demo had 60 % more students in its register than a year before."""
    years = [str(year) for year in range(2011, 2019)]
    students = [1190, 1195, 1165, 1220, 1315, 1470, 1790, 1765]
    workers = [3130, 3550, 3925, 4280, 4880, 5330, 6085, 6045]
    numbers = by_year({"student": students, "knowledge_worker": workers}, years)
    tables = {
        "types": counted(
            "types",
            type=[EVERYBODY, "student", "knowledge_worker"],
            persons=[9560, 2820, 6740],
        ),
        "types_by_year": counted(
            "types_by_year", ("year",),
            year=[year for year, _ in numbers], type=[code for _, code in numbers],
            persons=list(numbers.values()),
        ),
    }  # fmt: skip

    (figure,) = [
        each
        for each in figures(chapter(language, tables, "types"))
        if isinstance(each.drawing, Panels)
    ]

    assert [panel.cuts for panel in figure.drawing.panels] == [(8,), (8,)]
    said = {
        "nl": ("Tussen 2018 en 2019 is geen lijn getrokken bij alle groepen",
               "De aantallen van 2019 komen uit een andere levering"),
        "en": ("Between 2018 and 2019 no line is drawn for all groups",
               "The numbers of 2019 come from another delivery"),
    }  # fmt: skip
    for sentence in said[language]:
        assert sentence in figure.note


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_has_no_year_of_arrival_is_told_apart(language):
    """Of 1,910 persons 1,380 came before; nobody lacks a date."""
    years = ["earlier", "2010", "2011", "born_here"]
    tables = {"arrivals_by_type": arrivals({"student": [1380, 400, 600, 530]}, years)}

    part = chapter(language, tables)

    (said,) = [block for block in part.blocks if isinstance(block, Bullets)]
    expected = {
        "nl": ("1.380 internationals kwamen vóór 2010.",
               "530 internationals zijn hier geboren."),
        "en": ("1,380 internationals came before 2010.",
               "530 internationals were born here."),
    }  # fmt: skip
    assert said.items == expected[language]
    (figure,) = figures(part)
    assert figure.drawing.ticks == ("2010", "2011")
    lead = next(block for block in part.blocks if isinstance(block, Paragraph))
    assert {"nl": "niet de instroom", "en": "not the inflow"}[language] in lead.text


def test_an_unknown_year_is_only_said_of_who_have_none():
    years = ["2010", "2011", UNKNOWN]
    part = chapter(
        "nl", {"arrivals_by_type": arrivals({"student": [400, 600, 40]}, years)}
    )

    (said,) = [block for block in part.blocks if isinstance(block, Bullets)]
    assert said.items == (
        "Van 40 internationals is het jaar van vestiging niet bekend.",
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_came_stands_beside_who_of_then_still_live_there(language):
    years = ["2016", "2017", "2018"]
    cohorts = [800, 700, 600]
    tables = {
        "arrivals_by_type": arrivals({"student": [400, 500, 600]}, years),
        "stays_by_cohort": counted(
            "stays_by_cohort", ("cohort",),
            cohort=years * 2, stay=[EVERYBODY] * 3 + ["0"] * 3,
            outcome=[EVERYBODY] * 3 + ["here"] * 3,
            persons=cohorts * 2,
        ),
    }  # fmt: skip

    part = chapter(language, tables)

    came, here = figures(part)[-1].drawing.panels
    assert (came.found, here.found) == ((800, 700, 600), (400, 500, 600))
    assert figures(part)[-1].drawing.highest == 800
    titles = [block.text for block in part.blocks if isinstance(block, Heading)]
    assert {"nl": "Wie er kwamen", "en": "Who came"}[language] in titles
