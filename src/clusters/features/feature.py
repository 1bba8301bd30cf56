"""The shape in which a feature is described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from clusters.features.bands import COUNT, Unit
from clusters.schema import Code, Text, Theme, column

if TYPE_CHECKING:
    from collections.abc import Iterable

Answer = Callable[[pd.DataFrame, date], pd.Series]


@dataclass(frozen=True)
class Feature:
    """One question about a person and the answers it can have.

    Parameters
    ----------
    name, theme, meaning
        What it is called in files, where it stands in the report and its heading.
    answer
        The function that answers, a number or a code per person and missing where
        unknown; without one the column of that name answers as delivered.
    needs
        Sets of columns: of each set at least one must be in the extract. Without any,
        the column of that name.
    codes
        The answers of a coded feature, in the order in which they are shown; without
        any, those of the column of that name.
    edges, unit
        The usual bands of a measured feature, and how they are worded.
    applies
        Of whom the question can be asked at all; of everybody if None.
    ordered
        Whether the answers run from low to high; bands always do.
    is_missed
        Whether the report says so if it cannot be answered; not of one that stands in
        for another.
    """

    name: str
    theme: Theme
    meaning: Text
    answer: Answer | None = None
    needs: tuple[tuple[str, ...], ...] = ()
    codes: tuple[Code, ...] = ()
    edges: tuple[float, ...] = ()
    unit: Unit = COUNT
    applies: Answer | None = None
    ordered: bool = False
    is_missed: bool = True

    def answers(self, people: pd.DataFrame, on: date) -> pd.Series:
        """Return the answer of every person."""
        return self.answer(people, on) if self.answer else people[self.name]

    @property
    def categories(self) -> tuple[Code, ...]:
        """The answers of a coded feature."""
        return self.codes or column(self.name).codes

    def missing_from(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return the columns that would have to be there and are not."""
        present = set(columns)
        needs = self.needs or ((self.name,),)
        return tuple(
            " or ".join(choice) for choice in needs if not present & set(choice)
        )
