"""What a report may know of the other perspectives: tables, and figures of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from clusters.perspectives.types.names import TYPES, PersonType
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.disclosure import ReleasedTable

# Figures by the codes that they are about, as ``("2017", "student")``.
Figures = dict[tuple[str, ...], int]
# Released numbers by the codes of their cell; none where a number is hidden.
Found = dict[tuple[str, ...], int | None]


@dataclass(frozen=True)
class Published:
    """What others published before: persons, and of clusters whole per cents.

    ``types`` and ``origins`` are by year and code, ``moves`` by group and direction,
    ``clusters`` by name.
    """

    types: Figures = field(default_factory=dict)
    origins: Figures = field(default_factory=dict)
    moves: Figures = field(default_factory=dict)
    clusters: Figures = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True)
class TypeChoices:
    """What a study chose in the rules for types, to be told with them.

    ``regular`` and ``under_30`` are the wage limit: whole amounts a year, zero where
    there is none; ``limit_from`` says whose limit it is, ``income_year`` of which year
    incomes are held against it.
    """

    adult_from: int = 18
    working_until: int = 66
    regular: int = 0
    under_30: int = 0
    limit_from: Text = Text("", "")
    income_year: int = 0
    only_students_with_income: bool = False


class Lack(Enum):
    """What a study lacks to tell of another perspective."""

    WEIGHTED = "a sample with weights"
    COLUMNS = "columns that the rules for types ask for"
    LIMIT = "a wage limit"
    STATUS = "who is a status holder"
    TYPE_YEARS = "types of other years"
    ORIGINS = "any country of birth"
    OWN_ORIGINS = "other groups of origin than the study's own"
    PARENTS = "the parents' countries of birth"
    ORIGIN_YEARS = "origins of other years"
    ARRIVALS = "years of arrival"
    STAYS = "files of other years"
    KEYS = "files of other years by the same keys"
    MOVES = "moves"
    CLUSTER_STAYS = "a file of a later year"


@dataclass(frozen=True)
class Missing:
    """What is lacking, and of columns which, by their meaning."""

    lack: Lack
    columns: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Views:
    """The other perspectives.

    Parameters
    ----------
    tables
        By name, those of `clusters.tables` that could be counted and released and that
        findings have no other place for.
    published
        What these are held against.
    types
        The types of people, in the words of the country studied.
    missing
        What cannot be told and why, by the chapter it is missing from: "types",
        "origins", "inflow" or "stay".
    chosen
        What the study chose in the rules for types.
    by_big_city
        Whether the municipality is a suburb of one of the three big cities.
    first_year, last_year
        Between which years moves were counted; zero if they were not.
    """

    tables: Mapping[str, ReleasedTable] = field(default_factory=dict)
    published: Published = field(default_factory=Published)
    missing: Mapping[str, tuple[Missing, ...]] = field(default_factory=dict)
    types: tuple[PersonType, ...] = TYPES
    chosen: TypeChoices = field(default_factory=TypeChoices)
    by_big_city: bool = False
    first_year: int = 0
    last_year: int = 0
