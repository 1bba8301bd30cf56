from __future__ import annotations

import re
from itertools import combinations

import matplotlib as mpl
import pytest

from clusters.report.drawing import figures
from clusters.report.drawing.figures import draw, size_of
from clusters.report.drawing.fonts import fitted, printable, width_of
from clusters.report.drawing.maps import KINDS
from clusters.report.drawings import (
    AreaMap,
    Bar,
    Bars,
    Comparison,
    Curve,
    Pair,
    Pairs,
    Patch,
    Row,
)
from clusters.settings.colours import contrast

LONG = "Uitzend- of oproepkracht in de zakelijke dienstverlening met een lange naam, ja"

DRAWINGS = {
    "bars": Bars((Bar(LONG, 1670, "1.670"), Bar("$a_b$", None, ".", pale=True))),
    "pairs": Pairs(
        (Pair("Leeftijd", LONG, 62, 21, "62 % tegen 21 %"),), "dit cluster", "allen"
    ),
    "comparison": Comparison(
        ("Allen", *map(str, range(1, 13))),
        (Row("Leeftijd", LONG, (30, *range(8, 19), None)),),
        ".",
    ),
    "curve": Curve(((2, 300.0), (3, 0.0), (4, 40.0)), 3, "clusters", "BIC", "nl"),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_same_drawing_gives_the_same_bytes_and_changes_no_setting(name):
    before = dict(mpl.rcParams)

    first = figures._drawn.__wrapped__(DRAWINGS[name])

    assert first == figures._drawn.__wrapped__(DRAWINGS[name])
    assert dict(mpl.rcParams) == before
    assert first.startswith(b"<?xml")


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_tells_neither_when_nor_with_what_it_was_made(name):
    drawn = draw(DRAWINGS[name])

    assert b"dc:date" not in drawn
    assert b"Matplotlib" not in drawn
    assert b"font-family" not in drawn


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize("small", [True, False])
def test_the_room_that_a_drawing_is_given_is_the_size_that_it_is_drawn_in(
    number, small
):
    square = (((0.0, 0.0), (1.0, 0.0), (1.0, 0.7), (0.0, 0.0)),)
    patch = Patch("Buurt", square, (0.5, 0.3), 0.1, 0, "1", "10")
    areas = AreaMap((patch,), 0.7, ("a",) * number, ".", "kinds", small=small)
    pairs = Pairs((Pair("a", "b", 62, 21, "62"),) * number, "cluster", "allen")

    for drawing in (areas, pairs):
        width, height = (
            float(points) * 2.54 / 72
            for points in re.findall(rb'(?:width|height)="([\d.]+)pt"', draw(drawing))[
                :2
            ]
        )
        assert size_of(drawing) == pytest.approx((width, height), abs=1e-4)


def test_a_drawing_of_hidden_cells_only_is_drawn():
    assert draw(Bars((Bar("a", None, "."),)))
    assert draw(Comparison(("Allen",), (Row("a", "b", (None,)),), "."))


def test_a_name_with_signs_no_face_has_is_drawn_without_them():
    assert draw(Bars((Bar("\u202e\x00 🙂 名前", 10, "10"),)))
    assert printable("a\x00b\u202ec🙂") == "abc?"
    assert printable("één\u00a0€ – ‘ja’") == "één\u00a0€ – ‘ja’"


@pytest.mark.parametrize("lines", [1, 2])
def test_text_is_broken_or_cut_to_fit(lines):
    written = fitted(LONG, 120, 8, lines=lines)

    assert len(written.split("\n")) <= lines
    assert all(width_of(line, 8) <= 120 for line in written.split("\n"))
    assert fitted("kort", 120, 8) == "kort"


def test_in_grey_the_first_kinds_and_each_and_the_next_differ_in_lightness():
    following = zip(KINDS, (*KINDS[1:], KINDS[0]), strict=True)

    # Our choice: half as light again.
    for one, other in (*following, *combinations(KINDS[:4], 2)):
        assert contrast(one, other) >= 1.5
