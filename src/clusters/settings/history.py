"""Files of other years, from which types and origins are followed through time."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from clusters.schema.codelists import Notation
from clusters.settings.base import Frozen
from clusters.settings.extract import Extract, FileFormat, NamedTable, Scale

_Year = Annotated[int, Field(ge=1990, le=2100)]


class History(Frozen):
    """One file per year, everybody who lived there on the day of the reference date.

    ``files`` maps years to files in the person layout: one row per resident, under the
    same key as in the extract, with as many of the columns as types and origins need.
    The other settings are as in ``extract``, and hold for all years.
    """

    files: dict[_Year, NamedTable] = {}
    format: FileFormat | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    date_format: str | dict[str, str] | None = None
    columns: dict[str, str] = {}
    scale: dict[str, Scale] = {}
    codes: dict[str, dict[str, str]] = {}
    lists: dict[str, Notation] = {}
    empty: dict[str, str] = {}

    @property
    def years(self) -> tuple[int, ...]:
        """The years that there is a file of, in order."""
        return tuple(sorted(self.files))

    def extract(self, year: int) -> Extract:
        """Return the settings with which the file of a year is read."""
        read_alike = self.model_dump(exclude={"files"})
        tables = {"persons": self.files[year]}
        return Extract(layout="person", tables=tables, **read_alike)
