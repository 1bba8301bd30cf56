"""The delivered files: where they lie, and how their names and codes map to ours."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from clusters.schema.codelists import Notation
from clusters.settings.base import Frozen


class Table(Frozen):
    """One delivered file and how it hangs on the table of persons.

    Parameters
    ----------
    file
        Where it lies; a pattern is not expanded.
    key
        Own name of the column that identifies a row, or for a joined table the
        column that ``by`` points to.
    joins, by
        The table it is joined to and the column there; ``drop_last`` removes that
        many characters from the end of ``by`` first, for composite keys such as a
        household number followed by a person number.
    rows
        Number of data rows the supplier declared; another number is refused, because
        a truncated CSV reads without an error.
    """

    file: Path
    key: str | None = None
    joins: str | None = None
    by: str | None = None
    drop_last: int = Field(default=0, ge=0)
    relation: Literal["one_to_one", "many_to_one"] = "many_to_one"
    rows: int | None = Field(default=None, ge=0)
    format: Literal["csv", "parquet", "sav", "xlsx"] | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    sheet: str | None = None


def named_file(value: object) -> object:
    """Let ``persons = "file.csv"`` stand for ``persons = {file = "file.csv"}``."""
    return {"file": value} if isinstance(value, str) else value


class Extract(Frozen):
    """The delivered files and how their names and codes map to ours.

    ``columns`` maps our column name to the supplier's: ``age = "LEEFTIJD"``, with the
    table in front where more tables have that column (``"persons.LEEFTIJD"``). Keys and
    codes may be put together of several columns: ``"YEAR + NUMBER"``; codes then read
    ``"1+2"``, with nothing where a column is empty.
    ``codes`` maps the supplier's code to ours per column; the key ``"*"`` stands for
    every code not named, and an empty string says that the code means unknown. Numbers
    and dates may have codes too: ``98 = ""``.
    ``lists`` says in which notation a column of countries or nationalities is, where
    its values do not show it: ``birth_country = "name"``.
    ``empty`` says per column of ours what an empty cell means, and a person without a
    row in a joined file; unknown if nothing is said. A benefits export lists receivers
    only: ``benefit = "none"``.
    ``whole_households`` says that every member of each household is in the extract,
    natives and children too, so that household size, children and partners can be
    counted where they are not told; CBS tables hold whole households by nature.
    ``extra`` names supplier's columns to keep for drill-down, with a heading each.
    """

    layout: Literal["person", "cbs"]
    tables: dict[str, Annotated[Table, BeforeValidator(named_file)]]
    format: Literal["csv", "parquet", "sav", "xlsx"] | None = None
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[",", "."] | None = None
    date_format: str | None = None
    columns: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    lists: dict[str, Notation] = {}
    empty: dict[str, str] = {}
    extra: dict[str, str] = {}
    whole_households: bool = False
