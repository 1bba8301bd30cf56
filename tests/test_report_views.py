from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from attacked import release
from findings import make_findings, policy

from clusters.findings.derived import diversities, placement
from clusters.findings.perspectives import Lack, Missing, Published, Views
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.profiles import EVERYBODY, CountTable
from clusters.report.blocks import Bullets, Figure, Paragraph, Table
from clusters.report.content import build_report
from clusters.report.drawing.figures import draw
from clusters.report.drawings import Panels
from clusters.report.words import missing

HHI = Path(__file__).parent / "expected" / "hhi_derived.csv"
COUNTS = Path(__file__).parent / "expected" / "origin18_eindhoven_2010_2019.csv"
CODES = [group.code for group in ORIGIN18]


def counted(name, within=(), reference=None, **codes):
    rows = pd.DataFrame(codes)
    table = CountTable(
        name=name,
        dimensions=tuple(rows.columns[:-1]),
        counts=rows,
        within=within,
        reference=reference or {},
    )
    return release(table, policy())


def eindhoven():
    table = pd.read_csv(COUNTS, index_col="year").set_axis(CODES, axis="columns")
    return {
        (str(year), code): int(row[code])
        for year, row in table.iterrows()
        for code in CODES
    }


def views():
    types = [EVERYBODY, "knowledge_worker", "student", "undetermined"]
    now = [persons for (year, _), persons in eindhoven().items() if year == "2019"]
    earlier = {about: n for about, n in eindhoven().items() if about[0] != "2019"}
    tables = {
        "types": counted(
            "types",
            reference={"type": EVERYBODY},
            type=types,
            persons=[9000, 6100, 1700, 1200],
        ),
        "types_by_year": counted(
            "types_by_year",
            ("year",),
            year=["2017", "2017", "2018", "2018"],
            type=["knowledge_worker", "student"] * 2,
            persons=[6000, 1760, 6050, 1735],
        ),
        "origins": counted(
            "origins",
            reference={"origin": EVERYBODY},
            origin=[EVERYBODY, *CODES],
            persons=[sum(now), *now],
        ),
        "origins_by_year": counted(
            "origins_by_year",
            ("year",),
            year=[year for year, _ in earlier],
            origin=[code for _, code in earlier],
            persons=list(earlier.values()),
        ),
        "moves": counted(
            "moves",
            ("direction",),
            origin9=["NL", "CEE"] * 2,
            direction=["in", "in", "out", "out"],
            persons=[500, 700, 900, 300],
        ),
    }
    return Views(
        tables=tables,
        published=Published(
            types={("2017", "knowledge_worker"): 6100, ("2017", "student"): 1760},
            origins={("2018", "NL"): 149_588},
            moves={("NL", "in"): 490},
            clusters={("Een",): 30, ("Twee",): 20},
            source="een stad",
        ),
        missing={"stay": (Missing(Lack.STAYS),)},
        first_year=2017,
        last_year=2018,
    )


@pytest.fixture(params=["nl", "en"])
def findings(request):
    made = make_findings(language=request.param)
    return replace(
        made, views=views(), reference_date=made.reference_date.replace(2019)
    )


def section(findings, key):
    (found,) = [each for each in build_report(findings).sections if each.key == key]
    return found


def tables(part):
    return [block for block in part.blocks if isinstance(block, Table)]


def test_the_difference_with_what_was_published_is_told_in_words(findings):
    compared = tables(section(findings, "types"))[-1]

    words = {"nl": ["100 minder", "gelijk"], "en": ["100 fewer", "equal"]}
    told = [row[-1] for row in compared.rows if len(row) > 1]
    assert told == words[findings.language]
    assert "een stad" in compared.note


def test_every_number_of_these_chapters_may_stand_in_the_files(findings):
    """A report of which a number has no origin is not built."""
    assert {"types", "origins", "stay"} <= {
        each.key for each in build_report(findings).sections
    }


def test_graphs_are_told_in_words_and_drawn_alike(findings):
    figures = [
        block
        for key in ("types", "origins")
        for block in section(findings, key).blocks
        if isinstance(block, Figure) and isinstance(block.drawing, Panels)
    ]

    assert len(figures) == 2
    for figure in figures:
        assert all(panel.title in figure.alt for panel in figure.drawing.panels)
        assert draw(figure.drawing) == draw(figure.drawing)


def test_what_is_missing_is_said_in_a_sentence(findings):
    said = [b for b in section(findings, "stay").blocks if isinstance(b, Bullets)]

    assert said[0].items == (missing.NO_STAYS.to(findings.language),)


def test_diversity_and_type_follow_from_the_released_numbers(findings):
    expected = pd.read_csv(HHI).query("place == 'Eindhoven' and basis == 'counts'")
    found = eindhoven()

    for year, index in zip(
        expected["year"], expected["hhi_1_minus_sum_sq"], strict=True
    ):
        assert diversities(found)[str(year)] == round(index, 2)
    assert placement(findings.views).type.code == "big_provincial"


def test_without_anybody_born_here_there_is_no_type_of_municipality(findings):
    abroad = counted(
        "origins",
        reference={"origin": EVERYBODY},
        origin=[EVERYBODY, *CODES[1:]],
        persons=[1700, *[100] * 17],
    )
    some = replace(findings.views, tables={"origins": abroad})

    part = section(replace(findings, views=some), "origins")

    assert placement(some) is None
    said = [block.text for block in part.blocks if isinstance(block, Paragraph)]
    assert missing.NOT_ALL_RESIDENTS.to(findings.language) in said


def test_published_clusters_stand_beside_those_found_from_large_to_small(findings):
    (table,) = tables(section(findings, "published"))

    assert [row[0] for row in table.rows][:3] == ["Een", "Twee", ""]
