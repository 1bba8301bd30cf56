"""National figures that a study is held against."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from clusters.settings.base import Frozen


class National(Frozen):
    """One feature in a table of StatLine, as it is downloaded (CSV).

    Parameters
    ----------
    file
        The file, with its title rows and footer.
    name
        What the reader is told it is: whom it counts, and when.
    feature
        The feature of the study that it is set beside.
    column
        The column that holds the answers.
    value
        The column with the numbers of people, or with percents.
    where
        By column what a row must say, to leave one row per answer.
    codes
        By answer in the file the category of the feature; several may go to one.
    """

    file: Path
    name: str = Field(min_length=3, max_length=120)
    feature: str
    column: str
    value: str
    where: dict[str, str] = {}
    codes: dict[str, str] = Field(min_length=1)
