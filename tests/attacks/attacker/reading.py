"""The files of a report, read by somebody who has nothing else.

Tables are found by what stands in the folder and told apart by their headings: columns
of numbers are measures, a column that follows from another (the label of a cluster) is
a translation, and the rest says which cell a row is.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What a table calls the words that go with its codes.
WORDS = ("label", "description")
# Whom a table counts, by its name and what the report says of it; most count the people
# of the study, and for them nothing is said. What comes after it tells them apart: who
# lived there in 2015 and in 2016 are other people, and are not added up.
INTERNATIONALS, RESIDENTS, MOVES, STAYS = (
    "internationals",
    "residents",
    "moves",
    "stays",
)
SUBJECTS = {
    "types": (INTERNATIONALS,),
    "type_reasons": (INTERNATIONALS,),
    "arrivals_by_origin": (INTERNATIONALS,),
    "arrivals_by_type": (INTERNATIONALS,),
    "origins": (RESIDENTS,),
    "types_by_year": (INTERNATIONALS, "year"),
    "origins_by_year": (RESIDENTS, "year"),
    "moves": (MOVES, "direction"),
    "stays_by_cohort": (STAYS,),
    "stays_by_type": (STAYS,),
}
POPULATION = "population"
# What counts are rounded to, by the report; and to 3 in the smallest tables we try.
BASES = (10, 5, 3)
# What a table calls its numbers; anything else tells which cell a row is.
PERSONS = "persons"
MEASURES = (
    PERSONS, "share", "index", "hidden", "reference_share", "difference", "above",
    "unknown",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One printed row: its codes by dimension and its numbers, None where hidden."""

    codes: dict[str, str]
    numbers: dict[str, int | None]
    subject: tuple[str, ...] = ()

    @property
    def persons(self) -> int | None:
        return self.numbers[PERSONS]

    @property
    def population(self) -> str:
        """Whom the table counts in this row; nothing for the people of the study."""
        told = [self.codes[name] for name in self.subject[1:]]
        return " ".join([*self.subject[:1], *told])


@dataclass(frozen=True)
class Table:
    """A published table; ``base`` is what all its counts are a multiple of.

    ``inside`` holds by dimension which code is part of which, as far as it is printed.
    """

    name: str
    dimensions: tuple[str, ...]
    rows: tuple[Row, ...]
    base: int = field(default=1)
    inside: dict[str, dict[str, str]] = field(default_factory=dict)


def read_tables(folder: Path) -> list[Table]:
    """Return every table in the folder that counts persons."""
    files = sorted((folder / "tables").glob("*.csv"))
    read = [_read_table(path) for path in files]
    return [table for table in read if table is not None]


def table_of(name: str, header: list[str], rows: list[list[str]]) -> Table | None:
    """Return what stands in a grid of text as a table; None if it counts nobody."""
    if PERSONS not in header or not rows:
        return None
    columns = dict(zip(header, zip(*rows, strict=True), strict=True))
    dimensions = _dimensions({k: v for k, v in columns.items() if k not in MEASURES})
    subject = SUBJECTS.get(name, ())
    measures = [name for name in header if name in MEASURES and name != "hidden"]
    read = tuple(
        Row(
            {name: _bare(columns[name][place]) for name in dimensions},
            {name: _number(columns[name][place]) for name in measures},
            subject,
        )
        for place in range(len(rows))
    )
    shown = [row.persons for row in read if row.persons]
    base = _base(math.gcd(*shown)) if shown else 1
    return Table(name, dimensions, read, base, _inside(columns))


def _read_table(path: Path) -> Table | None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return table_of(path.stem, header, rows)


def _bare(code: str) -> str:
    """Return a code without the sign that keeps a spreadsheet from running it."""
    return code.removeprefix("'")


def _inside(columns: dict[str, tuple[str, ...]]) -> dict[str, dict[str, str]]:
    """Return the district of each area; its name is printed, not its code."""
    if not {"part_of", "name"} <= columns.keys():
        return {}
    dimension = next(iter(columns))
    areas = list(
        zip(columns[dimension], columns["name"], columns["part_of"], strict=True)
    )
    codes = {name: code for code, name, above in areas if not above}
    return {
        dimension: {code: codes[above] for code, _, above in areas if above in codes}
    }


def _base(divisor: int) -> int:
    """Return what numbers that share a divisor were rounded to."""
    return next((base for base in BASES if divisor % base == 0), 1)


def _dimensions(columns: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the columns that do not follow from one before them."""
    kept: list[str] = []
    for name, values in columns.items():
        is_one = len(set(values)) == 1  # a table of men only
        if name not in WORDS and (
            is_one or not any(_follows(values, columns[other]) for other in kept)
        ):
            kept.append(name)
    return tuple(kept)


def _follows(values: tuple[str, ...], other: tuple[str, ...]) -> bool:
    pairs = set(zip(other, values, strict=True))
    return len(pairs) == len(set(other))


def _number(text: str) -> int | None:
    """Return a printed number; an empty cell or a sign is none."""
    text = text.strip().replace(".", "").replace("\u00a0", "")
    try:
        return int(text.removesuffix("%").strip())
    except ValueError:
        return None
