"""How many lines of a table fit under the rest of a cluster's page.

Worked out from the width of the type, because a page is filled before it is set. The
measures are those of the template, in centimetres; some room is left over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.blocks import Heading
from clusters.report.drawing.canvas import POINTS_PER_CM
from clusters.report.drawing.fonts import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clusters.report.blocks import Paragraph

# Room for text on a page, and what is kept of it for what could not be foreseen.
_PAGE, _LEFT_OVER = 25.3, 0.3

# What all pages of clusters have: the line above the name, strip and facts; and of the
# table its caption, head and note.
_ALWAYS, _TABLE = 4.2, 2.36
_NAME_LINE, _NAME_SIZE = 0.74, 22

# Drawings are set as wide as the text or the column, with a caption and some space.
_WIDE, _COLUMN, _CAPTION = 16.6, 7.9, 1.0
_NOTE_LINE, _NOTE_SIZE = 0.39, 8

# A column of text beside another, and its headings.
_TEXT_LINE, _TEXT_SIZE, _HEADING = 0.464, 9.5, 0.66

# A line of the table, what a second line adds, and its first two columns.
_ROW, _ROW_EXTRA, _ROW_SIZE = 0.43, 0.35, 8.3
_FEATURE_WIDE, _ANSWER_WIDE = 5.2, 5.7
_MANY = 99


def room_for_rows(name: str, drawing: float, columns: Sequence[float]) -> float:
    """Return what is left for the rows of the table, in lines.

    Parameters
    ----------
    name : of the cluster, set large.
    drawing : the height of the drawing over the whole width.
    columns : the heights of the two columns under it.
    """
    used = _ALWAYS + _NAME_LINE * _lines(name, _WIDE, _NAME_SIZE, bold=True)
    used += drawing + max(columns, default=0.0) + _TABLE + _LEFT_OVER
    return (_PAGE - used) / _ROW


def drawn_height(
    size: tuple[float, float], *, in_column: bool = False, note: str = ""
) -> float:
    """Return how high a drawing is set, with its caption and what is noted under it."""
    width, height = size
    wide = _COLUMN if in_column else _WIDE
    noted = _NOTE_LINE * _lines(note, wide, _NOTE_SIZE) if note else 0.0
    return height / width * wide + _CAPTION + noted


def text_height(column: Iterable[Heading | Paragraph]) -> float:
    """Return how high a column of headings and text is."""
    return sum(
        _HEADING
        if isinstance(each, Heading)
        else _lines(each.text, _COLUMN, _TEXT_SIZE) * _TEXT_LINE
        for each in column
    )


def more_lines(note: str) -> float:
    """Return how many rows the note under a table takes beyond its first line."""
    return (_lines(note, _WIDE, _NOTE_SIZE) - 1) * _NOTE_LINE / _ROW


def row_lines(cells: Sequence[str]) -> float:
    """Return how many lines a row of the table takes."""
    more = max(
        _lines(cells[0], _FEATURE_WIDE, _ROW_SIZE),
        _lines(cells[1], _ANSWER_WIDE, _ROW_SIZE),
    )
    return 1 + (more - 1) * _ROW_EXTRA / _ROW


def _lines(text: str, wide: float, size: float, *, bold: bool = False) -> int:
    broken = fitted(text, wide * POINTS_PER_CM, size, lines=_MANY, bold=bold)
    return broken.count("\n") + 1
