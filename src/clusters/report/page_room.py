"""How many lines of a table fit under the rest of a cluster's page.

Estimated from lengths of text, because a page is filled before it is set. The measures
are those of the template, in centimetres; estimates are on the safe side.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from clusters.report.blocks import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clusters.report.blocks import Paragraph

# Room for text on a page, and what all pages of clusters have: the line above the name,
# strip, facts, and the caption, head and note of the table.
_PAGE = 25.3
_ALWAYS = 0.7 + 0.9 + 2.2 + 1.9
_NAME_LINE, _NAME_END = 0.95, 0.75
_NAME_LETTERS = 38

# Drawings are set as wide as the text or the column, with a caption.
_WIDE, _COLUMN, _CAPTION = 16.6, 8.0, 1.5

# A column of text beside another, and its headings.
_TEXT_LINE, _HEADING = 0.5, 1.1
_COLUMN_LETTERS = 46

# A line of the table, and how many letters fit in its first two columns.
_ROW, _ROW_EXTRA = 0.45, 0.37
_FEATURE_LETTERS, _ANSWER_LETTERS = 36, 38


def room_for_rows(name: str, drawing: float, columns: Sequence[float]) -> float:
    """Return what is left for the rows of the table, in lines.

    Parameters
    ----------
    name : of the cluster, set large.
    drawing : the height of the drawing over the whole width.
    columns : the heights of the two columns under it.
    """
    used = _ALWAYS + _NAME_END + _NAME_LINE * ceil(len(name) / _NAME_LETTERS)
    used += drawing + max(columns, default=0.0)
    return (_PAGE - used) / _ROW


def drawn_height(size: tuple[float, float], *, in_column: bool = False) -> float:
    """Return how high a drawing of that width and height is set, with its caption."""
    width, height = size
    return height / width * (_COLUMN if in_column else _WIDE) + _CAPTION


def text_height(column: Iterable[Heading | Paragraph]) -> float:
    """Return how high a column of headings and text is."""
    return sum(
        _HEADING if isinstance(each, Heading) else _lines(each.text) * _TEXT_LINE
        for each in column
    )


def row_lines(cells: Sequence[str]) -> float:
    """Return how many lines a row of the table takes."""
    more = max(
        ceil(len(cells[0]) / _FEATURE_LETTERS), ceil(len(cells[1]) / _ANSWER_LETTERS)
    )
    return 1 + (more - 1) * _ROW_EXTRA / _ROW


def _lines(text: str) -> int:
    return ceil(len(text) / _COLUMN_LETTERS)
